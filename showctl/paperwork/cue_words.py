"""What a cue does, in one line for people: `front 75%, wash blue in 5s`."""

from collections.abc import Mapping
from typing import Any

_MOST = 8
"""Fixtures or groups of a look that are named; the others are counted."""


def cue_words(kind: str, cue: Mapping[str, Any]) -> str:
    """A cue as it is written, of this type of the registry."""
    action = cue.get(kind)
    match kind:
        case "light" if isinstance(action, dict):
            return _light(action)
        case "group":
            return f"{_said(action)} of {len(cue.get('cues', ()))}"
        case "wait":
            return f"waits {_said(action)}"
        case "memo":
            return " ".join(_said(action).split())
        case "panic":
            return "panic"
        case "audio" | "video" | "osc" | "midi" | "fade" if isinstance(action, dict):
            device = _said(action.get("device", action.get("master", "")))
            rest = {key: value for key, value in action.items() if key not in ("device", "master")}
            return f"{device}: {_pairs(rest)}"
    return f"{kind} {_said(action)}".strip()


def _light(action: Mapping[str, Any]) -> str:
    looks = [action.get("look"), *(part.get("look") for part in action.get("parts", ()) if isinstance(part, dict))]
    lines = [(who, what) for each in looks if isinstance(each, dict) for who, what in each.items()]
    said = ", ".join(f"{who} {_level(what)}" for who, what in lines[:_MOST])
    more = f" and {len(lines) - _MOST} more" if len(lines) > _MOST else ""
    time = action.get("time")
    in_time = f" in {_said(time)}" if time is not None else ""
    flags = [key for key in ("block", "assert", "cue only", "mark") if action.get(key) not in (None, "no", "off")]
    return f"{said or 'nothing moves'}{more}{in_time}" + (f" ({', '.join(flags)})" if flags else "")


def _level(what: Any) -> str:
    if not isinstance(what, dict):
        return _said(what)
    return " ".join(_said(value) if key in ("intensity", "colour") else f"{key} {_said(value)}"
                    for key, value in what.items())  # fmt: skip


def _pairs(node: Mapping[str, Any]) -> str:
    bare = ("do", "address", "args")
    return " ".join(_said(value) if key in bare else f"{key} {_said(value)}" for key, value in node.items())


def _said(node: Any) -> str:
    match node:
        case None:
            return ""
        case dict():
            return ", ".join(f"{key} {_said(value)}" for key, value in node.items())
        case list():
            return ", ".join(map(_said, node))
    return str(node)
