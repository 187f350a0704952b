"""Text and boxes as the painted parts draw them: one line, elided with a sign when it does not fit."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from showctl.ui.theme import colour
from showctl.ui.typeface import REGULAR, SEMIBOLD, font, metrics

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_ELIDE = {"right": Qt.TextElideMode.ElideRight, "middle": Qt.TextElideMode.ElideMiddle}


@lru_cache(maxsize=8_192)
def width(text: str, pixels: int, weight: QFont.Weight = REGULAR) -> int:
    """How wide a text is. What is shown is asked for at each painting, and is the same at most of them."""
    return metrics(pixels, weight).horizontalAdvance(text)


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    pixels: int,
    token: str,
    *,
    weight: QFont.Weight = REGULAR,
    align: Qt.AlignmentFlag = LEFT,
    elide: str = "right",
    struck: bool = False,
) -> float:
    """Draw one line into a box and return how wide it came out."""
    if box.width() <= 0 or not text:
        return 0.0
    advance = width(text, pixels, weight)
    if advance > box.width():
        text = metrics(pixels, weight).elidedText(text, _ELIDE[elide], int(box.width()))
        advance = width(text, pixels, weight)
    painter.setFont(font(pixels, weight, struck=struck))
    painter.setPen(colour(token))
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # boxes are counted from the left, whatever the language
    painter.drawText(box, align, text)
    return float(advance)


def fill_rounded(painter: QPainter, box: QRectF, radius: float, token: str) -> None:
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.fillPath(path, colour(token))


def outline_rounded(painter: QPainter, box: QRectF, radius: float, token: str, line: float) -> None:
    """A line drawn wholly inside a box."""
    half = line / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(token), line))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)


def draw_tag(
    painter: QPainter, left: float, centre_y: float, text: str, fill: str, on_it: str, pixels: int = 12
) -> float:
    """A filled word such as STANDBY or OVER; returns its width."""
    wide = width(text, pixels, SEMIBOLD) + 12.0
    box = QRectF(left, centre_y - pixels * 0.85, wide, pixels * 1.7)
    fill_rounded(painter, box, 4, fill)
    draw_text(painter, box, text, pixels, on_it, weight=SEMIBOLD, align=CENTRE)
    return wide


KEYCAP = 12
"""Size of the text on a keycap."""


def keycap_wide(key: str) -> float:
    """How wide a keycap is."""
    return max(width(key, KEYCAP, SEMIBOLD) + 14.0, 22.0)


def draw_keycap(painter: QPainter, left: float, centre_y: float, key: str, line: str, token: str) -> float:
    """A key as it is drawn on keyboards; returns its width."""
    wide = keycap_wide(key)
    box = QRectF(left, centre_y - 11, wide, 22)
    outline_rounded(painter, box, 4, line, 1)
    draw_text(painter, box, key, KEYCAP, token, weight=SEMIBOLD, align=CENTRE)
    return wide


def draw_bar(painter: QPainter, box: QRectF, fraction: float, track: str, token: str) -> None:
    """A progress bar."""
    radius = box.height() / 2
    fill_rounded(painter, box, radius, track)
    if fraction > 0:
        part = QRectF(box.left(), box.top(), max(box.width() * min(fraction, 1.0), box.height()), box.height())
        fill_rounded(painter, part, radius, token)


def broken_lines(text: str, pixels: int, room: float, weight: QFont.Weight = REGULAR) -> list[str]:
    """The text in lines that are no wider than the room; broken inside a word only where that alone is wider."""
    measured = metrics(pixels, weight)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if measured.horizontalAdvance(longer) <= room:
            lines[-1] = longer
            continue
        lines.append("")
        for letter in word:
            if lines[-1] and measured.horizontalAdvance(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line]


def draw_wrapped(
    painter: QPainter,
    box: QRectF,
    text: str,
    pixels: int,
    token: str,
    weight: QFont.Weight = REGULAR,
    *,
    struck: bool = False,
) -> None:
    """As many whole lines as fit; the last one is cut with a sign."""
    height = metrics(pixels, weight).height()
    most = max(int(box.height() // height), 1)
    lines = broken_lines(text, pixels, box.width(), weight)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    for i, line in enumerate(lines):
        row = QRectF(box.left(), box.top() + i * height, box.width(), height)
        draw_text(painter, row, line, pixels, token, weight=weight, struck=struck)
