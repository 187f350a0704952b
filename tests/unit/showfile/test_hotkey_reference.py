"""Hotkeys that cannot work are found at load."""

from showctl.model.hotkey import SHARED_KEYS, canonical
from showctl.showfile.hotkey_reference import hotkey_questions
from showctl.showfile.load import load_text
from showctl.ui.actions import ACTS
from tests.unit.showfile.test_group_reference import HEAD, problems


def test_a_hotkey_starts_one_cue_of_the_show() -> None:
    (problem,) = problems(
        "cues:\n  - {cue: 1, wait: 1s, hotkey: Ctrl+k}\n"
        "lists:\n  stings: {cart: yes, cues: [{cue: 1, wait: 1s, hotkey: ctrl + K}]}\n"
    )
    assert "Ctrl+K is there twice, first in line 4; give this cue another key" in problem


def test_a_key_of_the_console_starts_no_cue() -> None:
    (problem,) = problems("cues:\n  - {cue: 1, wait: 1s, hotkey: p}\n")
    assert "P is a key of the console: it pauses and resumes; take another such as F1" in problem


def test_what_is_no_key() -> None:
    (problem,) = problems("cues:\n  - {cue: 1, wait: 1s, hotkey: banana}\n")
    assert "'banana' is no key" in problem


def test_a_hotkey_is_said_in_one_way() -> None:
    show = load_text(HEAD + "cues:\n  - {cue: 1, wait: 1s, hotkey: shift+f1}\n  - {cue: 2, wait: 1s, hotkey: 1}\n").show
    assert [cue.hotkey for cue in show.cues] == ["Shift+F1", "1"]


def test_a_key_that_the_console_has_a_use_for_is_asked_about() -> None:
    cues = "cues:\n  - {cue: 1, wait: 1s, hotkey: f5}\n  - {cue: 2, wait: 1s, hotkey: F1}\n"
    (question,) = hotkey_questions(load_text(HEAD + cues).source.root)
    assert question.path == ("cues", 0, "hotkey")
    assert question.what == "F5 also shows a page in the console; in this show it starts the cue"


def test_all_keys_of_the_console_that_a_cue_can_take_are_known() -> None:
    def taken(key: str) -> str:
        try:
            return canonical(key)
        except ValueError:
            return ""

    assert {taken(key) for act in ACTS for key in act.keys} - {""} == {*SHARED_KEYS}
