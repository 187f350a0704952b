"""Edits of a run of cues, and what is said of names that are still used, and of fields that are misspelt."""

from pathlib import Path

import pytest

from showctl.session.document import Document
from showctl.session.edit import EditRefused
from showctl.session.edit_words import parse
from showctl.showfile.load import load_text

SHOW = """\
showctl: 1
show: {title: Evening}
devices:
  desk: {type: osc, to: 127.0.0.1:9000}
  keys: {type: midi, port: A}
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
patch:
  - {id: a, fixture: generic/dimmer, at: 1.1}
  - {id: b, fixture: generic/dimmer, at: 1.2}
groups:
  front: [a]
cues:
  - {cue: 1, wait: 1s}
  - cue: 2
    group: timeline
    cues:
      - {cue: 2.1, light: {time: 3s, look: {front: 50%}}}
  - {cue: 3, osc: {device: desk, address: /a}}
run of show:
  - {segment: doors, duration: 5m}
logistics:
  - {title: Car, blocks: doors}
"""


def opened() -> Document:
    return Document(Path("show.yaml"), load_text(SHOW))


def refused(words: str) -> str:
    with pytest.raises(EditRefused) as why:
        opened().edit(parse(words))
    return str(why.value)


def test_a_field_of_a_run_of_cues_is_one_edit() -> None:
    document = opened()
    document.edit(parse("set cue 1..3 armed no"))
    assert [cue.armed for _, cue in document.state.show.walk()] == [False] * 4
    assert document.history == ("armed of cue 1..3",)
    document.edit(parse("remove cue 1..2.1 armed"))
    assert [cue.armed for _, cue in document.state.show.walk()] == [True, True, True, False]
    document.undo()
    document.undo()
    assert document.state.root is not None
    assert [cue.armed for _, cue in document.state.show.walk()] == [True] * 4
    assert "renumber 1..3 from" in refused("set cue 1..3 cue 7")
    assert "comes before" in refused("set cue 3..1 armed no")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("delete device desk", "device desk is named by cue 3 (osc device); let them name another first"),
        ("delete group front", "group front is named by cue 2.1 (light look)"),
        ("delete segment doors", "segment doors is named by logistics Car (blocks)"),
        ("set cue 2.1 light tim 3", "light of cue 2.1 has no tim; did you mean 'time'?"),
    ],
)
def test_what_is_meant_is_said(words: str, said: str) -> None:
    assert said in refused(words)


def test_who_names_a_thing_may_go_along_with_it() -> None:
    document = opened()
    document.edit(parse("delete device desk cue 3"))
    assert list(document.state.show.devices) == ["keys", "rig"]
