"""The tabs of the cue lists: each with its standby and what is active in it; the list that GO acts on in amber."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QWidget

from showctl.ui.icon import draw_icon
from showctl.ui.ink import draw_text, fill_rounded, width
from showctl.ui.measure import TABS
from showctl.ui.panels.tabs import Tabs
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD

PADDING, GAP = 14, 8
TEXT, SMALL = 14, 13
_CART, _SHAPE = 22, 16


@dataclass(frozen=True, slots=True)
class TabState:
    """What a tab says of its list."""

    name: str
    cart: bool = False
    count: str = ""
    """How many cues there are, while nobody has asked for anything yet."""
    standby: str = ""
    """The number of the standby cue."""
    active: int = 0
    go: bool = False
    """GO acts on this list."""


class ListTabs(Tabs):
    """Painted, so that standby looks the same here and in the list."""

    menu_wanted = Signal(int)
    """A right click: what can be done with the list of this tab?"""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._states: list[TabState] = []

    def add(self, state: TabState) -> None:
        self._states.append(state)
        self.addTab(state.name)

    def drop(self) -> None:
        """No tabs; who calls this adds others."""
        while self._states:
            self.removeTab(len(self._states) - 1)
            self._states.pop()  # only now: those that are left are measured anew

    def take(self, at: int, state: TabState) -> None:
        """Say something else."""
        if self._states[at] != state:
            wider = self._wide(state) != self._wide(self._states[at])
            self._states[at] = state
            self.setAccessibleTabName(at, _said(state))
            self.setTabToolTip(at, f"{_said(state)} (Alt+{at + 1})")
            if wider:
                self.setTabText(at, state.name)  # has the places of all tabs counted anew
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (at := self.tabAt(event.pos())) >= 0:
            self.menu_wanted.emit(at)

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(round(self._wide(self._states[index])), TABS)

    def _wide(self, state: TabState) -> float:
        wide = 2 * PADDING + width(state.name, TEXT, SEMIBOLD) + (_CART if state.cart else 0)
        wide += width(state.count, SMALL) + GAP if state.count else 0
        wide += _SHAPE + width(state.standby, SMALL, SEMIBOLD) + 12 + GAP if state.standby else 0
        return wide + (_SHAPE + width(str(state.active), SMALL, SEMIBOLD) + GAP if state.active else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, state in enumerate(self._states):
            option = QStyleOptionTab()
            self.initStyleOption(option, at)
            self._paint_tab(painter, QRectF(self.tabRect(at)), state, option)

    def _paint_tab(self, painter: QPainter, box: QRectF, state: TabState, option: QStyleOptionTab) -> None:
        t = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if option.state & QStyle.StateFlag.State_MouseOver and not chosen:
            painter.fillRect(box, colour(t.hover))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), colour(t.text))
        left, middle = box.left() + PADDING, box.center().y()
        if state.cart:
            draw_icon(painter, "squares-four", QRectF(left, box.top(), 18, box.height()), t.text_2, 16)
            left += _CART
        line = QRectF(left, box.top(), box.right() - left, box.height())
        token = t.text if chosen else t.text_2
        left += draw_text(painter, line, state.name, TEXT, token, weight=SEMIBOLD if chosen else MEDIUM) + GAP
        if state.count:
            line.setLeft(left)
            left += draw_text(painter, line, state.count, SMALL, t.text_3) + GAP
        if state.standby:
            wide = _SHAPE + width(state.standby, SMALL, SEMIBOLD) + 10
            tag = QRectF(left, middle - 11, wide, 22)
            if state.go:
                fill_rounded(painter, tag, 4, t.standby.fill)
            token = t.on_standby if state.go else t.standby.colour
            draw_shape(painter, "standby", QPointF(tag.left() + 11, middle), 12, token)
            draw_text(painter, tag.adjusted(_SHAPE + 4, 0, 0, 0), state.standby, SMALL, token, weight=SEMIBOLD)
            left = tag.right() + GAP
        if state.active:
            draw_shape(painter, "running", QPointF(left + 6, middle), 11, t.running.colour)
            line = QRectF(left + _SHAPE, box.top(), 60, box.height())
            draw_text(painter, line, str(state.active), SMALL, t.running.colour, weight=SEMIBOLD)


def _said(state: TabState) -> str:
    """`Main, standby 39, GO acts on this list, 4 active`."""
    parts = [state.name, tr("cart") if state.cart else ""]
    parts.append(tr("standby {standby}").format(standby=state.standby) if state.standby else "")
    parts.append(tr("GO acts on this list") if state.go else "")
    parts.append(tr("{active} active").format(active=state.active) if state.active else "")
    return ", ".join(part for part in parts if part)


def serve_tab_keys(panel: QWidget, beside: Callable[[int], None], show: Callable[[int], None]) -> None:
    """Ctrl+Page keys go to the tab beside, Alt+1 … Alt+9 to that tab."""
    for key, step in {"Ctrl+PgDown": 1, "Ctrl+PgUp": -1}.items():
        QShortcut(QKeySequence(key), panel, partial(beside, step), autoRepeat=False)
    for at in range(9):
        QShortcut(QKeySequence(f"Alt+{at + 1}"), panel, partial(show, at))
