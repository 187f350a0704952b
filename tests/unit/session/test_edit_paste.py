"""Cues copied as text and pasted: comments, numbers, who names whom, and what is wrong in words."""

import re

import pytest

from showctl.session.edit import EditRefused, Paste, Place
from showctl.session.edited import EditedShow
from showctl.showfile.clipping import clipping
from showctl.showfile.graft import at
from showctl.showfile.item import Item, path_of
from showctl.showfile.load import load_text
from showctl.showfile.splice import text_of

SHOW = """showctl: 1
show: {title: Paste}
cues:
  # the first
  - cue: 1  # here
    label: "One: first"
    wait: 3s
  - cue: 2
    group: sequence
    cues:
      - {cue: 2.1, id: inner, hotkey: Q, wait: 1s}
      - {cue: 2.2, start: [2.1, 1]}
  - {cue: 3, wait: 1s}
lists:
  foyer:
    cues:
      - {cue: 1, wait: 9s}
"""


def show(text: str = SHOW) -> EditedShow:
    return EditedShow(load_text(text))


def copied(edited: EditedShow, *cues: str) -> str:
    root = edited.state.root
    return clipping([at(root, path_of(root, Item("cue", cue))) for cue in cues])


def test_what_is_copied_is_as_its_author_wrote_it() -> None:
    assert copied(show(), "1") == '# the first\n- cue: 1  # here\n  label: "One: first"\n  wait: 3s\n'
    assert copied(show(), "2.1", "3") == "- {cue: 2.1, id: inner, hotkey: Q, wait: 1s}\n- {cue: 3, wait: 1s}\n"
    named = SHOW.replace("wait: 3s", "wait: &long 3s").replace("wait: 9s", "wait: *long")
    assert copied(show(named), "foyer/1") == "- {cue: 1, wait: 3s}\n"


def test_what_is_pasted_brings_its_comments_and_gets_free_numbers() -> None:
    edited = show()
    step = edited.edit(Paste(copied(edited, "1", "2"), Place("after", Item("cue", "1"))))
    assert step is not None
    assert step.name == "2 cues pasted, 1.5 to 1.6"
    cues = {cue.number: cue for _, cue in edited.state.show.walk()}
    assert [cue.number for cue in edited.state.show.cues] == ["1", "1.5", "1.6", "2", "3"]
    assert cues["1.6"].children[1].start.cues == ("1.6.1", "1.5")  # type: ignore[attr-defined]
    assert (cues["1.6.1"].id, cues["1.6.1"].hotkey) == (None, "")
    text = text_of(edited.state.root)
    assert text.count("# the first") == text.count("# here") == 2
    edited.undo()
    assert text_of(edited.state.root) == SHOW


def test_into_another_show_numbers_stay_where_they_are_free() -> None:
    other = show("showctl: 1\nshow: {title: Other}\ncues:\n  - {cue: 1, wait: 1s}\n")
    other.edit(Paste(copied(show(), "1", "2"), Place("end")))
    assert [cue.number for cue in other.state.show.cues] == ["1", "2", "3"]
    assert [cue.number for cue in other.state.show.cues[2].children] == ["3.1", "3.2"]
    assert other.state.show.cues[2].children[0].hotkey == "Q"
    other.edit(Paste("cues:\n  - {cue: 2, wait: 4s}\n", Place("start", Item("cue", "3"))))
    assert other.state.show.cues[2].children[0].number == "4"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no cues"),
        ("hello", "holds no cues"),
        ("- 5", "line 1: this is no cue"),
        ("- {cue: 1, wait: 3s}\n- {cue: 2, lght: {}}", "line 2: cue 2 does nothing that is known; did you mean light?"),
        ("- {cue: 1, wait: 3s", "line 2, column 1"),
        ("- {cue: 1, wait: xx}", "'xx' is not a time"),
        ("- {cue: 9, start: 99}", "there is no cue '99'"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(text: str, said: str) -> None:
    edited = show()
    with pytest.raises(EditRefused, match=re.escape(said)):
        edited.edit(Paste(text))
    assert text_of(edited.state.root) == SHOW
