"""How much work it is to compare two shows in which every cue differs: counted in calls, not timed."""

import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest

from showctl.showfile.compare import compare
from showctl.showfile.load import Loaded, load_text

_CUES = 300
_MOST = {"label": 260, "up": 330, "level": 700}
"""Calls of Python functions for each cue of nine fixtures. What looks at each value of each cue, whether it differs or
not, needs 700 to 1,560."""


@pytest.mark.parametrize("differs", list(_MOST))
def test_what_is_alike_in_a_cue_that_differs_is_not_looked_into(differs: str) -> None:
    one, other = _show(""), _show(differs)
    compare(_show("level"), _show("label"))  # what is made once
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> None:
        calls[event] += 1

    sys.setprofile(count)
    try:
        found = compare(one, other)
    finally:
        sys.setprofile(None)
    assert len({change.item for change in found.changes}) == _CUES
    assert calls["call"] / _CUES < _MOST[differs]


def _show(differs: str) -> Loaded:
    lines = [
        "showctl: 1",
        "show: {title: Large}",
        "devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}",
        "patch:",
    ]
    lines += ["  - {id: par1..par100, fixture: generic/led-par, mode: rgb, at: 1.1}", "cues:"]
    for number in range(1, _CUES + 1):
        lines += [f"  - cue: {number}", f"    label: {'Scene' if differs != 'label' else 'Act'} {number}"]
        lines += ["    notes: Wait, then go.", "    light:"]
        lines += [f"      time: {{up: {3 if differs != 'up' else 4}s, down: 6s}}", "      look:"]
        for fixture in range(number % 90 + 1, number % 90 + 10):
            level = number * fixture % 99 + (1 if differs != "level" else 2)
            lines += [f"        par{fixture}:", f"          intensity: {level}%", '          colour: "#ffcc00"']
    return load_text("\n".join(lines) + "\n")
