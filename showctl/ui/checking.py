"""What is wrong with the show and the evening, kept up to date: the file in a thread of its own, the rest at once."""

from PySide6.QtCore import QObject, QTimer, Signal

from showctl.engine.event import AnyEvent, Warned
from showctl.program.opening import opened
from showctl.showfile.item import Item
from showctl.showfile.report import LocatedProblem, Refused
from showctl.ui.context import Context
from showctl.ui.in_turn import InTurn
from showctl.ui.models.devices import BROKEN
from showctl.ui.monitors.findings import Finding, in_order, of_cues, of_devices, of_problems
from showctl.ui.reading import milliseconds, time_of_day
from showctl.ui.tongue import tr

QUIET = 800
"""Milliseconds after an edit in which no other comes until the file is checked anew: who types is not disturbed."""
MOST = 200
"""Warnings of the evening that are kept."""
LATE = 0.010


class Checking(QObject):
    """`findings` is all of it, the worst first."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._devices = context.desk, context.devices
        self.turn = InTurn("check", self)
        self.findings: list[Finding] = []
        self.checked = False
        """Whether the file has been checked as it is now."""
        self.failed = ""
        """Why it could not be checked."""
        self._questions: list[Finding] = []
        self._warned: dict[str, Finding] = {}
        self._wanted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._check)
        self._desk.happened.connect(self._note)
        self._desk.show_changed.connect(self._follow)
        self._desk.snapshot_changed.connect(lambda _: self.gather())
        self._desk.engine_changed.connect(lambda _: self.gather())
        self._at = 0
        self._of_file: list[Finding] = []
        self._read_problems()
        self.gather()

    def want(self, on: bool) -> None:
        """Whether anybody looks: only then the file is checked for what is perhaps not meant."""
        self._wanted = on
        if on and not self.checked and not self._timer.isActive():
            self._check()

    def gather(self) -> None:
        """Bring the list up to date with what is known."""
        lamps = [
            (lamp.name, tr(BROKEN[lamp.state]), " ".join(lamp.tip.splitlines()[1:2]))
            for lamp in self._devices.lamps
            if lamp.state in BROKEN
        ]
        said = self._of_file
        left_out = [Finding("warning", "patch", text) for text in self._desk.program.left_out]
        found = in_order(
            [*said, *of_devices(lamps), *of_cues(self._devices.broken, said), *left_out, *self._late(),
             *reversed(self._warned.values()), *self._questions]
        )  # fmt: skip
        if found != self.findings:
            self.findings = found
            self.changed.emit()

    def clear_evening(self) -> None:
        """Warnings of the evening have been seen."""
        self._warned.clear()
        self.gather()

    def _late(self) -> list[Finding]:
        late = self._desk.snapshot.lateness if self._desk.snapshot is not None else None
        if late is None or not late.count or late.p99 <= LATE:
            return []
        return [
            Finding(
                "warning",
                "engine",
                tr("messages leave late: {time} in the last minute").format(time=milliseconds(late.p99)),
                tr("Close what else runs on this machine"),
            )
        ]

    def _read_problems(self) -> None:
        opened_now = self._desk.session.opened
        self._of_file = of_problems(opened_now.problems, opened_now.source.root)

    def _note(self, event: AnyEvent) -> None:
        if isinstance(event, Warned):
            wall = self._desk.wall() - self._desk.clock() + event.due
            at = time_of_day(wall, self._desk.zone, seconds=True)
            self._warned.pop(event.text, None)
            item = Item("device", event.device) if event.device else None
            self._warned[event.text] = Finding("warning", f"{at} {event.device}".strip(), event.text, "", item)
            while len(self._warned) > MOST:
                self._warned.pop(next(iter(self._warned)))
            self.gather()

    def _follow(self) -> None:
        self.checked = False
        self._read_problems()
        self.gather()
        if self._wanted:
            self._timer.start()

    def _check(self) -> None:
        loaded = self._desk.session.document.state
        self._at += 1
        at = self._at

        def work() -> tuple[list[Finding], list[Finding]]:
            problems: list[LocatedProblem] = []
            questions: list[LocatedProblem] = []
            try:
                questions += opened(lambda: loaded).questions
            except Refused as refused:
                problems += refused.problems
            return of_problems(problems, loaded.source.root), of_problems(questions, loaded.source.root)

        def take(found: tuple[list[Finding], list[Finding]]) -> None:
            if at != self._at:
                return
            self.checked, self.failed = True, ""
            problems, self._questions = found
            known = {(each.item, each.what) for each in self._of_file}
            self._of_file += [each for each in problems if (each.item, each.what) not in known]
            self.gather()
            self.changed.emit()

        self.turn.begin(work, take, self._fail)

    def _fail(self, why: str) -> None:
        self.failed = why
        self.changed.emit()
