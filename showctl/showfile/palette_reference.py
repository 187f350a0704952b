"""Palettes refer to fixtures and groups that exist, and have names that looks can write."""

from showctl.model.colour import parse_colour
from showctl.model.palette import PARSERS
from showctl.model.problem import Path
from showctl.model.selection import is_name
from showctl.model.setting import Word, parse_setting
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
            if isinstance(name, str) and is_name(name.strip()) and not _can_be_named(kind, name.strip()):
                what = f"no look can name this palette: '{name.strip()}' is read as something else there"
                report.add(path, f"{what}; give it another name", key=True, cue="")
            if not isinstance(palette, Mapping):
                continue
            # What a palette says of all fixtures alike stands under no key of its own.
            for selection in parse(palette):
                if selection in palette and isinstance(selection, str):
                    check_selection(selection, (*path, selection), rig, report, key=True, cue="")


def _can_be_named(kind: str, name: str) -> bool:
    """Whether a look that writes the name means a palette: `full`, `50%`, `5600 K` and `release` are values."""
    try:
        return isinstance(parse_colour(name) if kind == "colour" else parse_setting(name), Word)
    except ValueError:
        return False
