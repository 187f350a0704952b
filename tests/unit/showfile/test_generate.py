"""Generated shows: they have what was asked for, load without a problem, and are the same each time."""

import time

import pytest

from showctl.cues.registry import type_of
from showctl.model.address import DmxAddress
from showctl.model.selection import expand
from showctl.showfile.generate import generate, starter
from showctl.showfile.load import load_text


@pytest.mark.parametrize(("cues", "universes"), [(1, 1), (2, 2), (10, 1), (60, 4), (200, 9), (500, 64)])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_generated(cues: int, universes: int, seed: int) -> None:
    text = generate(cues, universes, seed)
    show = load_text(text).show
    assert len(list(show.walk())) == cues
    assert len(show.run_of_show) >= 10
    assert show.logistics
    used = {at.universe for entry in show.patch for at in entry.at if isinstance(at, DmxAddress)}
    assert used == set(range(1, universes + 1))
    assert text == generate(cues, universes, seed)
    assert text != generate(cues, universes, seed + 1)
    for device in show.devices.values():
        if device.type != "midi":
            targets = device.to if device.type == "sacn" else (device.to,)
            assert {t.host for t in targets} == {"127.0.0.1"}


def test_a_large_one_has_everything() -> None:
    show = load_text(generate(1000, 8)).show
    cues = [cue for _, cue in show.walk()]
    assert {type_of(cue) for cue in cues} == {"light", "audio", "video", "osc", "midi", "wait", "group"}
    assert {cue.continue_ for cue in cues} == {"none", "auto-continue", "auto-follow"}
    assert sum(cue.starts_segment is not None for cue in cues) == len(show.run_of_show)
    assert any(cue.notes for cue in cues)
    assert sum(len(expand(entry.id)) for entry in show.patch) > 200


def test_sizes_that_make_no_sense() -> None:
    for cues, universes in ((0, 1), (1, 0), (10**6, 1), (1, 10**6), (-1, 1)):
        with pytest.raises(ValueError, match=r"; write 1 to"):
            generate(cues, universes)


@pytest.mark.parametrize("title", ["New show", 'The "Big" One', "C:\\shows", "1.10", "#1 hit: live", "ü"])
def test_starter(title: str) -> None:
    show = load_text(starter(title)).show
    assert show.info.title == title
    assert len(show.cues) == 4


def test_five_thousand_cues_load_in_time() -> None:
    """The aim is well under 4 s; about 0.7 s here. The processor's time, so that a busy machine changes nothing."""
    text = generate(5000, 64)
    start = time.process_time()
    load_text(text)
    assert time.process_time() - start < 4
