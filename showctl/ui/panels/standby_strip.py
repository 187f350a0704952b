"""The standby strip: what the next GO does, by department, and what the operator needs to know before it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from showctl.engine.event import AnyEvent, CommandTaken
from showctl.model.cue import MAIN, Cue, CueId
from showctl.ui.describe import DepartmentLine, called, then
from showctl.ui.desk import LIGHT_FIRST, Desk
from showctl.ui.evening import armed_now, lines_said, loaded_said, taking_said, unarmed_said
from showctl.ui.icon import DEPARTMENT_ICON, draw_icon
from showctl.ui.ink import RIGHT, draw_tag, draw_text, draw_wrapped, fill_rounded, width
from showctl.ui.measure import WIDE, Measures
from showctl.ui.models.devices import DevicesModel
from showctl.ui.panels.standby_small import SmallStrip, Urgent, paint_small, paint_urgent
from showctl.ui.panels.typed_tag import draw_typed
from showctl.ui.reading import time_of_day
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD, MEDIUM, SEMIBOLD

EDGE, LINES = 8, 4
MOST_OF_LIST = 14
"""Letters of the list's name that the tag has room for in the narrow layout."""


class StandbyStrip(QWidget):
    """Painted; changes with standby, with the list shown, and with devices that fail."""

    def __init__(self, desk: Desk, theme: Theme, devices: DevicesModel) -> None:
        super().__init__()
        self._desk, self._theme, self._devices = desk, theme, devices
        self._measures = WIDE
        self._played: list[CueId] = []
        """What GO plays, groups aside."""
        self._cue: Cue | None = None
        self._then = ""
        self._lines: list[DepartmentLine] = []
        self._last = ""
        self.reason = ""
        """Why standby would not play as written."""
        self.taking = ""
        """From which cue the show is being taken."""
        self.loaded = ""
        """Where GO begins, if the cue is loaded."""
        self._unarmed = False
        self.light = ""
        """What GO does to light besides, after a panic or out of order."""
        self.typed = ""
        """The number of a cue, while it is typed."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("strip")
        desk.snapshot_changed.connect(self.refresh)
        desk.show_changed.connect(self.refresh)
        desk.list_changed.connect(self.refresh)
        desk.engine_changed.connect(self._say)
        devices.dataChanged.connect(self.refresh)
        desk.happened.connect(self._take_event)

    def show_typed(self, text: str) -> None:
        """A number that is typed; empty: none."""
        if text != self.typed:
            self.typed = text
            self.update()

    def set_measures(self, measures: Measures) -> None:
        self._measures = measures
        self.setFixedHeight(measures.strip)
        self._say()

    def refresh(self, *_: object) -> None:
        """Read again what is in standby."""
        before = self._read
        standby = self._desk.standby or ""
        self._cue = self._desk.cues.get(standby)
        self._lines, self._then, self._played = [], "", []
        if self._cue is not None:
            self._played = self._desk.next_go.played(standby)
            self._lines = lines_said(self._desk.cues, self._desk.program, self._played, self._unarmed_in)
            self._then = self._read_then(standby)
        self.reason = self._read_reason()
        self._last = self._read_last()
        self.light = self._desk.light_back if self._cue is not None else ""
        self.taking = taking_said(self._desk.snapshot)
        self.loaded = loaded_said(self._desk.snapshot, self._desk.standby)
        if before != self._read:
            self._say()

    @property
    def _read(self) -> tuple[object, ...]:
        return self._cue, tuple(self._lines), self._then, self._last, self.reason, self.light, self.taking, self.loaded

    def _say(self, *_: object) -> None:
        standby = tr("Standby {cue}").format(cue=called(self._cue)) if self._cue is not None else self.tag.capitalize()
        self.setAccessibleName(". ".join(part for part in (standby, self.taking, self.loaded, self.light) if part))
        self.setToolTip(self._cue.notes if self._measures.edit and self._cue is not None else "")
        self.update()

    def _take_event(self, event: AnyEvent) -> None:
        if isinstance(event, CommandTaken):
            self.refresh()

    def _read_then(self, standby: CueId) -> str:
        """What comes by itself after what GO starts; else what waits for the next."""
        led = [(cue, by) for cue, by in self._desk.next_go.steps(standby) if by is not None]
        if led:
            cue, by = led[0]
            said = then(self._desk.cues[by or cue])
            return tr("Then {cue}, {then}").format(cue=called(self._desk.cues[cue]), then=said)
        after = self._desk.next_go.standby_after(standby)
        if after is not None:
            return tr("Then {cue}, waits for GO").format(cue=called(self._desk.cues[after]))
        around = next(self._desk.next_go.around(standby), None)
        last = tr("Last cue of the list")
        return tr("Last in {cue}").format(cue=called(self._desk.cues[around])) if around is not None else last

    def _unarmed_in(self, cue: CueId) -> CueId | None:
        """The cue itself, or the innermost group around it, that is not armed."""
        around = (cue, *self._desk.next_go.around(cue))
        return next((each for each in around if not armed_now(self._desk.snapshot, each, self._desk.cues[each])), None)

    def _read_reason(self) -> str:
        """Why standby, or a cue inside it, would not play as written."""
        cue, broken = self._cue, self._devices.broken
        if cue is None:
            return ""
        standby = self._desk.standby or ""
        off = self._unarmed_in(standby)
        self._unarmed = off is not None
        if off is not None:
            said = unarmed_said(self._desk.snapshot, off, self._desk.cues[off])
            around, said_so = self._desk.cues[off].number, said[0].lower() + said[1:]
            return said if off == standby else tr("{number} around it: {said}").format(number=around, said=said_so)
        for each in dict.fromkeys((standby, *self._played)):
            reason = broken.get(each)
            if reason is not None and self._unarmed_in(each) is None:
                kept = tr(" Its timing is kept.") if reason.endswith("?") else tr("; its timing is kept.")
                return (
                    f"{reason}{kept}"
                    if each == standby
                    else f"{self._desk.cues[each].number}: {reason.removesuffix('?')}."
                )
        return ""

    def _read_last(self) -> str:
        snapshot = self._desk.snapshot
        if snapshot is None or snapshot.last_go is None:
            return ""
        wall = snapshot.wall - (snapshot.instant - snapshot.last_go_at)
        zone = self._desk.zone
        name, _, number = snapshot.last_go.rpartition("/")
        at = time_of_day(wall, zone, seconds=True)
        if (name or MAIN) == self._desk.list:
            return tr("Last {number} at {time}").format(number=number, time=at)
        return tr("Last {number} of {list} at {time}").format(
            number=number, list=self._list_label(name or MAIN), time=at
        )

    def _list_label(self, name: str) -> str:
        known = self._desk.show.cue_lists.get(name)
        return (known.label if known is not None else "") or name

    # Painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, m = self._theme, self._measures
        fill_rounded(painter, QRectF(self.rect()), 8, t.panel)
        painter.save()
        painter.setClipRect(QRectF(0, 0, EDGE, self.height()))
        fill_rounded(painter, QRectF(self.rect()), 8, t.standby.fill if self._cue is not None else t.line_strong)
        painter.restore()
        inner = QRectF(self.rect()).adjusted(EDGE + m.padding, m.padding - 4, -m.padding, -m.padding + 4)
        if m.edit:
            paint_small(painter, t, inner, m.strip_text, self._small())
            self._paint_typed(painter)
            return
        bottom = self._paint_head(painter, inner)
        if self._cue is not None:
            split = inner.left() + inner.width() * 0.52
            self._paint_departments(
                painter, QRectF(inner.left(), bottom, split - inner.left() - 20, inner.bottom() - bottom)
            )
            painter.setPen(QPen(colour(t.line), 1))
            painter.drawLine(QPointF(split - 8, bottom + 2), QPointF(split - 8, inner.bottom()))
            self._paint_notes(painter, QRectF(split + 8, bottom, inner.right() - split - 8, inner.bottom() - bottom))
        self._paint_typed(painter)

    def _paint_typed(self, painter: QPainter) -> None:
        """The number that is being typed, over all the rest."""
        if self.typed:
            draw_typed(painter, QRectF(self.rect()), self.typed, self._measures.strip_text, self._theme)

    def urgent(self) -> list[Urgent]:
        """What goes before the notes: what holds for the next GO now."""
        t, found = self._theme, []
        if self.taking:
            found.append(Urgent("running", t.running.colour, self.taking, SEMIBOLD))
        if self.loaded:
            found.append(Urgent("ph.timer", t.standby.colour, self.loaded, SEMIBOLD))
        if self.light == tr(LIGHT_FIRST):
            found.append(Urgent(f"ph.{DEPARTMENT_ICON['light']}", t.text_2, self.light))
        elif self.light:
            found.append(Urgent("warning", t.over, self.light, MEDIUM))
        if self.reason:
            state = "disarmed" if self._unarmed else "broken"
            found.append(Urgent(state, t.states[state].colour, self.reason, MEDIUM))
        return found

    def _small(self) -> SmallStrip:
        tag = f"{self.tag} · {self._desk.list_said.upper()[:MOST_OF_LIST]}" if self._desk.list_said else self.tag
        urgent = self.urgent()
        return SmallStrip(tag, self._cue, self._lines, urgent[-1] if urgent else None, self._then)

    @property
    def tag(self) -> str:
        """What stands before the cue, or instead of one."""
        if self._cue is not None:
            return tr("STANDBY")
        return tr("END OF LIST") if self._desk.in_touch else self._desk.why_not.upper()

    def _paint_head(self, painter: QPainter, inner: QRectF) -> float:
        """Tag, last cue, number and label: two lines, or one where it is narrow. Returns where they end."""
        t, m = self._theme, self._measures
        line = QRectF(inner.left(), inner.top(), inner.width(), 26)
        title = QRectF(inner.left(), line.bottom() + 2, inner.width(), m.strip_text * 1.25)
        middle = line.center().y()
        if m.narrow:
            title = QRectF(inner.left(), inner.top(), inner.width(), m.strip_text * 1.3)
            middle = title.center().y()
        left = inner.left()
        tag = self.tag
        if m.narrow and self._desk.list_said:
            tag = f"{tag} · {self._desk.list_said.upper()[:MOST_OF_LIST]}"
        last = width(self._last, 13) + 24 if self._last else 0
        if m.narrow and last > inner.width() - width(tag, 13, SEMIBOLD) - 24 - self._title_wide():
            last = 0  # what comes is worth more than what was
        fill, on_it = (t.standby.fill, t.on_standby) if self._cue is not None else (t.track, t.text_2)
        left += draw_tag(painter, left, middle, tag, fill, on_it, 13) + 12
        if not m.narrow:
            name = self._list_label(self._desk.list)
            box = QRectF(left, line.top(), line.right() - left - last, line.height())
            draw_text(painter, box, tr("in {name}").format(name=name), 14, t.text_2)
        if last:
            box = QRectF(inner.right() - last, middle - 13, last, 26)
            draw_text(painter, box, self._last, 13, t.text_2, align=RIGHT)
            draw_shape(painter, "done", QPointF(inner.right() - last + 10, middle), 13, t.text_3)
        if self._cue is not None:
            left = left if m.narrow else inner.left()
            box = QRectF(left, title.top(), title.right() - left - (last + 12 if m.narrow else 0), title.height())
            # A long label is rather smaller than cut.
            pixels = m.strip_text if self._title_wide() <= box.width() else m.strip_text * 3 // 4
            used = draw_text(painter, box, self._cue.number, pixels, t.standby.colour, weight=BOLD)
            box.setLeft(box.left() + used + pixels * 0.3)
            draw_text(painter, box, self._cue.label, pixels, t.text, weight=SEMIBOLD, elide="middle")
        return title.bottom() + (4 if m.narrow else 8)

    def _title_wide(self) -> float:
        if self._cue is None:
            return 0.0
        pixels = self._measures.strip_text
        return width(self._cue.number, pixels, BOLD) + pixels * 0.3 + width(self._cue.label, pixels, SEMIBOLD) + 12

    def _paint_departments(self, painter: QPainter, box: QRectF) -> None:
        t = self._theme
        pixels = 14 if self._measures.narrow else 15
        height = min(box.height() / LINES, 28.0)
        for i, entry in enumerate(self._lines[:LINES]):
            line = QRectF(box.left(), box.top() + i * height, box.width(), height)
            if i == LINES - 1 and len(self._lines) > LINES:
                draw_text(painter, line, tr("{count} more").format(count=len(self._lines) - i), pixels, t.text_3)
                return
            token = t.department[entry.department]
            draw_icon(painter, entry.icon, QRectF(line.left(), line.top(), 18, height), token, 17)
            if not self._measures.tabbed:
                draw_text(painter, line.adjusted(25, 0, 0, 0), entry.code, 12, token, weight=MEDIUM)
            line.setLeft(line.left() + (26 if self._measures.tabbed else 68))
            time = f", {entry.time}" if entry.time else ""
            line.setRight(line.right() - width(time, pixels))
            used = draw_text(painter, line, entry.what, pixels, t.text)
            draw_text(painter, QRectF(line.left() + used, line.top(), 120, height), time, pixels, t.text_3)

    def _paint_notes(self, painter: QPainter, box: QRectF) -> None:
        t, m = self._theme, self._measures
        foot = QRectF(box.left(), box.bottom() - 20, box.width(), 20)
        for each in self.urgent():
            paint_urgent(painter, QRectF(box.left(), box.top(), box.width(), 24), each, 15)
            box = box.adjusted(0, 26, 0, 0)
        lines = QRectF(box.left(), box.top(), box.width(), foot.top() - box.top() - 2)
        draw_wrapped(painter, lines, self._cue.notes if self._cue is not None else "", m.notes_text, t.text, MEDIUM)
        draw_text(painter, foot, self._then, 14 if m.narrow else 15, t.text_2, elide="middle")
