"""The patch by hand: addresses of every form, and what goes out for each response."""

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray
from pydantic import TypeAdapter

from showctl.engine.mixer import Mixer
from showctl.engine.program_mixer import mixer_for
from showctl.model.effect import Fade, MasterFade
from showctl.model.fixture import FixtureProfile
from showctl.model.patch import PatchEntry
from showctl.model.problem import Problem
from showctl.program.opening import opened
from showctl.program.patch_table import PatchTable, patch_table
from showctl.program.program import Program
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

HEAD = "showctl: 1\nshow: {title: Test}\ndevices:\n  rig: {type: sacn, universes: [1, 2, 5], to: 127.0.0.1}\n"


def program(text: str) -> Program:
    return opened(lambda: load_text(HEAD + text)).program


def problems(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        program(text)
    return [f"{p.line - HEAD.count(chr(10))}: {p.what}; {p.remedy}" for p in refused.value.problems]


def rows_and_slots(show: Program) -> list[tuple[int, int]]:
    """Row and first slot of each parameter."""
    slots = np.frombuffer(show.parameters.slots, "<i4").reshape(-1, 3)[:, 0]
    return list(zip(np.frombuffer(show.parameters.row, "<i4").tolist(), slots.tolist(), strict=True))


def sent(text: str, now: float = 100.0, masters: dict[str, float] | None = None) -> NDArray[np.uint8]:
    """Slots (U × 512) after all light cues of a show, each done one second after the one before."""
    show = program(text)
    mixer = mixer_for(show)
    _play(show, mixer)
    for name, level in (masters or {}).items():
        mixer.masters.fade(1, now, MasterFade(0.0, 0.0, name, None, level))
    return mixer.levels(now).copy()


def _play(show: Program, mixer: Mixer) -> None:
    for run, cue in enumerate(show.cues.values(), 1):
        for effect in cue.effects:
            assert isinstance(effect, Fade)
            mixer.fade(run, float(run), effect)


def look(text: str) -> str:
    return f"cues:\n  - {{cue: 1, light: {{time: 0s, look: {{{text}}}}}}}\n"


# Addresses ------------------------------------------------------------------------------------------------------


def test_next_free_addresses_come_after_all_that_are_written_in_file_order() -> None:
    show = program(
        "patch:\n"
        "  - {id: a1..a3, fixture: generic/dimmer, at: next}\n"
        "  - {id: par, fixture: generic/led-par, mode: drgb, at: next}\n"
        "  - {id: b, fixture: generic/dimmer, at: 1.2}\n"
        "  - {id: c, fixture: generic/dimmer, at: next in 5}\n"
        "  - {id: d, fixture: generic/dimmer, at: next}\n"
    )
    assert show.universes == (1, 5)
    assert rows_and_slots(show) == [
        *((0, 0), (0, 2), (0, 3)),  # 1.002 is taken
        *((0, 4), (0, 5), (0, 6), (0, 7)),
        (0, 1),
        (1, 0),
        (0, 8),
    ]


def test_next_free_addresses_fill_the_universes_that_are_sent() -> None:
    show = program("patch:\n  - {id: s1..s30, fixture: generic/moving-spot, mode: 16bit, at: next}\n")
    assert show.universes == (1, 2)
    count = len(show.parameters.row) // 4 // 30
    firsts = rows_and_slots(show)[::count]
    assert firsts[:25] == [(0, 20 * i) for i in range(25)]  # 512 // 20
    assert firsts[25:] == [(1, 20 * i) for i in range(5)]


def test_no_room_is_a_problem_with_the_remedy() -> None:
    full = "patch:\n  - {id: a1..a510, fixture: generic/dimmer, at: 5.1}\n"
    assert problems(full + "  - {id: p, fixture: generic/led-par, mode: drgb, at: next in 5}\n") == [
        "3: 'p' needs 4 free slots together; universe 5 has no room for it; write next, or next in another"
    ]
    assert problems(full + "  - {id: p, fixture: generic/dimmer, at: next in 3}\n") == [
        "3: no sACN device sends universe 3; add 3 to the universes of one"
    ]


def test_multi_patch_sends_the_same_bytes_at_each_address() -> None:
    slots = sent(
        "patch:\n"
        "  - {id: a1..a2, fixture: generic/dimmer, mode: 16bit, at: [1.1, 1.101, 5.501]}\n"
        "  - {id: b, fixture: generic/dimmer, at: 2.1}\n" + look("a1: 50%, a2: full")
    )
    assert slots.shape == (3, 512)
    expected = [128, 0, 255, 255]  # floor(65535 · 0.5 + 0.5) = 32768
    assert slots[0, :4].tolist() == slots[0, 100:104].tolist() == slots[2, 500:504].tolist() == expected
    assert int((slots > 0).sum()) == 3 * 3


def test_a_virtual_intensity_dims_at_each_address() -> None:
    text = (
        "patch:\n"
        "  - {id: a, fixture: generic/led-par, mode: rgb, at: [1.1, 5.10]}\n"
        "  - {id: b, fixture: generic/dimmer, at: 2.1}\n"
    )
    assert sent(text + look("a: 40%"))[[0, 2]][:, [0, 9]].tolist() == [[102, 0], [0, 102]]
    show = program(text + look("a: 40%"))
    mixer = mixer_for(show)
    _play(show, mixer)
    assert mixer.touched.tolist() == [True, False, True]  # a copy is no longer silent either


def test_a_fade_moves_copies_in_universes_of_their_own() -> None:
    show = program(
        "patch:\n"
        "  - {id: a, fixture: generic/dimmer, at: [1.1, 5.1]}\n"
        "  - {id: b, fixture: generic/dimmer, at: 5.2}\n"
        "cues:\n"
        "  - {cue: 1, light: {time: 10s, look: {a: full}}}\n"
        "  - {cue: 2, light: {time: 10s, look: {b: full}}}\n"
    )
    mixer = mixer_for(show)
    (first,), (second,) = (cue.effects for cue in show.cues.values())
    assert isinstance(first, Fade)
    assert isinstance(second, Fade)
    assert mixer.fade(1, 0.0, first).tolist() == [0, 1]
    assert mixer.levels(2.0)[:, :2].tolist() == [[51, 0], [51, 0]]
    mixer.fade(2, 9.0, second)
    assert mixer.levels(10.0)[:, :2].tolist() == [[255, 0], [255, 26]]  # 25.5
    assert mixer.levels(14.0)[:, :2].tolist() == [[255, 0], [255, 128]]


def test_blocks_and_places_have_to_agree() -> None:
    assert problems("patch:\n  - {id: a, fixture: generic/dimmer, at: next week}\n") == [
        "2: 'next week' is not a place; write next, or for example next in 2"
    ]
    assert problems("patch:\n  - {id: a, fixture: generic/dimmer, at: [1.1, 1.1]}\n") == [
        "2: 'a' overlaps 'a' at 1.001; the next free address is 1.002"
    ]


TWO_BLOCKS = """
showctl fixture: 1
name: A
manufacturer: B
modes: {m: {blocks: [[pan, pan fine, intensity], [red, green, "-", blue]]}}
"""


class Profiles:
    """A library of one profile."""

    def get(self, name: str) -> FixtureProfile:
        return TypeAdapter(FixtureProfile).validate_python(yaml.load(TWO_BLOCKS, Loader=yaml.BaseLoader))


def placed(at: object, count: int = 2) -> tuple[PatchTable, list[str]]:
    found: list[Problem] = []
    patch = [entry(id=f"a1..a{count}", at=at)]
    return patch_table(patch, Profiles(), (1, 2, 3), found), [f"{p.what}; {p.remedy}" for p in found]


def test_blocks_have_addresses_of_their_own() -> None:
    table, wrong = placed(["1.1", "3.100"])
    assert wrong == []
    assert table.universes == (1, 3)
    slots = np.frombuffer(table.parameters.slots, "<i4").reshape(2, 5, 3)
    assert slots[0].tolist() == [[0, 1, -1], [2, -1, -1], [99, -1, -1], [100, -1, -1], [102, -1, -1]]
    assert slots[1, :, 0].tolist() == [3, 5, 103, 104, 106]
    assert np.frombuffer(table.parameters.row, "<i4").tolist() == [0, 0, 1, 1, 1] * 2


def test_blocks_with_one_address_follow_each_other() -> None:
    table, wrong = placed("1.1")
    assert wrong == []
    assert np.frombuffer(table.parameters.slots, "<i4").reshape(2, 5, 3)[:, :, 0].tolist() == [
        [0, 2, 3, 4, 6],
        [7, 9, 10, 11, 13],
    ]


def test_a_block_that_is_not_patched_and_blocks_in_two_places() -> None:
    table, wrong = placed(["-", "1.1"], 1)
    assert wrong == []
    assert np.frombuffer(table.parameters.row, "<i4").tolist() == [-1, -1, 0, 0, 0]
    table, wrong = placed(["-", "1.1", "2.1", "2.11"], 1)
    assert wrong == []
    assert np.frombuffer(table.parameters.row, "<i4").tolist() == [1, 1, 0, 0, 0]
    copies = np.frombuffer(table.parameters.copies, "<i4").reshape(-1, 5).tolist()
    assert copies == [[2, 1, 10, -1, -1], [3, 1, 11, -1, -1], [4, 1, 13, -1, -1]]
    assert placed(["1.1", "1.10", "1.20"])[1] == [
        "the mode has 2 blocks, and here are 3 addresses; "
        "write 2, with - for a block that is not patched, or one for all together"
    ]


def test_each_block_finds_its_next_free_place() -> None:
    table, wrong = placed("next in 2")
    assert wrong == []
    assert [fixture.places for fixture in table.fixtures.values()] == [(((2, 1), (2, 4)),), (((2, 8), (2, 11)),)]


# Responses ------------------------------------------------------------------------------------------------------


def test_inverted_pan_and_tilt() -> None:
    spot = "patch:\n  - {id: s, fixture: generic/moving-spot, mode: 16bit, at: 1.1, invert: %s}\n"
    # -135 of -270..270 is a quarter; the other way round 65535 - 16383.75 = 49151.25, hexadecimal BF FF
    assert sent(spot % "pan" + look("s: {pan: -135, tilt: -135}"))[0, :4].tolist() == [0xBF, 0xFF, 0, 0]
    assert sent(spot % "[pan, tilt]" + look("s: {pan: -270, tilt: -135}"))[0, :4].tolist() == [255, 255, 255, 255]
    assert sent(spot % "'pan, tilt'" + look("s: {pan: 270, tilt: 135}"))[0, :4].tolist() == [0, 0, 0, 0]


def test_swapped_pan_and_tilt() -> None:
    spot = "patch:\n  - {id: s, fixture: generic/moving-spot, mode: 16bit, at: 1.1, swap: yes%s}\n"
    assert sent(spot % "" + look("s: {pan: 270, tilt: -135}"))[0, :4].tolist() == [0, 0, 255, 255]
    # What looks call pan is inverted, and goes to the slots of tilt.
    assert sent(spot % ", invert: pan" + look("s: {pan: 270, tilt: -135}"))[0, :4].tolist() == [0, 0, 0, 0]


def test_proportional_level_of_a_real_and_of_a_virtual_intensity() -> None:
    text = (
        "patch:\n"
        "  - {id: d, fixture: generic/dimmer, at: 1.1, proportional: 80%}\n"
        "  - {id: p, fixture: generic/led-par, mode: rgb, at: 1.11, proportional: 50%}\n"
        "  - {id: q, fixture: generic/led-par, mode: drgb, at: 1.21, proportional: 50%}\n"
        + look('d: full, p: {intensity: full, colour: "#ff8000"}, q: {intensity: full, colour: "#ffffff"}')
    )
    slots = sent(text)
    assert slots[0, 0] == 204  # 0.8 · 255
    assert slots[0, 10:13].tolist() == [128, 64, 0]  # 127.5, 0.5 · 128 = 64
    assert slots[0, 20:24].tolist() == [128, 255, 255, 255]
    assert sent(text, masters={"grand": 0.5})[0, [0, 10, 11, 20]].tolist() == [102, 64, 32, 64]  # 63.75


def test_a_curve_is_over_the_level_under_all_masters() -> None:
    text = (
        "patch:\n"
        "  - {id: d, fixture: generic/dimmer, at: 1.1, curve: square}\n"
        "  - {id: p, fixture: generic/led-par, mode: rgb, at: 1.11, curve: square}\n"
        "  - {id: e, fixture: generic/dimmer, at: 1.21, proportional: 80%, "
        "curve: {points: [[0, 0], [0.5, 0.9], [1, 1]]}}\n"
        "  - {id: f, fixture: generic/dimmer, at: 1.31}\n"
    )
    whole = text + look('d: full, p: {intensity: full, colour: "#ff8000"}, e: full, f: full')
    half = text + look('d: 50%, p: {intensity: 50%, colour: "#ff8000"}, e: 50%, f: 50%')
    assert sent(whole)[0, [0, 10, 11, 20, 30]].tolist() == [255, 255, 128, 204, 255]
    # 0.25 · 255 = 63.75; 0.25 · 128 = 32; 0.9 · 204 = 183.6
    expected = [64, 64, 32, 184, 128]
    assert sent(half)[0, [0, 10, 11, 20, 30]].tolist() == expected
    assert sent(whole, masters={"grand": 0.5})[0, [0, 10, 11, 20, 30]].tolist() == expected


def test_what_was_sent_tells_the_levels_again() -> None:
    text = (
        "patch:\n"
        "  - {id: d, fixture: generic/dimmer, mode: 16bit, at: [1.1, 1.101], curve: s, proportional: 80%}\n"
        "  - {id: p, fixture: generic/led-par, mode: rgb-16bit, at: 1.11, curve: square, proportional: 50%}\n"
        "  - {id: s, fixture: generic/moving-spot, mode: 16bit, at: 1.31, invert: [pan], swap: yes}\n"
        + look('d: 30%, p: {intensity: 60%, colour: "#ff8000"}, s: {pan: -100, tilt: 20, intensity: 70%}')
    )
    show = program(text)
    mixer, other = mixer_for(show), mixer_for(show)
    _play(show, mixer)
    slots = mixer.levels(10.0).copy()
    other.restore(slots, mixer.touched)
    again = other.levels(11.0)
    assert np.abs(other.values - mixer.values).max() < 2e-3  # half a step of 8 bits
    assert np.abs(again.astype(int) - slots).max() <= 1


def test_nothing_is_carried_that_nothing_uses() -> None:
    parameters = program("patch:\n  - {id: d, fixture: generic/dimmer, at: 1.1}\n").parameters
    assert (parameters.factor, parameters.inverted, parameters.curve, parameters.copies) == (b"", b"", b"", b"")


def test_what_a_fixture_cannot_do() -> None:
    assert problems(
        "patch:\n"
        "  - {id: a, fixture: generic/dimmer, invert: pan, swap: yes}\n"
        "  - {id: b, fixture: generic/relay, mode: 1-circuit, curve: square}\n"
        "  - {id: c, fixture: generic/hazer, curve: square, proportional: 50%}\n"
    ) == [
        "2: 'generic/dimmer' in mode '8bit' has no pan; remove invert",
        "2: 'generic/dimmer' in mode '8bit' has no pan and tilt; remove swap",
        "4: 'generic/hazer' in mode '2-channel' has no intensity; remove curve",
        "4: 'generic/hazer' in mode '2-channel' has no intensity; remove proportional",
    ]


# Places in the room ---------------------------------------------------------------------------------------------


def entry(**keys: object) -> PatchEntry:
    return PatchEntry.model_validate({"id": "a", "fixture": "generic/dimmer", **keys})


def test_positions() -> None:
    assert entry(position=["-2.5", "0", "6"]).positions(1) == ((-2.5, 0.0, 6.0),)
    spread = entry(id="a1..a3", position=[[-4, 0, 6], [4, 1, 6]])
    assert spread.positions(3) == ((-4, 0, 6), (0, 0.5, 6), (4, 1, 6))
    assert entry(id="a1..a3").positions(3) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("position: 6", "a position is three numbers"),
        ("position: [1, 2]", "a position is three numbers"),
        ("position: [1, 2, nan]", "a position is beyond 10000"),
        ("position: [1000000, 2, 3]", "a position is beyond 10000"),
        ("position: [[0, 0, 0], [1, 0, 0]]", "one fixture has one position"),
        ("rotation: [0, 0, 400]", "a rotation is beyond 360"),
        ("uuid: 12", "'12' is not a UUID"),
        ("invert: zoom", "'zoom' is not allowed here; write pan or tilt"),
        ("proportional: 120%", "'120%' is above 100 percent"),
        ("curve: bent", "'bent' is not a curve"),
        ("at: [1.1, x]", "'x' is not a universe and address"),
        ("at: next in 0", "universe 0 does not exist"),
        (f"at: [{', '.join(['1.1'] * 65)}]", "there are 65 addresses here; write at most 64"),
    ],
)
def test_what_is_wrong_with_an_entry(text: str, said: str) -> None:
    (problem,) = problems(f"patch:\n  - {{id: a, fixture: generic/dimmer, {text}}}\n")
    assert problem.startswith(f"2: {said}"), problem
