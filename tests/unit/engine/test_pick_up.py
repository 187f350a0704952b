"""Pick-up: faders take a master only where they meet it."""

from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.pick_up import TOLERANCE, PickUp


def test_a_fader_takes_its_master_where_it_meets_it_and_keeps_it() -> None:
    faders = PickUp()
    assert not faders.moved("a", "grand", 0.0, 1.0)
    assert not faders.moved("a", "grand", 0.9, 1.0)
    assert faders.moved("a", "grand", 0.99, 1.0)
    assert faders.moved("a", "grand", 0.2, 0.99)  # however fast: it holds it


def test_a_fader_takes_its_master_where_it_crosses_it() -> None:
    faders = PickUp()
    assert not faders.moved("a", "grand", 0.2, 0.5)
    assert faders.moved("a", "grand", 0.8, 0.5)
    faders = PickUp()
    assert not faders.moved("a", "grand", 0.8, 0.5)
    assert faders.moved("a", "grand", 0.2, 0.5)


def test_one_that_is_seen_for_the_first_time_jumps_nowhere() -> None:
    faders = PickUp()
    assert not faders.moved("a", "grand", 0.3, 1.0)
    assert faders.moved("b", "grand", 0.3, 0.3)


def test_what_something_else_moves_is_lost_and_met_again() -> None:
    faders = PickUp()
    assert faders.moved("a", "grand", 1.0, 1.0)
    assert not faders.moved("a", "grand", 0.9, 0.4)  # a cue has taken it down
    assert faders.moved("a", "grand", 0.3, 0.4)


def test_each_fader_and_each_master_for_itself() -> None:
    faders = PickUp()
    assert faders.moved("a", "grand", 1.0, 1.0)
    assert not faders.moved("a", "band", 0.9, 0.1)
    assert not faders.moved("b", "grand", 0.5, 1.0)
    assert faders.moved("a", "grand", 0.5, 1.0)
    assert faders.moved("b", "grand", 0.51, 0.5)  # where it stood when the other came by


_levels = st.integers(0, 127).map(lambda n: n / 127)
_moves = st.lists(st.tuples(st.sampled_from(["a", "b", "cue"]), _levels), max_size=60)


@given(_moves, _levels)
def test_nothing_ever_jumps_further_than_a_fader_moved(moves: list[tuple[str, float]], stands: float) -> None:
    faders, at = PickUp(), dict[str, float]()
    for who, level in moves:
        if who == "cue":
            stands = level
            continue
        takes = faders.moved(who, "grand", level, stands)
        own = abs(level - at[who]) if who in at else 0.0
        assert not takes or abs(level - stands) <= own + TOLERANCE + 1e-12
        stands = level if takes else stands
        at[who] = level


@given(st.lists(_levels, min_size=1, max_size=40), _levels)
def test_one_that_goes_all_the_way_down_and_up_has_it(moves: list[float], stands: float) -> None:
    faders = PickUp()
    for level in (*moves, 0.0, 1.0):
        if faders.moved("a", "grand", level, stands):
            stands = level
    assert stands == 1.0
