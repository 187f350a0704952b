"""Where the show would send and nobody has agreed to on this machine: listed before anything goes there."""

from showctl.engine.snapshot import Snapshot
from showctl.program.destination import Destination
from showctl.program.program import Program
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.document_words import MOST_NAMED, destinations_text
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.panels.document_banners import DocumentBanners
from showctl.ui.tongue import marked, tr

EXPLAINED = marked(
    "This show has not sent to these from this machine. Nothing goes there until somebody agrees, once for this show "
    "and machine. Cues run and keep their time all the same."
)
AGAIN = 2.0
"""Seconds between two looks while something waits: somebody may agree on the command line."""


class Destinations:
    """Looks anew at each state of the show."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        self.new: list[Destination] = []
        self.banners: DocumentBanners | None = None
        self._desk, self._asking = desk, asking
        self._beside = Beside("agree", desk)
        self._program: Program | None = None
        self._looked = 0.0
        self._off = False
        desk.ticked.connect(self._tick)
        desk.snapshot_changed.connect(self._take)

    def _take(self, snapshot: Snapshot) -> None:
        if snapshot.outputs_off != self._off:
            self._off = snapshot.outputs_off
            self._tell()

    def _tick(self, now: float) -> None:
        program = self._desk.program
        if self._beside.busy or (program is self._program and not (self.new and now - self._looked > AGAIN)):
            return
        self._program, self._looked = program, now
        self.look_again()

    def look_again(self) -> None:
        """Find those that are new now."""
        new = self._desk.session.new_destinations
        if new != self.new:
            self.new = new
            self._tell()

    def _tell(self) -> None:
        """With outputs off nothing is sent in any case, and a banner says so already."""
        if self.banners is None:
            return
        if not self.new or self._off:
            self.banners.tell_unsent("", "", all_named=False)
        else:
            self.banners.tell_unsent(tr("NEW HERE"), destinations_text(self.new), all_named=len(self.new) <= MOST_NAMED)
        if self._asking.is_about(self):
            self._show()

    def look(self) -> None:
        """List them, and offer to agree."""
        way = Way(tr("Agree"), "Ctrl+Enter", tr("Send there from now on, from this machine"), self.agree)
        self._asking.open(
            self, Matter(tr("Where this show sends"), tr(EXPLAINED), (way,), empty=tr("There is nothing new."))
        )
        self._show()

    def _show(self) -> None:
        self._asking.panel.show_lines([Line("offer", str(each)) for each in self.new], tr("There is nothing new."))

    def agree(self) -> None:
        """To all of them."""
        count = len(self.new)
        self._beside.begin(self._desk.session.agree, lambda wrong: self._agreed(count, wrong), self._desk.said.emit)

    def _agreed(self, count: int, wrong: str) -> None:
        self.new = self._desk.session.new_destinations
        self._tell()
        if self._asking.is_about(self):
            self._asking.close()
        what = tr("%n destination(s) (is|are) sent to from now on.", "", count)
        self._desk.said.emit(f"{what} " + (tr("But {wrong}.").format(wrong=wrong) if wrong else ""))
