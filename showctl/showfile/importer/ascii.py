"""USITT ASCII 3.0, as Eos and other lighting consoles export it: patch, groups, submasters and cues.

Where a file says what each cue moves (`$$ChanMove`, Eos), the cues track as they do there. Where it has only the levels
of each cue (`Chan`), every cue is the whole picture: it blocks intensity.
"""

from typing import Any

from showctl.model.selection import expand, is_name
from showctl.showfile.importer.ascii_cue import AsciiCue, read_cue
from showctl.showfile.importer.ascii_levels import Book, as_look
from showctl.showfile.importer.ascii_patch import Channel, entries, parameter_names, patched, universes
from showctl.showfile.importer.ascii_record import Record, records
from showctl.showfile.importer.ascii_rest import say_rest
from showctl.showfile.importer.channel import STEM, channel_of, look, selections
from showctl.showfile.importer.draft import Draft
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.light_list import light_list
from showctl.showfile.importer.report import ImportReport, NotImported, counted
from showctl.showfile.importer.rig import add_rig

_UNREAD = {
    "$effect": "effect", "$macro": "macro", "$curve": "curve", "$faderdef": "fader setup", "$magicsheet": "magic sheet",
    "$partition": "partition", "$action": "show control event", "$event": "show control event", "$snapshot": "snapshot",
}  # fmt: skip
_SILENT = {
    "ident", "manufacturer", "console", "clear", "set", "patch", "$patch", "cue", "$cue", "$cuelist", "group", "$group",
    "sub", "$sub", "$personality", "$paramtype", "$intenspalette", "$focuspalette", "$colorpalette", "$beampalette",
    "$preset", "$$title", "$$format", "$$software",
}  # fmt: skip


def read(data: bytes, file: str, asked: Asked) -> ImportedShow:
    """Import a USITT ASCII file. Raises NotImported."""
    found = records(data)
    if not any(record.keyword in _SILENT for record in found):
        raise NotImported("it has no line of USITT ASCII; export it again, as USITT ASCII")
    report = ImportReport(file)
    names = parameter_names(found)
    book = Book(patched(found, names, report), names, report)
    book.read_palettes(found)
    draft = Draft()
    title = next((record.text for record in found if record.keyword == "$$title" and record.text), "")
    if title:
        draft.show["title"] = title
    _cues(found, book, draft, asked)
    _groups(found, book, draft)
    _submasters(found, book, draft)
    for record in found:
        if record.keyword not in _SILENT:
            what = _UNREAD.get(record.keyword, record.keyword)
            report.leave_out(record.place, f"{what} {record.text}".strip(), "has no place in a show file")
    say_rest(found, report)
    book.say_unused()
    _rig(book, draft)
    return ImportedShow(draft, report)


def _cues(found: list[Record], book: Book, draft: Draft, asked: Asked) -> None:
    tracked = any(line.keyword in ("$$chanmove", "$$param") for r in found if r.keyword == "cue" for line in r.inner)
    lists: dict[str, list[AsciiCue]] = {}
    labels: dict[str, str] = {}
    current = "1"
    for record in found:
        if record.keyword == "$cuelist":
            current = record.fields[0] if record.fields else "1"
            labels[current] = next((line.text for line in record.inner if line.keyword == "text"), "")
        elif record.keyword in ("cue", "$cue") and record.fields:
            number, list_ = _number(record, current)
            known = next((cue for cue in lists.get(list_, [])[-1:] if cue.number == number), None)
            cue = read_cue(record, number, list_, tracked, book)
            if known is not None:  # Eos writes parts as further records of the cue as well
                if not any(line.keyword in ("part", "$$part") for line in record.inner):
                    book.report.choose(record.place, f"cue {number} stands there again and is a part of the first")
                known.parts.extend([cue.whole, *cue.parts])
            else:
                lists.setdefault(list_, []).append(cue)
    if not tracked and lists:
        book.report.choose(
            "", "every cue blocks intensity", "the file has the whole picture of each cue, not what it moves"
        )
    for index, (list_, cues) in enumerate(lists.items()):
        made = light_list(cues, not tracked, book.report)
        book.report.carry("cues", len(cues))
        book.report.carry("cue parts", sum(len(cue.parts) for cue in cues))
        if index == 0 and not asked.list:
            draft.cues.extend(made)
            if labels.get(list_):
                book.report.choose("", f"cue list {list_} ({labels[list_]}) is the main list")
        else:
            name = asked.list if index == 0 else f"list {list_}"
            draft.lists[name] = {**({"label": labels[list_]} if labels.get(list_) else {}), "cues": made}


def _number(record: Record, current: str) -> tuple[str, str]:
    """`Cue 5` is of the current list, `Cue 5 2` of list 2."""
    return record.fields[0], record.fields[1] if len(record.fields) > 1 else current


def _groups(found: list[Record], book: Book, draft: Draft) -> None:
    for record in found:
        if record.keyword not in ("group", "$group") or not record.fields:
            continue
        what = f"group {record.fields[0]}"
        lists = [line for line in record.inner if line.keyword == "$$chanlist"]
        members = [channel for line in lists for text in line.fields if (channel := channel_of(text))]
        levels = book.of([line for line in record.inner if line.keyword == "chan"], what)
        members = list(dict.fromkeys([*members, *levels]))
        label = next((line.text for line in record.inner if line.keyword == "text"), "")
        name = label if is_name(label) and label not in draft.groups else what
        if not members:
            book.report.leave_out(record.place, what, "nobody is in it")
            continue
        draft.groups[name] = selections(members)
        for channel in members:
            _unpatched(channel, book)
        book.report.carry("groups")
        if name != label and label:
            book.report.choose(record.place, f"{what} ({label}) is called {name}", "there can be no such name")
        if any(said != {"intensity": "full"} for said in levels.values()):
            book.report.leave_out(record.place, f"levels of {what}", "a group says who, not how bright")


def _submasters(found: list[Record], book: Book, draft: Draft) -> None:
    for record in found:
        if record.keyword not in ("sub", "$sub") or not record.fields:
            continue
        what = f"sub {record.fields[0]}"
        lines = [line for line in record.inner if line.keyword in ("chan", "$$chanmove", "$$param")]
        levels = book.of(lines, what)
        if not levels or what in draft.masters:
            why = "it has no levels" if not levels else "there is one on another page"
            book.report.leave_out(record.place, what, why)
            continue
        label = next((line.text for line in record.inner if line.keyword == "text"), "")
        draft.masters[what] = {**({"label": label} if label else {}), "look": look(as_look(levels))}
        book.report.carry("masters")
        for line in record.inner:
            if line.keyword in ("up", "down"):
                book.report.leave_out(line.place, f"the {line.keyword} time of {what}", "a master moves by hand")


def _rig(book: Book, draft: Draft) -> None:
    """Patch what is patched and what is used, and send it to this machine."""
    used = list(draft.walk())
    used_channels = {channel for cue in used for channel in _channels_of(cue.get("light", {}))}
    used_channels |= {channel for master in draft.masters.values() for channel in _channels_of(master)}
    for channel in sorted(used_channels):
        _unpatched(channel, book)
    draft.patch = list(entries(book.channels))
    book.report.carry("fixtures", len(book.channels))
    add_rig(draft, universes(book.channels), book.report)
    if not book.report.carried.total():
        raise NotImported(f"nothing in it can be used ({counted(book.report.carried)}); export patch and cues")


def _unpatched(channel: int, book: Book) -> None:
    """Patch a channel that is used, where the file does not."""
    if channel not in book.channels:
        book.channels[channel] = Channel(channel, "")
        book.report.choose(f"channel {channel}", "is used and not patched: a dimmer without an address")


def _channels_of(light: dict[str, Any]) -> set[int]:
    """The channels in looks that this importer has written."""
    looks = [light.get("look"), *(part["look"] for part in light.get("parts", ()))]
    return {int(name.removeprefix(STEM)) for each in looks if each for key in each for name in expand(key)}
