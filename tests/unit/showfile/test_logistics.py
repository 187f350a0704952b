"""Logistics items: what they refer to is there, and goes along with renames and other numbers."""

from pathlib import Path

import pytest

from showctl.program.opening import opened
from showctl.session.document import Document
from showctl.session.edit import EditRefused
from showctl.session.edit_words import parse
from showctl.showfile.compare import compare
from showctl.showfile.load import load_text
from showctl.showfile.merge import merge
from showctl.showfile.report import Refused
from showctl.showfile.splice import text_of
from tests.unit.showfile.test_group_reference import problems

SHOW = """\
showctl: 1
show: {title: Evening, currency: EUR}
cues:
  - {cue: 1, wait: 1s}
  - {cue: 2, id: fanfare, wait: 1s, starts segment: opening}
  - {cue: 3, wait: 1s}
lists:
  foyer:
    cues:
      - {cue: 1, wait: 1s, starts segment: doors}
      - {cue: 7, wait: 1s}
run of show:
  - {segment: doors, start: 18:30, duration: 45m}
  - {segment: opening, duration: 1h}
logistics:
  - {title: Car, due: 20m after opening ends, lead: 30m, cost: {planned: 180, actual: 195.50}}
  - {title: Spots manned, due: 15m before cue 3, files: plots/spots.pdf, links: https://example.org/a}
  - {title: Foyer music, due: "when cue foyer/7 starts"}  # by hand
  - {title: Trumpets, due: 5m before cue fanfare, blocks: opening}
"""


def edited(words: str) -> str:
    document = Document(Path("show.yaml"), load_text(SHOW))
    document.edit(parse(words))
    changed = text_of(document.state.root)
    document.undo()
    assert text_of(document.state.root) == SHOW
    return changed


def wrong(old: str, new: str) -> list[str]:
    assert old in SHOW
    return problems(SHOW.split("\n", 2)[2].replace(old, new))


def test_what_items_say() -> None:
    show = load_text(SHOW).show
    car, spots, _, trumpets = show.logistics
    assert (str(car.cost.planned), str(car.cost.actual), car.lead) == ("180", "195.50", 1800.0)
    assert (spots.files, spots.links) == (("plots/spots.pdf",), ("https://example.org/a",))
    cues = show.cue_segments()
    assert [cues[item.due.cue] for item in show.logistics if item.due and item.due.cue] == [
        "opening",
        "doors",
        "opening",
    ]
    assert "1" not in cues
    assert cues["main/2"] == "opening"
    assert trumpets.blocks == "opening"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("cue 3,", "cue 33,", "there is no cue '33'"),
        ("cue foyer/7", "cue foyr/7", "there is no cue 'foyr/7'; did you mean 'foyer/7'?"),
        ("cue fanfare", "cue fanfar", "there is no cue 'fanfar'; did you mean 'fanfare'?"),
        ("after opening ends", "after openin ends", "there is no segment 'openin'; did you mean 'opening'?"),
        ("5m before cue fanfare", "5m after cue fanfare", "it goes round in a circle: it is due after opening starts"),
        ("5m before cue fanfare", "30m before opening ends", "it goes round in a circle"),
        ("planned: 180", "planned: -180", "'-180' is below 0; write what it costs, 0 or more"),
        ("planned: 180", "planned: 180 EUR", "names a currency; write 180 here, and currency: EUR under show"),
        ("{planned: 180, actual: 195.50}", "180", "'180' stands where keys with values belong"),
        ("plots/spots.pdf", "/home/me/spots.pdf", "is not in the folder of the show; copy it there, and write"),
        ("https://example.org/a", "file:///etc/passwd", "is not a link; write for example https://example.org/plan"),
        ("lead: 30m", "lead: soon", "'soon' is not a time"),
    ],
)
def test_what_is_wrong(old: str, new: str, said: str) -> None:
    found = wrong(old, new)
    assert any(said in each for each in found), found


def test_an_item_may_be_due_before_the_segment_that_waits_for_it() -> None:
    for due in ("when opening starts", "5m before cue 2", "2h before opening ends", "when doors ends", "18:00"):
        assert not wrong("5m before cue fanfare", due)
    assert wrong("due: 5m before cue fanfare, blocks: opening", "due: when opening starts, blocks: doors")


def test_unknown_currency() -> None:
    with pytest.raises(Refused, match="currency 'EURO' is not known; write its three letters, for example EUR"):
        load_text(SHOW.replace("EUR", "EURO"))


def test_other_numbers_and_names_are_followed() -> None:
    assert edited("renumber 3 from 30") == SHOW.replace("cue: 3,", "cue: 30,").replace(
        "before cue 3,", "before cue 30,"
    )
    assert edited("rename list foyer to bar") == SHOW.replace("foyer:", "bar:").replace("cue foyer/7", "cue bar/7")
    assert edited("rename segment opening to film").count("film") == 4
    assert "before cue foyer/3," in edited("move cue 3 after foyer/7")


def test_a_cue_that_is_named_stays() -> None:
    with pytest.raises(EditRefused, match="there is no cue '3'"):
        edited("delete cue 3")


def test_another_number_and_an_edit_merge() -> None:
    mine = load_text(edited("renumber 3 from 30"))
    theirs = load_text(SHOW.replace("planned: 180", "planned: 200").replace("15m before", "20m before"))
    merged = merge(load_text(SHOW), mine, theirs)
    assert not merged.conflicts
    car, spots, *_ = merged.loaded.show.logistics
    assert (str(car.cost.planned), str(spots.due)) == ("200", "20m before cue 30 starts")
    assert [str(each) for each in compare(load_text(SHOW), theirs).changes] == [
        "logistics Car: cost > planned: 180 → 200",
        "logistics Spots manned: due: 15m before cue 3 starts → 20m before cue 3 starts",
    ]


def test_questions() -> None:
    def asked(show: str) -> list[str]:
        return [f"{each.line}: {each.words}" for each in opened(lambda: load_text(show)).questions]

    assert asked(SHOW) == []
    assert asked(SHOW.replace(", currency: EUR", "").replace("before cue 3", "before cue 1")) == [
        "16: nothing says in which currency; write currency: EUR under show",
        "17: cue 1 is in no segment, so its time is not known; write starts segment to it, or to one before it",
    ]
