"""Names for what other programs call as they like: what a show file takes, each once."""

import re
from collections.abc import Callable

from showctl.model.selection import is_name, range_meant

_LONGEST = 60
"""Characters; labels keep the rest."""


class Names:
    """The names that are taken, of things that must differ."""

    def __init__(self, *taken: str) -> None:
        self._taken = {name.casefold() for name in taken}
        self._next: dict[str, int] = {}
        """By name, what comes behind it when it comes again."""

    def new(self, wanted: str, otherwise: str) -> str:
        """What is wanted, as a show file may have it; again, with a number behind it."""
        return self._free(clean(wanted, otherwise), lambda name: (name,))[0]

    def numbered(self, wanted: str, otherwise: str, count: int) -> tuple[str, ...]:
        """So many names in a row, `Front 1` to `Front 8`, which a range can name."""
        return self._free(clean(wanted, otherwise), lambda name: _row(name, count))

    def _free(self, name: str, names_of: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
        count = self._next.get(name.casefold(), 1)
        while True:
            found = names_of(name if count == 1 else f"{name} {count}")
            count += 1
            if not any(each.casefold() in self._taken for each in found):
                self._next[name.casefold()] = count
                self._taken.update(each.casefold() for each in found)
                return found


def _row(stem: str, count: int) -> tuple[str, ...]:
    joint = "_" if stem[-1].isdigit() else " "
    return tuple(f"{stem}{joint}{number}" for number in range(1, count + 1))


def clean(wanted: str, otherwise: str) -> str:
    """What can be a name in a show file."""
    name = " ".join(re.sub(r"[^\w .+-]", " ", wanted).split()).lstrip(" .+-")[:_LONGEST].rstrip()
    name = re.sub(r"\.{2,}", ".", name)
    if range_meant(name):  # `Par 1-4` would be taken for a range
        name = name.replace("-", "_")
    return name if name and is_name(name) and not range_meant(name) else otherwise
