"""Text and boxes as the painted parts draw them: one line, elided with a sign when it does not fit."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from showctl.ui.theme import colour
from showctl.ui.typeface import REGULAR, SEMIBOLD, font, metrics

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_ELIDE = {"right": Qt.TextElideMode.ElideRight, "middle": Qt.TextElideMode.ElideMiddle}


def width(text: str, pixels: int, weight: QFont.Weight = REGULAR) -> int:
    """How wide a text is."""
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
    measured = metrics(pixels, weight)
    advance = measured.horizontalAdvance(text)
    if advance > box.width():
        text = measured.elidedText(text, _ELIDE[elide], int(box.width()))
        advance = measured.horizontalAdvance(text)
    painter.setFont(font(pixels, weight, struck=struck))
    painter.setPen(colour(token))
    painter.drawText(box, align, text)
    return float(advance)


def draw_baseline(
    painter: QPainter, at: QPointF, text: str, pixels: int, token: str, weight: QFont.Weight = REGULAR
) -> float:
    """Draw text standing on a baseline, whole, and return how wide it is: figures of different size line up."""
    painter.setFont(font(pixels, weight))
    painter.setPen(colour(token))
    painter.drawText(at, text)
    return float(width(text, pixels, weight))


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


def blended(token: str, over: str, part: float) -> QColor:
    """`token` laid over another colour, `part` 0..1 of it."""
    one, other = colour(token), colour(over)
    mixed = (a * part + b * (1 - part) for a, b in zip(one.getRgb(), other.getRgb(), strict=True))  # type: ignore[call-overload]
    return QColor(*(round(value) for value in mixed))


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
