"""What a panel that acts on light says where what it does reaches no lamp."""

from showctl.ui.desk import Desk
from showctl.ui.tongue import tr


def rig_note(desk: Desk) -> str:
    """Empty where all is well."""
    if not desk.attached:
        return tr("Nothing can be moved: {why_not}.").format(why_not=desk.why_not)
    if desk.snapshot is not None and desk.snapshot.outputs_off:
        return tr("Outputs are off: all this is kept, but nothing is sent.")
    return ""
