"""Whose fixtures a group has, for what people park and highlight."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from showctl.model.selection import expand
from showctl.program.fixture_table import _members

PLACE = {f"a{n}": n for n in range(4)}
NAMES = [f"g{n}" for n in range(5)]


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from([*NAMES, *PLACE, "a1..a3", "nobody"]))))
def test_groups_in_groups_in_whatever_order(written: dict[str, list[str]]) -> None:
    """Only a group of those written before it is inside: there are no circles."""
    groups = {
        name: [each for each in selections if each not in NAMES or each < name] for name, selections in written.items()
    }

    def among(name: str) -> list[int]:
        if name in PLACE:
            return [PLACE[name]]
        return [found for each in groups.get(name, ()) for one in expand(each) for found in among(one)]

    assert {name: list(found) for name, found in _members(groups, PLACE).items()} == {
        name: list(dict.fromkeys(among(name))) for name in groups
    }


def test_a_circle_ends() -> None:
    assert set(_members({"g": ["h", "a1"], "h": ["g", "a2"]}, PLACE)["g"]) == {1, 2}
    assert np.array(list(_members({"g": []}, PLACE)["g"]), "<i4").tobytes() == b""
