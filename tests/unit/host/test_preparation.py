"""What takes time to work out holds nobody up, and is dropped when something else was said meanwhile."""

import threading
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from showctl.engine.command import AnyCommand, Go, Panic, SetMaster, Stop, TakeFrom
from showctl.engine.taking import Taking
from showctl.host.preparation import Preparation

PATIENCE = 10.0
"""Seconds; only a preparation that hangs takes so long."""


class Slow:
    """Works a TakeFrom out when it is let."""

    def __init__(self) -> None:
        self.begun, self.let = threading.Semaphore(0), threading.Semaphore(0)
        self.out: SimpleQueue[AnyCommand | Taking] = SimpleQueue()
        self.warned: list[str] = []
        self.preparation = Preparation(self._take, self.out.put, self.warned.append)

    def _take(self, command: TakeFrom) -> Taking:
        self.begun.release()
        assert self.let.acquire(timeout=PATIENCE)
        return Taking(command, "digest")


@pytest.fixture
def slow() -> Iterator[Slow]:
    slow = Slow()
    yield slow
    slow.preparation.close()


def test_other_commands_do_not_wait_for_it(slow: Slow) -> None:
    slow.preparation.post(TakeFrom(cue="42"))
    assert slow.begun.acquire(timeout=PATIENCE)
    slow.preparation.post(SetMaster(master="grand", level=0.5))
    assert slow.out.get(timeout=PATIENCE) == SetMaster(master="grand", level=0.5)
    slow.let.release()
    taking = slow.out.get(timeout=PATIENCE)
    assert isinstance(taking, Taking)
    assert taking.command.cue == "42"
    assert slow.warned == []


@pytest.mark.parametrize("command", [Panic(), Stop(), Go()])
def test_what_is_said_after_it_counts(slow: Slow, command: AnyCommand) -> None:
    slow.preparation.post(TakeFrom(cue="42"))
    assert slow.begun.acquire(timeout=PATIENCE)
    slow.preparation.post(command)
    assert slow.out.get(timeout=PATIENCE) == command
    slow.let.release()
    slow.preparation.close()
    assert slow.out.empty()
    assert slow.warned == [
        f"the show was not taken from cue 42: '{command.__struct_config__.tag}' came first; take it once more"
    ]


def test_of_two_the_later_one_counts(slow: Slow) -> None:
    slow.preparation.post(TakeFrom(cue="42"))
    assert slow.begun.acquire(timeout=PATIENCE)
    slow.preparation.post(TakeFrom(cue="43"))
    slow.let.release(2)
    taking = slow.out.get(timeout=PATIENCE)
    assert isinstance(taking, Taking)
    assert taking.command.cue == "43"
    slow.preparation.close()
    assert slow.out.empty()


def test_none_is_worked_out_while_another_state_of_the_show_comes(slow: Slow) -> None:
    with slow.preparation.undisturbed:
        slow.preparation.post(TakeFrom(cue="42"))
        assert not slow.begun.acquire(timeout=0.1)
    assert slow.begun.acquire(timeout=PATIENCE)
    assert not slow.preparation.undisturbed.acquire(timeout=0.1)  # the next state waits until this is posted
    slow.let.release()
    assert isinstance(slow.out.get(timeout=PATIENCE), Taking)
    with slow.preparation.undisturbed:
        assert slow.warned == []
