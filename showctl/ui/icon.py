"""Icons: Phosphor (MIT), drawn as text in any colour, crisp at any scale."""

from functools import cache

import qtawesome  # type: ignore[import-untyped]
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter

from showctl.ui.theme import colour

DEPARTMENT_ICON = {
    "light": "lightbulb-fill",
    "audio": "speaker-high-fill",
    "video": "film-strip-fill",
    "stage": "person-simple-run",
    "other": "dots-three",
}
DEPARTMENT_CODE = {"light": "LX", "audio": "SND", "video": "VID", "stage": "STG", "other": "OTH"}
DEPARTMENT_NAME = {"light": "Light", "audio": "Audio", "video": "Video", "stage": "Stage", "other": "Other"}
CATEGORY_ICON = {
    "schedule": "clock",
    "budget": "coins",
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


@cache
def _glyph(name: str) -> str:
    return str(qtawesome.charmap(f"ph.{name}"))


@cache
def _font(pixels: int) -> QFont:
    made: QFont = qtawesome.font("ph", pixels)
    return made


def draw_icon(painter: QPainter, name: str, box: QRectF, token: str, pixels: int = 18) -> None:
    """Draw an icon in the middle of a box."""
    painter.setFont(_font(pixels))
    painter.setPen(colour(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _glyph(name))


def icon(name: str, token: str, disabled: str) -> QIcon:
    """An icon for a button."""
    made: QIcon = qtawesome.icon(f"ph.{name}", color=token, color_disabled=disabled)
    return made
