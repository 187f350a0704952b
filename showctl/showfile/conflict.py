"""What two people changed in ways that do not go together: said in words, chosen one by one."""

from dataclasses import dataclass
from typing import Any, Literal

from showctl.showfile.item import Item
from showctl.showfile.value_words import printable, shortened

Choice = Literal["mine", "theirs", "base", "both"]
SIDES: tuple[Choice, ...] = ("mine", "theirs", "base")
Key = tuple[str, tuple[str, ...]]
"""Which thing, and which field of it; the same in every merge of the same three shows."""
Choices = dict[Key, Choice]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One of them. `field`: below the item, empty where it is about the item as a whole. `base`, `mine` and `theirs`:
    the three values in words, empty for nothing. `why`: what does not go together, where the values do not say it.
    """

    item: Item
    field: tuple[str, ...]
    base: str
    mine: str
    theirs: str
    choices: tuple[Choice, ...]
    keys: tuple[Key, ...]
    """What a choice is about."""
    why: str = ""

    @property
    def words(self) -> str:
        """`light > time: 5s was changed to 3s (mine) and to 4s (theirs)`."""
        field = f"{' > '.join(self.field)}: " if self.field else ""
        if self.why:
            return f"{field}{self.why}"
        mine, theirs = shortened(self.mine or "nothing", self.theirs or "nothing")
        if not self.base:
            return f"{field}written as {mine} (mine) and as {theirs} (theirs)"
        if not self.mine or not self.theirs:
            by, other = ("mine", theirs) if not self.mine else ("theirs", mine)
            changed = "changed" if other == "nothing" else f"changed to {other}"  # what is inside it, its cues
            return f"{field}removed ({by}) and {changed} ({'theirs' if by == 'mine' else 'mine'})"
        return f"{field}{shortened(self.base, self.mine)[0]} was changed to {mine} (mine) and to {theirs} (theirs)"

    def __str__(self) -> str:
        return printable(f"{self.item}: {self.words}")

    def as_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "kind": self.item.kind,
            "name": self.item.name,
            "field": list(self.field),
            "base": self.base or None,
            "mine": self.mine or None,
            "theirs": self.theirs or None,
            "choices": list(self.choices),
            "words": self.words,
        }
