"""Broken cues in the console: their rows, the standby strip and the message row say why."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from showctl.ui.models.cue_tree import STATE_ROLE
from tests.ui.conftest import AWARDS, Bench


def test_broken_cues_say_why(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    show = tmp_path / "broken.yaml"
    show.write_text(
        "showctl: 1\nshow: {title: Broken}\ndevices: {desk: {type: osc, to: 127.0.0.1:9000}}\ncues:\n"
        "  - {cue: 1, osc: {device: dask, address: /a}}\n  - {cue: 2, wait: 1s}\n  - {cue: 3, start: 99}\n"
    )
    bench = open_console(show)
    bench.tick()
    model = bench.window.cues.model
    index = model.index_of(bench.row("1"))
    assert bench.row("1").state == "broken"
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) == "there is no device 'dask'; did you mean 'desk'?"
    assert model.data(model.index_of(bench.row("3")), STATE_ROLE) == "broken"
    assert bench.row("2").state == ""
    top = bench.window.messages.top
    assert top is not None
    assert (top.level, top.fact) == ("error", "2 cues are broken.")
    assert top.effect == "Cue 1: there is no device 'dask'; did you mean 'desk'?"
    assert bench.window.strip.reason == "there is no device 'dask'; did you mean 'desk'? Its timing is kept."
    bench.console.desk.go()
    bench.tick()
    assert bench.standby == "2"
    assert any("Cue 1 is broken and did nothing" in message.fact for message in bench.window.messages.more)


def test_a_right_show_has_nothing_to_say_of_it(open_console: Callable[..., Bench]) -> None:
    bench = open_console(AWARDS)
    bench.tick()
    assert bench.window.messages.top is None
