"""A show of an older format: it stays as it is until somebody agrees."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from showctl.session.change import EditRefused
from showctl.session.document import Document
from showctl.showfile.load import load
from showctl.showfile.migrate import Migration
from tests.ui.conftest import Bench
from tests.ui.open_file import ALT, SHOW, key, wait


def test_what_is_other_is_listed_and_it_is_written_over_only_then(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    show = tmp_path / "gala.yaml"
    show.write_text(SHOW, "utf-8")
    bench = open_console(show)
    notes = ("format 1: times have units", "  cue 1: wait")
    bench.session.document = Document(show, replace(load(show), migration=Migration(0, 1, notes)))
    bench.tick(0.04)
    assert bench.window.questions.banners.asking == "older format"
    with pytest.raises(EditRefused, match="older format 0"):
        bench.session.save()
    key(bench, Qt.Key.Key_W, ALT)
    panel = bench.window.ask_panel
    qtbot.waitUntil(panel.isVisible)
    assert [line.text for line in panel.model.lines] == ["format 1: times have units", "cue 1: wait"]
    key(bench, Qt.Key.Key_R, ALT)
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)
    bench.session.save()
