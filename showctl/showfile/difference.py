"""What is different between two meanings of one item: field by field, each with both values in people's words."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from showctl.showfile.value_words import value_words

Field = tuple[str, ...]
_WHOLE = {"time", "delay", "curve", "curve down", "args", "before", "after", "position", "rotation", "at"}
"""Keys whose value is one thing to people, whatever it is made of."""

_HOLD_LOOKS = {"light", "look", "parts", "panic"}


class Difference(NamedTuple):
    """One field below an item. `before` and `after` are words, empty where nothing is written or understood."""

    field: Field
    before: str
    after: str


Looks = Callable[[Field, dict[str, Any], dict[str, Any]], Iterator[Difference]]
"""Says what is different between two looks, each by selection as written."""


def differences(a: Any, b: Any, whole: tuple[Any, Any], looks: Looks, field: Field = ()) -> Iterator[Difference]:
    """Every field in which two meanings differ, in their order; None is nothing at all.

    `whole`: both with what is understood, so that `armed: no` was `yes` before.
    """
    key = field[-1] if field else ""
    if key == "look" or (field[-2:] == ("panic", "light") and not isinstance(a or b, str)):
        yield from looks(field, a or {}, b or {})
    elif key == "parts":
        yield from _parts(a or [], b or [], whole, looks, field)
    elif key not in _WHOLE and (a or b) is not None and all(isinstance(each, dict | None) for each in (a, b)):
        one, other = a or {}, b or {}
        for inner in dict.fromkeys((*one, *other)):
            if not _same(inner, one.get(inner), other.get(inner)):
                below = _below(whole[0], inner), _below(whole[1], inner)
                yield from differences(one.get(inner), other.get(inner), below, looks, (*field, str(inner)))
    else:
        before, after = (understood if said is None else said for said, understood in zip((a, b), whole, strict=True))
        yield Difference(field, value_words(field, before), value_words(field, after))


def _same(key: str, a: Any, b: Any) -> bool:
    """Whether they are equal, the order of the lines of looks included: the later of two that speak of one fixture
    counts.
    """
    return bool(a == b) and (key not in _HOLD_LOOKS or repr(a) == repr(b))


def _parts(a: list[Any], b: list[Any], whole: tuple[Any, Any], looks: Looks, field: Field) -> Iterator[Difference]:
    for index in range(max(len(a), len(b))):
        here = (*field[:-1], f"part {index + 1}")
        one, other = _below(a, index), _below(b, index)
        if one is None or other is None:
            yield Difference(here, "" if one is None else "there", "" if other is None else "there")
        if not _same("parts", one, other):
            below = _below(whole[0], index), _below(whole[1], index)
            yield from differences(one or {}, other or {}, below, looks, here)


def _below(whole: Any, key: str | int) -> Any:
    if isinstance(whole, list) and isinstance(key, int):
        return whole[key] if key < len(whole) else None
    return whole.get(key) if isinstance(whole, dict) else None
