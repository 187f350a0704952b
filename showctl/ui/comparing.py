"""The open show compared with its file, a backup, or any other show file."""

from collections.abc import Callable
from pathlib import Path

from showctl.session.backup import Backups
from showctl.session.comparing import compared_with
from showctl.session.whoami import day_and_time
from showctl.showfile.change import Comparison
from showctl.showfile.item import Item
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.difference_lines import difference_lines
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.path_completion import PathCompletion, completed_path
from showctl.ui.tongue import marked, tr

OTHER = marked("Path of another show file")
FILTER = marked("Filter: cue 12, fixture, label …")
WORKING = marked("Comparing …")
NO_DIFFERENCE = marked("There is no difference, save perhaps in comments and how things are written.")
EXPLAINED = marked("Choose what to compare with. Ctrl+F: the field.")
_MOST_NAMES = 8
"""Names of files that are shown beside the field."""


class Comparing:
    """First what to compare with, then the difference; Enter on a cue there goes to it."""

    def __init__(self, desk: Desk, asking: Asking, go_to: Callable[[Item], None]) -> None:
        self._desk, self._asking, self._go_to = desk, asking, go_to
        self._beside = Beside("compare", desk)
        self._with: Path | None = None
        asking.panel.view.chosen.connect(self._choose)
        asking.panel.written.connect(self._written)
        self._completing = Beside("complete", desk)
        asking.panel.asked_further.connect(self._complete)

    @property
    def busy(self) -> bool:
        """Whether it is being worked out."""
        return self._beside.busy

    def open(self) -> None:
        """Ask with what."""
        self._with = None
        path = self._desk.session.path
        self._asking.open(
            self,
            Matter(
                tr("Compare {name} with").format(name=path.name),
                tr(EXPLAINED),
                field=tr(OTHER),
                empty=tr("Looking for backups …"),
                completes=True,
            ),
        )
        self._beside.begin(lambda: sources(path), self._show_sources, self._refuse)

    def _show_sources(self, lines: list[Line]) -> None:
        if self._asking.is_about(self):
            self._asking.panel.show_lines(lines)

    def _choose(self, line: Line) -> None:
        if line.item is not None and line.item.kind == "cue":
            self._go_to(line.item)
        elif self._asking.is_about(self) and isinstance(line.offers, Path):
            self.compare(line.offers, line.text)

    def _written(self, text: str) -> None:
        if not self._asking.is_about(self):
            return
        if self._with is None and text.strip():
            file = Path(text.strip()).expanduser()
            file = file if file.is_absolute() else self._desk.session.path.parent / file
            self.compare(file, file.name)
        self._asking.panel.setFocus()

    def _complete(self, text: str) -> None:
        """Carry the path on: a network share that is gone keeps nobody waiting."""
        if not self._asking.is_about(self) or self._with is not None:
            return
        folder, panel = self._desk.session.path.parent, self._asking.panel

        def show(found: PathCompletion) -> None:
            if self._asking.is_about(self) and self._with is None and panel.field.text() == text:
                panel.field.setText(found.text)
                panel.explain("   ".join(found.names[:_MOST_NAMES]) or tr("No show file begins like this."))

        self._completing.begin(lambda: completed_path(text, folder), show, lambda why: panel.explain(why))

    def compare(self, file: Path, called: str) -> None:
        """Show what is different from this file."""
        self._with = file
        document = self._desk.session.document
        other = Way(tr("Another"), "Ctrl+Enter", tr("Compare with something else"), self.open)
        self._asking.open(
            self,
            Matter(
                tr("Against {called}").format(called=called[:1].lower() + called[1:]),
                "",
                (other,),
                tr(FILTER),
                tr(WORKING),
            ),
        )
        self._beside.begin(lambda: compared_with(document, file), self._show, self._refuse)

    def _show(self, comparison: Comparison) -> None:
        if self._asking.is_about(self):
            self._asking.panel.explain(
                tr("{summary}. Enter: go to the cue.").format(summary=comparison.summary) if comparison else ""
            )
            self._asking.panel.show_lines(difference_lines(comparison), tr(NO_DIFFERENCE))

    def _refuse(self, text: str) -> None:
        if self._asking.is_about(self):
            self._asking.panel.refuse(text)


def sources(show: Path) -> list[Line]:
    """What a show can be compared with: its file, and its backups, the newest first."""
    lines = [Line("offer", tr("The file as it is on the disk"), offers=show)]
    try:
        backups = Backups(show).all()
    except OSError as error:
        return [
            *lines,
            Line("note", tr("The backups cannot be read: {strerror}.").format(strerror=error.strerror or error)),
        ]
    for backup in backups:
        when = day_and_time(backup.when.timestamp())
        lines.append(
            Line(
                "offer",
                tr("Backup of {when}").format(when=when),
                tr("never saved") if backup.unsaved else "",
                offers=backup.path,
            )
        )
    return lines
