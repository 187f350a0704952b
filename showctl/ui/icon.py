"""Icons: Phosphor (MIT), drawn as text in any colour, crisp at any scale."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from showctl.ui.theme import colour
from showctl.ui.tongue import marked

DEPARTMENT_ICON = {
    "light": "lightbulb-fill",
    "audio": "speaker-high-fill",
    "video": "film-strip-fill",
    "stage": "person-simple-run",
    "other": "dots-three",
}
DEPARTMENT_CODE = {"light": "LX", "audio": "SND", "video": "VID", "stage": "STG", "other": "OTH"}
DEPARTMENT_NAME = {
    "light": marked("Light"),
    "audio": marked("Audio"),
    "video": marked("Video"),
    "stage": marked("Stage"),
    "other": marked("Other"),
}
CATEGORY_ICON = {
    "schedule": "clock",
    "budget": "coin",
    "venue": "buildings",
    "supplier": "truck",
    "guest": "users",
    "registration": "identification-badge",
    "health and safety": "first-aid-kit",
    "catering": "fork-knife",
    "accommodation": "bed",
    "transport": "car",
    "AV": "monitor",
    "lighting and rigging": "lightbulb",
    "stage and set": "trophy",
    "video content": "film-strip",
    "streaming and recording": "broadcast",
    "technical operation": "wrench",
    "drawings": "compass",
    "other": "note",
}


_GLYPH = 0.875
"""Of its box: as qtawesome draws them."""


def _file(pattern: str) -> Path:
    """One of Phosphor's files, which the package qtawesome brings. Its own code, which is left alone, loads eleven
    fonts and another Qt binding: 0.2 s of each start."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'qtawesome'", name="qtawesome")
    return max((Path(spec.origin).parent / "fonts").glob(pattern))


@cache
def _codes() -> dict[str, str]:
    """By name: a number in hexadecimal figures."""
    found: dict[str, str] = json.loads(_file("phosphor-charmap-*.json").read_text("utf-8"))
    return found


@cache
def glyph(name: str) -> str:
    """The letter that is this icon in the icons' font. Raises KeyError."""
    return chr(int(_codes()[name], 16))


@cache
def _family() -> str:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_file("phosphor-[0-9]*.ttf"))))[0]


@cache
def _font(pixels: int) -> QFont:
    made = QFont(_family())
    made.setPixelSize(pixels)
    return made


def draw_icon(painter: QPainter, name: str, box: QRectF, token: str, pixels: int = 18) -> None:
    """Draw an icon in the middle of a box."""
    painter.setFont(_font(pixels))
    painter.setPen(colour(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, glyph(name))


def icon(name: str, token: str, disabled: str, *, on: str = "") -> QIcon:
    """An icon for a button, in the colours that tokens have when it is painted. `on`: its colour while the button is
    down, if it is another."""
    return QIcon(_Engine(name, token, disabled, on or token))


class _Engine(QIconEngine):
    """Draws the glyph each time: a theme that is changed changes it."""

    def __init__(self, name: str, token: str, disabled: str, on: str) -> None:
        super().__init__()
        self._drawn = name, token, disabled, on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        name, token, disabled, on = self._drawn
        token = disabled if mode == QIcon.Mode.Disabled else on if state == QIcon.State.On else token
        draw_icon(painter, name, QRectF(rect), token, round(rect.height() * _GLYPH))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made
