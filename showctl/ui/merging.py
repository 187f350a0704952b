"""The open show and the file on the disk brought together: conflicts are chosen one by one, then it is one edit."""

from dataclasses import replace
from typing import NamedTuple

from showctl.session.merging import Merging, merging, merging_recovered
from showctl.showfile.change import Comparison
from showctl.showfile.compare import compare
from showctl.showfile.conflict import Choice, Conflict, Key
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.difference_lines import conflict_lines, difference_lines
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.tongue import marked, tr

WORKING = marked("Bringing the two together …")
KEYS = marked("← → chooses, Enter settles it and goes on to the next.")
Settled = dict[tuple[Key, ...], tuple[Conflict, Choice]]


class Found(NamedTuple):
    """A merge, and what it changes in the open show."""

    merging: Merging
    changes: Comparison


class MergingShows:
    """What is chosen is kept until the merge is taken, though the show is edited or the file changes meanwhile."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        self._desk, self._asking = desk, asking
        self._beside = Beside("merge", desk)
        self._found: Found | None = None
        self._settled: Settled = {}
        self._what = ""
        self._recovered = False
        asking.panel.view.turned.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether it is being worked out."""
        return self._beside.busy

    def open(self) -> None:
        """Merge with the file on the disk, and show what comes of it."""
        self._open(tr("{name} on the disk").format(name=self._desk.session.path.name), recovered=False)

    def open_recovered(self) -> None:
        """The same with the edits of an earlier session."""
        self._open(tr("the edits of last time"), recovered=True)

    def _open(self, what: str, *, recovered: bool) -> None:
        self._settled, self._found = {}, None
        self._what, self._recovered = what, recovered
        self._asking.open(self, Matter(tr("Merge with {what}").format(what=what), "", (), empty=tr(WORKING)))
        self._begin(None)

    def _begin(self, start: Merging | None) -> None:
        """From a merge that is there, or from the file anew: with all that is chosen."""
        document, settled, recovered = self._desk.session.document, dict(self._settled), self._recovered

        def work() -> Found:
            found = start or (merging_recovered if recovered else merging)(document)
            for keys, (conflict, choice) in settled.items():
                if any(found.merged.choices.get(key) != choice for key in keys):
                    found = found.choose(conflict, choice)
            return Found(found, compare(found.mine, found.merged.loaded))

        self._beside.begin(work, self._show, self._refuse)

    def _show(self, found: Found) -> None:
        anew = self._found is None or not self._asking.panel.model.lines
        self._found = found
        if not self._asking.is_about(self):
            return
        panel = self._asking.panel
        at = max(panel.view.currentIndex().row(), 0)
        conflicts = self._lines(found)
        taken = difference_lines(found.changes)
        about = (
            [Line("note", tr("From {what}: {summary}.").format(what=self._what, summary=found.changes.summary))]
            if taken
            else []
        )
        comments = found.merging.merged.comments
        if comments:
            about.append(
                Line(
                    "note",
                    tr("Comments that will be as theirs: {comments}.").format(comments=comments),
                )
            )
        rest = [*about, *taken] or [Line("note", tr("Nothing of theirs changes the show as it is here."))]
        panel.show_lines([*conflicts, *rest])
        panel.view.go_to(0 if anew else at)
        self._explain(found)

    def _lines(self, found: Found) -> list[Line]:
        """In the order in which they came up: a settled one stays where it is."""
        lines = {line.keys: line for line in conflict_lines(found.merging, self._settled)}
        shown = [line.keys for line in self._asking.panel.model.lines if line.kind == "conflict"]
        return [lines[keys] for keys in dict.fromkeys((*shown, *lines)) if keys in lines]

    def _explain(self, found: Found) -> None:
        count = len(found.merging.merged.conflicts)
        open_ = [each for each in found.merging.merged.conflicts if each.keys not in self._settled]
        if not count and not self._settled:
            text = tr("There is no conflict.")
        elif open_:
            text = tr("{count} open: mine stands there. {keys}").format(count=len(open_), keys=tr(KEYS))
        else:
            text = tr("Every conflict is settled.")
        self._asking.panel.explain(text)
        tip = tr("Make it an edit of the open show, which can be undone; nothing is saved yet")
        self._asking.panel.offer((Way(tr("Take the merge"), "Ctrl+Enter", tip, self._take),))

    def _turn(self, row: int, which: int) -> None:
        panel, found = self._asking.panel, self._found
        line = panel.model.lines[row]
        conflict = line.offers
        if not self._asking.is_about(self) or found is None or not isinstance(conflict, Conflict):
            return
        choice = line.options[which].choice
        self._settled[line.keys] = conflict, choice
        panel.model.renew(row, replace(line, chosen=choice, settled=True))
        self._begin(found.merging)

    def _take(self) -> None:
        found = self._found
        if found is None or self._beside.busy:
            self._asking.panel.explain(tr("Still working it out."))
            return
        document = self._desk.session.document
        if document.state is not found.merging.mine:
            self._again(tr("The show was edited meanwhile: this is what the merge comes to now."))
            return
        self._beside.begin(lambda: document.take_merge(found.merging), lambda _: self._taken(), self._again)

    def _again(self, why: str) -> None:
        self._desk.said.emit(why)
        self._begin(None)

    def _taken(self) -> None:
        self._found = None
        if self._asking.is_about(self):
            self._asking.close()
        self._desk.said.emit(tr("The two are merged. Ctrl+S saves the show, Ctrl+Z goes back to yours."))

    def _refuse(self, text: str) -> None:
        if self._asking.is_about(self):
            self._asking.panel.refuse(text)
