"""A console process that is measured: GO keys come from another thread, at any moment of what the window does.

`python -m bench.inside_console SHOW GOS PAGES` prints one line of JSON and ends, with its engine. Without a show: the
same toolkit with an empty window, to compare with.
"""

import gc
import json
import os
import random
import sys
import threading
import time
from pathlib import Path
from typing import Any

GAP = (0.03, 0.12)
"""Seconds between GOs: at no fixed place in the frames."""
PATIENCE = 2.0
"""Seconds for the engine to take one."""


def bare() -> None:
    """A window with nothing in it, painted once."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication([])
    label = QLabel("GO")
    label.resize(1920, 1080)
    label.show()
    application.processEvents()
    label.grab()
    print(json.dumps({"usable": time.monotonic(), "resident_mib": _resident()}), flush=True)


def _resident() -> float:
    from bench import wire

    return wire.resident_mib(os.getpid())


class Presser:
    """Presses the GO key so many times, each when the engine has taken the one before, and counts when it was taken."""

    def __init__(self, console: Any, gos: int, pages: list[str]) -> None:
        from PySide6.QtCore import QEvent, QObject

        self.console, self.gos, self.pages = console, gos, pages
        self.usable, self.painted = 0.0, False
        self.taken: dict[int, float] = {}
        self.pressed: list[float] = []
        self.arrived = threading.Event()
        presser = self

        class Seen(QObject):
            """When the window was first painted."""

            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                presser.painted |= watched is console.window.cues.view.viewport() and event.type() == QEvent.Type.Paint
                return False

        self._seen = Seen()
        console.window.cues.view.viewport().installEventFilter(self._seen)
        console.desk.ticked.connect(self._look)
        console.desk.happened.connect(self._happened)

    def _look(self, _: float) -> None:
        if self.usable or not self.painted or self.console.desk.standby is None or not self.console.desk.attached:
            return
        self.usable = time.monotonic()
        self.console.window.cues.view.viewport().removeEventFilter(self._seen)
        self.resident = _resident()
        self.console.window.resize(1920, 1080)
        for name in self.pages:
            self.console.window.pages.take_out(name)
        threading.Thread(target=self._press_all, daemon=True).start()

    def _happened(self, event: object) -> None:
        from showctl.engine.event import CueStarted, GoRefused

        if isinstance(event, CueStarted | GoRefused) and self.pressed and event.due >= self.pressed[-1]:
            if isinstance(event, CueStarted):
                self.taken.setdefault(len(self.pressed), event.due)
            self.arrived.set()

    def _press_all(self) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        target = self.console.window.cues.view
        time.sleep(2.0 if self.gos else 0.0)  # what is made when the console has opened is made
        for _ in range(self.gos):
            time.sleep(random.uniform(*GAP))
            self.arrived.clear()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
                if kind == QEvent.Type.KeyPress:
                    self.pressed.append(time.perf_counter())
                QCoreApplication.postEvent(target, key)
            self.arrived.wait(PATIENCE)
        took = [(self.taken[n] - at) * 1000 for n, at in enumerate(self.pressed, 1) if n in self.taken]
        said = {"usable": self.usable, "resident_mib": self.resident, "after_mib": _resident(), "go_ms": took}
        print(json.dumps(said), flush=True)
        sys.stdout.flush()
        self.console.desk.session.close(stop_engine=True)
        os._exit(0)  # how a console closes is not measured


def alone(path: Path, gos: int) -> None:
    """The same GOs by a process without a window: what the link to the engine takes."""
    from showctl.engine.command import Go
    from showctl.engine.event import CueStarted
    from showctl.session.session import Session

    session = Session(path)
    session.start()
    while session.poll().engine.kind != "attached":
        time.sleep(0.01)
    time.sleep(1.0)
    took = []
    for _ in range(gos):
        time.sleep(random.uniform(*GAP))
        session.poll()
        start = time.perf_counter()
        session.send(Go())
        while time.perf_counter() - start < PATIENCE:
            due = next((e.due for e in session.poll().events if isinstance(e, CueStarted) and e.due >= start), None)
            if due is not None:
                took.append((due - start) * 1000)
                break
            time.sleep(0.005)
    session.close(stop_engine=True)
    print(json.dumps({"go_ms": took}), flush=True)


def main(arguments: list[str]) -> None:
    if not arguments:
        bare()
    elif arguments[2] == "-":
        alone(Path(arguments[0]), int(arguments[1]))
    else:
        gc.disable()  # as the command does
        from showctl.ui.app import run

        pages = [name for name in arguments[2].split(",") if name]
        kept: list[Presser] = []
        run(Path(arguments[0]), begun=lambda console: kept.append(Presser(console, int(arguments[1]), pages)))


if __name__ == "__main__":
    main(sys.argv[1:])
