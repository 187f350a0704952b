"""Which cues a change of palettes or groups concerns: by the words in their looks, whatever these turn out to name."""

from collections.abc import Iterable, Iterator, Mapping

from showctl.cues.light import LightCue
from showctl.model.colour import ColourFan
from showctl.model.cue import Cue
from showctl.model.look import FixtureLook, Look
from showctl.model.palette import Palettes
from showctl.model.selection import expand
from showctl.model.setting import Word


def cue_words(cue: Cue) -> frozenset[str]:
    """The words in the looks of a cue and of all inside it."""
    lights = (each.light for each in cue.walk() if isinstance(each, LightCue))
    return _words(look for light in lights for look, _ in light.looks)


def cue_selections(cue: Cue) -> frozenset[str]:
    """The fixtures and groups that a cue and all inside it name."""
    lights = (each.light for each in cue.walk() if isinstance(each, LightCue))
    return _selections(look for light in lights for look, _ in light.looks)


def changed_groups(before: Mapping[str, Iterable[str]], after: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The names of groups that mean others than before, are new or gone, or have one in them that does."""
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    inside = [
        (name, {each for written in of[name] for each in expand(written)}) for of in (before, after) for name in of
    ]
    while more := {name for name, names in inside if name not in changed and not names.isdisjoint(changed)}:
        changed |= more
    return frozenset(changed)


def changed_words(before: Palettes, after: Palettes, groups: frozenset[str] = frozenset()) -> frozenset[str]:
    """The names of palettes that say something else than before, are new or gone, are about one of these groups, or
    use one that is among them."""
    changed: set[str] = set()
    uses: dict[str, frozenset[str]] = {}
    for kind in Palettes.model_fields:
        old, new = before.of_kind(kind), after.of_kind(kind)
        changed |= {name for name in {*old, *new} if old.get(name) != new.get(name)}
        if groups:
            changed |= {name for name, look in new.items() if not groups.isdisjoint(_selections([look]))}
        for name, look in (*old.items(), *new.items()):
            uses[name] = uses.get(name, frozenset()) | _words([look])
    while more := {name for name, used in uses.items() if name not in changed and not used.isdisjoint(changed)}:
        changed |= more
    return frozenset(changed)


def _selections(looks: Iterable[Look]) -> frozenset[str]:
    return frozenset(name for look in looks for selection in look for name in expand(selection))


def _words(looks: Iterable[Look]) -> frozenset[str]:
    return frozenset(word.text for look in looks for entry in look.values() for word in _of_entry(entry))


def _of_entry(entry: FixtureLook) -> Iterator[Word]:
    for said in (entry.palette, entry.position, entry.beam, entry.colour, entry.intensity, *entry.parameters.values()):
        for part in (said.first, said.last) if isinstance(said, ColourFan) else (said,):
            if isinstance(part, Word):
                yield part
