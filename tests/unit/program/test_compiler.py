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
RIG = HEAD + "patch: [{id: a1..a4, fixture: generic/dimmer, at: 1.1}]\ngroups: {pair: [a1, a2]}\n"


def read(text: str) -> Show:
    return load_text(RIG + text).show


def light(number: object, level: int, more: str = "") -> str:
    return f"  - {{cue: {number}, light: {{look: {{pair: {level}%, a{level % 4 + 1}: full}}{more}}}}}\n"


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


@given(st.lists(CUES, min_size=1, max_size=6), st.lists(st.tuples(st.integers(0, 5), CUES), max_size=6), st.data())
def test_edits_compile_to_what_a_fresh_look_compiles_to(
    first: list[tuple[int, str]], edits: list[tuple[int, tuple[int, str]]], data: st.DataObject
) -> None:
    show = read("cues:\n" + "".join(light(n, *cue) for n, cue in enumerate(first, 1)))
    compiler = Compiler(FIXTURES, PROFILES)
    compiler.program(show, "0")
    for at, cue in edits:
        index = at % len(show.cues)
        what = data.draw(st.sampled_from(["cue", "number", "remove", "insert", "groups", "group"]))
        fresh = read("cues:\n" + light(f"X{data.draw(st.integers(0, 1 << 40))}", *cue)).cues[0]
        if what == "cue":
            show = edited(show, index, fresh.model_copy(update={"number": show.cues[index].number}))
        elif what == "number":
            show = edited(show, index, fresh)
        elif what == "remove" and len(show.cues) > 1:
            show = show.model_copy(update={"cues": (*show.cues[:index], *show.cues[index + 1 :])})
        elif what == "insert":
            show = show.model_copy(update={"cues": (*show.cues[:index], fresh, *show.cues[index:])})
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
