"""How the rig is painted: the room, the beams on nothing, and the lamps over them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from showctl.model.patch import Triple
from showctl.ui.ink import CENTRE, draw_text, width
from showctl.ui.monitors.beam import Shown, in_front, in_plan
from showctl.ui.monitors.rig_light import Lamp, Lit
from showctl.ui.monitors.rig_sight import Sight
from showctl.ui.theme import colour
from showctl.ui.tongue import tr

Kind = Literal["plan", "front"]
LAMP = 9.0
"""Radius of a lamp at most, in pixels."""
FAINTEST = 0.01
MOST_BEAMS = 8
"""A fixture with more heads has one beam, in the colour of all together."""
SEEN_APART = 3.0
"""Pixels between heads from which on each of them is drawn."""
_SHADES = 15
"""Steps of red, green and blue in which lamps, not their beams, are painted."""
_MUCH = 2_500_000
_COARSEST = 6
"""Beams are painted with fewer pixels than the window has, so that lamps times pixels are no more than this: light has
no edges to be seen, and GO must not wait for it."""
_GROUND, _GRID, _BAR, _FLOOR = "#0B0C0E", "#17191D", "#2A2F36", "#3B4149"
"""Light is seen against the dark, in the light theme as well."""
_NAME, _SELECTED, _SELECTED_NAME = "#8B939E", "#82A8FF", "#ECEEF1"


def metres(kind: Kind, place: Triple) -> tuple[float, float]:
    """Where a place is in a view."""
    return (place[0], place[1]) if kind == "plan" else (place[0], place[2])


def room(
    kind: Kind, sight: Sight, size: QSize, ratio: float, bars: Sequence[tuple[Triple, Triple]], plan: "Picture | None"
) -> QPixmap:
    """All that stands still: a picture of the room, a square for each metre, bars between first and last of a range."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(colour(_GROUND))
    painter = QPainter(made)
    wide, high = size.width(), size.height()
    if plan is not None and kind == "plan":
        plan.draw(painter, sight)
    painter.setPen(QPen(QColor(_GRID), 1))
    for x in sight.lines(0, wide):
        painter.drawLine(QPointF(x, 0), QPointF(x, high))
    for y in sight.lines(1, high):
        painter.drawLine(QPointF(0, y), QPointF(wide, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == "front":
        floor = sight.pixel((0.0, 0.0))[1]
        painter.setPen(QPen(QColor(_FLOOR), 2))
        painter.drawLine(QPointF(0, floor), QPointF(wide, floor))
    painter.setPen(QPen(QColor(_BAR), 3))
    for first, last in bars:
        painter.drawLine(*(QPointF(*sight.pixel(metres(kind, place))) for place in (first, last)))
    words = tr("From above, upstage at the top") if kind == "plan" else tr("From the audience")
    draw_text(painter, QRectF(10, 6, wide - 20, 18), tr("{words} · a square is 1 m").format(words=words), 12, _NAME)
    painter.end()
    return made


class Picture:
    """A picture of the room: `wide` metres across, its lower left corner at `at`."""

    def __init__(self, image: QImage, wide: float, at: tuple[float, float]) -> None:
        self._image, self._wide, self._at = image, wide, at

    @property
    def corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Lower left and upper right, in metres."""
        high = self._wide * self._image.height() / max(self._image.width(), 1)
        return self._at, (self._at[0] + self._wide, self._at[1] + high)

    def draw(self, painter: QPainter, sight: Sight) -> None:
        """Dimmed, so that light stands out against a white sheet as well."""
        (left, bottom), (right, top) = self.corners
        box = QRectF(QPointF(*sight.pixel((left, top))), QPointF(*sight.pixel((right, bottom))))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(0.35)
        painter.drawImage(box, self._image)
        painter.setOpacity(1.0)


def beams(kind: Kind, sight: Sight, size: QSize, lamps: Sequence[Lamp], lit: Sequence[Lit]) -> QImage:
    """All beams, on nothing."""
    shining = [pair for lamp, each in zip(lamps, lit, strict=False) for pair in _sources(lamp, each)]
    much = len(shining) * size.width() * size.height()
    coarse = next((each for each in range(2, _COARSEST) if much <= _MUCH * each * each), _COARSEST)
    made = QImage(size / coarse, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    if not shining or made.isNull():
        return made
    painter = QPainter(made)
    painter.scale(made.width() / size.width(), made.height() / size.height())
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.setPen(Qt.PenStyle.NoPen)
    for lamp, each in shining:
        _beam(kind, sight, painter, lamp, each)
    painter.end()
    return made


def _sources(lamp: Lamp, lit: Lit) -> list[tuple[Lamp, Lit]]:
    """What of a fixture has a beam of its own: its heads, of pixels the whole."""
    if lit.level < FAINTEST:
        return []
    if not lit.heads or len(lit.heads) > MOST_BEAMS:
        return [(lamp, lit)]
    return [(head, each) for head, each in zip(lamp.heads, lit.heads, strict=True) if each.level >= FAINTEST]


def _beam(kind: Kind, sight: Sight, painter: QPainter, lamp: Lamp, lit: Lit) -> None:
    place = lamp.place or (0.0, 0.0, 0.0)
    shown: Shown = (in_plan if kind == "plan" else in_front)(place, lit.towards, lit.degrees)
    start, *_ = points = [QPointF(*sight.pixel(point)) for point in shown.polygon]
    end = QPointF(*sight.pixel(shown.end))
    full = QColor.fromRgbF(*(min(max(part, 0.0), 1.0) for part in lit.colour))
    full.setAlphaF(0.6 * min(lit.level, 1.0))
    least = QColor(full)
    least.setAlphaF(0.12 * lit.level)
    gradient = QLinearGradient(start, end)
    gradient.setColorAt(0, full)
    gradient.setColorAt(1, least)
    painter.setBrush(gradient)
    painter.drawPolygon(QPolygonF(points))
    least.setAlphaF(0.3 * lit.level)
    painter.setBrush(least)
    wide = shown.radius * sight.scale
    painter.drawEllipse(end, wide, wide if kind == "plan" else wide * 0.12)


def draw_heads(painter: QPainter, kind: Kind, sight: Sight, lamp: Lamp, lit: Lit | None, moved: QPointF | None) -> bool:
    """The body of a fixture with a dot for each of its heads; False: there are none that could be told apart here.
    `moved`: it is selected, and dragged by so many pixels."""
    if not lamp.heads or lamp.apart * sight.scale < SEEN_APART:
        return False
    selected, by = moved is not None, moved or QPointF()
    points = [QPointF(*sight.pixel(metres(kind, head.place or (0.0, 0.0, 0.0)))) + by for head in lamp.heads]
    half = min(max(lamp.apart * sight.scale * 0.4, 1.5), LAMP)
    around = QPolygonF(points).boundingRect().adjusted(-half - 2, -half - 2, half + 2, half + 2)
    painter.setPen(QPen(QColor(_SELECTED if selected else "#B4BAC3"), 2 if selected else 1))
    painter.setBrush(QColor(_GROUND))
    painter.drawRoundedRect(around, 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    dots = lit.heads if lit is not None and len(lit.heads) == len(points) else (None,) * len(points)
    for at, head, each in zip(points, lamp.heads, dots, strict=True):
        dark = each is None or each.level < FAINTEST
        painter.setBrush(QColor(_BAR) if each is None or dark else shaded(each))
        box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
        if head.moves:
            painter.drawEllipse(box)
        else:
            painter.drawRect(box)
    return True


def shaded(lit: Lit) -> QColor:
    """The colour of a lamp as bright as it is."""
    shade = 0.25 + 0.75 * lit.level
    return QColor.fromRgbF(*(min(max(part * shade, 0.0), 1.0) for part in lit.colour))


def draw_lamp(painter: QPainter, at: QPointF, scale: float, lamp: Lamp, lit: Lit | None, *, selected: bool) -> None:
    """A head that moves is round; one that strobes has a dashed edge."""
    shade = 0.0 if lit is None or lit.level < FAINTEST else 0.25 + 0.75 * lit.level
    shown = lit.colour if lit is not None and shade else (0.0, 0.0, 0.0)
    red, green, blue = (round(min(max(part, 0.0), 1.0) * shade * _SHADES) for part in shown)
    strobes = lit is not None and lit.says == "strobes"
    ratio = painter.device().devicePixelRatio()
    made = _lamp(red, green, blue, round(radius_of(scale) * 4), lamp.moves, selected, strobes, ratio)
    half = made.width() / ratio / 2
    painter.drawPixmap(QPointF(at.x() - half, at.y() - half), made)


@lru_cache(maxsize=4096)
def _lamp(
    red: int, green: int, blue: int, quarters: int, moves: bool, selected: bool, strobes: bool, ratio: float
) -> QPixmap:
    """A picture of a lamp, painted once: two hundred of them take a millisecond instead of ten."""
    radius = quarters / 4
    half = int(radius) + 7
    made = QPixmap(round(2 * half * ratio), round(2 * half * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at = QPointF(half, half)
    if selected:
        painter.setPen(QPen(QColor(_SELECTED), 2))
        painter.drawEllipse(at, radius + 4, radius + 4)
    dark = not (red or green or blue)
    dash = Qt.PenStyle.DotLine if strobes else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor("#ECEEF1" if selected else "#B4BAC3"), 1.5, dash))
    painter.setBrush(QColor(_GROUND) if dark else QColor(*(each * 255 // _SHADES for each in (red, green, blue))))
    box = QRectF(half - radius, half - radius, 2 * radius, 2 * radius)
    if moves:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), 2, 2)
    painter.end()
    return made


def draw_name(painter: QPainter, at: QPointF, scale: float, name: str, *, selected: bool) -> None:
    box = name_box(at, scale, name)
    draw_text(painter, box, name, 12, _SELECTED_NAME if selected else _NAME, align=CENTRE)


def name_box(at: QPointF, scale: float, name: str) -> QRectF:
    """Where the name of a lamp stands: above it."""
    wide = width(name, 12) + 8.0
    return QRectF(at.x() - wide / 2, at.y() - radius_of(scale) - 20, wide, 16)


def radius_of(scale: float) -> float:
    """Of a lamp, in pixels."""
    return min(max(scale * 0.28, 4.0), LAMP)
