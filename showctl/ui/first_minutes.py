"""`showctl` without a show: the welcome window, and then the console in the same process."""

from pathlib import Path

from PySide6.QtCore import QSettings

from showctl.session.session import Session
from showctl.ui.app import application_for, run_session
from showctl.ui.log_file import keep_log
from showctl.ui.opening import Opening
from showctl.ui.panels.welcome import Welcome
from showctl.ui.theme import chosen_theme
from showctl.ui.tongue import tr


def run() -> int:
    """Until a console that was opened from it is closed, or the window itself. Returns the exit code."""
    keep_log()
    theme = chosen_theme(QSettings("showctl", "showctl"))
    application = application_for(theme)
    window = Welcome(QSettings("showctl", "showctl"), theme)
    opened: list[tuple[Session, bool]] = []
    opening = Opening(window)

    def take(session: Session, tour: bool) -> None:
        opened.append((session, tour))
        application.exit(0)

    opening.done.connect(take)
    opening.failed.connect(lambda path, reason: window.say(said(path, reason), wrong=True))
    window.cancelled.connect(opening.cancel)
    window.chosen.connect(opening.begin)
    window.closed.connect(lambda: application.exit(0))
    window.showMaximized()
    window.activateWindow()
    code = application.exec()
    if not opened:
        opening.cancel()
        window.importing.cancel()
        window.work.wait(0.0)
        return code
    session, tour = opened[0]
    window.chosen.disconnect()
    window.closed.disconnect()
    return run_session(application, session, theme, tour=tour, instead_of=window)


def said(path: Path, reason: str) -> str:
    """Why a show was not opened, in a few lines."""
    lines = reason.splitlines()
    more = (
        tr(" And {count} more: showctl check {path}").format(count=len(lines) - 1, path=path) if len(lines) > 1 else ""
    )
    return tr("{name} was not opened. {lines}{more}").format(name=path.name, lines=lines[0] if lines else "", more=more)
