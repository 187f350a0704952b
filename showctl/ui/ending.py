"""Closing the console: what has to be answered before, and what becomes of the engine."""

from collections.abc import Callable

from showctl.ui.closing_words import goes_on
from showctl.ui.desk import Desk
from showctl.ui.panels.banner import Banners
from showctl.ui.panels.closing_banner import ClosingBanner


class Ending:
    """Asks once anything was sent: then the engine may have the stage. If nothing was, it ends with the console."""

    banners: Banners

    def __init__(self, desk: Desk, edits: ClosingBanner, keep: Callable[[], None], close: Callable[[], object]) -> None:
        """`keep`: what is to be remembered. `close`: closes the window, which asks `may_close` again."""
        self._desk, self._edits, self._keep, self._close = desk, edits, keep, close
        self._answered = False

    def may_close(self) -> bool:
        """Whether the window may close now; else it is asked what is still to be answered."""
        if self._answered:
            return True
        if self._edits.asks():
            return False
        snapshot, engine = self._desk.snapshot, self._desk.engine
        playing = engine is not None and engine.kind in ("attached", "older", "lost")
        if playing and snapshot is not None and snapshot.anything_sent:
            self.banners.ask_closing(goes_on(snapshot, self._desk.cues, self._desk.standby))
            return False
        # One that sends though outputs off was asked for is not ours to stop.
        self._end(stop_engine=engine is None or engine.kind != "sending")
        return True

    def quietly(self) -> None:
        """The console ends without having been closed: the engine plays on."""
        if not self._answered:
            self._end(stop_engine=False)

    def leave(self) -> None:
        """Close; the engine plays on."""
        self._end(stop_engine=False)
        self._close()

    def stop(self) -> None:
        """Close; the engine ends, too."""
        self._end(stop_engine=True)
        self._close()

    def _end(self, *, stop_engine: bool) -> None:
        self._answered = True
        self._keep()
        self._desk.session.close(stop_engine=stop_engine, discard_edits=self._edits.discard)
