"""Frame time of the cue list: thousands of cues, hundreds of them active, painted by software without a screen."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import shows, wire

FRAME = 1 / 30
"""Seconds between two looks at the engine."""


def measure(groups: int, inside: int, active: int, samples: int) -> dict[str, Any]:
    """Milliseconds of one turn of the window's thread, by what happens in it: time counts in the rows in sight, the
    list scrolls meanwhile, all of it is painted, all cues are selected and no longer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from showctl.engine.snapshot import ActiveCue, ListState, Snapshot
    from showctl.model.cue import MAIN
    from showctl.showfile.load import load
    from showctl.ui.app import application_for
    from showctl.ui.measure import EDIT_WIDE, WIDE
    from showctl.ui.models.cue_tree import CueTreeModel
    from showctl.ui.panels.cue_view import CueView
    from showctl.ui.theme import DARK

    with tempfile.TemporaryDirectory() as folder:
        show = load(shows.group_show(Path(folder), 9, groups, inside)).show
    application = application_for(DARK)
    result: dict[str, Any] = {}
    for name, measures, width in (("show", WIDE, 1000), ("edit", EDIT_WIDE, 600)):
        model = CueTreeModel(MAIN, show.cue_lists[MAIN])
        view = CueView(model, DARK, {})
        view.set_editing(measures.edit, many=True)
        view.set_measures(measures)
        view.resize(width, 880)
        view.show()
        cues = [row.id for row in model.rows][:active]
        runs = tuple(ActiveCue(n, cue, "running", 0.0, 0.0, 3600.0) for n, cue in enumerate(cues, 1))
        lists = (ListState(MAIN, model.rows[active].id),)
        model.take(Snapshot(1, 0.0, 0.0, "", True, False, "", lists=lists, active=runs), {})
        view.follow()
        application.processEvents()

        def counts(n: int, view: CueView = view) -> None:
            view.tick(n * FRAME)

        def scrolls(n: int, view: CueView = view) -> None:
            view.verticalScrollBar().setValue(n * 7 % (active * 2))
            view.tick(n * FRAME)

        def paints(_: int, view: CueView = view) -> None:
            view.viewport().repaint()

        def selects(n: int, view: CueView = view) -> None:
            view.select_rows(view.unfolded if n % 2 == 0 else [])

        acts: dict[str, Callable[[int], None]] = {
            "time counts": counts, "scrolls": scrolls, "painted whole": paints, "all selected": selects
        }  # fmt: skip
        for act, turn in acts.items():
            took = []
            for n in range(samples):
                start = time.perf_counter()
                turn(n)
                application.processEvents()
                took.append((time.perf_counter() - start) * 1000)
            result[f"{name} {act}"] = wire.figures(took)
        view.close()
    return result
