"""Snapshots and events on their way out, on a manual clock."""

import threading

import numpy as np

from showctl.engine.clock import ManualClock
from showctl.engine.command import Go
from showctl.engine.event import GoRefused, Sent, Warned
from showctl.engine.frame_rates import FrameRates
from showctl.engine.lateness import Lateness
from showctl.engine.outbox import MOST, Outbox
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.publisher import EVERY, LOOK, PATIENCE, ROOM, Publisher
from showctl.engine.snapshot import Snapshot
from showctl.engine.stage import Stage
from showctl.model.message import OscMessage
from showctl.program.program import CompiledList, Parameters, Program

EMPTY = Program("", "d", 0.0, 1.0, "hold", (), (CompiledList("main", "", ()),), {}, (), (), Parameters())


class Bench:
    """A publisher with all that it needs."""

    def __init__(self) -> None:
        self.clock, self.outbox = ManualClock(1000.0, wall=5000.0), Outbox()
        playback = Playback(EMPTY, Player(EMPTY), mixer_for(EMPTY), {}, self.outbox.report)
        self.stage = Stage(playback, FrameRates(0, ()), {}, ())
        self.publisher = Publisher(self.outbox, Lateness(), self.clock)

    def published(self, seconds: float = 0.0) -> list[Snapshot]:
        """What is published when the dispatcher looks after some seconds."""
        now = self.clock.advance(seconds)
        self.publisher.note()
        if self.publisher.wants(now, np.inf):
            self.publisher.publish(self.stage, now)
        items = self.outbox.left()
        return [item for item in items if isinstance(item, Snapshot)]


def warning(bench: Bench) -> Warned:
    return Warned(due=bench.clock.now(), text="look")


def test_the_first_at_once_and_then_only_what_is_new() -> None:
    bench = Bench()
    (first,) = bench.published()
    assert (first.serial, first.instant, first.wall, first.digest) == (1, 1000.0, 5000.0, "d")
    assert not [s for _ in range(20) for s in bench.published(LOOK)]


def test_an_event_wants_a_snapshot_but_not_more_than_30_a_second() -> None:
    bench = Bench()
    bench.published()
    bench.stage.playback.handle(Go(), bench.clock.now())
    bench.stage.playback.advance(bench.clock.now())
    bench.outbox.report(warning(bench))
    assert bench.publisher.wake_at(bench.clock.now(), np.inf) <= bench.clock.now() + LOOK
    assert not bench.published(EVERY / 2)
    assert not bench.published(EVERY)  # nothing in it has changed


def test_a_wall_clock_that_was_set_is_news() -> None:
    bench = Bench()
    bench.published()
    bench.clock.set_wall(9000.0)
    (news,) = bench.published(LOOK)
    assert news.wall == 9000.0 + LOOK


def test_what_is_due_goes_first_unless_it_never_ends() -> None:
    bench = Bench()
    bench.published()
    now = bench.clock.now() + LOOK
    assert not bench.publisher.wants(now, now + ROOM / 2)
    assert bench.publisher.wake_at(now, now + ROOM / 2) == now + ROOM / 2  # no spinning until then
    assert bench.publisher.wants(now, now + 2 * ROOM)
    assert bench.publisher.wants(now + PATIENCE, now + PATIENCE)


def test_lateness_of_messages_is_in_it() -> None:
    bench = Bench()
    bench.outbox.report(Sent(due=999.0, cue="1", device="d", to="x", message=OscMessage("/x"), sent=999.25))
    (snapshot,) = bench.published()
    assert (snapshot.lateness.count, snapshot.lateness.worst) == (1, 0.25)


def test_a_message_that_left_is_never_told_before_the_go_that_sent_it() -> None:
    """The MIDI process may have played a note, and its thread here told so, before the dispatcher came to a flush."""
    outbox = Outbox()
    outbox.belongs_here()
    refused = [GoRefused(due=float(n), reason="too soon", source="test") for n in range(4)]
    outbox.report(refused[0])
    outbox.report(refused[1])
    other = threading.Thread(target=outbox.report, args=(refused[2],))
    other.start()
    other.join()
    assert outbox.take(100) == refused[:3]
    outbox.flush()
    outbox.report(refused[3])
    outbox.flush()
    assert outbox.take(100) == refused[3:]


def test_the_reader_is_not_woken_in_the_middle_of_what_is_due() -> None:
    outbox = Outbox()
    outbox.belongs_here()
    taken: list[object] = []
    reader = threading.Thread(target=lambda: taken.extend(outbox.take(100)), daemon=True)
    reader.start()
    refused = [GoRefused(due=float(n), reason="too soon", source="test") for n in range(3)]
    for each in refused:
        outbox.report(each)
    assert not taken
    outbox.flush()
    reader.join(10.0)
    assert taken == refused


def test_the_reader_takes_so_many_at_a_time_and_all_in_the_end() -> None:
    outbox = Outbox()
    refused = [GoRefused(due=float(n), reason="too soon", source="test") for n in range(5)]
    for each in refused:
        outbox.report(each)
    assert [outbox.take(2) for _ in range(3)] == [refused[:2], refused[2:4], refused[4:]]


def test_nobody_reads_and_memory_stays_bounded() -> None:
    outbox = Outbox()
    sent = Sent(due=0.0, cue="1", device="d", to="x", message=OscMessage("/x"), sent=0.0)
    for _ in range(MOST + 100):
        outbox.report(sent)
    assert len(outbox.left(2 * MOST)) <= MOST + 1
    assert len(outbox.take_late()) == MOST
