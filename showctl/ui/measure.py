"""Sizes in logical pixels: one set for wide windows and one for narrow ones (docs/console.md, Layouts)."""

from dataclasses import dataclass, replace

NARROW_BELOW = 1600
"""Window width under which the narrow sizes are used: between the two layouts that are drawn, 1366 and 1920."""
TABBED_BELOW = 1280
"""Window width under which active cues are a tab of the side panel: the list and they no longer fit side by side."""


@dataclass(frozen=True)
class Measures:
    """Sizes and font sizes of one layout."""

    narrow: bool
    tabbed: bool
    """Active cues are a tab of the side panel."""
    top: int
    bottom: int
    gap: int
    padding: int
    strip: int
    go_width: int
    active: int
    side: int
    go_text: int
    strip_text: int
    notes_text: int
    clock_text: int
    countdown_text: int
    card_text: int
    lamps: int
    """How many lamps fit; the rest is a number."""


WIDE = Measures(
    narrow=False, tabbed=False, top=64, bottom=56, gap=12, padding=16, strip=228, go_width=312, active=392, side=480,
    go_text=104, strip_text=46, notes_text=23, clock_text=30, countdown_text=58, card_text=34, lamps=8,
)  # fmt: skip
NARROW = Measures(
    narrow=True, tabbed=False, top=56, bottom=56, gap=8, padding=12, strip=152, go_width=196, active=300, side=336,
    go_text=68, strip_text=30, notes_text=18, clock_text=28, countdown_text=42, card_text=26, lamps=6,
)  # fmt: skip
TABBED = replace(NARROW, tabbed=True)
LEAST_LABEL = 220
"""Of the cue list: other columns go before its labels get narrower."""
ROW = 44
HEADER = 28
TABS = 42


def measures(width: int) -> Measures:
    """The sizes for a window of this width."""
    if width < TABBED_BELOW:
        return TABBED
    return NARROW if width < NARROW_BELOW else WIDE
