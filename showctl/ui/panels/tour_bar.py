"""The tour in a row above the bottom bar: five steps that tick themselves. It covers nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from showctl.ui.panels.close_button import close_button
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.tour import Tour
from showctl.ui.tour_steps import STEPS
from showctl.ui.typeface import SEMIBOLD, font

DONE = marked("All five are done. The rest is in docs/console.md; every key: ?")


class TourBar(QWidget):
    """One for the console. Ctrl+W, or ✕, ends the tour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tour: Tour | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Tour"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        heading = QLabel(tr("Tour"))
        heading.setFont(font(14, SEMIBOLD))
        row.addWidget(heading)
        self.discs: list[QLabel] = []
        for step in STEPS:
            disc = QLabel()
            disc.setObjectName("disc")
            disc.setFixedSize(28, 28)
            disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
            disc.setFont(font(13, SEMIBOLD))
            disc.setToolTip(f"{tr(step.title)}. {tr(step.how)}")
            row.addWidget(disc)
            self.discs.append(disc)
        self.title, self.how = QLabel(), QLabel()
        self.title.setFont(font(15, SEMIBOLD))
        self.how.setFont(font(13))
        self.how.setObjectName("reading")
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.title, self.how):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.addWidget(label)
        row.addSpacing(8)
        row.addLayout(words, 1)
        self.close_button = close_button(tr("End the tour; Ctrl+K finds it again"), self.hide)
        self.close_button.setFixedSize(44, 44)
        row.addWidget(self.close_button)
        self.hide()

    def follow(self, tour: Tour) -> None:
        """Show how far this one is."""
        self._tour = tour
        tour.changed.connect(self._refresh)
        self._refresh()

    def close_opened(self) -> bool:
        """End the tour. Whether it was there."""
        was = self.isVisible()
        self.hide()
        return was

    def _refresh(self) -> None:
        assert self._tour is not None
        following = self._tour.next
        for at, (disc, done) in enumerate(zip(self.discs, self._tour.done, strict=True)):
            disc.setText("✓" if done else str(at + 1))
            state = tr("done") if done else tr("next") if at == following else tr("to do")
            disc.setAccessibleName(f"{tr(STEPS[at].title)}: {state}")
            disc.setProperty("first", at == following)
            disc.style().unpolish(disc)
            disc.style().polish(disc)
        over = following >= len(STEPS)
        if over:
            self.title.setText(tr("Ready for the evening"))
            self.how.setText(tr(DONE))
        else:
            step = STEPS[following]
            self.title.setText(tr("{number} of 5: {title}").format(number=following + 1, title=tr(step.title)))
            self.how.setText(tr(step.how))
