"""What an item of a show file means, however it is written: `5s` and `5.0s`, `full` and `100%` are the same."""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from pydantic import TypeAdapter, ValidationError

from showctl.cues.registry import CUE_TYPES
from showctl.model.budget import BudgetLine
from showctl.model.contact import Contact
from showctl.model.cue import Cue, CueList
from showctl.model.device import Device
from showctl.model.guest import Guest
from showctl.model.logistics import LogisticsItem
from showctl.model.master import Master
from showctl.model.palette import PARSERS, Palettes
from showctl.model.patch import PatchEntry
from showctl.model.segment import Segment
from showctl.model.show import Inputs, Show, ShowInfo
from showctl.model.venue import Venue
from showctl.showfile.cues import PLACEHOLDER, types_of
from showctl.showfile.tree import Mapping, Sequence
from showctl.showfile.unlike import unlike

_KINDS: dict[str, Any] = {
    "show": ShowInfo,
    "inputs": Inputs,
    "device": Device,
    "fixture": PatchEntry,
    "group": Show.model_fields["groups"].annotation,
    "master": Master,
    "list": CueList,
    "segment": Segment,
    "person": Contact,
    "supplier": Contact,
    "guest": Guest,
    "logistics": LogisticsItem,
    "budget": BudgetLine,
    "venue": Venue,
}


class Meaning:
    """One item. `said`: what it says other than what is understood, in the house style, as mappings, lists, texts and
    numbers; of what is wrong it is what is written. `exact`: a value that is equal for equal meanings.
    """

    def __init__(self, kind: str, name: str, node: Any, instance: Cue | None = None) -> None:
        """`instance`: what was made of a cue already, whose number and cues inside do not count."""
        self._kind, self._name, self._node = kind, name, node
        self._parts: Any = None
        if instance is not None and not instance.children and len(types := types_of(node)) == 1:
            adapter = _adapter(kind, types[0])
            self._value = (adapter, instance) if adapter is not None else None
        else:
            self._value = _value(kind, name, node)

    @cached_property
    def said(self) -> Any:
        if self._value is None:
            return plain(self._node)
        said = self._dumped(exclude_defaults=True)
        return {**said, **self._own} if isinstance(said, dict) and self._own else said

    @property
    def exact(self) -> Any:
        if self._value is None:
            return self.said
        instance = self._value[1]
        if isinstance(instance, Cue):
            instance = instance.model_copy(update={"number": "1"})
        return (instance, self._own, tuple(_orders(self.said, look=self._kind == "palette")))

    @cached_property
    def _own(self) -> dict[str, Any]:
        return own_keys(self._node)

    def differs(self, other: "Meaning") -> bool:
        """Whether the two mean something else. Of cues of one type both say from now on only what is different: the
        fields of all others are long looks, mostly.
        """
        if self._value is not None and other._value is not None and self._kind == "cue":
            one, two = self._value[1], other._value[1]
            if type(one) is type(two):
                parts = unlike(one, two)
                self._parts = other._parts = parts
                return bool(parts) or self._own != other._own
        return bool(self.exact != other.exact)

    @property
    def whole(self) -> Any:
        """What it says, and what is understood."""
        return self._dumped(exclude_defaults=False) if self._value is not None else self.said

    def _dumped(self, *, exclude_defaults: bool) -> Any:
        assert self._value is not None
        adapter, instance = self._value
        dumped = adapter.dump_python(
            instance, mode="json", by_alias=True, exclude_defaults=exclude_defaults, include=self._parts
        )
        if self._kind in {"group", "palette"}:
            return dumped[self._name.partition(" ")[2] if self._kind == "palette" else self._name]
        if self._kind in {"cue", "list"}:
            dumped.pop("cues", None)
            dumped.pop("cue", None)
        return dumped


def _orders(said: Any, look: bool = False) -> Iterator[tuple[str, ...]]:
    """The lines of every look in order: where two speak of one fixture, the later one counts."""
    if isinstance(said, list):
        for item in said:
            yield from _orders(item)
    elif isinstance(said, dict):
        if look:
            yield tuple(said)
        for key, inside in said.items():
            yield from _orders(inside, look=key == "look" or (key == "light" and "time" in said))


def plain(node: Any) -> Any:
    """A node as plain mappings, lists and texts, the author's own keys too; the cues inside are left out."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in {**node, **node.own}.items() if key != "cues"}
    if isinstance(node, list):
        return [plain(item) for item in node]
    return str(node) if isinstance(node, str) else node


def own_keys(node: Any) -> dict[str, Any]:
    """The author's own keys (`x-…`) in an item, by where they stand in words; those of the cues inside are not."""
    found: dict[str, Any] = {}
    if isinstance(node, Mapping | Sequence) and node.origin is not None and not node.origin.has_own:
        return found
    if isinstance(node, Mapping):
        found = {key: plain(value) for key, value in node.own.items()} if node.own else found
        for key, value in node.items():
            if not isinstance(value, str) and key != "cues" and isinstance(value, dict | list):
                found.update({f"{key} > {inner}": value for inner, value in own_keys(value).items()})
    elif isinstance(node, list):
        for index, item in enumerate(node, 1):
            found.update({f"{index} > {inner}": value for inner, value in own_keys(item).items()})
    return found


def _value(kind: str, name: str, node: Any) -> tuple[TypeAdapter[Any], Any] | None:
    """The value of the model, and what writes it; None for what is wrong, and for what there is no model of."""
    family, given = "", node
    if kind == "cue":
        types = types_of(node) if isinstance(node, Mapping) else []
        family = types[0] if len(types) == 1 else ""
        given = {**node, "cues": [PLACEHOLDER]} if family == "group" else node
    elif kind == "list":
        given = {key: value for key, value in node.items() if key != "cues"} if isinstance(node, dict) else node
    elif kind == "palette":
        family, _, own = name.partition(" ")
        given = {own: node}
    elif kind == "group":
        given = {name: node}
    adapter = _adapter(kind, family)
    if adapter is None:
        return None
    try:
        return adapter, adapter.validate_python(given, by_alias=True, by_name=False)
    except ValidationError:
        return None


@cache
def _adapter(kind: str, family: str) -> TypeAdapter[Any] | None:
    """Of a kind of item; `family`: the type of a cue, the kind of a palette."""
    if kind == "cue":
        return TypeAdapter(CUE_TYPES[family]) if family else None
    if kind == "palette":
        found: Any = Palettes.model_fields[family].annotation if family in PARSERS else None
        return TypeAdapter(found) if found is not None else None
    annotation = _KINDS.get(kind)
    return TypeAdapter(annotation) if annotation is not None else None
