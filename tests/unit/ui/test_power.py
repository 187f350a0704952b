"""Machine and screen stay awake as long as it is asked for; the battery's words."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from showctl.ui.awake import Awake, screen_awake
from showctl.ui.battery import Charge, charge_said, on_battery
from showctl.ui.panels.battery_banner import BatteryBanner
from showctl.ui.theme import DARK


def test_it_is_held_and_let_go_and_says_once_that_it_is_not_granted(qtbot: QtBot) -> None:
    let_go = threading.Semaphore(0)

    @contextmanager
    def refused() -> Iterator[bool]:
        yield False
        let_go.release()

    awake = Awake(refused)
    failures: list[bool] = []
    awake.failed.connect(lambda: failures.append(True))
    for _ in range(2):
        with qtbot.waitSignal(awake.failed, timeout=5000, raising=False) if not failures else refused():
            awake.hold(True)
            awake.hold(True)
        assert awake.holds
        awake.hold(False)
        assert let_go.acquire(timeout=5)
        assert not awake.holds
    assert failures == [True]


def test_where_the_system_has_no_way_nothing_is_raised(monkeypatch: object) -> None:
    with screen_awake() as granted:
        assert granted in (True, False)


def test_the_battery() -> None:
    charge = on_battery()
    assert charge is None or 0 <= charge.percent <= 100
    assert charge_said(Charge(40, 70)).startswith("40 % left, about 1 h 10 min. Plug the machine in")
    assert charge_said(Charge(40)).startswith("40 % left. ")


def test_a_warning_that_was_seen_comes_again_when_there_is_much_less(qtbot: QtBot) -> None:
    banner = BatteryBanner(DARK)
    qtbot.addWidget(banner)
    shown = []
    for percent in (42, 41, 29, 28):
        banner.take(Charge(percent))
        shown.append(not banner.banner.isHidden())
        banner.banner.buttons[0].click()
    assert shown == [True, False, True, False]
    banner.take(None)
    banner.take(Charge(28))
    assert not banner.banner.isHidden()
