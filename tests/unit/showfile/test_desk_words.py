"""Words of other desks and programs in a show file: each is answered with what is written here."""

import pytest

from showctl.program.opening import opened
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

SHOW = """showctl: 1
show: {title: A}
patch:
  - {id: dim1..dim2, fixture: generic/dimmer}
  - {id: par, fixture: generic/led-par-rgbw}
  - {id: spot, fixture: generic/moving-spot}
masters: {sun: {fixtures: dim1}}
cues:
  - {cue: 1, %s}
"""
LIGHT = "light: {look: {dim1: full}}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("light: {look: {par: {color: red}}}", "has no parameter 'color'; did you mean 'colour'?"),
        ("light: {look: {par: {dimmer: full}}}", "has no parameter 'dimmer'; did you mean 'intensity'?"),
        ("fade: {submaster: sun, to: full, time: 20s}", "unknown key 'submaster'; did you mean 'master'?"),
        ("light: {look: {spot: {pan: -30 thru 30}}}", "'-30 thru 30' is not a fan; write -30..30"),
        ("light: {look: {dim1..dim2: 20% THRU 80%}}", "there is no intensity palette"),
        ("light: {look: {dim1..dim2: 20% thru 80%}}", "'20% thru 80%' is not a fan; write 20%..80%"),
        ("light: {look: {par: {colour: red thru '#0000ff'}}}", "'red thru"),
        ("light: {look: {par: {colour: red thru blue}}}", "'red thru blue' is not a fan; write red..blue"),
        (
            "light: {look: {dim1: full at 5}}",
            "'full at 5' is not a level; write full, and {intensity: full, time: 5} for a time of its own",
        ),
        ("light: {look: {dim1: at 50}}", "'at 50' is not a level; write 50"),
        (f"follow: 3, {LIGHT}", "unknown key 'follow'; to go on when this cue is done write continue: auto-follow;"),
        (
            f"auto-follow: yes, {LIGHT}",
            "unknown key 'auto-follow'; to go on when this cue is done write continue: auto",
        ),
        (
            f"hang: 3, {LIGHT}",
            "unknown key 'hang'; to go on when this cue is done write continue: auto-follow, and pre-",
        ),
        (f"link: 3, {LIGHT}", "unknown key 'link'; to go elsewhere write a cue of its own"),
        (f"wait: 3, {LIGHT}", "light and wait are both in one cue; write pre-wait to wait before the action"),
        (f"delay: 3, {LIGHT}", "'delay' does not stand here; write it under 'light'"),
        ("light: {fade: 3, look: {dim1: full}}", "unknown key 'fade'; write time"),
    ],
)
def test_what_is_written_instead(written: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(SHOW % written, "a.yaml"))
    (problem,) = refused.value.problems
    assert said in problem.words
