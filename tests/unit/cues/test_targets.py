"""Targets as people write them, and which cue a number means."""

import pytest
from pydantic import ValidationError

from showctl.cues.acting import ActingCue, StopCue
from showctl.cues.registry import CUE_TYPES
from showctl.cues.targets import AnyTargets, FadedTargets, Targets, resolve
from showctl.model.effect import Ask
from showctl.model.unit import Quoted


@pytest.mark.parametrize(
    ("written", "cues", "lists", "everything"),
    [
        ("12", ("12",), (), False),
        ("12.5", ("12.5",), (), False),
        (["12", " foyer sound/LX3 "], ("12", "foyer sound/LX3"), (), False),
        ({"cue": "12"}, ("12",), (), False),
        ({"cue": ["12", "13"], "list": "foyer"}, ("12", "13"), ("foyer",), False),
        ({"list": ["a", "b"]}, (), ("a", "b"), False),
        ("all", (), (), True),
        (Quoted("all"), (), (), True),
        ({"all": "yes"}, (), (), True),
        ({"cue": "all"}, ("all",), (), False),
    ],
)
def test_what_is_written(written: object, cues: tuple[str, ...], lists: tuple[str, ...], everything: bool) -> None:
    targets = AnyTargets.model_validate(written, by_alias=True, by_name=False)
    assert (targets.cues, targets.lists, targets.everything) == (cues, lists, everything)
    assert AnyTargets.model_validate(targets.model_dump()) == targets


def test_more_than_targets() -> None:
    targets = FadedTargets.model_validate({"cue": "1", "fade": "3s", "if armed": ["2", "b/3"]})
    assert (targets.fade, targets.if_armed) == (3.0, ("2", "b/3"))
    assert StopCue(number="9", stop=targets).duration == 3.0


@pytest.mark.parametrize(
    ("written", "what"),
    [
        (None, "nothing is written here"),
        ({}, "names no cue and no list"),
        ({"all": "no"}, "names no cue and no list"),
        ([], "names no cue and no list"),
        ("1 2", "cannot be the number of a cue"),
        ("a/b/c", "cannot be the number of a cue"),
        ("x" * 200, "cannot be the number of a cue"),
        ([["1"]], "the number of a cue is wanted here"),
        ({"cue": {"cue": "1"}}, "the number of a cue is wanted here"),
        ({"cue": "1", "fade": "3s"}, "fade"),
    ],
)
def test_what_cannot_be(written: object, what: str) -> None:
    with pytest.raises(ValidationError, match=what):
        AnyTargets.model_validate(written, by_alias=True, by_name=False)


def test_all_is_a_number_where_not_everything_can_be_meant() -> None:
    assert Targets.model_validate("all").cues == ("all",)


@pytest.mark.parametrize(
    ("reference", "list_name", "meant"),
    [
        ("1", "main", "1"),
        ("1", "foyer", "foyer/1"),
        ("2", "foyer", "2"),
        ("main/1", "foyer", "1"),
        ("foyer/1", "main", "foyer/1"),
        ("foyer/2", "main", None),
        ("F9", "main", None),
        ("3", "foyer", None),
    ],
)
def test_a_number_is_looked_for_in_its_own_list_first(reference: str, list_name: str, meant: str | None) -> None:
    assert resolve(reference, list_name, {"1", "2", "foyer/1"}) == meant


def test_every_act_has_its_type_and_its_key() -> None:
    acting = {name: kind for name, kind in CUE_TYPES.items() if issubclass(kind, ActingCue)}
    assert {name: kind.act for name, kind in acting.items()} == {name: name for name in acting}
    acts = Ask.__annotations__["act"].__args__
    assert set(acts) == {*acting, "panic", "release", "stop others"}
