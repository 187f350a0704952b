"""What amends a program crosses the link in parts and gives the program after it, of the objects of the one before."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack
from msgspec.structs import replace

from showctl.program.amendment import StartsElsewhere, amendment, renamed_in_turn
from showctl.program.opening import opened_to_play
from showctl.program.part import MOST, Assembly, amending_parts, parts
from showctl.program.program import Program
from showctl.showfile.load import load_text
from tests.unit.program.test_reopening import CUES, HEAD


def program(cues: list[tuple[int, int]], digest: str, head: str = HEAD) -> Program:
    """Of cues (number, what)."""
    text = head + ("cues:\n" if cues else "") + "".join(f"  - {{cue: {n}, {CUES[cue]}}}\n" for n, cue in cues)
    return replace(opened_to_play(lambda: load_text(text)).program, digest=digest)


def crossed(before: Program, after: Program, renamed: dict[str, str] | None = None) -> Program:
    assembly = Assembly()
    sent = list(amending_parts(amendment(before, after, renamed)))
    for part in sent:
        assert len(msgpack.encode(part)) <= MOST
        assert not assembly.complete
        assembly.add(part)
    assert assembly.complete
    found = assembly.whole()
    assert not isinstance(found, Program)
    return found.carried_out(before)


NUMBERED = st.lists(st.tuples(st.integers(1, 8), st.integers(0, len(CUES) - 1)), max_size=8, unique_by=lambda c: c[0])


@given(NUMBERED, NUMBERED, st.booleans())
def test_what_crosses_makes_the_program_after_it(
    one: list[tuple[int, int]], other: list[tuple[int, int]], patched: bool
) -> None:
    head = HEAD.replace("front1..front4", "front1..front5") if patched else HEAD
    before, after = program(one, "1"), program(other, "2", head)
    found = crossed(before, after)
    assert found == after
    assert list(found.cues) == list(after.cues)
    assert all(found.cues[cue] is before.cues[cue] for cue in before.cues if before.cues[cue] == after.cues.get(cue))


def test_one_changed_cue_crosses_alone() -> None:
    before, after = program([(1, 0), (2, 11)], "1"), program([(1, 3), (2, 11)], "2")
    found = amendment(before, after)
    assert [cue.id for cue in found.cues] == ["1"]
    assert {"parameters", "fixtures", "lists", "targets"} <= found.same
    assert sum(len(msgpack.encode(part)) for part in amending_parts(found)) < 1500


def test_a_large_patch_comes_in_slices() -> None:
    devices = "{type: sacn, universes: 1-20, to: 127.0.0.1}"
    head = HEAD.replace("{type: sacn, universes: 1, to: 127.0.0.1}", devices)
    more = "".join(f"\n  - {{id: more{u}x1..more{u}x512, fixture: generic/dimmer, at: {u}.1}}" for u in range(2, 10))
    head = head.replace("at: 1.1}", f"at: 1.1}}{more}")
    before, after = program([(1, 0)], "1"), program([(1, 0)], "2", head)
    assert crossed(before, after) == after


def test_another_state_is_refused() -> None:
    one, two, three = (program([(1, 0)], digest) for digest in "123")
    with pytest.raises(StartsElsewhere, match="1"):
        amendment(two, three).carried_out(one)


def test_a_program_of_which_cues_are_missing_is_refused() -> None:
    before, after = program([(1, 0)], "1"), program([(1, 0), (2, 3)], "2")
    with pytest.raises(ValueError, match="missing"):
        dataclasses.replace(amendment(before, after), cues=()).carried_out(before)


def test_whole_programs_cross_as_before() -> None:
    whole, assembly = program([(1, 0), (2, 3)], "1"), Assembly()
    for part in parts(whole):
        assembly.add(part)
    assert assembly.whole() == whole


def test_renumbering_in_turn_is_renumbering_at_once() -> None:
    assert renamed_in_turn({"1": "2"}, {"2": "3"}) == {"1": "3"}
    assert renamed_in_turn({"1": "2", "2": "1"}, {"1": "2", "2": "1"}) == {}
    assert renamed_in_turn({"1": "5"}, {"1": "6"}) == {"1": "5"}  # the second 1 is another, new cue
    assert renamed_in_turn({}, {"1": "2"}) == {"1": "2"}


@given(st.lists(st.permutations(list("abcde")), max_size=4))
def test_any_renumberings_in_turn_lead_where_each_cue_went(turns: list[list[str]]) -> None:
    """Of cues that only change places."""
    where = {name: name for name in "abcde"}
    together: dict[str, str] = {}
    for turn in turns:
        step = {was: now for was, now in zip("abcde", turn, strict=True) if was != now}
        where = {name: step.get(now, now) for name, now in where.items()}
        together = renamed_in_turn(together, step)
    assert {name: together.get(name, name) for name in "abcde"} == where
