"""Levels that channels are given in a USITT ASCII file: in cues, palettes, presets, groups and submasters."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from showctl.showfile.importer.ascii_patch import INTENSITY, Channel
from showctl.showfile.importer.ascii_record import Record
from showctl.showfile.importer.ascii_value import level, of_255, whole
from showctl.showfile.importer.channel import channel_of
from showctl.showfile.importer.report import ImportReport

Levels = dict[int, dict[str, str]]
"""By channel, by parameter of ours."""
_REFERENCE = re.compile(r"(ip|fp|cp|bp|pr)([0-9.]{1,10})", re.IGNORECASE)
_KINDS = {
    "$intenspalette": "ip", "$focuspalette": "fp", "$colorpalette": "cp", "$beampalette": "bp", "$preset": "pr",
}  # fmt: skip


@dataclass(slots=True)
class Book:
    """What levels are read with."""

    channels: dict[int, Channel]
    names: dict[int, str]
    """Eos' parameters by number."""
    report: ImportReport
    palettes: dict[str, Levels] = field(default_factory=dict)
    """By what refers to them: `ip3`."""
    _places: dict[str, Record] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def of(self, lines: Iterable[Record], what: str) -> Levels:
        """The levels in `Chan`, `$$ChanMove` and `$$Param` lines of `what` (`cue 5`)."""
        found: Levels = {}
        for line in lines:
            if line.keyword == "$$param":
                self._parameters(line, what, found)
            else:
                self._channels(line, what, found)
        return found

    def _channels(self, line: Record, what: str, found: Levels) -> None:
        for text, said in line.pairs():
            number = channel_of(text)
            value = level(said)
            if number is None or (value is None and not _REFERENCE.fullmatch(said)):
                self.report.leave_out(line.place, f"{text}@{said} in {what}", "it is no channel@level")
            elif value is not None:
                found.setdefault(number, {})[INTENSITY] = value
            else:
                self._referred(line, number, said, what, found, None)
        if len(line.fields) % 2:
            self.report.leave_out(line.place, f"{line.fields[-1]} in {what}", "no level stands after it")

    def _parameters(self, line: Record, what: str, found: Levels) -> None:
        """`$$Param channel parameter@value …`."""
        number = channel_of(line.fields[0]) if line.fields else None
        if number is None:
            self.report.leave_out(line.place, f"{line.text} in {what}", "it begins with no channel")
            return
        channel = self.channels.get(number)
        known = {1: INTENSITY, **(channel.parameters if channel else {})}
        lost = []
        for text, said in zip(line.fields[1::2], line.fields[2::2], strict=False):
            parameter = whole(text) or 0
            ours = known.get(parameter)
            if ours is None:
                lost.append(self.names.get(parameter, f"parameter {text}"))
            elif _REFERENCE.fullmatch(said):
                self._referred(line, number, said, what, found, ours)
            elif (value := _of_slot(said)) is not None:
                found.setdefault(number, {})[ours] = value
            else:
                self.report.leave_out(line.place, f"{text}@{said} of channel {number} in {what}", "it is no level")
        if lost:
            why = "its profile is not known here" if channel else "the channel is not patched"
            do = "import the profile, patch it, and write these levels from a printout of the cue"
            self.report.leave_out(line.place, f"{', '.join(lost)} of channel {number} in {what}", why, do)

    def _referred(self, line: Record, number: int, said: str, what: str, found: Levels, ours: str | None) -> None:
        """A reference to a palette or preset becomes the levels that it has."""
        self._used.add(said.casefold())
        held = self.palettes.get(said.casefold(), {}).get(number, {})
        held = held if ours is None else {key: value for key, value in held.items() if key == ours}
        if held:
            found.setdefault(number, {}).update(held)
            self.report.choose(line.place, f"{said.upper()} in {what} is written as the levels that it has")
        else:
            self.report.leave_out(
                line.place, f"{said.upper()} of channel {number} in {what}", "the file does not say what is in it"
            )

    def read_palettes(self, records: Iterable[Record]) -> None:
        """Intensity palettes first, then those that refer to them."""
        for record in sorted((r for r in records if r.keyword in _KINDS), key=lambda r: list(_KINDS).index(r.keyword)):
            number = record.fields[0] if record.fields else "?"
            what = f"{_KINDS[record.keyword].upper()} {number}"
            lines = [each for each in record.inner if each.keyword in ("$$chanmove", "$$param", "chan")]
            self.palettes[f"{_KINDS[record.keyword]}{number}"] = self.of(lines, what)
            self._places[f"{_KINDS[record.keyword]}{number}"] = record

    def say_unused(self) -> None:
        """Tell of the palettes and presets that nothing has been made of."""
        for name, record in self._places.items():
            if name not in self._used:
                label = next((f" ({line.text})" for line in record.inner if line.keyword == "text" and line.text), "")
                self.report.leave_out(record.place, f"{name.upper()}{label}", "nothing that is imported refers to it")


def _of_slot(text: str) -> str | None:
    """A value of an eight-bit slot: `Hff`, or 0 to 255."""
    value = whole(text)
    if value is not None and value <= 255:
        return of_255(value)
    return level(text) if text[:1] in "hH" else None


def as_look(levels: Levels) -> dict[int, object]:
    """What each channel is told, as a look writes it: a plain level is intensity."""
    return {
        number: said[INTENSITY] if list(said) == [INTENSITY] else dict(sorted(said.items(), key=lambda p: p[0]))
        for number, said in levels.items()
    }
