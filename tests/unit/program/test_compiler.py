"""Compiling one state of a show after another gives what compiling each by itself gives, and does less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.fixtures.folders import fixture_library
from showctl.model.cue import Cue
from showctl.model.problem import Problems, Question
from showctl.model.show import Show
from showctl.program.compile import Compiler, compile_show
from showctl.shipped import shipped
from showctl.showfile.device_profile import Profiles
from showctl.showfile.load import load_text
from tests.unit.program.test_compile import HEAD

FIXTURES, PROFILES = fixture_library(shipped("shows")), Profiles(shipped("resources") / "profiles")
RIG = (
    HEAD + "patch: [{id: a1..a4, fixture: generic/dimmer, at: 1.1}]\ngroups: {pair: [a1, a2]}\n"
    "palettes: {intensity: {low: 20%, high: 90%}, mixed: {both: {a1: {intensity: low}, a2: full}}}\n"
)


def read(text: str) -> Show:
    return load_text(RIG + text).show


def light(number: object, level: int, more: str = "") -> str:
    named = ("", ", a3: {intensity: low}", ", a1: {intensity: high}", ", a1..a2: {palette: both}")[level % 4]
    return f"  - {{cue: {number}, light: {{look: {{pair: {level}%, a{level % 4 + 1}: full{named}}}{more}}}}}\n"


def edited(show: Show, index: int, cue: Cue) -> Show:
    return show.model_copy(update={"cues": (*show.cues[:index], cue, *show.cues[index + 1 :])})


def test_what_an_edit_leaves_alone_is_not_compiled_again() -> None:
    show = read("cues:\n" + "".join(light(n, n) for n in range(1, 9)))
    compiler = Compiler(FIXTURES, PROFILES)
    before = compiler.program(show, "1")
    other = read("cues:\n" + light(4, 77)).cues[0]
    after = compiler.program(edited(show, 3, other), "2")
    assert [cue for cue in before.cues if before.cues[cue] is not after.cues[cue]] == ["4"]
    assert after == compile_show(edited(show, 3, other), FIXTURES, PROFILES, "2")


def test_the_cue_after_a_cue_only_one_follows_its_edit() -> None:
    show = read("cues:\n" + light(1, 10) + light(2, 20, ", cue only: yes") + light(3, 31) + light(4, 41))
    compiler = Compiler(FIXTURES, PROFILES)
    before = compiler.program(show, "1")
    changed = edited(show, 1, read("cues:\n" + light(2, 22, ", cue only: yes")).cues[0])
    after = compiler.program(changed, "2")
    assert before.cues["3"] != after.cues["3"]
    assert after == compile_show(changed, FIXTURES, PROFILES, "2")


def test_a_mistake_changes_nothing_of_what_was_kept() -> None:
    show = read("cues:\n" + light(1, 10) + light(2, 20))
    compiler = Compiler(FIXTURES, PROFILES)
    before = compiler.program(show, "1")
    wrong = show.cues[1].model_copy(update={"light": read("cues:\n" + light(2, 20)).cues[0].light})  # type: ignore[attr-defined]
    looked = wrong.light.model_copy(update={"look": {"nobody": next(iter(wrong.light.look.values()))}})  # type: ignore[attr-defined]
    with pytest.raises(Problems, match="nobody"):
        compiler.program(edited(show, 1, wrong.model_copy(update={"light": looked})), "2")
    assert compiler.program(show, "1") == before


CUES = st.builds(
    lambda level, more: (level, more),
    st.integers(0, 99),
    st.sampled_from(["", "", "", ", cue only: yes", ", block: yes", ", assert: yes", ", mark: yes", ", time: 2s"]),
)


EDITS = [
    "cue", "number", "remove", "insert", "groups", "group", "palette", "address", "title",
    "place", "fixture", "mode", "device",
]  # fmt: skip
MORE = {
    "place": "patch: [{id: a1..a4, fixture: generic/dimmer, at: 1.%d, label: front, invert: []}]\n",
    "fixture": "patch: [{id: a1..a4, fixture: generic/dimmer, at: 1.1}, {id: b%d, fixture: generic/dimmer, at: 1.9}]\n",
    "mode": "patch: [{id: b%d, fixture: generic/dimmer, at: 1.9}, {id: a1..a4, fixture: generic/dimmer, at: 1.1}]\n",
}
"""Other patches: at other addresses, with a fixture after the others, with one before them."""


@given(st.lists(CUES, min_size=1, max_size=6), st.lists(st.tuples(st.integers(0, 5), CUES), max_size=6), st.data())
def test_edits_compile_to_what_a_fresh_look_compiles_to(
    first: list[tuple[int, str]], edits: list[tuple[int, tuple[int, str]]], data: st.DataObject
) -> None:
    show = read("cues:\n" + "".join(light(n, *cue) for n, cue in enumerate(first, 1)))
    compiler = Compiler(FIXTURES, PROFILES)
    compiler.program(show, "0")
    for at, cue in edits:
        index = at % len(show.cues)
        what = data.draw(st.sampled_from(EDITS))
        fresh = read("cues:\n" + light(f"X{data.draw(st.integers(0, 1 << 40))}", *cue)).cues[0]
        if what == "cue":
            show = edited(show, index, fresh.model_copy(update={"number": show.cues[index].number}))
        elif what == "number":
            show = edited(show, index, fresh)
        elif what == "remove" and len(show.cues) > 1:
            show = show.model_copy(update={"cues": (*show.cues[:index], *show.cues[index + 1 :])})
        elif what == "insert":
            show = show.model_copy(update={"cues": (*show.cues[:index], fresh, *show.cues[index:])})
        elif what == "address":
            moved = {n: d.model_copy(update={"ttl": at + 1}) for n, d in show.devices.items()}
            show = show.model_copy(update={"devices": moved})
        elif what in MORE:
            patch = load_text(HEAD + MORE[what] % (at + 1) + "cues: []\n").show.patch
            show = show.model_copy(update={"patch": patch})
        elif what == "device":
            more = load_text(
                RIG.replace("devices:", f"devices:\n  desk{at}: {{type: osc, to: 127.0.0.1:9000}}", 1)
            ).show
            show = show.model_copy(update={"devices": {**show.devices, **more.devices}})
        elif what == "title":
            show = show.model_copy(update={"info": show.info.model_copy(update={"title": f"Evening {at}"})})
        elif what == "palette":
            low = (
                read("cues: []\n").palettes.intensity["low"]
                if at % 2
                else read("cues: []\n").palettes.intensity["high"]
            )
            intensity = {**show.palettes.intensity, data.draw(st.sampled_from(["low", "high", "new"])): low}
            show = show.model_copy(update={"palettes": show.palettes.model_copy(update={"intensity": intensity})})
        elif what == "groups":
            show = show.model_copy(update={"groups": {"pair": ("a1", f"a{at % 3 + 2}")}})
        else:
            group = read("cues:\n  - cue: G\n    group: sequence\n    cues:\n    " + light("G1", *cue)).cues[0]
            if not any(each.number == "G" for each in show.cues):
                show = edited(show, index, group)
        asked: list[Question] = []
        fresh_asked: list[Question] = []
        assert compiler.program(show, "n", asked) == compile_show(show, FIXTURES, PROFILES, "n", questions=fresh_asked)
        assert asked == fresh_asked


def test_where_a_device_is_concerns_no_cue() -> None:
    text = RIG.replace("devices:", "devices:\n  desk: {type: osc, to: 127.0.0.1:9000}", 1)
    show = load_text(text + "cues:\n" + light(1, 5) + "  - {cue: 2, osc: {device: desk, address: /a}}\n").show
    moved = load_text(text.replace("9000", "9001") + "cues: []\n").show.devices
    compiler = Compiler(FIXTURES, PROFILES)
    before = compiler.program(show, "1")
    other = show.model_copy(update={"devices": {**moved, "rig": show.devices["rig"]}})
    other = other.model_copy(update={"devices": {name: other.devices[name] for name in show.devices}})
    after = compiler.program(other, "2")
    assert all(before.cues[cue] is after.cues[cue] for cue in before.cues)
    assert after == compile_show(other, FIXTURES, PROFILES, "2")
    assert before.targets != after.targets


def test_what_no_cue_sees_of_the_patch_concerns_no_cue() -> None:
    cues = "cues:\n" + "".join(light(n, n) for n in range(1, 5))
    show = read(cues)
    compiler = Compiler(FIXTURES, PROFILES)
    before = compiler.program(show, "1")
    for kind in ("place", "fixture"):
        other = show.model_copy(update={"patch": load_text(HEAD + MORE[kind] % 7 + "cues: []\n").show.patch})
        after = compiler.program(other, kind)
        assert all(before.cues[cue] is after.cues[cue] for cue in before.cues)
        assert after.parameters != before.parameters
        before = after


def test_a_group_concerns_the_cues_that_name_it() -> None:
    text = RIG.replace("groups: {", "groups: {other: [a3], both: [other, a4], ", 1)
    cues = "  - {cue: 1, light: {look: {a1: full}}}\n  - {cue: 2, light: {look: {both: full}}}\n" + light(3, 5)
    show = load_text(text + "cues:\n" + cues).show
    compiler = Compiler(FIXTURES, PROFILES)
    before = compiler.program(show, "1")
    other = show.model_copy(update={"groups": {**show.groups, "other": ("a2",)}})
    after = compiler.program(other, "2")
    assert [cue for cue in before.cues if before.cues[cue] is not after.cues[cue]] == ["2"]
    assert after == compile_show(other, FIXTURES, PROFILES, "2")
