"""What goes by another name in the next state of the show: besides ids of cues, the words of other items."""

from collections.abc import Mapping
from typing import Literal, get_args

Kind = Literal["device", "fixture", "group", "list", "master", "segment"]
_KINDS = get_args(Kind)


def is_worded(key: str) -> bool:
    """Whether a key of a renaming names an item by its words, `device desk`; else it is the id of a cue, which has no
    blank where it has no slash."""
    kind, blank, _ = key.partition(" ")
    return bool(blank) and kind in _KINDS and "/" not in key


def worded(kind: Kind, names: Mapping[str, str]) -> dict[str, str]:
    """Names before → after of one kind, as they stand beside ids of cues."""
    return {f"{kind} {was}": f"{kind} {now}" for was, now in names.items() if was != now}


class Renaming:
    """What devices, fixtures, groups, lists, masters and segments are called that had a name before."""

    def __init__(self, renamed: Mapping[str, str] | None = None) -> None:
        """`renamed`: before → after, as `worded`; ids of cues among it are passed over."""
        self._now = {was: now for was, now in (renamed or {}).items() if is_worded(was)}
        self._was = {now: was for was, now in self._now.items()}

    def __bool__(self) -> bool:
        return bool(self._now)

    def words(self, words: str) -> str | None:
        """What `device desk` is called now; None where another one has taken its name."""
        now = self._now.get(words)
        return now if now is not None or words in self._was else words

    def now(self, kind: Kind, name: str) -> str | None:
        """The name that something has now; None where another one has taken it."""
        now = self.words(f"{kind} {name}")
        return None if now is None else now.removeprefix(f"{kind} ")

    def was(self, kind: Kind, name: str) -> str | None:
        """The name that something had; None where the one that had it is called something else now."""
        words = f"{kind} {name}"
        was = self._was.get(words)
        found = was if was is not None or words in self._now else words
        return None if found is None else found.removeprefix(f"{kind} ")


UNCHANGED = Renaming()
