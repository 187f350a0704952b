"""The examples of docs/cues.md load, compile, and take as long as the page says."""

import re
from pathlib import Path

import pytest

from showctl.cues.registry import CUE_TYPES
from showctl.host.simulate import simulate
from showctl.program.opening import opened
from showctl.program.program import Program
from showctl.showfile.load import load_text

PAGE = (Path(__file__).parents[3] / "docs" / "cues.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
RIG = """
showctl: 1
show: {title: Page}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, profile: behringer/x32, to: 127.0.0.1}
  media: {type: osc, profile: resolume, to: 127.0.0.1:7000}
  plain: {type: osc, to: 127.0.0.1:9000}
  keys: {type: midi, port: Keys}
patch:
  - {id: front1..front4, fixture: generic/dimmer, at: 1.1}
  - {id: house, fixture: generic/dimmer, at: 1.10}
  - {id: wash1..wash2, fixture: generic/led-par, mode: rgbw, at: 1.101}
  - {id: spot1, fixture: generic/moving-spot, at: 1.201}
groups: {front: front1..front4, wash: wash1..wash2}
masters: {band: {fixtures: front}}
cues:
"""


def program(example: str) -> Program:
    return opened(lambda: load_text(RIG + example)).program


def started(show: Program) -> dict[str, float]:
    return {e["cue"]: e["due"] for e in simulate(show, goes=[0.0]) if e["event"] == "cue started"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.splitlines()[0][:30])
def test_examples_compile(example: str) -> None:
    assert program(example).cues


def test_every_type_has_an_example() -> None:
    assert {cue.type for example in EXAMPLES for cue in program(example).cues.values()} == set(CUE_TYPES)


def test_times_are_as_the_page_says() -> None:
    waits = next(example for example in EXAMPLES if "cue: 1, pre-wait" in example)
    assert started(program(waits)) == {"1": 0.0, "2": 3.0, "3": 5.5}
    group = next(example for example in EXAMPLES if "31.5s" in example)
    assert started(program(group))["2"] == 31.5
