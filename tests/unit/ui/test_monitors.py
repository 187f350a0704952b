"""What the monitors work out: slots, cells, whose a level is. No window."""

from pathlib import Path

import numpy as np

from showctl.engine.source import Source
from showctl.program.opening import open_to_play
from showctl.ui.monitors.cells import Changes, columns_for, laid, moved
from showctl.ui.monitors.level_text import address_text, level_text
from showctl.ui.monitors.rates import Rates
from showctl.ui.monitors.slot_map import SlotMap
from showctl.ui.monitors.source_words import below_words, source_words

DEMO = Path(__file__).resolve().parents[3] / "shows" / "demo.yaml"


def test_each_slot_of_the_patch_is_known_by_fixture_parameter_and_byte() -> None:
    found = SlotMap(open_to_play(DEMO).program)
    dimmer, first, second = found.of(1)[2], found.of(2)[1], found.of(2)[2]
    assert (dimmer.fixture, dimmer.words) == ("front2", "intensity")
    assert first.fixture == second.fixture == "spot1"
    words = [slot.words for slot in found.of(2).values() if slot.fixture == "spot1"]
    assert {"pan coarse", "pan fine", "tilt coarse", "tilt fine"} <= set(words)
    assert found.slots_of("spot2")[0] == (2, len(words) + 1)
    assert found.of(99) == {}
    assert found.slots_of("nobody") == []
    assert 500 not in found.of(1)


def test_levels_are_written_in_three_ways() -> None:
    assert [level_text(each, "255") for each in (0, 118, 255)] == ["0", "118", "255"]
    assert [level_text(each, "%") for each in (0, 118, 255)] == ["0", "46", "100"]
    assert [level_text(each, "hex") for each in (0, 118, 255)] == ["00", "76", "FF"]
    assert address_text(2, 7) == "2.007"


def test_a_level_is_fresh_for_a_third_of_a_second_after_it_changed() -> None:
    changes, levels = Changes(), np.zeros(512, np.uint8)
    assert not changes.take(levels, 1.0).any(), "what is seen first has not changed"
    levels[4] = 9
    assert np.flatnonzero(changes.take(levels, 1.1)).tolist() == [4]
    assert changes.take(levels, 1.35)[4]
    assert not changes.take(levels, 1.45).any()
    changes.forget()
    assert not changes.take(np.ones(512, np.uint8), 1.5).any()


def test_a_grid_is_laid_of_pictures_row_by_row() -> None:
    pictures = np.arange(512, dtype=np.uint32).repeat(6).reshape(512, 2, 3)
    image = laid(pictures, np.arange(512), 16)
    assert image.shape == (64, 48)
    assert image[0, 0] == 0
    assert image[1, 47] == 15
    assert image[2, 0] == 16
    assert image[63, 47] == 511
    assert columns_for(500, 900, 27, 23) == 16
    assert columns_for(900, 400, 27, 23) == 32
    assert columns_for(300, 400, 27, 23) == 8
    assert moved(1, 16, 1, 0) == 2
    assert moved(1, 16, 0, 1) == 17
    assert [moved(1, 16, -1, 0), moved(512, 16, 0, 1)] == [1, 512], "it stays in the grid"


def test_whose_a_level_is_reads_as_a_person_says_it() -> None:
    labels = {"38.1": "38.1 Winner chase", "37": "37 Podium special"}
    below = (Source("tracked", 112 / 255, cue="37", by="38.1"),)
    source = Source("cue", 118 / 255, cue="38.1", moving=True, below=below)
    assert source_words(source, labels.__getitem__) == "38.1 Winner chase, moving"
    assert below_words(source, labels.__getitem__, "255") == [
        "37 Podium special, brought back by 38.1 Winner chase 112"
    ]
    over = Source("master", 0.4, name="stage", below=(Source("rest", 0.0),))
    assert source_words(over, str) == "master stage at 40%"
    assert below_words(over, str, "%") == ["at rest: nothing moves it 0"]
    kinds = ("rest", "nobody", "panic", "park", "highlight", "override")
    assert all(source_words(Source(kind, 0.5), str) for kind in kinds)
    assert source_words(Source("master", 0.0, name="blackout"), str) == "blackout"


def test_what_leaves_a_second_is_measured_over_two_seconds() -> None:
    rates = Rates()
    assert rates.rate("rig", 100, 10.0) == 0
    assert [round(rates.rate("rig", 100 + 44 * n, 10.0 + n)) for n in range(1, 6)] == [44] * 5
    assert rates.rate("rig", 320, 16.0) == 22
    assert rates.rate("rig", 320, 18.0) == 0
    assert rates.rate("rig", 3, 18.5) == 0, "another engine"
    assert rates.rate("desk", 9, 1.0) == 0
