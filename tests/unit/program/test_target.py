"""Acting cues as the engine is asked, and targets that make no sense."""

import pytest

from showctl.model.effect import Ask
from showctl.program.opening import opened
from showctl.program.program import Program
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

HEAD = "showctl: 1\nshow: {title: Test}\ncues:\n"
FOYER = "lists:\n  foyer: {cues: [{cue: 1, wait: 1s}, {cue: 2, start: 1}, {cue: 3, start: [main/1, 9]}]}\n"


def program(cues: str, rest: str = FOYER) -> Program:
    return opened(lambda: load_text(HEAD + "  - {cue: 1, wait: 9s}\n  - {cue: 9, wait: 9s}\n" + cues + rest)).program


def problems(cues: str, rest: str = FOYER) -> list[str]:
    with pytest.raises(Refused) as refused:
        program(cues, rest)
    return [f"{p.line - 5}: {p.where}: {p.what}; {p.remedy}" for p in refused.value.problems]


@pytest.mark.parametrize(
    ("written", "ask"),
    [
        ("start: 1", Ask(0.0, "start", ("1",))),
        ("start: [9, foyer/1, 9]", Ask(0.0, "start", ("9", "foyer/1"))),
        ("start: {list: foyer}", Ask(0.0, "start", (), ("foyer",))),
        ("stop: {cue: 1, fade: 3s}", Ask(0.0, "stop", ("1",), fade=3.0)),
        ("hard stop: all", Ask(0.0, "hard stop", (), ("main", "foyer"))),
        ("pause: 1", Ask(0.0, "pause", ("1",))),
        ("resume: 1", Ask(0.0, "resume", ("1",))),
        ("load: {cue: [1, foyer/2], at: 1m30s}", Ask(0.0, "load", ("1", "foyer/2"), to=90.0)),
        ("load: {list: foyer, at: -10s, if armed: 9}", Ask(0.0, "load", (), ("foyer",), to=-10.0, only_if=("9",))),
        ("arm: {cue: 1, if armed: [9, foyer/2]}", Ask(0.0, "arm", ("1",), only_if=("9", "foyer/2"))),
        ("disarm: [1, 9]", Ask(0.0, "disarm", ("1", "9"))),
        ("reset: {list: [main, foyer]}", Ask(0.0, "reset", (), ("main", "foyer"))),
        ("go to: [1, foyer/2]", Ask(0.0, "go to", ("1", "foyer/2"))),
        ("break out: 1", Ask(0.0, "break out", ("1",))),
        ("panic: yes", Ask(0.0, "panic")),
        ("release: foyer", Ask(0.0, "release", (), ("foyer",))),
        ("release: [main, foyer]", Ask(0.0, "release", (), ("main", "foyer"))),
        ("release: all", Ask(0.0, "release", (), ("main", "foyer"))),
        ("release: {lists: foyer, time: 3s}", Ask(0.0, "release", (), ("foyer",), fade=3.0)),
        ("release: {all: yes, time: 3s}", Ask(0.0, "release", (), ("main", "foyer"), fade=3.0)),
        ("stop others: peers", Ask(0.0, "stop others", scope="peers")),
        ("stop others: all, fade: 2s", Ask(0.0, "stop others", scope="all", fade=2.0)),
    ],
)
def test_what_is_asked(written: str, ask: Ask) -> None:
    cue = program(f"  - {{cue: 5, {written}}}\n").cues["5"]
    assert cue.effects == (ask,)
    assert cue.duration == ask.fade
    assert cue.type == ask.act


def test_a_memo_asks_nothing() -> None:
    cue = program("  - {cue: 5, memo: Call the host}\n").cues["5"]
    assert (cue.effects, cue.duration, cue.type) == ((), 0.0, "memo")


def test_numbers_are_those_of_the_own_list_first() -> None:
    cues = program("").cues
    assert cues["foyer/2"].effects == (Ask(0.0, "start", ("foyer/1",)),)
    assert cues["foyer/3"].effects == (Ask(0.0, "start", ("1", "9")),)


def test_what_is_not_there() -> None:
    otherwise = "write its number, or list/number for a cue of another list"
    assert problems(
        "  - {cue: 2, start: foyer/F1}\n"
        "  - {cue: 3, stop: {cue: [1, 77], list: [foyr, main], if armed: 78}}\n"
        "  - {cue: 4, group: timeline, cues: [{cue: 4.1, arm: LX4}]}\n"
        "  - {cue: 5, lable: x, wait: 1s}\n"
        "  - {cue: A, release: foyr}\n"
        "  - {cue: B, release: {lists: [main, foyr], time: 2s}}\n"
        "  - {cue: C, release: {time: 2s}}\n"
    ) == [
        "1: cue 2 > start: there is no cue 'foyer/F1'; did you mean 'foyer/1'?",
        f"2: cue 3 > stop > cue > item 2: there is no cue '77'; {otherwise}",
        "2: cue 3 > stop > list > item 1: there is no list 'foyr'; did you mean 'foyer'?",
        f"2: cue 3 > stop > if armed: there is no cue '78'; {otherwise}",
        f"3: cue 4.1 > arm: there is no cue 'LX4'; {otherwise}",
        "4: cue 5 > lable: unknown key 'lable'; did you mean 'label'?",
        "5: cue A > release: there is no list 'foyr'; did you mean 'foyer'?",
        "6: cue B > release > lists > item 2: there is no list 'foyr'; did you mean 'foyer'?",
        "7: cue C > release: names no list; write for example {lists: [band], time: 3s}, or all",
    ]


def test_a_cue_that_is_wrong_itself_is_there_all_the_same() -> None:
    (one,) = problems("  - {cue: 2, start: 3}\n  - {cue: 3, wait: x}\n")
    assert one.startswith("2: cue 3 > wait:")


def test_standby_that_cannot_be() -> None:
    carts = "lists:\n  stings: {cart: yes, cues: [{cue: 1, wait: 1s}]}\n"
    assert problems(
        "  - {cue: 2, group: timeline, cues: [{cue: 2.1, wait: 1s}]}\n"
        "  - {cue: 3, go to: 2.1}\n"
        "  - {cue: 4, go to: [1, 9]}\n"
        "  - {cue: 5, go to: stings/1}\n"
        "  - {cue: 6, go to: {list: stings}}\n"
        "  - {cue: 7, start: {list: stings}}\n"
        "  - {cue: 8, start: [stings/1, 2.1]}\n",
        carts,
    ) == [
        "2: cue 3 > go to: cue 2.1 is inside a group that plays by itself, so it cannot be in standby; "
        "go to the group, or write start",
        "3: cue 4 > go to: standby of list 'main' cannot be in two places; write one cue of each list",
        "4: cue 5 > go to: cue stings/1 is in the cart 'stings', which has no standby; write start: stings/1",
        "5: cue 6 > go to > list: 'stings' is a cart, which has no standby; write a list with an order",
        "6: cue 7 > start > list: 'stings' is a cart, which has no standby; start its cues by number",
    ]
