"""What a cue sheet or a patch list takes for granted: devices for what it patches and for what its cues send."""

import re
from typing import Any

from showctl.showfile.importer.draft import Draft
from showctl.showfile.importer.report import ImportReport

RIG = "rig"
"""What a sACN device is called that is made."""
HERE = "127.0.0.1"


def add_rig(draft: Draft, universes: list[int], report: ImportReport) -> None:
    """A sACN device for these universes, to this machine, which is told."""
    if not universes:
        return
    said = universes_said(universes)
    draft.devices[RIG] = {"type": "sacn", "universes": said, "to": HERE}
    what = f"universe{'s' if len(universes) > 1 else ''} {said} to this machine ({HERE})"
    report.choose("", what, do=f"write where your nodes are under {RIG}")


def universes_said(universes: list[int]) -> str:
    """`1-4, 7`."""
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in _runs(universes))


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def complete(draft: Draft, report: ImportReport) -> None:
    """Devices that a table needs and does not have: for its addresses, and for its OSC and MIDI cues."""
    if not any(isinstance(device, dict) and device.get("type") == "sacn" for device in draft.devices.values()):
        places = [place for entry in draft.patch for place in _list(entry.get("at"))]
        found = [re.match(r"([0-9]{1,5})[./]", place) for place in places if isinstance(place, str)]
        add_rig(draft, [int(each[1]) for each in found if each], report)
    for cue in draft.walk():
        for kind in ("osc", "midi"):
            action = cue.get(kind)
            name = action.get("device") if isinstance(action, dict) else None
            if isinstance(name, str) and name and name not in draft.devices:
                draft.devices[name] = _device(kind, name)
                do = "write its address" if kind == "osc" else "write the name of its port"
                report.choose("", f"device {name} is {kind.upper()} on this machine", do=do)


def _device(kind: str, name: str) -> dict[str, Any]:
    return {"type": "osc", "to": f"{HERE}:53000"} if kind == "osc" else {"type": "midi", "port": name}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
