"""The field of a colour: twelve to click, and a line for any other."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from showctl.ui.fields.colour import PRESETS
from showctl.ui.fields.field import HEIGHT
from showctl.ui.fields.kind import Kind
from showctl.ui.fields.line_field import LineField
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr

_SIDE = 24
_STEP = 28
_LINE = 104


class ColourField(LineField):
    """A click on the colour that is chosen takes it away."""

    def __init__(self, caption: str, kind: Kind, theme: Theme) -> None:
        super().__init__(caption, kind, theme)
        self.swatches = Swatches(theme)
        self.line.setFixedWidth(_LINE)
        self._layout.removeWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line)
        row.addWidget(self.swatches)
        row.addStretch(1)
        self._layout.insertLayout(1, row)
        self.swatches.chosen.connect(self._chosen)

    def _chosen(self, token: str) -> None:
        token = "" if token == self.value().lower() else token
        self.line.setText(token)
        self._take(token)
        if self.several and not token:
            self._draft = ""
        self.finish()

    def _say(self) -> None:
        super()._say()
        self.swatches.show_chosen(self.value().lower())


class Swatches(QWidget):
    """Left and right go from one to the next, Enter takes it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chosen, self._at = "", 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Twelve colours"))
        self.setToolTip(tr("← → and Enter choose one; the one that is chosen is taken away"))

    def sizeHint(self) -> QSize:
        return QSize(_STEP * len(PRESETS) + 4, HEIGHT)

    def show_chosen(self, token: str) -> None:
        if token != self._chosen:
            self._chosen = token
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().x() // _STEP)
        if 0 <= at < len(PRESETS):
            self.chosen.emit(PRESETS[at][0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(event.key())
        if step is not None:
            self._at = (self._at + step) % len(PRESETS)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(PRESETS[self._at][0])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _SIDE) / 2
        for at, (token, _) in enumerate(PRESETS):
            box = QRectF(at * _STEP + 2, top, _SIDE, _SIDE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(token))
            painter.drawRoundedRect(box, 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.hasFocus() and at == self._at:
                painter.setPen(QPen(colour(self._theme.focus), 2))
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
            if token == self._chosen:
                painter.setPen(QPen(colour(self._theme.app), 2.4))
                centre = box.center()
                painter.drawPolyline([centre + QPointF(-5, 0), centre + QPointF(-1, 4), centre + QPointF(6, -5)])
