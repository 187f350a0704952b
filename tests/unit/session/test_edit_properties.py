"""What holds for all edits: what comes out is what the file reads as, and undo takes back every byte."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.session.document import Document
from showctl.session.edit import Edit, EditRefused, Rename
from showctl.session.edit_words import parse
from showctl.session.states import Step
from showctl.showfile.item import Item, items
from showctl.showfile.load import Loaded, Refused, load_text
from showctl.showfile.same_tree import same_tree
from showctl.showfile.splice import text_of
from tests.strategies import STYLES, acting_shows, dumped, shows
from tests.unit.session.edits import edits

SETTINGS = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
BY_HAND = """\
# A show by hand
showctl: 1
show: {title: Evening, start: 19:30}   # the day
x-own: {kept: [1, 2]}

devices:
  desk: {type: osc, to: 127.0.0.1:9000}
  rig:
    type: sacn
    universes: 1-4
    to: 127.0.0.1

patch:
  - {id: front1..front4, fixture: generic/dimmer, at: 1.1}
  - {id: spot1..spot2, fixture: generic/led-par, mode: rgbw, at: 2.1}
groups: {front: front1..front4, all: [front, spot1..spot2]}
palettes:
  colour: {gold: "#ffb43c"}

cues:
  # the house opens
  - cue: 1
    label: 'Doors'  # as they come
    light: &slow
      time: 3s
      look: {front: 50%, spot1: {colour: gold}}

  - cue: 2
    notes: |
      Wait for it.

      Then go.
    osc: {device: desk, address: /a, args: ["12", 12]}
  - {cue: 3, start: 2, pre-wait: 1s}

  - cue: 4
    light:
      <<: *slow
      time: 5s
  - cue: 5
    group: timeline
    cues:
      - {cue: 5.1, wait: 1s}
      - {cue: 5.2, at: 1s, stop: {cue: [5.1, 2], fade: 2s}}
  - {cue: 6, light: *slow}
lists:
  b:
    cues:
      - {cue: 1, wait: 1s}
      - {cue: 2, pre-wait: 1s, start: [1, 3]}
run of show:
  - {segment: doors, duration: 45m}
logistics:
  - {title: Car, due: 30m before doors}
"""


@pytest.fixture(autouse=True, scope="module")
def deep_calls() -> None:
    """Writing raises the limit of calls inside each other; Hypothesis wants that done before it begins."""
    Document(Path("show.yaml"), load_text(BY_HAND)).edit(parse("set cue 1 label Doors"))


def same(one: Loaded, other: Loaded) -> None:
    assert one.show == other.show
    assert same_tree(one.root, other.root)


def read_back(document: Document) -> Loaded:
    try:
        return load_text(text_of(document.state.root))
    except Refused as why:
        refused = why
    assert {problem.what for problem in refused.problems} == {problem.what for problem in document.problems}
    assert isinstance(refused.rest, Loaded)
    return refused.rest


def made(document: Document, edit: Edit) -> Step | None:
    """None: it changed nothing, or is refused in one line."""
    try:
        return document.edit(edit)
    except EditRefused as why:
        refused = str(why)
    assert refused
    assert "\n" not in refused
    return None


def edited(text: str, data: st.DataObject) -> None:
    document = Document(Path("show.yaml"), load_text(text))
    states, texts = [document.state], [text]
    for _ in range(data.draw(st.integers(1, 4))):
        edit = data.draw(edits(document.state.root))
        assert msgspec.json.decode(msgspec.json.encode(edit), type=Edit) == edit
        before = document.state
        step = made(document, edit)
        if step is None:
            assert document.state is before
            continue
        assert edit.name
        same(document.state, read_back(document))
        states.append(document.state)
        texts.append(text_of(document.state.root))
    done = len(states) - 1
    for at in reversed(range(done)):
        assert document.undo() is not None
        assert document.state is states[at]
        assert text_of(document.state.root) == texts[at]
    assert document.undo() is None
    for at in range(1, done + 1):
        assert document.redo() is not None
        assert document.state is states[at]
        assert text_of(document.state.root) == texts[at]


@SETTINGS
@given(shows(), st.sampled_from(STYLES), st.data())
def test_edits_of_any_show(tree: dict[str, Any], style: str, data: st.DataObject) -> None:
    edited(dumped(tree, style), data)


@SETTINGS
@given(acting_shows(), st.data())
def test_edits_of_shows_whose_cues_act_on_one_another(tree: dict[str, Any], data: st.DataObject) -> None:
    edited(dumped(tree), data)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@SETTINGS
@given(data=st.data())
def test_edits_of_a_show_as_people_write_it(ending: str, data: st.DataObject) -> None:
    edited(BY_HAND.replace("\n", ending), data)


OTHER_NAMES = {"cue": "LX99", "fixture": "", "palette": "other name", "logistics": "Another"}
"""By kind a name that nothing has; of fixtures it depends on how many they are."""


@SETTINGS
@given(st.one_of(shows(), acting_shows()).map(dumped) | st.just(BY_HAND), st.data())
def test_who_gets_another_name_and_the_old_one_again_is_as_before(text: str, data: st.DataObject) -> None:
    document = Document(Path("show.yaml"), load_text(text))
    there = [item for item in items(document.state.root) if item.kind not in ("show", "inputs", "list")]
    item = data.draw(st.sampled_from(there))
    to = OTHER_NAMES.get(item.kind, "other")
    if item.kind == "fixture":
        first, dots, last = item.name.partition("..")
        to = f"z{first}..z{last}" if dots else f"z{first}"
    before = document.state
    if made(document, Rename(item, to)) is None:  # a range of which this is a part, say
        return
    kind = item.name.partition(" ")[0] if item.kind == "palette" else ""
    number = item.name.rpartition("/")[2] if item.kind == "cue" else item.name.removeprefix(f"{kind} ")
    prefix = item.name[: -len(number)] if item.kind == "cue" else f"{kind} " if kind else ""
    assert document.edit(Rename(Item(item.kind, prefix + to), number)) is not None
    assert same_tree(document.state.root, before.root)
    assert document.state.show == before.show
