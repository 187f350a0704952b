"""Two states of a show compared: what people would say is different, and nothing else."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.showfile.as_written import as_written
from showctl.showfile.change_words import comparison_lines
from showctl.showfile.compare import compare
from showctl.showfile.load import Refused, load_text
from tests.strategies import STYLES, dumped, shows

SHOW = """\
showctl: 1
show: {title: Evening}
devices:
  rig: {type: sacn, universes: 1-4, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:9000}
patch:
  - {id: front1..front8, fixture: generic/dimmer, at: 1.1}
  - {id: wash1..wash4, fixture: generic/led-par, mode: rgbw, at: 1.101}
groups:
  front: front1..front4
palettes:
  colour: {gold: "#ffb43c"}
cues:
  - cue: 1
    label: Walk-in
    light:
      time: 5s
      look:
        front: 60%
        wash1..wash4: {intensity: full, colour: gold}
  - {cue: 2, label: Blackout, light: {time: 2s, look: {front: out}}}
  - {cue: 3, label: Film, osc: {device: desk, address: /go}}
  - cue: 4
    label: Opening
    group: sequence
    cues:
      - {cue: 4.1, label: First, wait: 1s}
      - {cue: 4.2, label: Second, wait: 2s}
  - {cue: 5, label: Back, start: 3}
lists:
  band:
    cues:
      - {cue: 1, label: Verse, wait: 3s}
run of show:
  - {segment: doors, start: 18:30, duration: 45m}
  - {segment: show, duration: 1h30m}
logistics:
  - {title: Car, status: open}
"""


def said(*edits: tuple[str, str], spelling: bool = False, show: str = SHOW) -> list[str]:
    """What a comparison says of a show and the same with some text replaced."""
    text = show
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    comparison = compare(load_text(show), load_text(text), spelling=spelling)
    return [str(change) for change in comparison.changes]


def test_what_is_renamed_is_no_change_of_what_names_it() -> None:
    edits = [("  desk: {", "  foh: {"), ("9000", "9001"), ("device: desk", "device: foh")]
    assert said(*edits) == ["device foh: renamed from desk", "device foh: to: 127.0.0.1:9000 → 127.0.0.1:9001"]
    edits = [('gold: "#ffb43c"', 'amber: "#ffb43c"'), ("colour: gold}", "colour: amber}")]
    assert said(*edits) == ["palette colour amber: renamed from colour gold"]
    edits = [("  front: front1", "  fronts: front1"), ("front: 60%", "fronts: 60%"), ("front: out", "fronts: 3%")]
    assert said(*edits) == ["group fronts: renamed from front", "cue 2: light > look > fronts intensity: out → 3%"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("time: 5s", "time: 3s", "cue 1: light > time: 5s → 3s"),
        ("time: 5s", "time: {up: 5s, down: 6s}", "cue 1: light > time: 5s → up 5s, down 6s"),
        ("front: 60%", "front: 40%", "cue 1: light > look > front intensity: 60% → 40%"),
        ("front: 60%", "front1..front2: 60%", "cue 1: light > look > front3..front4 intensity: 60% → nothing"),
        ("label: Film", "label: The film", 'cue 3: label: "Film" → "The film"'),
        ("label: Film", "armed: no", 'cue 3: label: "Film" → nothing'),
        ("cue: 3, ", "cue: 3, armed: no, ", "cue 3: armed: yes → no"),
        ("cue: 3, ", "cue: 3, x-mine: 7, ", "cue 3: x-mine: nothing → 7"),
        ("start: 3", "start: 2", "cue 5: start > cue: 3 → 2"),
        ("18:30", "18:45", "segment doors: start: 18:30 → 18:45"),
        ("45m", "50m", "segment doors: duration: 45m → 50m"),
        ("status: open", "status: done", "logistics Car: status: open → done"),
        ("title: Evening", "title: Matinee", 'show: title: "Evening" → "Matinee"'),
        ("title: Evening", "title: Evening, venue: Hall", 'show: venue: nothing → "Hall"'),
        ('"#ffb43c"', '"#ffffff"', "palette colour gold: all fixtures colour: #ffb43c → #ffffff"),
        ("front: front1..front4", "front: front1..front5", "group front: front1..front4 → front1..front5"),
        ("127.0.0.1:9000", "127.0.0.1:9001", "device desk: to: 127.0.0.1:9000 → 127.0.0.1:9001"),
        ("  band:\n", "  band:\n    cart: yes\n", "list band: cart: no → yes"),
        ("at: 1.101", "at: 1.201", "fixture wash1..wash4: at: 1.101 to 1.101 + 3 → 1.201 to 1.201 + 3"),
    ],
)
def test_a_field_in_the_words_of_the_field(old: str, new: str, words: str) -> None:
    assert words in said((old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("time: 5s", "time: 5.0s"),
        ("time: 5s", "time: {up: 0:05}"),
        ("front: 60%", "front: 60 # a comment"),
        ("front: 60%", "front: {intensity: 60.0%}"),
        ("front: 60%", "front1..front2: 60%\n        front3..front4: 60%"),
        ("intensity: full, colour: gold", "colour: gold, intensity: 100%"),
        ("label: Walk-in", 'label: "Walk-in"'),
        ("start: 3", "start: [main/3]".replace("main/", "")),
        ("45m", "2700s"),
        ("18:30", '"18:30:00"'),
        (
            "  - {id: front1..front8, fixture: generic/dimmer, at: 1.1}\n",
            "  - id: front1..front8\n    at: 1/1\n    fixture: generic/dimmer\n",
        ),
    ],
)
def test_another_spelling_is_no_change(old: str, new: str) -> None:
    assert said((old, new)) == []


def test_another_spelling_is_told_if_asked_for() -> None:
    assert said(("time: 5s", "time: 5.0s"), spelling=True) == ["cue 1: light > time: 5s → 5.0s (the same value)"]


def test_what_came_and_went() -> None:
    edits = (
        ("  - {cue: 2, label: Blackout, light: {time: 2s, look: {front: out}}}\n", ""),
        ("segment: show", "segment: party"),
    )
    assert said(*edits) == ['cue 2: removed: "Blackout", light', "segment party: renamed from show"]
    assert said(("  - {cue: 3,", "  - {cue: 2.5, label: Sting, wait: 1s}\n  - {cue: 3,")) == [
        'cue 2.5: added: "Sting", wait'
    ]


def test_a_cue_put_in_and_the_rest_numbered_anew() -> None:
    """What acts on a renumbered cue by its new number does what it did."""
    edits = [("cue: 5, label: Back, start: 3", "cue: 6, label: Back, start: 4"), ("cue: 4\n", "cue: 5\n")]
    edits += [("cue: 3, label", "cue: 3, label: New, wait: 9s}\n  - {cue: 4, label")]
    assert said(*edits) == [
        'cue 3: added: "New", wait',
        "cue 4: renumbered from 3",
        "cue 5: renumbered from 4",
        "cue 6: renumbered from 5",
    ]


def test_a_number_that_now_means_another_cue_is_a_change() -> None:
    edits = [("cue: 4\n", "cue: 5.5\n"), ("cue: 3, label", "cue: 3, label: New, wait: 9s}\n  - {cue: 4, label")]
    assert "cue 5: start > cue: 4 → 3" in said(*edits)


def test_a_cue_that_is_edited_and_renumbered_is_the_same_cue() -> None:
    edits = [
        (
            "cue: 2, label: Blackout, light: {time: 2s",
            "cue: 2, label: New, wait: 1s}\n  - {cue: 3, label: Blackout, light: {time: 4s",
        ),
        ("  - {cue: 3, label: Film, osc: {device: desk, address: /go}}\n", ""),
        ("start: 3", "start: 2"),
    ]
    assert "cue 3: renumbered from 2" in said(*edits)
    assert "cue 3: light > time: 2s → 4s" in said(*edits)


def test_moves_are_as_few_as_explain_it() -> None:
    film = "  - {cue: 3, label: Film, osc: {device: desk, address: /go}}\n"
    assert said((film, ""), ("cues:\n  - cue: 1\n", "cues:\n" + film + "  - cue: 1\n")) == [
        "cue 3: moved from after cue 2 to the top"
    ]


def test_into_and_out_of_groups_and_lists() -> None:
    second = "      - {cue: 4.2, label: Second, wait: 2s}\n"
    assert said((second, ""), ("  - {cue: 5,", "  - {cue: 4.2, label: Second, wait: 2s}\n  - {cue: 5,")) == [
        "cue 4.2: moved from after cue 4.1 in cue 4 to after cue 4"
    ]
    assert said((second, ""), ("label: Verse, wait: 3s}\n", "label: Verse, wait: 3s}\n" + second)) == [
        "cue band/4.2: moved from after cue 4.1 in cue 4 to after cue band/1"
    ]


def test_the_patch_is_compared_by_fixture() -> None:
    whole = "  - {id: front1..front8, fixture: generic/dimmer, at: 1.1}\n"
    places = {f"front{n}": f"1.{n:03d}" for n in range(1, 9)}
    moved = places | {f"front{n}": f"1.{n + 10:03d}" for n in range(5, 9)}
    cut = SHOW.replace(whole, whole.replace("8", "4") + "  - {id: front5..front8, fixture: generic/dimmer, at: 1.15}\n")
    comparison = compare(load_text(SHOW), load_text(cut), places=(lambda _: places, lambda _: moved))
    assert list(comparison_lines(comparison)) == ["fixture front5..front8: at: 1.005 to 1.008 → 1.015 to 1.018"]
    assert not compare(load_text(SHOW), load_text(cut), places=(lambda _: places, lambda _: places))


def test_what_a_look_means_counts_not_how_it_is_written() -> None:
    """The later of two lines that speak of one fixture counts."""
    show = SHOW.replace("front: 60%", "front: 60%\n        front1: 20%")
    assert said(("front1: 20%", "front1: 20.0%"), show=show) == []
    assert said(("front: 60%\n        front1: 20%", "front1: 20%\n        front: 60%"), show=show) == [
        "cue 1: light > look > front1 intensity: 20% → 60%"
    ]


def test_a_curve_of_points_is_compared_by_its_points() -> None:
    show = SHOW.replace("light: {time: 2s,", "light: {time: 2s, curve: {points: [[0, 0], [0.5, 0.2], [1, 1]]},")
    assert said(("label: Blackout", "label: Dark"), show=show) == said(("label: Blackout", "label: Dark"))
    assert len(said(("0.2]", "0.3]"), show=show)) == 1


def test_a_palette_says_who_uses_it() -> None:
    comparison = compare(load_text(SHOW), load_text(SHOW.replace('"#ffb43c"', '"#ffb43d"')))
    assert list(comparison_lines(comparison)) == [
        "palette colour gold (used by 1 cue): all fixtures colour: #ffb43c → #ffb43d"
    ]


def test_a_label_says_nothing_to_the_terminal() -> None:
    bell = load_text(SHOW.replace("label: Film", 'label: "F\\e[2J"').replace("address: /go", "address: /stop"))
    other = load_text(SHOW.replace("label: Film", 'label: "F\\e[2J"'))
    assert list(comparison_lines(compare(other, bell))) == ['cue 3 "F\\x1b[2J": osc > address: /go → /stop']


def test_rows_of_new_numbers_are_one_line() -> None:
    head, *cues = re.split(
        r"(?=  - \{cue)",
        "showctl: 1\nshow: {title: A}\ncues:\n"
        + "".join(f"  - {{cue: {n}, label: Cue {n}, wait: 1s}}\n" for n in range(1, 9)),
    )
    later = head + "".join(
        re.sub(r"cue: (\d)", lambda found: f"cue: {int(found[1]) + 10}", cue, count=1) for cue in cues
    )
    comparison = compare(load_text(head + "".join(cues)), load_text(later))
    assert list(comparison_lines(comparison)) == ["cues 11 to 18: renumbered from 1 to 8 (8 cues)"]
    assert comparison.summary == "8 cues renumbered"


SETTINGS = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(shows(), st.sampled_from(STYLES))
def test_the_same_show_is_not_different(tree: dict[str, Any], style: str) -> None:
    assert not compare(load_text(dumped(tree)), load_text(dumped(tree, style)))


@SETTINGS
@given(shows(), shows())
def test_two_shows_differ_both_ways_or_not_at_all(tree: dict[str, Any], other: dict[str, Any]) -> None:
    a, b = load_text(dumped(tree)), load_text(dumped(other))
    if a.show == b.show:
        assert not compare(a, b)
    assert bool(compare(a, b)) == bool(compare(b, a))
    assert all(change.words for change in compare(a, b).changes)


WRONG = ("3", "[a, [b]]", "{a: {b: c}}", "", "[{cue: 1}, 3, {cue: 1}]", "{intensity: [1]}", '"x"', "{cues: {a: 1}}")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_shows_with_mistakes_in_them_are_compared_too(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever stands where: no comparison fails."""
    file = tmp_path_factory.getbasetemp() / "wrong.yaml"
    values = [found.span(1) for found in re.finditer(r": ([^\s{}\[\],][^{}\[\],\n]*|\{[^\n]*\}|\[[^\n]*\])", SHOW)]
    texts = []
    for _ in range(2):
        text = SHOW
        for start, end in sorted(data.draw(st.lists(st.sampled_from(values), max_size=3, unique=True)), reverse=True):
            text = text[:start] + data.draw(st.sampled_from(WRONG)) + text[end:]
        texts.append(text)
    found = []
    for text in texts:
        file.write_text(text)
        try:
            read = as_written(file)
        except Refused:
            return
        found.append(read.loaded or read.root)
    for spelling in (False, True):
        comparison = compare(found[0], found[1], spelling=spelling)
        assert all(isinstance(line, str) for line in comparison_lines(comparison))
        assert comparison.changes or texts[0] == texts[1] or not spelling
    assert not compare(found[0], found[0]).changes
