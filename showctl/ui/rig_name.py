"""Fixtures, groups, parameters and addresses as they are typed: what is meant, what is wrong, what might be meant."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from showctl.engine.fixture_names import FixtureNames, NotThere
from showctl.program.program import Program
from showctl.ui.tongue import tr

MOST = 50
"""Names that are offered at a time."""
SHOWN = 4
_LAST = re.compile(r"(?:.*(?:,|\.\.))?\s*", re.DOTALL)
"""Up to the name that is being typed: after a comma, or after the first end of a range."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text means."""

    what: tuple[str, ...] = ()
    """Each part of it, as the engine takes it; empty where a part is wrong."""
    said: str = ""
    """What is meant, or what is wrong, in words."""
    wrong: bool = False
    whole: bool = True
    """Whether all of it is fixtures, which can be highlighted."""
    count: int = 0
    """Fixtures, parameters and addresses."""


class RigNames:
    """Of one show. Names of fixtures and groups are those of its patch."""

    def __init__(self, program: Program) -> None:
        self._names = FixtureNames(program)
        self._every = (*program.fixtures.groups, *program.fixtures.names)

    @property
    def any(self) -> bool:
        """Whether anything is patched."""
        return bool(self._every)

    def asked(self, text: str) -> Asked:
        """Read a text: names and ranges with commas between them."""
        parts = tuple(part.strip() for part in text.split(",") if part.strip())
        count, whole = 0, True
        for part in parts:
            try:
                targets = self._names.targets(part)
            except NotThere as reason:
                return self._wrong(text, reason)
            count += len(targets)
            whole = whole and all(target.fixture >= 0 and not target.parameter for target in targets)
        said = tr("%n fixture(s)", "", count) if whole else tr("%n output(s)", "", count)
        return Asked(parts, said if parts else "", whole=whole, count=count)

    def _wrong(self, text: str, reason: NotThere) -> Asked:
        offered = [each.rpartition(",")[2].strip() for each in self.completions(text)]
        if offered:
            more = " …" if len(offered) > SHOWN else ""
            return Asked(said=" · ".join(offered[:SHOWN]) + more)
        said = str(reason)
        near = get_close_matches(reason.name, reason.choices, n=1) if reason.name else []
        said = f"{said[:1].upper()}{said[1:]}"
        return Asked(
            said=tr("{said}; did you mean '{near}'?").format(said=said, near=near[0]) if near else said, wrong=True
        )

    def completions(self, text: str) -> list[str]:
        """Texts that begin with this one and name something, that which is typed already first."""
        match = _LAST.match(text)
        head, tail = text[: match.end()] if match else "", text[match.end() :] if match else text
        if not tail:
            return []
        fixture, slash, parameter = tail.partition("/")
        if slash:
            return [f"{head}{fixture}/{name}" for name in self._parameters(fixture) if name.startswith(parameter)]
        wanted = tail.casefold()
        found = [name for name in self._every if name.casefold().startswith(wanted)]
        return [head + name for name in sorted(found, key=lambda name: name != tail)[:MOST]]

    def _parameters(self, fixture: str) -> tuple[str, ...]:
        try:
            return self._names.parameters(self._names.selected(fixture)[0])
        except (NotThere, IndexError):
            return ()
