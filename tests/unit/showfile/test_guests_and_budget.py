"""Guests, budget lines and the venue sheet: loaded, edited, renamed, compared, merged, copied, as tables."""

from decimal import Decimal
from pathlib import Path

import pytest

from showctl.model.budget import Total, totals
from showctl.paperwork.delimited import csv_bytes
from showctl.paperwork.not_carried import not_in_tables
from showctl.paperwork.sheet import SUBJECTS
from showctl.paperwork.tables import sheet
from showctl.session.document import Document
from showctl.session.edit_words import parse
from showctl.showfile.compare import compare
from showctl.showfile.importer.files import import_bytes
from showctl.showfile.load import load_text
from showctl.showfile.merge import merge
from showctl.showfile.parts import Wanted, take
from showctl.showfile.splice import text_of

SHOW = """\
showctl: 1
show: {title: Evening, currency: EUR}
cues:
  - {cue: 1, wait: 1s}
run of show:
  - {segment: doors, start: 18:30, duration: 45m}
  - {segment: dinner, duration: 1h}
people:
  host: {name: Claire Okafor}
suppliers:
  hall: {name: Royal Northern Hall}
guests:
  - {name: Aroha Ngata, vip: yes, segments: [doors, dinner], arrival: 18:15, contact: host}  # speaks at nine
  - {name: Łukasz Zając, party: Northern Science, segments: dinner, arrival: day 2 09:00}
logistics:
  - {title: Car, category: transport, due: 18:00, cost: {planned: 180.10}}
budget:
  - {title: Hire, category: venue, planned: 4200, actual: 4350.50, supplier: hall}
  - {title: Taxis, category: transport, planned: 60.20, notes: by card}
venue:
  name: Royal Northern Hall
  contacts: [host, Porter]
  rooms: {Foyer: 300 standing}
"""


def edited(words: str, show: str = SHOW) -> str:
    document = Document(Path("show.yaml"), load_text(show))
    document.edit(parse(words))
    changed = text_of(document.state.root)
    document.undo()
    assert text_of(document.state.root) == show
    document.redo()
    assert text_of(document.state.root) == changed
    return changed


def test_what_they_say() -> None:
    show = load_text(SHOW).show
    aroha, lukasz = show.guests
    assert (aroha.vip, aroha.segments, str(aroha.arrival)) == (True, ("doors", "dinner"), "18:15")
    assert (lukasz.vip, lukasz.segments, str(lukasz.arrival)) == (False, ("dinner",), "day 2 09:00")
    assert show.venue.rooms == {"Foyer": "300 standing"}
    assert totals(show.budget, show.logistics) == {
        "venue": Total(Decimal("4200"), Decimal("4350.50")),
        "transport": Total(Decimal("240.30"), Decimal(0)),
    }


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ('set guest "Aroha Ngata" dietary "no nuts"', "contact: host}  #", "contact: host, dietary: no nuts}  #"),
        ("set budget Hire actual 4400", "actual: 4350.50", "actual: 4400"),
        ("set venue rooms Foyer 280 standing", "300 standing", "280 standing"),
        ("set venue capacity 850", "  rooms: {", "  capacity: 850\n  rooms: {"),
        ('rename guest "Aroha Ngata" to "Prof. Aroha Ngata"', "name: Aroha", "name: Prof. Aroha"),
        ("rename budget Taxis to Cabs", "Taxis", "Cabs"),
        ("rename person host to claire", "host", "claire"),
        ("rename supplier hall to house", " hall", " house"),
        ("rename segment dinner to supper", "dinner", "supper"),
        ("set logistics Car cost actual 170", "{planned: 180.10}", "{planned: 180.10, actual: 170}"),
    ],
)
def test_edits_in_words(words: str, old: str, new: str) -> None:
    assert old in SHOW
    assert edited(words) == SHOW.replace(old, new)


def test_they_come_and_go() -> None:
    assert "  - {name: Ada, vip: yes}\n" in edited('insert guest "{name: Ada, vip: yes}"')
    assert "Łukasz" not in edited('delete guest "Łukasz Zając"')
    assert "  - {title: Print, planned: 90}\n" in edited('insert budget "{title: Print, planned: 90}"')
    assert "Taxis" not in edited("delete budget Taxis")
    assert "venue:\n  capacity: 850" in edited("set venue capacity 850", SHOW[: SHOW.index("venue:")])
    assert "planned: 20" in edited('insert budget "{title: Print, planned: 20}"', SHOW[: SHOW.index("budget:")])


def test_compared_in_words() -> None:
    before = load_text(SHOW)
    after = load_text(SHOW.replace("4350.50", "4400").replace("vip: yes, ", "").replace("300 standing", "280 standing"))
    assert [str(each) for each in compare(before, after).changes] == [
        "guest Aroha Ngata: vip: yes → no",
        "budget Hire: actual: 4350.50 → 4400",
        "venue: rooms > Foyer: 300 standing → 280 standing",
    ]
    assert compare(load_text(edited("delete budget Taxis")), before).summary == "1 budget line added"
    assert not compare(before, load_text(SHOW.replace("4350.50", "4350.5")))


def test_two_edits_merge() -> None:
    mine = load_text(edited("rename person host to claire", SHOW.replace("planned: 4200", "planned: 4300")))
    theirs = SHOW.replace("  - {title: Taxis", "  - {title: Print, planned: 90}\n  - {title: Taxis")
    theirs = theirs.replace("party: Northern Science", "party: Northern Science, contact: host")
    theirs = theirs.replace("rooms: {", "power: 63 A\n  rooms: {").replace("arrival: 18:15", "arrival: 18:20")
    merged = merge(load_text(SHOW), mine, load_text(theirs))
    assert not merged.conflicts
    show = merged.loaded.show
    assert [guest.contact for guest in show.guests] == ["claire", "claire"]
    assert [str(guest.arrival) for guest in show.guests] == ["18:20", "day 2 09:00"]
    assert [(line.title, str(line.planned)) for line in show.budget] == [
        ("Hire", "4300"), ("Print", "90"), ("Taxis", "60.20"),
    ]  # fmt: skip
    assert (show.venue.power, show.venue.contacts) == ("63 A", ("claire", "Porter"))
    clash = merge(load_text(SHOW), load_text(SHOW.replace("18:15", "18:00")), load_text(SHOW.replace("18:15", "18:45")))
    assert [str(conflict.item) for conflict in clash.conflicts] == ["guest Aroha Ngata"]


def test_they_bring_who_they_name() -> None:
    run = "run of show: [{segment: doors, duration: 1m}, {segment: dinner, duration: 1m}]\n"
    here = load_text("showctl: 1\nshow: {title: Here}\n" + run)
    taken = take(load_text(SHOW), here, Wanted(keys=("guests", "budget")))
    assert [str(each) for each in taken.added] == [
        "person host", "supplier hall", "guest Aroha Ngata", "guest Łukasz Zając", "budget Hire", "budget Taxis",
    ]  # fmt: skip


@pytest.mark.parametrize("subject", ["guests", "budget", "logistics", "suppliers"])
def test_a_table_reads_back(subject: str) -> None:
    loaded = load_text(SHOW)
    imported = import_bytes(csv_bytes(sheet(subject, loaded.root, loaded.show)), "table.csv")  # type: ignore[arg-type]
    assert not imported.report.mistakes
    assert not imported.report.left_out
    again = load_text(text_of(loaded.root))
    assert getattr(imported.draft, subject)
    assert len(getattr(imported.draft, subject)) == len(getattr(again.show, subject))
    assert "venue" in list(not_in_tables(loaded.root, SUBJECTS, None))


def test_a_guest_list_of_other_people() -> None:
    table = (
        "Guest;Organisation;Table;VIP;Invited to;ETA;Dietary requirements\n"
        "Ada Lovelace;Analytical Ltd;12;x;doors, dinner;6:15 pm;vegan\n"
        "Grace Hopper;;12;-;dinner;;\n"
    )
    draft = import_bytes(table.encode(), "guests.csv").draft
    ada, grace = draft.guests
    assert dict(ada) == {
        "name": "Ada Lovelace", "company": "Analytical Ltd", "party": "12", "vip": "yes",
        "segments": ["doors", "dinner"], "arrival": "18:15", "dietary": "vegan",
    }  # fmt: skip
    assert dict(grace) == {"name": "Grace Hopper", "party": "12", "vip": "no", "segments": "dinner"}


def test_a_budget_of_other_people() -> None:
    table = 'Item,Type,Budgeted,Spent\nHire,venue,"€ 4,200.00",4350.5\nPrint,other,90,\n'
    draft = import_bytes(table.encode(), "budget.csv").draft
    assert [dict(line) for line in draft.budget] == [
        {"title": "Hire", "category": "venue", "planned": "4200.00", "actual": "4350.5"},
        {"title": "Print", "category": "other", "planned": "90"},
    ]
