"""Switched slots: what each of them is while its trigger is where."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from showctl.model.mode import BYTES, OTHERWISE, UNUSED, Switch, parameter_of, slot_words
from showctl.program.mode_layout import ModeLayout

WIDTH = 8
"""Slot within the fixture; trigger; its first and last value, and full in the same resolution; parameter, -1 for none;
which of its bytes, the most significant is 0; how many it has. Trigger and parameter count within the layout."""


def switch_rows(layout: ModeLayout) -> NDArray[np.int64]:
    """A row (K, WIDTH) for each switched slot and stretch of its trigger; together they cover all of each trigger."""
    rows = [row for slot, switch in layout.switched for row in _rows(layout, slot, switch)]
    return np.array(rows, np.int64).reshape(-1, WIDTH)


def _rows(layout: ModeLayout, slot: int, switch: Switch) -> Iterator[tuple[int, ...]]:
    trigger = layout.parameter(switch.on)
    for first, last, word in _stretches(layout, switch):
        parameter, nth, depth = -1, 0, 1
        if word != UNUSED:
            name = parameter_of(word)
            parameter, nth = layout.index[name], ("", *BYTES).index(word.removeprefix(name))
            depth = sum(name + suffix in set(slot_words(layout.written)) for suffix in ("", *BYTES))
        yield slot, layout.index[switch.on], first, last, trigger.full, parameter, nth, depth


def _stretches(layout: ModeLayout, switch: Switch) -> Iterator[tuple[int, int, str]]:
    """First and last value of the trigger, and the slot's word there; where no range is, as in one without a case."""
    other = switch.cases.get(OTHERWISE, UNUSED)
    trigger, at = layout.parameter(switch.on), 0
    for each in sorted(trigger.ranges, key=lambda each: each.dmx.first):
        if each.dmx.first > at:
            yield at, each.dmx.first - 1, other
        if each.dmx.last >= at:
            yield max(at, each.dmx.first), each.dmx.last, switch.cases.get(each.name, other)
            at = each.dmx.last + 1
    if at <= trigger.full:
        yield at, trigger.full, other
