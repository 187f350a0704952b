"""What a large show takes of memory, per line: 5,000 cues in 140,000 lines have to stay below 200 MB with all else."""

import tracemalloc

from showctl.session.edit import Set
from showctl.session.edited import EditedShow
from showctl.showfile.item import Item
from showctl.showfile.load import load_text
from showctl.showfile.reader import read
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping

_MOST_A_LINE = 170
"""Bytes: 24 MB for 140,000 lines. A dict of spans for each mapping would make 365 of them."""


def test_a_tree_takes_little_more_than_its_texts() -> None:
    text = _show(300)
    read(text, Report("warm"))
    tracemalloc.start()
    root = read(text, Report("f"))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(root, Mapping)
    assert taken / text.count("\n") < _MOST_A_LINE


def test_edits_beside_each_other_leave_no_texts_behind() -> None:
    loaded = load_text(_show(40))
    show = EditedShow(loaded)
    for number in range(1, 31):
        show.edit(Set(item=Item("cue", str(number)), field=("label",), value=f"Label {number}"))
    origin = loaded.root.origin
    assert origin is not None
    assert sum(len(text) for text, _ in origin.seen_to_read.values()) <= len(origin.text)


def test_times_that_are_written_alike_are_one_object() -> None:
    one, other = load_text(_show(2)).show.cues
    assert one.light.time is other.light.time  # type: ignore[attr-defined]


def _show(cues: int) -> str:
    lines = [
        "showctl: 1",
        "show: {title: Large}",
        "devices:",
        "  rig: {type: sacn, universes: 1, to: 127.0.0.1}",
        "patch:",
    ]
    lines += ["  - {id: par1..par100, fixture: generic/led-par, mode: rgb, at: 1.1}", "cues:"]
    for number in range(1, cues + 1):
        lines += [f"  - cue: {number}", f"    label: Scene {number}", "    light:"]
        lines += ["      time: {up: 3s, down: 6s}", "      look:"]
        for fixture in range(number % 90 + 1, number % 90 + 7):
            level = number * fixture % 100 + 1
            lines += [f"        par{fixture}:", f"          intensity: {level}%", '          colour: "#ffcc00"']
    return "\n".join(lines) + "\n"
