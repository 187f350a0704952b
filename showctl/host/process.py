"""The engine process that a console starts: no terminal, no show file, no end but a clean stop."""

import faulthandler
import logging
import signal
import sys
import threading
from pathlib import Path

from showctl.host.engine import Engine
from showctl.host.journal import Journal
from showctl.host.log import logging_of
from showctl.link.meeting import Taken

GRACE = 2.0
"""Seconds after the last console has gone, until an engine that has sent nothing goes too."""
FIRST_WITHIN = 30.0
"""Seconds for a console to come at all."""
LOST = 3
"""Exit code of an engine that could not go on."""

log = logging.getLogger(__name__)


def run(show: Path, *, outputs_off: bool, osc_port: int | None, recover: bool) -> int:
    """Until it is stopped. Raises Taken when another engine plays this show, and UnsafeFolder."""
    faulthandler.enable()
    _ignore_the_terminal()
    with logging_of(show):
        try:
            engine = Engine(show, outputs_off=outputs_off, osc_port=osc_port, recover=recover)
        except Taken as reason:
            log.warning("%s", reason)
            raise
        # In a thread: the handler may have interrupted just what holds the lock that it needs.
        signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=engine.stop, args=("SIGTERM",)).start())
        journal = Journal(engine.show, engine.warn)
        engine.watch(journal.tell)
        leaving = Leaving(engine)
        engine.on_console_left = leaving.console_left
        engine.open()
        log.info("ready for %s", engine.show)
        leaving.begin()
        engine.ended.wait()
        leaving.cancel()
        if engine.error:
            log.error("cannot go on: %s", engine.error)
            sys.stderr.write(f"{engine.error}\n")
        engine.close()
        journal.close(engine.error or engine.reason, lost=bool(engine.error))
        log.info("ended: %s", engine.error or engine.reason)
    return LOST if engine.error else 0


class Leaving:
    """Ends an engine that nobody looks at and that has sent nothing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._timer = threading.Timer(FIRST_WITHIN, self._look)

    def begin(self) -> None:
        """From now on a console is expected."""
        self._start(self._timer)

    def console_left(self) -> None:
        """Look again in a moment: it may be back by then."""
        self._timer.cancel()
        self._timer = threading.Timer(GRACE, self._look)
        self._start(self._timer)

    def cancel(self) -> None:
        """The engine ends anyway."""
        self._timer.cancel()

    def _start(self, timer: threading.Timer) -> None:
        timer.daemon = True
        timer.start()

    def _look(self) -> None:
        if not self._engine.consoles and not self._engine.anything_sent:
            self._engine.stop("nobody looking on, and nothing had been sent")


def _ignore_the_terminal() -> None:
    """Belt and braces: it is detached already. Ctrl-C and a closed window are the console's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
