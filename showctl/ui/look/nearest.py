"""The gel that looks most like a colour."""

from functools import lru_cache

from showctl.model.colour import Rgb
from showctl.program.colour_name import Tint, gels
from showctl.program.colour_space import difference

_SAME = 0.02
"""OKLab: less is hardly seen."""


@lru_cache(maxsize=512)
def nearest_gel(rgb: str) -> Tint:
    """Of `#rrggbb`; of those that are equally near the first, Lee's before Rosco's."""
    wanted = Rgb(*(int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    return min(gels(), key=lambda gel: difference(wanted, gel.rgb))


def gel_said(rgb: str) -> str:
    """`nearest L201 Full CT blue`, `L201 …` where it is hardly another; empty for no colour."""
    if not rgb:
        return ""
    gel = nearest_gel(rgb)
    wanted = Rgb(*(int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    return gel.name if difference(wanted, gel.rgb) < _SAME else f"nearest {gel.name}"
