"""The parts of the rig page that need no window: rows, words, changes, places."""

import numpy as np
import pytest
from PySide6.QtTest import QAbstractItemModelTester

from showctl.model.patch import PatchEntry
from showctl.program.opening import open_to_play
from showctl.ui.models.rig_rows import RigRows
from showctl.ui.monitors.beam import DOWN
from showctl.ui.monitors.placing import moved, placed
from showctl.ui.monitors.rig_changes import RigChanges
from showctl.ui.monitors.rig_light import Lit, lamps
from showctl.ui.monitors.slot_map import SlotMap
from showctl.ui.rig_words import beam_words, colour_words, intensity_words, position_words
from tests.unit.ui.test_monitors import DEMO


def test_rows_are_the_patch_and_its_groups_and_are_found_by_name_group_and_address() -> None:
    opened = open_to_play(DEMO)
    model = RigRows()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.follow(opened.show.patch, opened.program, SlotMap(opened.program))
    titles = [row.title for row in model.rows]
    assert titles[:2] == ["front1..front8", "podium"]
    assert {"Groups", "talking"} <= set(titles)
    assert model.fixtures == sum(len(row.fixtures) for row in model.rows[: titles.index("Groups")])
    model.take({f"front{n}": Lit(n / 10, (1, 0, 0), DOWN, 20) for n in range(1, 9)})
    assert (model.rows[0].level, model.rows[0].colour[3:]) == ("10..80", "0000")
    for text, found in (("specials", "podium"), ("2.001", "spot1..spot6"), ("blinder", "blind1..blind4")):
        model.find(text)
        assert found in [row.title for row in model.rows], text
    model.find("nothing like it")
    assert model.rows == []


def test_what_lamps_do_is_said_from_the_least_to_the_most() -> None:
    some = [Lit(0.2, (1, 1, 0), DOWN, 20, pan=-18, tilt=42), Lit(0.8, (1, 1, 0), DOWN, 20, "strobes", 18, 42)]
    assert intensity_words(some) == "20..80"
    assert colour_words(some) == ("#ffff00", "#ffff00")
    assert colour_words([some[0], some[1]._replace(colour=(0, 0, 1))]) == ("several", "")
    assert position_words(some) == "pan −18..18°, tilt 42°"
    assert beam_words(some) == "20° wide, shutter strobes"
    assert intensity_words([]) == position_words([]) == beam_words([]) == ""


def test_only_lamps_whose_slots_changed_are_worked_out_anew() -> None:
    opened = open_to_play(DEMO)
    every = lamps(opened.show.patch, SlotMap(opened.program))
    levels = {universe: np.zeros(512, np.uint8) for universe in opened.program.universes}
    changes = RigChanges()
    first = changes.lit(every, lambda universe: levels[universe].copy())
    levels[1][1] = 255
    second = changes.lit(every, lambda universe: levels[universe].copy())
    assert [lamp.name for lamp, a, b in zip(every, first, second, strict=True) if a is not b] == ["front2"]
    assert changes.lit(every, lambda universe: levels[universe].copy()) is second


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (("a1",), "[[-2, 0, 6], [3, 0, 6]]"),
        (("a3",), "[[-3, 0, 6], [4, 0, 6]]"),
        (("a2",), "[[-2, 0, 6], [4, 0, 6]]"),
        (("a1", "a2", "a3"), "[[-2, 0, 6], [4, 0, 6]]"),
    ],
)
def test_an_end_of_a_range_is_moved_alone_and_its_middle_takes_all_along(names: tuple[str, ...], written: str) -> None:
    entry = PatchEntry.model_validate(
        {"id": "a1..a3", "fixture": "generic/dimmer", "position": [[-3, 0, 6], [3, 0, 6]]}
    )
    edit = moved([entry], names, (1.01, 0.0, 0.0))
    assert edit is not None
    assert [each.value for each in edit.edits] == [written]  # type: ignore[union-attr]  # it sets
    assert moved([entry], names, (0.001, 0.0, 0.0)) is None
    assert moved([entry], ("b",), (1.0, 0.0, 0.0)) is None


def test_a_range_that_has_no_place_gets_one_in_a_row() -> None:
    entry = PatchEntry.model_validate({"id": "a1..a3", "fixture": "generic/dimmer"})
    edit = placed([entry], ["a1..a3"], (0.0, 1.02, 5.0))
    assert edit is not None
    assert edit.name == "a1..a3 placed"
    assert [each.value for each in edit.edits] == ["[[-0.6, 1, 5], [0.6, 1, 5]]"]  # type: ignore[union-attr]
    assert placed([entry], ["b"], (0.0, 0.0, 0.0)) is None
