"""What an import has carried over and what not, item by item, as lines to read and as a text to keep."""

from pathlib import Path
from typing import Any

from showctl.ui.models.lines import Line
from showctl.ui.tongue import marked, tr

PARTS = {
    "mistakes": marked("Mistakes: nothing is imported"),
    "left out": marked("Not carried over"),
    "chosen": marked("Chosen by a rule"),
}


def came_over(report: dict[str, Any]) -> str:
    """`12 cues, 1 group`."""
    carried = report.get("carried") or {}
    counted = [f"{count} {kind.removesuffix('s') if count == 1 else kind}" for kind, count in carried.items() if count]
    return ", ".join(counted) or "nothing"


def not_carried(report: dict[str, Any]) -> int:
    """How many things did not come over, or as less."""
    return len(report.get("left out") or ()) + int(report.get("unsaid") or 0)


def report_lines(report: dict[str, Any]) -> list[Line]:
    """The weightiest first, with the place of each in the file and what to do about it."""
    lines = []
    for part, heading in PARTS.items():
        notes = report.get(part) or ()
        if notes:
            lines.append(Line("head", tr(heading), str(len(notes))))
            lines += [Line("change", said(note)) for note in notes]
    if report.get("unsaid"):
        lines.append(Line("head", tr("And %n more of these", "", int(report["unsaid"]))))
    return lines


def said(note: dict[str, str]) -> str:
    """One thing: `line 12: what: why; what to do`."""
    words = f"{note.get('what', '')}: {note['why']}" if note.get("why") else note.get("what", "")
    words = f"{words}; {note['do']}" if note.get("do") else words
    return f"{note['where']}: {words}" if note.get("where") else words


def save_report(file: Path, lines: list[str], folder: Path) -> Path:
    """Write a list as a text file in a folder, under a name that is free there. Raises OSError."""
    names = (f"{file.stem}-import{number}.txt" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    for name in names:
        try:
            with (folder / name).open("x", encoding="utf-8") as out:
                out.write("\n".join([f"{file}:", *lines]) + "\n")
        except FileExistsError:
            continue
        return folder / name
    raise OSError(tr("{folder} is full of lists; take some away").format(folder=folder))
