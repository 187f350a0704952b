"""The letters of a light cue in the list: how it tracks, with words for who points at them or hears the row."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Bench
from tests.ui.test_layout import painted

SHOW = """
showctl: 1
show: {title: Letters}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: front1..front3, fixture: generic/dimmer, at: 1.1}
  - {id: spot1..spot2, fixture: generic/moving-spot, mode: 16bit, at: 1.101}
groups: {front: front1..front3}
cues:
  - {cue: 1, label: Preset, notes: All lamps checked, light: {look: {front: full}}}
  - {cue: 2, label: Podium, light: {mark: yes, cue only: yes, look: {spot1: {intensity: full, pan: 10}}}}
  - {cue: 3, label: Blocked, light: {block: yes, look: {front1: 50%}}}
  - {cue: 4, label: Dark, light: {block: intensity, mark: no, look: {front2: 10%}}}
  - {cue: 5, label: Dawn, hotkey: F5, notes: Slowly, light: {assert: yes, parts: [{label: Cyc, time: 10s, look: {front3: full}}, {look: {front2: out}}]}}
  - {cue: 6, wait: 1s}
"""  # noqa: E501


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_letters_say_how_it_tracks(open_console: Callable[..., Bench], tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "letters.yaml"
    path.write_text(SHOW, "utf-8")
    bench = open_console(path, size=size)
    model = bench.window.cues.model
    assert ["".join(row.letters) for row in model.rows] == ["", "MC", "B", "B", "PA", ""]
    texts = painted(bench.window.cues.view)
    for letters in ("M C", "B", "P A"):
        assert letters in texts

    def said(cue: str, role: Qt.ItemDataRole) -> object:
        return model.data(model.index_of(bench.row(cue)), role)

    tip = Qt.ItemDataRole.ToolTipRole
    assert said("1", tip) == "All lamps checked"
    assert said("6", tip) is None
    assert str(said("3", tip)) == "B  block: nothing tracks in"
    assert str(said("4", tip)) == "B  block: no intensity tracks in"
    assert str(said("5", tip)).splitlines() == [
        "Slowly",
        "P  2 parts with times of their own",
        "A  assert: what tracks in is played as if it moved it",
    ]
    assert "cue only" in str(said("2", Qt.ItemDataRole.AccessibleTextRole))
