"""How late messages and frames leave the engine, and which device is the latest."""

from showctl.ui.desk import Desk
from showctl.ui.overrides import Overrides
from showctl.ui.panels.details_panel import DetailsPanel
from showctl.ui.reading import milliseconds, time_of_day
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr

EXPLAINED = marked(
    "Under 2 ms is well. Above 10 ms cues are seen to be late: see what else this machine does, and how the device "
    "that is named here is connected."
)


class LatenessPanel(DetailsPanel):
    """One for the console."""

    def __init__(self, desk: Desk, theme: Theme, overrides: Overrides) -> None:
        super().__init__(theme)
        self._desk = desk
        self.setAccessibleName(tr("Lateness of the engine"))
        self.reset = self.button(tr("Reset the worst"), tr("The worst counts from now on"))
        self.reset.clicked.connect(overrides.reset_lateness)
        self.column.addWidget(self.caption(tr(EXPLAINED)))
        self.column.addWidget(self.reset)
        self.column.addStretch(1)
        desk.snapshot_changed.connect(self.refresh)
        desk.engine_changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """As the engine says it is."""
        snapshot, t = self._desk.snapshot, self._theme
        if snapshot is None or not self._desk.in_touch:
            self.title.say(tr("Engine lateness"), tr("no data"), ("ring", t.text_3))
            self.facts.show_facts([])
            return
        late = snapshot.lateness
        good, bad = late.p99 < 0.002, late.p99 > 0.010
        shape = ("disc", t.running.colour) if good else ("half ring", t.standby.colour)
        shape = ("broken", t.broken.colour) if bad else shape
        word = tr("nothing left in the last minute") if not late.count else tr("well") if good else tr("late")
        self.title.say(tr("Engine lateness"), word, shape if late.count else ("ring", t.text_3))
        since = ""
        if late.since is not None:
            at = self._desk.wall() + late.since - self._desk.clock()
            since = tr(", since {time}").format(time=time_of_day(at, self._desk.zone, seconds=True))
        last = [
            (tr("Median"), milliseconds(late.median)),
            (tr("99 of 100"), tr("within {time}").format(time=milliseconds(late.p99))),
            (tr("Latest for"), late.device or tr("frames of light")),
            (tr("In the last minute"), tr("{count:,} messages and frames").format(count=late.count)),
        ]
        worst = (tr("Worst"), f"{milliseconds(late.worst)}{since or tr(', since the start')}")
        self.facts.show_facts([*(last if late.count else []), worst, (tr("Scheduling"), snapshot.realtime)])
