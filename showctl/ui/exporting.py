"""The open show, as it is edited, as a table, as USITT ASCII or as a bundle: asked, done and told in the side panel."""

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from showctl.showfile.splice import text_of
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.long_work import LongWork
from showctl.ui.models.lines import Line
from showctl.ui.new_files import free, write_bytes
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.path_asking import PathAsking
from showctl.ui.tongue import marked, tr


class Form(NamedTuple):
    """One way to write a show."""

    words: str
    about: str
    form: str
    what: str
    ending: str


FORMS = (
    Form(marked("Cue list, CSV"), marked("for a spreadsheet"), "csv", "cues", "-cues.csv"),
    Form(marked("Workbook, Excel"), marked("all of it as tables, each on its sheet"), "xlsx", "", ".xlsx"),
    Form(marked("Patch, CSV"), marked("for a spreadsheet"), "csv", "patch", "-patch.csv"),
    Form(marked("Run of show, CSV"), marked("for a spreadsheet"), "csv", "segments", "-run-of-show.csv"),
    Form(marked("Logistics, CSV"), marked("for a spreadsheet"), "csv", "logistics", "-logistics.csv"),
    Form(marked("Guest list, CSV"), marked("for a spreadsheet"), "csv", "guests", "-guests.csv"),
    Form(marked("Budget, CSV"), marked("for a spreadsheet"), "csv", "budget", "-budget.csv"),
    Form(marked("USITT ASCII"), marked("patch, groups, cues for a lighting desk"), "ascii", "", ".asc"),
    Form(marked("Bundle, zip"), marked("the show and its profiles, for another machine"), "bundle", "", ".zip"),
)


class Exporting:
    """One for the console. The work is a process of its own, which writes nothing."""

    def __init__(self, desk: Desk, asking: Asking, paths: PathAsking) -> None:
        self._desk, self._asking, self._paths = desk, asking, paths
        self.work = LongWork(desk)
        self._beside = Beside("export", desk)
        self._to = Path()
        self.work.stepped.connect(self._step)
        asking.panel.view.chosen.connect(self._choose)

    def open(self) -> None:
        """Ask as what; or show how far it is."""
        if self.work.busy:
            self._show_progress()
            return
        self._asking.open(
            self, Matter(tr("Export"), tr("As it is edited now, saved or not. Enter, or a double click."))
        )
        self._asking.panel.show_lines([Line("offer", tr(each.words), tr(each.about), offers=each) for each in FORMS])

    def _choose(self, line: Line) -> None:
        if self._asking.is_about(self) and isinstance(line.offers, Form):
            self.ask_file(line.offers)

    def ask_file(self, form: Form) -> None:
        path = self._desk.session.path
        proposed = free(path.with_name(f"{path.stem}{form.ending}"))
        ending = Path(form.ending).suffix or form.ending
        self._paths.ask(
            tr("Export: {words}").format(words=tr(form.words)),
            lambda to: self.begin(form, to),
            begins=proposed,
            endings=(ending,),
        )

    def begin(self, form: Form, to: Path) -> None:
        """Write it; a file that is there is left as it is."""
        if form.form == "xlsx" and to.suffix.lower() != ".xlsx":
            to = to.with_name(f"{to.name}.xlsx")
        if to.exists():
            self._paths.refuse(tr("{name} is there already; write another name").format(name=to.name))
            return
        self._to = to
        self._show_progress()
        document, show = self._desk.session.document, str(self._desk.session.path)
        asked = {"do": "export", "form": form.form, "what": form.what, "show": show}
        self._beside.begin(
            lambda: text_of(document.state.root),
            lambda text: self.work.begin({**asked, "text": text}, self._take),
            self._fail,
        )

    def cancel(self) -> None:
        """End it: nothing is written."""
        self._beside.forget()
        self.work.cancel()
        if self._asking.is_about(self):
            self._asking.close()
        self._desk.said.emit(tr("Export cancelled. {name} is not written.").format(name=self._to.name))

    def _show_progress(self) -> None:
        cancel = Way(tr("Cancel"), "Ctrl+Delete", tr("End it; nothing is written"), self.cancel)
        self._asking.open(
            self,
            Matter(
                tr("Writing {name}").format(name=self._to.name),
                tr("Reading the show …"),
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
        if "failed" in result:
            self._fail(str(result["failed"]))
            return
        to, data = self._to, base64.b64decode(result["data"])
        self._beside.begin(lambda: write_bytes(to, data), lambda _: self._done(result), self._fail)

    def _done(self, result: Mapping[str, Any]) -> None:
        less = result["less"]
        said = tr("{to} is written: {result}.").format(to=self._to, result=result["said"])
        self._tell(said, [Line("head", tr("Not in it"), str(len(less))), *(Line("change", each) for each in less)])

    def _fail(self, why: str) -> None:
        self._tell(
            tr("{name} is not written. {why}.").format(name=self._to.name, why=why[:1].upper() + why[1:].rstrip(".")),
            [],
        )

    def _tell(self, said: str, lines: list[Line]) -> None:
        self._desk.said.emit(said)
        if self._asking.is_about(self):
            self._asking.open(self, Matter(tr("Export: {name}").format(name=self._to.name), said))
            self._asking.panel.show_lines(
                lines if len(lines) > 1 else [], tr("All of it is in the file.") if lines else ""
            )
