"""A show that somebody else has open to edit it: whether they have left, and taking over."""

from showctl.session.document import Document
from showctl.session.show_lock import holder
from showctl.session.unpacked import is_from_bundle
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.tongue import tr

EVERY = 3.0
"""Seconds between two looks."""


class LookingOn:
    """`free`: whoever had it open has left."""

    def __init__(self, desk: Desk) -> None:
        self.free = False
        self._desk = desk
        self._looking, self._claiming = Beside("lock", desk), Beside("claim", desk)
        self._looked = desk.clock()
        desk.ticked.connect(self._tick)

    @property
    def _document(self) -> Document:
        return self._desk.session.document

    def _tick(self, now: float) -> None:
        path = self._desk.session.path
        if not self._document.read_only:
            self.free = False
        elif now - self._looked > EVERY and not self._looking.busy and not is_from_bundle(path):
            self._looked = now
            self._looking.begin(lambda: holder(path) is None, self._seen, lambda _: self._seen(False))

    def _seen(self, free: bool) -> None:
        self.free = free and bool(self._document.read_only)

    def claim(self) -> None:
        """Open it to be edited, as it is on the disk now."""
        if not self._claiming.busy:
            self._claiming.begin(self._desk.session.claim, lambda _: self._claimed(), self._desk.said.emit)

    def _claimed(self) -> None:
        self.free = False
        self._desk.said.emit(tr("The show is yours to edit. It is as it is on the disk now."))
