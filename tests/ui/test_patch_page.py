"""The patch page: fixtures, groups and devices are edited in tables."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from showctl.fixtures.folders import fixture_library
from showctl.session.device_search import Found
from showctl.ui.mode import Mode
from showctl.ui.models.patch import addresses_of
from showctl.ui.panels.add_device import AddDevice
from showctl.ui.panels.add_forms import AddFixtures, AddGroup
from showctl.ui.panels.patch_page import PatchPage
from showctl.ui.patch.adding import DEVICE_KINDS, free_name, profiles_found
from tests.ui.conftest import Bench
from tests.ui.open_file import wait

EMPTY = "showctl: 1\nshow: {title: New}\n"


def test_profiles_are_found_by_name_and_by_what_they_can_do() -> None:
    library = fixture_library()
    assert profiles_found(library, "moving spot")[0] == "generic/moving-spot"
    assert "generic/dimmer" in profiles_found(library, "dimmer")
    assert profiles_found(library, "no such thing") == []
    assert free_name({"rig": 1, "rig 2": 2}, "rig") == "rig 3"


def test_a_rig_from_nothing(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(EMPTY, encoding="utf-8")
    bench = open_console(file, on_disk=True, size=(1366, 768))
    bench.window.acts.run("page patch")
    bench.tick()
    page = bench.window.pages.places["patch"].content
    assert isinstance(page, PatchPage)
    for table in (page.fixtures, page.groups, page.devices):
        QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.fixtures.empty.isVisible()
    show = lambda: bench.session.document.state.show  # noqa: E731
    device, fixtures, group = page.devices.form, page.fixtures.form, page.groups.form
    assert isinstance(device, AddDevice)
    assert isinstance(fixtures, AddFixtures)
    assert isinstance(group, AddGroup)
    device.add()
    wait(bench, qtbot, lambda: list(show().devices) == ["rig"])
    assert all("127.0.0.1" in kind.example for kind in DEVICE_KINDS.values() if kind.key == "to")
    fixtures.profile.setText("generic/moving-spot")
    fixtures.count.setText("4")
    assert fixtures.ids.text() == "spot1..spot4"
    fixtures.add()
    wait(bench, qtbot, lambda: len(page.fixtures.model.rows) == 1)
    assert not page.fixtures.empty.isVisible()
    fixtures.propose()
    assert fixtures.ids.text() == "spot5..spot8"
    fixtures.address.setText("1.2")
    fixtures.add()
    wait(bench, qtbot, lambda: bool(page.fixtures.said.text()))
    if page.fixtures.use.isVisible():
        page.fixtures.use.click()
        wait(bench, qtbot, lambda: len(page.fixtures.model.rows) == 2)
    model = page.fixtures.model
    model.setData(model.index(0, 1), "Front movers")
    wait(bench, qtbot, lambda: show().patch[0].label == "Front movers")
    model.setData(model.index(0, 0), "mover1..mover4")
    wait(bench, qtbot, lambda: show().patch[0].id == "mover1..mover4")
    wait(bench, qtbot, lambda: model.rows[0].texts[0] == "mover1..mover4")
    page.fixtures.choose([0])
    assert bench.window.selection.fixtures == ("mover1", "mover2", "mover3", "mover4")
    group.name.setText("movers")
    group.add()
    wait(bench, qtbot, lambda: "movers" in show().groups)
    rows = len(model.rows)
    page.twice.click()
    wait(bench, qtbot, lambda: len(model.rows) == rows + 1)
    page.devices.choose([0])
    bench.window.acts.run("undo")
    wait(bench, qtbot, lambda: len(model.rows) == rows)
    model.setData(model.index(0, 4), "9.x")
    wait(bench, qtbot, lambda: "Nothing has changed" in page.fixtures.said.text())
    bench.console.desk.modes.enter(Mode.SHOW)
    bench.tick()
    assert not fixtures.isEnabled()
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    page.fixtures.choose([0])
    page.fixtures.delete()
    bench.tick()
    assert len(model.rows) == rows


def test_fixtures_before_there_is_a_light_device(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(EMPTY, encoding="utf-8")
    bench = open_console(file, on_disk=True)
    bench.window.acts.run("page patch")
    bench.tick()
    page = bench.window.pages.places["patch"].content
    assert isinstance(page, PatchPage)
    table, form, show = page.fixtures, page.fixtures.form, lambda: bench.session.document.state.show
    assert isinstance(form, AddFixtures)
    assert page.light.isVisible()
    assert "First a light device" in table.empty.accessibleName()
    assert not any(button.isEnabled() for button in (table.remove, page.twice, page.devices.remove, page.test))
    form.profile.setText("generic/dimmer")
    form.count.setText("6")
    form.ids.setText("wash1..wash6")
    form.ids.setModified(True)
    form.add()
    wait(bench, qtbot, lambda: table.use.isVisible())
    assert table.use.text() == "Add a light device"
    assert "rig:" not in table.said.text()
    assert form.ids.text() == "wash1..wash6"
    table.use.click()
    wait(bench, qtbot, lambda: len(table.model.rows) == 1)
    assert [(each.type, tuple(each.universes)) for each in show().devices.values()] == [("sacn", (1, 2, 3, 4))]
    assert form.ids.text() == "wash7..wash12"
    assert page.twice.isEnabled()
    assert page.test.isEnabled()
    cell = table.model.index(0, 4)
    assert cell.data() == "1.001–1.006"
    assert cell.data(Qt.ItemDataRole.EditRole) == "1.001"
    device = page.devices.form
    assert isinstance(device, AddDevice)
    device.name.setText("stage left")
    device.universes.setText("7")
    device.add()
    wait(bench, qtbot, lambda: "stage left" in show().devices)
    wait(bench, qtbot, lambda: (device.name.text(), device.universes.text()) == ("rig 2", "8-11"))
    for _ in range(2):
        bench.window.acts.run("undo")
    wait(bench, qtbot, lambda: not table.model.rows and not show().devices)
    assert not page.twice.isEnabled()
    page.light.click()
    wait(bench, qtbot, lambda: list(show().devices) == ["rig"])
    assert not page.light.isVisible()


def test_lines_of_several_fixtures_say_all_of_their_addresses() -> None:
    said = {"id": "spot1..spot3", "fixture": "p", "mode": "", "at": "2/7"}
    assert addresses_of(said, lambda profile, mode: 6) == "2.007–2.024"
    assert addresses_of(said, lambda profile, mode: 0) == "2/7"
    for field, text in (("at", "next"), ("at", "2/500"), ("id", "spot1")):
        assert addresses_of({**said, field: text}, lambda profile, mode: 6) == {**said, field: text}["at"]


def test_devices_have_pickers_and_are_tested_one_by_one(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(EMPTY, encoding="utf-8")
    bench = open_console(file, on_disk=True)
    bench.window.acts.run("page patch")
    bench.tick()
    page = bench.window.pages.places["patch"].content
    assert isinstance(page, PatchPage)
    page.tabs.setCurrentWidget(page.devices)
    form, table = page.devices.form, page.devices
    assert isinstance(form, AddDevice)
    assert not form.look.isVisible()
    form.universes.setText("3")
    form.add()
    wait(bench, qtbot, lambda: len(table.model.rows) == 1)
    form.kind.setCurrentIndex(form.kind.findData("osc"))
    assert form.profile.isVisible()
    form.profile.setText("behringer/x32")
    form.place.setText("127.0.0.1:9")
    form.add()
    wait(bench, qtbot, lambda: table.chosen() == [1])
    devices = bench.session.document.state.show.devices
    assert [each.type for each in devices.values()] == ["sacn", "osc"]
    assert table.model.rows[0].texts[3] == "3"
    page.test.click()
    bench.tick()
    assert bench.window.details.device.device == "osc"
    table.choose([0])
    page.test.click()
    bench.tick()
    assert bench.window.details.device.device == "rig"
    shown = [each for each in bench.window.right.findChildren(QPushButton) if each.text() == "✕" and each.isVisible()]
    assert len(shown) == 1
    cell = table.model.index(1, 2)
    table.view.edit(cell)
    editor = table.view.viewport().findChild(QLineEdit)
    assert editor.completer() is not None
    assert "behringer/x32" in table.picks.offers(1, 2, "")
    assert table.picks.offers(0, 3, "1-")[0] == "1-2"
    assert page.fixtures.picks.offers(0, 2, "moving spot")[0] == "generic/moving-spot"
    form.kind.setCurrentIndex(form.kind.findData("desk"))
    form.look.click()
    assert form.look.text() == "Cancel"
    form.look.click()
    assert form.said.text() == "Cancelled."
    form.take([Found("sound", "127.0.0.1:53000", "QLab 5.3")])
    form.offers[0].click()
    assert (form.kind.currentText(), form.place.text()) == ("QLab", "127.0.0.1:53000")
