"""Loading a show: what is in the file is in the Show, and everything wrong with it is reported at its line."""

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from showctl.cues.group import GroupCue
from showctl.cues.light import LightCue
from showctl.cues.osc import OscCue
from showctl.cues.registry import CUE_TYPES
from showctl.model.problem import Problem
from showctl.model.setting import Value
from showctl.showfile.load import Refused, load, load_text
from tests.strategies import HEAD

DATA = Path(__file__).parent / "data"


def problems(text: str) -> list[str]:
    """The problems of a show, `line:col: where: what; remedy` each."""
    with pytest.raises(Refused) as refused:
        load_text(text, "f")
    return [str(p).removeprefix("f:") for p in refused.value.problems]


def problem(text: str) -> str:
    (one,) = problems(text)
    return one


def test_traps_of_yaml_stay_text() -> None:
    show = load_text(
        f"""{HEAD}
patch: [{{id: a1..a20, fixture: generic/dimmer, at: 1.10}}]
groups: {{on: [a1, a2]}}
cues:
  - {{cue: 1.10, label: on, light: {{look: {{on: 50%}}}}}}
  - {{cue: 1.1, label: 19:30, wait: 1:30}}
  - {{cue: no, label: 2026-11-27, wait: 0}}
"""
    ).show
    assert [(c.number, c.label) for c in show.cues] == [("1.10", "on"), ("1.1", "19:30"), ("no", "2026-11-27")]
    assert show.patch[0].at is not None
    assert show.patch[0].at == ((1, 10),)
    assert show.info.start == dt.time(19, 30)
    assert show.groups == {"on": ("a1", "a2")}


def test_a_whole_show() -> None:
    loaded = load(DATA / "whole.yaml")
    show = loaded.show
    assert show.devices["rig"].type == "sacn"
    group = show.cues[1]
    assert isinstance(group, GroupCue)
    assert [c.number for c in group.walk()] == ["2", "2.1", "2.2", "2.2.1"]
    light = show.cues[0]
    assert isinstance(light, LightCue)
    assert light.light.look["spot1..spot2"].parameters == {"pan": Value(-18, "number"), "zoom": Value(0.4, "level")}
    assert isinstance(show.lists["effects"].cues[0], OscCue)
    assert [number for number, _ in show.walk()] == [
        "1",
        "2",
        "2.1",
        "2.2",
        "2.2.1",
        "3",
        "3.5",
        *(f"effects/{n}" for n in range(1, 20)),
    ]
    assert loaded.digest == hashlib.sha256((DATA / "whole.yaml").read_bytes()).hexdigest()
    assert {type(cue) for _, cue in show.walk()} == set(CUE_TYPES.values())


def test_problems_are_found_all_at_once() -> None:
    """The golden text: every mistake of the file, each at its place, none because of another."""
    with pytest.raises(Refused) as refused:
        load(DATA / "mistakes.yaml")
    said = [str(p).replace(str(DATA / "mistakes.yaml"), "mistakes.yaml") for p in refused.value.problems]
    assert "\n".join(said) + "\n" == (DATA / "mistakes.txt").read_text()


def test_problems_as_json() -> None:
    with pytest.raises(Refused) as refused:
        load_text(HEAD + "cues: [{cue: 1, wait: x}]", "f.yaml")
    (one,) = refused.value.problems
    assert json.loads(json.dumps(one.as_dict())) == {
        "file": "f.yaml",
        "line": HEAD.count("\n") + 1,
        "column": 23,
        "path": ["cues", 0, "wait"],
        "where": "cue 1 > wait",
        "what": "'x' is not a time",
        "remedy": "write for example 3s, 500ms, 2m30s or 1:30",
        "question": False,
    }


def test_the_places_of_a_loaded_show() -> None:
    loaded = load(DATA / "whole.yaml")
    source, file = loaded.source, str(DATA / "whole.yaml")
    lines = (DATA / "whole.yaml").read_text().splitlines()

    def line(path: tuple[str | int, ...]) -> str:
        name, number, column = source.locate(path)
        assert name == file
        return lines[number - 1][column - 1 :]

    assert line(source.cue_path("2.2.1")).startswith("{cue: 2.2.1")
    assert line(source.cue_path("effects/1")).startswith("{cue: 1, osc")
    assert line((*source.cue_path("1"), "light", "look", "spot1..spot2", "pan")).startswith("-18")
    assert line((*source.cue_path("1"), "light", "not in the file")).startswith("light:")
    assert line(()) == lines[0]
    said = str(source.located(Problem((*source.cue_path("1"), "light", "look"), "is too bright", "dim it")))
    assert said.startswith(f"{file}:")
    assert said.endswith(": cue 1 > light > look: is too bright; dim it")
    with pytest.raises(KeyError):
        source.cue_path("99")


def test_the_version() -> None:
    assert problem("show: {title: a}").startswith("1:1: the file does not say that it is a show file; write showctl: 1")
    newer = problem("showctl: 2\nnew key: 1\n")
    assert newer.startswith("1:10: showctl: the file is in format 2, which a newer showctl has written; this one")
    assert "'one' is not allowed here" in problem("showctl: one\nshow: {title: a}\n")


def test_the_authors_own_keys() -> None:
    show = load_text(
        f"{HEAD}x-mine: [a]\ncues: [{{cue: 1, x-ref: 1, wait: 1, x-o: {{}}}}]\ngroups: {{x-g: [nothing]}}\n"
    ).show
    assert len(show.cues) == 1
    assert show.groups == {}


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("{cue: 1}", "does not say what it does; add one of light, audio, video, osc, midi, fade, wait, group, "),
        ("{cue: 1, ligth: {look: {}}}", "unknown key 'ligth'; did you mean 'light'?"),
        ("{cue: 1, wait: 1, osc: 1}", "osc and wait are both in one cue"),
        ("{cue: 1, cues: []}", "has cues inside, but does not say that it is a group; add group: timeline"),
        ("{wait: 1}", "needs 'cue'; add cue: …"),
        ("{cue: 1, wait: }", "nothing is written here; write a time, for example 3s"),
        ("{cue: 1, light: }", "nothing is written here; write time: … and so on, indented below, or remove the key"),
        ("{cue: 1, light: 50%}", "'50%' stands where keys with values belong"),
        ("{cue: 1, light: {look: [a]}}", "a list stands where keys with values belong; write name: …"),
        ("{cue: 1, light: {look: {}}, time: 3}", "'time' does not stand here; write it under 'light'"),
        ("{cue: 1, stop: 1, fade: 3s}", "'fade' does not stand here; write it under 'stop'"),
        ("{cue: 1, start: 1, stop: 1}", "start and stop are both in one cue"),
        ("{cue: 1, start: 1.5}", "there is no cue '1.5'; write 1"),
        ("{cue: 1, wait: 1, pre_wait: 3}", "unknown key 'pre_wait'; did you mean 'pre-wait'?"),
        ("{cue: 1, wait: 1, number: 3}", "unknown key 'number'; the keys are cue, id, label,"),
        ("{cue: 1, label: one, Two, wait: 1}", "if it belongs to the text before it, put that text in quotes"),
        ("{cue: 1, wait: 1, continue: auto-folow}", "'auto-folow' is not allowed here; did you mean 'auto-follow'?"),
        ("{cue: 1, wait: 1, continue: }", "nothing is written here; write none, auto-continue or auto-follow"),
        (
            "{cue: 1, group: timelin, cues: [{cue: 2, wait: 1}]}",
            "'timelin' is not allowed here; did you mean 'timeline'?",
        ),
        ("{cue: 1, group: timeline, cues: []}", "this is empty; write at least 1 item"),
        ("{cue: 1, group: timeline, cues: [hello]}", "a cue is a mapping; write for example - cue: 12"),
        ("{cue: 1, group: timeline}", "needs 'cues'"),
        ("hello", "a cue is a mapping; write for example - cue: 12"),
        ("{cue: 1, midi: {device: keys, channel: 17, note: 60}}", "17 is above 16; write 16 or less"),
        ("{cue: 1, midi: {device: keys, channel: 0, note: 60}}", "0 is below 1; write 1 or more"),
        ("{cue: 1, wait: 1, at: 3}", "at has a meaning only inside a timeline group; write pre-wait instead"),
        ("{cue: 1, group: timeline, cues: [{cue: 2, wait: 1, continue: auto-follow}]}", "so nothing continues"),
        ("{cue: 1, wait: 1, continue: auto-follow, post-wait: 2}", "the post-wait counts from the start of the action"),
        ("{cue: 1, osc: {device: dek, address: /a}}", "there is no device 'dek'; did you mean 'desk'?"),
        ("{cue: 1, osc: {device: rig, address: /a}}", "'rig' is a device of type sacn, osc cannot use it; write desk"),
        (
            "{cue: 1, video: {device: rig, do: x}}",
            "'rig' is a device of type sacn, video cannot use it; write desk or keys",
        ),
        ("{cue: 1, osc: {device: keys, address: /a}}", "'keys' is a device of type midi, osc cannot use it"),
        ("{cue: 1, midi: {device: desk, note: 1}}", "'desk' is a device of type osc, midi cannot use it; write keys"),
        ("{cue: 1, starts segment: door, wait: 1}", "there is no segment 'door'; did you mean 'doors'?"),
        ("{cue: 1, light: {look: {frnt1: 1}}}", "there is no fixture or group 'frnt1'; did you mean 'front1'?"),
        ("{cue: 1, light: {look: {front1..front9: 1}}}", "there is no fixture or group 'front9' (in front1..front9)"),
        ("{cue: 1, light: {look: {front9..front1: 1}}}", "'front9..front1' runs backwards; write front1..front9"),
        ("{cue: 1, light: {look: {front1: {colour: {hue: 3, sat: 1}}}}}", "a colour by hue is not complete"),
    ],
)
def test_what_is_wrong_with_a_cue(cue: str, said: str) -> None:
    rest = """
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:8000}
  keys: {type: midi, port: Keys}
patch: [{id: front1..front8, fixture: generic/dimmer}]
run of show: [{segment: doors, duration: 5m}]
"""
    found = problem(f"{HEAD}cues: [{cue}]{rest}")
    assert said in found
    assert found.startswith(f"{HEAD.count(chr(10)) + 1}:")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "cues: [{cue: 2, wait: 1}, {cue: 2, wait: 1}]",
            "cue 2 is there twice, first in line 3; give it another number",
        ),
        ("lists: {main: {cues: []}}", "'main' is the list under cues: at the top"),
        ("lists: {fx: {cues: [{cue: 2, wait: 1}, {cue: 2, wait: 1}]}}", "list fx > cue 2 > cue: cue 2 is there twice"),
        (
            "patch: [{id: a1..a3, fixture: x}, {id: a3..a4, fixture: x}]",
            "fixture 'a3' is patched twice, first in line 3",
        ),
        ("patch: [{id: a, fixture: x}]\ngroups: {a: []}", "groups > a: 'a' is a fixture too, in line 3"),
        ("groups: {a: b, b: [c], c: a}", "the group contains itself (a > b > c > a)"),
        ("groups: {a: a}", "the group contains itself (a > a)"),
        ("groups: {a: [b]}", "groups > a > item 1: there is no fixture or group 'b'"),
        ("show2: 1", "unknown key 'show2'; did you mean 'show'?"),
        ("cues:", "cues: nothing is written here; write items with '- ' before each, or remove the key"),
        ("cues: {cue: 1}", "a mapping stands where a list belongs"),
        ("devices: [a]", "a list stands where keys with values belong"),
        ("devices: {a: {type: sac}}", "type 'sac' is not allowed here; did you mean 'sacn'?"),
        ("devices: {a: {port: x}}", "needs 'type'; write type: sacn, osc or midi"),
        ("devices: {a/b: {type: midi, port: x}}", "'a/b' cannot be a name"),
        ("devices: {a: {type: osc, to: 127.0.0.1}}", "'127.0.0.1' has no port, and there is no profile to name it"),
        ("devices: {a: {type: osc, to: 'h:1', backup: h2}}", "a > backup: 'h2' has no port"),
        (
            "devices: {a: {type: sacn, universes: 1-3, to: h}, b: {type: sacn, universes: 3-4, to: ['g', 'h:5568']}}",
            "universe 3 goes to h:5568 twice, 'a' sends it too",
        ),
        (
            "run of show: [{segment: a, duration: 1m}, {segment: a, duration: 1m}]",
            "segment 'a' is there twice, first in line 3",
        ),
        (
            "run of show: [{segment: a, duration: 1m, start: 19:30}, {segment: b, duration: 1m},\n"
            " {segment: c, duration: 1m, start: 19:00}]",
            "4:36: segment c > start: 19:00 is before 19:30, when an earlier segment starts (line 3)",
        ),
        (
            "logistics: [{title: a, due: 5m before dors}]\nrun of show: [{segment: doors, duration: 5m}]",
            "did you mean 'doors'?",
        ),
        ("logistics: [{title: a, blocks: doors}]", "a > blocks: there is no segment 'doors'"),
        ("logistics: [{title: a, status: don}]", "'don' is not allowed here; did you mean 'done'?"),
        ("inputs: {osc: {interface: 0.0.0.0}}", "anyone who reaches 0.0.0.0 could press GO; list the addresses"),
    ],
)
def test_what_is_wrong_elsewhere(text: str, said: str) -> None:
    assert said in problem(f"{HEAD}{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "groups: {a: b, b: []}",
        "groups: {a: [], all: [a, a]}",
        "devices: {a: {type: sacn, universes: 1-3, to: h}, b: {type: sacn, universes: 1-3, to: g}}",
        "devices: {a: {type: osc, profile: behringer/x32, to: 127.0.0.1}}",
        "run of show: [{segment: a, duration: 1m, start: 23:30}, {segment: b, duration: 1m, start: 00:30}]",
        "run of show: [{segment: a, duration: 1m, start: 19:30}, {segment: b, duration: 1m, start: 19:30}]",
        "lists: {fx: {cues: [{cue: 1, wait: 1}]}, other: {}}\ncues: [{cue: 1, wait: 1, continue: auto-follow}]",
        "cues: [{cue: 1, wait: 1, continue: auto-follow, post-wait: 0}]",
        "cues: [{cue: 1, group: timeline, cues: [{cue: 2, wait: 1, at: 3s, continue: none}]}]",
        "cues: []",
        "patch: []",
        "x-showctl2: 1",
    ],
)
def test_what_is_not_wrong(text: str) -> None:
    load_text(f"{HEAD}{text}\n")


def test_panic_look() -> None:
    text = "showctl: 1\nshow: {title: a, panic: {light: %s}}\npatch: [{id: a, fixture: x}]\n"
    assert load_text(text % "{a: 50%}").show.info.panic.light["a"].intensity == Value(0.5, "level")  # type: ignore[index]
    assert load_text(text % "out").show.info.panic.light == "out"
    assert "there is no fixture or group 'b'" in problem(text % "{b: 50%}")
    assert "'120%' is above 100 percent" in problem(text % "{a: 120%}")
    assert "'dark' is not allowed here; write hold, out, or a look such as {front: 30%}" in problem(text % "dark")


def test_a_problem_hides_no_other() -> None:
    """A fixture id that is wrong, a device that is wrong: what refers to the others is still checked."""
    found = problems(
        HEAD
        + """
devices:
  bad: {type: osc}
  desk: {type: osc, to: x:y:z}
patch:
  - {id: a1..a4, fixture: x, at: 1.600}
cues:
  - {cue: 1, osc: {device: desk, address: /a}}
  - {cue: 2, osc: {device: bad, address: /a}}
  - {cue: 3, light: {look: {a4: 1, a5: 1}}}
  - {cue: 4, group: timeline, cues: [{cue: 4.1, wait: x}, {cue: 4.2, light: {look: {a9: 1}}}]}
"""
    )
    assert [f.split(": ")[1] for f in found] == [
        "devices > bad",
        "devices > desk > to",
        "patch > a1..a4 > at",
        "cue 3 > light > look > a5",
        "cue 4.1 > wait",
        "cue 4.2 > light > look > a9",
    ]


def test_groups_inside_groups_have_an_end() -> None:
    def nested(depth: int) -> str:
        text = "{cue: 1.0, wait: 1}"
        for level in range(depth):
            text = f"{{cue: 2.{level}, group: timeline, cues: [{text}]}}"
        return f"{HEAD}cues: [{text}]\n"

    assert len(list(load_text(nested(100)).show.walk())) == 101
    assert "more than 100 groups stand inside each other; use fewer" in problem(nested(101))


def test_ranges_do_not_explode() -> None:
    """A small file can name a very large number of fixtures; none of them may take the machine down."""
    patch = "\n".join(f"  - {{id: a{i}x1..a{i}x4096, fixture: x}}" for i in range(3000))
    assert any("more than 300000 fixtures" in p for p in problems(f"{HEAD}patch:\n{patch}\n"))
    look = ", ".join(f"a{i}..a{i + 4000}: 1" for i in range(3000))
    assert any(
        "more than 1000000 names" in p for p in problems(f"{HEAD}cues: [{{cue: 1, light: {{look: {{{look}}}}}}}]\n")
    )


def test_a_go_guard_in_milliseconds_needs_its_unit() -> None:
    said = problem("showctl: 1\nshow: {title: a, go guard: 300}\n")
    assert "a go guard of 5m is longer than 10s; write for example 300ms" in said


def test_long_lists_are_cut_between_items() -> None:
    items = ", ".join(f"item {n}" for n in range(100))
    what = problem(f"{HEAD}cues: [{{cue: 1, wait: '{items}'}}]\n").split(": ")[-1]
    start, cut, end = what.removeprefix("'").split("' is ")[0].partition(", … ")
    assert cut
    assert set(start.split(", ") + end.split(", ")) < set(items.split(", "))


def test_what_is_shown_of_a_file_is_harmless() -> None:
    found = problem(f'{HEAD}cues: [{{cue: 1, wait: "\\e[31m{"x" * 1000}\\n"}}]\n')
    assert found.isprintable()
    assert len(found) < 500


def test_a_problem_of_an_alias_is_said_once() -> None:
    found = problem(f"{HEAD}x-l: &l {{time: x, look: {{}}}}\ncues: [{{cue: 1, light: *l}}, {{cue: 2, light: *l}}]\n")
    assert found.startswith("3:16: ")


def test_a_file_full_of_problems_ends() -> None:
    """A thousand problems are enough; a person mends those first."""
    with pytest.raises(Refused) as refused:
        load_text(HEAD + "cues:\n" + "".join(f"  - {{cue: {i}, wait: x, lable: y}}\n" for i in range(5000)))
    assert len(refused.value.problems) == 1001
    assert "there are 1000 problems, perhaps more; mend these first" in str(refused.value.problems[-1])
    circles = "".join(f"  g{i}: [g{i + 1}, g0]\n" for i in range(5000))
    assert len(problems(f"{HEAD}groups:\n{circles}  g5000: []\n")) == 20
    devices = "".join(f"  d{i}: {{type: sacn, universes: 1-63999, to: h}}\n" for i in range(5000))
    assert "there are 5000 devices; write at most 500" in problem(f"{HEAD}devices:\n{devices}")


@pytest.mark.parametrize(
    "text",
    [
        "devices:\n  q: {type: osc, to: 127.0.0.1:1, passcode: hush}\n",
        "devices:\n  q: {type: sacn, universes: 1, to: 127.0.0.1, Password: hush}\n",
        "devices:\n  q: {type: midi, port: a, api_key: hush}\n",
        "devices:\n  q: {type: osc, to: 127.0.0.1:1, token: hush}\n",
        "inputs: {osc: {secret: hush}}\n",
    ],
)
def test_passcodes_have_no_place_in_a_show(text: str) -> None:
    with pytest.raises(Refused) as refused:
        load_text("showctl: 1\nshow: {title: A}\n" + text)
    (problem,) = refused.value.problems
    assert "a passcode has no place in a show file; remove it, and keep it on each machine with" in problem.words
    assert "hush" not in str(problem)
