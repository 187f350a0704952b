"""The top bar: which show, what time it is, how late, what is due next, how late messages leave, the devices."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from showctl.engine.snapshot import Lateness, Snapshot
from showctl.session.state import EngineState
from showctl.timing.times import EARLY_OR_LATE
from showctl.ui.day import Day
from showctl.ui.desk import Desk
from showctl.ui.document_mark import DocumentMark
from showctl.ui.masters import Masters
from showctl.ui.measure import WIDE, Measures
from showctl.ui.models.devices import DevicesModel
from showctl.ui.models.logistics import DueItem, LogisticsModel
from showctl.ui.panels.grand_master import GrandMaster
from showctl.ui.panels.lamps import Lamps
from showctl.ui.panels.mode_head import ModeHead
from showctl.ui.panels.page_tabs import EditHead
from showctl.ui.panels.readout import Readout, Tag, Words
from showctl.ui.panels.segment_now import over_under_token
from showctl.ui.reading import clock_count, milliseconds, signed, time_of_day, zone_said
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD

TITLE = 120
"""Pixels that the title keeps, and no more where there is not room for all."""
LEFT, RIGHT = 4, 12
GOOD, BAD = 0.002, 0.010
"""Lateness (p99, seconds) below which all is well, and above which it must be said."""


class TopBar(QWidget):
    """Readouts; each repaints only when it reads differently."""

    def __init__(
        self,
        desk: Desk,
        day: Day,
        theme: Theme,
        devices: DevicesModel,
        logistics: LogisticsModel,
        masters: Masters,
        mark: DocumentMark,
        head: ModeHead,
        edit: EditHead,
    ) -> None:
        super().__init__()
        self._desk, self._day, self._theme, self._logistics = desk, day, theme, logistics
        self._mark, self._head, self._edit = mark, head, edit
        self._measures = WIDE
        self._due: DueItem | None = None
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Readout(theme, tr("Show"), least=TITLE, rule=False, gives_way=True, opens=True)
        self.clock = Readout(theme, tr("Time"))
        self.since = Readout(theme, tr("Since start"))
        self.over_under = Readout(theme, tr("Over or under"))
        self.next_due = Readout(theme, tr("Next due"))
        self.lateness = Readout(theme, tr("Engine lateness"), least=130, opens=True)
        self.grand = GrandMaster(masters, theme)
        self.lamps = Lamps(theme, devices)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LEFT, 0, RIGHT, 0)
        layout.setSpacing(0)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        layout.addWidget(head)
        layout.addWidget(self.title, 1)
        layout.addWidget(edit)
        for part in (self.clock, self.since, self.over_under, self.next_due, self.grand, self.lateness):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            layout.addWidget(part)
        layout.addWidget(self.lamps)
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)
        day.moved.connect(self._move)
        mark.changed.connect(self._move)
        masters.changed.connect(self._fit)
        self.grand.held.connect(self._fit)

    def set_measures(self, measures: Measures) -> None:
        self._measures = measures
        self.setFixedHeight(measures.top)
        self._edit.set_measures(measures)
        self.lateness.setVisible(not measures.tight)
        self.lamps.set_measures(measures)
        self._move()
        self._show_lateness(self._desk.snapshot.lateness if self._desk.snapshot is not None else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """No lamp is cut: time since the start goes first, then what is due next, a grand master at full, then lamps of
        those that are well."""
        room = self.width() - LEFT - RIGHT - TITLE - self.clock.wanted
        room -= self.lateness.wanted if not self._measures.tight else 0
        room -= self._head.wanted + (self._edit.sizeHint().width() if self._measures.edit else 0)
        room -= self.over_under.wanted if self._over_shown else 0
        room -= self.grand.wanted if self.grand.needed else 0
        for_all = room - self.lamps.wanted
        grand = self.grand.needed or self.grand.wanted <= for_all
        for_all -= self.grand.wanted if grand and not self.grand.needed else 0
        self.grand.setVisible(grand)
        next_due = self._due is not None and self.next_due.wanted <= for_all
        for_all -= self.next_due.wanted if next_due else 0
        self.next_due.setVisible(next_due)
        self.since.setVisible(not self._measures.narrow and not self._measures.edit and self.since.wanted <= for_all)
        self.lamps.set_room(room)

    def _move(self) -> None:
        """What counts by the second."""
        t, day, m = self._theme, self._day, self._measures
        info = day.show.info
        date = f"{info.date:%A} {info.date.day} {info.date:%B}" if info.date is not None else ""
        started = [row.start for row in day.schedule.rows if row.where in ("done", "now")]
        since = clock_count(day.now - min(started)) if started else "0:00"
        if m.narrow and started and not m.edit:  # the readout of its own has no room
            where = tr("{time} since start").format(time=since)
        else:
            where = " · ".join(part for part in (info.venue if not m.narrow else "", date) if part)
        mark = self._mark.mark
        token = {"well": t.text_3, "edited": t.text, "bad": t.broken.colour}[mark.level]
        said = Words(mark.short if m.narrow else mark.text, 13, token, SEMIBOLD)
        self.title.show_lines(
            (Words(info.title, 16 if not m.narrow else 15, t.text, SEMIBOLD),),
            (said, Words(f"· {where}" if where else "", 13, t.text_2)) if mark.text else (Words(where, 13, t.text_2),),
        )
        clock = time_of_day(day.now, day.zone, seconds=True)
        zone = zone_said(day.zone, day.now)
        at = (Words(clock, m.clock_text, t.text, SEMIBOLD),)
        self.clock.show_lines(at, (Words(zone, 12, t.text_3),)) if zone else self.clock.show_lines(at)
        self.since.show_lines((Words(since, 17, t.text, SEMIBOLD),), (Words(tr("since start"), 12, t.text_3),))
        self._show_over_under()
        self._show_next()
        self._fit()

    def _show_over_under(self) -> None:
        t, s = self._theme, self._day.schedule
        over = s.over_under
        self.over_under.setVisible(self._over_shown)
        if over is None:
            return
        breaks = s.slack is not None and s.slack < 0
        if breaks and s.hard is not None:
            tag = Tag(
                tr("BREAKS {time}").format(time=time_of_day(s.hard.planned, self._day.zone)),
                t.broken.colour,
                t.on_broken,
            )
        elif over >= EARLY_OR_LATE:
            tag = Tag(tr("OVER"), t.over_fill, t.on_over)
        elif over <= -EARLY_OR_LATE:
            tag = Tag(tr("UNDER"), t.pre_wait.tint, t.under)
        else:
            tag = Tag(tr("ON TIME"), t.track, t.text)
        token = over_under_token(t, over, breaks)
        self.over_under.show_lines((Words(signed(over), self._measures.clock_text, token, SEMIBOLD),), tag=tag)

    @property
    def _over_shown(self) -> bool:
        """Nobody edits against the clock: in Edit mode the pages have its room."""
        return self._day.schedule.over_under is not None and not self._measures.edit

    def _show_next(self) -> None:
        t = self._theme
        due = self._due = self._logistics.next_due
        if due is None:
            return
        title = _cut(due.item.title, 16 if self._measures.narrow else 28)
        said = due.when if self._measures.narrow else tr("next due · {when}").format(when=due.when)
        self.next_due.show_lines(
            (Words(due.at.partition(",")[0], 15, t.text, SEMIBOLD), Words(title, 15, t.text)),
            (Words(said, 12, t.text_3),),
        )

    def _take(self, snapshot: Snapshot) -> None:
        self._show_lateness(snapshot.lateness)

    def _take_engine(self, engine: EngineState) -> None:
        if engine.kind in ("lost", "failed", "starting"):
            self._show_lateness(None)

    def _show_lateness(self, lateness: Lateness | None) -> None:
        t = self._theme
        if lateness is None or not lateness.count or not self._desk.in_touch:
            words = (Words(tr("no data"), 15, t.text_3, SEMIBOLD),)
            self.lateness.show_lines(words, (Words(tr("engine lateness"), 12, t.text_3),), shape=("ring", t.text_3))
            self.lateness.setToolTip(
                tr("How late messages and frames leave the engine. Nothing was sent in the last minute")
            )
            self._fit()
            return
        token, shape = t.text, ("disc", t.running.colour)
        if lateness.p99 > BAD:
            token, shape = t.broken.colour, ("broken", t.broken.colour)
        elif lateness.p99 >= GOOD:
            token, shape = t.standby.colour, ("half ring", t.standby.colour)
        p99, worst = milliseconds(lateness.p99), milliseconds(lateness.worst)
        self.lateness.setToolTip(
            tr(
                "How late messages and frames leave the engine, over the last minute:\nhalf of them "
                "within {time}, 99 of 100 within {p99}, the worst since the start {worst}"
            ).format(time=milliseconds(lateness.median), p99=p99, worst=worst)
        )
        small = (
            tr("worst {worst}").format(worst=worst)
            if self._measures.narrow
            else tr("p99 late, worst {worst}").format(worst=worst)
        )
        self.lateness.show_lines((Words(p99, 15, token, SEMIBOLD),), (Words(small, 12, t.text_3),), shape=shape)
        self._fit()


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
