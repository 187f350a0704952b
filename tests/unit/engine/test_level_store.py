"""The mapped file: what was written is read, and nothing else ever is."""

import stat
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.engine.level_store import LevelReader, LevelStore

UNIVERSES = (1, 7, 63_999)


def random_levels(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (3, 512)).astype(np.uint8)


TOUCHED = np.array([True, False, True])


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "levels"
    store = LevelStore.create(path, UNIVERSES, parameters=2, digest="ab" * 32)
    reader = LevelReader(path)
    for seed in range(5):
        store.write(random_levels(seed), TOUCHED, np.array([0.25, seed / 8]))
        stored = reader.stored()
        assert stored is not None
        assert stored.universes == UNIVERSES
        assert stored.digest == "ab" * 32
        assert (stored.levels == random_levels(seed)).all()
        assert (stored.touched == TOUCHED).all()
        assert stored.values.tolist() == [0.25, seed / 8]
    read = reader.read()
    assert read is not None
    assert read[0] == UNIVERSES
    store.close()
    assert reader.read() is not None  # the file outlives its writer


def test_nothing_written_yet_is_nothing_to_read(tmp_path: Path) -> None:
    LevelStore.create(tmp_path / "levels", UNIVERSES).close()
    assert LevelReader(tmp_path / "levels").read() is None
    assert LevelReader(tmp_path / "none").read() is None
    assert LevelReader(tmp_path).read() is None


def test_a_show_without_universes(tmp_path: Path) -> None:
    store = LevelStore.create(tmp_path / "levels", ())
    store.write(np.zeros((0, 512), np.uint8), np.zeros(0, np.bool_), np.zeros(0))
    read = LevelReader(tmp_path / "levels").read()
    assert read is not None
    assert read[1].shape == (0, 512)


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with file modes")
def test_for_its_user_only(tmp_path: Path) -> None:
    LevelStore.create(tmp_path / "levels", UNIVERSES).close()
    assert stat.S_IMODE((tmp_path / "levels").stat().st_mode) == 0o600


def test_a_new_store_leaves_readers_of_the_old_one_alone(tmp_path: Path) -> None:
    path = tmp_path / "levels"
    old = LevelStore.create(path, UNIVERSES)
    old.write(random_levels(1), TOUCHED)
    new = LevelStore.create(path, (5,))
    old.write(random_levels(2), TOUCHED)  # into a file that has no name any more
    assert LevelReader(path).read() is None
    new.write(np.full((1, 512), 9, np.uint8), np.array([True]))
    read = LevelReader(path).read()
    assert read is not None
    assert read[0] == (5,)
    assert list(tmp_path.iterdir()) == [path]


def test_a_writer_killed_in_the_middle_leaves_the_write_before(tmp_path: Path) -> None:
    path = tmp_path / "levels"
    store = LevelStore.create(path, UNIVERSES)
    store.write(random_levels(1), TOUCHED)
    before = path.read_bytes()
    store.write(random_levels(2), TOUCHED)
    after = path.read_bytes()
    changed = [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    for cut in (*range(0, len(changed), 97), len(changed) - 1):
        torn = bytearray(before)
        for at in changed[:cut]:
            torn[at] = after[at]
        path.write_bytes(torn)
        read = LevelReader(path).read()
        assert read is not None
        assert (read[1] == random_levels(1)).all()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_garbage_is_never_levels(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "levels"
    store = LevelStore.create(path, UNIVERSES, parameters=3)
    store.write(random_levels(1), TOUCHED, np.zeros(3))
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.sampled_from((len(content), 0, 1, 40, 200, len(content) - 1)))]
    path.write_bytes(content)
    read = LevelReader(path).read()
    assert read is None or ((read[1] == random_levels(1)).all() and read[0] == UNIVERSES)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_junk_is_nothing(tmp_path: Path, junk: bytes) -> None:
    for content in (junk, b"SHOWCTLV" + junk, b"SHOWCTLV\x01\0\0\0" + junk):
        (tmp_path / "levels").write_bytes(content)
        assert LevelReader(tmp_path / "levels").read() is None


def test_numbers_are_kept_by_name(tmp_path: Path) -> None:
    path = tmp_path / "levels"
    store = LevelStore.create(path, UNIVERSES, parameters=2, names=("grand", "Bühne 2", "#blackout"))
    store.write(random_levels(1), TOUCHED, np.array([0.25, 0.5]), {"grand": 0.1, "#blackout": 1.0, "unknown": 3.0})
    stored = LevelReader(path).stored()
    assert stored is not None
    assert stored.named == {"grand": 0.1, "Bühne 2": 0.0, "#blackout": 1.0}
    assert stored.values.tolist() == [0.25, 0.5]
    assert (stored.levels == random_levels(1)).all()
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there a mapped file cannot be renamed")
def test_one_that_waits_leaves_what_is_there_until_it_has_levels(tmp_path: Path) -> None:
    path = tmp_path / "levels"
    LevelStore.create(path, UNIVERSES).write(random_levels(1), TOUCHED)
    reader = LevelReader(path)
    LevelStore.create(path, UNIVERSES, waits=True).close()
    second = LevelStore.create(path, UNIVERSES, waits=True)
    assert (read := reader.read()) is not None
    assert (read[1] == random_levels(1)).all()
    for seed in (2, 3):
        second.write(random_levels(seed), TOUCHED)
        assert (read := reader.read()) is not None
        assert (read[1] == random_levels(seed)).all()
    second.close()
    assert [file.name for file in tmp_path.iterdir()] == ["levels"]
