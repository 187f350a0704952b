"""Each test of faults has a network, a runtime folder and a show of its own, and ends the engines that it started."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults import stage

if sys.platform != "linux":
    collect_ignore_glob = ["test_*"]


@pytest.fixture(autouse=True)
def own_world(netns: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield
    stage.end_engines()


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "faults.yaml"
    path.write_text(stage.SHOW)
    return path


@pytest.fixture
def wire() -> Iterator[stage.Wire]:
    with stage.listening() as wire:
        yield wire


@pytest.fixture
def console(own_world: None) -> Iterator[Callable[[Path], stage.Console]]:
    """Starts consoles; they are killed at the end if they still run."""
    started: list[stage.Console] = []

    def start(show: Path) -> stage.Console:
        started.append(stage.Console(show))
        return started[-1]

    yield start
    for each in started:
        each.close()
