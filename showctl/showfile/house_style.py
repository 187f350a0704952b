"""How showctl writes what people did not write (docs/show-file.md, House style)."""

from collections.abc import Iterator
from typing import Any

from showctl.model.problem import Path
from showctl.showfile.field_order import order_of
from showctl.showfile.quote import block_scalar, scalar
from showctl.showfile.tree import Mapping

__all__ = ["WIDE", "entries", "entry_lines", "item_lines", "scalar", "scalar_or_flow", "text_of_new"]

WIDE = 100
"""Columns up to which a short mapping or list stands in one line."""
STEP = 2
"""Columns by which what belongs to a key stands further right."""


def text_of_new(node: Any) -> str:
    """A whole document. Mappings and lists may be dict and list."""
    if isinstance(node, dict) and node:
        blocks = [entry_lines(key, value, 0, (key,)) for key, value in entries(node, ())]
        return "\n".join(_apart(blocks, ())) + "\n"
    return f"{scalar_or_flow(node)}\n"


def entries(node: dict[str, Any], path: Path | None) -> list[tuple[str, Any]]:
    """The keys of a mapping at a path with their values in the order in which they are written."""
    own = node.own if isinstance(node, Mapping) else {}
    order = order_of(node, path) if path is not None else {}
    sorted_ = sorted(node.items(), key=lambda entry: order.get(entry[0], len(order))) if order else node.items()
    return [*sorted_, *own.items()]


def scalar_or_flow(node: Any, path: Path | None = None) -> str:
    """Anything in one line, as it may stand inside braces."""
    if isinstance(node, dict):
        found = entries(node, path)
        inside = (f"{scalar(k, flow=True)}: {scalar_or_flow(v, _below(path, k))}" for k, v in found)
        return "{" + ", ".join(inside) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(scalar_or_flow(item, _below(path, 0)) or '""' for item in node) + "]"
    return scalar(node, flow=True)


def entry_lines(key: str, value: Any, indent: int, path: Path) -> list[str]:
    """The lines of a key and its value, at a path, indented by so many columns."""
    start = " " * indent + scalar(key, flow=False) + ":"
    if isinstance(value, str):
        block = block_scalar(value) if "\n" in value else None
        if block is not None:
            header, lines = block
            return [f"{start} {header}", *(" " * (indent + STEP) + line if line else "" for line in lines)]
        return [f"{start} {scalar(value, flow=False)}"]
    if value is None:
        return [start]
    line = f"{start} {scalar_or_flow(value, path)}"
    if not value or (len(path) > 1 and len(line) <= WIDE and not _tall(value)):
        return [line]
    return [start, *_block(value, indent + STEP, path)]


def item_lines(value: Any, indent: int, path: Path) -> list[str]:
    """The lines of an item of a list, at a path, indented by so many columns."""
    dash = " " * indent + "- "
    if isinstance(value, str) and "\n" in value and (block := block_scalar(value)) is not None:
        return [dash + block[0], *(" " * (indent + STEP) + line if line else "" for line in block[1])]
    if not isinstance(value, dict | list):
        return [(dash + scalar(value, flow=False)).rstrip()]
    line = dash + scalar_or_flow(value, path)
    if not value or (len(line) <= WIDE and not _tall(value)):
        return [line]
    first, *rest = _block(value, indent + STEP, path)
    return [dash + first.lstrip(" "), *rest]


def _block(node: Any, indent: int, path: Path) -> list[str]:
    if isinstance(node, dict):
        return [line for key, value in entries(node, path) for line in entry_lines(key, value, indent, (*path, key))]
    return list(_apart([item_lines(item, indent, (*path, at)) for at, item in enumerate(node)], path))


def set_apart(path: Path) -> bool:
    """Whether what stands at a path has blank lines beside entries of several lines: the file, and cue lists."""
    return not path or path == ("cues",) or (path[0] == "lists" and path[2:] == ("cues",))


def _apart(blocks: list[list[str]], path: Path) -> Iterator[str]:
    for at, lines in enumerate(blocks):
        if at and set_apart(path) and (len(lines) > 1 or len(blocks[at - 1]) > 1):
            yield ""
        yield from lines


def _tall(node: Any) -> bool:
    """Whether it does not go into one line: it holds mappings that hold mappings, texts of several lines, or nothing as
    an item of a list.
    """
    values = list(node.values()) if isinstance(node, dict) else node
    if isinstance(node, list) and None in node:
        return True
    for value in values:
        inside = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]
        if isinstance(value, list) and None in value:
            return True
        if any(isinstance(each, str) and "\n" in each for each in inside):
            return True
        if isinstance(value, dict | list) and any(isinstance(each, dict | list) and each for each in inside):
            return True
    return False


def _below(path: Path | None, element: str | int) -> Path | None:
    return None if path is None else (*path, element)
