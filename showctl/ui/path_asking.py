"""Asks for a file in the side panel: a field for its path, and below what there is in that folder."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.path_completion import PathCompletion, completed_path
from showctl.ui.tongue import marked, tr

EXPLAINED = marked(
    "Enter takes it. Tab carries the path on; ↓ goes to the files below, Enter there opens a folder or takes a file."
)
_MOST = 500
"""Files and folders that are shown."""


class PathAsking:
    """One for the console; whoever asks last is told."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        self._desk, self._asking = desk, asking
        self._looking, self._completing = Beside("folder", desk), Beside("complete path", desk)
        self._endings: tuple[str, ...] = ()
        self._folder = Path.home()
        self._first: Sequence[Line] = ()
        self._take: Callable[[Path], None] = lambda _: None
        panel = asking.panel
        panel.typed.connect(self._look)
        panel.view.chosen.connect(self._choose)
        panel.written.connect(self._written)
        panel.asked_further.connect(self._complete)

    def ask(
        self,
        title: str,
        take: Callable[[Path], None],
        *,
        begins: Path,
        endings: tuple[str, ...] = (),
        ways: Sequence[Way] = (),
        first: Sequence[Line] = (),
    ) -> None:
        """`begins`: the folder, or the file that is proposed. `first`: lines above those of the folder; Paths that they
        offer are taken."""
        self._take, self._endings, self._first = take, endings, first
        is_folder = begins.is_dir()
        self._folder = begins if is_folder else begins.parent
        self._asking.open(
            self,
            Matter(title, tr(EXPLAINED), ways, tr("Path of the file"), tr("Looking …"), completes=True, filters=False),
        )
        field = self._asking.panel.field
        field.setText(f"{begins}/" if is_folder else str(begins))
        field.setFocus()
        if not is_folder:
            field.setSelection(len(str(begins.parent)) + 1, len(begins.stem))

    def refuse(self, text: str) -> None:
        """It cannot be that one, and why; the question stays."""
        if self._asking.is_about(self):
            self._asking.panel.explain(f"{text[:1].upper()}{text[1:].rstrip('.')}.")

    def _look(self, text: str) -> None:
        if not self._asking.is_about(self):
            return
        folder, endings, first = self._folder, self._endings, self._first

        def show(lines: list[Line]) -> None:
            if self._asking.is_about(self):
                self._asking.panel.show_lines([*first, *lines], tr("Nothing here that fits."))

        self._looking.begin(lambda: entries(text, folder, endings), show, lambda why: show([]))

    def _choose(self, line: Line) -> None:
        if self._asking.is_about(self) and isinstance(line.offers, Path):
            if line.text.endswith("/"):
                self._asking.panel.field.setText(f"{line.offers}/")
                self._asking.panel.field.setFocus()
            else:
                self._take(line.offers)

    def _written(self, text: str) -> None:
        if not self._asking.is_about(self):
            return
        path = self.path(text)
        if not text.strip() or text.endswith("/") or path.is_dir():
            self.refuse(tr("That is a folder: write the name of a file in it, or choose one below"))
        else:
            self._take(path)

    def path(self, text: str) -> Path:
        """What a text in the field means."""
        path = Path(text.strip()).expanduser()
        return path if path.is_absolute() else self._folder / path

    def _complete(self, text: str) -> None:
        """Carry the path on: a network share that is gone keeps nobody waiting."""
        if not self._asking.is_about(self):
            return
        folder, endings, panel = self._folder, self._endings, self._asking.panel

        def show(found: PathCompletion) -> None:
            if self._asking.is_about(self) and panel.field.text() == text:
                panel.field.setText(found.text)

        self._completing.begin(lambda: completed_path(text, folder, endings), show, self.refuse)


def entries(text: str, folder: Path, endings: tuple[str, ...]) -> list[Line]:
    """The folder that a path leads to: folders first, then files with these endings whose names begin like it. Reads
    the disk. Raises OSError."""
    head, slash, last = text.rpartition("/")
    place = folder / Path(head + slash).expanduser()
    folders, files = [], []
    with os.scandir(place) as found:
        for _, entry in zip(range(20_000), found, strict=False):
            if entry.name.startswith(".") or not entry.name.casefold().startswith(last.casefold()):
                continue
            if entry.is_dir():
                folders.append(entry.name)
            elif not endings or entry.name.lower().endswith(endings):
                files.append(entry.name)
    up = (
        [Line("offer", "../", tr("the folder above"), offers=place.parent)]
        if not last and place != place.parent
        else []
    )
    inside = [Line("offer", f"{name}/", offers=place / name) for name in sorted(folders, key=str.casefold)]
    inside += [Line("offer", name, offers=place / name) for name in sorted(files, key=str.casefold)]
    return [*up, *inside[:_MOST]]
