"""JSON from anybody: bounded, and read without trusting the type of anything in it."""

import json
import math
from typing import Any

from showctl.showfile.importer.report import NotImported

_DEEPEST = 64
"""Objects and lists inside each other; sessions have fewer than 10."""


def parsed_json(data: bytes) -> dict[str, Any]:
    """The object in a file. Raises NotImported."""
    try:
        tree = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotImported("it is no UTF-8 text; save it again in the program that it is from") from None
    except json.JSONDecodeError as error:
        raise NotImported(f"line {error.lineno} is no JSON ({error.msg}); copy the file again") from None
    except (RecursionError, ValueError):
        raise NotImported("it is nested too deeply, or has numbers beyond reason; it is not read") from None
    if not isinstance(tree, dict):
        raise NotImported("the JSON in it is no object; is it the right file?")
    _check_depth(tree)
    return tree


def _check_depth(tree: Any) -> None:
    level = [tree]
    for _ in range(_DEEPEST):
        inside: list[Any] = []
        for each in level:
            inside.extend(each.values() if isinstance(each, dict) else each)
        level = [each for each in inside if isinstance(each, dict | list)]
        if not level:
            return
    raise NotImported("it is nested too deeply; it is not read")


def mapping(value: Any) -> dict[str, Any]:
    """An object; anything else is an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """A list; anything else is an empty one."""
    return value if isinstance(value, list) else []


def line(value: Any) -> str:
    """Text as one printable line; anything else is empty."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def prose(value: Any) -> str:
    """Text that may have several lines, without what cannot be printed; anything else is empty."""
    return "\n".join(map(line, value.splitlines())).strip() if isinstance(value, str) else ""


def number(value: Any) -> float | None:
    """A number that is one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e15 or not math.isfinite(value):
        return None
    return float(value)


def whole(value: Any) -> int | None:
    """A whole number; 3.0 is one."""
    found = number(value)
    return int(found) if found is not None and found.is_integer() else None
