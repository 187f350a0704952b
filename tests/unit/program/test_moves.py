"""Moves: what looks do to parameters, with times of fixtures' own."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from pydantic import TypeAdapter

from showctl.fixtures.library import Library
from showctl.model.look import Look
from showctl.model.parameter_kind import CATEGORIES
from showctl.model.patch import PatchEntry
from showctl.program.look_fade import LookFades
from showctl.program.moves import Moves
from showctl.program.patch_table import PatchTable, patch_table
from showctl.shipped import shipped

_LOOK = TypeAdapter(Look)


@pytest.fixture
def table() -> PatchTable:
    entries = (("front1..front4", "generic/dimmer"), ("spot1..spot3", "generic/moving-spot"))
    patch = [PatchEntry.model_validate({"id": name, "fixture": profile}) for name, profile in entries]
    return patch_table(patch, Library(shipped("fixtures_library")), None, [])


@pytest.fixture
def looks(table: PatchTable) -> LookFades:
    return LookFades(table, {"front": ["front1..front4"]})


def named(table: PatchTable, looks: LookFades, moves: Moves) -> dict[str, tuple[float, str, bool]]:
    """Target, category and snap by `fixture/parameter`."""
    sorts = looks.sorts
    return {
        "/".join(sorts.parameter(row)): (level, CATEGORIES[sorts.kind[row]], bool(sorts.snaps[row]))
        for row, level in zip(moves.parameters.tolist(), moves.targets.tolist(), strict=True)
    }


def moved(looks: LookFades, look: Mapping[str, Any]) -> Moves:
    return looks.moves(_LOOK.validate_python(look), ("look",))


def test_what_each_parameter_is(table: PatchTable, looks: LookFades) -> None:
    moves = moved(
        looks, {"spot1": {"gobo": "10%", "intensity": "full", "pan": "0", "colour": "#00ffff"}, "front1": "50"}
    )
    assert named(table, looks, moves) == {
        "front1/intensity": (0.5, "intensity", False),
        "spot1/intensity": (1.0, "intensity", False),
        "spot1/pan": (0.5, "position", False),
        "spot1/cyan": (1.0, "colour", False),
        "spot1/magenta": (0.0, "colour", False),
        "spot1/yellow": (0.0, "colour", False),
        "spot1/colour wheel": (pytest.approx(6 / 255), "colour", True),
        "spot1/gobo": (pytest.approx(0.1), "beam", True),
    }
    assert np.isnan(moves.time).all()
    assert np.isnan(moves.delay).all()


def test_the_later_line_counts_with_its_own_times(table: PatchTable, looks: LookFades) -> None:
    look = {
        "front": {"intensity": "20%", "time": "3s"},
        "front2": {"intensity": "full", "delay": "1s"},
        "front3": "40%",
    }
    moves = moved(looks, look)
    assert moves.targets.tolist() == pytest.approx([0.2, 1.0, 0.4, 0.2])
    np.testing.assert_array_equal(moves.time, np.array([3, np.nan, np.nan, 3], np.float32))
    np.testing.assert_array_equal(moves.delay, np.array([np.nan, 1, np.nan, np.nan], np.float32))


def test_an_empty_look_moves_nothing(looks: LookFades) -> None:
    assert len(moved(looks, {}).parameters) == 0
    assert looks.fade({}, 1.0, ()) == ()


def test_equal_looks_are_made_once(looks: LookFades) -> None:
    assert moved(looks, {"front": "50%"}) is moved(looks, {"front": "50%"})
