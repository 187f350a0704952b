"""What `check` asks: it has its place in the file, and nothing is refused for it."""

import json

from showctl.model.problem import Problem, Question
from showctl.showfile.level_question import level_questions
from showctl.showfile.load import load_text


def test_a_question_has_its_place_and_says_that_it_is_one() -> None:
    source = load_text("showctl: 1\nshow: {title: A}\ncues:\n  - {cue: 1, wait: 1s}\n", "a.yaml").source
    asked = source.located(Question(("cues", 0, "wait"), "that is short", "write 2s"))
    assert str(asked) == "a.yaml:4:20: cue 1 > wait: question: that is short; write 2s"
    assert json.loads(json.dumps(asked.as_dict()))["question"] is True
    assert not source.located(Problem(("cues", 0, "wait"), "that is short", "write 2s")).question


def test_levels_below_one_percent_outside_looks() -> None:
    text = """showctl: 1
show: {title: A}
patch: [{id: a, fixture: generic/dimmer, proportional: 0.75}, {id: b, fixture: generic/dimmer, proportional: 75}]
masters: {band: {fixtures: a, level: 0.5}, other: {fixtures: a, level: 0.5%}}
cues:
  - {cue: 1, fade: {master: band, to: .25, time: 3s}}
  - {cue: 2, fade: {master: band, to: 0}}
"""
    assert [(q.path, q.what) for q in level_questions(load_text(text).source.root)] == [
        (("masters", "band", "level"), "0.5 is half a percent"),
        (("patch", 0, "proportional"), "0.75 is 0.75 percent"),
        (("cues", 0, "fade", "to"), "0.25 is 0.25 percent"),
    ]
