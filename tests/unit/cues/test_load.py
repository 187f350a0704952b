"""Load cues as people write them."""

import pytest
from pydantic import ValidationError

from showctl.cues.load import LoadCue


def cue(**load: object) -> LoadCue:
    return LoadCue.model_validate({"cue": "1", "load": load})


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("1m30s", 90.0), ("-10s", -10.0), ("- 10s", -10.0), ("\N{MINUS SIGN}500ms", -0.5), (-2.5, -2.5), (0, 0.0)],
)
def test_times(written: object, seconds: float) -> None:
    assert cue(cue="12", at=written).load.at == seconds


def test_says_itself_again() -> None:
    for written in ("1m30s", "-10s", "0s"):
        assert cue(cue=["12", "foyer/1"], at=written).model_dump(mode="json")["load"]["at"] == written


@pytest.mark.parametrize(
    ("load", "words"),
    [
        ("12", r"the time is missing; write for example \{cue: 12, at: 1m30s\}, or at: -10s"),
        ({"cue": "12"}, "at"),
        ({"at": "3s"}, "names no cue and no list"),
        ({"cue": "12", "at": "soon"}, "'soon' is not a time"),
        ({"cue": "12", "at": "--3s"}, "'-3s' is not a time"),
        ({"cue": "12", "at": float("nan")}, "not between"),
        ({"cue": "12", "at": "25h"}, "not between"),
    ],
)
def test_what_makes_no_sense(load: object, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        LoadCue.model_validate({"cue": "1", "load": load})
