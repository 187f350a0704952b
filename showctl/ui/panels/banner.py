"""Banners under the top bar: what holds for the whole console. They push the layout down and cover nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from showctl.engine.snapshot import Snapshot
from showctl.session.state import EngineState
from showctl.ui.desk import Desk
from showctl.ui.ink import draw_text
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.typeface import BOLD, MEDIUM, font

HEIGHT = 44
Buttons = Sequence[tuple[str, Callable[[], None]]]


class Banner(QWidget):
    """One row: amber edges when something waits for the operator, solid when the engine is gone."""

    def __init__(self, theme: Theme, name: str, shape: str, *, solid: bool = False, buttons: Buttons = ()) -> None:
        super().__init__()
        self._theme, self._shape, self._solid = theme, shape, solid
        self.fact = self.text = ""
        self.setObjectName(name)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 5, 12, 5)
        layout.setSpacing(8)
        layout.addStretch(1)
        self.buttons = []
        for i, (label, act) in enumerate(buttons):
            button = QPushButton(label)
            button.setProperty("row", True)
            button.setProperty("inverse", i == 0)
            button.setFont(font(14, MEDIUM))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, act=act: act())
            layout.addWidget(button)
            self.buttons.append(button)
        self.hide()

    def say(self, fact: str, text: str) -> None:
        """Show it with these words."""
        if (fact, text) != (self.fact, self.text):
            self.fact, self.text = fact, text
            self.setAccessibleName(f"{fact} {text}")
            self.update()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box = self._theme, QRectF(self.rect())
        ground, token, words = (t.standby.tint, t.standby.colour, t.text)
        if self._solid:
            ground, token, words = t.broken.colour, t.on_broken, t.on_broken
        painter.fillRect(box, colour(ground))
        if not self._solid:
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 4), colour(t.standby.fill))
            painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), colour(t.standby.fill))
        draw_shape(painter, self._shape, QPointF(28, box.center().y()), 18, token)
        right = self.buttons[0].x() - 12 if self.buttons else box.right() - 16
        line = QRectF(52, box.top(), right - 52, box.height())
        used = draw_text(painter, line, self.fact, 16, words, weight=BOLD)
        draw_text(painter, line.adjusted(used + 12, 0, 0, 0), self.text, 15, words)


class Banners(QWidget):
    """The rows that there are, in order of weight: engine, question on closing, older state, outputs off."""

    def __init__(self, desk: Desk, theme: Theme, *, leave: Callable[[], None], stop: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self.engine = Banner(theme, "engine lost", "broken", solid=True)
        answers = (
            ("&Leave it playing", leave),
            ("&Stop it: the rig goes dark", stop),
            ("&Cancel", self.cancel_closing),
        )
        self.closing = Banner(theme, "closing", "warning", buttons=answers)
        self.older = Banner(theme, "older", "warning", buttons=(("Hand over the new one", desk.session.hand_over),))
        self.off = Banner(theme, "outputs off", "square slash")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for banner in (self.engine, self.closing, self.older, self.off):
            layout.addWidget(banner)
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)

    def ask_closing(self) -> None:
        QToolTip.hideText()  # it might lie over the question
        self.closing.say("CLOSE THE CONSOLE?", "The engine is playing and has sent to the rig.")

    def cancel_closing(self) -> None:
        self.closing.hide()

    def _take(self, snapshot: Snapshot) -> None:
        if snapshot.outputs_off:
            self.off.say("OUTPUTS OFF", "Cues run and keep their time, but nothing is sent.")
        else:
            self.off.hide()

    def _take_engine(self, engine: EngineState) -> None:
        if engine.kind in ("lost", "failed"):
            self.engine.say("ENGINE LOST" if engine.kind == "lost" else "NO ENGINE", engine.text)
        else:
            self.engine.hide()
        if engine.kind == "older":
            self.older.say("OLDER STATE PLAYING", engine.text)
        else:
            self.older.hide()
