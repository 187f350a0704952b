"""Park, highlight and flash: what goes out, by hand, and what goes on underneath."""

from typing import Literal

import numpy as np
import pytest
from msgspec.structs import replace

from showctl.engine.command import Flash, Highlight, MoveFader, Panic, Park, SetBlackout, SetMaster, Toggle, Unpark
from showctl.engine.event import CommandTaken, MasterMoved
from showctl.engine.level_store import MOST_NOTE
from showctl.engine.parking import MOST_PARKED
from showctl.engine.snapshot import Parked
from showctl.program.program import EXEMPT_FROM_BLACKOUT, EXEMPT_FROM_GRAND, CompiledMaster, Parameters
from tests.unit.engine.hands import NAN, Rig, fixtures
from tests.unit.engine.test_mixer import P, fade, patch

# spot: intensity, pan in 16 bits, iris; house: a dimmer that nothing dims; par: red and green under a virtual dimmer.
PARAMETERS = patch(
    P(slots=(0,)),
    P(slots=(1, 2), intensity=False, default=0.5),
    P(slots=(3,), intensity=False),
    P(slots=(4,), exempt=EXEMPT_FROM_GRAND | EXEMPT_FROM_BLACKOUT),
    P(slots=(5,), intensity=False, dimmer=6, default=1.0),
    P(slots=(6,), intensity=False, dimmer=6, default=0.5),
    P(),
)
FIXTURES = fixtures(
    {
        "spot": {"intensity": 1.0, "pan": NAN, "iris": 1.0},
        "house": {"intensity": 1.0},
        "par": {"red": 1.0, "green": NAN, "intensity": 1.0},
    },
    {"all": (0, 1, 2), "lit": (0, 2)},
)
SLOTS = range(7)
REST = [0, 0x80, 0x00, 0, 0, 0, 0]  # pan 32767.5 is 0x8000


def rig(parameters: Parameters = PARAMETERS, **more: object) -> Rig:
    return Rig(parameters, FIXTURES, **more)


def lit() -> Rig:
    """All intensity at 60%: 153; red 153, green 76.5."""
    one = rig()
    one.mixer.fade(1, 0.0, fade(0.0, {0: 0.6, 3: 0.6, 6: 0.6}))
    assert one.slots(0.0, *SLOTS) == [153, 0x80, 0x00, 0, 153, 153, 77]
    return one


def test_a_parked_fixture_is_at_its_level_and_all_else_as_it_was() -> None:
    one = lit()
    assert one.tell(1.0, Park(what="spot", level=0.2)) == ""
    assert one.words() == [("park", "spot at 20%")]
    one.mixer.fade(2, 1.0, fade(0.0, {0: 1.0, 1: 0.0, 2: 1.0}))
    assert one.slots(2.0, 0, 1, 2, 3) == [51, 0x80, 0x00, 0]
    assert one.playback.hands.parked == (Parked("spot", pytest.approx(0.2)),)
    one.tell(3.0, Unpark(what="spot"))
    assert one.slots(3.0, 0, 1, 2, 3) == [255, 0, 0, 255]


def test_parked_output_is_over_the_grand_master_and_blackout() -> None:
    one = lit()
    one.tell(1.0, Park(what="spot/intensity", level=1.0))
    one.tell(1.0, SetMaster(master="grand", level=0.5))
    assert one.slots(1.0, *SLOTS) == [255, 0x80, 0x00, 0, 153, 77, 38]  # 76.5; 38.25
    one.tell(2.0, SetBlackout(on=True))
    assert one.slots(2.0, *SLOTS) == [255, 0x80, 0x00, 0, 153, 0, 0]


def test_as_it_is_now_is_what_goes_out_now() -> None:
    one = lit()
    one.tell(1.0, SetMaster(master="grand", level=0.5))
    one.tell(2.0, Park(what="all"))
    assert [(each.what, round(each.level, 2)) for each in one.playback.hands.parked] == [
        ("spot", 0.3), ("house", 0.6), ("par", 0.3),
    ]  # fmt: skip
    before = one.slots(2.0, *SLOTS)
    one.mixer.fade(2, 3.0, fade(0.0, {0: 1.0, 1: 0.0, 2: 1.0, 3: 0.0, 4: 0.2, 5: 0.2, 6: 1.0}))
    one.tell(3.0, SetMaster(master="grand", level=1.0))
    assert one.slots(3.0, *SLOTS) == before
    one.tell(4.0, Unpark())
    assert one.slots(4.0, *SLOTS) == [255, 0, 0, 255, 0, 51, 51]


def test_a_virtual_dimmer_is_parked_with_its_colours_as_they_are() -> None:
    one = lit()
    one.tell(1.0, Park(what="par", level=1.0))
    assert one.slots(1.0, 5, 6) == [255, 128]
    one.mixer.fade(2, 1.0, fade(0.0, {4: 0.0, 6: 0.0}))
    assert one.slots(1.0, 5, 6) == [255, 128]


def test_its_intensity_alone_lets_colours_go_on() -> None:
    one = lit()
    one.tell(1.0, Park(what="par/intensity", level=0.5))
    one.tell(1.0, SetBlackout(on=True))
    assert one.slots(1.0, 5, 6) == [128, 64]
    one.mixer.fade(2, 1.0, fade(0.0, {4: 0.0, 5: 1.0, 6: 0.0}))
    assert one.slots(1.0, 5, 6) == [0, 128]


def test_an_address_is_parked_whoever_has_it() -> None:
    one = lit()
    assert one.tell(1.0, Park(what="1.3", level=1.0)) == ""
    one.tell(1.0, Park(what="1.500"))
    one.mixer.fade(2, 1.0, fade(0.0, {1: 0.0}))
    assert one.slots(1.0, 1, 2, 499) == [0, 255, 0]
    assert [each.what for each in one.playback.hands.parked] == ["1.3", "1.500"]
    one.tell(2.0, Unpark(what="1.3"))
    assert one.slots(2.0, 1, 2) == [0, 0]


def test_what_is_parked_later_lies_over_what_was_before() -> None:
    one = lit()
    one.tell(1.0, Park(what="spot", level=0.2))
    one.tell(1.0, Park(what="spot/intensity", level=1.0))
    assert one.slots(1.0, 0) == [255]
    one.tell(2.0, Unpark(what="spot/intensity"))
    assert one.slots(2.0, 0) == [51]
    one.tell(3.0, Park(what="spot/iris", level=1.0))
    one.tell(3.0, Unpark(what="spot"))
    assert one.playback.hands.parked == ()
    assert one.slots(3.0, 0, 3) == [153, 0]


def test_parking_a_universe_that_nothing_has_touched_lets_it_be_sent() -> None:
    one = rig()
    one.tell(1.0, Park(what="spot", level=0.2))
    assert one.mixer.touched.tolist() == [True]
    assert one.slots(1.0, *SLOTS) == [51, *REST[1:]]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (Park(what="spt"), "there is no fixture or group 'spt'; nothing was done"),
        (Park(what="spot/zoom"), "'spot' has no parameter 'zoom'; it has intensity, pan, iris; nothing was done"),
        (Park(what="9.1"), "there is no address 9.1; fixtures are patched in universes 1"),
        (Park(what="1.513"), "there is no address 1.513"),
        (Park(what="spot", level=2.0), "'spot' cannot be parked at 2: a level is from 0 to 1; nothing was done"),
        (Park(what="spot4..spot1"), "'spot4..spot1' runs backwards"),
        (Park(what=""), "there is no fixture or group ''"),
        (Unpark(what="spot"), "'spot' is not parked; nothing was done"),
        (Highlight(fixtures=("spt",), on=True), "there is no fixture or group 'spt'; nothing was done"),
        (Highlight(fixtures=("spot",), on=False), "spot is not highlighted; nothing was done"),
        (Flash(master="grnd", on=True), "there is no master 'grnd'; the masters are grand; nothing was done"),
        (
            MoveFader(master="x", level=1.0, fader="a"),
            "there is no master 'x'; the masters are grand; nothing was done",
        ),
        (MoveFader(master="grand", level=NAN, fader="a"), "master grand cannot go to nan; nothing was done"),
    ],
)
def test_what_is_not_there_is_said(command: Park, says: str) -> None:
    assert rig().tell(1.0, command).startswith(says)


def test_unpark_of_a_part_names_the_whole() -> None:
    one = rig()
    one.tell(1.0, Park(what="spot"))
    expected = "'spot/pan' is not parked; it is parked with 'spot': unpark that; nothing was done"
    assert one.tell(1.0, Unpark(what="spot/pan")) == expected


def test_unpark_of_what_shares_its_address_with_something_parked_names_that() -> None:
    one = rig()
    one.tell(1.0, Park(what="1.3"))
    expected = "'spot' is not parked; '1.3' is, at the same address: unpark that; nothing was done"
    assert one.tell(1.0, Unpark(what="spot")) == expected
    assert one.tell(1.0, Unpark(what="spot/iris")) == "'spot/iris' is not parked; nothing was done"
    one.tell(2.0, Park(what="spot/pan"))
    said = one.tell(2.0, Unpark(what="1.2"))
    assert said == "'1.2' is not parked; 'spot/pan' is, at the same address: unpark that; nothing was done"
    assert one.tell(2.0, Unpark(what="1.9")) == "'1.9' is not parked; nothing was done"


def test_highlight_is_over_playback_and_masters_but_not_over_blackout_and_park() -> None:
    one = lit()
    one.tell(1.0, SetMaster(master="grand", level=0.5))
    one.tell(1.0, Highlight(fixtures=("lit",), on=True))
    # Intensity and iris full, pan as it is; red full, green as it is but no longer dimmed.
    assert one.slots(1.0, *SLOTS) == [255, 0x80, 0x00, 255, 153, 255, 128]
    one.mixer.fade(2, 2.0, fade(0.0, {1: 0.0, 5: 1.0}))
    assert one.slots(2.0, *SLOTS) == [255, 0, 0, 255, 153, 255, 255]
    one.tell(3.0, Park(what="spot/iris", level=0.2))
    one.tell(3.0, SetBlackout(on=True))
    assert one.slots(3.0, *SLOTS) == [0, 0, 0, 51, 153, 0, 0]
    one.tell(4.0, SetBlackout(on=False))
    assert one.slots(4.0, *SLOTS) == [255, 0, 0, 51, 153, 255, 255]
    one.tell(5.0, Highlight(fixtures=(), on=False))
    assert one.slots(5.0, *SLOTS) == [77, 0, 0, 51, 153, 77, 77]


def test_highlights_add_up_and_end_one_by_one() -> None:
    one = rig()
    one.tell(1.0, Highlight(fixtures=("all",), on=True))
    one.tell(1.0, Highlight(fixtures=("spot", "par"), on=False))
    assert one.playback.hands.highlighted == ("house",)
    assert one.slots(1.0, 0, 4, 5) == [0, 255, 0]


def test_flash_is_at_full_while_any_key_is_held() -> None:
    band = CompiledMaster("band", "", 0.2, np.array([0], "<i4").tobytes())
    one = rig(masters=(band,))
    one.mixer.fade(1, 0.0, fade(0.0, {0: 1.0}))
    assert one.slots(0.0, 0) == [51]
    for now, source, on, level in ((1.0, "a", True, 255), (2.0, "b", True, 255), (3.0, "a", False, 255)):
        one.tell(now, Flash(master="band", on=on, source=source))
        assert one.slots(now, 0) == [level]
    one.tell(4.0, SetMaster(master="band", level=0.4))
    (state,) = [each for each in one.mixer.masters.seen(4.0) if each.name == "band"]
    assert (state.level, state.to, state.flash) == (1.0, 0.4, True)
    one.tell(5.0, Flash(master="band", on=False, source="b"))
    assert one.slots(5.0, 0) == [102]
    assert one.mixer.masters.stored(5.0)["band"] == 0.4


def test_a_fader_moves_its_master_from_where_it_meets_it() -> None:
    one = rig()
    for level in (0.0, 0.5, 0.98):
        assert one.tell(1.0, MoveFader(master="grand", level=level, fader="f")) == ""
        assert one.words() == ([] if level else [("fader", "waits to meet grand at 100%")])
    one.tell(2.0, MoveFader(master="grand", level=1.0, fader="f"))
    one.tell(2.0, MoveFader(master="grand", level=0.5, fader="f"))
    assert one.words() == [("fader", "grand")]
    assert one.said[1:] == [MasterMoved(due=2.0, cue="", run=0, master="grand", start=1.0, to=0.5, time=0.0)]
    one.tell(2.9, MoveFader(master="grand", level=0.4, fader="f"))
    assert one.said == []  # told once a second, and moved each time
    one.tell(3.0, MoveFader(master="grand", level=0.3, fader="f"))
    assert one.words() == [("fader", "grand")]
    assert one.said[1:] == [moved_to(3.0, 0.5, 0.3)]


def moved_to(due: float, start: float, to: float) -> MasterMoved:
    return MasterMoved(due=due, cue="", run=0, master="grand", start=start, to=to, time=0.0)


def test_where_a_fader_ends_is_told_when_it_rests() -> None:
    one = rig()
    one.tell(0.0, MoveFader(master="grand", level=1.0, fader="f", source="OSC"))
    said = []
    for step in range(1, 12):  # 0.55 s from full to 45%
        one.tell(step * 0.05, MoveFader(master="grand", level=1 - step * 0.05, fader="f", source="OSC"))
        said += one.said
    assert [event for event in said if isinstance(event, MasterMoved)] == [moved_to(0.05, 1.0, 0.95)]
    rests_at = one.playback.next_deadline()
    assert rests_at == pytest.approx(0.85)
    one.said.clear()
    one.playback.advance(0.84)
    assert one.said == []
    one.playback.advance(5.0)  # however late anybody asks
    assert [(event.name, event.source) for event in one.said if isinstance(event, CommandTaken)] == [("fader", "OSC")]
    assert one.said[1:] == [moved_to(rests_at, 0.95, pytest.approx(0.45))]
    assert one.playback.next_deadline() is None
    one.said.clear()
    one.playback.advance(6.0)
    assert one.said == []


def test_another_hand_on_the_same_master_is_told_for_itself() -> None:
    one = rig()
    for source in "ab":
        one.tell(0.0, MoveFader(master="grand", level=1.0, fader=source, source=source))
    one.tell(0.0, MoveFader(master="grand", level=0.9, fader="a", source="a"))
    one.tell(0.1, MoveFader(master="grand", level=0.8, fader="a", source="a"))
    one.tell(0.2, MoveFader(master="grand", level=0.7, fader="b", source="b"))
    assert [event for event in one.said if isinstance(event, MasterMoved)] == [moved_to(0.2, 0.9, 0.8)]
    one.said.clear()
    one.playback.advance(1.0)
    assert one.said[1:] == [moved_to(0.5, 0.8, 0.7)]


def test_a_fader_that_waits_says_so_once_and_again_where_its_master_stands_elsewhere() -> None:
    one = rig()

    def told(now: float, level: float) -> list[tuple[str, str]]:
        one.tell(now, MoveFader(master="grand", level=level, fader="f"))
        return one.words()

    assert told(0.0, 0.1) == [("fader", "waits to meet grand at 100%")]
    assert told(0.1, 0.2) == told(9.0, 0.3) == []
    one.tell(10.0, SetMaster(master="grand", level=0.5, time=5.0))
    assert told(12.0, 0.2) == []  # on its way: it would be said at each value
    one.slots(15.0, 0)  # a frame, by which it has arrived
    assert told(15.0, 0.3) == [("fader", "waits to meet grand at 50%")]
    assert told(16.0, 0.5) == []  # met
    assert told(17.0, 0.4) == [("fader", "grand")]
    one.tell(18.0, SetMaster(master="grand", level=1.0))
    assert told(19.0, 0.3) == [("fader", "waits to meet grand at 100%")]


def test_a_grand_master_that_limits_lets_pass_what_is_below_it() -> None:
    one = Rig(PARAMETERS, FIXTURES, grand="limit")
    one.mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 3: 1.0, 6: 0.3}))
    one.tell(1.0, SetMaster(master="grand", level=0.5))
    assert one.slots(1.0, *SLOTS) == [128, 0x80, 0x00, 0, 255, 77, 38]  # house is exempt; 0.3 is below
    one.mixer.fade(2, 1.0, fade(0.0, {6: 1.0}))
    assert one.slots(1.0, 5, 6) == [128, 64]
    assert one.mixer.masters.seen(1.0)[0].mode == "limit"
    one.tell(2.0, SetMaster(master="grand", level=1.0))
    assert one.slots(2.0, 0, 5) == [255, 255]
    one.tell(3.0, SetBlackout(on=True))
    assert one.slots(3.0, *SLOTS) == [0, 0x80, 0x00, 0, 255, 0, 0]


def test_park_follows_curve_and_inversion_of_the_patch() -> None:
    count = len(PARAMETERS.default) // 4
    curve, inverted = np.zeros(count, "u1"), np.zeros(count, "u1")
    curve[[0, 6]], inverted[1] = 1, 1
    bent = replace(PARAMETERS, curve=curve.tobytes(), curves=("square",), inverted=inverted.tobytes())
    one = rig(bent)
    one.tell(1.0, Park(what="spot", level=0.5))
    one.tell(1.0, Park(what="spot/pan", level=1.0))
    one.tell(1.0, Park(what="par", level=0.5))
    assert one.slots(1.0, 0, 1, 2, 5, 6) == [64, 0, 0, 64, 32]  # 63.75; 63.75; 31.875


def test_a_panic_lets_go_of_flash_keys() -> None:
    one = rig()
    one.tell(0.0, SetMaster(master="grand", level=0.0))
    one.tell(1.0, Flash(master="grand", on=True))
    assert one.mixer.masters.seen(1.0)[0].flash
    one.tell(2.0, Panic())
    assert not one.mixer.masters.seen(2.0)[0].flash


def test_no_more_is_held_than_the_note_for_the_next_engine_has_room_for() -> None:
    count = MOST_PARKED + 1
    parameters = patch(*(P(slots=(slot % 512,), row=slot // 512) for slot in range(count)))
    names = [f"lamp {'ü' * 20} {number}" for number in range(count)]
    table = fixtures({name: {"intensity": 1.0} for name in names}, {"all": range(count)})
    one = Rig(parameters, table, universes=(1, 2))
    assert "more than 1000 things would be parked" in one.tell(0.0, Park(what="all"))
    for name in names:
        one.tell(1.0, Park(what=name))
    assert 400 < len(one.playback.hands.parked) < MOST_PARKED
    assert "highlight a group, or fewer" in one.tell(2.0, Highlight(fixtures=tuple(names), on=True))
    assert one.tell(2.0, Highlight(fixtures=("all",), on=True)) == ""
    assert "highlight a group, or fewer" in one.tell(3.0, Highlight(fixtures=(names[5],), on=False))
    assert one.playback.hands.highlighted == ("all",)
    one.tell(4.0, Highlight(fixtures=(), on=False))
    one.tell(4.0, Highlight(fixtures=tuple(names[:300]), on=True))
    assert 0 < len(one.playback.hands.note()) <= MOST_NOTE


# One button for on and off --------------------------------------------------------------------------------------------


def test_a_button_for_blackout_follows_what_there_is() -> None:
    one = lit()
    assert one.tell(1.0, Toggle(what="blackout", source="pad")) == ""
    assert one.words() == [("blackout on", "")]
    assert one.slots(1.0, 0, 3) == [0, 0] == one.slots(1.1, 0, 3)
    one.tell(2.0, SetBlackout(on=False))  # somebody else
    one.tell(3.0, Toggle(what="blackout"))
    assert one.mixer.masters.blackout
    one.tell(4.0, Highlight(fixtures=("spot",), on=True))
    assert one.slots(4.0, 0) == [0]
    one.tell(5.0, Toggle(what="blackout"))
    assert one.words() == [("blackout off", "")]
    assert one.slots(5.0, 0) == [255]  # what is highlighted is back too


def test_a_button_for_park_parks_what_is_not_parked_and_then_lets_go_of_all() -> None:
    one = lit()
    button = Toggle(what="park", names=("lit", "1.8"))
    one.tell(0.5, Park(what="spot", level=0.2))
    assert one.tell(1.0, button) == ""
    assert one.words() == [("park", "lit, 1.8 as it is")]
    assert [each.what for each in one.playback.hands.parked] == ["spot", "par", "1.8"]
    assert one.slots(1.0, 0, 5) == [51, 153]  # what was parked stays as it was
    one.tell(2.0, button)
    assert one.words() == [("unpark", "lit, 1.8")]
    assert one.playback.hands.parked == ()
    assert one.slots(2.0, 0) == [153]


def test_a_button_for_park_knows_of_who_unparked_it() -> None:
    one = lit()
    button = Toggle(what="park", names=("spot/pan",))
    one.tell(1.0, button)
    one.tell(2.0, Unpark())
    one.tell(3.0, button)
    assert [each.what for each in one.playback.hands.parked] == ["spot/pan"]


def test_a_button_for_highlight_completes_what_is_highlighted_and_then_ends_it() -> None:
    one = lit()
    button = Toggle(what="highlight", names=("spot", "house"))
    one.tell(1.0, Highlight(fixtures=("all",), on=True))
    one.tell(2.0, button)
    assert one.words() == [("highlight off", "spot, house")]
    assert one.playback.hands.highlighted == ("par",)
    one.tell(3.0, Highlight(fixtures=("house",), on=True))
    one.tell(4.0, button)
    assert one.words() == [("highlight", "spot, house")]
    assert one.slots(4.0, 0, 4) == [255, 255]
    one.tell(5.0, button)
    assert one.playback.hands.highlighted == ("par",)


@pytest.mark.parametrize("what", ["park", "highlight"])
def test_a_button_for_what_is_not_there_does_nothing(what: Literal["park", "highlight"]) -> None:
    one = lit()
    said = one.tell(1.0, Toggle(what=what, names=("spot", "gone")))
    assert said == "there is no fixture or group 'gone'; nothing was done"
    assert one.playback.hands.parked == ()
    assert one.playback.hands.highlighted == ()


def test_a_flash_key_whose_master_is_gone_is_let_go_of_without_a_word() -> None:
    assert lit().tell(1.0, Flash(master="gone", on=False)) == ""
