"""A table to be written: its name, headings, and rows of texts."""

from dataclasses import dataclass, field

from showctl.showfile.importer.columns import SUBJECTS, Subject

TITLES: dict[Subject, str] = {
    "cues": "Cues",
    "patch": "Patch",
    "segments": "Run of show",
    "logistics": "Logistics",
    "people": "People",
    "suppliers": "Suppliers",
    "guests": "Guests",
    "budget": "Budget",
    "groups": "Groups",
    "palettes": "Palettes",
    "masters": "Masters",
    "devices": "Devices",
}
"""What the sheets of a workbook are called."""
__all__ = ["SUBJECTS", "TITLES", "Sheet", "Subject"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. Each row has as many cells as there are headings."""

    title: str
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
