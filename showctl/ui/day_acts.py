"""Notes of the day, and what is done about logistics items: allowed in Show mode, for nothing of it is an edit."""

from collections.abc import Callable

from showctl.session.day_book import Entry, Mark
from showctl.ui.actions import Actions
from showctl.ui.asking import Asking
from showctl.ui.day import Day
from showctl.ui.day_notes import DayNotes
from showctl.ui.desk import Desk
from showctl.ui.models.lines import Line
from showctl.ui.models.logistics import WORDS, DueItem, LogisticsModel
from showctl.ui.panels.ask_panel import Matter
from showctl.ui.reading import time_of_day
from showctl.ui.tongue import marked, tr

NOTES = marked("Notes of the day")
NOTES_EXPLAINED = marked("Stamped with time, segment, cue and author; on the disk at once, apart from the show file.")
NO_NOTES = marked("Nothing has been noted today.")
NOTE = marked("Note: type it, Enter keeps it")
ITEMS = marked("Logistics")
ITEMS_EXPLAINED = marked("Enter on one says what has been done about it.")
NO_ITEMS = marked("Nothing is to be done.")
NOTHING_DUE = marked("Nothing is to be done that nobody has seen.")
OFFERS: dict[Mark, str] = {
    "acknowledged": marked("Seen: told again only when it is late"),
    "called": marked("Called"),
    "done": marked("Done"),
    "problem": marked("Problem"),
    "open": marked("Open again: none of that holds"),
}
"""What can be done about an item, in words."""
SIGN = marked("Sign: it is safe, I answer for it")


class DayActs:
    """Acts of the table, and two matters over the side panel."""

    def __init__(
        self, desk: Desk, day: Day, notes: DayNotes, items: LogisticsModel, asking: Asking, actions: Actions
    ) -> None:
        self._desk, self._day, self._notes, self._items, self._asking = desk, day, notes, items, asking
        self._about: DueItem | None = None
        """The item that is asked about."""
        self._noting = False
        panel = asking.panel
        panel.view.chosen.connect(self._choose)
        panel.written.connect(self._write)
        notes.changed.connect(self._refresh)
        acts: dict[str, Callable[[], object]] = {
            "note": self.open_notes, "acknowledge": self.acknowledge, "logistics": self.open_items,
        }  # fmt: skip
        for act, do in acts.items():
            actions.bind(act, do)

    def open_notes(self) -> None:
        """The field of a new note has the keyboard; below it what was noted."""
        self._about, self._noting = None, True
        matter = Matter(tr(NOTES), tr(NOTES_EXPLAINED), field=tr(NOTE), empty=tr(NO_NOTES), filters=False)
        self._asking.open(self, matter)
        self._refresh()
        self._asking.panel.field.setFocus()

    def acknowledge(self) -> None:
        """The item on top that nobody has seen."""
        top = next((row for row in self._items.rows if not row.quiet and row.when), None)
        if top is None:
            self._desk.said.emit(tr(NOTHING_DUE))
        else:
            self._notes.add("acknowledged", item=top.item.title)
            self._desk.said.emit(tr("Seen: {title}.").format(title=top.item.title))

    def open_items(self) -> None:
        """All that is to be done, one to be chosen."""
        self._about, self._noting = None, False
        self._asking.open(self, Matter(tr(ITEMS), tr(ITEMS_EXPLAINED), empty=tr(NO_ITEMS)))
        self._refresh()

    def open_item(self, due: DueItem) -> None:
        """What can be done about one."""
        self._about, self._noting = due, False
        call = tr("Call {who}.").format(who=due.who) if due.who else ""
        when = f"{due.when}, {due.at}." if due.when else due.at
        told = " ".join(part for part in (call, when, due.item.notes) if part)
        self._asking.open(self, Matter(due.item.title, told))
        marks = list(OFFERS) if due.item.category != "health and safety" else ["signed", *OFFERS]
        lines = [Line("offer", tr(SIGN if mark == "signed" else OFFERS[mark]), offers=mark) for mark in marks]
        done = [Line("note", self._said(each)) for each in self._notes.marks.get(due.item.title, ())]
        self._asking.panel.show_lines([*lines, *done])

    def _refresh(self) -> None:
        if not self._asking.is_about(self) or self._about is not None:
            return
        panel = self._asking.panel
        if self._noting:
            notes = [each for each in reversed(self._notes.entries) if each.kind == "note"]
            panel.show_lines([Line("note", self._said(each)) for each in notes], tr(NO_NOTES))
        else:
            tags = [", ".join(part for part in (row.state, row.when or row.at) if part) for row in self._items.rows]
            rows = zip(self._items.rows, tags, strict=True)
            lines = [Line("offer", row.item.title, tag, offers=row) for row, tag in rows]
            panel.show_lines(lines, tr(NO_ITEMS))

    def _said(self, entry: Entry) -> str:
        what = entry.text if entry.kind == "note" else tr(WORDS[entry.kind])
        where = tr("cue {cue}").format(cue=entry.cue) if entry.cue else ""
        stamp = [time_of_day(entry.at, self._day.zone), entry.segment, where, entry.author]
        if entry.rehearsal:
            stamp.append(tr("rehearsal"))
        return f"{what}  ({', '.join(each for each in stamp if each)})"

    def _write(self, text: str) -> None:
        if self._asking.is_about(self) and self._noting and text.strip():
            self._notes.add("note", text.strip())
            self._asking.close()
            self._desk.said.emit(tr("Noted."))

    def _choose(self, line: Line) -> None:
        if not self._asking.is_about(self) or line.kind != "offer":
            return
        if isinstance(line.offers, DueItem):
            self.open_item(line.offers)
        elif self._about is not None:
            self._notes.add(line.offers, item=self._about.item.title)  # type: ignore[arg-type]
            self._asking.close()
