"""Banners under the top bar: what holds for the whole console. They push the layout down and cover nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from showctl.engine.snapshot import Snapshot
from showctl.session.state import EngineState
from showctl.ui.desk import Desk
from showctl.ui.ink import broken_lines, draw_text, width
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import BOLD, MEDIUM, font

HEIGHT = 44
LEFT, GAP, LINE = 52, 12, 20
"""Where the words begin, what is between them and the next thing, and how high a line of them is. Pixels."""
BESIDE = 420
"""Width from which what follows stands beside the fact, and not under it."""
LOOKS_ON = marked(
    "The engine plays the show as whoever has it open edits it. Here it is shown as it was when it was read."
)
Buttons = Sequence[tuple[str, Callable[[], None]]]


class Banner(QWidget):
    """As high as its words need: amber edges when something waits for the operator, solid for the engine."""

    def __init__(self, theme: Theme, name: str, shape: str, *, solid: bool = False, buttons: Buttons = ()) -> None:
        super().__init__()
        self._theme, self._shape, self._solid = theme, shape, solid
        self.fact = self.text = ""
        self._width = 0
        self.setObjectName(name)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(8)
        layout.addStretch(1)
        self.buttons: list[QPushButton] = []
        for i, (label, act) in enumerate(buttons):
            button = QPushButton(label)
            button.setProperty("inset", True)
            button.setProperty("inverse", i == 0)
            button.setFont(font(14, MEDIUM))
            button.setAutoDefault(True)  # Enter presses it; Space is GO
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(label.replace("&", ""))  # the mark of its key is not spoken
            button.clicked.connect(lambda _=False, act=act: act())
            layout.addWidget(button)
            self.buttons.append(button)
        self.hide()

    def say(self, fact: str, text: str) -> None:
        """Show it with these words."""
        if (fact, text) != (self.fact, self.text):
            self.fact, self.text = fact, text
            self.setAccessibleName(f"{fact} {text}")
            self._fit()
        self.show()

    def set_width(self, pixels: int) -> None:
        """Before it is shown, so that it does not first come with the height for another width."""
        self._width = pixels
        self._fit()

    def show_buttons(self, shown: bool) -> None:
        """Whether there is anything to choose."""
        for button in self.buttons:
            button.setVisible(shown)
        self._fit()

    @property
    def lines(self) -> list[str]:
        """What follows the fact, as it is broken into lines."""
        return broken_lines(self.text, 15, self._room - (self._fact_wide if self._beside else 0))

    @property
    def _fact_wide(self) -> int:
        return width(self.fact, 16, BOLD) + GAP

    @property
    def _room(self) -> int:
        shown = [button.sizeHint().width() + 8 for button in self.buttons if not button.isHidden()]
        return self._width - LEFT - sum(shown) - 2 * GAP

    @property
    def _beside(self) -> bool:
        return self._room - self._fact_wide >= min(BESIDE, width(self.text, 15))

    def _fit(self) -> None:
        count = max(len(self.lines), 1) + (0 if self._beside else 1)
        self.setFixedHeight(max(HEIGHT, count * LINE + 16))
        self.update()

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
        lines, beside = self.lines, self._beside
        count = max(len(lines), 1) + (0 if beside else 1)
        line = QRectF(LEFT, box.center().y() - count * LINE / 2, self._room, LINE)
        draw_shape(painter, self._shape, QPointF(28, line.center().y()), 18, token)
        draw_text(painter, line, self.fact, 16, words, weight=BOLD)
        line = line.adjusted(self._fact_wide, 0, 0, 0) if beside else line.translated(0, LINE)
        for each in lines:
            draw_text(painter, line, each, 15, words)
            line.translate(0, LINE)


class Banners(QWidget):
    """The rows that there are, in order of weight: engine, one that sends, question on closing, older state, off."""

    def __init__(self, desk: Desk, theme: Theme, *, leave: Callable[[], None], stop: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        start = ((tr("&Start the engine"), desk.session.start),)
        self.engine = Banner(theme, "engine lost", "broken", solid=True, buttons=start)
        choice = ((tr("&Attach all the same"), desk.session.attach_anyway), (tr("&Close"), leave))
        self.sending = Banner(theme, "engine sends", "warning", solid=True, buttons=choice)
        answers = (
            (tr("&Leave it playing"), leave),
            (tr("&Stop it: the rig goes dark"), stop),
            (tr("&Cancel"), self.cancel_closing),
        )
        self.closing = Banner(theme, "closing", "warning", buttons=answers)
        self.older = Banner(theme, "older", "warning", buttons=((tr("Hand over the new one"), desk.session.hand_over),))
        self.off = Banner(theme, "outputs off", "square slash")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for banner in (self.engine, self.sending, self.closing, self.older, self.off):
            layout.addWidget(banner)
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for banner in (self.engine, self.sending, self.closing, self.older, self.off):
            banner.set_width(event.size().width())
        super().resizeEvent(event)

    def ask_closing(self, goes_on: str) -> None:
        """`goes_on`: what the engine does if it is left."""
        QToolTip.hideText()  # it might lie over the question
        self.closing.say(tr("CLOSE THE CONSOLE?"), goes_on)

    def cancel_closing(self) -> None:
        self.closing.hide()

    def _take(self, snapshot: Snapshot) -> None:
        if snapshot.outputs_off:
            self.off.say(tr("OUTPUTS OFF"), tr("Cues run and keep their time, but nothing is sent."))
        else:
            self.off.hide()

    def _take_engine(self, engine: EngineState) -> None:
        if engine.kind == "lost":
            self.engine.show_buttons(False)
            self.engine.say(tr("ENGINE LOST"), engine.text)
        elif engine.kind == "failed":
            self.engine.show_buttons(True)
            self.engine.say(
                tr("NO ENGINE"),
                tr("{text}. Nothing can be sent until an engine is started.").format(text=engine.text.rstrip(".")),
            )
        else:
            self.engine.hide()
        if engine.kind == "sending":
            self.sending.say(tr("THIS ENGINE IS SENDING"), engine.text)
        else:
            self.sending.hide()
        if engine.kind == "older":
            looks_on = bool(self._desk.session.document.read_only)
            self.older.show_buttons(not looks_on)
            self.older.say(
                tr("ANOTHER STATE PLAYING") if looks_on else tr("OLDER STATE PLAYING"),
                tr(LOOKS_ON) if looks_on else engine.text,
            )
        else:
            self.older.hide()
        if engine.kind in ("failed", "sending"):
            self.cancel_closing()  # it was about another engine
