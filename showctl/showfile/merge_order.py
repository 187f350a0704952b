"""The order of things that two people rearranged: mine, with what the others put in beside the same neighbours."""

from collections.abc import Collection, Hashable, Sequence
from typing import TypeVar

from showctl.showfile.order import staying

T = TypeVar("T", bound=Hashable)


def merged_order(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T], here: Collection[T]) -> list[T]:
    """What is `here` in the end, in order. Of two things put in at one place mine comes first; what only they moved
    stands where they put it, what both moved where I did.
    """
    moved = _moved(base, theirs) - _moved(base, mine)
    order = [each for each in mine if each in here and each not in moved]
    there, known = set(order), set(theirs)
    after: T | None = None
    for each in theirs:
        if each in here and each not in there:
            at = order.index(after) + 1 if after is not None else 0
            while at < len(order) and order[at] not in known:
                at += 1
            order.insert(at, each)
            there.add(each)
        if each in there:
            after = each
    order += [each for each in base if each in here and each not in there]
    return order


def _moved(base: Sequence[T], now: Sequence[T]) -> set[T]:
    """What stands elsewhere than before among what is in both."""
    places = {each: at for at, each in enumerate(base)}
    common = [each for each in now if each in places]
    stayed = staying([places[each] for each in common])
    return {each for at, each in enumerate(common) if at not in stayed}
