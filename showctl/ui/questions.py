"""What the open show and its file ask of the operator: the banners, and what looks into each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from showctl.session.change import EditRefused
from showctl.session.notice import Notice
from showctl.session.state import DocumentState
from showctl.showfile.item import Item
from showctl.ui.asking import Asking
from showctl.ui.beside import Beside
from showctl.ui.comparing import Comparing
from showctl.ui.desk import Desk
from showctl.ui.destinations import Destinations
from showctl.ui.document_words import Standing, asked
from showctl.ui.looking_on import LookingOn
from showctl.ui.merging import MergingShows
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.panels.document_banners import DocumentBanners
from showctl.ui.reconciling import Reconciling
from showctl.ui.recovering import Recovering
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr


class Questions(QObject):
    """One for the console."""

    def __init__(self, desk: Desk, theme: Theme, asking: Asking, go_to: Callable[[Item], None]) -> None:
        super().__init__()
        self._desk, self._asking = desk, asking
        self._not_saved: Notice | None = None
        self._copied: Path | None = None
        self._written_over = False
        """Whether somebody agreed to write over a file of an older format."""
        self._copying = Beside("copy", self)
        self._standing: Standing | None = None
        self.recovering = Recovering(desk, asking)
        self.reconciling = Reconciling(desk, asking)
        self.merging = MergingShows(desk, asking)
        self.comparing = Comparing(desk, asking, go_to)
        self.destinations = Destinations(desk, asking)
        self.looking_on = LookingOn(desk)
        self.reconciling.merge_wanted = self.merging.open
        self.recovering.merge_wanted = self.merging.open_recovered
        on_disk = self.reconciling
        self.banners = DocumentBanners(
            theme,
            {
                "not saved": ((tr("Save a co&py"), self.copy), (tr("Try aga&in"), self._save)),
                "recovery": (
                    (tr("Lo&ok at them"), self.recovering.look),
                    (tr("L&eave"), self.recovering.leave),
                    (tr("&Merge"), self.merging.open_recovered),
                ),
                "changed": (
                    (tr("Lo&ok"), on_disk.look),
                    (tr("&Merge"), self.merging.open),
                    (tr("&Reload"), on_disk.reload),
                    (tr("&Keep mine"), on_disk.keep),
                ),
                "gone": ((tr("Save it a&new"), self._save),),
                "unreadable": (),
                "older format": (
                    (tr("&What is other"), self._show_migration),
                    (tr("W&rite over it"), self._write_over),
                ),
                "left": ((tr("&Take over"), self.looking_on.claim),),
                "read only": (),
                "saved elsewhere": ((tr("&Reload"), on_disk.reload),),
            },
            ((tr("W&here"), self.destinations.look), (tr("A&gree"), self.destinations.agree)),
        )
        self.destinations.banners = self.banners
        desk.noticed.connect(self._note)
        desk.document_changed.connect(self._take)
        desk.ticked.connect(lambda _: self._refresh())

    # How it stands --------------------------------------------------------------------------------------------------

    def _note(self, notice: Notice) -> None:
        if notice.kind == "not saved":
            self._not_saved, self._copied = notice, None
        elif notice.kind == "saved":
            self._not_saved = None

    def _take(self, state: DocumentState) -> None:
        if not state.is_dirty:
            self._not_saved = None

    def _refresh(self) -> None:
        standing = self._now()
        if standing != self._standing:
            self._standing = standing
            recovery = standing.recovery
            merge = self.banners.questions["recovery"].buttons[2]
            merge.setVisible(recovery is not None and recovery.changed_since)
            self.banners.ask(asked(standing))

    def _now(self) -> Standing:
        document, state = self._desk.session.document, self._desk.document
        return Standing(
            self._desk.session.path,
            self.recovering.pending,
            self._not_saved,
            self._copied,
            state.on_disk if state is not None else None,
            document.state.migration if not (document.read_only or self._written_over) else None,
            document.read_only,
            self.looking_on.free,
        )

    # What the banners offer -----------------------------------------------------------------------------------------

    def _save(self) -> None:
        self._saved_with(lambda: self._desk.session.save())

    def _write_over(self) -> None:
        self._written_over = True
        self._saved_with(lambda: self._desk.session.document.save(over_older=True))

    def _saved_with(self, save: Callable[[], object]) -> None:
        try:
            save()
        except EditRefused as refused:
            self._desk.said.emit(tr("Not saved: {refused}.").format(refused=refused))

    def copy(self) -> None:
        """Save a copy in the second place."""
        notice, document = self._not_saved, self._desk.session.document
        place = notice.second_place if notice is not None else None
        if place is not None:
            self._copying.begin(
                lambda: document.save_copy(place), lambda _: self._copied_to(place), self._desk.said.emit
            )

    def _copied_to(self, place: Path) -> None:
        self._copied = place
        self._desk.said.emit(tr("A copy is saved as {place}. The show itself is still not saved.").format(place=place))

    def _show_migration(self) -> None:
        migration = self._desk.session.document.state.migration
        if migration is None:
            return
        explained = tr("The file itself is still as it was. This is what was changed to open it.")
        way = Way(
            tr("Write over it"),
            "Alt+R",
            tr("Save the show in the new format; the old file goes to the backups"),
            self._write_over,
        )
        self._asking.open(
            self,
            Matter(tr("From format {old} to {new}").format(old=migration.old, new=migration.new), explained, (way,)),
        )
        self._asking.panel.show_lines(
            [Line("change" if note.startswith(" ") else "head", note.strip()) for note in migration.notes]
        )
