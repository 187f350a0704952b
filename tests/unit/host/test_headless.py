"""When a run is over, and what is printed of it."""

import json
import threading

import pytest

from showctl.engine.event import CueEnded, CueStarted, GoRefused, Sent, Warned
from showctl.engine.outbox import Ended, Outbox
from showctl.engine.snapshot import ActiveCue, Snapshot
from showctl.host import headless
from showctl.host.headless import Idle, Printer
from showctl.host.teller import Teller
from showctl.model.message import MidiMessage

STARTED = CueStarted(due=1.0, cue="1", run=1)
ENDED = CueEnded(due=2.0, cue="1", run=1)


def snapshot(*active: str) -> Snapshot:
    cues = tuple(ActiveCue(1, cue, "post-wait", 0.0, 0.0, 1.0) for cue in active)
    return Snapshot(1, 0.0, 0.0, "", False, False, "", active=cues)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headless, "SETTLED", 0.0)


@pytest.mark.usefixtures("at_once")
def test_it_is_not_over_before_it_has_begun() -> None:
    idle = Idle()
    assert not idle.is_over()
    idle.tell([], snapshot())
    assert not idle.is_over()
    idle.tell([STARTED], snapshot("1"))
    assert not idle.is_over()
    idle.tell([ENDED], snapshot("1"))  # done, and in its post-wait
    assert not idle.is_over()
    idle.tell([], snapshot())
    assert idle.is_over()


@pytest.mark.usefixtures("at_once")
def test_a_go_that_is_refused_is_over() -> None:
    idle = Idle()
    idle.tell([GoRefused(due=0.0, reason="end of list", source="x")], None)
    assert not idle.is_over()
    idle.tell([], snapshot())
    assert idle.is_over()


def test_it_is_not_over_while_there_may_be_more_news() -> None:
    idle = Idle()
    idle.tell([STARTED, ENDED], snapshot())
    assert not idle.is_over()
    assert 0 < idle.look_again_in() <= headless.SETTLED


def test_all_is_printed_before_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    printer = Printer(as_json=True)
    note = Sent(due=1.5, cue="1", device="keys", to="Port", message=MidiMessage(b"\x90\x3c\x64"), sent=1.5005)
    printer.tell([STARTED, note], None)
    printer.say({"event": "ready", "title": "Gala", "cues": 3, "osc_port": 0})
    printer.finish()
    started, sent, ready = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert started["due"] == 0.0
    assert (sent["due"], sent["sent"], sent["late_us"], sent["bytes"]) == (0.5, 0.5005, 500, "90 3C 64")
    assert ready["event"] == "ready"


def test_the_teller_passes_on_in_order_and_the_newest_snapshot() -> None:
    outbox, ended = Outbox(), threading.Event()
    teller = Teller(outbox, lambda error: ended.set())
    told: list[object] = []
    teller.watches.append(lambda events, snapshot: told.extend([*events, snapshot]))
    for item in (STARTED, snapshot("1"), ENDED, snapshot(), Ended("")):
        outbox.put(item)
    teller.start()
    assert ended.wait(5)
    outbox.report(Warned(due=3.0, text="still told after the dispatcher has ended"))
    teller.finish()
    assert [type(each).__name__ for each in told if each] == ["CueStarted", "CueEnded", "Snapshot", "Warned"]
    assert snapshot() in told
