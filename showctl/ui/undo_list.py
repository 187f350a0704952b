"""The edits since the show was opened, by name: choose how far back, or forth again."""

from showctl.session.state import DocumentState
from showctl.ui.asking import Asking
from showctl.ui.desk import Desk
from showctl.ui.editing import Editing
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.tongue import marked, tr

TITLE = marked("Edits since the show was opened")
EXPLAINED = marked("Enter: back to where this edit was the last, or forth again.")
NONE = marked("Nothing has been edited yet.")
OPENED = marked("As it was opened")


class UndoList:
    """Stays open while one goes back and forth."""

    def __init__(self, desk: Desk, asking: Asking, editing: Editing) -> None:
        self._desk, self._asking, self._editing = desk, asking, editing
        self._serial = -1
        """Of the state that is shown: who has the keyboard on another line keeps it there while this stays."""
        asking.panel.view.chosen.connect(self._choose)
        desk.document_changed.connect(self._take)

    def open(self) -> None:
        """Show it, with the keyboard on where the show is now."""
        ways = (Way(tr("Undo"), "Ctrl+Z", tr("Take the last edit back"), self._editing.undo),)
        self._asking.open(self, Matter(tr(TITLE), tr(EXPLAINED), ways))
        self._show()

    def _show(self) -> None:
        document = self._desk.session.document
        self._serial = document.serial
        names, done = document.history, document.done
        panel = self._asking.panel
        lines = [_line(name, place, done) for place, name in reversed([*enumerate(names, 1)])]
        panel.show_lines([*lines, _line(tr(OPENED), 0, done)] if lines else [], tr(NONE))
        panel.view.go_to(len(names) - done)

    def _take(self, state: DocumentState) -> None:
        if self._asking.is_about(self) and state.serial != self._serial:
            self._show()

    def _choose(self, line: Line) -> None:
        if self._asking.is_about(self) and isinstance(line.offers, int):
            self._editing.go_to(line.offers)


def _line(name: str, place: int, done: int) -> Line:
    tag = tr("now") if place == done else tr("undone") if place > done else ""
    return Line("offer", f"{name[:1].upper()}{name[1:]}", tag, offers=place)
