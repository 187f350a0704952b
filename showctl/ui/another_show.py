"""Another show beside this one: a console of its own, in a process of its own."""

import subprocess
import sys
from pathlib import Path

from showctl.ui.desk import Desk
from showctl.ui.tongue import tr


def open_another(desk: Desk, show: Path) -> None:
    """This console, and what plays, go on."""
    try:
        subprocess.Popen([sys.executable, "-m", "showctl", str(show)], start_new_session=True)
    except OSError as error:
        desk.said.emit(
            tr("No window for {name}: {strerror}. Run showctl in a terminal.").format(
                name=show.name, strerror=error.strerror
            )
        )
    else:
        desk.said.emit(tr("{name} opens in a window of its own. This one goes on.").format(name=show.name))
