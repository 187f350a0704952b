"""A console process whose longest turns are measured, one act after another.

`python -m bench.inside_turns SHOW ROUNDS [ACT…]` prints one line of JSON and ends, with its engine. A beat in the
window's thread comes every two milliseconds; where one comes later, that thread was busy.
"""

import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

BEAT = 0.002
"""Seconds between two looks at the clock."""
QUIET = 0.35
"""Seconds without a long turn before the next act: what an act leaves to be done has been done."""
LONG = 0.006
PATIENCE = 30.0
Until = Callable[[], bool]
Act = tuple[str, Callable[[], object], Until]


class Turns:
    """Takes acts from a written list, one at a time, and keeps the longest turn of each."""

    def __init__(self, console: Any, acts: Iterator[Act]) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._acts = acts
        self.took: dict[str, list[tuple[float, float]]] = {}
        """By act: seconds of its longest turn, and processor time of it."""
        self._console = console
        self._name, self._until = "", lambda: True
        self._longest = (0.0, 0.0)
        self._asked = self._busy = time.perf_counter()
        self._beat = QTimer()
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(int(BEAT * 1000))
        self._beat.timeout.connect(self._look)
        self._last, self._spent = time.perf_counter(), time.thread_time()
        self._beat.start()

    def _look(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        turn = now - self._last
        if turn > LONG:
            self._busy = now
        self._longest = max(self._longest, (turn - BEAT, spent - self._spent))
        self._last, self._spent = now, spent
        if now - self._asked > PATIENCE:
            raise SystemExit(f"{self._name} did not come to its end")
        if now - self._busy > QUIET and self._until():
            self._next()

    def _next(self) -> None:
        if self._name:
            self.took.setdefault(self._name, []).append(self._longest)
        following = next(self._acts, None)
        if following is None:
            self._end()
            return
        self._name, act, self._until = following
        self._longest = (0.0, 0.0)
        self._asked = self._busy = self._last = time.perf_counter()
        self._spent = time.thread_time()
        act()

    def _end(self) -> None:
        self._beat.stop()
        said = {}
        for name, took in self.took.items():
            walls = [wall * 1000 for wall, _ in took]
            said[name] = {
                "median_ms": round(statistics.median(walls), 1),
                "worst_ms": round(max(walls), 1),
                "worst_cpu_ms": round(max(spent for _, spent in took) * 1000, 1),
            }
        print(json.dumps(said), flush=True)
        sys.stdout.flush()
        self._console.desk.session.close(stop_engine=True, discard_edits=True)
        os._exit(0)


def reference() -> None:
    """A turn of plain Python that takes some 10 ms: what the machine is like now."""
    total = 0
    for n in range(150_000):
        total += n * n % 7


def acts_of(console: Any, rounds: int, only: set[str]) -> Iterator[Act]:
    """What is done, and when it has come to its end."""
    from PySide6.QtGui import QGuiApplication

    from showctl.session.change import Changing
    from showctl.session.edit import Set
    from showctl.showfile.item import Item
    from showctl.ui.looks import Looks
    from showctl.ui.mode import Mode
    from showctl.ui.panels.page_stack import FIRST

    window, desk = console.window, console.desk
    run, panel, view, model = window.acts.run, window.cues, window.cues.view, window.cues.model
    editing = window.edits.editing
    tools = window.building
    renumber, replace, _ = tools.drawers
    bar = tools.find.bar

    def settled() -> bool:
        return not editing.turn.pending and desk.cues is not None and desk._opened is desk.session.opened

    def at_once() -> bool:
        return True

    def edited(edit: Changing) -> Callable[[], object]:
        return lambda: editing.do(edit)

    def select(*cues: str) -> None:
        view.select_rows([row for cue in cues if (row := model.find(cue)) is not None])

    def choose(count: int) -> None:
        view.select_rows(view.unfolded[:count])

    def typed(field: Any, text: str) -> None:
        field.setText(text)
        field.textEdited.emit(text)

    def changed_elsewhere() -> None:
        path = Path(desk.session.path)
        path.write_text(path.read_text() + "# written by another program\n")

    def noticed() -> bool:
        return desk.session.document.now().on_disk is not None

    def acts(n: int) -> Iterator[Act]:
        yield "nothing", lambda: None, at_once
        yield "reference: 10 ms of plain Python", reference, at_once
        yield "select all", lambda: run("select all"), at_once
        yield "select none", view.forget_selected, at_once
        yield "select a light cue", lambda: select("21"), at_once
        yield "select another light cue", lambda: select("22"), at_once
        yield "select a message", lambda: select("25"), at_once
        yield "select a group", lambda: select("30"), at_once
        yield "select a timeline of 200", lambda: select("9000"), at_once
        yield "its timeline", lambda: _tab(window, "Timeline"), at_once
        yield "select a light cue again", lambda: select("21"), at_once
        yield "its look: tracking sheet", lambda: _tab(window, "Look"), at_once
        yield "select another light cue, look open", lambda: select("23"), at_once
        yield "select 500 light cues", lambda: choose(500), at_once
        yield "select one again", lambda: select("21"), at_once
        yield "edit a label", edited(Set(Item("cue", "21"), ("label",), f"Label {n}")), settled
        yield "undo", lambda: run("undo"), settled
        yield "redo", lambda: run("redo"), settled
        yield "edit a level", edited(Set(Item("cue", "21"), ("light", "look", "g2"), f"{n + 10}%")), settled
        yield "find opens", lambda: run("find"), at_once
        for typed_so_far in ("s", "so", "sound"):
            yield f"find “{typed_so_far}”", lambda t=typed_so_far: typed(bar.field, t), at_once
        yield "find closes", tools.find.close, at_once
        yield "renumber opens, all cues", lambda: (view.forget_selected(), run("renumber")), settled
        yield "renumber from 2, preview", lambda: typed(renumber.start, "2"), settled
        yield "renumber all", renumber.do, settled
        yield "undo renumber all", lambda: run("undo"), settled
        yield "replace opens", lambda: run("replace"), settled
        yield "replace, preview", lambda: typed(replace.find, "evening"), settled
        yield "replace in 4,000 labels", lambda: (typed(replace.replace, f"night {n}"), replace.do()), settled
        yield "undo replace", lambda: (replace.drawer.close_drawer(), run("undo")), settled
        yield "copy 500", lambda: (choose(500), run("copy")), settled
        yield "paste 500", lambda: (select("50"), run("paste")), settled
        yield "undo paste", lambda: run("undo"), settled
        yield "delete 1,000", lambda: (choose(1000), run("delete")), settled
        yield "undo delete", lambda: run("undo"), settled
        yield "move a group", lambda: (select("30"), run("move down")), settled
        yield "undo move", lambda: run("undo"), settled
        before = desk.session.document.now().undo
        yield "drag a light cue", lambda: (select("21"), _drag(view, model, "21")), settled
        if not only and desk.session.document.now().undo == before:
            raise SystemExit("the drag moved nothing")
        yield "undo the drag", lambda: run("undo"), settled
        yield "fold all", lambda: [view.collapse(model.index_of(row)) for row in model.groups], at_once
        yield "unfold all", view.unfold_all, at_once
        yield "save", lambda: run("save"), settled
        yield "file changed elsewhere, read", changed_elsewhere, noticed
        yield "reloaded", lambda: editing.turn.begin(desk.session.reload, lambda _: None, print), settled
        yield "Rehearse mode", lambda: desk.modes.enter(Mode.REHEARSE), at_once
        yield "Show mode", lambda: desk.modes.enter(Mode.SHOW), at_once
        yield "Edit mode", lambda: desk.modes.enter(Mode.EDIT), at_once
        yield "resize the window", lambda: window.resize(1366 + n, 768), at_once
        yield "resize it back", lambda: window.resize(1920, 1080), at_once
        looks = window.findChild(Looks)
        yield "theme Light", lambda: looks.choose("Light"), at_once
        yield "theme Dark", lambda: looks.choose("Dark"), at_once
        yield "key overlay", lambda: run("keys"), at_once
        yield "key overlay closes", lambda: run("close opened"), at_once
        yield "command palette", lambda: run("commands"), at_once
        yield "command palette closes", lambda: run("close opened"), at_once
        yield "GO", lambda: run("go"), at_once
        yield "panic", lambda: run("panic"), at_once
        for page in window.pages.pages:
            if page.name != FIRST:
                when = "first" if n == 0 else "again"
                yield f"page {page.title}, {when}", lambda name=page.name: run(f"page {name}"), at_once
        yield "page Cues", lambda: run(f"page {FIRST}"), at_once
        yield "caller view", lambda: run("caller"), at_once
        yield "caller view away", lambda: run("caller"), at_once

    yield "start: pages made early", lambda: None, lambda: time.perf_counter() > began + 2.0
    desk.modes.enter(Mode.EDIT)
    panel.view.setFocus()
    QGuiApplication.clipboard().setText("")
    for n in range(rounds):
        for act in acts(n):
            if not only or act[0] in only:
                yield act


began = time.perf_counter()


def _tab(window: Any, tab: str) -> None:
    from showctl.ui.inspectors.inspector import Inspector

    for inspector in window.findChildren(Inspector):
        inspector.show_tab(tab)


def _drag(view: Any, model: Any, cue: str) -> None:
    """With the button held: what QTest moves has none held."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    row = model.find(cue)
    view.show_row(row)
    box = view.visualRect(model.index_of(row, 3))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = QEvent.Type
    for kind, rows, button, held in (
        (kinds.MouseButtonPress, 0.0, left, left),
        (kinds.MouseMove, 1.0, none, left),
        (kinds.MouseMove, 2.4, none, left),
        (kinds.MouseButtonRelease, 2.4, left, none),
    ):
        at = QPointF(box.center()) + QPointF(0, rows * box.height())
        there = QPointF(view.viewport().mapToGlobal(at.toPoint()))
        event = QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)


def main(arguments: list[str]) -> None:
    gc.disable()  # as the command does
    from showctl.ui.app import run

    kept: list[Turns] = []
    path, rounds, only = Path(arguments[0]), int(arguments[1]), set(arguments[2:])

    def begun(console: Any) -> None:
        console.window.resize(1920, 1080)
        kept.append(Turns(console, acts_of(console, rounds, only)))

    run(path, begun=begun)


if __name__ == "__main__":
    main(sys.argv[1:])
