"""Light in a hand-over: by the names of fixtures and parameters, with who owns it; what was changed comes with GO."""

from pathlib import Path

import pytest

from showctl.engine.command import Go, Park, ReleaseList, SetStandby
from showctl.engine.event import Warned
from showctl.program.opening import open_show, opened
from showctl.program.program import Program
from showctl.showfile.load import load_text
from tests.unit.engine.evening import Evening

SHOW = """\
showctl: 1
show: {title: Hand over, go to time: 0s}
devices: {rig: {type: sacn, universes: 1-2, to: 127.0.0.1}}
patch:
  - {id: d1..d3, fixture: generic/dimmer, at: 1.1}
  - {id: w1, fixture: generic/led-par, mode: rgb, at: 1.21}
palettes: {colour: {key: red}}
lists: {side: {cues: [{cue: 1, light: {look: {d1: 80}}}]}}
cues:
  - {cue: 1, light: {look: {d1: 60, d2: 40, w1: {intensity: full, colour: key}}}}
  - {cue: 2, light: {look: {d2: 20}}}
  - {cue: 3, light: {look: {d3: 20}}}
"""
MORE = "  - {id: more, fixture: generic/dimmer, at: 1.10}\n"
TURNED = SHOW.replace("id: d1..d3", "id: d2..d3").replace(
    "1.1}\n", "1.1}\n  - {id: d1, fixture: generic/dimmer, at: 1.3}\n"
)
MOVED = SHOW.replace("dimmer, at: 1.1}", "dimmer, at: 1.11}")


def with_patch(more: str) -> str:
    return SHOW.replace("palettes:", f"{more}palettes:")


def program(text: str) -> Program:
    return opened(lambda: load_text(text)).program


def begun(text: str = SHOW, *commands: object) -> Evening:
    evening = Evening(program(text))
    for command in commands or (Go(),):
        evening.play(command, 1.0)  # type: ignore[arg-type]
    return evening


def out(evening: Evening, *addresses: int, universe: int = 1, now: float = 9.0) -> list[int]:
    """Bytes of a universe that is sent."""
    playback = evening.stage.playback
    row = playback.program.universes.index(universe)
    levels = playback.mixer.levels(now)
    assert playback.mixer.touched[row]
    return [int(levels[row, address - 1]) for address in addresses]


def said(evening: Evening) -> list[str]:
    return [event.text for event in evening.events if isinstance(event, Warned)]


@pytest.mark.parametrize(("text", "d1"), [(with_patch(MORE), 1), (MOVED, 11), (TURNED, 3)])
def test_lists_keep_what_they_own_whatever_became_of_the_patch(text: str, d1: int) -> None:
    evening = begun(SHOW, Go(), Go(list="side"))
    evening.hand_over(program(text), 2.0)
    assert out(evening, d1) == [204]
    evening.play(ReleaseList(list="side", time=0.0), 3.0)
    assert out(evening, d1) == [153]
    assert said(evening) == []


def test_what_was_moved_comes_up_where_it_is_now_and_nothing_stays_behind() -> None:
    evening = begun()
    evening.hand_over(program(MOVED), 2.0)
    assert out(evening, 1, 2, 3, 11, 12, 13, 21, 22, 23) == [0, 0, 0, 153, 102, 0, 255, 0, 0]
    evening = begun()
    evening.hand_over(program(SHOW.replace("dimmer, at: 1.1}", "dimmer, at: 2.1}")), 2.0)
    assert out(evening, 1, 2, 3, 21) == [0, 0, 0, 255]
    assert out(evening, 1, 2, 3, universe=2) == [153, 102, 0]


def test_what_never_moved_stays_silent_where_it_is_now() -> None:
    evening = begun(SHOW.replace("  - {cue: 1,", "  - {cue: 0.5, light: {look: {w1: full}}}\n  - {cue: 1,"))
    evening.hand_over(program(SHOW.replace("dimmer, at: 1.1}", "dimmer, at: 2.1}")), 2.0)
    assert evening.stage.playback.mixer.touched.tolist() == [True, False]


def test_new_fixtures_begin_at_rest_and_lit_ones_that_are_gone_are_named() -> None:
    evening = begun()
    evening.hand_over(program(with_patch(MORE).replace("d1..d3", "d2..d4").replace("d1: ", "d4: ")), 2.0)
    assert out(evening, 1, 2, 3, 10) == [102, 0, 0, 0]  # d2 is where d1 was
    assert said(evening)[0] == "d1 was lit and is not in the patch any more: nothing is sent there now"


def test_another_name_at_the_same_address_is_the_same_lamp() -> None:
    evening = begun()
    evening.hand_over(
        program(SHOW.replace("d1..d3", "e1..e3").replace("d1", "e1").replace("d2", "e2").replace("d3", "e3")), 2.0
    )
    assert out(evening, 1, 2, 3) == [153, 102, 0]
    assert said(evening) == []


def test_a_mode_in_another_order_and_finer_keeps_its_light(tmp_path: Path) -> None:
    (tmp_path / "fixtures").mkdir()
    profile, show = tmp_path / "fixtures" / "lamp.yaml", tmp_path / "show.yaml"
    head = "showctl fixture: 1\nname: L\nmanufacturer: X\nmodes: {a: "
    look = "{intensity: 50, red: full, green: 0, blue: 20}"
    show.write_text(
        SHOW.split("patch:")[0]
        + f"patch: [{{id: lamp, fixture: lamp, at: 1.1}}]\ncues: [{{cue: 1, light: {{look: {{lamp: {look}}}}}}}]\n"
    )
    profile.write_text(head + "[intensity, red, green, blue, gobo]}\n")
    evening = Evening(before := open_show(show).program)
    evening.play(Go(), 1.0)
    evening.play(Park(what="lamp/blue"), 1.0)
    profile.write_text(head + "[gobo, blue, red, intensity, intensity fine, green]}\n")
    after = open_show(show).program
    assert after.digest != before.digest
    evening.hand_over(after, 2.0)
    assert out(evening, 1, 2, 3, 4, 5, 6) == [0, 51, 255, 128, 0, 0]
    assert said(evening) == []


def test_what_was_changed_before_comes_with_the_next_go() -> None:
    evening = begun()
    player = evening.stage.playback.player
    assert not player.lists()[0].restores
    evening.hand_over(program(SHOW.replace("key: red", "key: blue")), 2.0)
    assert out(evening, 21, 22, 23) == [255, 0, 0]
    assert evening.stage.playback.player.lists()[0].restores
    assert said(evening) == ["list main: what was changed in the light of cues before comes with the next GO"]
    evening.play(Go(), 3.0)
    assert out(evening, 1, 2, 21, 22, 23) == [153, 51, 0, 0, 255]
    assert not evening.stage.playback.player.lists()[0].restores
    assert len(said(evening)) == 1


@pytest.mark.parametrize(
    "text", [MOVED, with_patch(MORE), SHOW.replace("{d2: 20}", "{d2: 30}"), SHOW.replace("title: ", "title: The ")]
)
def test_in_order_it_stays_where_nothing_before_was_changed(text: str) -> None:
    evening = begun()
    evening.hand_over(program(text), 2.0)
    assert not evening.stage.playback.player.lists()[0].restores
    assert said(evening) == []


def test_what_no_cue_moves_any_more_goes_with_the_next_go() -> None:
    evening = begun(SHOW, Go(), Go(list="side"))
    after = SHOW.replace("d1: 60, d2: 40, w1", "d2: 40, w1")
    evening.hand_over(program(after), 2.0)
    assert out(evening, 1, 2) == [204, 102]
    evening.play(Go(), 3.0)
    assert out(evening, 1, 2) == [204, 51]
    evening.play(ReleaseList(list="side", time=0.0), 4.0)
    assert out(evening, 1) == [0]


def test_at_the_end_of_a_list_it_waits_for_standby() -> None:
    evening = begun(SHOW, Go(), Go(), Go())
    evening.hand_over(program(SHOW.replace("d3: 20", "d3: 30")), 2.0)
    (text,) = said(evening)
    assert text.endswith("comes with the next GO, when a cue is in standby again")
    evening.play(SetStandby(cue="3"), 3.0)
    evening.play(Go(), 3.0)
    assert out(evening, 3) == [77]


def test_what_is_at_rest_is_at_the_rest_of_now_unless_a_list_holds_it(tmp_path: Path) -> None:
    (tmp_path / "fixtures").mkdir()
    profile, show = tmp_path / "fixtures" / "lamp.yaml", tmp_path / "show.yaml"
    head = "showctl fixture: 1\nname: L\nmanufacturer: X\nmodes: {a: [intensity, shutter]}\n"
    head += "parameters: {shutter: {default: "
    show.write_text(
        SHOW.split("patch:")[0]
        + "patch: [{id: lamp1..lamp2, fixture: lamp, at: 1.1}]\n"
        + "cues: [{cue: 1, light: {look: {lamp1: {intensity: full, shutter: 0}}}}]\n"
    )
    profile.write_text(head + "out}}\n")
    evening = Evening(open_show(show).program)
    evening.play(Go(), 1.0)
    assert out(evening, 1, 2, 3, 4) == [255, 0, 0, 0]
    profile.write_text(head + "full}}\n")
    evening.hand_over(open_show(show).program, 2.0)
    assert out(evening, 1, 2, 3, 4) == [255, 0, 0, 255]
