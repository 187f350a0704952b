"""The question on closing what becomes of edits that are not saved. Whatever is answered, nothing is lost."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from showctl.session.change import EditRefused
from showctl.session.notice import Notice
from showctl.ui.desk import Desk
from showctl.ui.panels.banner import Banner
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr

FACT = marked("CLOSE WITHOUT SAVING?")


class ClosingBanner(QWidget):
    """`go_on` closes the window again: what becomes of the engine is asked then."""

    def __init__(self, desk: Desk, theme: Theme, go_on: Callable[[], object]) -> None:
        super().__init__()
        self.discard = False
        """Whether the edits are not wanted any more."""
        self._desk, self._close = desk, go_on
        self._answered = self._saving = False
        buttons = (
            (tr("Sa&ve"), self._save),
            (tr("Keep for ne&xt time"), self._go_on),
            (tr("Throw awa&y"), self._throw_away),
            (tr("&Cancel"), self.cancel),
        )
        self.banner = Banner(theme, "closing edits", "warning", buttons=buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)
        desk.noticed.connect(self._note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.banner.set_width(event.size().width())
        super().resizeEvent(event)

    def asks(self) -> bool:
        """Whether this has to be answered before the window closes; then it is asked."""
        document = self._desk.session.document
        state = document.now()
        if self._answered:
            return False
        self.discard = False
        if not state.is_dirty or document.read_only:
            self.banner.hide()
            return False
        QToolTip.hideText()  # it might lie over the question
        self._saving = False
        kept = tr("They are kept on the disk") if state.is_kept else tr("They are not kept on the disk yet")
        where = state.trouble or tr("{kept}; the next start offers them again.").format(kept=kept)
        for button in self.banner.buttons:
            button.setVisible(button is not self.banner.buttons[1] or not state.trouble)
        self.banner.say(
            tr(FACT),
            tr("{name} has edits that are not saved. {where}").format(name=self._desk.session.path.name, where=where),
        )
        return True

    def cancel(self) -> None:
        """Go on working."""
        self._saving = False
        self.banner.hide()

    def _save(self) -> None:
        try:
            self._desk.session.save()
        except EditRefused as refused:
            self.cancel()
            self._desk.said.emit(tr("Not saved: {refused}.").format(refused=refused))
            return
        self._saving = True
        for button in self.banner.buttons[:3]:
            button.hide()
        self.banner.say(tr("SAVING …"), tr("The console closes when it is done."))

    def _note(self, notice: Notice) -> None:
        if self._saving and notice.kind == "saved":
            self._go_on()
        elif self._saving and notice.kind in ("not saved", "changed"):
            self.cancel()  # a banner says what there is to do

    def _throw_away(self) -> None:
        self.discard = True
        self._go_on()

    def _go_on(self) -> None:
        self._saving = False
        self.banner.hide()
        self._answered = True
        self._close()
        self._answered = False  # who cancels what is asked next is asked anew
