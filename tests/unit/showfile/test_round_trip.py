"""Shows as Hypothesis makes them: they load, and the way in which the YAML is written changes nothing."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.showfile.load import load_text
from tests.strategies import STYLES, dumped, shows

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(shows(), st.sampled_from(STYLES))
def test_the_style_of_the_yaml_means_nothing(tree: dict[str, Any], style: str) -> None:
    loaded = load_text(dumped(tree))
    other = load_text(dumped(tree, style))
    assert other.show == loaded.show
    assert [i for i, _ in loaded.show.walk()] == [i for i, _ in other.show.walk()]


@SETTINGS
@given(shows())
def test_every_cue_has_its_place(tree: dict[str, Any]) -> None:
    text = dumped(tree)
    loaded = load_text(text, "f")
    lines = text.splitlines()
    for identity, cue in loaded.show.walk():
        path = loaded.source.cue_path(identity)
        _, line, column = loaded.source.locate((*path, "cue"))
        assert lines[line - 1][column - 1 :].strip().strip("'\"") == cue.number


@SETTINGS
@given(shows(), st.data())
def test_one_mistake_is_one_problem_at_its_place(tree: dict[str, Any], data: st.DataObject) -> None:
    from showctl.showfile.load import Refused

    if not tree["cues"]:
        return
    index = data.draw(st.integers(0, len(tree["cues"]) - 1))
    tree["cues"][index]["armed"] = "perhaps"
    text = dumped(tree)
    try:
        load_text(text)
    except Refused as refused:
        (problem,) = refused.problems
        assert problem.path == ("cues", index, "armed")
        assert text.splitlines()[problem.line - 1][problem.column - 1 :] == "perhaps"
    else:
        raise AssertionError("perhaps is neither yes nor no")
