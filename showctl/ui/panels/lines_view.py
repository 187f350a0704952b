"""Lines to read and to choose among, painted. Space is GO, as everywhere."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from showctl.ui.ink import RIGHT, broken_lines, draw_text, draw_wrapped, fill_rounded, outline_rounded, width
from showctl.ui.models.lines import LINE_ROLE, Line, LinesModel, Option
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import REGULAR, SEMIBOLD, metrics

HEAD, OPTION, LINE = 36, 30, 20
SMALL = 13
INDENT = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinesDelegate(QStyledItemDelegate):
    """Paints the lines; the height of one is what its words need."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Line = index.data(LINE_ROLE)
        match line.kind:
            case "head":
                return QSize(0, HEAD + 4)
            case "offer":
                return QSize(0, HEAD + 4 + (len(self._lines_of_offer(line)) - 1) * LINE)
            case "conflict":
                return QSize(0, HEAD + self._high(line.tag, INDENT) + sum(self.option_heights(line)) + 8)
            case "note":
                return QSize(0, self._high(line.text, 28) + 12)
        return QSize(0, self._high(line.text, INDENT) + 6)

    def _high(self, text: str, indent: int) -> int:
        return len(broken_lines(text, SMALL, self._room - indent)) * metrics(SMALL).height()

    def _lines_of_offer(self, line: Line) -> list[str]:
        """All of it is to be read: who chooses it may agree to what it says."""
        room = self._room - 20 - (width(line.tag, SMALL) + 12 if line.tag else 0)
        return broken_lines(line.text, 15, room, SEMIBOLD) or [""]

    def option_heights(self, line: Line) -> list[int]:
        """Of each way to settle a conflict: all of its value is to be read, or nobody can choose."""
        return [max(OPTION, len(self._option_lines(option)) * LINE + 10) for option in line.options]

    def _option_lines(self, option: Option) -> list[str]:
        room = self._room - INDENT - 42 - width(option.choice, 14, SEMIBOLD)
        return broken_lines(option.text, 14, room) or [""]

    @property
    def _room(self) -> int:
        return self._view.viewport().width() - 8

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        t, box = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == "note":
            draw_shape(painter, "warning", QPointF(box.left() + 10, box.top() + 15), 15, t.over)
            draw_wrapped(painter, box.adjusted(28, 6, -8, 0), line.text, SMALL, t.text_2)
        elif line.kind == "change":
            draw_wrapped(painter, box.adjusted(INDENT, 2, -8, 0), line.text, SMALL, t.text_2)
        else:
            current = self._view.currentIndex() == index
            ground = box.adjusted(0, 4, 0, 0)
            fill_rounded(painter, ground, 6, t.selected if current and line.kind != "conflict" else t.raised)
            high = HEAD if line.kind == "conflict" else ground.height()
            self._paint_head(painter, QRectF(box.left(), box.top() + 4, box.width(), high), line)
            if line.kind == "conflict":
                self._paint_options(painter, box, line)
            if current and self._view.hasFocus():
                outline_rounded(painter, ground, 6, t.focus, 2)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, line: Line) -> None:
        t = self._theme
        tag = line.tag if line.kind != "conflict" else "" if line.settled else tr("open: mine stands")
        token = t.over if line.kind == "conflict" else t.text_2
        draw_text(painter, box.adjusted(0, 0, -10, 0), tag, SMALL, token, align=RIGHT)
        words = box.adjusted(10, 0, -(width(tag, SMALL) + 22 if tag else 10), 0)
        lines = self._lines_of_offer(line) if line.kind == "offer" else [line.text]
        row = QRectF(words.left(), words.center().y() - len(lines) * LINE / 2, words.width(), LINE)
        for each in lines:
            draw_text(painter, row, each, 15, t.text, weight=SEMIBOLD)
            row.translate(0, LINE)

    def _paint_options(self, painter: QPainter, box: QRectF, line: Line) -> None:
        t = self._theme
        high = self._high(line.tag, INDENT)
        draw_wrapped(painter, box.adjusted(INDENT, HEAD, -8, 0), line.tag, SMALL, t.text_2)
        top = box.top() + HEAD + high
        for option, tall in zip(line.options, self.option_heights(line), strict=True):
            row = QRectF(box.left() + INDENT, top + 5, box.width() - INDENT - 8, LINE)
            chosen = option.choice == line.chosen
            draw_shape(painter, "disc" if chosen else "ring", QPointF(row.left() + 8, row.center().y()), 15, t.text)
            row.setLeft(row.left() + 24)
            weight = SEMIBOLD if chosen else REGULAR
            draw_text(painter, row, option.choice, 14, t.text, weight=weight)
            row.setLeft(row.left() + width(option.choice, 14, SEMIBOLD) + 10)
            for each in self._option_lines(option):
                draw_text(painter, row, each, 14, t.text if chosen else t.text_2)
                row.translate(0, LINE)
            top += tall


class LinesView(QListView):
    """↑ ↓ go from thing to thing; Enter chooses; in a conflict ← → go from one way to the next, Enter settles it as it
    stands."""

    chosen = Signal(object)
    """The Line on which Enter was pressed, or a double click."""
    turned = Signal(int, int)
    """The row of a conflict, and which of its options is wanted."""
    pressed_with = Signal(str)
    """A key with Ctrl that may belong to one of the panel's buttons: `Ctrl+Enter`."""

    def __init__(self, theme: Theme, model: LinesModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.empty = ""
        """What is said while there are no lines."""
        self.setModel(model)
        self._paints = LinesDelegate(theme, self)
        self.setItemDelegate(self._paints)
        self.setObjectName("lines")
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # long ones are measured piece by piece, GO in between
        self.setBatchSize(60)

    def go_to(self, row: int) -> None:
        """Make a line current, or the next that can be."""
        for at in range(max(row, 0), len(self._model.lines)):
            if self._model.flags(self._model.index(at)):
                self.setCurrentIndex(self._model.index(at))
                return

    @property
    def current(self) -> Line | None:
        index = self.currentIndex()
        return self._model.lines[index.row()] if index.isValid() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            line = self._model.lines[index.row()]
            if line.kind == "conflict":
                self._press(line, index.row(), self.visualRect(index).bottom() - 8 - event.position().y())

    def _press(self, line: Line, row: int, from_below: float) -> None:
        """Choose the way that was pressed, so many pixels over the lowest edge of them."""
        for which, tall in reversed(list(enumerate(self._paints.option_heights(line)))):
            if 0 <= from_below < tall:
                self.turned.emit(row, which)
            from_below -= tall

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.current
        if line is not None and line.kind != "conflict":
            self.chosen.emit(line)

    def event(self, event: QEvent) -> bool:
        """Ctrl+F is the panel's field here, and finds no cue."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _name(event, event.modifiers())
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        line = self.current
        if held & Qt.KeyboardModifier.ControlModifier and (name := _name(event, held)):
            if not event.isAutoRepeat():
                self.pressed_with.emit(name)
        elif event.key() in _ENTER and not event.isAutoRepeat():
            if line is not None and line.kind == "conflict":
                self._turn(line, 0)
                self._step(1)
            elif line is not None:
                self.chosen.emit(line)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and line is not None and line.kind == "conflict":
            self._turn(line, 1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _turn(self, line: Line, step: int) -> None:
        """To the next way to settle it, after the last the first; 0: as it stands."""
        at = [option.choice for option in line.options].index(line.chosen) + step
        self.turned.emit(self.currentIndex().row(), at % len(line.options))

    def _step(self, step: int) -> None:
        """Things; what is below the last of them scrolls."""
        at = self.currentIndex().row() + step
        while 0 <= at < len(self._model.lines) and not self._model.flags(self._model.index(at)):
            at += step
        if 0 <= at < len(self._model.lines):
            self.setCurrentIndex(self._model.index(at))
            below = at + 1
            while below < len(self._model.lines) and self._model.lines[below].kind == "change":
                below += 1
            self.scrollTo(self._model.index(min(below, len(self._model.lines)) - 1))
            self.scrollTo(self._model.index(at))
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.lines and self.empty:
            painter = QPainter(self.viewport())
            box = QRectF(self.viewport().rect()).adjusted(4, 12, -4, 0)
            draw_wrapped(painter, box, self.empty, 14, self._theme.text_3)


def _name(event: QKeyEvent, held: Qt.KeyboardModifier) -> str:
    keys = {Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter", Qt.Key.Key_Delete: "Delete", Qt.Key.Key_F: "F"}
    key = keys.get(Qt.Key(event.key()), "")
    shift = "Shift+" if held & Qt.KeyboardModifier.ShiftModifier else ""
    return f"Ctrl+{shift}{key}" if key else ""
