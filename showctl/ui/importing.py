"""A file of another program comes into the open show, or becomes a new one: asked, done and told in the side panel."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from showctl.session.edit_import import Import
from showctl.showfile.splice import text_of
from showctl.ui.actions import Actions
from showctl.ui.another_show import open_another
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.editing import Editing
from showctl.ui.import_report import came_over, not_carried, report_lines, save_report
from showctl.ui.long_work import LongWork
from showctl.ui.models.lines import Line
from showctl.ui.new_files import free, put_profiles, take_away, write_new
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.path_asking import PathAsking
from showctl.ui.tongue import marked, tr

ENDINGS = (".asc", ".csv", ".tsv", ".xlsx", ".lsp", ".qxw", ".txt")
"""What `showctl import` reads; USITT ASCII is called `.asc` or `.txt`."""
ALL_OF_IT = marked("All of it came over.")


class Importing:
    """One for the console. The work is a process of its own; the show changes by one edit at its end, or not at all."""

    def __init__(self, desk: Desk, acts: Actions, asking: Asking, editing: Editing, paths: PathAsking) -> None:
        self._desk, self._acts, self._asking, self._editing, self._paths = desk, acts, asking, editing, paths
        self.work = LongWork(desk)
        self._beside = Beside("import", desk)
        self._file = Path()
        self._new: Path | None = None
        self._told: tuple[Matter, list[Line]] | None = None
        """What came of the last one, until another is begun."""
        self.work.stepped.connect(self._step)
        asking.panel.view.chosen.connect(self._choose)

    def open(self) -> None:
        """Ask which file; or show how far it is."""
        if self.work.busy:
            self._show_progress()
        else:
            folder = self._file.parent if self._file.name else self._desk.session.path.parent
            last = (Way(tr("Last report"), "", tr("What came of the last import"), self._tell),) if self._told else ()
            self._paths.ask(
                tr("Import a file of another program"), self.ask_where, begins=folder, endings=ENDINGS, ways=last
            )

    def ask_where(self, file: Path) -> None:
        """Into the show that is open, or a new one."""
        if not file.is_file():
            self._paths.refuse(tr("There is no {name}").format(name=file.name))
            return
        new = free(file.with_suffix(".yaml"))
        locked = self._desk.modes.may_edit("import")
        self._asking.open(
            self,
            Matter(tr("Import {name}").format(name=file.name), tr("Enter, or a double click, chooses where it goes.")),
        )
        into = [
            Line("offer", tr("Into this show"), tr("one edit: Ctrl+Z"), offers=lambda: self.begin(file)),
        ]  # fmt: skip
        self._asking.panel.show_lines(
            [
                *(
                    [Line("note", tr("{locked}. A new show can be made of it.").format(locked=locked))]
                    if locked
                    else into
                ),
                Line(
                    "offer", tr("Into a new show, {name}").format(name=new.name), offers=lambda: self.begin(file, new)
                ),
            ]
        )

    def _choose(self, line: Line) -> None:
        if self._asking.is_about(self) and callable(line.offers):
            line.offers()

    # The work -------------------------------------------------------------------------------------------------------

    def begin(self, file: Path, new: Path | None = None, *, partly: bool = False) -> None:
        """`new`: the show that it becomes; else it comes into the open one. `partly`: without what has mistakes."""
        self._file, self._new, self._told = file, new, None
        self._show_progress()
        asked: dict[str, Any] = {"do": "import", "file": str(file), "partly": partly}
        if new is not None:
            self.work.begin({**asked, "out": str(new)}, self._take)
            return
        document, show = self._desk.session.document, str(self._desk.session.path)
        self._beside.begin(
            lambda: text_of(document.state.root),
            lambda text: self.work.begin({**asked, "show": show, "text": text}, self._take),
            self._fail,
        )

    def cancel(self) -> None:
        """End it: nothing has changed, and nothing is left."""
        self._beside.forget()
        self.work.cancel()
        self._close_own()
        self._desk.said.emit(tr("Import of {name} cancelled. Nothing has changed.").format(name=self._file.name))

    def _close_own(self) -> None:
        if self._asking.is_about(self):
            self._asking.close()

    def _show_progress(self) -> None:
        cancel = Way(tr("Cancel"), "Ctrl+Delete", tr("End it; nothing changes"), self.cancel)
        explained = tr("Reading the show …")
        self._asking.open(
            self,
            Matter(
                tr("Importing {name}").format(name=self._file.name),
                explained,
                (cancel,),
                empty=tr("GO and all else work on."),
            ),
        )
        self._asking.panel.show_progress(0, 3)

    def _step(self, what: str, step: int, of: int) -> None:
        if self._asking.is_about(self):
            self._asking.panel.explain(tr("{step} of {of}: {what} …").format(step=step, of=of, what=what))
            self._asking.panel.show_progress(step - 1, of)

    def _take(self, result: Mapping[str, Any]) -> None:
        report = result.get("report") or {}
        if "failed" in result:
            self._fail(str(result["failed"]), report)
        elif self._new is not None:
            new = self._new
            self._beside.begin(
                lambda: written(new, result),
                lambda kept: self._done(report, kept),
                lambda why: self._fail(why, report),
            )
        else:
            self._beside.begin(
                lambda: put_profiles(self._desk.session.path.parent, result["profiles"]),
                lambda put: self._edit(result, *put),
                lambda why: self._fail(why, report),
            )

    def _edit(self, result: Mapping[str, Any], made: list[Path], kept: list[str]) -> None:
        report = result["report"]

        def refused(why: str) -> None:
            take_away(made)
            self._fail(why, report)

        self._editing.do(Import(result["piece"], result["called"]), lambda: self._done(report, kept), refused)

    # What came of it ------------------------------------------------------------------------------------------------

    def _done(self, report: dict[str, Any], kept: list[str]) -> None:
        less = not_carried(report)
        said = tr("{came_over} came over.").format(came_over=came_over(report)) + (
            " " + tr("%n did not: see below.", "", less) if less else ""
        )
        ways = []
        new = self._new
        if new is not None:
            ways.append(
                Way(
                    tr("Open {name}").format(name=new.name),
                    "Ctrl+Enter",
                    tr("In a window of its own"),
                    lambda: self._open(new),
                )
            )
            said = tr("{name} is written. {said}").format(name=new.name, said=said)
        else:
            said = tr("{said} It is one edit: Ctrl+Z takes it back.").format(said=said)
        lines = [*(Line("note", each) for each in kept), *report_lines(report)]
        self._tell_of(tr("{name} is imported").format(name=self._file.name), said, ways, lines, report)

    def _fail(self, why: str, report: dict[str, Any] | None = None) -> None:
        ways = []
        file, new = self._file, self._new
        if report and report.get("mistakes"):
            rest = Way(
                tr("Import the rest"),
                "Ctrl+Enter",
                tr("Without what has mistakes"),
                lambda: self.begin(file, new, partly=True),
            )
            ways.append(rest)
        said = tr("{why}. Nothing has changed.").format(why=why[:1].upper() + why[1:].rstrip("."))
        self._tell_of(
            tr("{name} is not imported").format(name=file.name), said, ways, report_lines(report or {}), report or {}
        )

    def _tell_of(self, title: str, said: str, ways: list[Way], lines: list[Line], report: dict[str, Any]) -> None:
        if report.get("lines") and lines:
            ways.append(
                Way(
                    tr("Save list"),
                    "Ctrl+Shift+Enter",
                    tr("As a text file beside the show"),
                    lambda: self._keep(report),
                )
            )
        self._told = Matter(title, said, tuple(ways)), lines
        shown = self._asking.is_about(self)
        self._desk.said.emit(
            f"{title}. {said}"
            if shown
            else tr("{title}. {said} {key} shows it.").format(title=title, said=said, key=self._acts.key("import"))
        )
        if shown:
            self._tell()

    def _tell(self) -> None:
        if self._told is not None:
            self._asking.open(self, self._told[0])
            self._asking.panel.show_lines(self._told[1], tr(ALL_OF_IT))

    def _keep(self, report: dict[str, Any]) -> None:
        folder, file = self._desk.session.path.parent, self._file
        self._beside.begin(
            lambda: save_report(file, report["lines"], folder),
            lambda path: self._say(tr("The list is {path}.").format(path=path)),
            lambda why: self._say(tr("The list was not written: {why}.").format(why=why)),
        )

    def _say(self, text: str) -> None:
        self._desk.said.emit(text)
        if self._asking.is_about(self):
            self._asking.panel.explain(text)

    def _open(self, new: Path) -> None:
        self._asking.close()
        open_another(self._desk, new)


def written(new: Path, result: Mapping[str, Any]) -> list[str]:
    """The new show and its profiles; all of it, or nothing."""
    write_new(new, str(result["text"]))
    try:
        return put_profiles(new.parent, result["profiles"])[1]
    except OSError:
        take_away([new])
        raise
