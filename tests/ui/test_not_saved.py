"""A save that fails: said until it is done, with a second place, one key away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Bench
from tests.ui.open_file import ALT, SHOW, key, label, said, wait


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "Documents"))
    return home


def test_a_copy_goes_to_the_second_place_and_the_save_is_tried_again(
    open_console: Callable[..., Bench], tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    show = folder / "gala.yaml"
    show.write_text(SHOW, "utf-8")
    bench = open_console(show, on_disk=True)
    bench.session.edit(label("1", "Mine"))
    show.unlink()
    show.mkdir()  # what stands there cannot be replaced, whoever we are
    bench.session.save()
    banner = bench.window.questions.banners.questions["not saved"]
    wait(bench, qtbot, banner.isVisible)
    assert "is not saved" in banner.text
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2"
    key(bench, Qt.Key.Key_P, ALT)
    wait(bench, qtbot, lambda: "A copy is saved as" in banner.text)
    (copy,) = home.rglob("*saved aside*.yaml")
    assert copy.read_text("utf-8") == SHOW.replace("Doors", "Mine")
    assert str(copy) in said(bench)
    assert bench.session.document.is_dirty
    show.rmdir()
    key(bench, Qt.Key.Key_I, ALT)
    wait(bench, qtbot, lambda: not banner.isVisible())
    assert show.read_text("utf-8") == SHOW.replace("Doors", "Mine")
