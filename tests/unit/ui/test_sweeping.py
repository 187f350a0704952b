"""Garbage is looked for a little at a time."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from showctl.ui.sweeping import Sweeping


class Ring:
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def sweeping() -> Iterator[Sweeping]:
    swept = Sweeping()
    swept.begin()
    yield swept
    swept.end()
    gc.unfreeze()


def test_garbage_goes_and_much_that_is_new_is_left_alone(sweeping: Sweeping) -> None:
    gc.collect()
    ring = weakref.ref(Ring())
    some = [[n] for n in range(5_000)]
    sweeping.sweep()
    assert ring() is None
    much = [[n] for n in range(50_000)]  # a state of a long show: nobody looks through it
    frozen = gc.get_freeze_count()
    sweeping.sweep()
    assert gc.get_freeze_count() >= frozen + len(much) + len(some)
    assert not gc.isenabled()


def test_what_stays_is_looked_through_at_times_too(sweeping: Sweeping) -> None:
    gc.collect()
    kept: list[object] = []
    ring = Ring()
    for _ in range(3):
        kept += [[n] for n in range(10_000)]
        sweeping.sweep()
    gone = weakref.ref(ring)
    del ring
    kept += [[n] for n in range(12_000)]
    sweeping.sweep()
    assert gone() is None


def test_only_the_windows_thread_looks_even_where_another_has_let_python_look_again(sweeping: Sweeping) -> None:
    gc.enable()
    sweeping.sweep()
    assert not gc.isenabled()
