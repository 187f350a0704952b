"""Edits that an earlier session did not save: what they change, and whether they are taken."""

from collections.abc import Callable

from showctl.session.comparing import other_way
from showctl.session.recovery import Recovery
from showctl.showfile.change import Comparison
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.difference_lines import difference_lines
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.tongue import marked, tr

WORKING = marked("Working out what they change …")
NOTHING = marked("They change nothing but comments and how things are written.")
CHANGED_SINCE = marked(
    "Somebody else has changed the file after these edits were begun. Taking them takes that back, as the list shows; "
    "Merge (Alt+M) keeps both."
)


class Recovering:
    """`left`: the operator has looked and leaves them where they are."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        self.left: Recovery | None = None
        self._desk, self._asking = desk, asking
        self._beside = Beside("recovery", desk)
        self.merge_wanted: Callable[[], None] = lambda: None
        """Shows a merge of them with what somebody else has changed since."""

    @property
    def pending(self) -> Recovery | None:
        """Edits that nobody has decided on."""
        recovery = self._desk.session.document.recovery
        return recovery if recovery is not self.left else None

    def look(self) -> None:
        """Show what they change, and the ways to go on."""
        recovery = self._desk.session.document.recovery
        if recovery is None:
            return
        merge = Way(tr("Merge"), "Alt+M", tr("With what somebody else has changed since"), self.merge_wanted)
        leave = Way(
            tr("Leave"), "", tr("Keep them where they are; your first edit puts them into the backups"), self.leave
        )
        ways = (
            Way(tr("Take them"), "Ctrl+Enter", tr("Make them again: one edit, which can be undone"), self._take),
            merge if recovery.changed_since else leave,
            Way(tr("Throw away"), "Ctrl+Delete", tr("They go to the backups"), self._discard),
        )
        name = self._desk.session.path.name
        explained = tr(
            "{recovery}. This is what taking them changes in {name}; the engine plays it from then on."
        ).format(recovery=recovery, name=name)
        self._asking.open(self, Matter(tr("Edits that were not saved"), explained, ways, empty=tr(WORKING)))
        document = self._desk.session.document
        self._beside.begin(
            lambda: other_way(document, recovery.text), lambda found: self._show(recovery, found), self._refuse
        )

    def _show(self, recovery: Recovery, comparison: Comparison) -> None:
        if self._asking.is_about(self):
            notes = [Line("note", tr(CHANGED_SINCE))] if recovery.changed_since else []
            lines = difference_lines(comparison)
            self._asking.panel.show_lines([*notes, *(lines or [Line("note", tr(NOTHING))])])

    def _refuse(self, text: str) -> None:
        if self._asking.is_about(self):
            self._asking.panel.refuse(text)
        else:
            self._desk.said.emit(text)

    def _take(self) -> None:
        self._beside.begin(self._desk.session.take_recovery, self._taken, self._refuse)

    def _taken(self, name: str) -> None:
        self._close()
        self._desk.said.emit(
            tr("The edits are taken. Ctrl+S saves them, Ctrl+Z takes them back.") if name else tr(NOTHING)
        )

    def leave(self) -> None:
        """Ask no more until the next start."""
        self.left = self._desk.session.document.recovery
        self._close()
        place = self.left.place.name if self.left is not None else ""
        self._desk.said.emit(
            tr("The edits stay in {place}. Your first edit puts them into the backups.").format(place=place)
        )

    def _discard(self) -> None:
        self._beside.begin(self._desk.session.document.discard_recovery, self._discarded, self._refuse)

    def _discarded(self, warning: str) -> None:
        if warning:
            self._refuse(tr("Nothing was thrown away. {warning}").format(warning=warning))
            return
        self._close()
        self._desk.said.emit(tr("The edits are thrown away. They are in the backups: showctl backups."))

    def _close(self) -> None:
        if self._asking.is_about(self):
            self._asking.close()
