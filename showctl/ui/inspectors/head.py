"""The head of the inspector: whose cue it is, its number and label, whether it runs, and Send now."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from showctl.ui.fields.line_field import LineField
from showctl.ui.icon import DEPARTMENT_NAME, draw_icon, icon
from showctl.ui.inspectors.common import LABEL
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font, metrics

_SMALL = 34
_NARROW = 480
"""Pixels, below which Send now is its icon: the label needs the room more."""


class Head(QWidget):
    """One line, 52 high."""

    def __init__(self, theme: Theme, send: Callable[[], None], key: str) -> None:
        super().__init__()
        self.mark = DepartmentMark(theme)
        self.number = QLabel()
        self.number.setFont(font(24, SEMIBOLD))
        self.number.setTextFormat(Qt.TextFormat.PlainText)
        self.label = LineField("", LABEL.kind, theme)
        self.label.setAccessibleName(tr("Label"))
        self.label.reading.hide()
        self.label.line.setFixedHeight(36)
        self.label.line.setFont(font(16, MEDIUM))
        self.send = QPushButton(icon("paper-plane-tilt-fill", theme.text, theme.text_3), tr(" Send now"))
        self.send.setProperty("row", True)
        self.send.setIconSize(QSize(16, 16))
        self.send.setFont(font(14, MEDIUM))
        self.send.setFixedHeight(_SMALL)
        self.send.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.send.setAccessibleName(tr("Send now"))
        self.send.setToolTip(
            tr("Sends what this cue sends and sets, at once; it does not start, and standby stays")
            + (tr(" (in the list {key})").format(key=key) if key else "")
        )
        self.send.clicked.connect(send)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 4)
        row.setSpacing(10)
        row.addWidget(self.mark)
        row.addWidget(self.number)
        row.addWidget(self.label, 1)
        row.addWidget(self.send)

    def show_cue(self, department: str, number: str, sends: bool, code: str = "", name: str = "") -> None:
        """`department`: empty for several, or a group; `code`: its letters; `name`: the icon of the cue."""
        self.mark.show_department(department, code, name)
        self.number.setText(number)
        self.send.setEnabled(sends)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.send.setText("" if event.size().width() < _NARROW else tr(" Send now"))
        super().resizeEvent(event)


class DepartmentMark(QWidget):
    """Icon and code of a cue; nothing for several cues."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._department = self._code = self._icon = ""
        self.setFixedSize(66, 36)

    def show_department(self, department: str, code: str, icon: str) -> None:
        self._department, self._icon = department, icon
        self._code = code if department != "group" else ""
        name = tr(DEPARTMENT_NAME.get(department, department.capitalize()))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setVisible(bool(department))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        token = self._theme.department.get(self._department, self._theme.text_2)
        draw_icon(painter, self._icon, QRectF(0, 0, 24, self.height()), token, 20)
        painter.setFont(font(13, SEMIBOLD))
        painter.setPen(colour(token))
        painter.drawText(28, self.height() // 2 + metrics(13).ascent() // 2 - 1, self._code or "GRP")
