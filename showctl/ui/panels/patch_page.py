"""The patch: fixtures, groups of them, and devices, each a tab with a table and a form to add."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtWidgets import QPushButton, QTabWidget, QVBoxLayout, QWidget

from showctl.fixtures.folders import fixture_library
from showctl.fixtures.search import footprints
from showctl.model.problem import Problems
from showctl.model.sacn_device import SacnDevice
from showctl.model.selection import expand
from showctl.session.change import Changing
from showctl.ui.context import Context
from showctl.ui.models.devices import MEANING
from showctl.ui.models.patch import (
    DEVICE_COLUMNS,
    FIXTURE_COLUMNS,
    GROUP_COLUMNS,
    ItemsModel,
    device_rows,
    fixture_rows,
    group_rows,
)
from showctl.ui.panels.add_device import AddDevice
from showctl.ui.panels.add_forms import AddFixtures, AddForm, AddGroup
from showctl.ui.panels.empty_state import EmptyState
from showctl.ui.panels.items_table import ItemsTable
from showctl.ui.patch.adding import (
    SENDS_HERE,
    free_ids,
    light_device,
    profiles_found,
    profiles_of_kind,
    word_of,
)
from showctl.ui.tongue import tr

PROFILE = next(at for at, (field, _) in enumerate(FIXTURE_COLUMNS) if field == "fixture")


class PatchPage(QWidget):
    """All of it are edits of the show: Ctrl+Z takes each back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.first: QWidget = self
        """What gets the keyboard with the page."""
        self.fixtures = self._table(
            FIXTURE_COLUMNS,
            AddFixtures,
            tr("No fixtures yet"),
            "",
        )
        self.groups = self._table(
            GROUP_COLUMNS,
            AddGroup,
            tr("No groups yet"),
            tr("Select fixtures, name the group: cues set all of it at once."),
        )
        self.devices = self._table(
            DEVICE_COLUMNS, AddDevice, tr("No devices yet"), tr("A light node, a mixer, a media server, a MIDI port.")
        )
        self._library = fixture_library(context.desk.session.path)
        self.fixtures.picks.offers, self.devices.picks.offers = self._fixture_picks, self._device_picks
        self.twice = self.fixtures.button(tr("Duplicate"), self._duplicate)
        self.test = self.devices.button(tr("Test …"), self._test, of_any=True)
        self.test.setToolTip(tr("Details of the devices with a test message"))
        for button, words in (
            (QPushButton(tr("Add fixtures")), self.fixtures),
            (QPushButton(tr("Add a device")), self.devices),
        ):
            button.clicked.connect(words.form.begin)
            words.empty.add(button)
        self.light = QPushButton(tr("Add a light device"))
        self.light.setToolTip(tr("One that sends universes 1-4 to this machine; its address is written under Devices"))
        self.light.clicked.connect(self._add_light)
        self.fixtures.empty.add(self.light)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Patch: fixtures, groups, devices"))
        self.tabs.tabBar().setAccessibleName(tr("Fixtures, groups, devices"))
        self.tabs.setDocumentMode(True)
        for title, table in (
            (tr("Fixtures"), self.fixtures),
            (tr("Groups"), self.groups),
            (tr("Devices"), self.devices),
        ):
            self.tabs.addTab(table, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _: self._place_keyboard())
        self.fixtures.selected.connect(self._select)
        context.selection.fixtures_changed.connect(self._follow)
        context.desk.document_changed.connect(lambda _: self.refresh())
        context.desk.show_changed.connect(self.refresh)
        context.devices.dataChanged.connect(lambda *_: self._refresh_devices())
        self.refresh()

    def _table(
        self,
        columns: tuple[tuple[str, str], ...],
        form: Callable[[Context, Callable[[Changing], None]], AddForm],
        what: str,
        how: str,
    ) -> ItemsTable:
        made: list[ItemsTable] = []

        def do(edit: Changing) -> None:
            made[0].do(edit)

        model = ItemsModel(columns, do, self)
        made.append(
            ItemsTable(self._context, model, form(self._context, do), EmptyState(self._context.theme, what, how))
        )
        return made[0]

    def refresh(self) -> None:
        """The show as it is written now."""
        root = self._context.desk.session.document.state.source.root
        self.fixtures.model.take(fixture_rows(root, self._slots))
        self.groups.model.take(group_rows(root))
        self._refresh_devices()
        self._say_order()
        self._follow()
        self._place_keyboard()

    def _slots(self, profile: str, mode: str) -> int:
        with suppress(Problems):
            modes = footprints(self._library.get(profile))
            return modes.get(mode, 0) if mode else next(iter(modes.values()), 0)
        return 0

    def _say_order(self) -> None:
        """Where there is no fixture: what comes first."""
        show = self._context.desk.session.document.state.show
        lit = any(isinstance(each, SacnDevice) for each in show.devices.values())
        how = tr("Find a profile, say how many; they get the next free address.")
        if not lit:
            how = tr("First a light device, which sends their universes; then find a profile and say how many.")
        self.fixtures.empty.say(tr("No fixtures yet"), how)
        self.light.setVisible(not lit)

    def _add_light(self) -> None:
        self.devices.do(light_device(self._context.desk.session.document.state.show))
        self.fixtures.form.begin()

    def _place_keyboard(self) -> None:
        """Who comes here by a key is in the table, where there is nothing in the form: never in what is not seen, for
        then Tab leads nowhere."""
        table = self.tabs.currentWidget()
        if isinstance(table, ItemsTable):
            self.first = table.view if table.model.rows else table.form.first

    def _refresh_devices(self) -> None:
        root = self._context.desk.session.document.state.source.root
        states = {lamp.name: tr(MEANING[lamp.state]) for lamp in self._context.devices.lamps}
        self.devices.model.take(device_rows(root, states))

    def _select(self) -> None:
        names = [name for at in self.fixtures.chosen() for name in expand(self.fixtures.model.rows[at].item.name)]
        self._context.selection.select_fixtures(names)

    def _follow(self) -> None:
        """What is selected elsewhere is selected here, and proposed as a group."""
        wanted = set(self._context.selection.fixtures)
        rows = [at for at, row in enumerate(self.fixtures.model.rows) if wanted.intersection(expand(row.item.name))]
        if rows != self.fixtures.chosen():
            blocked = self.fixtures.blockSignals(True)
            self.fixtures.choose(rows)
            self.fixtures.blockSignals(blocked)
        if isinstance(self.groups.form, AddGroup):
            self.groups.form.take(self._context.selection.fixtures)

    def _duplicate(self) -> None:
        chosen = self.fixtures.chosen()
        if chosen:
            row = self.fixtures.model.rows[chosen[0]]
            names = expand(row.item.name)
            word, count = names[0].rstrip("0123456789") or word_of(row.texts[PROFILE]), len(names)
            show = self._context.desk.session.document.state.show
            self.fixtures.duplicate(free_ids(show, word, count), chosen[0])

    def _test(self) -> None:
        """The selected one, which is the one that was just made; where none is, that which needs it most."""
        chosen = self.devices.chosen()
        if chosen:
            self._context.go_to(self.devices.model.rows[chosen[0]].item)
        else:
            self._context.actions.run("devices")

    def _fixture_picks(self, at: int, column: int, typed: str) -> list[str]:
        """What a cell of a fixture may say."""
        field = FIXTURE_COLUMNS[column][0]
        if field == "fixture":
            return profiles_found(self._library, typed)
        if field == "mode":
            with suppress(Problems):
                return [*footprints(self._library.get(self.fixtures.model.rows[at].texts[PROFILE]))]
        return ["yes", "no"] if field == "exempt" else []

    def _device_picks(self, at: int, column: int, typed: str) -> list[str]:
        """What a cell of a device may say."""
        kind, field = self.devices.model.rows[at].texts[1], DEVICE_COLUMNS[column][0]
        form = self.devices.form
        assert isinstance(form, AddDevice)
        offered: list[str] = []
        if field == "profile":
            offered = profiles_of_kind(form.profiles, kind)
        elif field == "universes":
            offered = ["1", "1-2", "1-4", "1-8"]
        elif field == "to":
            offered = form.ports if kind == "midi" else [SENDS_HERE]
        return [each for each in offered if typed.casefold() in each.casefold()]
