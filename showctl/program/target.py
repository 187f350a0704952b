"""Whom acting cues mean: numbers become ids, and what makes no sense is found before the show."""

from collections.abc import Iterable, Mapping

from showctl.cues.group import GroupCue
from showctl.cues.load import PlaceTargets
from showctl.cues.targets import AnyTargets, FadedTargets, Targets, resolve
from showctl.model.cue import Cue, CueId, CueList, cue_id
from showctl.model.effect import Act, Ask
from showctl.model.problem import Path, Problem, Problems
from showctl.showfile.suggest import suggestion

_ENTERED = "sequence"
"""The mode of group in which standby moves inside."""


class TargetTable:
    """All cues and lists of a show. With `whole` false, those that are not there are passed over."""

    def __init__(self, lists: Mapping[str, CueList], whole: bool = True) -> None:
        self._lists = lists
        self._whole = whole
        ids = (cue_id(name, cue.number) for name, each in lists.items() for cue in each.walk())
        self._ids = dict.fromkeys(ids)
        self._own_ids = {
            cue.id: cue_id(name, cue.number) for name, each in lists.items() for cue in each.walk() if cue.id
        }
        self._list_of: dict[CueId, str] = {}
        """By the id of each cue that can be in standby."""
        for name, each in lists.items():
            self._list_of.update((cue_id(name, cue.number), name) for cue in _in_order(each.cues))

    def ask(self, act: Act, targets: Targets, list_name: str, path: Path) -> tuple[Ask, ...]:
        """What asks for the act, from a cue of this list. Raises Problems with everything that is wrong."""
        problems: list[Problem] = []
        cues = self._cues(targets.cues, list_name, path, problems)
        only_if = self._cues(targets.if_armed, list_name, (*path, "if armed"), problems)
        if_flagged = self._cues(targets.if_flagged, list_name, (*path, "if flagged"), problems)
        lists = self._named(targets, path, problems)
        if act in {"start", "load", "go to"}:
            problems += self._without_standby(act, lists, path)
        if act == "go to":
            problems += self._out_of_reach(cues, lists, path)
        if problems:
            raise Problems(problems)
        if not cues and not lists:
            return ()
        fade = targets.fade if isinstance(targets, FadedTargets) else 0.0
        to = targets.at if isinstance(targets, PlaceTargets) else 0.0
        return (Ask(0.0, act, cues, lists, fade=fade, to=to, only_if=only_if, if_flagged=if_flagged),)

    def _cues(
        self, references: Iterable[str], list_name: str, path: Path, problems: list[Problem]
    ) -> tuple[CueId, ...]:
        """The ids of the cues that are meant, each once, in the order written."""
        found: dict[CueId, None] = {}
        for reference in references:
            target = resolve(reference, list_name, self._ids, self._own_ids)
            if target is not None:
                found[target] = None
            elif self._whole:
                remedy = suggestion(reference, (*self._ids, *self._own_ids))
                problems.append(Problem(path, f"there is no cue '{reference}'", remedy))
        return tuple(found)

    def _named(self, targets: Targets, path: Path, problems: list[Problem]) -> tuple[str, ...]:
        if isinstance(targets, AnyTargets) and targets.everything:
            return tuple(self._lists)
        for name in targets.lists:
            if name not in self._lists and self._whole:
                problems.append(Problem((*path, "list"), f"there is no list '{name}'", suggestion(name, self._lists)))
        return tuple(dict.fromkeys(name for name in targets.lists if name in self._lists))

    def _without_standby(self, act: Act, lists: Iterable[str], path: Path) -> list[Problem]:
        what = "write a list with an order" if act == "go to" else f"{act} its cues by number"
        return [
            Problem((*path, "list"), f"'{name}' is a cart, which has no standby", what)
            for name in lists
            if self._lists[name].cart
        ]

    def _out_of_reach(self, cues: Iterable[CueId], lists: tuple[str, ...], path: Path) -> list[Problem]:
        """Cues that can never be in standby, and lists whose standby would have to be in two places."""
        found = []
        moved = list(lists)
        for cue in cues:
            if cue not in self._list_of:
                what = f"cue {cue} is inside a group that plays by itself, so it cannot be in standby"
                found.append(Problem(path, what, "go to the group, or write start"))
                continue
            name = self._list_of[cue]
            if self._lists[name].cart:
                what = f"cue {cue} is in the cart '{name}', which has no standby"
                found.append(Problem(path, what, f"write start: {cue}"))
            moved.append(name)
        for name in dict.fromkeys(name for name in moved if moved.count(name) > 1):
            what = f"standby of list '{name}' cannot be in two places"
            found.append(Problem(path, what, "write one cue of each list"))
        return found


def _in_order(cues: Iterable[Cue]) -> Iterable[Cue]:
    """The cues that standby can reach: those of the list, and those of groups that it enters."""
    for cue in cues:
        yield cue
        if isinstance(cue, GroupCue) and cue.group == _ENTERED:
            yield from _in_order(cue.children)
