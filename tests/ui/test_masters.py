"""Grand master and blackout on the console: seen, said, and under the operator's hands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from showctl.engine.command import SetMaster
from showctl.ui.reading import percent
from tests.ui.conftest import Bench

SHOW = """
showctl: 1
show: {title: Masters}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch: [{id: a, fixture: generic/dimmer, at: 1.1}]
masters: {band: {label: Band, fixtures: a}}
cues:
  - {cue: 1, light: {time: 0s, look: {a: full}}}
  - {cue: 2, fade: {master: grand, to: 40%, time: 2s}}
"""


@pytest.fixture
def bench(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    path = tmp_path / "masters.yaml"
    path.write_text(SHOW)
    return open_console(path)


def said(bench: Bench) -> str:
    return bench.window.top.grand.accessibleName()


def test_all_at_full_is_quiet(bench: Bench) -> None:
    assert "100 %" in said(bench)
    assert not bench.window.lowered.grand.isVisible()
    assert not bench.window.lowered.blackout.isVisible()


def test_a_cue_that_lowers_the_grand_master_is_seen_as_it_goes(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_Space)
    bench.tick(1.0)
    assert "70 %" in said(bench)
    assert bench.window.lowered.grand.isVisible()
    assert bench.window.lowered.grand.fact == "GRAND MASTER 70 %"
    bench.tick(1.0)
    assert bench.window.lowered.grand.fact == "GRAND MASTER 40 %"
    bench.window.lowered.grand.buttons[0].click()
    bench.tick()
    assert not bench.window.lowered.grand.isVisible()


def test_b_is_blackout_and_ends_it(bench: Bench) -> None:
    bench.press(Qt.Key.Key_B)
    assert bench.window.lowered.blackout.isVisible()
    assert "BLACKOUT" in said(bench)
    bench.press(Qt.Key.Key_B)
    assert not bench.window.lowered.blackout.isVisible()
    bench.press(Qt.Key.Key_B)
    bench.window.lowered.blackout.buttons[0].click()
    bench.tick()
    assert not bench.window.lowered.blackout.isVisible()


def test_a_held_b_is_one_press(bench: Bench) -> None:
    bench.hold(Qt.Key.Key_B, 5)
    assert bench.window.lowered.blackout.isVisible()


def test_shift_b_takes_the_grand_master_in_hand(bench: Bench) -> None:
    QTest.keyClick(bench.window.cues.view, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert bench.window.top.grand.hasFocus()
    assert not bench.window.lowered.blackout.isVisible()
    standby = bench.standby
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(bench.window.top.grand, key)  # sooner than a snapshot comes back
    bench.tick()
    assert "88 %" in said(bench)
    bench.press(Qt.Key.Key_Up)
    assert "89 %" in said(bench)
    assert bench.standby == standby
    bench.press(Qt.Key.Key_Home)
    assert "100 %" in said(bench)
    bench.press(Qt.Key.Key_Return)
    assert bench.window.cues.view.hasFocus()
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2"


def test_space_is_go_while_it_is_in_hand(bench: Bench) -> None:
    bench.window.top.grand.setFocus()
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2"


def test_a_submaster_that_is_not_at_full_is_named(bench: Bench) -> None:
    bench.session.send(SetMaster(master="band", level=0.3))
    bench.tick()
    assert "Band 30 %" in said(bench)
    assert not bench.window.lowered.grand.isVisible()


def test_lost_with_the_engine_it_stays_in_sight_and_without_one_nothing_is_known(bench: Bench) -> None:
    bench.press(Qt.Key.Key_B)
    bench.session.engine("lost", "at 20:04.")
    bench.tick()
    assert bench.window.lowered.blackout.isVisible()
    assert not bench.window.bottom.blackout.isEnabled(), "nobody is there to take it"
    bench.session.engine("failed", "It was lost too often.")
    bench.tick()
    assert not bench.window.lowered.blackout.isVisible()
    assert "no data" in said(bench)


@pytest.mark.parametrize("size", [(1024, 680), (1366, 768)])
def test_where_there_is_little_room_it_is_there_when_it_matters(
    open_console: Callable[..., Bench], size: tuple[int, int]
) -> None:
    bench = open_console(size=size)
    bench.press(Qt.Key.Key_B)
    grand, lamps = bench.window.top.grand, bench.window.top.lamps
    assert grand.isVisible()
    assert grand.geometry().right() <= lamps.geometry().left()
    assert lamps.geometry().right() <= bench.window.top.width()


@pytest.mark.parametrize(
    ("level", "text"), [(1.0, "100 %"), (0.999, "99 %"), (0.001, "1 %"), (0.0, "0 %"), (0.5, "50 %")]
)
def test_full_and_out_are_said_only_where_they_are(level: float, text: str) -> None:
    assert percent(level) == text


def test_blackout_is_a_button_beside_panic(bench: Bench) -> None:
    button = bench.window.bottom.blackout
    bench.tick()
    assert button.toolTip().endswith("(B)")
    assert button.height() >= 44
    for dark in (True, False):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        bench.tick()
        assert (button.isChecked(), bench.window.lowered.blackout.isVisible()) == (dark, dark)
