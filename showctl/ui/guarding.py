"""Which parts of the window show their own faults, and by what name."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from showctl.ui.tongue import tr

if TYPE_CHECKING:
    from showctl.ui.main_window import MainWindow


def guard_parts(window: "MainWindow") -> None:
    """Without GO, standby and the list nobody runs a show: they are covered only for what they cannot paint."""
    own: dict[QWidget, str] = {
        window.side: tr("Day"),
        window.active: tr("Active cues"),
        window.faders: tr("Masters"),
        window.rig: tr("Rig"),
        window.taking: tr("Take"),
        window.ask_panel: tr("This list"),
        window.tools: tr("The tools"),
    }
    for part, title in own.items():
        window.faults.guard(part, title)
    needed: dict[QWidget, str] = {
        window.strip: tr("Standby"),
        window.cues: tr("Cue list"),
        window.top: tr("The top bar"),
    }
    for part, title in needed.items():
        window.faults.guard(part, title, painting_only=True)
