"""The tables of the inspector, without a window: no field is missing, and what is typed is read as the file is."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from showctl.cues.registry import CUE_TYPES
from showctl.model.profile import DeviceProfile
from showctl.session.change import value_of
from showctl.session.edit import Remove, Set, Several
from showctl.showfile.device_profile import device_profiles
from showctl.showfile.fields import flat, key_of
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping
from showctl.ui.fields.argument import ArgumentChoice, ArgumentSlide
from showctl.ui.fields.argument import kind_of as kind_of_argument
from showctl.ui.fields.choice import ChoiceKind
from showctl.ui.fields.curve_field import curve_of
from showctl.ui.fields.names import Names
from showctl.ui.fields.number import LevelKind
from showctl.ui.inspectors import fade, group, midi
from showctl.ui.inspectors.common import LABEL, ROWS
from showctl.ui.inspectors.facts import facts
from showctl.ui.inspectors.helps import HELPS
from showctl.ui.inspectors.registry import ELSEWHERE, INSPECTORS, rows_of
from showctl.ui.inspectors.row import Path, Row
from showctl.ui.inspectors.step import edit_of, kind_of, read_cue, step, text_of, wrong

NOBODY = Names()


@pytest.fixture(scope="module")
def desk() -> DeviceProfile:
    return device_profiles().get("behringer/x32")


def leaves(model: Any, path: Path = ()) -> Iterator[Path]:
    """The fields of a model that have none below them."""
    for name, field in model.model_fields.items():
        here = (*path, key_of(name, field))
        below = [each for each in flat(field.annotation) if isinstance(each, type) and issubclass(each, BaseModel)]
        if below and here not in ELSEWHERE:
            for each in below:
                yield from leaves(each, here)
        else:
            yield here


def shown(kind: str) -> set[Path]:
    own = {"midi": midi.ALL, "fade": fade.ALL, "group": group.ALL}.get(kind)
    rows = own or INSPECTORS[kind](value_of(f"{{cue: 1, {kind}: {{device: d, do: x}}}}"), NOBODY)
    return {row.path for row in (*rows, *ROWS)} | set(ELSEWHERE)


def cue(text: str) -> Mapping:
    found = value_of(text)
    assert isinstance(found, Mapping)
    return found


def row(of: Mapping, *path: str, names: Names = NOBODY) -> Row:
    return next(each for each in (LABEL, *rows_of(kind_of(of), of, names)) if each.path == path)


@pytest.mark.parametrize("kind", CUE_TYPES)
def test_every_field_of_every_type_is_shown(kind: str) -> None:
    assert not set(leaves(CUE_TYPES[kind])) - shown(kind)


@pytest.mark.parametrize("kind", CUE_TYPES)
def test_every_row_is_a_field_and_has_help(kind: str) -> None:
    own = {"midi": midi.ALL, "fade": fade.ALL, "group": group.ALL}.get(kind, ())
    for each in (*own, *rows_of(kind, cue(f"{{cue: 1, {kind}: {{device: d, do: x}}}}"), NOBODY)):
        known = facts(kind, each.path)
        assert known.annotation is not None, each.path
        assert each.caption
        assert each.help or known.help or HELPS.get(each.path), f"{each.path}: what is it?"
        options = each.kind.options if isinstance(each.kind, ChoiceKind) and each.plan is None else ()
        assert not [word for word, _ in options if known.wrong(word)], each.path


def test_the_choices_are_all_that_the_file_takes() -> None:
    for kind in ("light", "group", "midi"):
        for each in (*midi.ALL, *rows_of(kind, cue(f"{{cue: 1, {kind}: x}}"), NOBODY)):
            if isinstance(each.kind, ChoiceKind) and each.plan is None and each.path[0] in (kind, "continue"):
                words = [w for a in flat(facts(kind, each.path).annotation) for w in get_args(a) if isinstance(w, str)]
                assert set(words) <= {word for word, _ in each.kind.options}, each.path


@pytest.mark.parametrize(
    ("text", "path", "typed", "says"),
    [
        ("{cue: 1, wait: 3s}", ("pre-wait",), "3 sx", "write for example 3s, 500ms, 2m30s or 1:30"),
        ("{cue: 1, wait: 3s}", ("pre-wait",), "1:30", ""),
        ("{cue: 1, wait: 3s}", ("wait",), "", "cannot be empty"),
        ("{cue: 1, wait: 3s}", ("colour",), "#12", "is not a colour"),
        ("{cue: 1, wait: 3s}", ("colour",), "#123456", ""),
        ("{cue: 1, wait: 3s}", ("cue",), "1 2", "cannot be a cue number"),
        ("{cue: 1, wait: 3s}", ("hotkey",), "Space", "Space"),
        ("{cue: 1, wait: 3s}", ("repeat",), "-1", "forever"),
        ("{cue: 1, wait: 3s}", ("label",), "Act 2: the # ball", ""),
        ("{cue: 1, stop: 12}", ("stop", "cue"), "", "cannot be empty"),
        ("{cue: 1, stop: 12}", ("stop", "fade"), "50%", "is not a time"),
        ("{cue: 1, fade: {master: grand, to: 50%}}", ("fade", "to"), "120%", "above 100"),
        ("{cue: 1, fade: {device: d, control: 7, to: 3, time: 1s}}", ("fade", "to"), "200", "0 to 127"),
        ("{cue: 1, midi: {device: d, note: 60}}", ("midi", "velocity"), "128", "127"),
        ("{cue: 1, midi: {device: d, note: 60}}", ("midi", "note"), "C4", ""),
        ("{cue: 1, midi: {device: d, sysex: F0 01 F7}}", ("midi", "sysex"), "F0 ZZ", "hexadecimal"),
        ("{cue: 1, osc: {device: d, address: /a}}", ("osc", "address"), "a", "is not an OSC address"),
        ("{cue: 1, osc: {device: d, address: /a}}", ("osc", "args"), '1, 0.5, "a, b", {i: 3}', ""),
        ("{cue: 1, osc: {device: d, address: /a}}", ("osc", "args"), "{q: 3}", "is no OSC type"),
        ("{cue: 1, light: {time: 5s, look: {}}}", ("light", "time", "down"), "x", "is not a time"),
    ],
)
def test_what_is_typed_is_read_as_the_file_is(text: str, path: Path, typed: str, says: str) -> None:
    of = cue(text)
    found = wrong(of, row(of, *path), typed, NOBODY)
    assert says in found
    assert bool(found) == bool(says)


@pytest.mark.parametrize(
    ("text", "path", "typed", "edit"),
    [
        ("{cue: 1, wait: 3s}", ("label",), "Act 2: x", Set(Item("cue", "1"), ("label",), '"Act 2: x"')),
        ("{cue: 1, wait: 3s, label: a}", ("label",), "", Remove(Item("cue", "1"), ("label",))),
        ("{cue: 1, wait: 3s}", ("label",), "", None),
        ("{cue: 1, stop: 12}", ("stop", "fade"), "3", Set(Item("cue", "1"), ("stop",), "{cue: 12, fade: 3}")),
        ("{cue: 1, stop: all}", ("stop", "fade"), "3", Set(Item("cue", "1"), ("stop",), "{all: yes, fade: 3}")),
        ("{cue: 1, stop: 12}", ("stop", "cue"), "12, 13", Set(Item("cue", "1"), ("stop",), "[12, 13]")),
        ("{cue: 1, stop: {cue: 2}}", ("stop", "cue"), "3", Set(Item("cue", "1"), ("stop", "cue"), "3")),
        ("{cue: 1, light: {time: 5s, look: {}}}", ("light", "time", "up"), "4",
         Set(Item("cue", "1"), ("light", "time"), "4")),
        ("{cue: 1, light: {time: 5s, look: {}}}", ("light", "time", "down"), "4",
         Set(Item("cue", "1"), ("light", "time"), "{up: 5s, down: 4}")),
        ("{cue: 1, light: {look: {}}}", ("light", "time", "up"), "4", Set(Item("cue", "1"), ("light", "time"), "4")),
        ("{cue: 1, light: {look: {}}}", ("light", "time", "down"), "4",
         Set(Item("cue", "1"), ("light", "time", "down"), "4")),
        ("{cue: 1, light: {time: 5s, look: {}}}", ("light", "time", "up"), "",
         Remove(Item("cue", "1"), ("light", "time"))),
        ("{cue: 1, osc: {device: d, address: /a}}", ("osc", "args"), "1, x",
         Set(Item("cue", "1"), ("osc", "args"), "[1, x]")),
    ],
)  # fmt: skip
def test_an_edit_keeps_short_forms_short(text: str, path: Path, typed: str, edit: object) -> None:
    of = cue(text)
    assert step(of, Item("cue", "1"), row(of, *path), typed) == edit
    if isinstance(edit, Set):
        assert read_cue(of)[0] is not None


def test_short_forms_and_lists_are_shown() -> None:
    of = cue("{cue: 1, stop: all}")
    assert text_of(of, row(of, "stop", "all")) == "yes"
    assert text_of(of, row(of, "stop", "cue")) == ""
    of = cue("{cue: 1, light: {time: 5s, look: {}}, colour: '#123456'}")
    assert [text_of(of, row(of, *p)) for p in (("light", "time", "up"), ("light", "time", "down"), ("colour",))] == [
        "5s", "", "#123456"
    ]  # fmt: skip
    of = cue('{cue: 1, osc: {device: d, address: /a, args: [1, "2", {i: 3}]}}')
    assert text_of(of, row(of, "osc", "args")) == '1, "2", {i: 3}'


def test_names_that_are_not_there_are_said() -> None:
    names = Names(cues={"12": "House", "foyer/3": "Foyer"}, lists={"main": "", "foyer": ""})
    of = cue("{cue: 1, stop: 12}")
    cues, lists = row(of, "stop", "cue"), row(of, "stop", "list")
    assert wrong(of, cues, "12, foyer/3", names) == ""
    assert cues.kind.said("12, foyer/3", names) == "12 House · foyer/3 Foyer"
    assert "there is no cue 13" in wrong(of, cues, "12, 13", names)
    assert "did you mean 'foyer'" in wrong(of, lists, "foyr", names)
    assert lists.kind.offers(names) == ("main", "foyer")


def test_several_cues_are_one_step() -> None:
    cues = [(name, cue(f"{{cue: {name}, wait: {name}s}}")) for name in ("1", "2", "3")]
    edit = edit_of(cues, row(cues[0][1], "pre-wait"), "1:30")
    assert isinstance(edit, Several)
    assert edit.name == "pre-wait of 3 cues"
    assert len(edit.edits) == 3


def test_another_kind_of_message_begins_with_what_it_needs() -> None:
    of = cue("{cue: 1, midi: {device: d, note: 60, channel: 3}}")
    for kind in midi.KINDS:
        row_ = row(of, "midi")
        assert wrong(of, row_, kind, NOBODY) == ""
        edit = step(of, Item("cue", "1"), row_, kind)
        assert isinstance(edit, Set)
        assert "device: d" in edit.value
    of = cue("{cue: 1, fade: {device: d, address: /a, to: 1, time: 2s}}")
    names = Names(devices={"d": "osc", "m": "midi"})
    for kind in ("osc", "midi", "master"):
        assert wrong(of, row(of, "fade", names=names), kind, names) == ""


def test_a_command_is_a_form_with_the_ranges_of_its_profile(desk: DeviceProfile) -> None:
    names = Names(devices={"desk": "osc"}, profiles={"desk": desk})
    of = cue("{cue: 1, audio: {device: desk, do: fader, channel: 17, level: -10 dB}}")
    rows = [each.caption for each in rows_of("audio", of, names) if each.path[0] == "audio"]
    assert rows[:4] == ["Device", "Command", "Channel", "Level"]
    channel = row(of, "audio", "channel", names=names)
    assert channel.kind.said("17", names) == "1 to 32"
    assert "out of range" in wrong(of, channel, "33", names)
    assert wrong(of, channel, "32", names) == ""
    assert "cannot be empty" in wrong(of, channel, "", names)
    assert channel.kind.step("32", 1) == "32"
    do = row(of, "audio", "do", names=names)
    for command in desk.commands:
        edit = step(of, Item("cue", "1"), do, command)
        assert isinstance(edit, Set)
        assert wrong(of, do, command, names) == ""
        desk.messages(command, {k: v for k, v in value_of(edit.value).items() if k not in ("device", "do", "duration")})
        after = Mapping({"cue": "1", "audio": value_of(edit.value)})
        for each in rows_of("audio", after, names):
            if isinstance(each.kind, ArgumentChoice):
                assert each.kind.choices(names)


def test_a_slider_stands_where_the_value_is(desk: DeviceProfile) -> None:
    fader = kind_of_argument(desk.commands["fader"].arguments["level"])
    assert isinstance(fader, ArgumentSlide)
    assert fader.portion("0 dB") == pytest.approx(0.9)
    assert fader.portion("-oo") == 0.0
    assert fader.portion("loud") is None
    assert fader.at(0.9) == "0 dB"
    assert not isinstance(kind_of_argument(desk.commands["fader"].arguments["channel"]), ArgumentSlide)
    assert (LevelKind().portion("full"), LevelKind().portion("x"), LevelKind().at(0.256)) == (1.0, None, "26%")


def test_curves_are_read_for_the_drawing() -> None:
    assert curve_of("sine") == "sine"
    assert curve_of("{points: [[0, 0], [0.5, 0.2], [1, 1]]}") == ((0, 0), (0.5, 0.2), (1, 1))
    assert curve_of("{points: 3}") is curve_of("zigzag") is curve_of("") is None
