"""Palettes refer to fixtures and groups that exist."""

from showctl.model.palette import PARSERS
from showctl.model.problem import Path
from showctl.showfile.report import Report
from showctl.showfile.rig_reference import RigNames, check_selection
from showctl.showfile.tree import Mapping


def check_palettes(root: Mapping, rig: RigNames, report: Report) -> None:
    """Report what palettes name that is neither a fixture nor a group. Who names such a palette cannot play."""
    kinds = root.get("palettes")
    for kind, parse in PARSERS.items():
        palettes = kinds.get(kind) if isinstance(kinds, Mapping) else None
        for name, palette in palettes.items() if isinstance(palettes, Mapping) else ():
            path: Path = ("palettes", kind, name)
            if not isinstance(palette, Mapping):
                continue
            # What a palette says of all fixtures alike stands under no key of its own.
            for selection in parse(palette):
                if selection in palette and isinstance(selection, str):
                    check_selection(selection, (*path, selection), rig, report, key=True, cue="")
