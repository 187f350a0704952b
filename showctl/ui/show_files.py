"""The show file and others: a new show, another one, a copy, and the way to imports and exports. All of it is asked in
the side panel: GO, standby and the list stay where they are."""

from pathlib import Path

from PySide6.QtCore import QSettings

from showctl.session.unpacked import from_bundle
from showctl.showfile.templates import TEMPLATES, from_template, title_of
from showctl.ui.actions import Actions
from showctl.ui.another_show import open_another
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.editing import Editing
from showctl.ui.exporting import Exporting
from showctl.ui.importing import Importing
from showctl.ui.models.lines import Line
from showctl.ui.new_files import free, write_new
from showctl.ui.panels.ask_panel import Matter
from showctl.ui.path_asking import PathAsking
from showctl.ui.recent import recent_shows
from showctl.ui.show_facts import show_facts
from showctl.ui.tongue import tr

LINES = ("new show", "open show", "save", "save as", "import", "export", "compare", "undo list", "close")
"""Acts of the table, as `Show file` lists them."""
SHOWS = (".yaml", ".yml", ".zip")
_RECENT = 6


class ShowFiles:
    """One for the console."""

    def __init__(self, desk: Desk, acts: Actions, asking: Asking, editing: Editing, settings: QSettings) -> None:
        self._desk, self._acts, self._asking, self._editing = desk, acts, asking, editing
        self.paths = PathAsking(desk, asking)
        self.importing = Importing(desk, acts, asking, editing, self.paths)
        self.exporting = Exporting(desk, asking, self.paths)
        self._settings = settings
        self._looking = Beside("show", desk)
        asking.panel.view.chosen.connect(self._choose)
        for act, do in {
            "show file": self.open,
            "new show": self.ask_new,
            "open show": self.ask_open,
            "save as": self.ask_copy,
            "import": self.importing.open,
            "export": self.exporting.open,
        }.items():
            acts.bind(act, do)

    @property
    def _beside(self) -> Path:
        return self._desk.session.path.parent

    def open(self) -> None:
        """What can be done with show files."""
        self._asking.open(self, Matter(self._desk.session.path.name, tr("Enter, or a double click.")))
        lines = [
            Line("offer", self._acts.words(act), self._acts.key(act), offers=act)
            for act in LINES
            if self._acts.is_bound(act)
        ]
        self._asking.panel.show_lines(lines)

    def _choose(self, line: Line) -> None:
        if not self._asking.is_about(self):
            return
        if isinstance(line.offers, str):
            self._acts.run(line.offers)
        elif callable(line.offers):
            line.offers()

    # A new one ------------------------------------------------------------------------------------------------------

    def ask_new(self) -> None:
        """Of which template, and then in which file."""
        self._asking.open(self, Matter(tr("New show"), tr("Choose what it begins with: Enter, or a double click.")))
        self._asking.panel.show_lines(
            [
                Line("offer", f"{each.title}: {each.about}", offers=lambda name=each.name: self._ask_file(name))
                for each in TEMPLATES
            ]
        )

    def _ask_file(self, template: str) -> None:
        title = next(each.title for each in TEMPLATES if each.name == template)
        proposed = free(self._beside / "my-show.yaml")
        self.paths.ask(
            tr("New show: {title}").format(title=title),
            lambda path: self._make(template, path),
            begins=proposed,
            endings=SHOWS[:2],
        )

    def _make(self, template: str, path: Path) -> None:
        path = path if path.suffix.lower() in SHOWS[:2] else path.with_name(f"{path.name}.yaml")

        def write() -> Path:
            write_new(path, from_template(template, title_of(path)))
            return path

        self._looking.begin(write, lambda made: self.open_other(made), self.paths.refuse)

    # Another one ----------------------------------------------------------------------------------------------------

    def ask_open(self) -> None:
        """Which show: engines that play, recent shows, and files."""
        own = self._desk.session.path.resolve()
        recent = [each.path for each in recent_shows(self._settings) if each.path != own][:_RECENT]
        first = [Line("offer", path.name, str(path.parent), offers=path) for path in recent]
        self.paths.ask(tr("Open another show"), self._look_at, begins=self._beside, endings=SHOWS, first=first)

    def _look_at(self, path: Path) -> None:
        """A show that cannot be opened is refused here, not in a window that never comes."""
        self._asking.panel.explain(tr("Looking at {name} …").format(name=path.name))

        def look() -> str:
            facts = show_facts(from_bundle(path))
            return facts.said if facts.state in ("wrong", "gone") else ""

        def then(wrong: str) -> None:
            if wrong:
                self.paths.refuse(
                    tr("{name}: {wrong}; showctl check {name} says more").format(name=path.name, wrong=wrong)
                )
            elif self._asking.is_about(self.paths):
                self.open_other(path)

        self._looking.begin(look, then, self.paths.refuse)

    def open_other(self, path: Path) -> None:
        """In a window of its own."""
        self._asking.close()
        open_another(self._desk, path)

    # A copy ---------------------------------------------------------------------------------------------------------

    def ask_copy(self) -> None:
        """Save it under another name, too."""
        path = self._desk.session.path
        self.paths.ask(
            tr("Save a copy as"), self._copy, begins=free(path.with_name(f"{path.stem}-copy.yaml")), endings=SHOWS[:2]
        )

    def _copy(self, path: Path) -> None:
        self._editing.save_as(str(path), self._asking.close, self.paths.refuse)
