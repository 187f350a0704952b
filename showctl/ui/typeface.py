"""Inter, as shipped: loaded once at start, and given out by size and weight with figures of equal width."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from showctl.shipped import shipped

TEXT = "Inter"
DISPLAY = "Inter Display"
DISPLAY_FROM = 22
"""Pixels from which the display cut is drawn (docs/console.md, Type)."""

REGULAR, MEDIUM, SEMIBOLD, BOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
    QFont.Weight.Bold,
)


def load_fonts() -> None:
    """Make the shipped fonts known to the application. A file that Qt cannot read leaves the system's sans."""
    for file in sorted((shipped("resources") / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


@cache
def font(pixels: int, weight: QFont.Weight = REGULAR, *, struck: bool = False) -> QFont:
    """The console's font. Figures are tabular, so that clocks do not jitter."""
    made = QFont(DISPLAY if pixels >= DISPLAY_FROM else TEXT)
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setStrikeOut(struck)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def mono(pixels: int) -> QFont:
    """For what is typed as commands: a font in which every letter is as wide as the next, whichever there is."""
    made = QFont("JetBrains Mono")
    made.setStyleHint(QFont.StyleHint.Monospace)
    made.setFixedPitch(True)
    made.setPixelSize(pixels)
    return made


@cache
def metrics(pixels: int, weight: QFont.Weight = REGULAR) -> QFontMetrics:
    """Metrics of that font."""
    return QFontMetrics(font(pixels, weight))
