"""Of many rows that run every other one is painted each time."""

from showctl.ui.motion import FEW, Halves


def test_few_are_all_painted_and_of_many_each_every_second_time() -> None:
    halves = Halves[int]()
    few, many = range(FEW), range(FEW + 5)
    assert halves.next(few) == halves.next(few) == few
    one, other = halves.next(many), halves.next(many)
    assert sorted([*one, *other]) == [*many]
    assert halves.next(many) == one
