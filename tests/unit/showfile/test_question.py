"""What `check` asks: it has its place in the file, and nothing is refused for it."""

import json

from showctl.model.problem import Problem, Question
from showctl.showfile.load import load_text


def test_a_question_has_its_place_and_says_that_it_is_one() -> None:
    source = load_text("showctl: 1\nshow: {title: A}\ncues:\n  - {cue: 1, wait: 1s}\n", "a.yaml").source
    asked = source.located(Question(("cues", 0, "wait"), "that is short", "write 2s"))
    assert str(asked) == "a.yaml:4:20: cue 1 > wait: question: that is short; write 2s"
    assert json.loads(json.dumps(asked.as_dict()))["question"] is True
    assert not source.located(Problem(("cues", 0, "wait"), "that is short", "write 2s")).question
