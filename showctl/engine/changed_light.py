"""Light of cues that have been played, changed in another state of the show: it comes with the next GO."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from showctl.engine.restore import Restores
from showctl.engine.said import Said
from showctl.engine.standby import Orders
from showctl.program.renaming import UNCHANGED, Renaming
from showctl.program.tracked import State

Tracking = tuple[Restores, Orders, Said]
"""What a state of the show restores, where its lists stand, and what is armed in it."""


def changed_light(
    after: Tracking,
    before: Tracking,
    was: NDArray[np.intp] | None,
    lists: Collection[str],
    names: Renaming = UNCHANGED,
) -> Iterator[str]:
    """Sentences about those of these lists whose light in order is another one than in the state `before`: from now on
    their next GO is out of order, so that it brings it. Nothing moves by itself.

    `was`: which parameter each was before, -1 for none; None: each is what it was. Takes about half a millisecond for
    each list that is in order, with 2,000 fixtures.
    """
    restores, orders, arming = after
    restored, ordered, armed = before
    for name, order in orders.lists.items():
        earlier = ordered.lists.get(names.was("list", name) or "")
        if earlier is None or order.order_at is None or name not in lists:
            continue
        wanted, there = restores.tracked_in_order(order, arming), restored.tracked_in_order(earlier, armed)
        if wanted is not None and not _same(wanted, there, was):
            order.lose_order()
            ready = "" if order.standby is not None else ", when a cue is in standby again"
            yield f"list {name}: what was changed in the light of cues before comes with the next GO{ready}"


def _same(wanted: State, there: State | None, was: NDArray[np.intp] | None) -> bool:
    """Whether these are the same levels, NaN being one."""
    was = np.arange(wanted.size) if was is None else was
    before = np.full(was.size, np.nan, np.float32) if there is None else np.append(there, np.float32(np.nan))[was]
    return np.array_equal(wanted, before, equal_nan=True)
