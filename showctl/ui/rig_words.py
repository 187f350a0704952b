"""What lamps do, in words."""

from collections.abc import Sequence

from showctl.ui.monitors.rig_light import Lit
from showctl.ui.reading import MINUS
from showctl.ui.tongue import tr

NEAR = 0.02
"""Colours whose parts are no more apart than this are said to be the same."""


def intensity_words(lit: Sequence[Lit]) -> str:
    """`100`, or `20..80` of several that differ, in per cent."""
    if not lit:
        return ""
    levels = [round(head.level * 100) for each in lit for head in each.each]
    least, most = min(levels), max(levels)
    return str(most) if least == most else f"{least}..{most}"


def colour_words(lit: Sequence[Lit]) -> tuple[str, str]:
    """As `#rrggbb` twice: the words and what is painted; `several` where they differ. Nothing where it is dark."""
    bright = [head.colour for each in lit for head in each.each if head.level >= 0.01]
    if not bright:
        return ("", "")
    first = bright[0]
    if any(abs(a - b) > NEAR for each in bright for a, b in zip(each, first, strict=True)):
        return (tr("several"), "")
    text = "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in first)
    return (text, text)


def position_words(lit: Sequence[Lit]) -> str:
    """`pan −18°, tilt 42°`, or from the least to the most."""
    heads = [head for each in lit for head in each.each]
    if not heads:
        return ""
    pan, tilt = _degrees([head.pan for head in heads]), _degrees([head.tilt for head in heads])
    return tr("pan {pan}, tilt {tilt}").format(pan=pan, tilt=tilt)


def beam_words(lit: Sequence[Lit]) -> str:
    """How wide, and what the shutter does: `22°, strobes`."""
    if not lit:
        return ""
    heads = [head for each in lit for head in each.each]
    said = {"closed": tr("shutter closed"), "strobes": tr("shutter strobes")}
    says = sorted({said[head.says] for head in heads if head.says})
    return ", ".join(
        [
            tr("{degrees} wide").format(degrees=_degrees([head.degrees for head in heads])),
            *says,
        ]
    )


def _degrees(values: Sequence[float]) -> str:
    least, most = (
        f"{value:.0f}".replace("-0", "0") if round(value) == 0 else f"{value:.0f}"
        for value in (min(values), max(values))
    )
    text = f"{least}°" if least == most else f"{least}..{most}°"
    return text.replace("-", MINUS)
