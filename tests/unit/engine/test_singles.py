"""What people do with single cues while they play: skip a wait, send now, scrub."""

import pytest

from showctl.engine.command import Go, Pause, Resume, Seek, SendNow, SkipWait, StartCue
from showctl.engine.event import CueActed, CueEnded, CueStarted, Sent, Warned
from showctl.engine.snapshot import ActiveCue
from tests.unit.engine.full_stage import Bench

SHOW = """
showctl: 1
show: {title: Test}
devices:
  rig: {type: sacn, universes: 7, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:9000}
patch:
  - {id: a, fixture: generic/dimmer, at: 7.1}
  - {id: b, fixture: generic/dimmer, at: 7.2}
cues:
  - {cue: 1, light: {time: 0s, look: {a: 20%}}}
  - {cue: 2, pre-wait: 5s, continue: auto-continue, post-wait: 10s, osc: {device: desk, address: /two}}
  - {cue: 3, osc: {device: desk, address: /three}}
  - {cue: 4, light: {time: 10s, look: {a: full}}}
  - cue: 5
    group: timeline
    cues:
      - {cue: 5.1, light: {time: 4s, look: {b: full}}}
      - {cue: 5.2, at: 5s, osc: {device: desk, address: /five}}
      - {cue: 5.3, at: 8s, light: {time: 4s, look: {b: 0}}}
  - {cue: 6, wait: 1s}
"""


@pytest.fixture
def bench() -> Bench:
    return Bench(SHOW)


def active(bench: Bench, now: float) -> dict[str, ActiveCue]:
    return {each.cue: each for each in bench.play.player.active(now)}


def level(bench: Bench, now: float, slot: int = 0) -> int:
    return int(bench.play.mixer.levels(now)[0, slot])


def test_a_pre_wait_and_a_post_wait_are_over_at_once(bench: Bench) -> None:
    bench.do(0.0, StartCue(cue="2"))
    run = active(bench, 1.0)["2"].run
    events = bench.do(1.0, SkipWait(run=run))
    assert [(e.cue, e.due) for e in events if isinstance(e, CueActed | Sent)] == [("2", 1.0)] * 2
    events = bench.do(2.0, SkipWait(cue="2"))
    assert [(e.cue, e.due) for e in events if isinstance(e, CueStarted)] == [("3", 2.0)]
    assert [(e.cue, e.due) for e in bench.do(30.0) if isinstance(e, CueStarted)] == []
    (warned,) = bench.do(31.0, SkipWait(run=run))
    assert isinstance(warned, Warned)


def test_a_wait_that_is_paused_is_skipped_when_it_goes_on(bench: Bench) -> None:
    bench.do(0.0, StartCue(cue="2"))
    bench.do(1.0, Pause())
    bench.do(2.0, SkipWait(cue="2"))
    assert bench.sent(20.0) == []
    assert [(e.cue, e.due) for e in bench.do(21.0, Resume()) if isinstance(e, Sent)] == [("2", 21.0)]
    assert active(bench, 22.0)["2"].next_at == pytest.approx(31.0)


def test_what_a_cue_does_is_sent_now_without_a_run(bench: Bench) -> None:
    standby = bench.play.player.lists()[0].standby
    events = bench.do(0.0, SendNow(cue="2"), SendNow(cue="4"))
    assert [(e.cue, e.due) for e in events if isinstance(e, Sent)] == [("2", 0.0)]
    assert (level(bench, 0.0), active(bench, 0.0)) == (255, {})
    assert bench.play.player.lists()[0].standby == standby
    for cue in ("5", "6"):
        (warned,) = bench.do(1.0, SendNow(cue=cue))
        assert isinstance(warned, Warned)


def test_a_paused_fade_is_scrubbed_from_where_the_cues_before_leave_light(bench: Bench) -> None:
    bench.do(0.0, Go())
    bench.do(1.0, StartCue(cue="4"))
    bench.do(9.0, Pause())
    assert level(bench, 9.0) == pytest.approx(0.84 * 255, abs=1)
    for at in (2.0, 9.0, 5.0):
        bench.do(10.0, Seek(run=active(bench, 10.0)["4"].run, at=at))
        assert level(bench, 10.0) == pytest.approx((0.2 + 0.08 * at) * 255, abs=1)
        assert active(bench, 10.0)["4"].state == "paused"
    bench.do(20.0, Resume())
    assert level(bench, 22.5) == pytest.approx(0.8 * 255, abs=1)
    assert [(e.cue, e.due) for e in bench.do(30.0) if isinstance(e, CueEnded)] == [("4", 25.0)]


def test_a_timeline_is_scrubbed_with_all_inside_and_sends_nothing_of_its_past(bench: Bench) -> None:
    bench.do(0.0, StartCue(cue="5"))
    bench.do(2.0, Pause())
    events = bench.do(3.0, Seek(run=active(bench, 3.0)["5"].run, at=10.0))
    assert not [e for e in events if isinstance(e, Sent)]
    assert level(bench, 3.0, 1) == pytest.approx(128, abs=1)
    events = bench.do(4.0, Seek(run=active(bench, 4.0)["5"].run, at=1.0))
    assert level(bench, 4.0, 1) == pytest.approx(64, abs=1)
    bench.do(5.0, Resume())
    assert [(e.cue, e.due) for e in bench.do(9.5) if isinstance(e, Sent)] == [("5.2", 9.0)]
    assert not [e for e in bench.do(15.9) if isinstance(e, CueEnded) and e.cue == "5"]
    assert [(e.cue, e.due) for e in bench.do(17.0) if isinstance(e, CueEnded)] == [("5.3", 16.0), ("5", 16.0)]


def test_what_cannot_be_scrubbed_says_why_and_stays(bench: Bench) -> None:
    bench.do(0.0, StartCue(cue="5"), StartCue(cue="2"))
    run = active(bench, 1.0)["5"].run
    refused = [Seek(run=run, at=3.0)]
    said = [e.text for e in bench.do(1.0, *refused) if isinstance(e, Warned)]
    bench.do(1.5, Pause())
    inside = active(bench, 2.0)["5.1"].run
    refused = [Seek(run=inside, at=1.0), Seek(run=run, at=99.0), Seek(run=run, at=-1.0), Seek(run=999, at=1.0)]
    refused.append(Seek(run=active(bench, 2.0)["2"].run, at=15.0))
    said += [e.text for e in bench.do(2.0, *refused) if isinstance(e, Warned)]
    assert len(said) == 6
    assert active(bench, 2.0)["5"].run == run
