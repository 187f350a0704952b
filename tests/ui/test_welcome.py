"""The window that opens without a show, and the tour."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from showctl.session.show_lock import holder
from showctl.session.this_machine import Playing
from showctl.showfile.templates import from_template
from showctl.ui.app import application_for
from showctl.ui.first_minutes import said
from showctl.ui.mode import Mode
from showctl.ui.models.recent_shows import RecentShowsModel, said_when
from showctl.ui.opening import Opening
from showctl.ui.panels.add_device import AddDevice
from showctl.ui.panels.add_forms import AddFixtures
from showctl.ui.panels.page_tabs import PageTabs
from showctl.ui.panels.patch_page import PatchPage
from showctl.ui.panels.welcome import Welcome
from showctl.ui.panels.welcome_cards import keys_worth_knowing
from showctl.ui.recent import Recent, recent_shows, remember
from showctl.ui.show_facts import show_facts
from showctl.ui.theme import DARK
from tests.ui.conftest import Bench
from tests.ui.open_file import CONTROL, SHIFT, SHOW, SOON, key, wait

DATA = Path(__file__).parents[1] / "data"
NOW = dt.datetime(2026, 11, 27, 15, 0, tzinfo=dt.UTC)


def test_recent_shows_are_kept_once_each_the_last_one_first(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    assert recent_shows(settings) == []
    for at, name in enumerate(("a b.yaml", "c,d.yaml", "a b.yaml")):
        remember(settings, tmp_path / name, at)
    settings.sync()
    again = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    assert [(each.path.name, each.opened) for each in recent_shows(again)] == [("a b.yaml", 2), ("c,d.yaml", 1)]
    for at in range(30):
        remember(settings, tmp_path / f"{at}.yaml", at)
    assert len(recent_shows(settings)) == 12


def test_a_show_is_checked_in_words(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(from_template("gala", "Winter gala"), encoding="utf-8")
    bad.write_text("showctl: 1\nshow: {title: X}\ncuse: []\n", encoding="utf-8")
    facts = show_facts(good)
    assert (facts.title, facts.state) == ("Winter gala", "ready")
    assert "7 segments" in facts.about
    assert show_facts(bad)[2:] == ("wrong", "1 problem")
    assert show_facts(tmp_path / "gone.yaml").state == "gone"


def test_when_a_show_was_opened_reads_as_people_say_it() -> None:
    hours = [(1, "Today 14:00"), (20, "Yesterday"), (24 * 15, "12 November"), (24 * 365, "27 November 2025")]
    assert [said_when(NOW.timestamp() - 3600 * ago, NOW) for ago, _ in hours] == [words for _, words in hours]
    assert said(Path("x.yaml"), "a: wrong\nb: wrong").endswith("And 1 more: showctl check x.yaml")
    words = dict(keys_worth_knowing())
    assert words["GO"] == ("Space",)
    assert "Jump to a cue" in words


def test_welcome_by_keyboard(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    application_for(DARK)
    show = tmp_path / "gala.yaml"
    show.write_text(from_template("gala", "Winter gala"), encoding="utf-8")
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    remember(settings, show, NOW.timestamp())
    remember(settings, tmp_path / "gone.yaml", NOW.timestamp())
    window = Welcome(settings, DARK, NOW)
    qtbot.addWidget(window)
    chosen: list[tuple[str, bool]] = []
    window.chosen.connect(lambda path, tour: chosen.append((path.name, tour)))
    QAbstractItemModelTester(window.recent.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    window.resize(1024, 680)
    window.show()
    window.activateWindow()
    qapp.processEvents()
    model = window.recent.model
    qtbot.waitUntil(lambda: "waiting" not in str([model.data(model.index(i), 256) for i in (0, 1)]), timeout=SOON)
    assert "Winter gala, " in str(model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole))
    assert model.data(model.index(0), 256).state == "gone"
    QTest.keyClick(window.recent.list, Qt.Key.Key_Down)
    QTest.keyClick(window.recent.list, Qt.Key.Key_Return)
    QTest.keyClick(window.recent.list, Qt.Key.Key_D)
    window.take_engines([Playing(show, "Foyer loop", 2)])
    window.attach[0].click()
    assert chosen == [("gala.yaml", False), ("demo.yaml", False), ("gala.yaml", False)]
    window.recent.field.setText("gone")
    assert model.rowCount() == 1
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)
    QTest.keyClick(window.making.list, Qt.Key.Key_Down)
    window.making.file.setText(str(show))
    QTest.keyClick(window.making.file, Qt.Key.Key_Return)
    assert "already" in window.making.reading.text()
    window.making.file.setText(str(show / "inside.yaml"))
    window.making.make()
    assert window.making.reading.text() == "gala.yaml is there already; write another name"
    for button in (window.demo, window.new, window.open, window.imported):
        assert button.width() >= button.sizeHint().width()  # nothing of the words is cut off
    window.making.file.setText("evening")
    QTest.keyClick(window.making.file, Qt.Key.Key_Return)
    assert chosen[-1] == ("evening.yaml", False)
    assert 'title: "Evening"' in (tmp_path / "evening.yaml").read_text(encoding="utf-8")
    window.steps.start.click()
    assert "my-show" in window.making.file.text()
    window.making.write.click()
    assert chosen[-1] == ("my-show.yaml", True)
    window.show_new()
    window.making.file.setText("tour/spring.yaml")
    QTest.keyClick(window.making.list, Qt.Key.Key_Return)
    assert (chosen[-1], (tmp_path / "tour" / "spring.yaml").is_file()) == (("spring.yaml", False), True)


def test_models_of_recent_shows_take_what_comes(qapp: QApplication) -> None:
    model = RecentShowsModel([], NOW)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.add(Recent(Path("/x.yaml"), 0))
    model.add(Recent(Path("/x.yaml"), 1))
    assert model.rowCount() == 1
    model.find("nothing")
    assert model.rowCount() == 0


def test_the_tour_ticks_itself_and_go_works_beside_it(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    file = tmp_path / "gala.yaml"
    file.write_text(SHOW, encoding="utf-8")
    bench = open_console(file, on_disk=True)
    bench.window.acts.run("tour")
    bar = bench.window.beginning.bar
    bench.tick()
    assert bar.isVisible()
    assert not bench.window.right.isVisible()
    assert [disc.text() for disc in bar.discs] == ["1", "2", "✓", "4", "5"]
    assert bar.title.text() == "1 of 5: Add a device"
    bench.press(Qt.Key.Key_Space)
    bench.tick(0.1)
    assert bench.active
    bench.console.desk.modes.enter(Mode.SHOW)
    bench.tick()
    assert [disc.text() for disc in bar.discs] == ["1", "2", "✓", "✓", "✓"]
    key(bench, Qt.Key.Key_W, CONTROL)
    assert not bar.isVisible()


def test_an_import_from_the_welcome_window_says_what_did_not_come_over(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    application_for(DARK)
    file = tmp_path / "harbour.qxw"
    file.write_bytes((DATA / "qlcplus" / "harbour.qxw").read_bytes())
    window = Welcome(QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat), DARK, NOW)
    qtbot.addWidget(window)
    chosen: list[str] = []
    window.chosen.connect(lambda path, tour: chosen.append(path.name))
    window.show()
    window.activateWindow()
    card = window.importing
    qapp.processEvents()
    QTest.keyClick(window, Qt.Key.Key_I, CONTROL)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(card.work.stepped, timeout=SOON):
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(file))
        dialog.accept()
    card.back.click()
    assert not card.work.busy
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".ini"] == ["harbour.qxw"]
    with qtbot.waitSignal(card.made, timeout=SOON):
        card.begin(file)
    assert "did not" in card.said.text()
    assert card.model.rowCount() > 1
    card.keep.click()
    assert (tmp_path / "harbour-import.txt").exists()
    card.open.click()
    assert chosen == ["harbour.yaml"]
    assert window.cancelling.isVisible()
    window.cancelling.click()
    assert "Not opened" in window.message.text()


def test_a_show_is_opened_beside_the_window_or_not_after_all(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    show, bad = tmp_path / "gala.yaml", tmp_path / "bad.yaml"
    show.write_text(SHOW, encoding="utf-8")
    bad.write_text("showctl: 1\nshwo: {}\n", encoding="utf-8")
    opening = Opening()
    with qtbot.waitSignal(opening.failed, timeout=SOON):
        opening.begin(bad, False)
    opening.begin(show, False)
    opening.cancel()
    with qtbot.waitSignal(opening.done, timeout=SOON) as opened:
        opening.begin(show, True)
    session, tour = opened.args
    assert tour
    assert session.show.info.title == "Gala"
    session.close(stop_engine=False)
    qtbot.waitUntil(lambda: not holder(show), timeout=SOON)


def test_the_tour_is_gone_through_by_keys(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> None:
    bench, ticks = touring(open_console, tmp_path)
    key(bench, Qt.Key.Key_F6)
    page = bench.window.pages.places["patch"].content
    assert isinstance(page, PatchPage)
    page.tabs.tabBar().setFocus()
    key(bench, Qt.Key.Key_Right)
    key(bench, Qt.Key.Key_Right)
    devices, fixtures = page.devices.form, page.fixtures.form
    assert isinstance(devices, AddDevice)
    assert isinstance(fixtures, AddFixtures)
    devices.name.setFocus()
    key(bench, Qt.Key.Key_Return)
    wait(bench, qtbot, lambda: ticks() == "✓2345")
    page.tabs.tabBar().setFocus()
    key(bench, Qt.Key.Key_Left)
    key(bench, Qt.Key.Key_Left)
    fixtures.profile.setFocus()
    QTest.keyClicks(fixtures.profile, "generic/dimmer")
    fixtures.count.setFocus()
    QTest.keyClick(fixtures.count, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(fixtures.count, "4")
    key(bench, Qt.Key.Key_Return)
    wait(bench, qtbot, lambda: ticks() == "✓✓345")
    key(bench, Qt.Key.Key_F5)
    bench.window.cues.view.setFocus()
    for at, kind in enumerate((Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_4), 1):  # audio and video need devices of theirs
        key(bench, kind, CONTROL)
        wait(bench, qtbot, lambda at=at: len(bench.window.cues.model.rows) == at)
    wait(bench, qtbot, lambda: ticks() == "✓✓✓45")
    key(bench, Qt.Key.Key_W, CONTROL)  # leaves the cell of the new cue
    key(bench, Qt.Key.Key_Space, CONTROL)
    wait(bench, qtbot, lambda: ticks() == "✓✓✓✓5")
    key(bench, Qt.Key.Key_L, CONTROL | SHIFT)
    wait(bench, qtbot, lambda: ticks() == "✓✓✓✓✓")
    assert bench.window.beginning.bar.title.text() == "Ready for the evening"


def test_the_tour_is_gone_through_by_mouse(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> None:
    bench, ticks = touring(open_console, tmp_path)
    tabs = bench.window.top.findChild(PageTabs)

    def click(part: QWidget, at: QPoint | None = None) -> None:
        assert part.isVisible(), part
        assert part.isEnabled(), part
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at or part.rect().center())
        bench.tick()

    click(tabs, tabs.tabRect(1).center())
    page = bench.window.pages.places["patch"].content
    assert isinstance(page, PatchPage)
    bar = page.tabs.tabBar()
    click(bar, bar.tabRect(2).center())
    click(page.devices.form.button)
    wait(bench, qtbot, lambda: ticks() == "✓2345")
    click(bar, bar.tabRect(0).center())
    fixtures = page.fixtures.form
    assert isinstance(fixtures, AddFixtures)
    fixtures.profile.setText("generic/dimmer")
    fixtures.count.setText("4")
    click(fixtures.button)
    wait(bench, qtbot, lambda: ticks() == "✓✓345")
    for at, kind in enumerate(("light", "stage", "stage"), 1):
        click(bench.window.tools.new[f"new {kind}"])
        wait(bench, qtbot, lambda at=at: len(bench.window.cues.model.rows) == at)
    click(bench.window.go)
    wait(bench, qtbot, lambda: ticks() == "✓✓✓✓5")
    click(bench.window.badge)
    wait(bench, qtbot, lambda: ticks() == "✓✓✓✓✓")
    click(bench.window.beginning.bar.close_button)
    assert not bench.window.beginning.bar.isVisible()


def touring(open_console: Callable[..., Bench], tmp_path: Path) -> tuple[Bench, Callable[[], str]]:
    """An empty show with the tour, and which of its steps are done."""
    file = tmp_path / "mine.yaml"
    file.write_text(from_template("empty", "Mine"), encoding="utf-8")
    bench = open_console(file, on_disk=True, size=(1366, 768))
    bench.window.acts.run("tour")
    bench.tick()
    return bench, lambda: "".join(disc.text() for disc in bench.window.beginning.bar.discs)
