"""Which act has which keys on this machine, and who else wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings

from showctl.ui.act import Act
from showctl.ui.built_in_keys import BUILT_IN
from showctl.ui.key_names import number, of_hotkey
from showctl.ui.tongue import tr

_PLACE = "keys"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a key already."""

    words: str
    id: str = ""
    """The act, where it is one whose key can be taken."""
    plays: bool = False
    """A cue of the show: its hotkey goes first."""


class Bindings:
    """Keys as they are written in the table, but for those that were chosen here; they are kept in the settings."""

    def __init__(self, acts: Sequence[Act], settings: QSettings | None = None) -> None:
        self._acts = {act.id: act for act in acts}
        self._settings = settings
        self._own: dict[str, tuple[str, ...]] = {}
        self._wanting: dict[int, list[Act]] | None = None
        """Who has each key, by its number; worked out anew once keys were chosen."""
        self.hotkeys: Mapping[str, str] = {}
        """What the hotkeys of the show start, in words."""
        for act in acts:
            kept = settings.value(f"{_PLACE}/{act.id}") if settings is not None else None
            if kept is not None and not act.fixed:
                self._own[act.id] = tuple(key for key in str(kept).split() if number(key))

    def keys(self, identity: str) -> tuple[str, ...]:
        return self._own.get(identity, self._acts[identity].keys)

    def is_own(self, identity: str) -> bool:
        """Whether it has other keys than the table says."""
        return identity in self._own

    def choose(self, identity: str, keys: Sequence[str]) -> None:
        """Give it these keys and no others; those that it has without ado are none of its own."""
        act = self._acts[identity]
        if act.fixed:
            return
        self._own.pop(identity, None)
        self._wanting = None
        if tuple(keys) != act.keys:
            self._own[identity] = tuple(keys)
        if self._settings is not None:
            if identity in self._own:
                self._settings.setValue(f"{_PLACE}/{identity}", " ".join(keys))
            else:
                self._settings.remove(f"{_PLACE}/{identity}")

    def reset_all(self) -> None:
        for identity in list(self._own):
            self.choose(identity, self._acts[identity].keys)

    def owners(self, key: str, besides: str) -> list[Owner]:
        """Who wants a key besides this act, where and when it would work."""
        wanted, act = number(key), self._acts[besides]
        found = [Owner(said, plays=True) for hotkey, said in self.hotkeys.items() if of_hotkey(hotkey) == wanted]
        for other in self._with(wanted):
            if other.id == besides or "part" in (act.when, other.when) or not set(act.mode) & set(other.mode):
                continue
            taken = other.id in self._acts and not other.fixed
            found.append(Owner(tr(other.words), other.id if taken else ""))
        return found

    def _with(self, wanted: int) -> list[Act]:
        """Who has the key of this number, in the order of the table, then what is built in."""
        if self._wanting is None:
            self._wanting = {}
            for act in (*self._acts.values(), *BUILT_IN):
                keys = self.keys(act.id) if act.id in self._acts else act.keys
                for each in dict.fromkeys(number(key) for key in keys):
                    self._wanting.setdefault(each, []).append(act)
        return self._wanting.get(wanted, [])

    def conflicts(self, identity: str) -> list[Owner]:
        """Who else wants the keys that it has."""
        return [owner for key in self.keys(identity) for owner in self.owners(key, identity)]
