"""Hotkeys as they are written, and those that nobody can have."""

import pytest

from showctl.model.hotkey import CONSOLE_KEYS, canonical, parse_hotkey


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("F1", "F1"),
        ("f12", "F12"),
        ("q", "Q"),
        ("1", "1"),
        ("ö", "Ö"),
        ("ß", "ß"),
        (";", ";"),
        ("+", "+"),
        ("Ctrl++", "Ctrl++"),
        ("shift + ctrl + F1", "Ctrl+Shift+F1"),
        ("control+del", "Ctrl+Delete"),
        ("num 5", "Num 5"),
        ("Num+", "Num +"),
        ("Ctrl+Num +", "Ctrl+Num +"),
        ("Num -", "Num -"),
        ("", ""),
    ],
)
def test_one_way_to_say_a_key(written: str, said: str) -> None:
    assert canonical(written) == said
    assert canonical(said) == said


NO_KEYS = ["F25", "F0", "banana", "Q+W", "Ctrl+", "Ctrl", "++ +", "Num x", "Ctrl+F1+F2", "+F1"]


@pytest.mark.parametrize("written", NO_KEYS)
def test_what_is_no_key(written: str) -> None:
    with pytest.raises(ValueError, match=r"write for example|is a key"):
        assert canonical(written) == "", written


@pytest.mark.parametrize("written", [*CONSOLE_KEYS, "Ctrl+Space", "shift+escape", "ctrl+[", "Alt+Home"])
def test_keys_of_the_console(written: str) -> None:
    with pytest.raises(ValueError, match="is a key of the console"):
        parse_hotkey(written)


def test_shift_and_a_digit_write_something_else() -> None:
    with pytest.raises(ValueError, match=r"Shift.1 writes another character"):
        parse_hotkey("Shift+1")
