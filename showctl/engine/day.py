"""The evening's run of show as it happened, a show's and a rehearsal's kept apart. Facts only: nobody computes here."""

from collections.abc import Callable, Collection, Iterator

from msgspec.structs import replace

from showctl.engine.day_command import DayCommand, Decide, EndSegment, SetTimer, StartSegment, TakeBack
from showctl.engine.day_facts import By, DayFacts, DayTimer, SegmentActual, SegmentDecision
from showctl.engine.event import AnyEvent, CommandTaken, SegmentStarted, Warned
from showctl.model.cue import CueId

MOST = 1000
"""Starts that are kept: an evening has some dozens, and a loop that starts segments must not fill the memory."""
_NOTHING = DayFacts()


class Day:
    """Belongs to the dispatcher's thread. A segment that starts ends, for who computes, the one before it in its room:
    that is why taking a start back is enough to have that one run again."""

    def __init__(self, show: DayFacts = _NOTHING, rehearsed: DayFacts = _NOTHING, *, rehearsal: bool = False) -> None:
        self.show, self.rehearsed, self.rehearsal = show, rehearsed, rehearsal

    @property
    def facts(self) -> DayFacts:
        """Those that count now."""
        return self.rehearsed if self.rehearsal else self.show

    def rehearse(self, on: bool) -> None:
        """What starts from now on is a rehearsal, or is none. Each rehearsal begins with nothing."""
        if on and not self.rehearsal:
            self.rehearsed = _NOTHING
        self.rehearsal = on

    def start(self, segment: str, wall: float, due: float, by: By = "cue", cue: CueId = "") -> SegmentStarted:
        """It has started; once more keeps both times."""
        starts = (*self.facts.starts, SegmentActual(segment, wall, by=by))[-MOST:]
        self._put(replace(self.facts, starts=starts))
        return SegmentStarted(due=due, segment=segment, cue=cue, wall=wall, by=by, rehearsal=self.rehearsal)

    def carry_out(self, command: DayCommand, segments: Collection[str], wall: float, now: float) -> Iterator[AnyEvent]:
        """What people do; what is to be said of it. `segments`: those that there are. `wall`: Unix time at `now`."""
        named = [each.segment for each in command.decided] if isinstance(command, Decide) else [_segment(command)]
        if unknown := [each for each in named if each is not None and each not in segments]:
            yield Warned(due=now, text=f"there is no segment {unknown[0]}; nothing was done")
            return
        match command:
            case StartSegment(segment=segment, by=by):
                yield self.start(segment, wall, now, by)
            case EndSegment(segment=segment):
                yield from self._end(segment, wall, now, command.source)
            case TakeBack(segment=segment):
                yield from self._take_back(segment, now, command.source)
            case Decide(decided=decided):
                self._put(replace(self.facts, decided=_merged(self.facts.decided, decided)))
                yield CommandTaken(due=now, name="decide", source=command.source, what="; ".join(map(_said, decided)))
            case SetTimer():
                yield from self._time(command, wall, now)

    def rename(self, now: Callable[[str], str]) -> None:
        """Segments are called otherwise in the next state of the show."""
        self.show, self.rehearsed = (
            replace(
                each,
                starts=tuple(replace(one, segment=now(one.segment)) for one in each.starts),
                decided=tuple(replace(one, segment=now(one.segment)) for one in each.decided),
            )
            for each in (self.show, self.rehearsed)
        )

    def _put(self, facts: DayFacts) -> None:
        if self.rehearsal:
            self.rehearsed = facts
        else:
            self.show = facts

    def _end(self, segment: str, wall: float, now: float, source: str) -> Iterator[AnyEvent]:
        last = self.facts.of(segment)
        if last is None or last.end is not None:
            why = "has not started" if last is None else "has ended already"
            yield Warned(due=now, text=f"segment {segment} {why}; nothing was done")
            return
        self._change(last, replace(last, end=max(wall, last.wall)))
        yield CommandTaken(due=now, name="end segment", source=source, what=segment)

    def _take_back(self, segment: str, now: float, source: str) -> Iterator[AnyEvent]:
        last = self.facts.of(segment)
        if last is None:
            yield Warned(due=now, text=f"segment {segment} has not started; nothing was taken back")
            return
        self._change(last, replace(last, end=None) if last.end is not None else None)
        what = "end" if last.end is not None else "start"
        yield CommandTaken(due=now, name="take back", source=source, what=f"{what} of {segment}")

    def _change(self, last: SegmentActual, into: SegmentActual | None) -> None:
        """`last` is the newest start of its segment."""
        starts = list(self.facts.starts)
        at = len(starts) - 1 - starts[::-1].index(last)
        starts[at : at + 1] = [] if into is None else [into]
        self._put(replace(self.facts, starts=tuple(starts)))

    def _time(self, command: SetTimer, wall: float, now: float) -> Iterator[AnyEvent]:
        name, seconds = command.name, command.seconds
        timers = {each.name: each for each in self.facts.timers}
        known = timers.get(name)
        if known is None and command.act != "start":
            yield Warned(due=now, text=f"there is no timer {name}; start one first")
            return
        left = known.left if known is not None and known.until is None else known.until - wall if known else 0.0  # type: ignore[operator]
        match command.act:
            case "start":
                timers[name] = DayTimer(name, seconds, wall + seconds)
            case "pause":
                timers[name] = DayTimer(name, left)
            case "go on":
                timers[name] = DayTimer(name, left, wall + left)
            case "add":
                runs = known is not None and known.until is not None
                timers[name] = DayTimer(name, left + seconds, wall + left + seconds if runs else None)
            case "remove":
                del timers[name]
        self._put(replace(self.facts, timers=tuple(timers.values())))
        yield CommandTaken(due=now, name=f"timer {command.act}", source=command.source, what=name)


def _segment(command: DayCommand) -> str | None:
    return command.segment if isinstance(command, StartSegment | EndSegment | TakeBack) else None


def _merged(before: tuple[SegmentDecision, ...], more: tuple[SegmentDecision, ...]) -> tuple[SegmentDecision, ...]:
    """What was decided earlier, with what is decided now in its place; what decides nothing is left out."""
    of = {each.segment: each for each in before} | {each.segment: each for each in more}
    return tuple(each for each in of.values() if each != SegmentDecision(each.segment))


def _said(decision: SegmentDecision) -> str:
    if decision.cut:
        return f"{decision.segment} cut"
    words = [f"{decision.segment} {decision.extra:+g}s"] if decision.extra else []
    words += [f"{decision.segment} {decision.later:g}s later"] if decision.later else []
    return ", ".join(words) or f"{decision.segment} as planned"
