"""The form for a new device: what it is, its name, where it is; and who answers there, or on this machine."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton

from showctl.session.change import Changing
from showctl.session.device_search import Found, hosts_of, look
from showctl.session.this_machine import midi_port_names
from showctl.showfile.device_profile import device_profiles
from showctl.ui.beside import Beside
from showctl.ui.context import Context
from showctl.ui.fields.choice_box import ChoiceBox
from showctl.ui.in_turn import InTurn
from showctl.ui.panels.add_forms import AddForm
from showctl.ui.patch.adding import DEVICE_KINDS, free_name, free_universes, new_device, profiles_of_kind
from showctl.ui.tongue import marked, tr

ASKED = marked(
    "Asks the addresses that are written, and this machine, for an X32, M32, X Air and QLab. Nothing else is asked."
)
NO_ANSWER = marked(
    "Nobody answered. Is it on, and the address right? Only X32, M32, X Air and QLab answer; write others by hand."
)
SACN = marked("Light nodes answer no question: write the address of the node, or multicast. docs/console.md says why.")
PORTS = 4
"""MIDI ports, or devices, that get a button; the field offers all."""


class AddDevice(AddForm):
    """Nothing is looked for before `Look for it` is pressed."""

    _told = Signal(int, int)

    def __init__(self, context: Context, add: Callable[[Changing], None]) -> None:
        super().__init__(context, add)
        self.profiles = device_profiles(context.desk.session.path)
        self.ports: list[str] = []
        """MIDI outputs of this machine, once they are known."""
        self.kind = ChoiceBox(context.theme)
        self.kind.setFixedHeight(32)
        self.kind.setMinimumWidth(150)
        self.kind.setAccessibleName(tr("Kind of device"))
        self.kind.setToolTip(tr("What it is: that decides how it is spoken to"))
        for name, kind in DEVICE_KINDS.items():
            self.kind.addItem(kind.words, name)
        self.put(tr("What it is"), self.kind)
        self.name = self.line(tr("Name"), tr("As cues call it"), "desk", 110)
        self.place = self.line(
            tr("Address, or MIDI port"), tr("Host and port of a network device, name of a MIDI port"), ""
        )
        self.universes = self.line(tr("Universes"), tr("Those that are sent to it: 1-4, or 1, 3"), "1-4", 90)
        self.profile = self.line(
            tr("Profile"), tr("Whose commands it knows; empty: messages are written out"), tr("none"), 150
        )
        self._turn = InTurn("midi ports", self)
        self._beside = Beside("devices", self)
        self._cancelled = Event()
        self.look = QPushButton(tr("Look for it"))
        self.look.setFixedHeight(36)
        self.look.setToolTip(tr(ASKED))
        self.look.setAccessibleName(tr("Look for devices"))
        self.look.setAutoDefault(True)
        self.look.clicked.connect(self.look_or_cancel)
        self._row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignBottom)
        self.end()
        self.said = QLabel()
        self.said.setObjectName("caption")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(120, 6)
        self.progress.setAccessibleName(tr("How far looking is"))
        self.progress.hide()
        self._offered = QHBoxLayout()
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.progress)
        below.addLayout(self._offered)
        self.column.addLayout(below)
        self.offers: list[QPushButton] = []
        self._told.connect(self._tell)
        self.kind.currentIndexChanged.connect(lambda _: self.propose())
        self.destroyed.connect(self._cancelled.set)
        self.propose()

    @property
    def _kind(self) -> str:
        return str(self.kind.currentData())

    def propose(self) -> None:
        """A free name and an address on this machine; MIDI ports of this machine as they are found."""
        kind = DEVICE_KINDS[self._kind]
        self.name.setText(free_name(self._context.desk.session.document.state.show.devices, self._kind))
        self.place.setText(kind.example if kind.key == "to" else "")
        self.place.setPlaceholderText(kind.example)
        self.place.setCompleter(None)  # type: ignore[arg-type]
        for field, line in (("universes", self.universes), ("profile", self.profile)):
            self.show_field(line, kind.asks == field)
            line.setText(kind.fields.get(field, ""))
        _complete(self.profile, profiles_of_kind(self.profiles, kind.fields["type"]) if kind.asks == "profile" else [])
        self.look.setVisible(kind.fields["type"] == "osc")
        self._offer([])
        self.said.setText(
            {"osc": tr(ASKED), "sacn": tr(SACN), "midi": tr("Looking for MIDI ports …")}[kind.fields["type"]]
        )
        if kind.key == "port":
            self._turn.begin(midi_port_names, self._take_ports, self.said.setText)

    def _take_ports(self, names: list[str]) -> None:
        self.ports = names
        if DEVICE_KINDS[self._kind].key != "port":
            return
        _complete(self.place, names)
        self.place.setPlaceholderText(tr("Port name"))
        self.said.setText(
            tr("MIDI ports of this machine:") if names else tr("No MIDI port is here now. Its name can be written.")
        )
        self._offer([(name, partial(self._take_port, name)) for name in names])

    def _take_port(self, name: str) -> None:
        self.place.setText(name)
        self.place.setFocus()

    # Looking --------------------------------------------------------------------------------------------------------

    @property
    def looking(self) -> bool:
        return self._beside.busy

    def look_or_cancel(self) -> None:
        """Ask who is there; or do so no more."""
        if self.looking:
            self._end(tr("Cancelled."))
            return
        self._cancelled = cancelled = Event()
        self.destroyed.connect(cancelled.set)
        typed = self.place.text()
        self._offer([])
        self.said.setText(tr("Asking …"))
        self.look.setText(tr("Cancel"))
        self._beside.begin(
            lambda: look(hosts_of(typed), cancelled, self._told.emit),
            self.take,
            lambda why: self._end(f"{why[:1].upper()}{why[1:].rstrip('.')}."),
        )

    def _tell(self, step: int, of: int) -> None:
        if self.looking:
            self.progress.setRange(0, of)
            self.progress.setValue(step)
            self.progress.show()

    def _end(self, said: str) -> None:
        self._cancelled.set()
        self._beside.forget()
        self.progress.hide()
        self.look.setText(tr("Look for it"))
        self.said.setText(said)

    def take(self, found: list[Found]) -> None:
        """Those who answered, each with a button."""
        self._end(tr("Found; a press takes it over:") if found else tr(NO_ANSWER))
        self._offer([(f"{each.words or each.kind}, {each.to}", partial(self._take_over, each)) for each in found])

    def _take_over(self, found: Found) -> None:
        self.kind.setCurrentIndex(self.kind.findData(found.kind))
        self.place.setText(found.to)
        self.said.setText(tr("{found} is at {to}. Enter adds it.").format(found=found.words, to=found.to))
        self.place.setFocus()

    def _offer(self, offers: list[tuple[str, Callable[[], None]]]) -> None:
        for button in self.offers:
            self._offered.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = []
        for words, take in offers[:PORTS]:
            button = QPushButton(words)
            button.setProperty("row", True)
            button.setAutoDefault(True)
            button.setEnabled(self.isEnabled())
            button.clicked.connect(lambda _=False, take=take: take())
            self._offered.addWidget(button)
            self.offers.append(button)

    def add(self) -> None:
        kind = DEVICE_KINDS[self._kind]
        more = {"universes": self.universes.text(), "profile": self.profile.text()}
        asked = {kind.asks: more[kind.asks]} if kind.asks else {}
        self._add(new_device(self.name.text(), kind, self.place.text(), asked))

    def added(self) -> None:
        """The next free name, and the next universes."""
        show = self._context.desk.session.document.state.show
        self.name.setText(free_name(show.devices, self._kind))
        if DEVICE_KINDS[self._kind].asks == "universes":
            self.universes.setText(free_universes(show))


def _complete(line: QLineEdit, names: list[str]) -> None:
    completer = QCompleter(QStringListModel(names, line), line)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(completer)
