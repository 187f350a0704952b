"""Every golden show plays as its timeline says, line by line."""

from pathlib import Path

import pytest

from tests.golden.scenario import scenarios, timeline


@pytest.mark.parametrize("show", scenarios(), ids=lambda path: path.stem)
def test_plays_as_written(show: Path) -> None:
    expected = show.with_suffix(".txt").read_text(encoding="utf-8")
    assert timeline(show).splitlines() == expected.splitlines()


def test_no_timeline_without_a_show() -> None:
    shows = {path.stem for path in scenarios()}
    assert {path.stem for path in Path(__file__).parent.glob("*.txt")} == shows
