"""Palettes: what they say of whom, and what is wrong with them."""

from typing import Any

import pytest

from showctl.model.effect import Fade
from showctl.program.opening import opened, opened_to_play
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused
from tests.unit.program.look_rig import LookRig

FIXTURES = {"dim1..dim2": "generic/dimmer", "spot1..spot3": "generic/moving-spot", "par": "generic/led-par-rgbw"}
GROUPS = {"spots": ["spot1..spot3"], "all": ["dim1..dim2", "spots", "par"]}
PALETTES: dict[str, Any] = {
    "intensity": {"low": "30%", "key": {"dim1": "80%", "spots": "60%"}},
    "colour": {
        "gold": "#ffb400",
        "cold": "5600 K",
        "steel": "L201",
        "amber": "amber",
        "by kind": {"spot1..spot2": {"colour wheel": "Dark blue"}, "par": "#0000ff"},
        "emitters": {"red": "50%", "blue": "20%"},
    },
    "position": {"podium": {"spot1": {"pan": "-135", "tilt": "0"}, "spot2": {"pan": "135"}}, "down": {"tilt": "0"}},
    "beam": {"tight": {"zoom": "8", "gobo": "Rings"}, "fanned": {"spots": {"zoom": "8..40"}}},
    "mixed": {"preset": {"dim1..dim2": "low", "par": {"colour": "gold"}, "spot1": {"position": "podium"}}},
}
RIG = LookRig(FIXTURES, GROUPS, PALETTES)


def test_the_palettes_are_good() -> None:
    assert RIG.palette_problems == []


@pytest.mark.parametrize(
    ("look", "levels"),
    [
        ({"dim1": "low"}, {"dim1/intensity": 0.3}),
        ({"dim1": {"intensity": "key"}}, {"dim1/intensity": 0.8}),
        ({"spot1..spot2": {"position": "podium"}}, {"spot1/pan": 0.25, "spot1/tilt": 0.5, "spot2/pan": 0.75}),
        ({"spot1": {"position": "podium", "pan": "0"}}, {"spot1/pan": 0.5, "spot1/tilt": 0.5}),
        ({"spot3": {"position": "down"}}, {"spot3/tilt": 0.5}),
        ({"spot1": {"beam": "tight"}}, {"spot1/zoom": 0.0, "spot1/gobo": 24 / 255}),
        # Spread over the fixtures that the palette names, whoever uses it.
        ({"spot3": {"beam": "fanned"}}, {"spot3/zoom": 1.0}),
        ({"par": {"colour": "emitters"}}, {"par/red": 0.5, "par/blue": 0.2}),
        ({"spot1": {"colour": "by kind"}}, {"spot1/colour wheel": 34.5 / 255}),
        ({"par": {"colour": "by kind"}}, {"par/red": 0, "par/green": 0, "par/blue": 1, "par/white": 0}),
        # A palette may be called like a colour, and stand for it.
        ({"par": {"colour": "amber"}}, {"par/red": 1, "par/green": 0.6, "par/blue": 0, "par/white": 0}),
        ({"dim1": {"palette": "preset"}}, {"dim1/intensity": 0.3}),
        ({"spot1": {"palette": "preset", "tilt": "135"}}, {"spot1/pan": 0.25, "spot1/tilt": 1.0}),
    ],
)
def test_what_they_say(look: dict[str, Any], levels: dict[str, float]) -> None:
    assert RIG.levels(look) == {name: pytest.approx(level, abs=2.1e-3) for name, level in levels.items()}
    assert RIG.asked(look) == []


def test_a_whole_stage_of_a_mixed_palette() -> None:
    levels = RIG.levels({"all": {"palette": "preset", "time": "2s"}})
    assert {name.partition("/")[0] for name in levels} == {"dim1", "dim2", "par", "spot1"}
    (asked,) = RIG.asked({"all": {"palette": "preset"}})
    assert "mixed palette 'preset' says nothing of 'spot2' and 'spot3', which are left as they are" in asked


def test_of_whom_they_say_nothing() -> None:
    (said,) = RIG.problems({"spot3": {"position": "podium"}})
    assert said == (
        "spot3 > position: position palette 'podium' says nothing of 'spot3'; add it under palettes: position:"
    )
    (asked,) = RIG.asked({"spots": {"position": "podium"}})
    assert "says nothing of 'spot3', which is left as it is; add it to the palette, or leave it out here" in asked
    (said,) = RIG.problems({"dim1": {"beam": "tight"}})
    assert "beam palette 'tight' says nothing of 'dim1'" in said


def test_names_that_are_not_there() -> None:
    (said,) = RIG.problems({"spot1": {"position": "podum"}})
    assert said == "spot1 > position: there is no position palette 'podum'; did you mean 'podium'?"
    (said,) = RIG.problems({"spot1": {"beam": "podium"}})
    assert "there is no beam palette 'podium'; there is a palette of this name under position" in said
    (said,) = RIG.problems({"spot1": {"palette": "presett"}})
    assert "there is no mixed palette 'presett'; did you mean 'preset'?" in said


def test_colour_fans_between_palettes() -> None:
    levels = RIG.levels({"par": {"colour": "gold..#0000ff"}})
    assert levels == RIG.levels({"par": {"colour": "gold"}})
    (said,) = RIG.problems({"par": {"colour": "by kind..#0000ff"}})
    assert "colour palette 'by kind' is no single colour" in said


@pytest.mark.parametrize(
    ("palettes", "said"),
    [
        ({"position": {"a": {"spot1": {"pan": "500"}}}}, "pan 500 is beyond what the fixture can do"),
        (
            {"position": {"a": {"spot1": {"zoom": "8"}}}},
            "'zoom' is a matter of beam, and this palette is one of posi",
        ),
        ({"colour": {"b": "#ff0000", "a": {"par": "b"}}}, "colour palette 'b' stands in another palette"),
        (
            {"mixed": {"b": {"par": "50%"}, "a": {"par": {"palette": "b"}}}},
            "palette 'b' stands in another palette",
        ),
        ({"beam": {"a": {"spot1": {"zoom": "8", "time": "2s"}}}}, "a palette has no times; write them in the cue"),
        ({"position": {"a": {"spot9": {"pan": "0"}}}}, "there is no fixture or group 'spot9'"),
        ({"intensity": {"low": "low"}}, "'low' is no level; write for example 50%"),
        ({"intensity": {"a": "b", "b": "20%"}}, "'b' is no level; write for example 50%"),
        ({"position": {"a": {"position": "a"}}}, "position palette 'a' names itself"),
        ({"colour": {"a": "b", "b": "#ff0000"}}, "colour palette 'b' stands in another palette"),
        ({"mixed": {"a": {"par": {"palette": "a"}}}}, "mixed palette 'a' names itself"),
    ],
)
def test_what_is_wrong_with_palettes_themselves(palettes: dict[str, Any], said: str) -> None:
    rig = LookRig(FIXTURES, GROUPS, palettes)
    problem = rig.palette_problems[0]
    assert problem.path[:2] == ("palettes", next(iter(palettes)))
    assert said in f"{problem.what}; {problem.remedy}"


SHOW = """showctl: 1
show: {title: A}
patch: [{id: par, fixture: generic/led-par-rgbw}, {id: dim, fixture: generic/dimmer}]
palettes:
  colour: {gold: "#ffb400", bad: {par: {zoom: 8}}}
cues:
  - {cue: 1, light: {look: {par: {colour: bad}}}}
  - {cue: 2, light: {look: {par: {colour: gold}, dim: 0.5}}}
"""


def test_a_wrong_palette_is_said_once_and_breaks_only_who_names_it() -> None:
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(SHOW, "a.yaml"))
    (said,) = map(str, refused.value.problems)
    place, _, words = said.partition(": 'par' (generic/led-par-rgbw, 4 channel) ")
    assert place == "a.yaml:5:47: palettes > colour > bad > par > zoom"
    assert words.startswith("has no parameter 'zoom'")
    playing = opened_to_play(lambda: load_text(SHOW, "a.yaml"))
    assert "colour palette 'bad' is wrong" in playing.program.cues["1"].broken
    assert not playing.program.cues["2"].broken
    assert playing.program.cues["2"].effects


def test_a_palette_of_nobody_breaks_only_who_names_it() -> None:
    nobody = SHOW.replace("{par: {zoom: 8}}", "{pra: '#ff0000'}")
    playing = opened_to_play(lambda: load_text(nobody, "a.yaml"))
    (said,) = map(str, playing.problems[:1])
    assert said == (
        "a.yaml:5:35: palettes > colour > bad > pra: there is no fixture or group 'pra'; did you mean 'par'?"
    )
    assert "colour palette 'bad' is wrong: there is no fixture" in playing.program.cues["1"].broken
    assert not playing.program.cues["2"].broken
    assert len(playing.problems) == 2


def test_names_are_looked_for_in_a_show_that_is_wrong_elsewhere() -> None:
    wrong = SHOW.replace("title: A", "title: A, titel: B").replace("{par: {zoom: 8}}", "{par: '#ff0000'}")
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(wrong.replace("colour: gold", "colour: gould"), "a.yaml"))
    assert [problem.line for problem in refused.value.problems] == [2, 8]
    with pytest.raises(Refused) as refused:  # it may be the palette that is wrong
        opened(lambda: load_text(wrong.replace('"#ffb400"', '"#ffb4"'), "a.yaml"))
    assert [problem.line for problem in refused.value.problems] == [2, 5]


def test_who_changes_a_palette_changes_the_cues() -> None:
    good = SHOW.replace(", bad: {par: {zoom: 8}}", "").replace("colour: bad", "colour: gold")
    one = opened(lambda: load_text(good)).program
    other = opened(lambda: load_text(good.replace("#ffb400", "#00ff00"))).program
    assert one.cues["1"].effects != other.cues["1"].effects


def test_of_palettes_themselves_is_asked_once() -> None:
    rig = LookRig(FIXTURES, GROUPS, {"mixed": {"warm": {"all": {"intensity": "0.5", "colour": "R02"}}}})
    warm = ("palettes", "mixed", "warm", "all")
    assert [(question.path, question.what) for question in rig.questions] == [
        ((*warm, "colour"), "'dim1' and 'dim2' cannot make this colour and are left as they are"),
        ((*warm, "intensity"), "0.5 is half a percent"),
    ]
    assert rig.asked({"par": {"palette": "warm"}}) == []


def test_questions_have_their_place() -> None:
    good = SHOW.replace(", bad: {par: {zoom: 8}}", "").replace("colour: bad", "colour: gold")
    (asked,) = opened(lambda: load_text(good, "a.yaml")).questions
    assert str(asked) == (
        "a.yaml:8:55: cue 2 > light > look > dim > intensity: question: "
        "0.5 is half a percent; write 50% if that is meant, or 0.5%"
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{position: {a: 5}}", "'5' is no palette; write for example {pan: -18, tilt: 42}"),
        ("{mixed: {a: 5}}", "'5' is no palette; write it by fixture, for example {front: 50%}"),
        ("{colour: {a: '#12'}}", "'#12' is not a colour"),
        ("{color: {a: '#123456'}}", "unknown key 'color'; did you mean 'colour'?"),
        ("{beam: {a: {spot9: {zoom: 8}}}}", "there is no fixture or group 'spot9'"),
    ],
)
def test_palettes_written_wrongly(written: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        load_text(f"showctl: 1\nshow: {{title: A}}\npatch: [{{id: par, fixture: x}}]\npalettes: {written}\n")
    (problem,) = refused.value.problems
    assert said in problem.words
    assert problem.line == 4


@pytest.mark.parametrize(
    ("palettes", "said"),
    [
        ({"colour": {"gel": "L9999"}}, "gel: there is no colour 'L9999'; write a colour palette, a gel"),
        (
            {"position": {"far": {"pan": "400"}}},
            "far > pan: no fixture of the patch can do this: 'spot1' (generic/moving-spot, 16bit): pan 400 is beyond",
        ),
        ({"position": {"fan": {"pan": "-30..900"}}}, "fan > pan: no fixture of the patch can do this"),
        (
            {"position": {"dim": {"intensity": "50"}}},
            "dim > intensity: 'intensity' is a matter of intensity, and this palette is one of position; write",
        ),
        ({"intensity": {"loud": "loud"}}, "loud: 'loud' is no level; write for example 50%"),
        ({"beam": {"near": {"zom": "8"}}}, "near > zom: no fixture of the patch has 'zom'; did you mean 'zoom'?"),
        ({"beam": {"star": {"zoom": "8", "gobo": "Nonsense"}}}, "star > gobo: no fixture of the patch can do this"),
        ({"beam": {"slow": {"zoom": "8", "time": "2s"}}}, "slow > time: a palette has no times; write them in the cue"),
    ],
)
def test_palettes_for_all_are_checked_before_any_cue_names_them(palettes: dict[str, Any], said: str) -> None:
    rig = LookRig(FIXTURES, GROUPS, palettes)
    (problem,) = rig.palette_problems
    assert said in f"{' > '.join(map(str, problem.path[2:]))}: {problem.what}; {problem.remedy}"


def test_without_a_patch_only_names_of_palettes_can_be_wrong() -> None:
    palettes = {"colour": {"gold": "L201", "gel": "L9999"}, "position": {"far": {"pan": "400"}, "dim": {"tlt": "5"}}}
    rig = LookRig({}, {}, palettes)
    assert [problem.path[2] for problem in rig.palette_problems] == ["gel"]


def test_a_wrong_palette_for_all_that_nobody_names_is_said_and_breaks_nothing() -> None:
    wrong = SHOW.replace("bad: {par: {zoom: 8}}", "bad: L9999").replace("colour: bad", "colour: gold")
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(wrong, "a.yaml"))
    (said,) = map(str, refused.value.problems)
    assert said.startswith("a.yaml:5:34: palettes > colour > bad: there is no colour 'L9999'; write")
    playing = opened_to_play(lambda: load_text(wrong, "a.yaml"))
    assert not any(cue.broken for cue in playing.program.cues.values())
    assert len(playing.problems) == 1
    named = wrong.replace("colour: gold}}}}\n  - {cue: 2", "colour: bad}}}}\n  - {cue: 2")
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(named, "a.yaml"))
    assert len(refused.value.problems) == 1
    assert "there is no colour 'L9999'" in opened_to_play(lambda: load_text(named, "a.yaml")).program.cues["1"].broken


UNREACHABLE = """showctl: 1
show: {title: A}
patch: [{id: par, fixture: generic/led-par-rgbw}, {id: dim, fixture: generic/dimmer}]
palettes:
  intensity: {full: 30%, out: 2%, "50": 50%, release: 3%, half: 50%, low: low}
  colour: {5600 K: "#ff0000", gold: gold, "50": "#ff0000", gels: L201}
  position: {"2": {pan: 2}, stage 2: {pan: 2}}
  mixed: {"8 Hz": {dim: 50%}, 8 herz: {dim: 50%}}
cues:
  - {cue: 1, light: {look: {dim: full}}}
  - {cue: 2, light: {look: {dim: low}}}
"""


def test_palettes_that_no_look_can_name_and_those_that_name_themselves() -> None:
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(UNREACHABLE, "a.yaml"))
    wrong = {problem.path[1:3]: problem.what for problem in refused.value.problems}
    assert wrong.pop(("intensity", "low")) == "'low' is no level"
    assert set(wrong) == {
        *(("intensity", name) for name in ("full", "out", "50", "release")),
        *(("colour", name) for name in ("5600 K", "50")),
        ("position", "2"),
        ("mixed", "8 Hz"),
    }
    assert wrong["intensity", "full"] == "no look can name this palette: 'full' is read as something else there"
    cues = opened_to_play(lambda: load_text(UNREACHABLE, "a.yaml")).program.cues
    assert not cues["1"].broken
    assert "intensity palette 'low' names itself" in cues["2"].broken


def test_what_of_a_palette_can_be_made_is_played() -> None:
    text = SHOW.replace("{par: {zoom: 8}}", "{par: {red: 50%, zoom: 8}}")
    playing = opened_to_play(lambda: load_text(text, "a.yaml"))
    one = playing.program.cues["1"]
    assert not one.broken
    assert [len(effect.targets) for effect in one.effects if isinstance(effect, Fade)] == [4]
    assert any(
        said.startswith("cue 1 plays the rest: colour palette 'bad' is wrong") for said in playing.program.left_out
    )
