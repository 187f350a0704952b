"""Lines below patch, groups, submasters, lists and palettes of USITT ASCII that nothing is made of: each is told.

Those below cues are told where cues are read.
"""

from collections.abc import Iterable

from showctl.showfile.importer.ascii_record import Record
from showctl.showfile.importer.report import ImportReport

_LEVELS = {"text", "chan", "$$chanmove", "$$param"}
_READ = {
    "$patch": ("patch of channel", {"text"}),
    "patch": ("patch", set()),
    "group": ("group", {"text", "chan", "$$chanlist"}),
    "sub": ("sub", {*_LEVELS, "up", "down"}),
    "$cuelist": ("cue list", {"text"}),
    "$intenspalette": ("intensity palette", _LEVELS),
    "$focuspalette": ("focus palette", _LEVELS),
    "$colorpalette": ("colour palette", _LEVELS),
    "$beampalette": ("beam palette", _LEVELS),
    "$preset": ("preset", _LEVELS),
}
"""By keyword the words for it, and what is read below it."""


def say_rest(found: Iterable[Record], report: ImportReport) -> None:
    """Tell of every line that is not read."""
    for record in found:
        keyword = record.keyword if record.keyword in _READ else record.keyword.removeprefix("$")
        if keyword not in _READ:
            continue
        words, read = _READ[keyword]
        of = f"{words} {record.fields[0]}" if record.fields else words
        for line in record.inner:
            if line.keyword not in read and not (keyword == "patch" and line.keyword.isdigit()):
                report.leave_out(line.place, f"{line.keyword} {line.text}".strip() + f" of {of}", "is not understood")
