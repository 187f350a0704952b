"""A drawer below the cue list: what is asked before many cues are edited at once, and what it would come to."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

PREVIEW = 132
"""Pixels of what it would come to: some lines, the rest by scrolling."""
MOST_LINES = 1_000


class Drawer(QWidget):
    """It pushes the list up and covers nothing. Enter does it, Ctrl+W puts it away; GO is Ctrl+Space in its fields."""

    asked = Signal()
    """Do it."""
    closed = Signal()
    """Put away while it had the keyboard."""

    def __init__(self, title: str, does: str) -> None:
        super().__init__()
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self._title, self._said = QLabel(title), QLabel()
        self._title.setFont(font(15, SEMIBOLD))
        self._said.setFont(font(13))
        self._said.setObjectName("reading")
        self._said.setWordWrap(True)
        self.does = QPushButton(does)
        self.does.setProperty("row", True)
        self.does.setFont(font(14, MEDIUM))
        self.does.setToolTip(tr("{does} (Enter)").format(does=does))
        self.does.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.does.clicked.connect(self.asked)
        self.close_button = QPushButton("✕")
        self.close_button.setProperty("row", True)
        self.close_button.setFixedWidth(64)
        self.close_button.setAccessibleName(tr("Close {title}").format(title=title.lower()))
        self.close_button.setToolTip(tr("Close (Ctrl+W)"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self.close_drawer)
        self._lines = QStringListModel(self)
        self.preview = QListView()
        self.preview.setModel(self._lines)
        self.preview.setFont(font(13))
        self.preview.setFixedHeight(PREVIEW)
        self.preview.setUniformItemSizes(True)
        self.preview.setAccessibleName(tr("What it comes to"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(6)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.does)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self.fields)
        column.addWidget(self.preview)
        column.addLayout(foot)
        self._watch(self.does)
        self.hide()

    def add_fields(self, *fields: tuple[str, QWidget]) -> None:
        """A row of fields with captions; an empty caption has none."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for caption, field in fields:
            if caption:
                label = QLabel(caption)
                label.setFont(font(13))
                label.setObjectName("reading")
                row.addWidget(label)
            if isinstance(field, QLineEdit):
                field.setFixedHeight(32)
                row.addWidget(field, 1)
            else:
                field.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                row.addWidget(field)
            field.setAccessibleName(caption or field.property("text") or "")
            self._watch(field)
        if not any(isinstance(field, QLineEdit) for _, field in fields):
            row.addStretch(1)
        self.fields.addLayout(row)

    def _watch(self, field: QWidget) -> None:
        field.installEventFilter(self)

    def open(self, first: QWidget) -> None:
        """With the keyboard: the operator has asked for it. One at a time."""
        around = self.parentWidget()
        for other in around.findChildren(Drawer) if around is not None else ():
            if other is not self:
                other.hide()
        self.show()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def close_opened(self) -> bool:
        """Put it away. Whether it was open."""
        was = self.isVisible()
        self.close_drawer()
        return was

    def close_drawer(self) -> None:
        if self.isVisible():
            had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
            self.hide()
            if had_keyboard:
                self.closed.emit()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """What it would come to in a line, or why nothing can be done."""
        self._said.setText(text)
        self.does.setEnabled(not wrong)
        if self._said.property("wrong") != wrong:
            self._said.setProperty("wrong", wrong)
            self._said.style().unpolish(self._said)
            self._said.style().polish(self._said)

    @property
    def said(self) -> str:
        return self._said.text()

    def show_lines(self, lines: Sequence[str]) -> None:
        """What each would become."""
        more = [tr("… and {count} more").format(count=len(lines) - MOST_LINES)] if len(lines) > MOST_LINES else []
        self._lines.setStringList([*lines[:MOST_LINES], *more])

    @property
    def lines(self) -> list[str]:
        return self._lines.stringList()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(watched, QCheckBox):
                watched.toggle()
            elif self.does.isEnabled():
                self.asked.emit()
            return True
        return False
