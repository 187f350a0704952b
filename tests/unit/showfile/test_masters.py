"""Masters in show files: what they scale, and what is wrong with them."""

import numpy as np
import pytest

from showctl.cues.fade import FadeCue, FadeOfMaster
from showctl.model.effect import MasterFade
from showctl.program.opening import opened
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

SHOW = """\
showctl: 1
show: {title: Masters}
patch:
  - {id: front1..front2, fixture: generic/dimmer}
  - {id: par, fixture: generic/led-par, mode: rgb}
  - {id: spot, fixture: generic/moving-spot, mode: 16bit}
groups: {front: front1..front2}
masters:
  band: {label: Band, fixtures: [front1..front2, front, par]}
  spots: {fixtures: spot, level: 30%}
cues:
  - {cue: 1, fade: {master: band, from: full, to: 50%, time: 4s, curve: s}}
  - {cue: 2, fade: {master: grand, to: out}}
"""


def test_a_submaster_scales_the_intensity_of_its_fixtures() -> None:
    program = opened(lambda: load_text(SHOW)).program
    band, spots = program.masters
    assert (band.name, band.label, band.level, spots.name, spots.level) == ("band", "Band", 1.0, "spots", 0.3)
    intensity = np.frombuffer(program.parameters.intensity, np.uint8)
    rows = np.frombuffer(band.parameters + spots.parameters, "<i4")
    assert len(rows) == 4  # two dimmers, the virtual one, the spot
    assert set(rows.tolist()) == set(np.flatnonzero(intensity).tolist())
    assert program.cues["1"].effects == (MasterFade(0.0, 4.0, "band", 1.0, 0.5, "s"),)
    assert program.cues["2"].effects == (MasterFade(0.0, 0.0, "grand", None, 0.0),)
    assert program.cues["1"].duration == 4.0


def test_a_fade_of_a_master_is_light() -> None:
    _, cue = next(iter(load_text(SHOW).show.walk()))
    assert isinstance(cue, FadeCue)
    assert isinstance(cue.fade, FadeOfMaster)
    assert cue.department == "light"


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("master: band", "master: bend", 12, "there is no master 'bend'; did you mean 'band'?"),
        ("master: grand", "master: sound", 13, "there is no master 'sound'; write grand, band or spots"),
        ("fixtures: spot,", "fixtures: spto,", 10, "there is no fixture or group 'spto'; did you mean 'spot'?"),
        (
            "front, par]",
            "front1 thru front4, par]",
            9,
            "no fixture or group 'front1 thru front4'; write front1..front4",
        ),
        ("front, par]", "fornt, par]", 9, "there is no fixture or group 'fornt'; did you mean 'front'?"),
        ("spots:", "grand:", 10, "'grand' is the master over all fixtures, which is always there"),
        ("level: 30%", "level: 130%", 10, "'130%' is above 100 percent; write 0% to 100%"),
        ("to: 50%", "to: 200", 12, "'200' is above 100 percent"),
        ("to: 50%, ", "", 12, "needs 'to'"),
        ("from: full", "form: full", 12, "unknown key 'form'; did you mean 'from'?"),
        ("curve: s", "curve: x", 12, "'x' is not a curve"),
        ("fixtures: spot, ", "", 10, "it has no fixtures; write fixtures: for a master that scales, look:"),
        ("fixtures: spot,", "fixtures: [],", 10, "it has no fixtures; write fixtures:"),
        ("fixtures: spot,", "fixtures: spot, look: {spot: full},", 10, "it has fixtures and a look; write fixtures:"),
        ("fixtures: spot,", "look: {spot: full},", 10, "a master with a look is out when a show is opened"),
        ("fixtures: spot,", "fixtures: spot, priority: 3,", 10, "only a master with a look has a priority"),
        ("fixtures: spot, level: 30%", "look: {spto: full}", 10, "there is no fixture or group 'spto'; did you mean"),
        ("fixtures: spot, level: 30%", "look: {spot: full}, priority: 11", 10, "write 10 or less"),
        ("fixtures: spot,", "fixture: spot,", 10, "unknown key 'fixture'; did you mean 'fixtures'?"),
    ],
)
def test_mistakes(right: str, wrong: str, line: int, said: str) -> None:
    assert right in SHOW
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(SHOW.replace(right, wrong, 1)))
    (problem,) = refused.value.problems
    assert (problem.line, said in str(problem)) == (line, True), str(problem)


def test_too_many() -> None:
    many = "".join(f"  m{n}: {{fixtures: par}}\n" for n in range(65))
    with pytest.raises(Refused, match="there are 67 masters; write at most 64"):
        load_text(SHOW.replace("cues:\n", f"{many}cues:\n"))
