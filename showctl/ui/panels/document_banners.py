"""Banners about the open show and its file: one question at a time, and where nothing is sent yet."""

from collections.abc import Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from showctl.ui.document_words import Asked, Question
from showctl.ui.panels.banner import Banner, Buttons
from showctl.ui.theme import Theme

_SOLID = ("not saved",)


class DocumentBanners(QWidget):
    """The weightiest question has the row; where nothing is sent has one of its own."""

    def __init__(self, theme: Theme, buttons: Mapping[Question, Buttons], destinations: Buttons) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.unsent = Banner(theme, "not agreed", "square slash", buttons=destinations)
        layout.addWidget(self.unsent)
        self.questions: dict[Question, Banner] = {}
        for question, each in buttons.items():
            shape = "broken" if question in _SOLID else "warning"
            banner = Banner(theme, question, shape, solid=question in _SOLID, buttons=each)
            self.questions[question] = banner
            layout.addWidget(banner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for banner in (self.unsent, *self.questions.values()):
            banner.set_width(event.size().width())
        super().resizeEvent(event)

    @property
    def asking(self) -> Question | None:
        """What is asked."""
        return next((question for question, banner in self.questions.items() if not banner.isHidden()), None)

    def ask(self, asked: Asked | None) -> None:
        """Put this question in the place of the one before."""
        for question, banner in self.questions.items():
            if asked is None or question != asked.question:
                banner.hide()
        if asked is not None:
            self.questions[asked.question].say(asked.fact, asked.text)

    def tell_unsent(self, fact: str, text: str, *, all_named: bool) -> None:
        """Where nothing is sent; empty: there is nothing. Agreeing is offered to who has read them all."""
        self.unsent.buttons[1].setVisible(all_named)
        if fact:
            self.unsent.say(fact, text)
        else:
            self.unsent.hide()
