"""Opening one state of a show after another to play it gives what opening each by itself gives, and does less."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.program.opening import opened_to_play
from showctl.program.program import Program
from showctl.program.reopening import Reopening
from showctl.showfile.load import Loaded, Refused, load_text

HEAD = """\
showctl: 1
show: {title: Edited}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:10023, profile: behringer/x32}
patch:
  - {id: front1..front4, fixture: generic/dimmer, at: 1.1}
  - {id: spot1, fixture: nobody/knows, at: 1.20}
run of show:
  - {segment: doors, title: Doors, duration: "10:00"}
palettes: {intensity: {warm: {front1: 40%}}}
"""
CUES = [
    "light: {look: {front1: full, front2: 30%}}",
    "light: {look: {frunt1: full}}",
    "light: {look: {front1: full, spot1: full}}",
    "light: {look: {front1: warm}, cue only: yes}",
    "light: {look: {front1: cold}}",
    "osc: {device: dask, address: /a}",
    "osc: {device: desk, address: /a}",
    "stop: 2",
    "start: 99",
    "wait: 1s, starts segment: doors",
    "wait: 1s, starts segment: nothing",
    "wait: 2s",
]


def state(text: str) -> Loaded | Refused:
    try:
        return load_text(text)
    except Refused as refused:
        return refused


def numbered(cues: list[int]) -> str:
    return HEAD + "cues:\n" + "".join(f"  - {{cue: {n}, {CUES[cue]}}}\n" for n, cue in enumerate(cues, 1))


def sharing(before: Loaded | Refused | None, after: Loaded | Refused) -> Loaded | Refused:
    """As `of_root` does it: what is equal is the same object."""
    one = before.rest if isinstance(before, Refused) else before
    other = after.rest if isinstance(after, Refused) else after
    if not isinstance(one, Loaded) or not isinstance(other, Loaded):
        return after
    known = [*one.show.cues]
    cues = tuple(next((old for old in known if old == cue), cue) for cue in other.show.cues)
    same = {name: getattr(one.show, name) for name in ("devices", "patch", "groups", "palettes", "masters", "info")}
    loaded = replace(other, show=other.show.model_copy(update={"cues": cues, **same}))
    return Refused(after.problems, loaded) if isinstance(after, Refused) else loaded


@given(st.lists(st.lists(st.integers(0, len(CUES) - 1), min_size=1, max_size=6), min_size=1, max_size=5))
def test_states_one_after_another_open_as_each_by_itself(states: list[list[int]]) -> None:
    reopening, last = Reopening(), None
    for cues in states:
        text = numbered(cues)
        last = sharing(last, state(text))
        opened, fresh = reopening.to_play(last), opened_to_play(lambda text=text: load_text(text))
        assert opened.program == fresh.program
        assert opened.problems == fresh.problems


def test_a_mended_cue_plays_again_and_the_others_are_the_same_objects() -> None:
    reopening = Reopening()
    broken = state(numbered([0, 5, 3, 7, 11]))
    before = reopening.to_play(broken).program
    assert [cue.id for cue in before.cues.values() if cue.broken] == ["2"]
    after = reopening.to_play(sharing(broken, state(numbered([0, 6, 3, 7, 11])))).program
    assert not after.cues["2"].broken
    assert changed(before, after) == ["2"]
    assert after.parameters is before.parameters


def test_a_show_that_is_none_is_refused_and_the_next_one_opens() -> None:
    reopening = Reopening()
    first = reopening.to_play(state(numbered([0])))
    with pytest.raises(Refused, match="sends universe 7"):
        reopening.to_play(state(numbered([0]).replace("at: 1.1}", "at: 7.1}")))
    assert reopening.to_play(state(numbered([0]))).program == first.program


def test_a_profile_that_is_no_more_used_has_no_part_in_the_digest() -> None:
    reopening = Reopening()
    first = reopening.to_play(state(numbered([0]))).program.digest
    reopening.to_play(state(numbered([0]).replace("generic/dimmer", "generic/rgb")))
    assert reopening.to_play(state(numbered([0]))).program.digest == first


def changed(before: Program, after: Program) -> list[str]:
    return [cue for cue in after.cues if after.cues[cue] is not before.cues.get(cue)]
