"""The log of messages: bounded, numbered, in words."""

from showctl.engine.event import CueStarted, Received, Sent, Warned
from showctl.model.message import OscArgument, OscMessage
from showctl.session.message_log import MOST, Line, MessageLog

MESSAGE = OscMessage("/ch/01/mix/fader", (OscArgument("f", 0.75),))
SENT = Sent(due=1.0, cue="12", device="x32", to="10.0.0.1:10023", message=MESSAGE, sent=1.002)
CAME = Received(due=2.0, source="OSC 10.0.0.2", what="/go 1", command="go")


def test_lines() -> None:
    log = MessageLog()
    log.take([SENT, Warned(due=1.0, text="look"), CAME], 7)
    sent, came = log.since(0)
    assert (sent.what, sent.device, sent.to, sent.cue) == ("/ch/01/mix/fader 0.75", "x32", "10.0.0.1:10023", "12")
    assert sent.late is not None
    assert round(sent.late, 6) == 0.002
    assert came == Line(2, 2.0, False, "OSC 10.0.0.2", "", "/go 1", command="go")
    assert (log.left_out, log.since(1), log.since(2)) == (7, [came], [])
    log.clear()
    assert (log.since(0), log.count, log.left_out) == ([], 2, 0)


def test_what_a_rehearsal_sends_is_marked() -> None:
    log = MessageLog()
    started = CueStarted(due=0.5, cue="12", run=1, rehearsal=True)
    log.take([SENT, started, SENT, CueStarted(due=3.0, cue="12", run=2), SENT], 0)
    assert [line.rehearsal for line in log.lines] == [False, True, False]


def test_the_oldest_go() -> None:
    log = MessageLog()
    log.take([SENT] * (MOST + 5), 0)
    assert len(log.lines) == len(log.since(0)) == MOST
    assert [line.number for line in log.since(MOST + 3)] == [MOST + 4, MOST + 5]
