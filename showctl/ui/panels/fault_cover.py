"""What stands over a part of the console that has failed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from showctl.ui.log_file import log_path
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

EFFECT = marked("The rest of the console works on, and the engine plays. The log has the details.")


class FaultCover(QWidget):
    """As large as the part, opaque: what is beneath is not painted any more."""

    again = Signal()

    def __init__(self, part: QWidget, theme: Theme, title: str) -> None:
        super().__init__(part)
        self._title = title
        self.setObjectName("fault")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._fact, self._said, effect = QLabel(tr("{title} failed.").format(title=title)), QLabel(), QLabel(tr(EFFECT))
        self._fact.setFont(font(15, SEMIBOLD))
        for label in (self._fact, self._said, effect):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setToolTip(tr("The log: {log_path}").format(log_path=log_path()))
        self.button = QPushButton(tr("Try again"))
        self.button.setFont(font(14, MEDIUM))
        self.button.setToolTip(tr("Show it once more (Enter)"))
        self.button.setAutoDefault(True)  # Enter presses it; Space is GO
        self.button.clicked.connect(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addStretch(1)
        for label in (self._fact, self._said, effect):
            layout.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        part.installEventFilter(self)
        self._fit()

    def say(self, said: str) -> None:
        """Show it with what was raised."""
        self._said.setText(said)
        self.setAccessibleName(tr("{title} failed. {said}").format(title=self._title, said=said))
        self._fit()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        part = self.parentWidget()
        if part is not None:
            self.setGeometry(part.rect())
