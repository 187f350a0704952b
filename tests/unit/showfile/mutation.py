"""Mutated texts: what a slip of the hand, a bad merge, a broken disk or an enemy makes of a show file.

From a seed, so that thousands of them cost no more than what they are fed to; `what` names one for a second look.
"""

import json
import random
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import yaml

TOKENS = (
    *("{", "}", "[", "]", ": ", ":", "- ", "&a ", "*a", "<<: *a", "<<: ", "!x ", "!!python/name:os", "'", '"', "|"),
    *(">-", "\t", "\n\n", "---\n", "...\n", "#", " #", "? ", "~", "null", "\x00", "\ufeff", "\r", "\x85", "\u2028"),
    *(
        "\ud800",
        "1..9999999999",
        "a1..a4096",
        "1-63999",
        "x-",
        "nan",
        "inf",
        "-1",
        "1e999",
        "0x10",
        "9" * 400,
        "²",
        "٣",
    ),
    *(
        "é",
        "e\u0301",
        "cues:",
        "cue: 1",
        "light: ",
        "look: ",
        "group: timeline",
        "fixture: ",
        "passcode: x",
        "showctl: 2",
    ),
    *(
        "at: next",
        "full",
        "out",
        "release",
        "dmx 300",
        "50%",
        "1:30",
        "24:00",
        "2026-02-30",
        "#ff8800",
        "L999",
        "5600 K",
    ),
)
_VALUES = (None, "", " ", "1", "-1", "0.5", "yes", "full", "main", "a1..a9", "*", "x" * 300, "1..2", "osc", "next")


def characters(text: str, random_: random.Random) -> str:
    """Some characters cut out, doubled, swapped or replaced."""
    signs = list(text)
    for _ in range(random_.randint(1, 4)):
        at = random_.randrange(len(signs))
        match random_.randrange(4):
            case 0:
                del signs[at : at + random_.randint(1, 6)]
            case 1:
                signs[at:at] = signs[at : at + random_.randint(1, 20)]
            case 2:
                other = random_.randrange(len(signs))
                signs[at], signs[other] = signs[other], signs[at]
            case _:
                signs[at] = chr(random_.choice((random_.randrange(32, 127), random_.randrange(0x250), 10, 32)))
        signs = signs or [" "]
    return "".join(signs)


def lines(text: str, random_: random.Random) -> str:
    """Some lines gone, twice, elsewhere, indented in another way, or two of them joined."""
    rows = text.splitlines()
    for _ in range(random_.randint(1, 4)):
        at, other = random_.randrange(len(rows)), random_.randrange(len(rows))
        match random_.randrange(6):
            case 0:
                del rows[at : at + random_.randint(1, 4)]
            case 1:
                rows.insert(other, rows[at])
            case 2:
                rows[at], rows[other] = rows[other], rows[at]
            case 3:
                rows[at] = " " * random_.randint(0, 12) + rows[at].lstrip()
            case 4:
                rows[at] = rows[at] + rows[other].lstrip()
            case _:
                rows[at] = rows[at][: random_.randrange(len(rows[at]) + 1)]
        rows = rows or [""]
    return random_.choice(("\n", "\n", "\n", "\r\n", "\r")).join(rows) + "\n"


def tokens(text: str, random_: random.Random) -> str:
    """Words of YAML and of shows put where they do not belong."""
    for _ in range(random_.randint(1, 4)):
        at = random_.randrange(len(text) + 1)
        text = text[:at] + random_.choice(TOKENS) + text[at + random_.choice((0, 0, 1, 5)) :]
    return text


def structure(text: str, random_: random.Random) -> str:
    """The same values in another form: parts gone, moved, wrapped, of another kind, under other keys. Always YAML."""
    tree = json.loads(_as_json(text))
    for _ in range(random_.randint(1, 3)):
        places = list(_places(tree))
        if not places:
            break
        above, key = random_.choice(places)
        other_above, other_key = random_.choice(places)
        match random_.randrange(7):
            case 0:
                del above[key]
            case 1:
                above[key] = json.loads(json.dumps(other_above[other_key]))
            case 2:
                above[key] = [above[key]]
            case 3:
                above[key] = {random_.choice(("cue", "light", "look", "a", "at", "x-y", "1")): above[key]}
            case 4:
                above[key] = random_.choice(_VALUES)
            case 5 if isinstance(above, dict):
                above[random_.choice((str(other_key), "cue", "cues", "time", "group"))] = above.pop(key)
            case _ if isinstance(above, list):
                above.insert(random_.randrange(len(above) + 1), json.loads(json.dumps(above[key])))
            case _:
                above[key] = []
    return json.dumps(tree, ensure_ascii=False)


@cache
def _as_json(text: str) -> str:
    return json.dumps(yaml.load(text, yaml.BaseLoader))


MUTATIONS: dict[str, Callable[[str, random.Random], str]] = {
    "characters": characters,
    "lines": lines,
    "tokens": tokens,
    "structure": structure,
}


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    for key, value in list(tree.items() if isinstance(tree, dict) else enumerate(tree)):
        yield tree, key
        if isinstance(value, dict | list):
            yield from _places(value)
