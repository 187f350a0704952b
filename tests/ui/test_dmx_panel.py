"""DMX levels in the real window: the grid, by fixture, and which cue a level comes from."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from showctl.engine.command import Park
from showctl.ui.panels.rig_page import RigPage
from tests.ui.conftest import Bench
from tests.unit.ui.test_monitors import DEMO

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_levels_are_seen_with_the_cue_they_come_from(open_console: Callable[..., Bench]) -> None:
    bench = open_console(DEMO)
    bench.window.acts.run("page rig")
    page = bench.window.pages.findChild(RigPage)
    assert isinstance(page, RigPage)
    dmx, grid = page.dmx, page.dmx.grid
    tester = QAbstractItemModelTester(dmx.model, FATAL)
    bench.tick(0.1)
    assert dmx.source.lines[:3] == ("1.001", "front1, intensity", "0")
    assert "at rest" in dmx.source.lines[3]
    bench.console.desk.set_standby("1")
    bench.console.desk.go()
    bench.tick(6)
    bench.tick(0.1)
    grid.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(grid, key)
    grid.ask(101)
    assert dmx.source.lines[1:4] == ("house1, intensity", "204", "1 Preset")
    dmx.form.choose("%")
    assert dmx.source.lines[2] == "80"
    bench.session.send(Park(what="house1", level=0.5))
    bench.tick(0.1)
    assert dmx.source.lines[3] == "parked"
    assert dmx.source.lines[4].startswith("1 Preset")
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.place_of(1).center())
    assert bench.window.selection.fixtures == ("front1",)
    bench.window.selection.select_fixtures(("spot1", "front3"))
    assert grid.slot_at(grid.place_of(77).center()) == 77
    assert grid._selected == [3]
    dmx.universes.setCurrentIndex(1)
    assert len(grid._selected) > 4
    assert dmx.source.lines[1] == "spot1, pan coarse"
    dmx.view.choose("fixtures")
    bench.tick(0.1)
    texts = [str(dmx.model.index(0, column).data()) for column in range(dmx.model.columnCount())]
    assert texts[:2] == ["spot1", "2.001"]
    assert "pan 50" in texts[3]
    standby = bench.standby
    bench.press(Qt.Key.Key_Space, dmx.table)
    assert bench.standby != standby, "Space is GO here, too"
    bench.session.engine("lost")
    bench.tick(0.1)
    assert dmx.source.lines[2] == "no data"
    assert grid.empty
    bench.window.acts.run("page cues")
    bench.session.levels = None  # type: ignore[assignment]  # nobody reads what nobody looks at
    bench.tick(1)
    assert tester is not None
