"""Cross references inside a show file: everything that is named must be there, once.

All of it works on the tree as written and skips what is wrong in itself, so that these problems are reported together
with those of single values.
"""

from showctl.showfile.contact_reference import check_contacts
from showctl.showfile.cue_reference import check_cues
from showctl.showfile.hotkey_reference import check_hotkeys
from showctl.showfile.known import Known
from showctl.showfile.logistics_reference import check_logistics
from showctl.showfile.palette_reference import check_palettes
from showctl.showfile.report import Report
from showctl.showfile.rig_reference import rig_names
from showctl.showfile.run_reference import check_guests, segment_names
from showctl.showfile.target_reference import check_targets
from showctl.showfile.tree import Mapping

_REFERRED_TO = ("devices", "patch", "groups", "masters", "run of show")
"""What rig_names and segment_names know of."""


def check_references(root: Mapping, report: Report, known: Known) -> None:
    """Report what refers to nothing, what is there twice, and what contradicts something else. Cues that are `known` to
    be right are not looked at again.
    """
    known.refer_to(*(root.get(key) for key in _REFERRED_TO))
    rig = rig_names(root, report)
    check_palettes(root, rig, report)
    segments = segment_names(root, report)
    check_cues(root, rig, segments, report, known)
    check_targets(root, report, known)
    check_hotkeys(root, report)
    check_guests(root, segments, report)
    check_logistics(root, segments, report)
    check_contacts(root, report)
