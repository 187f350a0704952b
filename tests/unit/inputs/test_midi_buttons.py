"""Notes and control changes as buttons; how they are written in a show, and what is wrong with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.command import Flash, SetBlackout, Toggle
from showctl.inputs.midi_buttons import MidiButtons
from showctl.program.opening import opened, opened_to_play
from showctl.program.program import MidiButton, MidiListener
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

FLASH = MidiButton(False, 36, 1, "flash", ("sun",))
BLACK = MidiButton(False, 48, 1, "blackout")
HOLD, HOLD_TOO = MidiButton(False, 49, 2, "hold blackout"), MidiButton(True, 64, 2, "hold blackout")
LOOK = MidiButton(True, 20, 1, "highlight", ("spot1", "cyc"))
PARK = MidiButton(False, 38, 1, "park", ("spot1",))
ALL = FLASH, BLACK, HOLD, HOLD_TOO, LOOK, PARK
SOURCE = "MIDI nano"


def buttons() -> MidiButtons:
    return MidiButtons(ALL, SOURCE)


def flash(on: bool) -> Flash:
    return Flash(master="sun", on=on, source=SOURCE, holder="MIDI nano 1/note 36")


def black(on: bool) -> SetBlackout:
    return SetBlackout(on=on, source=SOURCE)


def test_a_flash_lasts_as_long_as_its_key_is_held() -> None:
    board = buttons()
    assert board.command(b"\x90\x24\x40") == flash(True)
    assert board.command(b"\x80\x24\x40") == flash(False)
    assert board.command(b"\x90\x24\x01") == flash(True)
    assert board.command(b"\x90\x24\x00") == flash(False)  # as many keyboards say it


def test_what_goes_on_being_held_is_pressed_once() -> None:
    board = buttons()
    park = Toggle(what="park", names=("spot1",), source=SOURCE)
    look = Toggle(what="highlight", names=("spot1", "cyc"), source=SOURCE)
    notes = [board.command(bytes((0x90, 38, value))) for value in (100, 100, 90, 0, 0, 1)]
    assert notes == [park, None, None, None, None, park]
    values = [board.command(bytes((0xB0, 20, value))) for value in (0, 63, 64, 100, 127, 64, 63, 0, 127)]
    assert values == [None, None, look, None, None, None, None, None, look]


def test_blackout_with_each_press_or_while_it_is_held() -> None:
    board = buttons()
    toggle = Toggle(what="blackout", source=SOURCE)
    assert [board.command(data) for data in (b"\x90\x30\x7f", b"\x90\x30\x00", b"\x90\x30\x7f")] == [
        toggle, None, toggle,
    ]  # fmt: skip
    held = b"\x91\x31\x7f", b"\xb1\x40\x7f", b"\x81\x31\x00", b"\xb1\x40\x00"
    assert [board.command(data) for data in held] == [black(True), black(True), None, black(False)]


def test_what_is_held_is_let_go_of_when_its_port_is_gone_and_may_be_pressed_again() -> None:
    board = buttons()
    for data in (b"\x90\x24\x7f", b"\x91\x31\x7f", b"\xb1\x40\x7f", b"\x90\x30\x7f"):
        board.command(data)
    assert sorted(map(repr, board.let_go())) == sorted(map(repr, (flash(False), black(False))))
    assert board.let_go() == []
    assert board.command(b"\x90\x24\x00") is None
    assert board.command(b"\x90\x24\x7f") == flash(True)


def test_all_else_is_nothing() -> None:
    for data in (b"\x91\x24\x7f", b"\x90\x25\x7f", b"\xb0\x24\x7f", b"\xa0\x24\x7f", b"\x90\x24", b"", b"\x90\x24\x80"):
        assert buttons().command(data) is None


_BYTES = st.lists(
    st.tuples(
        st.sampled_from([0x80, 0x90, 0x91, 0xB0, 0xB1]), st.sampled_from([20, 36, 38, 48, 49, 64]), st.integers(0, 127)
    )
)


@given(_BYTES)
def test_a_key_is_never_pressed_twice_nor_let_go_of_twice(messages: list[tuple[int, int, int]]) -> None:
    board = buttons()
    said = [command for each in messages if (command := board.command(bytes(each))) is not None]
    said += board.let_go()
    flashes = [command.on for command in said if isinstance(command, Flash)]
    assert flashes == [place % 2 == 0 for place in range(len(flashes))]
    assert len(flashes) % 2 == 0
    blacks = [command.on for command in said if isinstance(command, SetBlackout)]
    assert not blacks or not blacks[-1]


SHOW = """\
showctl: 1
show: {title: Buttons}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: spot1..spot2, fixture: generic/moving-spot, mode: 16bit, at: 1.1}
  - {id: cyc1..cyc4, fixture: generic/dimmer, at: 1.101}
groups: {cyc: cyc1..cyc4}
masters: {sun: {look: {cyc: full}}}
inputs:
  midi:
    port: nanoKONTROL
    faders: {grand: {control: 7}, sun: {control: 1, 14 bit: yes}}
    buttons:
      - {note: 36, channel: 1, flash: sun}
      - {note: C3, blackout: toggle}
      - {note: 49, channel: 2, blackout: hold}
      - {control: 20, highlight: [spot1, cyc]}
      - {note: 38, park: spot1}
      - {note: 39, park: [spot1..spot2/pan, 1.10, cyc2]}
      - {note: 40, flash: grand, x-where: "bottom, left"}
cues:
  - {cue: 1, wait: 1s}
"""


def test_as_they_are_written() -> None:
    listener = opened(lambda: load_text(SHOW)).program.midi_input
    assert listener is not None
    assert listener.buttons == (
        FLASH,
        BLACK,
        HOLD,
        LOOK,
        PARK,
        MidiButton(False, 39, 1, "park", ("spot1..spot2/pan", "1.10", "cyc2")),
        MidiButton(False, 40, 1, "flash", ("grand",)),
    )
    only = opened(lambda: load_text(SHOW.replace("    faders:", "    x-faders:"))).program.midi_input
    assert only == MidiListener("nanoKONTROL", (), listener.buttons)


@pytest.mark.parametrize(
    ("line", "right", "wrong", "said"),
    [
        (14, "flash: sun", "flash: son", "there is no master 'son'; did you mean 'sun'?"),
        (15, "blackout: toggle", "blackout: toggel", "did you mean 'toggle'?"),
        (15, "blackout: toggle", "blakout: toggle", "did you mean 'blackout'?"),
        (
            15,
            "blackout: toggle",
            "x-n: 1",
            "nothing says what the button does; write one of flash, blackout, highlight",
        ),
        (15, "blackout: toggle", "blackout: hold, park: spot1", "blackout and park are written; write one of flash"),
        (15, "note: C3, ", "", "neither note nor control is written; write one of them, the one that the button sends"),
        (15, "note: C3, ", "note: C3, control: 3, ", "note and control are written; write one of them"),
        (15, "note: C3", "note: H3", "'H3' is not a note; write for example 60 or C4"),
        (16, "channel: 2", "channel: 17", "write 16 or less"),
        (17, "[spot1, cyc]", "[spot1, cyk]", "there is no fixture or group 'cyk'; did you mean 'cyc'?"),
        (17, "[spot1, cyc]", "spot1..spot3", "there is no fixture or group 'spot3'; did you mean 'spot"),
        (
            17,
            "control: 20",
            "control: 7",
            "controller 7 of channel 1 is the fader of 'grand' already; write another for",
        ),
        (17, "control: 20", "control: 33", "controller 33 of channel 1 is the fader of 'sun' already"),
        (
            18,
            "note: 38",
            "note: C3",
            "note 48 of channel 1 is the button for blackout already; write another for one of",
        ),
        (18, "note: 38", "note: 36", "note 36 of channel 1 is the button for flash sun already"),
        (18, "park: spot1", "park: spto1", "there is no fixture or group 'spto1'; did you mean 'spot1'?"),
        (18, "park: spot1", "park: spot1/pen", "'spot1' has no parameter 'pen'; did you mean 'pan'?"),
        (18, "park: spot1", "park: /pan", "'/pan' cannot be parked; write for example spot1, spot1/pan or 1.7"),
        (18, "park: spot1", "park: spot2..spot1/pan", "'spot2..spot1' runs backwards; write spot1..spot2"),
        (19, "1.10", "7.10", "there is no address 7.10; fixtures are patched in universes 1, addresses 1 to 512"),
        (19, "1.10", "1.513", "there is no address 1.513"),
    ],
)
def test_mistakes(line: int, right: str, wrong: str, said: str) -> None:
    assert right in SHOW
    lines = SHOW.splitlines()
    assert right in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(right, wrong, 1)
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text("\n".join(lines)))
    found = [problem for problem in refused.value.problems if said in str(problem)]
    assert [problem.line for problem in found] == [line], list(map(str, refused.value.problems))


def test_what_a_missing_profile_leaves_out_is_no_mistake_of_its_button() -> None:
    show = SHOW.replace("fixture: generic/dimmer", "fixture: generic/dimer").replace("1.10,", "1.101,")
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(show))
    assert [problem.line for problem in refused.value.problems] == [6]
    listener = opened_to_play(lambda: load_text(show)).program.midi_input
    assert listener is not None
    assert LOOK in listener.buttons
