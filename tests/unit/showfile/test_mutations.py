"""Ten thousand mutated show files: each loads, or says what is wrong; and profiles likewise. No traceback, no hang.

SHOWCTL_FUZZ=100000 sets how many in all.
"""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from showctl.fixtures import library
from showctl.program.opening import opened, opened_to_play
from showctl.shipped import shipped
from showctl.showfile import device_profile
from showctl.showfile.load import Refused, load_text
from showctl.showfile.report import LocatedProblem, Report
from showctl.showfile.splice import text_of
from showctl.showfile.text import decode
from tests.unit.showfile.mutation import MUTATIONS

pytestmark = pytest.mark.fuzz
COUNT = int(os.environ.get("SHOWCTL_FUZZ", "10000"))
HANGS = 10.0
"""Seconds of this thread's own time; a load takes two thousandths."""
SHOW = (Path(__file__).parent / "data" / "small.yaml").read_text(encoding="utf-8")
PROFILES = {
    "fixture": (library.profile_of, shipped("fixtures_library") / "generic" / "moving-spot.yaml"),
    "device": (device_profile.profile_of, shipped("resources") / "profiles" / "generic" / "msc.yaml"),
}


def tried(what: str, text: str, feed: Callable[[str], object]) -> bool:
    """Whether it was taken. Fails for anything but a good reason, and names the input."""
    began = time.thread_time()
    problems: list[LocatedProblem] | None = None
    try:
        feed(text)
    except Refused as refused:
        problems = refused.problems
    except Exception as error:
        raise AssertionError(f"{what}: {error!r}\n{text}") from error
    assert problems != [], what
    for problem in problems or ():
        assert problem.line >= 1, what
        assert problem.column >= 1, what
        assert problem.what, what
        assert str(problem).isprintable(), what
    assert time.thread_time() - began < HANGS, what
    return problems is None


def test_the_show_that_is_mutated_has_everything() -> None:
    assert opened(lambda: load_text(SHOW)).questions == ()
    keys = {
        "devices",
        "inputs",
        "patch",
        "groups",
        "palettes",
        "masters",
        "cues",
        "lists",
        "run of show",
        "people",
        "suppliers",
        "logistics",
    }
    assert keys <= load_text(SHOW).root.keys()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", MUTATIONS)
def test_shows(kind: str) -> None:
    taken = 0
    for number in range(COUNT * 9 // 10 // len(MUTATIONS)):
        mutated = MUTATIONS[kind](SHOW, random.Random(f"{kind} {number}"))
        if tried(f"{kind} {number}", mutated, load_text):
            taken += 1
            loaded = load_text(mutated)
            assert text_of(loaded.root) == mutated.removeprefix("\ufeff"), f"{kind} {number}"
        if number % 10 == 0:  # what is found wrong later, when it is compiled
            tried(f"{kind} {number}, opened", mutated, lambda text: opened_to_play(lambda: load_text(text)))
    assert taken, "a mutation that spares nothing finds little"


@pytest.mark.parametrize("which", PROFILES)
def test_profiles(which: str) -> None:
    profile_of, file = PROFILES[which]
    text = file.read_text(encoding="utf-8")

    def feed(mutated: str) -> None:
        report = Report("profile.yaml")
        profile_of(decode(mutated.encode("utf-8", "surrogatepass"), report), report)

    for number in range(COUNT // 20):
        kind = list(MUTATIONS)[number % len(MUTATIONS)]
        tried(f"{which} {kind} {number}", MUTATIONS[kind](text, random.Random(f"{which} {number}")), feed)
