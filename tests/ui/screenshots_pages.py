"""What the operator has opened in some of the pictures: pages, tabs of the inspector, the side panel, other windows."""

import datetime as dt
import tempfile
import time
from pathlib import Path
from typing import Any

ACTS: dict[str, tuple[str, ...]] = {
    "console-edit-mode": ("cue:49",),
    "console-look": ("cue:49", "tab:Look", "first line"),
    "console-timeline": ("cue:13", "tab:Timeline"),
    "console-inspector": ("cue:2.2",),
    "console-patch": ("page patch",),
    "console-rig-page": ("page rig",),
    "console-dmx": ("page rig", "levels"),
    "console-check": ("page check",),
    "console-keys": ("keys",),
    "console-files": ("show file",),
    "console-import": ("import harbour",),
    "console-tour": ("tour", "page patch"),
}
"""By picture: acts of the table of keys, a cue that is selected, a tab of the inspector, and what is done by hand."""


def act(name: str, console: Any, session: Any) -> None:
    """Do these things, and wait until what they ask for is there."""
    window = console.window
    for each in ACTS.get(name, ()):
        if each.startswith("cue:"):
            window.cues.view.select(window.cues.model.find(each.removeprefix("cue:")))
        elif each.startswith("tab:"):
            tabs = window.pages.places["cues"].content.findChildren(_tab_bar())
            bar = next(bar for bar in tabs if bar.accessibleName() == "Parts of the cue")
            names = [bar.tabText(at) for at in range(bar.count())]
            bar.setCurrentIndex(names.index(each.removeprefix("tab:")))
        elif each == "levels":
            window.pages.places["rig"].content.view.choose("dmx")
            window.pages.places["rig"].content._arrange()
        elif each == "first line":
            from showctl.ui.look.sheet_view import SheetView

            view = window.pages.places["cues"].content.findChild(SheetView)
            view.selectRow(5)
        elif each == "import harbour":
            _import(console)
        else:
            window.acts.run(each)
        settle(console)


def _import(console: Any) -> None:
    folder = Path(tempfile.mkdtemp())
    source = Path(__file__).parents[1] / "data" / "qlcplus" / "harbour.qxw"
    (folder / "harbour.qxw").write_bytes(source.read_bytes())
    panel = console.window.ask_panel
    console.window.beginning.files.importing.begin(folder / "harbour.qxw", folder / "harbour.yaml")
    until = time.monotonic() + 30
    while "imported" not in panel.title.text() and time.monotonic() < until:
        settle(console, 0.05)


def settle(console: Any, seconds: float = 0.6) -> None:
    """Let what is worked out beside the window come."""
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        console.desk.tick()
        QApplication.processEvents()


def _tab_bar() -> type:
    from PySide6.QtWidgets import QTabBar

    return QTabBar


def welcome(theme: Any, size: tuple[int, int]) -> Any:
    """The welcome window with some shows that were opened lately, and an engine that plays."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from showctl.session.this_machine import Playing
    from showctl.showfile.templates import from_template
    from showctl.ui.panels.welcome import Welcome
    from showctl.ui.recent import remember

    now = dt.datetime(2026, 11, 27, 14, 40, tzinfo=dt.UTC)
    folder = Path(tempfile.mkdtemp())
    settings = QSettings(str(folder / "x.ini"), QSettings.Format.IniFormat)
    shows = (("concert", "Winter concert", 24), ("gala", "Annual meeting", 15), ("theatre", "The Tempest", 1))
    for template, title, days in shows:
        file = folder / f"{title}.yaml"
        file.write_text(from_template(template, title), encoding="utf-8")
        remember(settings, file, now.timestamp() - 86_400 * days)
    remember(settings, Path(__file__).parents[2] / "shows" / "demo.yaml", now.timestamp() - 540)
    window = Welcome(settings, theme, now)
    window.resize(*size)
    window.show()
    window.activateWindow()
    until = time.monotonic() + 4
    while time.monotonic() < until:
        QApplication.processEvents()
    window.take_engines([Playing(folder / "foyer.yaml", "Foyer loop", 2)])
    window.take_machine((True, "MIDI: 2 ports"))
    for _ in range(5):
        QApplication.processEvents()
    return window
