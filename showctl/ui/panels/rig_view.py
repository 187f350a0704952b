"""The rig from above or from the audience: where lamps are, what they do, and which are selected."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from showctl.model.patch import Triple
from showctl.ui.context import Context
from showctl.ui.monitors.rig_light import Lamp, Lit
from showctl.ui.monitors.rig_sight import Sight, nearest_beyond
from showctl.ui.panels.rig_drawing import (
    Kind,
    Picture,
    beams,
    draw_heads,
    draw_lamp,
    draw_name,
    metres,
    name_box,
    room,
)
from showctl.ui.theme import worn
from showctl.ui.tongue import tr

NEAR = 16.0
"""Pixels around a lamp in which a click means it."""
PAINTED_AFTER: dict[Kind, int] = {"plan": 8, "front": 16}
"""Milliseconds from another light to its picture: windows that are painted at one instant are painted in one go, and a
GO key waits for all of them."""
DRAGGED = 6
"""Pixels from which on a lamp that is held is moved."""
FIXTURES = "application/x-showctl-fixtures"
"""Entries of the patch that are dropped here, a line each."""
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_FITS = (Qt.Key.Key_F, Qt.Key.Key_Home)


class RigView(QWidget):
    """Click and rubber band select (Ctrl: more of them), arrows go from lamp to lamp, wheel and + − zoom, Home and F
    fit, the middle button moves. In Edit mode selected lamps are dragged to their places."""

    moved = Signal(tuple)
    """What is selected was dragged by so many metres: x, y, z."""
    dropped = Signal(tuple, tuple)
    """Entries of the patch that had no place, and where they were dropped."""

    def __init__(self, context: Context, kind: Kind) -> None:
        super().__init__()
        self._context, self._kind = context, kind
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 120)
        self.setAcceptDrops(True)
        name = tr("Rig from above") if kind == "plan" else tr("Rig from the audience")
        self.setAccessibleName(name)
        self.setToolTip(
            tr("{name}. Arrows go from lamp to lamp, + and − zoom, Home fits; in Edit mode drag to place").format(
                name=name
            )
        )
        self.sight = Sight()
        self._lamps: list[Lamp] = []
        self._lit: list[Lit] = []
        self._bars: list[tuple[Triple, Triple]] = []
        self.plan: Picture | None = None
        self._static: QPixmap | None = None
        self._light: QImage | None = None
        self._band: tuple[QPoint, QPoint] | None = None
        self._held: QPoint | None = None
        self._dragged: tuple[QPoint, QPoint] | None = None
        self._fitted = True
        self._soon = QTimer(self, singleShot=True, interval=PAINTED_AFTER[kind])
        self._soon.timeout.connect(self.update)
        context.selection.fixtures_changed.connect(self.update)

    def follow(self, lamps: Sequence[Lamp], bars: Sequence[tuple[Triple, Triple]] = ()) -> None:
        """The lamps that have a place, and the bars on which ranges of them hang."""
        self._lamps, self._lit, self._bars = list(lamps), [], list(bars)
        self._refit()

    def show_plan(self, plan: Picture | None) -> None:
        """Another picture of the room behind it."""
        self.plan = plan
        self._refit()

    def show_light(self, lit: Sequence[Lit]) -> None:
        """What they do now, in the same order."""
        if list(lit) != self._lit:
            self._lit, self._light = list(lit), None
            if not self._soon.isActive():
                self._soon.start()

    def fit(self) -> None:
        """All of them in sight."""
        self._fitted = True
        points = [self._metres(lamp) for lamp in self._lamps]
        if self._kind == "front":
            points += [(x, 0.0) for x, _ in points]
        elif self.plan is not None:
            points += self.plan.corners
        self.sight = Sight.fitting(points, self.width(), self.height())
        self._redraw()

    def _refit(self) -> None:
        self.fit() if self._fitted else self._redraw()

    def point_of(self, name: str) -> QPoint:
        """Where a lamp is in this view."""
        lamp = next(lamp for lamp in self._lamps if lamp.name == name)
        return QPointF(*self.sight.pixel(self._metres(lamp))).toPoint()

    def _metres(self, lamp: Lamp) -> tuple[float, float]:
        return metres(self._kind, lamp.place or (0.0, 0.0, 0.0))

    def _redraw(self) -> None:
        self._static = self._light = None
        self.update()

    @property
    def _may_move(self) -> bool:
        return not self._context.desk.modes.may_edit("place")

    # Pointer and keyboard --------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._held = at
        elif event.button() == Qt.MouseButton.LeftButton:
            found = self._inside(QRect(at, at))
            more = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if found and not more and self._may_move:
                if found[0] not in self._context.selection.fixtures:
                    self._context.selection.select_fixtures(found)
                self._dragged = (at, at)
            else:
                self._band = (at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._held is not None:
            self.sight = self.sight.moved(at.x() - self._held.x(), at.y() - self._held.y())
            self._held, self._fitted = at, False
            self._redraw()
        elif self._dragged is not None:
            self._dragged = (self._dragged[0], at)
            self.update()
        elif self._band is not None:
            self._band = (self._band[0], at)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._dragged is not None:
            self._let_go()
        elif self._band is not None:
            self._take_band(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        self.update()

    def _let_go(self) -> None:
        """Lamps were dragged, or only clicked."""
        assert self._dragged is not None
        by, at = self._drag, self._dragged[0]
        self._dragged = None
        if not by.isNull():
            across, up = by.x() / self.sight.scale, -by.y() / self.sight.scale
            self.moved.emit((across, up, 0.0) if self._kind == "plan" else (across, 0.0, up))
        else:
            self._context.selection.select_fixtures(self._inside(QRect(at, at)))

    @property
    def _drag(self) -> QPoint:
        """Pixels by which the selected lamps are dragged."""
        by = self._dragged[1] - self._dragged[0] if self._dragged is not None else QPoint()
        return by if by.manhattanLength() >= DRAGGED else QPoint()

    def _take_band(self, more: bool) -> None:
        assert self._band is not None
        found = self._inside(QRect(*self._band).normalized())
        self._band = None
        before = self._context.selection.fixtures if more else ()
        if more and len(found) == 1 and found[0] in before:
            self._context.selection.select_fixtures(name for name in before if name != found[0])
        else:
            self._context.selection.select_fixtures((*before, *found))

    def _inside(self, box: QRect) -> list[str]:
        pixels = [(lamp.name, *self.sight.pixel(self._metres(lamp))) for lamp in self._lamps]
        if box.width() > 4 or box.height() > 4:
            return [name for name, x, y in pixels if box.contains(int(x), int(y))]
        at = box.center()
        pixels += [(lamp.name, *self.sight.pixel(self._metres(head))) for lamp in self._lamps for head in lamp.heads]
        near = sorted((abs(x - at.x()) + abs(y - at.y()), name) for name, x, y in pixels)
        return [name for far, name in near[:1] if far < NEAR]

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        self._zoom(1.15 ** (event.angleDelta().y() / 120), at.x(), at.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS and self._lamps:
            self._step(_WAYS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(0.8 if key == Qt.Key.Key_Minus else 1.25, self.width() / 2, self.height() / 2)
        elif key in _FITS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.fit()
        else:
            event.ignore()

    def _zoom(self, by: float, x: float, y: float) -> None:
        self.sight, self._fitted = self.sight.zoomed(by, x, y), False
        self._redraw()

    def _step(self, way: tuple[int, int], more: bool) -> None:
        selected = self._context.selection.fixtures
        places = {lamp.name: self.sight.pixel(self._metres(lamp)) for lamp in self._lamps}
        last = next((name for name in reversed(selected) if name in places), None)
        found = nearest_beyond(places, last, way)
        if found is not None:
            self._context.selection.select_fixtures((*(selected if more else ()), found))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(FIXTURES) and self._may_move:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        ids = bytes(event.mimeData().data(FIXTURES).data()).decode().splitlines()
        self.place(ids, event.position())
        event.acceptProposedAction()

    def place(self, ids: Sequence[str], at: QPointF) -> None:
        """Entries of the patch get a place in this view."""
        across = self.sight.left + at.x() / self.sight.scale
        up = self.sight.top - at.y() / self.sight.scale
        self.dropped.emit(tuple(ids), (across, up) if self._kind == "plan" else (across, 0.0, max(up, 0.0)))

    # Painting --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._static is None:
            self._static = room(self._kind, self.sight, self.size(), self.devicePixelRatioF(), self._bars, self.plan)
            self._write_names(self._static)
        if self._light is None:
            self._light = beams(self._kind, self.sight, self.size(), self._lamps, self._lit)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._static)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._light)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected, drag = set(self._context.selection.fixtures), QPointF(self._drag)
        for at, lamp in enumerate(self._lamps):
            chosen = lamp.name in selected
            point = QPointF(*self.sight.pixel(self._metres(lamp))) + (drag if chosen else QPointF())
            lit = self._lit[at] if at < len(self._lit) else None
            if not draw_heads(painter, self._kind, self.sight, lamp, lit, drag if chosen else None):
                draw_lamp(painter, point, self.sight.scale, lamp, lit, selected=chosen)
            if chosen and self.sight.scale > 16:
                draw_name(painter, point, self.sight.scale, lamp.name, selected=True)
        if self._band is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor("#82A8FF"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(QRect(*self._band).normalized())
        if worn().brightness < 1:
            painter.fillRect(self.rect(), QColor.fromRgbF(0, 0, 0, 1 - worn().brightness))

    def _write_names(self, room: QPixmap) -> None:
        """Those that have room beside the ones before them, under the light."""
        if self.sight.scale <= 16:
            return
        painter = QPainter(room)
        taken: list[QRectF] = []
        for lamp in self._lamps:
            at = QPointF(*self.sight.pixel(self._metres(lamp)))
            box = name_box(at, self.sight.scale, lamp.name)
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                draw_name(painter, at, self.sight.scale, lamp.name, selected=False)
        painter.end()
