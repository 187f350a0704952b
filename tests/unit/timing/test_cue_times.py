"""The times of one cue."""

import pytest

from showctl.model.cue import Continue
from showctl.timing.cue_times import CueTimes, cue_times
from tests.unit.engine.programs import cue

NONE, CONTINUE, FOLLOW = Continue.NONE, Continue.AUTO_CONTINUE, Continue.AUTO_FOLLOW


@pytest.mark.parametrize(
    ("follows", "times"),
    [
        (NONE, CueTimes(11.0, 15.0, None)),
        (CONTINUE, CueTimes(11.0, 15.0, 13.0)),
        # The post-wait has no part in an auto-follow.
        (FOLLOW, CueTimes(11.0, 15.0, 15.0)),
    ],
)
def test_cue_times(follows: Continue, times: CueTimes) -> None:
    assert cue_times(cue("1", pre_wait=1.0, post_wait=2.0, duration=4.0, continue_=follows), 10.0) == times
