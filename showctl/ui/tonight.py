"""What people say of the run of show tonight: a segment begins or ends by hand, minutes more, what to do when late.

Nothing here is an edit: the plan stays as it is written, the engine keeps what was said.
"""

from collections.abc import Callable
from functools import partial

from showctl.engine.day_command import DayCommand, Decide, EndSegment, StartSegment, TakeBack
from showctl.engine.day_facts import SegmentDecision
from showctl.timing.actual import Adjustment
from showctl.timing.choices import Choice, choices
from showctl.timing.times import SegmentTimes
from showctl.ui.actions import Actions
from showctl.ui.asking import Asking
from showctl.ui.day import Day
from showctl.ui.desk import Desk
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter
from showctl.ui.reading import length, signed, time_of_day
from showctl.ui.tongue import marked, tr

MINUTE = 60.0
WAYS = marked("Ways on")
WAYS_EXPLAINED = marked("With the times that each would give. Enter takes one; nothing changes before.")
ON_TIME = marked("Nothing is late, and nothing hard breaks: there is nothing to choose.")
SEGMENTS = marked("Run of show tonight")
SEGMENTS_EXPLAINED = marked("Enter: it is so from now on. The plan stays as it is written.")
NONE = marked("There is no run of show in this file.")
NOTHING_RUNS = marked("No segment runs.")


class Tonight:
    """Acts of the table, and two matters that can be looked at."""

    def __init__(self, desk: Desk, day: Day, asking: Asking, actions: Actions) -> None:
        self._desk, self._day, self._asking = desk, day, asking
        self._shown: Callable[[], None] | None = None
        """Makes the lines of the matter that is open anew."""
        self._read: tuple[str, ...] = ()
        asking.panel.view.chosen.connect(self._choose)
        day.moved.connect(self._refresh)
        acts: dict[str, Callable[[], object]] = {
            "ways on": self.open_ways,
            "segments": self.open_segments,
            "next segment": self.start_next,
            "minute more": partial(self.add, MINUTE),
            "minute less": partial(self.add, -MINUTE),
        }
        for act, do in acts.items():
            actions.bind(act, do)

    # What is done at once --------------------------------------------------------------------------------------------

    def start_next(self) -> None:
        """The segment that follows in the main room has begun."""
        following = self._day.schedule.following
        if following is None:
            self._desk.said.emit(tr("No segment follows."))
        else:
            self._send(StartSegment(segment=following.segment.id))

    def add(self, seconds: float) -> None:
        """So much more for the segment that runs in the main room; below 0: less."""
        now = self._day.schedule.now
        if now is None:
            self._desk.said.emit(tr(NOTHING_RUNS))
            return
        extra = (
            max(now.extra + seconds, self._day.now - now.start - now.row.length)
            if seconds < 0
            else (now.extra + seconds)
        )
        self._send(Decide(decided=(SegmentDecision(now.segment.id, extra, now.later),)))

    def _send(self, command: DayCommand) -> None:
        self._desk.send(command)

    # What is looked at first -----------------------------------------------------------------------------------------

    def open_ways(self) -> None:
        """What can be done when it is late."""
        self._open(Matter(tr(WAYS), tr(WAYS_EXPLAINED), empty=tr(ON_TIME)), self._show_ways)

    def open_segments(self) -> None:
        """Start, end, take back."""
        self._open(Matter(tr(SEGMENTS), tr(SEGMENTS_EXPLAINED), empty=tr(NONE)), self._show_segments)

    def _open(self, matter: Matter, show: Callable[[], None]) -> None:
        self._asking.open(self, matter)
        self._read, self._shown = (), show
        show()

    def _refresh(self) -> None:
        if self._asking.is_about(self) and self._shown is not None:
            self._shown()

    def _put(self, lines: list[Line], empty: str) -> None:
        """Only what reads differently is shown anew: who has the keyboard on a line keeps it there."""
        read = tuple(line.said for line in lines)
        if read != self._read or not lines:
            panel = self._asking.panel
            at = max(panel.view.currentIndex().row(), 0) if self._read else 0
            self._read = read
            panel.show_lines(lines, empty)
            panel.view.go_to(min(at, max(len(lines) - 1, 0)))

    def _show_ways(self) -> None:
        lines: list[Line] = []
        rooms = self._day.schedule.rooms
        for room in rooms:
            found = choices(self._day.plan, self._day.actual, self._day.now, self._day.decided, room.name)
            if found and len(rooms) > 1:
                lines.append(Line("head", room.name or tr("Main room")))
            for each in found:
                lines += self._lines(each, room.name)
        if self._day.decided:
            lines.append(Line("offer", tr("As planned: nothing that was decided tonight holds"), offers=()))
        self._put(lines, tr(ON_TIME))

    def _lines(self, choice: Choice, room: str) -> list[Line]:
        end = next(each.end for each in choice.schedule.rooms if each.name == room)
        saved = tr(", {saved} than now").format(saved=signed(-choice.saved)) if abs(choice.saved) >= 1 else ""
        tag = tr("ends {time}{saved}").format(time=self._time(end), saved=saved)
        return [
            Line("offer", self._said(choice), tag, offers=choice.adjustments),
            *(Line("change", self._broken(row)) for row in choice.breaks),
        ]

    def _said(self, choice: Choice) -> str:
        rows = {row.segment.id: row for row in choice.schedule.rows}
        named = [rows[each] for each in choice.segments]
        match choice.kind:
            case "absorb":
                return tr("Take it in: gaps first, then shorter segments")
            case "shorten":
                words = tr("{name} shorter: {length}, planned {planned}")
                return ", ".join(
                    words.format(name=row.segment.name, length=length(row.length), planned=length(row.row.length))
                    for row in named
                )
            case "push":
                return tr("Push all: hard times move, too")
        return tr("Leave out {names}").format(names=", ".join(row.segment.name for row in named))

    def _broken(self, row: SegmentTimes) -> str:
        late = row.breaks or row.later
        words = tr("{name}, hard: {time} later") if row.breaks else tr("{name}, hard: moves by {time}")
        return words.format(name=row.segment.name, time=length(late))

    def _show_segments(self) -> None:
        lines: list[Line] = []
        for room in self._day.schedule.rooms:
            if room.now is not None:
                now = room.now
                lines.append(Line("offer", tr("End {name} now").format(name=now.segment.name), tr("runs"),
                                  offers=EndSegment(segment=now.segment.id)))  # fmt: skip
        last = self._day.actual[-1] if self._day.actual else None
        if last is not None and last.segment in self._day.plan.places:
            words = tr("Take back the end of {name}") if last.end is not None else tr("Take back the start of {name}")
            name = self._day.plan.rows[self._day.plan.places[last.segment]].segment.name
            at = self._time(last.start if last.end is None else last.end)
            lines.append(Line("offer", words.format(name=name), at, offers=TakeBack(segment=last.segment)))
        for row in self._day.schedule.rows:
            again = row.where in ("done", "now")
            words = tr("Start {name} again") if again else tr("Start {name} now")
            tag = tr("planned {time}").format(time=self._time(row.planned))
            lines.append(Line("offer", words.format(name=row.segment.name), tag,
                              offers=StartSegment(segment=row.segment.id)))  # fmt: skip
        self._put(lines, tr(NONE))

    def _choose(self, line: Line) -> None:
        if not self._asking.is_about(self) or line.kind != "offer":
            return
        if isinstance(line.offers, tuple):
            self._decide(line.offers)
        elif isinstance(line.offers, DayCommand):
            self._send(line.offers)
        self._asking.close()

    def _decide(self, wanted: tuple[Adjustment, ...]) -> None:
        """All of tonight's decisions are these from now on."""
        before = {each.segment: each for each in self._day.decided}
        after = {each.segment: each for each in wanted}
        changed = [after.get(name, Adjustment(name)) for name in {**before, **after}
                   if before.get(name) != after.get(name)]  # fmt: skip
        if changed:
            self._send(Decide(decided=tuple(SegmentDecision(a.segment, a.extra, a.later, a.cut) for a in changed)))

    def _time(self, instant: float) -> str:
        return time_of_day(instant, self._day.zone)
