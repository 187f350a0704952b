"""How desks turn decibels into the positions of their faders."""

import math
import re
from typing import Any

SILENCE = -math.inf
"""What `-oo` stands for, in decibels."""


def parse_decibel(value: Any) -> float:
    """Decibels: `0 dB`, `-10`, `+3.5 dB`, and `-oo` for silence."""
    text = str(value).strip().casefold().removesuffix("db").strip().replace("\N{MINUS SIGN}", "-")
    if text in {"-oo", "-inf", "-∞"}:
        return SILENCE
    if re.fullmatch(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)", text):
        return float(text)
    raise ValueError(f"'{value}' is not a level in decibels; write for example 0 dB, -10 dB or -oo")


def x32_position(decibel: float) -> float:
    """Position 0..1 of a Behringer X32 or Midas M32 fader; -90 dB and silence are 0, 0 dB is 0.75, +10 dB is 1.

    Four straight lines, from the unofficial X32/M32 OSC protocol document (P.-G. Maillot).
    """
    if decibel < -60:
        return max(0.0, (decibel + 90) / 480)
    if decibel < -30:
        return (decibel + 70) / 160
    if decibel < -10:
        return (decibel + 50) / 80
    return (decibel + 30) / 40


LAWS = {"x32": (x32_position, -90.0, 10.0)}
"""By name: the law, its lowest level above silence, and its highest, in decibels."""
