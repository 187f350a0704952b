"""A part of the console that fails says so in its place, and all others work on.

Qt calls our slots and our painting from its own code, and hands what they raise to `sys.excepthook`: there it is found
by the traceback whose part it was.
"""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from showctl.ui.panels.fault_cover import FaultCover
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.unforeseen import Unforeseen, log

MOST_SAID = 20
"""Times that the same fault is logged: one in what is painted comes thirty times a second."""


@dataclass(frozen=True, slots=True)
class _Guarded:
    title: str
    again: Callable[[], object]
    painting_only: bool


class Faults(QObject):
    """One for the console; its `take` is `sys.excepthook`."""

    said = Signal(str)
    """For the message row: what failed, where no part is covered for it."""
    _failed = Signal(object, str)
    """A part and what it raised; taken up later, for it may be painting just now."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guarded: dict[QWidget, _Guarded] = {}
        self._counted: dict[str, int] = {}
        self.covers: dict[QWidget, FaultCover] = {}
        """What covers the parts that have failed."""
        self._failed.connect(self._cover, Qt.ConnectionType.QueuedConnection)

    def guard(
        self, part: QWidget, title: str, again: Callable[[], object] | None = None, *, painting_only: bool = False
    ) -> None:
        """Let a part show its own faults. `again`: what *Try again* does besides showing it. `painting_only`: what it
        raises elsewhere is said in the message row, for the show cannot be run without it."""
        self._guarded[part] = _Guarded(title, again or part.update, painting_only)
        part.destroyed.connect(lambda: self._forget(part))

    def _forget(self, part: QWidget) -> None:
        self._guarded.pop(part, None)
        self.covers.pop(part, None)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What nobody has caught."""
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        frames = [frame for frame, _ in traceback.walk_tb(trace)]
        text = "".join(traceback.format_exception(kind, error, trace))
        _end_painting(frames)
        sys.last_traceback = None  # it would keep alive what was painting, and Qt would go on waiting for it
        self._log(text)
        said = f"{kind.__name__}: {error}" if str(error) else kind.__name__
        part = self.part_of(frames)
        if part is not None and (not self._guarded[part].painting_only or _painting(frames)):
            self._failed.emit(part, said)
        else:
            self.said.emit(
                tr("Something in the console failed: {said}. The rest works on; the log has the details.").format(
                    said=said
                )
            )

    @contextmanager
    def building(self, part: QWidget) -> Iterator[None]:
        """What is raised in it is shown by the part, and goes no further."""
        with Unforeseen() as met:
            yield
        if met.error is not None:
            self._log(met.traceback)
            self._cover(part, met.said)

    def part_of(self, frames: list[FrameType]) -> QWidget | None:
        """The innermost guarded part that the frames belong to."""
        for frame in reversed(frames):
            for each in _owners(frame.f_locals.get("self")):
                if isinstance(each, QWidget) and each in self._guarded:
                    return each
        return None

    def _log(self, text: str) -> None:
        count = self._counted[text] = self._counted.get(text, 0) + 1
        if count <= MOST_SAID:
            log.error("%s", text)

    def _cover(self, part: QWidget, said: str) -> None:
        known = self._guarded.get(part)
        if known is None or not Shiboken.isValid(part):
            return
        if part not in self.covers:
            self.covers[part] = FaultCover(part, self._theme, known.title)
            self.covers[part].again.connect(lambda: self._try_again(part))
        self.covers[part].say(said)

    def _try_again(self, part: QWidget) -> None:
        cover = self.covers.pop(part, None)
        if cover is not None:
            cover.hide()
            cover.deleteLater()
            self._guarded[part].again()


def _owners(found: object) -> Iterator[QObject]:
    """An object, and those that it is part of."""
    while isinstance(found, QObject) and Shiboken.isValid(found):
        yield found
        found = found.parent()


def _painting(frames: list[FrameType]) -> bool:
    return any(frame.f_code.co_name.lstrip("_").startswith(("paint", "draw")) for frame in frames)


def _end_painting(frames: list[FrameType]) -> None:
    """Of painters that were made there: Qt cannot show the window as long as one is at work."""
    for frame in frames:
        for each in frame.f_locals.values():
            if isinstance(each, QPainter) and Shiboken.ownedByPython(each) and each.isActive():
                each.end()
