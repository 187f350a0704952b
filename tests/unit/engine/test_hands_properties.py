"""Whatever hands do, in whatever order: nothing is raised, and when they let go it is as if they had done nothing."""

from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.command import AnyCommand, Flash, Highlight, MoveFader, Park, SetBlackout, SetMaster, Unpark
from showctl.engine.parking import MOST_PARKED
from tests.unit.engine.hands import Rig
from tests.unit.engine.test_hands import FIXTURES, PARAMETERS
from tests.unit.engine.test_mixer import fade

NAMES = ("spot", "house", "par", "all", "lit", "spot1..spot9", "spot/pan", "par/intensity", "par/red", "all/intensity")
WHAT = st.sampled_from((*NAMES, "1.1", "1.6", "1.512", "1.0", "2.1", "", "x", "spot/", "/", "1/2"))
LEVEL = st.sampled_from((0.0, 0.25, 0.5, 1.0, 1.5, -1.0, float("nan")))
MASTER = st.sampled_from(("grand", "nobody"))
HAND: st.SearchStrategy[AnyCommand] = st.one_of(
    st.builds(Park, what=WHAT, level=st.none() | LEVEL),
    st.builds(Unpark, what=st.none() | WHAT),
    st.builds(Highlight, fixtures=st.lists(WHAT, max_size=3).map(tuple), on=st.booleans()),
    st.builds(Flash, master=MASTER, on=st.booleans(), holder=st.sampled_from("ab")),
    st.builds(MoveFader, master=MASTER, level=LEVEL, fader=st.sampled_from("fg")),
    st.builds(SetMaster, master=st.just("grand"), level=st.sampled_from((0.0, 0.5, 1.0))),
    st.builds(SetBlackout, on=st.booleans()),
)
MOVE = st.dictionaries(st.integers(0, 6), st.sampled_from((0.0, 0.3, 1.0)), min_size=1, max_size=3)
LET_GO = (
    Unpark(),
    Highlight(fixtures=(), on=False),
    Flash(master="grand", on=False, holder="a"),
    Flash(master="grand", on=False, holder="b"),
    SetMaster(master="grand", level=1.0),
    SetBlackout(on=False),
)


@given(st.lists(HAND | MOVE, max_size=25))
def test_when_they_let_go_it_is_as_if_they_had_done_nothing(steps: list[AnyCommand | dict[int, float]]) -> None:
    one, other = Rig(PARAMETERS, FIXTURES), Rig(PARAMETERS, FIXTURES)
    now = 0.0
    for step in steps:
        now += 0.5
        if isinstance(step, dict):
            for rig in (one, other):
                rig.mixer.fade(1, now, fade(1.0, step))
        else:
            one.tell(now, step)
        assert one.mixer.levels(now).shape == other.mixer.levels(now).shape
        assert len(one.playback.hands.parked) <= MOST_PARKED
        assert all(0.0 <= each.level <= 1.0 for each in one.playback.hands.parked)
    for command in LET_GO:
        one.tell(now, command)
    assert one.playback.hands.parked == one.playback.hands.highlighted == ()
    assert one.playback.hands.note() == b""
    assert (one.mixer.levels(now) == other.mixer.levels(now)).all()
    assert (one.mixer.levels(now + 9.0) == other.mixer.levels(now + 9.0)).all()


@given(st.lists(HAND, max_size=12), MOVE)
def test_the_next_engine_sends_the_same(steps: list[AnyCommand], light: dict[int, float]) -> None:
    one, other = Rig(PARAMETERS, FIXTURES), Rig(PARAMETERS, FIXTURES)
    one.mixer.fade(1, 0.0, fade(0.0, light))
    for now, step in enumerate(steps, 1):
        one.tell(float(now), step)
    for command in LET_GO[2:4]:  # keys are not held for another engine
        one.tell(20.0, command)
    out = one.mixer.levels(20.0).copy()
    hands, next_hands = one.playback.hands, other.playback.hands
    other.mixer.masters.restore(one.mixer.masters.stored(20.0))
    other.mixer.restore(out, one.mixer.touched, one.mixer.values)
    assert next_hands.go_on_from(next_hands.noted(hands.note(), out), 0.0) == []
    assert (other.mixer.levels(0.0) == out).all()
    assert [each.what for each in next_hands.parked] == [each.what for each in hands.parked]
    assert next_hands.highlighted == hands.highlighted
