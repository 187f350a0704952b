"""A comparison and a merge as lines: a head for each thing, below it what is different about it."""

from collections.abc import Iterator, Sequence

from showctl.session.merging import Merging
from showctl.showfile.change import Change, Comparison, plural
from showctl.showfile.change_words import heading
from showctl.showfile.conflict import Choice, Conflict, Key
from showctl.showfile.item import Item
from showctl.ui.models.lines import Line, Option
from showctl.ui.tongue import marked, tr

_ROW = 3
"""So many cues one after the other that only got another number are one line."""
BOTH = marked("keep both, mine first")


def difference_lines(comparison: Comparison) -> list[Line]:
    """Item by item, in the order of the file."""
    found: list[Line] = []
    row: list[Change] = []
    for item, changes in comparison.by_item():
        if len(changes) == 1 and changes[0].what == "renumbered":
            row.append(changes[0])
            continue
        found += _row(row)
        row = []
        found += _thing(item, changes)
    return [*found, *_row(row)]


def conflict_lines(merging: Merging, settled: dict[tuple[Key, ...], tuple[Conflict, Choice]]) -> list[Line]:
    """Those that were settled with what was chosen, then the open ones; mine stands there."""
    lines = [_conflict(conflict, choice) for conflict, choice in settled.values()]
    lines += [_conflict(each, None) for each in merging.merged.conflicts if each.keys not in settled]
    return lines


def _conflict(conflict: Conflict, choice: Choice | None) -> Line:
    words = {"mine": conflict.mine, "theirs": conflict.theirs, "base": conflict.base, "both": tr(BOTH)}
    text = f"{conflict.item}: {' > '.join(conflict.field)}" if conflict.field else str(conflict.item)
    options = tuple(Option(each, words[each] or _nothing(conflict)) for each in conflict.choices)
    return Line(
        "conflict" if options else "note",
        text if options else str(conflict),
        conflict.why,
        conflict.item,
        conflict,
        options,
        choice or "mine",
        settled=choice is not None,
        keys=conflict.keys,
    )


def _nothing(conflict: Conflict) -> str:
    return tr("as it is there") if conflict.why else tr("nothing: it was removed") if conflict.base else tr("nothing")


def _thing(item: Item, changes: Sequence[Change]) -> Iterator[Line]:
    whats = list(dict.fromkeys(change.what for change in changes))
    yield Line("head", heading(item, changes[0]), ", ".join(whats), item)
    for change in changes:
        if change.words != change.what:
            yield Line("change", change.words.removeprefix(f"{change.what}: "), item=item)


def _row(row: Sequence[Change]) -> Iterator[Line]:
    if len(row) < _ROW:
        for change in row:
            yield from _thing(change.item, (change,))
        return
    first, last = row[0], row[-1]
    kind = plural(first.item.kind, len(row))
    yield Line(
        "head",
        tr("{kind} {first} to {last}").format(kind=kind, first=first.item.name, last=last.item.name),
        tr("{count} renumbered").format(count=len(row)),
        first.item,
    )
    yield Line(
        "change",
        tr("renumbered from {before} to {now}").format(before=first.before, now=last.before),
        item=first.item,
    )
