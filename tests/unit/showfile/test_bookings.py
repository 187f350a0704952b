"""What `check` asks about bookings: people and places twice at once, suppliers who have not said yes, guests."""

from showctl.program.opening import opened
from showctl.showfile.load import load_text

SHOW = """\
showctl: 1
show: {title: Evening, date: 2026-11-27, timezone: Europe/London}
cues:
  - {cue: 1, wait: 1s}
run of show:
  - {segment: doors, start: 18:30, duration: 45m, owner: host, location: Foyer}
  - {segment: act, start: 19:30, duration: 1h, owner: host, location: Main stage}
  - {segment: bar, room: Foyer, start: 19:15, duration: 15m, owner: sm, location: Foyer}
  - {segment: talk, room: Foyer, start: 20:30, duration: 1h, owner: host, location: Foyer}
people:
  host: {name: Claire Okafor}
  sm: {name: Ines Dahl}
suppliers:
  harper: {name: Harper Transport, confirmed: no}
  flora: {name: Flora, confirmed: yes}
guests:
  - {name: Ada, company: A}
  - {name: ada, company: B}
logistics:
  - {title: Car, due: 18:00, supplier: harper, status: done}
  - {title: Flowers, due: 18:00, supplier: flora}
venue: {capacity: 2}
"""


def asked(*changes: tuple[str, str]) -> list[str]:
    text = SHOW
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return [f"{each.line}: {each.words}" for each in opened(lambda: load_text(text)).questions]


def test_nothing_is_asked_of_what_fits() -> None:
    assert asked() == []
    assert asked((", date: 2026-11-27", "")) == []


def test_a_person_in_two_rooms_at_once() -> None:
    twice = "'host' is booked twice: segment act has not ended by then; write another, or move one of the two"
    assert asked(("start: 20:30", "start: 20:29")) == [f"9: {twice}"]
    assert asked(("start: 20:30", "start: 20:29"), (", date: 2026-11-27", "")) == [f"9: {twice}"]
    assert asked(("start: 20:30", "start: 20:29"), ("owner: host", "owner: everybody")) == []


def test_a_place_for_two_at_once() -> None:
    said = "'Foyer' is booked twice: segment doors has not ended by then; write another, or move one of the two"
    assert asked(("start: 19:15", "start: 19:00")) == [f"8: {said}"]


def test_a_room_for_two_at_once() -> None:
    assert asked(("start: 19:30", "start: 19:00")) == [
        "7: the room is booked twice: segment doors has not ended by then; "
        "start later, or put one of the two into another room"
    ]


def test_a_supplier_who_has_not_said_yes() -> None:
    assert asked(("status: done", "status: open")) == [
        "14: supplier 'harper' is not confirmed, and 'Car' waits for it; call them, and write confirmed: yes"
    ]


def test_guests() -> None:
    assert asked(("company: B", "company: A")) == [
        "18: guest 'ada' is on the list twice; take one out, or write a company that tells them apart"
    ]
    assert asked(("capacity: 2", "capacity: 1")) == [
        "22: there are 2 guests for 1 places; invite fewer, or mend the capacity"
    ]


def test_a_budget_in_no_currency_and_a_due_time_that_clocks_skip() -> None:
    budget = ("venue:", "budget: [{title: Hire, planned: 5}]\nvenue:")
    assert asked(budget) == ["22: nothing says in which currency; write currency: EUR under show"]
    assert asked(budget, ("title: Evening", "title: Evening, currency: EUR")) == []
    assert asked(("2026-11-27", "2026-03-28"), ("Flowers, due: 18:00", "Flowers, due: day 2 01:30")) == [
        "21: no clock shows 01:30 then in Europe/London: it goes forward over it; write 02:00, when it will be"
    ]
