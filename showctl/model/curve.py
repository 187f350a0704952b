"""The shape of a change over time, as people write it: a name, or points of their own."""

from itertools import pairwise
from typing import Annotated, Any, Literal, cast, get_args

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

CurveName = Literal["linear", "s", "sine", "exponential", "square"]
Points = tuple[tuple[float, float], ...]
Curve = CurveName | Points
"""How far the change is, against how much of its time is over, both 0..1. `timing.curve` evaluates it."""
CURVE_NAMES: tuple[str, ...] = get_args(CurveName)
MOST_POINTS = 256
CLOSEST = 1e-4
"""Least step between the times of two points; a line without end of steepness cannot be computed."""
_EXAMPLE = "write for example {points: [[0, 0], [0.5, 0.2], [1, 1]]}"


def parse_curve(value: Any) -> Curve:
    """A name, or `{points: [[0, 0], [0.5, 0.2], [1, 1]]}`: pairs of time and value from [0, 0] to [1, 1]."""
    if isinstance(value, tuple):
        return value  # points already
    if isinstance(value, dict):
        if set(value) != {"points"} or not isinstance(value["points"], list | tuple):
            raise ValueError(f"a curve of one's own has points and nothing else; {_EXAMPLE}")
        return _points(value["points"])
    name = value.strip() if isinstance(value, str) else value
    if name not in CURVE_NAMES:
        raise ValueError(
            f"'{value}' is not a curve; write {', '.join(CURVE_NAMES)}, or {{points: [[0, 0], …, [1, 1]]}}"
        )
    return cast(CurveName, name)


def _points(written: Any) -> Points:
    points = tuple(_point(pair) for pair in written)
    if not 2 <= len(points) <= MOST_POINTS:
        raise ValueError(f"a curve has 2 to {MOST_POINTS} points, these are {len(points)}; {_EXAMPLE}")
    if points[0] != (0.0, 0.0) or points[-1] != (1.0, 1.0):
        raise ValueError(f"the points do not lead from [0, 0] to [1, 1]; {_EXAMPLE}")
    times = [time for time, _ in points]
    if any(later - earlier < CLOSEST for earlier, later in pairwise(times)):
        raise ValueError(f"the first numbers of the points do not rise, each by {CLOSEST:g} or more; {_EXAMPLE}")
    return points


def _point(pair: Any) -> tuple[float, float]:
    try:
        time, value = (float(number) for number in pair)
    except (TypeError, ValueError):
        raise ValueError(f"a point is two numbers; {_EXAMPLE}") from None
    if not (0 <= time <= 1 and 0 <= value <= 1):  # NaN too
        raise ValueError(f"[{time:g}, {value:g}] is not between 0 and 1; {_EXAMPLE}")
    return time, value


def write_curve(curve: Curve) -> Any:
    """As it is written in a file."""
    return curve if isinstance(curve, str) else {"points": [list(point) for point in curve]}


WrittenCurve = Annotated[
    Curve,
    BeforeValidator(parse_curve),
    PlainSerializer(write_curve),
    WithJsonSchema(
        {
            "description": "The shape of a change over time",
            "anyOf": [
                {"enum": list(CURVE_NAMES)},
                {
                    "type": "object",
                    "properties": {
                        "points": {
                            "description": "Time and value, both 0 to 1, from [0, 0] to [1, 1]",
                            "type": "array",
                            "minItems": 2,
                            "maxItems": MOST_POINTS,
                            "items": {
                                "type": "array",
                                "minItems": 2,
                                "maxItems": 2,
                                "items": {"type": ["string", "number"], "minimum": 0, "maximum": 1},
                            },
                        }
                    },
                    "required": ["points"],
                    "additionalProperties": False,
                },
            ],
        }
    ),
]
