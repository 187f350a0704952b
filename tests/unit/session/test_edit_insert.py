"""What comes in by an edit: under which name, at which place, and what is said of it."""

from pathlib import Path

import pytest

from showctl.session.document import Document
from showctl.session.edit import Duplicate, Edit, EditRefused, Insert, Place, Several
from showctl.showfile.item import Item
from showctl.showfile.load import load_text

SHOW = """\
showctl: 1
show: {title: Evening}
cues:
  - {cue: 1, wait: 1s}
  - {cue: 2, wait: 1s}
  - {cue: 3, wait: 1s}
lists:
  foyer: {cues: [{cue: 1, wait: 1s}]}
"""


def cue(number: str) -> Item:
    return Item("cue", number)


def numbers(edit: Edit) -> list[str]:
    document = Document(Path("show.yaml"), load_text(SHOW))
    document.edit(edit)
    return [each.number for each in document.state.show.cues]


def refused(edit: Edit) -> str:
    with pytest.raises(EditRefused) as why:
        done(edit)
    return str(why.value)


def done(edit: Edit) -> str:
    document = Document(Path("show.yaml"), load_text(SHOW))
    step = document.edit(edit)
    assert step is not None
    return step.name


def test_the_number_given_to_an_insert_counts_and_what_is_said_is_what_happened() -> None:
    assert numbers(Insert("cue", "{memo: end}", called="20"))[-1] == "20"
    assert done(Insert("cue", "{memo: end}", called="20")) == "cue 20 inserted"
    assert done(Insert("cue", "{memo: Hello}", Place("after", cue("2")), "2.7")) == "cue 2.7 inserted"
    assert done(Insert("cue", "{memo: Hello}", Place("after", cue("2")))) == "cue 2.5 inserted"
    assert done(Insert("cue", "{memo: Hello}", called="foyer/9")) == "cue foyer/9 inserted"
    assert "write one of them" in refused(Insert("cue", "{cue: 21, memo: Hello}", called="20"))
    assert "write cue 9" in refused(Insert("cue", "{memo: Hello}", Place("after", cue("2")), "foyer/9"))
    assert done(Duplicate(cue("2"))) == "cue 2 duplicated as cue 2.5"
    assert done(Several((Duplicate(cue("2")),))) == "cue 2 duplicated as cue 2.5"
    assert "write one of them" in refused(Insert("segment", "{segment: b, duration: 5m}", called="a"))
