"""The columns of spreadsheets: which there are of each part of a show, and what people head them with.

`showctl export` writes these columns, and `showctl import` reads them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Subject = Literal[
    "cues",
    "patch",
    "segments",
    "logistics",
    "people",
    "suppliers",
    "guests",
    "budget",
    "groups",
    "palettes",
    "masters",
    "devices",
]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
Sort = Literal["text", "value", "duration", "clock", "amount", "flag", "names", "told"]
"""`text` is text always; `value` may be a list or mapping in brackets; `duration` is a length of time; `clock` is a
time of day; `amount` is one of money; `flag` is yes or no; `names` are one or several; `told` is for people, and not
read back."""
AS_WRITTEN = "as written"
NAMES: dict[Subject, str] = {
    "people": "person",
    "suppliers": "supplier",
    "groups": "group",
    "palettes": "palette",
    "masters": "master",
    "devices": "device",
}
"""Of these each thing stands under a name: the column of the name."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key`: what the show file calls it, and its heading. `others`: headings that mean the same."""

    key: str
    sort: Sort = "value"
    others: tuple[str, ...] = ()


def _of(key: str, sort: Sort = "value", others: str = "") -> Column:
    return Column(key, sort, tuple(each.strip() for each in others.split(",") if each.strip()))


_CUE_NUMBERS = (
    "q", "q #", "q no", "cue no", "cue number", "cue #", "lx", "lx #", "lx no", "lx cue", "lx q", "lxq", "sq", "snd",
    "snd cue", "sound cue", "sound q", "video cue", "vq",
)  # fmt: skip
_CONTACT = (
    _of("name", "text", "whole name, full name"),
    _of("role", "text"),
    _of("company", "text"),
    _of("phone", "text", "telephone, tel, mobile"),
    _of("email", "text", "e mail, mail"),
    _of("department", "text", "dept"),
    _of("call", "clock", "call time"),
    _of("location", "text", "where, place"),
    _of("confirmed", "flag"),
)
_NOTES = _of("notes", "text", "note, comment, comments, remark, remarks, cue notes, instructions, placement")
COLUMNS: dict[Subject, tuple[Column, ...]] = {
    "cues": (
        _of("list", "value", "cue list, q list, list name"),
        _of("depth", "value", "level, indent, group depth"),
        _of("cue", "value", f"{', '.join(_CUE_NUMBERS)}, number, no, no., #, id number"),
        _of("label", "text", "name, title, cue name, description, what, action name, cue label"),
        _of("department", "told", "dept"),
        _of("what it does", "told", "does, effect"),
        _of("type", "value", "kind, cue type"),
        _of("at", "value", "offset"),
        _of("pre-wait", "duration", "prewait, pre wait, delay, pre"),
        _of("time", "duration", "fade, fade time, cue time, up, uptime, up time, count"),
        _of("duration", "duration", "length, run time, runtime"),
        _of("post-wait", "duration", "postwait, post wait, post, follow time, wait after"),
        _of("continue", "value", "continue mode, follow, autofollow, auto, auto follow, follow on"),
        _NOTES,
        _of("colour", "value", "color"),
        _of("armed", "value", "enabled"),
        _of("repeat", "value"),
        _of("if running", "value", "second trigger"),
        _of("on release", "value"),
        _of("flagged", "value", "flag"),
        _of("id", "value", "cue id"),
        _of("hotkey", "value", "key, hot key"),
        _of("starts segment", "value", "segment"),
        _of("device", "value", "target device, patch, destination"),
        _of("command", "text", "message, osc, midi, osc message, action, custom string"),
        _of("target", "value", "target cue"),
        _of(AS_WRITTEN, "text"),
    ),
    "patch": (
        _of("id", "value", "fixture id, unit, channel, chan, name, ch, fixture name"),
        _of("fixture", "value", "profile, instrument, type, instrument type, fixture type, model"),
        _of("mode", "value"),
        _of("at", "value", "address, dmx, dmx address, patch, universe.address, universe/address"),
        _of("label", "text", "purpose, description, notes"),
        _of("exempt"),
        _of("invert"),
        _of("swap"),
        _of("proportional", "value", "proportion"),
        _of("curve"),
        _of("position", "value", "xyz"),
        _of("rotation"),
        _of("layer", "value", "hanging position"),
        _of("uuid"),
    ),
    "segments": (
        _of("segment", "value", "short name, id, item, code"),
        _of("title", "text", "name, what, event, description, session"),
        _of("start", "clock", "start time, time, from, planned start, begin"),
        _of("duration", "duration", "length, dur, planned duration, minutes"),
        _of("end", "clock", "end time, finish, until, planned end"),
        _of("minimum", "duration", "min, shortest, minimum duration"),
        _of("begins", "value", "begins by, started by, starts by"),
        _of("clock fires", "value"),
        _of("room", "text", "track"),
        _of("block", "text", "act, part of the day"),
        _of("owner", "text", "responsible, who, presenter, host, lead"),
        _of("location", "text", "where, place, stage"),
        _of("colour", "value", "color"),
        _of("warning", "duration"),
        _of("danger", "duration"),
        _NOTES,
    ),
    "logistics": (
        _of("title", "text", "task, item, what, description, to do, todo"),
        _of("category", "value", "type, department, dept, kind"),
        _of("due", "clock", "when, due time, by, deadline, time"),
        _of("lead", "duration", "lead time, alert, reminder"),
        _of("owner", "text", "responsible, who, assigned to, assignee"),
        _of("supplier", "value", "vendor, contractor"),
        _of("contact", "text", "phone, tel, telephone, call, contact person"),
        _of("location", "text", "where, place, room"),
        _of("status", "value", "state, progress"),
        _of("planned cost", "amount", "cost, estimate"),
        _of("actual cost", "amount", "spent, invoice"),
        _of("files", "value", "file, attachments, attachment, document, documents"),
        _of("links", "value", "link, url, urls, web"),
        _NOTES,
        _of("blocks", "value", "holds"),
    ),
    "people": (_of("person", "value"), *_CONTACT),
    "suppliers": (_of("supplier", "value"), *_CONTACT),
    "guests": (
        _of("name", "text", "guest, guest name, full name, whole name"),
        _of("company", "text", "organisation, organization, firm"),
        _of("party", "text", "table, group, guest of, invited by, with"),
        _of("vip", "flag"),
        _of("segments", "names", "segment, invited to, event, events, session, sessions"),
        _of("arrival", "clock", "arrives, arrival time, expected, eta"),
        _of("contact", "text", "host, looked after by, received by"),
        _of("dietary", "text", "diet, dietary requirements, dietary needs, allergies, food, meal"),
        _NOTES,
    ),
    "budget": (
        _of("title", "text", "item, what, description, budget line, line, position"),
        _of("category", "value", "type, kind, department"),
        _of("planned", "amount", "budget, budgeted, estimate, planned cost, cost"),
        _of("actual", "amount", "spent, actual cost, invoice, invoiced, paid"),
        _of("supplier", "value", "vendor, contractor, payee"),
        _NOTES,
    ),
    "groups": (_of("group", "value"), _of("fixtures")),
    "palettes": (_of("kind", "value"), _of("palette", "value"), _of(AS_WRITTEN)),
    "masters": (
        _of("master", "value"),
        _of("label", "text"),
        _of("fixtures"),
        _of("look"),
        _of("level"),
        _of("priority"),
    ),
    "devices": (
        _of("device", "value"),
        _of("type"),
        _of("profile"),
        _of("to"),
        _of("backup"),
        _of("port"),
        _of("device id"),
        _of("universes"),
        _of("interface"),
        _of("priority"),
        _of("per-address priority"),
        _of("sync"),
        _of("discovery"),
        _of("rate"),
        _of("source name", "text"),
        _of("ttl"),
    ),
}
NEEDED: dict[Subject, tuple[tuple[str, ...], ...]] = {
    "cues": (("cue",),),
    "patch": (("id",), ("fixture", "at")),
    "segments": (("segment", "title"), ("duration", "start", "end")),
    "logistics": (("title",),),
    "people": (("person",), ("name",)),
    "suppliers": (("supplier",), ("name",)),
    "guests": (("name",),),
    "budget": (("title",), ("planned", "actual")),
    "groups": (("group",), ("fixtures",)),
    "palettes": (("kind",), ("palette",), (AS_WRITTEN,)),
    "masters": (("master",), ("fixtures", "look")),
    "devices": (("device",), ("type",)),
}
"""Of each of these, one must be there."""
TELLING: dict[Subject, frozenset[str]] = {
    "cues": frozenset({"cue"}),
    "patch": frozenset({"fixture", "mode", "at"}),
    "segments": frozenset({"segment", "duration", "minimum"}),
    "logistics": frozenset({"due", "category", "status", "blocks"}),
    "people": frozenset({"person", "call"}),
    "suppliers": frozenset({"supplier", "company"}),
    "guests": frozenset({"party", "vip", "arrival", "dietary"}),
    "budget": frozenset({"planned", "actual"}),
    "groups": frozenset({"group"}),
    "palettes": frozenset({"palette"}),
    "masters": frozenset({"master"}),
    "devices": frozenset({"universes", "to", "port"}),
}
"""Columns that tell one subject from another."""


INSIDE: dict[str, tuple[str, str]] = {"planned cost": ("cost", "planned"), "actual cost": ("cost", "actual")}
"""By column the key of an item, and that of the mapping under it: what is a mapping there is several columns here."""
SURE = 20
"""What a heading counts that can be of one subject only: more than all others together that could be of two."""


def sureness(subject: Subject, headings: Iterable[str]) -> int:
    """What headings count that say of themselves what a table is about: a column of cue numbers is one of cues, but for
    a run of show that names them beside its starts.
    """
    words = set(map(plain_heading, headings))
    if subject == "cues":
        return SURE if words & set(map(plain_heading, ("cue", *_CUE_NUMBERS))) else 0
    return 2 * SURE if subject == "segments" and {"segment", "start"} <= words else 0


def plain_heading(text: str) -> str:
    """A heading as it is compared: no case, no signs, single spaces."""
    return " ".join(re.sub(r"[\s_:()/\-]+", " ", text.casefold()).split()).rstrip("?!.") or text.strip()


def column_of(subject: Subject, heading: str) -> Column | None:
    """The column that a heading means."""
    word = plain_heading(heading)
    columns = COLUMNS[subject]
    exact = next((column for column in columns if plain_heading(column.key) == word), None)
    return exact or next((c for c in columns if word in map(plain_heading, c.others)), None)
