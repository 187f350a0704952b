"""The lamp of a device: grey until asked, green while it answers, and told when it has fallen silent."""

import sys
import time
from pathlib import Path

import pytest

from showctl.model.message import OscArgument, OscMessage
from showctl.outputs.heartbeat import Heartbeats
from showctl.outputs.osc import OscOutput
from showctl.program.program import Heartbeat, OscTarget
from tests.receivers import namespace
from tests.receivers.oscdump import running_oscdump
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns")
PORT = 10023
MIXER = [sys.executable, str(Path(__file__).with_name("x32.py")), str(PORT)]
FADER = OscMessage("/ch/01/mix/fader", (OscArgument("f", 0.75),))


def desk(patience: float = 0.5) -> OscOutput:
    heartbeat = Heartbeat(OscMessage("/info"), every=0.1, patience=patience)
    return OscOutput(OscTarget("desk", ("127.0.0.1", PORT), heartbeat=heartbeat), lambda sent: None)


def test_green_while_it_answers_and_silent_after() -> None:
    output = desk()
    heartbeats = Heartbeats([output])
    try:
        with running(Program(MIXER)) as mixer:
            wait_until(lambda: namespace.is_udp_bound(PORT), "the mixer")
            time.sleep(0.5)
            assert mixer.text == "", "nothing is asked before the first message of the show"
            assert output.status().state == "unused"
            output.send("1", FADER, time.monotonic())
            wait_until(lambda: output.status().state == "answering", "a green lamp")
            time.sleep(1.0)
            assert output.status().state == "answering"
            assert mixer.text.splitlines()[:2] == ["/ch/01/mix/fader", "/info"]
        # It has ended: its port refuses, which is an error and more than silence.
        wait_until(lambda: output.status().state == "error", "a red lamp")
        assert "nothing listens" in output.status().detail
        with running(Program(MIXER)):
            wait_until(lambda: output.status().state == "answering", "a green lamp again")
    finally:
        heartbeats.close()
        output.close()


def test_silent_where_the_port_is_open_and_nobody_answers() -> None:
    with running_oscdump(PORT):
        output = desk()
        heartbeats = Heartbeats([output])
        output.send("1", FADER, time.monotonic())
        assert output.status().state == "sent"
        wait_until(lambda: output.status().state == "silent", "silence")
        assert output.status().detail.startswith("it has never answered; check that 127.0.0.1:10023")
        heartbeats.close()
        output.close()


def test_heartbeats_are_idle_and_end_at_once() -> None:
    """No busy loop: waiting takes no processor time."""
    output = desk()
    heartbeats = Heartbeats([output])
    before = time.process_time()
    time.sleep(1.0)
    assert time.process_time() - before < 0.1
    start = time.monotonic()
    heartbeats.close()
    assert time.monotonic() - start < 0.5
    output.close()


@pytest.fixture(autouse=True)
def _refusals_are_logged(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> None:
    request.applymarker(pytest.mark.allow_log_warnings)
