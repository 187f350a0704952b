"""A show without personal data: roles for names, no numbers, no guests, and it loads."""

from hypothesis import given, settings

from showctl.showfile.load import load_text
from showctl.showfile.no_people import without_people
from tests.strategies import Tree, dumped, shows

SHOW = """\
showctl: 1
show: {title: An evening with Claire Okafor}
patch:
  - {id: front, fixture: generic/dimmer}
cues:
  - {cue: 1, label: Claire Okafor walks on, wait: 1s, notes: "call +44 20 7946 0107"}  # Claire!
  - {cue: 2, label: Claire waits, light: {look: {front: 50%}}, x-who: ines@example.org}
run of show:
  - {segment: doors, duration: 1h, owner: claire, notes: {all: ring c@example.org or 020 7946 0999}}
people:
  claire: {name: Claire Okafor, role: "Host: tonight", call: 17:30, phone: "+44 20 7946 0107", email: c@example.org}
  foh: {name: Front, role: Usher, confirmed: yes}
  sm: {name: Ines Dahl, email: ines@example.org, department: stage}
suppliers:
  harper: {name: Harper Transport, phone: 020 7946 0000}
  cars: {name: Jo Marsh, company: Marsh & Sons}
guests:
  - {name: Aroha Ngata, segments: doors}
logistics:
  - {title: Car for Aroha Ngata, supplier: harper, contact: claire, owner: sm}
  - {title: Flowers, contact: "R. Berg, channel 4", supplier: cars}
budget:
  - {title: Cars, planned: 5, supplier: cars, notes: Jo Marsh has the bill}
venue: {contacts: [claire, "Porter, 55"], power: 63 A}
"""


def test_roles_stand_for_names_and_nothing_reaches_anybody() -> None:
    text, told = without_people(load_text(SHOW).root)
    show = load_text(text).show
    for gone in (
        "Okafor",
        "claire",
        "Dahl",
        "Aroha",
        "Berg",
        "Porter",
        "Jo Marsh",
        "Claire!",
        "ines@",
        "Harper",
        "0107",
    ):
        assert gone not in text, gone
    assert {name: each.name for name, each in show.people.items()} == {
        "Host tonight": "Host: tonight", "foh": "Usher", "sm": "stage",
    }  # fmt: skip
    assert {name: each.name for name, each in show.suppliers.items()} == {
        "Supplier": "Supplier",
        "cars": "Marsh & Sons",
    }
    assert str(show.people["Host tonight"].call) == "17:30:00"
    assert show.people["foh"].confirmed
    assert show.guests == ()
    assert show.info.title == "An evening with Host: tonight"
    assert [cue.label for cue in show.cues] == ["Host: tonight walks on", "Claire waits"]
    assert [item.title for item in show.logistics] == ["Car for a guest", "Flowers"]
    assert [item.contact for item in show.logistics] == ["Host tonight", ""]
    assert [item.supplier for item in show.logistics] == ["Supplier", "cars"]
    assert show.venue.contacts == ("Host tonight",)
    assert show.patch[0].id == "front"
    assert told == [
        "patch > 1 > id: 'front' may be somebody's name",
        "cues > 2 > label: 'Claire' may be somebody's name",
        "run of show > doors > notes > all: '020 7946 0999' may be somebody's number or address",
    ]


def test_what_has_no_people_stays_as_it_is() -> None:
    bare = SHOW[: SHOW.index("people:")]
    text, _ = without_people(load_text(bare).root)
    assert load_text(text).show == load_text(bare).show


@settings(max_examples=25, deadline=None)
@given(shows())
def test_every_show_loads_without_them(tree: Tree) -> None:
    before = load_text(dumped(tree))
    text, _ = without_people(before.root)
    after = load_text(text).show
    assert len(after.people) == len(before.show.people)
    assert [cue for cue, _ in after.walk()] == [cue for cue, _ in before.show.walk()]
    assert after.guests == ()
    assert not any(each.phone or each.email for each in (*after.people.values(), *after.suppliers.values()))
