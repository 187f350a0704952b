"""Those who do not see the console: every control has a name, a new standby and errors are told, once a second."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from showctl.engine.snapshot import DeviceStatus
from showctl.ui.looks import STEP
from showctl.ui.mode import Mode
from showctl.ui.theme import DARK, LIGHT, USUAL, booth, chosen_theme
from showctl.ui.tips import tip_of
from tests.ui.conftest import Bench
from tests.ui.test_every_control import each_form
from tests.ui.test_go import focusable

OVERRIDES = ("override sacn", "override osc", "override midi")
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)


def each_place(bench: Bench) -> Iterator[str]:
    """Every page, tab, form and drawer, what stands over the side panel, and the banners."""
    window = bench.window
    yield from each_form(bench)
    for act in ("devices", "lateness", "undo list", "inspect", "show file", "blackout", *OVERRIDES):
        window.acts.run(act)
        bench.tick()
        yield act
        window.acts.run("close opened")
    for at in range(window.right.tabs.count()):
        window.right.tabs.setCurrentIndex(at)
        bench.tick()
        yield window.right.tabs.tabText(at)


@pytest.mark.parametrize("mode", [Mode.SHOW, Mode.REHEARSE, Mode.EDIT])
def test_every_control_has_a_name(open_console: Callable[..., Bench], mode: Mode) -> None:
    bench = open_console(mode=mode)
    window = bench.window
    for name in each_place(bench):
        places = [place for kind in CONTROLS for place in window.findChildren(kind) if place.isVisible()]
        nameless = [
            f"{type(each).__name__} {each.objectName()} in {type(each.parentWidget()).__name__}"
            for each in {
                *places,
                *(place for place in focusable(window) if place.objectName() != "qt_scrollarea_viewport"),
            }
            if not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text().strip())
        ]
        assert sorted(nameless) == [], name
        untold = [each.objectName() or type(each).__name__ for each in places if not tip_of(each)]
        assert untold == [], f"{name}: no tooltip"
        small = [
            f"{each.accessibleName() or each.objectName()} {each.width()}x{each.height()}"
            for each in places
            if mode is Mode.SHOW and each.isEnabled() and min(each.width(), each.height()) < 44
        ]
        assert small == [], f"{name}: cannot be touched"


def test_standby_and_errors_are_told_once_a_second(bench: Bench) -> None:
    told: list[str] = []
    bench.window.announcing.announced.connect(told.append)
    bench.tick(2)
    told.clear()
    bench.press(Qt.Key.Key_Down)
    bench.tick(0.05)
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Down)
    assert len(told) == 1
    assert told[0].startswith("Standby 2")
    bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", "error", "No route to host")}
    bench.tick(0.1)
    bench.tick(1)
    assert "media" in told[1]
    bench.tick(1)
    assert told[2].startswith("Standby 4"), "the last of those that were passed"


def test_colours_are_others_at_once(bench: Bench) -> None:
    window, looks = bench.window, bench.window.context.looks
    window.pages.open("settings")
    bench.tick()

    def ground() -> tuple[str, str, str]:
        """Of a bar, of the edge of the strip, and what an icon is painted in."""
        seen = window.grab().toImage()
        at = window.bottom.mapTo(window, QPoint(2, 2))
        strip = window.strip.mapTo(window, QPoint(4, 80))
        icon = window.bottom.next.icon().pixmap(18, 18).toImage()
        drawn = {
            icon.pixelColor(x, y).name() for x in range(18) for y in range(18) if icon.pixelColor(x, y).alpha() > 250
        }
        assert len(drawn) == 1
        return (*(seen.pixelColor(each).name().upper() for each in (at, strip)), drawn.pop().upper())  # type: ignore[return-value]

    buttons = {b.accessibleName(): b for b in window.pages.findChildren(QAbstractButton)}
    try:
        assert ground() == (DARK.panel, DARK.standby.fill, DARK.text)
        buttons["Light colours"].click()
        assert ground() == (LIGHT.panel, LIGHT.standby.fill, LIGHT.text)
        assert chosen_theme(window.context.settings) is LIGHT
        window.acts.run("darker")
        assert (looks.choice, ground()) == ("Booth", (booth(USUAL).panel, booth(USUAL).standby.fill, booth(USUAL).text))
        window.acts.run("darker")
        dim = booth(USUAL - STEP)
        assert ground()[1:] == (dim.standby.fill, dim.text), "what is painted follows at once"
    finally:
        looks.choose("Dark")
