"""Three states of a show made one: who changed what has it, and what does not go together is asked."""

import re
from typing import Any

import pytest

from showctl.showfile.compare import compare
from showctl.showfile.load import Loaded, load_text
from showctl.showfile.merge import Merged, choose, merge
from showctl.showfile.splice import text_of
from tests.unit.showfile.test_compare import SHOW

Edit = tuple[str, str]


def edited(*edits: Edit, show: str = SHOW) -> Loaded:
    for old, new in edits:
        assert old in show, old
        show = show.replace(old, new, 1)
    return load_text(show)


def both(mine: list[Edit], theirs: list[Edit], show: str = SHOW) -> Merged:
    return merge(load_text(show), edited(*mine, show=show), edited(*theirs, show=show))


def same(merged: Merged, expected: Loaded) -> bool:
    changes = compare(merged.loaded, expected, spelling=True).changes
    assert not changes, [str(change) for change in changes]
    assert not compare(load_text(text_of(merged.root)), expected), text_of(merged.root)
    return merged.loaded.show == expected.show


TIME = ("time: 5s", "time: 3s")
FRONT = ("front: 60%", "front: 40%")
FILM = ("label: Film", "label: The film")
STING = ("  - {cue: 3,", "  - {cue: 2.5, label: Sting, wait: 1s}\n  - {cue: 3,")
BOW = ("  - {cue: 5,", "  - {cue: 4.5, label: Bow, wait: 2s}\n  - {cue: 5,")
NO_BLACKOUT = ("  - {cue: 2, label: Blackout, light: {time: 2s, look: {front: out}}}\n", "")
DOORS = ("45m", "50m")
CAR = ("{title: Car, status: open}", "{title: Car, status: done}\n  - {title: Bar}")
PATCH = ("at: 1.101", "at: 1.201")
GOLD = ('gold: "#ffb43c"', 'gold: "#ffb43c", cold: 5600 K')
DESK = ("  desk: {type", "  amp: {type: osc, to: 127.0.0.1:7000}\n  desk: {type")
VERSE = ("{cue: 1, label: Verse, wait: 3s}", "{cue: 1, label: Verse, wait: 4s}\n      - {cue: 2, wait: 1s}")
INSIDE = ("      - {cue: 4.2,", "      - {cue: 4.15, wait: 3s}\n      - {cue: 4.2,")
EDITS = {
    "time": TIME, "front": FRONT, "film": FILM, "sting": STING, "bow": BOW, "no blackout": NO_BLACKOUT,
    "doors": DOORS, "car": CAR, "patch": PATCH, "gold": GOLD, "desk": DESK, "verse": VERSE, "inside": INSIDE,
}  # fmt: skip


@pytest.mark.parametrize("mine", EDITS)
@pytest.mark.parametrize("theirs", EDITS)
def test_disjoint_edits_come_together(mine: str, theirs: str) -> None:
    merged = both([EDITS[mine]], [EDITS[theirs]])
    together = [EDITS[mine]] if mine == theirs else [EDITS[mine], EDITS[theirs]]
    assert merged.conflicts == ()
    assert same(merged, edited(*together))


def test_everything_of_two_people_comes_together() -> None:
    mine, theirs = [TIME, STING, GOLD, PATCH], [FILM, BOW, DOORS, CAR, VERSE, INSIDE, NO_BLACKOUT]
    assert same(both(mine, theirs), edited(*mine, *theirs))
    assert same(both(theirs, mine), edited(*mine, *theirs))


def test_one_side_alone() -> None:
    base, other = load_text(SHOW), edited(TIME, STING)
    assert merge(base, other, base).root is other.root
    assert merge(base, base, other).root is other.root
    assert merge(base, other, load_text(text_of(other.root))).root is other.root


def test_a_field_that_both_changed_is_asked() -> None:
    merged = both([TIME], [("time: 5s", "time: 4s"), FILM])
    (conflict,) = merged.conflicts
    assert str(conflict) == "cue 1: light > time: 5s was changed to 3s (mine) and to 4s (theirs)"
    assert same(merged, edited(TIME, FILM))
    assert same(choose(merged, conflict, "theirs"), edited(("time: 5s", "time: 4s"), FILM))
    assert same(choose(merged, conflict, "base"), edited(FILM))
    assert choose(merged, conflict, "base").conflicts == ()
    with pytest.raises(ValueError, match="no choice"):
        choose(merged, conflict, "both")


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("time: 3s", "time: 3.0s", "time: 3s"),
        ("time: 5.0s", "time: 4s", "time: 4s"),
        ("time: 4s", "time: 0:05", "time: 4s"),
        ("time: {up: 5s, down: 6s}", "time: {up: 4s, down: 5s}", "time: {up: 4s, down: 6s}"),
    ],
)
def test_the_same_value_in_another_writing_is_no_conflict(mine: str, theirs: str, expected: str) -> None:
    merged = both([("time: 5s", mine)], [("time: 5s", theirs)])
    assert merged.conflicts == ()
    assert merged.loaded.show == edited(("time: 5s", expected)).show


def test_removed_here_and_changed_there() -> None:
    merged = both([NO_BLACKOUT], [("time: 2s", "time: 4s")])
    (conflict,) = merged.conflicts
    assert str(conflict) == "cue 2: removed (mine) and changed (theirs): light > time: 2s → 4s"
    assert same(merged, edited(NO_BLACKOUT))
    assert same(choose(merged, conflict, "theirs"), edited(("time: 2s", "time: 4s")))
    assert same(choose(merged, conflict, "base"), load_text(SHOW))


def test_two_new_cues_at_one_place_are_both_there_mine_first() -> None:
    merged = both([STING], [("  - {cue: 3,", "  - {cue: 2.7, wait: 9s}\n  - {cue: 3,")])
    assert merged.conflicts == ()
    assert [cue.number for cue in merged.loaded.show.cues][:4] == ["1", "2", "2.5", "2.7"]


def test_two_new_cues_with_one_number_are_asked() -> None:
    theirs = ("  - {cue: 3,", "  - {cue: 2.5, label: Applause, wait: 9s}\n  - {cue: 3,")
    merged = both([STING], [theirs])
    (conflict,) = merged.conflicts
    assert str(conflict) == (
        'cue 2.5: two cues have the number 2.5: "Sting", wait (mine) and "Applause", wait (theirs)'
    )
    assert same(merged, edited(STING))
    assert same(choose(merged, conflict, "theirs"), edited(theirs))
    numbers = [(cue.number, cue.label) for cue in choose(merged, conflict, "both").loaded.show.cues]
    assert numbers[2:4] == [("2.5", "Sting"), ("2.5.1", "Applause")]
    assert both([STING], [STING]).conflicts == ()


def test_numbered_anew_here_and_edited_there() -> None:
    """What they write of a cue by its old number means that cue."""
    anew = [
        ("cue: 5, label: Back, start: 3", "cue: 6, label: Back, start: 4"),
        ("cue: 4\n", "cue: 5\n"),
        ("cue: 3, label", "cue: 3, label: New, wait: 9s}\n  - {cue: 4, label"),
    ]
    theirs = [FILM, ("wait: 1s}", "wait: 7s}"), ("  - {cue: 5,", "  - {cue: 4.9, stop: 3}\n  - {cue: 5,")]
    merged = both(anew, theirs)
    assert merged.conflicts == ()
    cues = {cue.number: cue for cue in merged.loaded.show.cues}
    assert cues["4"].label == "The film"
    assert cues["4.9"].stop.cues == ("4",)  # type: ignore[attr-defined]
    assert cues["6"].start.cues == ("4",)  # type: ignore[attr-defined]
    again = both(theirs, anew)
    assert again.conflicts == ()
    assert {cue.number: cue for cue in again.loaded.show.cues} == cues


def test_moved_here_and_edited_there() -> None:
    film = "  - {cue: 3, label: Film, osc: {device: desk, address: /go}}\n"
    move = [(film, ""), ("cues:\n  - cue: 1\n", "cues:\n" + film + "  - cue: 1\n")]
    assert same(both(move, [FILM]), edited(*move, FILM))
    assert same(both([FILM], move), edited(*move, FILM))


def test_moved_to_two_places_is_asked() -> None:
    film = "  - {cue: 3, label: Film, osc: {device: desk, address: /go}}\n"
    inside = "      - {cue: 3, label: Film, osc: {device: desk, address: /go}}\n"
    into_group = [(film, ""), ("      - {cue: 4.1", inside + "      - {cue: 4.1")]
    into_list = [
        (film, ""),
        ("      - {cue: 1, label: Verse", inside + "      - {cue: 1, label: Verse"),
        ("start: 3", "start: band/3"),
    ]
    merged = both(into_group, into_list)
    (conflict,) = merged.conflicts
    assert conflict.words == (
        "place: after cue 2 was changed to the top of cue 4 (mine) and to the top of list band (theirs)"
    )
    assert same(choose(merged, conflict, "theirs"), edited(*into_list))


def test_what_no_longer_holds_together_is_a_conflict() -> None:
    """They took out the group that I began to use."""
    show = SHOW.replace("front: 60%", "front1: 60%").replace("look: {front: out}", "look: {front1: out}")
    mine, theirs = ("look: {front1: out}", "look: {front: out}"), ("groups:\n  front: front1..front4\n", "")
    merged = both([mine], [theirs], show)
    (conflict,) = merged.conflicts
    assert conflict.item.name == "2"
    assert "there is no fixture or group 'front'" in conflict.words
    assert same(merged, edited(mine, show=show))
    settled = choose(merged, conflict, "theirs")
    assert settled.conflicts == ()
    assert same(settled, edited(theirs, show=show))


def test_groups_with_cues_that_were_changed_inside() -> None:
    whole = SHOW[SHOW.index("  - cue: 4\n") : SHOW.index("  - {cue: 5,")]
    merged = both([(whole, "")], [INSIDE, ("wait: 2s", "wait: 8s")])
    (conflict,) = merged.conflicts
    assert str(conflict) == 'cue 4: removed (mine) and changed to "Opening", group (theirs)'
    assert same(merged, edited((whole, "")))
    assert same(choose(merged, conflict, "theirs"), edited(INSIDE, ("wait: 2s", "wait: 8s")))
    assert both([(whole, "")], [FILM]).conflicts == ()


def test_a_list_that_was_removed() -> None:
    lists = SHOW[SHOW.index("lists:\n") : SHOW.index("run of show:")]
    assert same(both([(lists, "")], [FILM]), edited((lists, ""), FILM))
    assert same(both([FILM], [(lists, "")]), edited((lists, ""), FILM))
    merged = both([(lists, "")], [VERSE])
    (conflict,) = merged.conflicts
    assert conflict.item.kind == "list"
    assert same(merged, edited((lists, "")))
    assert same(choose(merged, conflict, "theirs"), edited(VERSE))


def test_members_of_a_group_are_a_set() -> None:
    show = SHOW.replace("front: front1..front4", "front: [front1, front2]")
    merged = both([("[front1, front2]", "[front1, front2, front5]")], [("[front1, front2]", "[front2, front6]")], show)
    assert merged.conflicts == ()
    assert merged.loaded.show.groups["front"] == ("front2", "front5", "front6")


def test_the_least_that_a_show_says() -> None:
    least = "showctl: 1\nshow: {title: A}\n"
    lists = "lists: {band: {cues: [{cue: 1, wait: 1s}]}}\n"
    base, mine = load_text(least), load_text(least + "cues: [{cue: 1, wait: 1s}]\n")
    theirs = load_text(least + lists + "logistics: [{title: Car}]\npalettes: {colour: {gold: L201}}\n")
    merged = merge(base, mine, theirs)
    assert merged.conflicts == ()
    assert list(merged.root) == ["showctl", "show", "cues", "lists", "logistics", "palettes"]
    both_lists = merge(base, load_text(least + lists), load_text(least + lists.replace("band", "foyer")))
    assert list(both_lists.loaded.show.lists) == ["band", "foyer"]
    empty = merge(load_text(least + lists), load_text(least), load_text(least + lists + "x-a: 1\n"))
    assert dict(empty.root) == dict(base.root)


def test_keys_of_the_author() -> None:
    merged = both(
        [("cue: 3,", "x-hint: 1, cue: 3,"), ("showctl: 1", "showctl: 1\nx-a: 1")], [("cue: 3,", "cue: 3, x-b: 2,")]
    )
    assert merged.conflicts == ()
    assert merged.root.own == {"x-a": "1"}
    cue: Any = merged.root["cues"][2]
    assert cue.own == {"x-hint": "1", "x-b": "2"}


def test_other_problems_come_from_who_knows_them() -> None:
    """Two fixtures at one address: each of us patched one."""
    from showctl.model.problem import Problem
    from showctl.showfile.report import LocatedProblem

    def examine(loaded: Loaded) -> list[LocatedProblem]:
        patch = loaded.show.patch
        pairs = [(n, one, other) for n, one in enumerate(patch) for other in patch[:n] if one.at == other.at]
        found = [Problem(("patch", n, "at"), f"'{one.id}' is where '{other.id}' is") for n, one, other in pairs]
        return [loaded.source.located(problem) for problem in found]

    line = "groups:\n  front"
    mine = edited((line, f"  - {{id: a, fixture: generic/dimmer, at: 2.1}}\n{line}"))
    theirs = edited((line, f"  - {{id: b, fixture: generic/dimmer, at: 2.1}}\n{line}"))
    merged = merge(load_text(SHOW), mine, theirs, examine=examine)
    (conflict,) = merged.conflicts
    assert conflict.words == "together it is wrong: 'b' is where 'a' is"
    assert same(merged, mine)
    assert same(choose(merged, conflict, "theirs"), theirs)


@pytest.mark.parametrize("theirs", ["time: 4s", "time: {up: 4s}"])
def test_a_short_time_and_a_time_of_one_part_meet(theirs: str) -> None:
    merged = both([("time: 5s", "time: {up: 5s, down: 8s}")], [("time: 5s", theirs)])
    assert len(merged.conflicts) == 1
    assert "down: 5s was changed to 8s (mine) and to 4s (theirs)" in str(merged.conflicts[0])
    assert not choose(merged, merged.conflicts[0], "theirs").conflicts


def test_a_short_time_changed_by_one_alone_is_as_that_one_has_it() -> None:
    change = [("time: 5s", "time: {up: 5s, down: 8s}")]
    assert same(both(change, []), edited(*change))
    assert same(both([], change), edited(*change))


RENAMED = {
    "palette": ([('gold: "#ffb43c"', 'goldy: "#ffb43c"'), ("colour: gold}", "colour: goldy}")], "goldy"),
    "device": ([("  desk: {", "  foh: {"), ("device: desk", "device: foh")], "foh"),
    "group": (
        [("  front: front1", "  fronts: front1"), ("front: 60%", "fronts: 60%"), ("front: out", "fronts: out")],
        "fronts",
    ),
}
IN_USE = [
    ("look: {front: out}", "look: {front: out, wash1: {colour: gold}}"),
    ("  - {cue: 5,", "  - {cue: 4.9, osc: {device: desk, address: /stop}}\n  - {cue: 5,"),
    ("wait: 3s}", "light: {look: {front: 5%}}}"),
    ("9000", "9001"),
]


@pytest.mark.parametrize("kind", RENAMED)
def test_what_one_renamed_and_the_other_names_anew_or_edits_is_one_thing(kind: str) -> None:
    renaming, name = RENAMED[kind]
    for merged in (both(renaming, IN_USE), both(IN_USE, renaming)):
        assert merged.conflicts == ()
        wanted = edited(*IN_USE).show, load_text(SHOW).show
        assert len(merged.loaded.show.cues) == len(wanted[0].cues)
        text = text_of(merged.root)
        assert "127.0.0.1:9001" in text
        old = {"palette": "gold", "device": "desk", "group": "front"}[kind]
        assert not [word for word in re.findall(r"[\w.]+", text) if word == old]
        assert len([word for word in re.findall(r"[\w.]+", text) if word == name]) == {"group": 4}.get(kind, 3)


def test_what_both_renamed_alike_is_one_thing_and_what_was_only_replaced_is_not_renamed() -> None:
    renaming, _ = RENAMED["device"]
    assert same(both(renaming, [*renaming, TIME]), edited(*renaming, TIME))
    other = ("  desk: {type: osc, to: 127.0.0.1:9000}", "  foh: {type: midi, port: A}")
    merged = both([other, ("osc: {device: desk, address: /go}", "midi: {device: foh, note: 1}")], [("9000", "9001")])
    assert [conflict.words for conflict in merged.conflicts] == [
        "removed (mine) and changed (theirs): to: 127.0.0.1:9000 → 127.0.0.1:9001"
    ]


def test_a_palette_taken_away_by_one_who_means_the_word_is_no_question() -> None:
    mine = [('palettes:\n  colour: {gold: "#ffb43c"}\n', "")]
    assert not both(mine, [TIME]).conflicts


def test_a_list_removed_by_one_with_a_new_cue_of_the_other_is_said_to_be_changed() -> None:
    gone = SHOW[SHOW.index("lists:") : SHOW.index("run of show:")]
    (conflict,) = both([(gone, "")], [VERSE]).conflicts
    assert conflict.words == "removed (mine) and changed (theirs)"


def test_theirs_has_a_number_that_mine_gave_to_another_cue() -> None:
    other = ("  - cue: 4\n", "  - {cue: 3.3, label: Other, memo: t}\n  - cue: 4\n")
    merged = both([("{cue: 3,", "{cue: 3.3,"), ("start: 3}", "start: 3.3}")], [other])
    (conflict,) = merged.conflicts
    text = text_of(choose(merged, conflict, "theirs").root)
    assert "{cue: 3, label: Film" in text
    assert "{cue: 3.3, label: Other" in text
    assert "start: 3}" in text
    assert "{cue: 3.3.1, label: Other" in text_of(choose(merged, conflict, "both").root)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_number_given_anew_takes_no_new_cue_away(swapped: bool) -> None:
    """The new cue is beside its neighbours with a free number, and that is said; nothing else has another number."""
    renumbered = [("{cue: 3,", "{cue: 2.5,"), ("start: 3}", "start: 2.5}")]
    sides = ([STING], renumbered) if swapped else (renumbered, [STING])
    merged = both(*sides)
    assert [(cue.number, cue.label) for cue in merged.loaded.show.cues][1:4] == [
        ("2", "Blackout"),
        ("2.1", "Sting"),
        ("2.5", "Film"),
    ]
    assert "start: 2.5}" in text_of(merged.root)
    (conflict,) = merged.conflicts
    assert "two cues have the number 2.5: " in conflict.words
    assert same(choose(merged, conflict, "both"), merged.loaded)
    assert same(choose(merged, conflict, "mine" if swapped else "theirs"), edited(STING))
    assert same(choose(merged, conflict, "theirs" if swapped else "mine"), edited(*renumbered))


def test_a_cue_becomes_a_group_on_one_side_while_the_other_writes_it_otherwise() -> None:
    head = "showctl: 1\nshow: {title: T}\ncues:\n"
    single = load_text(f"{head}  - {{cue: 3, label: Film, memo: x}}\n")
    otherwise = load_text(f"{head}  - cue: 3\n    memo: x\n    label: Film\n")
    group = load_text(f"{head}  - {{cue: 3, label: Film, group: timeline, cues: [{{cue: 3.3, wait: 7s}}]}}\n")
    for base, mine, theirs, result in (
        (single, otherwise, group, group),
        (single, group, otherwise, group),
        (group, single, load_text(text_of(group.root).replace("7s", "7.0s")), single),
    ):
        merged = merge(base, mine, theirs)
        assert not merged.conflicts
        assert merged.loaded.show == result.show
