"""The open show: undo, redo, what counts as edited, and broken cues."""

from pathlib import Path
from threading import Thread

import pytest

from showctl.session.document import Document
from showctl.session.edit import Delete, EditRefused, RenumberEach, Set, Take
from showctl.showfile.item import Item
from showctl.showfile.load import Refused, load_text
from showctl.showfile.splice import text_of

SHOW = """\
showctl: 1
show: {title: Evening}
devices:
  desk: {type: osc, to: 127.0.0.1:9000}
cues:
  - cue: 1
    osc: {device: desk, address: /a}
  - {cue: 2, wait: 1s}
  - {cue: 3, start: 2}
"""
BROKEN = SHOW + "  - {cue: 4, osc: {device: dek, address: /a}}\n"


def opened(text: str = SHOW) -> Document:
    try:
        return Document(Path("show.yaml"), load_text(text))
    except Refused as refused:
        return Document(Path("show.yaml"), refused)


def label(number: str, text: str) -> Set:
    return Set(Item("cue", number), ("label",), text)


def test_undo_goes_back_to_the_very_state_and_redo_forward() -> None:
    document = opened()
    states = [document.state]
    for text in "abc":
        document.edit(label("1", text))
        states.append(document.state)
    assert document.history == ("label of cue 1",) * 3
    assert document.now().undo == "label of cue 1"
    assert [document.undo() is not None for _ in range(4)] == [True, True, True, False]
    assert document.state is states[0]
    assert not document.is_dirty
    assert document.redo() is not None
    assert document.redo() is not None
    assert document.state is states[2]
    assert document.is_dirty


def test_an_edit_after_undo_takes_the_place_of_what_was_undone() -> None:
    document = opened()
    document.edit(label("1", "a"))
    document.edit(label("1", "b"))
    document.undo()
    document.edit(label("2", "c"))
    assert document.history == ("label of cue 1", "label of cue 2")
    assert document.redo() is None


def test_what_changes_nothing_is_no_edit() -> None:
    document = opened()
    document.edit(label("1", "a"))
    assert document.edit(label("1", "a")) is None
    assert document.done == 1


def test_only_new_problems_stand_in_the_way() -> None:
    document = opened(BROKEN)
    assert len(document.problems) == 1
    document.edit(label("4", "still broken"))
    document.edit(RenumberEach({"4": "9"}))
    assert document.state.show.cues[-1].label == "still broken"
    with pytest.raises(EditRefused, match="there is no device 'dsk'"):
        document.edit(Set(Item("cue", "1"), ("osc", "device"), "dsk"))
    document.edit(Set(Item("cue", "9"), ("osc", "device"), "desk"))
    assert document.problems == ()
    assert document.opened().program.cues["9"].broken == ""


def test_a_show_that_cannot_be_opened_is_none() -> None:
    with pytest.raises(Refused):
        opened(SHOW + "  - {cue: 4, osc: dek}\n")


def test_what_could_not_be_opened_again_is_refused() -> None:
    document = opened()
    with pytest.raises(EditRefused, match=r"cue 3 would start itself|for ever"):
        document.edit(Set(Item("cue", "3"), ("start",), "3"))
    nowhere = opened(SHOW + "patch:\n  - {id: a, fixture: generic/dimmer, at: 1.1}\n")
    nowhere.edit(Set(Item("fixture", "a"), ("label",), "Alpha"))  # that it is sent nowhere was so before
    with pytest.raises(EditRefused, match="universe 2"):
        nowhere.edit(Set(Item("fixture", "a"), ("at",), "2.1"))


def test_cues_that_are_renamed_are_told_once() -> None:
    document = opened()
    document.edit(RenumberEach({"1": "10"}))
    document.edit(RenumberEach({"10": "20", "2": "1"}))
    assert document.to_play()[1] == {"1": "20", "2": "1"}
    document.undo()
    assert document.to_play()[1] == {"20": "10", "1": "2"}
    document.undo()
    document.redo()
    assert document.to_play()[1] == {}


def test_a_whole_text_is_taken() -> None:
    document = opened()
    document.edit(Delete((Item("cue", "1"),)))
    document.edit(Take(BROKEN.encode(), "the file as it is now"))
    assert text_of(document.state.root) == BROKEN
    assert len(document.problems) == 1
    with pytest.raises(EditRefused, match="closing"):
        document.edit(Take(b"showctl: [1", "torn"))


def test_compiled_is_what_is_shown() -> None:
    document = opened()
    document.edit(label("2", "Wait"))
    assert document.opened().program.cues["2"].label == "Wait"
    assert document.opened() is document.opened()
    document.undo()
    assert document.opened().program.cues["2"].label == ""


def test_who_asks_whether_a_state_is_compiled_does_not_wait_while_another_is() -> None:
    document = opened()
    document.opened()
    answered: list[object] = []
    asking = Thread(target=lambda: answered.append(document.opened_if_known()), daemon=True)
    with document._compiling._lock:  # as long as a state is compiled
        asking.start()
        asking.join(10)
    assert answered == [document.opened()]
