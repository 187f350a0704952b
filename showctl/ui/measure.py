"""Sizes in logical pixels: one set for wide windows and one for narrow ones (docs/console.md, Layouts)."""

from dataclasses import dataclass, replace

NARROW_BELOW = 1600
"""Window width under which the narrow sizes are used: between the two layouts that are drawn, 1366 and 1920."""
TABBED_BELOW = 1280
"""Window width under which active cues are a tab of the side panel: the list and they no longer fit side by side."""

SMALL_BELOW = 1000
"""Window width under which only icons fit beside messages: 1366 pixels with text at 150 % are 910."""


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
    row: int = 44
    """Height of a cue's row."""
    edit: bool = False
    """The layout of Edit mode: GO and standby small over the list, a page beside it."""
    tight: bool = False
    """There, in the narrowest windows: icons where there are words else, and no buttons for what has a key."""
    small: bool = False
    """The smallest windows: a usual screen with text at 150 %. Icons where there are words else, in every mode."""
    list: int = 0
    """In Edit mode: how wide the list is; the page takes the rest."""


WIDE = Measures(
    narrow=False, tabbed=False, top=64, bottom=56, gap=12, padding=16, strip=228, go_width=312, active=392, side=480,
    go_text=104, strip_text=46, notes_text=23, clock_text=30, countdown_text=58, card_text=34, lamps=8,
)  # fmt: skip
NARROW = Measures(
    narrow=True, tabbed=False, top=56, bottom=56, gap=8, padding=12, strip=152, go_width=196, active=300, side=336,
    go_text=68, strip_text=30, notes_text=18, clock_text=28, countdown_text=42, card_text=26, lamps=6,
)  # fmt: skip
TABBED = replace(NARROW, tabbed=True)
EDIT_WIDE = replace(WIDE, edit=True, tabbed=True, strip=84, go_width=168, go_text=46, strip_text=22, row=30, list=600)
EDIT_NARROW = replace(
    EDIT_WIDE, narrow=True, top=56, gap=8, padding=12, strip_text=20, clock_text=28, countdown_text=42, card_text=26,
    lamps=6, list=520, side=336,
)  # fmt: skip
EDIT_TIGHT = replace(EDIT_NARROW, list=400, tight=True)
SMALL = replace(
    TABBED, small=True, gap=6, strip=118, go_width=150, go_text=52, strip_text=26, clock_text=22, countdown_text=38,
    lamps=2, side=300,
)  # fmt: skip
EDIT_SMALL = replace(EDIT_TIGHT, small=True, gap=6, clock_text=22, countdown_text=38, lamps=2, list=360)
LEAST_LABEL = 220
"""Of the cue list: other columns go before its labels get narrower."""
ROW = 44
HEADER = 28
TABS = 44


def measures(width: int, *, edit: bool = False) -> Measures:
    """The sizes for a window of this width."""
    if width < SMALL_BELOW:
        return EDIT_SMALL if edit else SMALL
    if edit:
        return EDIT_TIGHT if width < TABBED_BELOW else EDIT_NARROW if width < NARROW_BELOW else EDIT_WIDE
    if width < TABBED_BELOW:
        return TABBED
    return NARROW if width < NARROW_BELOW else WIDE
