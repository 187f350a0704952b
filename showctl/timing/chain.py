"""Chains: the cues that follow one another by themselves after one GO."""

from collections.abc import Sequence

from showctl.model.cue import Continue


def chain_ends(continues: Sequence[Continue]) -> tuple[int, ...]:
    """For each cue of a list, in order, the index of the first cue that its chain does not start.

    A chain goes on as long as its cues continue, so this is where standby moves on a GO; the length of the list at its
    end.
    """
    ends = [0] * len(continues)
    end = len(continues)
    for index in range(len(continues) - 1, -1, -1):
        if continues[index] is Continue.NONE:
            end = index + 1
        ends[index] = end
    return tuple(ends)
