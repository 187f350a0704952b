"""What the banners say of blackout, grand master, park and highlight together is what goes out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from showctl.engine.command import Highlight, Park, SetBlackout, SetMaster
from tests.ui.conftest import Bench

HOUSE = "  - {id: house, fixture: generic/dimmer, at: 1.50, exempt: [grand master, blackout]}\n"
SHOW = """
showctl: 1
show: {title: Held}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: front1..front3, fixture: generic/dimmer, at: 1.1}
  - {id: spot1..spot2, fixture: generic/moving-spot, mode: 16bit, at: 1.101}
HOUSE
groups: {front: front1..front3, all: [front1, LAST]}
cues:
  - {cue: 1, light: {time: 0s, look: {front: full}}}
"""
UNDER = " Cues run on underneath."
NONE = f"No light goes out.{UNDER}"
EXEMPT = f"No light goes out but that of exempt fixtures.{UNDER}"
PARKED = f"No light goes out but that of what is parked.{UNDER}"
BOTH = f"No light goes out but that of exempt fixtures and of what is parked.{UNDER}"


def console(open_console: Callable[..., Bench], folder: Path, house: bool) -> Bench:
    path = folder / "held.yaml"
    written = SHOW.replace("LAST", "house" if house else "front2").replace("HOUSE\n", HOUSE if house else "")
    path.write_text(written, "utf-8")
    return open_console(path)


def by_hand(bench: Bench, parked: dict[str, float], highlighted: tuple[str, ...], blackout: bool = True) -> None:
    for what, level in parked.items():
        bench.session.send(Park(what=what, level=level))
    if highlighted:
        bench.session.send(Highlight(fixtures=highlighted, on=True))
    bench.session.send(SetBlackout(on=blackout))
    bench.tick()


@pytest.mark.parametrize("house", [False, True])
@pytest.mark.parametrize(
    ("parked", "lit"),
    [
        ({}, False),
        ({"front1": 0.3}, True),
        ({"front1": 0.0}, False),
        ({"spot1/pan": 0.5}, False),
        ({"spot1/zoom": 0.5, "1.7": 0.0}, False),
        ({"spot1/intensity": 0.5}, True),
        ({"1.7": 0.4}, True),
        ({"spot1/pan": 0.5, "front2": 1.0}, True),
    ],
)
def test_blackout_says_what_still_goes_out(
    open_console: Callable[..., Bench], tmp_path: Path, house: bool, parked: dict[str, float], lit: bool
) -> None:
    bench = console(open_console, tmp_path, house)
    by_hand(bench, parked, ())
    said = {(False, False): NONE, (True, False): EXEMPT, (False, True): PARKED, (True, True): BOTH}
    assert bench.window.lowered.blackout.text == said[house, lit]


def test_what_is_parked_and_let_go_of_while_it_is_black(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = console(open_console, tmp_path, True)
    by_hand(bench, {}, ())
    assert bench.window.lowered.blackout.text == EXEMPT
    bench.window.held.park(("front1",), 0.3)
    bench.tick()
    assert bench.window.lowered.blackout.text == BOTH
    bench.window.held.unpark(None)
    bench.tick()
    assert bench.window.lowered.blackout.text == EXEMPT


@pytest.mark.parametrize(
    ("parked", "highlighted", "blackout", "said"),
    [
        ({}, ("spot1",), False, "spot1: shown, whatever cues do."),
        ({}, ("spot1",), True, "spot1: highlighted, but at 0 in blackout."),
        ({}, ("house",), True, "house: shown, whatever cues do."),
        ({}, ("all",), True, "all: shown where exempt from blackout, else at 0."),
        ({"front1": 0.3}, (), False, "front1: held, whatever cues and masters do."),
        ({"front1": 0.3}, (), True, "front1: held, whatever cues, masters and blackout do."),
        ({"front1": 0.3}, ("front1",), True, "front1: held, whatever cues, masters, highlight and blackout do."),
        (
            {"front1": 0.3},
            ("spot1", "front"),
            True,
            "spot1, front: highlighted, but at 0 in blackout. "
            "front1: held, whatever cues, masters, highlight and blackout do.",
        ),
        ({"front1": 0.3}, ("all",), True, "all: shown, whatever cues do. "
         "front1: held, whatever cues, masters, highlight and blackout do."),
        ({"spot1/pan": 0.3}, ("spot1",), True, "spot1: highlighted, but at 0 in blackout. "
         "spot1/pan: held, whatever cues, masters, highlight and blackout do."),
    ],
)  # fmt: skip
def test_the_banner_of_what_is_held(
    open_console: Callable[..., Bench],
    tmp_path: Path,
    parked: dict[str, float],
    highlighted: tuple[str, ...],
    blackout: bool,
    said: str,
) -> None:
    bench = console(open_console, tmp_path, True)
    by_hand(bench, parked, highlighted, blackout)
    assert bench.window.holding.banner.text == said


def test_the_list_of_what_is_held_says_it_too(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = console(open_console, tmp_path, True)
    by_hand(bench, {"front2": 0.3}, ("spot1", "house", "front2"))
    said = [hold.said for hold in bench.window.rig.model.holds]
    assert said == ["highlighted, at 0 in blackout", "highlighted", "highlighted, but parked", "parked at 30 %"]


@pytest.mark.parametrize(
    ("house", "parked", "highlighted", "blackout", "said"),
    [
        (False, {}, (), False, "All light goes out times this."),
        (True, {}, (), False, "All light but that of exempt fixtures goes out times this."),
        (False, {}, ("spot1",), False, "All light but that of what is highlighted goes out times this."),
        (False, {}, ("spot1",), True, "All light goes out times this."),
        (
            True,
            {"front1": 0.3},
            ("spot1",),
            False,
            "All light but that of exempt fixtures, of what is parked and of what is highlighted goes out times this.",
        ),
    ],
)
def test_the_grand_master_says_what_it_does_not_touch(
    open_console: Callable[..., Bench],
    tmp_path: Path,
    house: bool,
    parked: dict[str, float],
    highlighted: tuple[str, ...],
    blackout: bool,
    said: str,
) -> None:
    bench = console(open_console, tmp_path, house)
    bench.session.send(SetMaster(master="grand", level=0.4))
    by_hand(bench, parked, highlighted, blackout)
    assert bench.window.lowered.grand.text.startswith(said)
