"""Fields named in words, as people say them: `light time`, `starts segment`, `light look front intensity`."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from showctl.cues.registry import CUE_TYPES
from showctl.model.budget import BudgetLine
from showctl.model.contact import Contact
from showctl.model.cue import CueList
from showctl.model.device import Device
from showctl.model.guest import Guest
from showctl.model.logistics import LogisticsItem
from showctl.model.look import Look
from showctl.model.master import Master
from showctl.model.patch import PatchEntry
from showctl.model.segment import Segment
from showctl.model.show import Inputs, ShowInfo
from showctl.model.venue import Venue
from showctl.showfile.fields import flat, key_of, nested_key

_MODELS: dict[str, Any] = {
    "cue": Union[tuple(CUE_TYPES.values())],  # noqa: UP007  # of what the registry lists
    "device": Device,
    "fixture": PatchEntry,
    "group": tuple[str, ...],
    "palette": Look,
    "master": Master,
    "list": CueList,
    "segment": Segment,
    "person": Contact,
    "supplier": Contact,
    "guest": Guest,
    "logistics": LogisticsItem,
    "budget": BudgetLine,
    "venue": Venue,
    "show": ShowInfo,
    "inputs": Inputs,
}
"""By kind of item what stands there."""
_LONGEST = 4
"""Words of one key."""


class Named(NamedTuple):
    """What words name."""

    path: tuple[str | int, ...]
    rest: tuple[str, ...]
    """The words after it."""
    is_text: bool
    """Whether free text belongs there, in which a colon or a # means nothing."""
    choices: tuple[str, ...]
    """What could have come next."""


def named_field(kind: str, words: Sequence[str], *, leave: int) -> Named:
    """The longest field of an item of a kind that words name, with at least so many words left over."""
    path: list[str | int] = []
    found = flat(_MODELS[kind])
    at = 0
    while at < len(words) - leave:
        keys = {key: below for model in reversed(found) for key, below in _keys(model).items()}
        most = min(_LONGEST, len(words) - leave - at)
        taken = next((n for n in range(most, 0, -1) if " ".join(words[at : at + n]) in keys), 0)
        word = words[at]
        if taken:
            key = " ".join(words[at : at + taken])
            path.append(key)
            found = [below for model in found for below in _keys(model).get(key, ())]
            at += taken
        elif word.startswith("x-"):
            path.append(word)
            found, at = [], at + 1
        elif word.isascii() and word.isdigit() and any(get_origin(each) is tuple for each in found):
            path.append(int(word) - 1)
            found, at = [t for each in found if get_origin(each) is tuple for t in flat(get_args(each)[0])], at + 1
        elif word[:1] not in ("{", "[") and any(get_origin(each) is dict or _takes_any(each) for each in found):
            path.append(word)
            found, at = [t for each in found if get_origin(each) is dict for t in flat(get_args(each)[1])], at + 1
        else:
            break
    return Named(tuple(path), tuple(words[at:]), bool(found) and all(each is str for each in found), _choices(found))


def key_above(kind: str, key: str) -> str | None:
    """The field of an item of a kind below which a key has a meaning: `light` for `look`."""
    models = [t for t in flat(_MODELS[kind]) if isinstance(t, type) and issubclass(t, BaseModel)]
    return next((above for model in models if (above := nested_key(model, key)) is not None), None)


def _choices(found: list[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for model in found for key in _keys(model)))


def _keys(model: Any) -> dict[str, list[Any]]:
    return _keys_of(model) if isinstance(model, type) and issubclass(model, BaseModel) else {}


@cache
def _keys_of(model: type[BaseModel]) -> dict[str, list[Any]]:
    """By key what may stand there, nothing (None) left out."""
    return {
        key_of(name, field): [t for t in flat(field.annotation) if t is not type(None)]
        for name, field in model.model_fields.items()
    }


def _takes_any(model: Any) -> bool:
    """Whether other keys than those that it lists may stand there: the parameters of a fixture."""
    return isinstance(model, type) and issubclass(model, BaseModel) and model.model_config.get("extra") == "allow"
