"""What has been made of the parts of a tree already: an edit leaves most of them as they are."""

from collections.abc import Callable
from typing import Any

from showctl.showfile.tree import Mapping


class Known:
    """The instance that each mapping of a tree was made into, where nothing was wrong with it.

    Shared by the states of one document. Belongs to one thread at a time.
    """

    def __init__(self) -> None:
        self._by_identity: dict[int, tuple[Mapping, Any]] = {}
        """The mapping is held, so that nothing else can have its identity."""
        self._ground: tuple[Any, ...] = ()
        self._sound: dict[int, tuple[Mapping, Any, bool]] = {}
        self._alone: dict[int, tuple[Mapping, bool]] = {}

    def refer_to(self, *nodes: Any) -> None:
        """What cues refer to, besides each other. Where it is another than before, all are to be looked at again."""
        if len(nodes) != len(self._ground) or any(a is not b for a, b in zip(nodes, self._ground, strict=True)):
            self._ground = nodes
            self._sound.clear()

    def is_sound(self, cue: Mapping, group: Mapping | None, in_cart: bool) -> bool:
        """Whether nothing was wrong with what it refers to, and with its place, when it was looked at."""
        found = self._sound.get(id(cue))
        return found is not None and found[1] is group and found[2] is in_cart

    def keep_sound(self, cue: Mapping, group: Mapping | None, in_cart: bool) -> None:
        self._sound[id(cue)] = (cue, group, in_cart)

    def names_others(self, cue: Mapping, look: Callable[[Mapping], bool]) -> bool:
        """Whether it names other cues or lists, looked up once."""
        found = self._alone.get(id(cue))
        if found is None:
            found = self._alone[id(cue)] = (cue, look(cue))
        return found[1]

    def keep(self, node: Mapping, instance: Any) -> None:
        self._by_identity[id(node)] = (node, instance)

    def get(self, node: Any) -> Any:
        """None where it has to be made."""
        found = self._by_identity.get(id(node))
        return found[1] if found is not None else None
