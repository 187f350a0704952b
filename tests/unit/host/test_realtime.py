"""The request for real-time scheduling: words whatever the system says."""

import os
import sys
import threading

import pytest

from showctl.host import realtime


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Calls into the C library, which are not made."""
    made: list[str] = []

    def call(name: str, *_: int) -> int:
        made.append(name)
        return 0

    monkeypatch.setattr(realtime, "_call", call)
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="only for Linux")
def test_for_one_thread_alone(calls: list[str]) -> None:
    said, policies = [], []

    def ask() -> None:
        said.append(realtime.ask_for_realtime())
        policies.append(os.sched_getscheduler(0) & ~os.SCHED_RESET_ON_FORK)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert os.sched_getscheduler(0) & ~os.SCHED_RESET_ON_FORK == os.SCHED_OTHER
    got_it = policies == [os.SCHED_FIFO]
    assert said[0].startswith("real-time priority" if got_it else "normal priority")
    assert "prctl" in calls


@pytest.mark.skipif(sys.platform != "linux", reason="only for Linux")
@pytest.mark.usefixtures("calls")
def test_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "sched_setscheduler", refuse)
    assert realtime.ask_for_realtime().startswith("normal priority (the system does not allow real-time")


@pytest.mark.usefixtures("calls")
def test_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "darwin" in realtime.ask_for_realtime()
