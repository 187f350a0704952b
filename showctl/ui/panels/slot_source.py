"""The slot that is asked about: what it is, its level, the cue that it comes from, and what lies below that."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from showctl.model.cue import CueId
from showctl.ui.context import Context
from showctl.ui.describe import called
from showctl.ui.ink import RIGHT, draw_text
from showctl.ui.light_now import LightNow
from showctl.ui.monitors.level_text import Format, address_text, level_text
from showctl.ui.monitors.source_words import below_words, source_words
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD

LINE = 24


class SlotSource(QWidget):
    """Three lines, always as high as each other, so that nothing jumps."""

    def __init__(self, context: Context, light: LightNow) -> None:
        super().__init__()
        self._context, self._light = context, light
        self._at = (0, 0)
        self.form: Format = "255"
        self.lines: tuple[str, ...] = ()
        """Address, what it is, level, where it comes from, what lies below."""
        self.setFixedHeight(3 * LINE + 10)

    def sizeHint(self) -> QSize:
        return QSize(300, 3 * LINE + 10)

    def ask(self, universe: int, slot: int) -> None:
        self._at = (universe, slot)
        self.refresh()

    def refresh(self) -> None:
        """Say it anew, if there is anything else to say."""
        lines = self._said()
        if lines != self.lines:
            self.lines = lines
            address, what, level, source, below = lines
            self.setAccessibleName(
                tr("{address} {what}, {level}. Comes from {source}. Below it {below}").format(
                    address=address, what=what, level=level, source=source, below=below or tr("nothing")
                )
            )
            self.update()

    def _said(self) -> tuple[str, ...]:
        universe, slot = self._at
        if not universe:
            return ("", tr("No universe is patched"), "", "", "")
        found = self._light.map.of(universe).get(slot)
        address = address_text(universe, slot)
        known = universe in self._light.levels
        level = level_text(int(self._light.of(universe)[slot - 1]), self.form) if known else tr("no data")
        source = self._light.whose(universe, slot)
        if found is None and (unused := self._light.map.unused(universe, slot)):
            return (address, unused, level, tr("its profile: a slot that is not used stays at 0"), "")
        if source is None:
            why = tr("nothing") if found is None else tr("no data: no engine") if not known else tr("not known yet")
            what = f"{found.fixture}, {found.words}" if found is not None else tr("nothing is patched here")
            return (address, what, level, why, "")
        what = f"{found.fixture}, {found.words}" if found is not None else tr("nothing is patched here")
        below = below_words(source, self._called, self.form)
        palette = self._light.palette(source, found.fixture, found.parameter) if found is not None else ""
        return (address, what, level, source_words(source, self._called, palette), " · ".join(below))

    def _called(self, cue: CueId) -> str:
        found = self._context.desk.cues.get(cue)
        return called(found) if found is not None else tr("{cue}, which is gone").format(cue=cue)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.lines:
            return
        theme = self._context.theme
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.line)
        address, what, level, source, below = self.lines
        top, wide = 8.0, float(self.width())
        used = draw_text(painter, QRectF(0, top, wide, LINE), address, 16, theme.text, weight=SEMIBOLD)
        draw_text(painter, QRectF(used + 10, top, wide - used - 90, LINE), what, 14, theme.text)
        draw_text(painter, QRectF(wide - 74, top, 74, LINE), level, 16, theme.text, weight=SEMIBOLD, align=RIGHT)
        for at, (caption, said) in enumerate(((tr("Comes from"), source), (tr("Below it"), below)), 1):
            box = QRectF(0, top + at * LINE, 84, LINE)
            draw_text(painter, box, caption, 13, theme.text_3)
            draw_text(painter, box.adjusted(88, 0, wide - 84, 0), said or tr("nothing"), 13, theme.text_2)
