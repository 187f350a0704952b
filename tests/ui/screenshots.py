"""Pictures of the console for the manual and to be looked at: `python -m tests.ui.screenshots [FOLDER] [SHOW]`.

The demo show, really played, frozen in the middle of an awards segment four minutes over. Each size is a process of
its own, because Qt takes its scale when it starts.
"""

import datetime as dt
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.ui import screenshots_file, screenshots_pages

ROOT = Path(__file__).resolve().parents[2]
SIZES = {
    "console-1024": (1024, 680, 1),
    "console-1366": (1366, 768, 1),
    "console-1920": (1920, 1080, 1),
    "console-engine-lost": (1366, 768, 1),
    "console-light": (1920, 1080, 1),
    "console-cart": (1366, 768, 1),
    "console-take": (1920, 1080, 1),
    "console-load": (1366, 768, 1),
    "console-menu": (1920, 1080, 1),
    "console-masters": (1366, 768, 1),
    "console-rig": (1366, 768, 1),
    "console-recovery": (1366, 768, 1),
    "console-merge": (1366, 768, 1),
    "console-edit": (1366, 768, 1),
    "console-edit-mode": (1920, 1080, 1),
    "console-replace": (1366, 768, 1),
    "console-rehearse": (1366, 768, 1),
    "console-welcome": (1366, 768, 1),
    "console-inspector": (1366, 768, 1),
    "console-look": (1920, 1080, 1),
    "console-timeline": (1366, 768, 1),
    "console-patch": (1366, 768, 1),
    "console-rig-page": (1920, 1080, 1),
    "console-dmx": (1366, 768, 1),
    "console-check": (1366, 768, 1),
    "console-keys": (1366, 768, 1),
    "console-files": (1366, 768, 1),
    "console-import": (1366, 768, 1),
    "console-tour": (1366, 768, 1),
    "console-caller": (1920, 1080, 1),
}
"""Width and height in logical pixels, and scale."""
MODES = {
    "console-replace": "edit", "console-rehearse": "rehearse",
    **dict.fromkeys(screenshots_pages.ACTS, "edit"), "console-files": "show",
}  # fmt: skip
"""Of those that are in another mode than Show, or Edit where the show file is edited."""

EVENING = (
    ("18:00:00", "1"),
    ("18:31:00", "2"),
    ("19:16:00", "4"),
    ("19:31:00", "10"),
    ("19:31:20", "13"),
    ("19:34:02", "20"),
    ("19:40:40", "30"),
    ("19:41:30", "31"),
    ("19:58:10", "39"),
    ("20:00:12", "45"),
    ("20:02:40", "46"),
    ("20:04:20", "48"),
)
"""When GO was pressed on which cue."""
NOW = "20:04:24"
ONLY = os.environ.get("PICTURES", "").split()
"""Names of those that are drawn; all where there are none."""


def main(folder: Path, show: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    own = tempfile.mkdtemp()  # engines that play here are not in the pictures
    for name, (_, _, scale) in SIZES.items():
        if ONLY and name not in ONLY:
            continue
        environment = {
            **os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": own,
        }  # fmt: skip

        command = [sys.executable, "-m", "tests.ui.screenshots", "--one", name, str(folder / f"{name}.png"), str(show)]
        subprocess.run(command, check=True, cwd=ROOT, env=environment)
        print(folder / f"{name}.png")


def picture(name: str, file: Path, path: Path) -> None:
    from PySide6.QtCore import QSettings

    from showctl.engine.command import Go, SetStandby
    from showctl.engine.snapshot import DeviceStatus, Lateness
    from showctl.ui.app import Console, application_for
    from showctl.ui.mode import Mode
    from showctl.ui.theme import DARK, LIGHT
    from tests.ui.local_session import LocalSession, ManualClock
    from tests.ui.screenshots_small import save_small

    theme = LIGHT if name.endswith("light") or os.environ.get("THEME") == "light" else DARK
    application = application_for(theme)
    if name == "console-welcome":
        save_small(screenshots_pages.welcome(theme, SIZES[name][:2]).grab(), file)
        return
    clock = ManualClock()
    clock.wall_at_zero = _unix("17:00:00") - clock.instant
    of_file = name in screenshots_file.NAMES
    session = LocalSession(screenshots_file.copied(path, name) if of_file else path, clock, clock.wall, on_disk=of_file)
    settings = QSettings(str(Path(tempfile.mkdtemp()) / "console.ini"), QSettings.Format.IniFormat)
    console = Console(application, session, theme, clock=clock, wall=clock.wall, settings=settings)
    width, height, _ = SIZES[name]
    console.desk.modes.enter(Mode(MODES.get(name, "edit" if of_file else "show")))
    console.window.resize(width, height)
    console.window.show()
    console.desk.tick()
    for at, cue in EVENING:
        clock.instant = _unix(at) - clock.wall_at_zero
        session.send(SetStandby(cue=cue))
        session.send(Go())
        console.desk.tick()
    clock.instant = _unix(NOW) - clock.wall_at_zero - 3
    session.send(Go(list="foyer"))
    clock.instant += 2
    session.lateness = Lateness(count=900, median=0.0001, p99=0.0004, worst=0.0019)
    states = {"rig": "sent", "desk": "answering", "media": "sent", "sound": "answering", "switch": "missing"}
    session.statuses = {
        target.device: DeviceStatus(
            target.device, "", "", states.get(target.device, "sent"), _DETAIL.get(target.device, "")
        )  # type: ignore[arg-type]
        for target in session.program.targets
    }
    console.desk.tick()
    if name.endswith("lost"):
        said = "at 20:04:24. Levels hold; 48 is interrupted, 49 is in standby. Starting a new one."
        session.engine("lost", said)
    console.desk.tick()
    console.desk.tick()
    _act(name, console, session)
    screenshots_pages.act(name, console, session)
    if name == "console-caller":
        console.window.acts.run("caller")
        console.window.calling.window.showNormal()
        console.window.calling.window.resize(width, height)
    if of_file:
        screenshots_file.act(name, console, session)
    for _ in range(5):
        application.processEvents()
    clock.instant += 1
    console.desk.tick()
    application.processEvents()
    shown = console.window.calling.window if name == "console-caller" else console.window
    save_small(shown.grab(), file)


def _act(name: str, console: Any, session: Any) -> None:
    """What the operator has done in some of the pictures."""
    from PySide6.QtWidgets import QApplication

    from showctl.engine.command import Arm, Flag, Load, SetStandby, StartCue

    cues = console.window.cues
    if name.endswith("cart"):
        for cue in ("stings/S2", "stings/S4"):
            session.send(StartCue(cue=cue))
        session.send(Arm(cue="stings/S6", armed=False))
        cues.tabs.setCurrentIndex(2)
    if "take" in name:
        cues.view.select(cues.model.find("54"))
        cues.take_asked.emit(cues.model.find("54"))
        while not console.window.taking.set_up.isEnabled():
            console.desk.tick()
            QApplication.processEvents()
    if name.endswith("load"):
        session.send(Load(cue="50", at=3.5))
        session.send(SetStandby(cue="50"))
        console.desk.tick()
        console.window.activateWindow()
        cues.load.open(cues.model.find("52"))
        cues.load.field.setText("-0:10")
        cues.load.field.textEdited.emit("-0:10")
    if name.endswith("menu"):
        session.send(Arm(cue="50", armed=False))
        session.send(Flag(cue="51"))
        console.desk.tick()
        row = cues.model.find("50")
        cues.view.select(row)
        cues.view.menu_wanted.emit(row)
    if name.endswith("replace"):
        cues.view.select_rows([cues.model.find(cue) for cue in ("51", "52", "54")])
        console.window.acts.run("replace")
        replacing = console.window.building.drawers[1]
        replacing.find.setText("film")
        replacing.replace.setText("clip")
        replacing.look()
        while console.window.edits.editing.turn.pending:
            QApplication.processEvents()
    if name in ("console-masters", "console-rig"):
        _by_hand(name, console, session)


def _by_hand(name: str, console: Any, session: Any) -> None:
    """Masters are moved, something is parked and highlighted."""
    from PySide6.QtWidgets import QApplication

    from showctl.engine.command import Flash, Highlight, Park, SetMaster

    console.window.show()
    console.window.activateWindow()
    QApplication.processEvents()
    if "masters" in name:
        session.send(SetMaster(master="stage", level=0.7))
        session.send(SetMaster(master="grand", level=0.4, time=6.0))
        session.send(Flash(master="audience", on=True))
        console.window.right.open_tab(console.window.faders)
        console.window.faders.take_in_hand("stage")
        return
    session.send(Highlight(fixtures=("spot1..spot2",), on=True))
    for what, level in (("front3", 0.3), ("spot4/pan", None), ("1.101", None)):
        session.send(Park(what=what, level=level))
    console.window.right.open_tab(console.window.rig)
    console.window.rig.open()
    console.window.rig.field.setText("spots")


_DETAIL = {"switch": "No MIDI port is called Switcher. Plug it in: it is opened when it appears."}


def _unix(clock: str) -> float:
    evening = dt.datetime.combine(dt.date(2026, 11, 27), dt.time.fromisoformat(clock), ZoneInfo("Europe/London"))
    return evening.timestamp()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--one"]:
        picture(arguments[1], Path(arguments[2]), Path(arguments[3]))
    else:
        given = [Path(argument).resolve() for argument in arguments]
        main(given[0] if given else ROOT / "docs" / "images", given[1] if given[1:] else ROOT / "shows" / "demo.yaml")
