"""A fixture id with spaces inside its quotes once ended `check` with a ValueError instead of a problem."""

from pathlib import Path

import pytest

from showctl.program.opening import open_show
from showctl.showfile.report import Refused


def test_problem_of_a_fixture_whose_id_has_spaces_is_located(tmp_path: Path) -> None:
    show = tmp_path / "show.yaml"
    show.write_text("showctl: 1\nshow: {title: T}\npatch:\n  - {id: ' a1 ', fixture: nope}\n")
    with pytest.raises(Refused) as refused:
        open_show(show)
    assert [p.line for p in refused.value.problems] == [4]
