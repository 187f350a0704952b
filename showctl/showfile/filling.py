"""A mapping or list that is being filled while a text is read."""

from showctl.showfile.origin import Origin
from showctl.showfile.own_passcode import is_own
from showctl.showfile.tree import Mapping, Sequence

_LARGE = 64
"""Keys of a mapping whose places are kept by key: there are few of them, and each key that is asked for takes a look at
all otherwise."""


class Filling:
    """One of them. Of a list the places of the items are put into the list itself."""

    __slots__ = ("anchor", "key", "key_at", "merged", "names", "node", "own", "places", "size_before", "waits")

    def __init__(
        self, node: Mapping | Sequence, anchor: str | None, size_before: int, above: "Filling | None" = None
    ) -> None:
        self.node = node
        self.own: bool = above is not None and (above.own or is_own(above.key))
        """Whether it stands below a key of the author's own."""
        self.anchor = anchor
        self.size_before = size_before
        self.names: list[str] = []
        """The keys as they are written, `<<` and the author's own among them."""
        self.places: list[int] = []
        """For each of them the three offsets of its span."""
        self.waits = False
        """Whether the end of the value that was put last is told when that closes."""
        self.key: str | None = None
        self.key_at = -1
        """The offset of a key that waits for its value, else -1."""
        self.merged: list[tuple[Mapping | Sequence | str | None, int]] = []
        """What stands after `<<`; it is looked at when all of it has been read."""

    def written_at(self, key: str) -> int:
        """The offset of a key that is there already."""
        return self.places[3 * self.names.index(key)]

    def keep_spans(self, origin: Origin) -> None:
        """Tell a mapping that is filled where its entries stand."""
        node = self.node
        if not isinstance(node, Mapping):
            return
        if node.own or self.merged or len(self.names) > _LARGE:
            offsets = iter(self.places)
            node.put_spans(dict(zip(self.names, zip(offsets, offsets, offsets, strict=True), strict=True)))
        else:
            node.put_spans(len(origin.offsets))
            origin.offsets.extend(self.places)
