"""Shows of which single cues cannot play: opened to be played they play the rest; checked they are refused."""

from pathlib import Path

import pytest

from showctl.model.effect import Fade
from showctl.program.broken import broken_fact, complaints, first_broken
from showctl.program.opening import Opened, open_show, open_to_play, opened, opened_to_play
from showctl.program.part import Assembly, parts
from showctl.program.program import OscTarget
from showctl.showfile.load import Refused, load_text

HEAD = """\
showctl: 1
show: {title: Broken}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:10023, profile: behringer/x32}
  odd: {type: osc, to: 127.0.0.1:9000, profile: nobody/knows}
  portless: {type: osc, to: 127.0.0.1, profile: nobody/knows}
patch:
  - {id: front1..front2, fixture: generic/dimmer, at: 1.1}
  - {id: spot1, fixture: nobody/knows, at: 1.20}
  - {id: spot2, fixture: generic/dimmer, mode: nobody knows, at: 1.30}
cues:
"""
RIGHT = "".join(line for line in HEAD.splitlines(keepends=True) if "nobody" not in line)


def playing(cues: str, head: str = HEAD) -> Opened:
    return opened_to_play(lambda: load_text(head + cues))


def refused(text: str) -> list[str]:
    with pytest.raises(Refused) as wrong:
        opened_to_play(lambda: load_text(text))
    return [problem.what for problem in wrong.value.problems]


@pytest.mark.parametrize(
    ("does", "why"),
    [
        ("osc: {device: dask, address: /a}", "there is no device 'dask'; did you mean 'desk'?"),
        (
            "osc: {device: rig, address: /a}",
            "'rig' is a device of type sacn, osc cannot use it; write desk, odd or portless",
        ),
        ("osc: {device: portless, address: /a}", "'portless' has no port, because its profile cannot be used; "),
        ("audio: {device: odd, do: play}", "'odd' knows no commands, because its profile cannot be used; "),
        ("audio: {device: desk, do: fadr}", "Behringer X32 / Midas M32 has no command 'fadr'; did you mean 'fader'?"),
        ("audio: {device: desk, do: fader, channel: 99, level: 0 dB}", "99 is out of range; write 1 to 32"),
        ("fade: {device: dask, address: /a, to: 1, time: 2s}", "there is no device 'dask'"),
        ("light: {look: {frunt1: full}}", "there is no fixture or group 'frunt1'; did you mean 'front1'?"),
        ("light: {look: {front1: {pan: 5}}}", "'front1' (generic/dimmer, 8bit) has no parameter 'pan'"),
        ("light: {look: {spot1..spot2: full}}", "none of its fixtures can be used, because their profiles cannot; "),
        ("fade: {master: front, to: 50%, time: 2s}", "there is no master 'front'"),
        ("start: 99", "there is no cue '99'"),
        ("stop: {list: foyer}", "there is no list 'foyer'"),
        ("go to: {cue: 2, if armed: 98}", "there is no cue '98'"),
        ("go to: {cue: 2, if flagged: 97}", "there is no cue '97'"),
    ],
)
def test_a_cue_that_cannot_play_is_broken(does: str, why: str) -> None:
    cues = f"  - {{cue: 1, pre-wait: 2s, continue: auto-follow, {does}}}\n  - {{cue: 2, wait: 1s}}\n"
    found = playing(cues)
    one, two = found.program.cues.values()
    assert one.broken.startswith(why)
    assert (one.effects, one.stop, one.pre_wait, one.continue_) == ((), (), 2.0, "auto-follow")
    assert not two.broken
    with pytest.raises(Refused) as strict:
        opened(lambda: load_text(HEAD + cues))
    known = {str(problem) for problem in strict.value.problems}
    # Of what is broken only for the lack of a profile, check names the profile alone.
    assert {str(p) for p in found.problems if "because" not in p.what} <= known
    assert broken_fact(found.program) == "1 cue is broken, 4 things are left out of the show"
    assert first_broken(found.program) == f"Cue 1: {one.broken}"
    said = "1 cue is broken: it does nothing and keeps its times; 4 things are left out of the show; all else plays"
    assert list(complaints(found))[-1].endswith(said)


def test_each_problem_is_said_once() -> None:
    found = playing("  - {cue: 1, light: {look: {frunt1: full}}}\n  - {cue: 2, start: [8, 9]}\n", RIGHT)
    assert [(p.line, p.what) for p in found.problems] == [
        (9, "there is no fixture or group 'frunt1'"),
        (10, "there is no cue '8'"),
        (10, "there is no cue '9'"),
    ]
    assert broken_fact(found.program) == "2 cues are broken"


def test_what_has_no_profile_is_left_out_and_the_rest_plays() -> None:
    found = playing(
        "  - {cue: 1, light: {time: 1s, look: {front1: full, spot1: full}}}\n"
        "  - {cue: 2, starts segment: nowhere, osc: {device: desk, address: /a}}\n"
    )
    program = found.program
    one, two = program.cues.values()
    assert not one.broken
    assert len(one.effects) == 1
    assert not two.broken
    assert two.effects
    assert two.starts_segment is None
    assert [target.device for target in program.targets] == ["rig", "desk", "odd"]
    assert all(target.to[1] for target in program.targets if isinstance(target, OscTarget))
    assert len(program.left_out) == len(found.problems) == 5
    assert broken_fact(program) == "5 things are left out of the show"
    assert "nowhere" in first_broken(program) or "nobody" in first_broken(program)


def test_what_is_wrong_with_the_show_is_refused_with_all_that_is_broken() -> None:
    cue = "  - {cue: 1, osc: {device: dask, address: /a}}\n"
    assert refused(RIGHT + cue + cue)[0] == "there is no device 'dask'"
    found = refused(RIGHT + cue + "  - {cue: 2, start: 3}\n  - {cue: 3, start: 2}\n")
    assert found[0] == "there is no device 'dask'"
    assert "start one another for ever" in found[1]
    twice = RIGHT.replace("patch:\n", "patch:\n  - {id: other, fixture: generic/dimmer, at: 1.2}\n")
    assert any("overlaps" in what for what in refused(twice + cue))
    assert len(refused(RIGHT + cue + "  - {cue: 2, wait: soon}\n")) == 2
    look = RIGHT.replace("{title: Broken}", "{title: Broken, panic: {light: {frunt1: full}}}")
    assert refused(look + cue) == ["there is no fixture or group 'frunt1'", "there is no device 'dask'"]


def test_a_broken_cue_of_unknown_length_makes_no_circle_and_never_spins() -> None:
    command = "audio: {device: dask, do: go}"
    found = playing(
        f"  - {{cue: 1, continue: auto-follow, {command}}}\n  - {{cue: 2, start: 1}}\n"
        f"  - {{cue: 3, repeat: forever, {command}}}\n"
        f"  - {{cue: 4, group: playlist, loop: yes, cues: [{{cue: 4.1, {command}}}]}}\n"
        f"  - {{cue: 5, group: sequence, repeat: forever, cues: [{{cue: 5.1, {command}}}]}}\n"
    )
    cues = found.program.cues
    assert cues["3"].repeat == 0
    assert cues["3"].duration == 1.0
    assert not cues["4"].loop
    assert cues["5"].repeat == 1


def test_more_broken_cues_than_problems_are_listed() -> None:
    cues = "".join(f"  - {{cue: {n}, osc: {{device: dask, address: /a}}}}\n" for n in range(1, 1501))
    found = playing(cues, RIGHT)
    assert broken_fact(found.program) == "1500 cues are broken"
    with pytest.raises(Refused) as strict:
        opened(lambda: load_text(RIGHT + cues))
    assert any("there are 1000 problems, perhaps more" in problem.what for problem in strict.value.problems)


def test_it_crosses_the_link(tmp_path: Path) -> None:
    program = playing("  - {cue: 1, start: 9}\n").program
    assembly = Assembly()
    for part in parts(program):
        assembly.add(part)
    assert assembly.program() == program


def test_a_right_show_is_the_same_in_both_ways() -> None:
    path = Path("shows/demo.yaml")
    to_play = open_to_play(path)
    assert to_play.problems == ()
    assert to_play.program == open_show(path).program
    assert (broken_fact(to_play.program), first_broken(to_play.program), list(complaints(to_play))) == ("", "", [])


def test_what_of_a_look_cannot_be_made_is_left_out_and_the_rest_plays() -> None:
    cues = (
        "  - {cue: 1, light: {time: 1s, look: {front1..front2: {intensity: 40%, red: 10, gobo: Stars}}}}\n"
        "  - {cue: 2, light: {look: {front1: 20%, frunt1: 30%}}}\n"
        "  - {cue: 3, light: {look: {front1..front4: 20%}}}\n"
        "  - {cue: 4, light: {look: {front1: 20%}, parts: [{time: 3s, look: {front1: 50%, front2: 50%}}]}}\n"
        "  - {cue: 5, light: {look: {front1: 20%, front2: {red: 10, time: 9s}}}}\n"
        "  - {cue: 6, light: {look: {front1: {red: 10}, frunt2: 20%}}}\n"
    )
    found = playing(cues, RIGHT)
    cue = found.program.cues
    assert [number for number, each in cue.items() if each.broken] == ["6"]
    moved = {n: [len(e.targets) // 4 for e in each.effects if isinstance(e, Fade)] for n, each in cue.items()}
    assert moved == {"1": [2], "2": [1], "3": [2], "4": [1, 1], "5": [1], "6": []}
    assert cue["5"].duration == 9.0  # what is left out keeps its time
    said = dict(each.split(" plays the rest: ") for each in found.program.left_out)
    assert said["cue 1"].startswith("'front1' (generic/dimmer, 8bit) has no parameter 'red' (and 1 more); ")
    assert said["cue 2"] == "there is no fixture or group 'frunt1'; did you mean 'front1'?"
    assert said["cue 3"].startswith("there is no fixture or group 'front3'; ")
    assert said["cue 4"].startswith("intensity of 'front1' is moved by the cue itself already; ")
    assert set(said) == {"cue 1", "cue 2", "cue 3", "cue 4", "cue 5"}
    assert first_broken(found.program) == f"Cue 6: {cue['6'].broken}"
    assert broken_fact(found.program) == "1 cue is broken, 5 things are left out of the show"
    lines = [problem.line for problem in found.problems]
    assert sorted(lines) == [9, 9, 10, 11, 12, 13, 14, 14]
    with pytest.raises(Refused) as strict:
        opened(lambda: load_text(RIGHT + cues))
    assert {str(problem) for problem in strict.value.problems} == {str(problem) for problem in found.problems}


def test_panic_and_masters_do_what_is_left_of_them() -> None:
    text = RIGHT.replace(
        "show: {title: Broken}", "show: {title: Broken, panic: {light: {front1: 30%, front2: {gobo: 1}}}}"
    ).replace(
        "cues:\n",
        "masters: {sun: {look: {front2: {intensity: full, gobo: Stars}}}}\n"
        "cues:\n  - {cue: 1, light: {look: {front1: full}}}\n",
    )
    program = opened_to_play(lambda: load_text(text)).program
    (look,) = program.panic_look
    assert len(look.parameters) == 4
    assert [len(fade.parameters) for fade in program.masters[0].look] == [4]
    assert len(program.left_out) == 2
    assert all("'front2' (generic/dimmer, 8bit) has no parameter 'gobo'" in words for words in program.left_out)
    with pytest.raises(Refused):
        opened(lambda: load_text(text))
