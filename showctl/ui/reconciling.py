"""Another program has changed the file of the open show: look, reload, keep mine, or merge the two."""

from pathlib import Path

from showctl.session.change import EditRefused
from showctl.session.comparing import other_way
from showctl.showfile.change import Comparison
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.difference_lines import difference_lines
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.tongue import marked, tr

READING = marked("Reading the file …")
SAME = marked("It changes nothing but comments and how things are written.")


class Reconciling:
    """Reads, reloads and saves beside the window."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        self._desk, self._asking = desk, asking
        self._beside = Beside("file on the disk", desk)
        self.merge_wanted = lambda: None
        """What shows the merge."""

    def look(self) -> None:
        """Show what the other program has changed, seen from our state, and the ways to go on."""
        ways = (
            Way(tr("Merge"), "Alt+M", tr("Bring both together; what does not go together is asked"), self.merge_wanted),
            Way(tr("Reload"), "Alt+R", tr("Take theirs: one edit, which can be undone"), self.reload),
            Way(tr("Keep mine"), "Alt+K", tr("Save yours over it; what is there goes to the backups"), self.keep),
        )
        path, document = self._desk.session.path, self._desk.session.document
        explained = tr("What {name} has on the disk, against the show as it is open here.").format(name=path.name)
        self._asking.open(self, Matter(tr("Changed by another program"), explained, ways, empty=tr(READING)))
        self._beside.begin(lambda: other_way(document, _read(path)), self._show, self._refuse)

    def _show(self, comparison: Comparison) -> None:
        if self._asking.is_about(self):
            self._asking.panel.show_lines(difference_lines(comparison) or [Line("note", tr(SAME))])

    def reload(self) -> None:
        """Take theirs."""
        name = self._desk.session.path.name
        done = tr("{name} is reloaded. Ctrl+Z goes back to yours; what was not saved is in the backups, too.").format(
            name=name
        )
        self._beside.begin(self._desk.session.reload, lambda _: self._done(done), self._refuse)

    def keep(self) -> None:
        """Save mine over it. A notice says what came of it."""
        try:
            self._desk.session.save(over_others=True)
        except EditRefused as refused:
            self._refuse(str(refused))
            return
        self._close()

    def _done(self, text: str) -> None:
        self._close()
        self._desk.said.emit(text)

    def _refuse(self, text: str) -> None:
        if self._asking.is_about(self):
            self._asking.panel.refuse(text)
        else:
            self._desk.said.emit(tr("Nothing has changed here. {text}").format(text=text))

    def _close(self) -> None:
        if self._asking.is_about(self):
            self._asking.close()


def _read(path: Path) -> bytes:
    return path.read_bytes()
