"""References by id: they mean the same cue whatever its number is."""

import pytest

from showctl.model.effect import Ask
from showctl.model.problem import Problems
from showctl.program.opening import opened
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

HEAD = "showctl: 1\nshow: {title: Ids}\n"


@pytest.mark.parametrize("number", ["12", "12.5", "LX3"])
def test_an_id_means_its_cue_whatever_its_number(number: str) -> None:
    text = (
        f"cues:\n  - {{cue: 1, start: finale}}\n  - {{cue: {number}, id: finale, wait: 1s}}\n"
        "lists:\n  foyer: {cues: [{cue: 1, load: {cue: finale, at: 0.5s}}]}\n"
    )
    program = opened(lambda: load_text(HEAD + text)).program
    for cue in ("1", "foyer/1"):
        (ask,) = program.cues[cue].effects
        assert isinstance(ask, Ask)
        assert ask.cues == (number,)


def problems(text: str) -> list[str]:
    with pytest.raises((Refused, Problems)) as refused:
        opened(lambda: load_text(HEAD + text))
    assert isinstance(refused.value, Refused)
    return [f"{each.line}: {each.what}; {each.remedy}" for each in refused.value.problems]


def test_an_id_is_there_once_and_is_no_number() -> None:
    assert problems(
        "cues:\n  - {cue: 1, id: a, wait: 1s}\n  - {cue: 2, id: a, wait: 1s}\n  - {cue: 3, id: 1, wait: 1s}\n"
    ) == [
        "5: id a is there twice, first in line 4; give it another id",
        "6: '1' is the number of a cue; write a word, for example 1-cue",
    ]


def test_an_id_that_is_nearly_right_is_suggested() -> None:
    (problem,) = problems("cues:\n  - {cue: 1, start: finalle}\n  - {cue: 2, id: finale, wait: 1s}\n")
    assert "finale" in problem
