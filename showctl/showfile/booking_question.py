"""What is to be asked of people, places and suppliers that are booked, and of guests who are invited."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from showctl.model.problem import Question
from showctl.model.show import Show
from showctl.timing.day_plan import Planned, day_plan

_ANY_DAY = dt.date(2001, 1, 1)
"""For the plan of a show without a date."""


def booking_questions(show: Show) -> Iterator[Question]:
    """Who is in two places at once, what is in one place at once, who has not said yes, and who is there twice."""
    plan = day_plan(show.run_of_show, show.info.date or _ANY_DAY, ZoneInfo(show.info.timezone))
    rows = list(enumerate(plan.rows))
    yield from _overlaps(rows, "owner", lambda row: row.segment.owner if row.segment.owner in show.people else "")
    yield from _overlaps(rows, "location", lambda row: row.segment.location)
    yield from _in_one_room(rows)
    yield from _unconfirmed(show)
    yield from _guests(show)


def _overlaps(rows: list[tuple[int, Planned]], key: str, of: Callable[[Planned], str]) -> Iterator[Question]:
    """Segments of several rooms that want the same person or place at one time; the later one is asked about."""
    booked: dict[str, list[tuple[int, Planned]]] = defaultdict(list)
    for index, row in sorted(rows, key=lambda each: (each[1].start, each[0])):
        if name := of(row):
            running = [other for _, other in booked[name] if other.end > row.start and other.end > other.start]
            clash = next((other for other in running if other.segment.room != row.segment.room), None)
            if clash is not None and row.end > row.start:
                what = f"'{name}' is booked twice: segment {clash.segment.id} has not ended by then"
                yield Question(("run of show", index, key), what, "write another, or move one of the two")
            booked[name] = [(at, other) for at, other in booked[name] if other.end > row.start] + [(index, row)]


def _in_one_room(rows: list[tuple[int, Planned]]) -> Iterator[Question]:
    """Segments that start before the one before them in their room has ended."""
    before: dict[str, Planned] = {}
    for index, row in rows:
        other = before.get(row.segment.room)
        if other is not None and row.gap < 0:
            room = f"room '{row.segment.room}'" if row.segment.room else "the room"
            what = f"{room} is booked twice: segment {other.segment.id} has not ended by then"
            yield Question(
                ("run of show", index, "start"), what, "start later, or put one of the two into another room"
            )
        before[row.segment.room] = row


def _unconfirmed(show: Show) -> Iterator[Question]:
    """Suppliers who have not said yes, by whom something is due."""
    for name, supplier in show.suppliers.items():
        if supplier.confirmed is False:
            waiting = [item.title for item in show.logistics if item.supplier == name and item.status != "done"]
            if waiting:
                more = f" and {len(waiting) - 1} more" if len(waiting) > 1 else ""
                what = f"supplier '{name}' is not confirmed, and '{waiting[0]}'{more} waits for it"
                yield Question(("suppliers", name, "confirmed"), what, "call them, and write confirmed: yes")


def _guests(show: Show) -> Iterator[Question]:
    """Guests who are on the list twice, and more of them than there is room for."""
    seen: set[tuple[str, str]] = set()
    for index, guest in enumerate(show.guests):
        who = (guest.name.casefold(), guest.company.casefold())
        if who in seen:
            what = f"guest '{guest.name}' is on the list twice"
            yield Question(("guests", index, "name"), what, "take one out, or write a company that tells them apart")
        seen.add(who)
    if show.venue.capacity is not None and len(show.guests) > show.venue.capacity:
        what = f"there are {len(show.guests)} guests for {show.venue.capacity} places"
        yield Question(("venue", "capacity"), what, "invite fewer, or mend the capacity")
