"""An import into a show that is there: what it would come to is looked at first, and then done as one edit."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showctl.program.opening import opened
from showctl.session.change import EditRefused
from showctl.session.edit_import import Import
from showctl.session.edited import EditedShow
from showctl.showfile.house_style import text_of_new
from showctl.showfile.importer.draft import Draft
from showctl.showfile.importer.fit import fit
from showctl.showfile.importer.imported import ImportedShow
from showctl.showfile.importer.report import NotImported
from showctl.showfile.importer.sift import sifted
from showctl.showfile.item import LISTED
from showctl.showfile.load import Loaded, of_root
from showctl.showfile.report import LocatedProblem, Refused

_LISTED = ("cues", *LISTED)


def take_in(document: EditedShow, imported: ImportedShow, list_name: str, called: str) -> Import:
    """Make an import an edit of a document. Raises NotImported, and EditRefused; then nothing has changed."""
    draft, report = imported.draft, imported.report
    fit(draft, document.state.show, list_name, report)
    whole = Import(text_of_new(_piece(draft)), called)
    if not report.mistakes and _taken(document, whole):
        return whole
    sifted(draft, report, _Trial(document.state, draft).load, imported.whole)
    if not _piece(draft):
        raise NotImported("nothing of it is new to the show")
    sound = Import(text_of_new(_piece(draft)), called)
    document.edit(sound)
    return sound


def _taken(document: EditedShow, edit: Import) -> bool:
    """Whether all of it came in as it is, with nothing wrong. If not, nothing has changed."""
    before = len(document.problems)
    try:
        if document.edit(edit) is None:
            return False
    except EditRefused:
        return False
    if len(document.problems) == before and not document.opened().problems:
        return True
    document.undo()
    return False


class _Trial:
    """What drafts are tried with: a show."""

    def __init__(self, loaded: Loaded, draft: Draft) -> None:
        self._loaded = loaded
        self._draft = draft
        self._known = {problem.what for problem in _problems(loaded)}

    def load(self, _: str) -> None:
        """Try the draft as it is now. Raises Refused with what is wrong of it, at paths in the draft."""
        piece = _piece(self._draft)
        if not piece:
            return
        try:
            change = Import(text_of_new(piece)).apply(self._loaded.source.root)
            after = of_root(change.root, self._loaded)
            opened(lambda: after)
        except EditRefused as refused:
            raise NotImported(str(refused)) from None
        except Refused as refused:
            own = [found for problem in refused.problems for found in self._of_draft(problem)]
            if own:
                raise Refused(own) from None

    def _of_draft(self, problem: LocatedProblem) -> Iterator[LocatedProblem]:
        """The same at its path in the draft, if that is where it is."""
        root: Any = self._loaded.source.root
        path = problem.path
        if problem.what in self._known:
            return
        match path:
            case ("lists", str(name), "cues", int(index), *rest):
                before = len(((root.get("lists") or {}).get(name) or {}).get("cues") or ())
                if index >= before:
                    yield replace(problem, path=("lists", name, "cues", index - before, *rest))
            case (str(part), int(index), *rest) if part in _LISTED:
                before = len(root.get(part) or ())
                if index >= before:
                    yield replace(problem, path=(part, index - before, *rest))
            case (_, _, *_):
                yield problem


def _problems(loaded: Loaded) -> list[LocatedProblem]:
    try:
        opened(lambda: loaded)
    except Refused as refused:
        return refused.problems
    return []


def _piece(draft: Draft) -> dict[str, Any]:
    """What of a draft comes into a show that is there."""
    return {key: value for key, value in draft.tree().items() if key not in ("showctl", "show", "inputs")}
