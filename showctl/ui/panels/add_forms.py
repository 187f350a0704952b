"""Forms in one row: new fixtures, new devices, new groups. Enter in any field adds."""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from showctl.fixtures.folders import fixture_library
from showctl.fixtures.search import footprints
from showctl.model.problem import Problems
from showctl.model.selection import expand
from showctl.session.change import Changing
from showctl.session.edit import Insert
from showctl.ui.context import Context
from showctl.ui.fields.choice_box import ChoiceBox
from showctl.ui.in_turn import InTurn
from showctl.ui.patch.adding import (
    free_ids,
    new_fixtures,
    next_address,
    profiles_found,
    word_of,
)
from showctl.ui.tongue import tr


class AddForm(QWidget):
    """Fields beside each other, each with its caption above; `Add` at the end."""

    def __init__(self, context: Context, add: Callable[[Changing], None]) -> None:
        super().__init__()
        self._context, self._add = context, add
        self.first: QWidget = self
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self.column.addLayout(self._row)
        self.button = QPushButton(tr("Add"))
        self.button.setFixedHeight(36)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.add)

    def line(self, caption: str, hint: str, example: str, wide: int = 0) -> QLineEdit:
        """A field. `hint`: what it is."""
        line = QLineEdit()
        line.setFixedHeight(32)
        line.setPlaceholderText(example)
        line.setAccessibleName(caption)
        line.setToolTip(tr("{hint}. Enter adds").format(hint=hint))
        line.returnPressed.connect(self.add)
        if wide:
            line.setFixedWidth(wide)
        self.put(caption, line)
        return line

    def put(self, caption: str, field: QWidget) -> None:
        if self._row.isEmpty():
            self.first = field
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = QLabel(caption)
        label.setObjectName("caption")
        column.addWidget(label)
        column.addWidget(field)
        self._row.addWidget(around, 0 if field.maximumWidth() < 1000 else 1)

    @staticmethod
    def show_field(field: QWidget, shown: bool) -> None:
        """With its caption."""
        around = field.parentWidget()
        if around is not None:
            around.setVisible(shown)

    def begin(self) -> None:
        """The keyboard to the first field."""
        self.first.setFocus()

    def end(self) -> None:
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)

    def add(self) -> None:
        """Make the edit of what is typed."""

    def added(self) -> None:
        """It is in the show: propose the next."""


class AddFixtures(AddForm):
    """Profile, how many, their ids, the address of the first."""

    def __init__(self, context: Context, add: Callable[[Changing], None]) -> None:
        super().__init__(context, add)
        self._turn = InTurn("addresses", self)
        self._library = fixture_library(context.desk.session.path)
        self.profile = self.line(tr("Profile"), tr("Search by name or by what it can do"), tr("led par"))
        self._turn.begin(
            lambda: profiles_found(self._library, tr("all of them are read")), lambda _: None, lambda _: None
        )
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.profile.setCompleter(completer)
        self.profile.textEdited.connect(lambda text: self._offers.setStringList(profiles_found(self._library, text)))
        self.profile.textChanged.connect(lambda _: self.propose())
        self.mode = ChoiceBox(context.theme)
        self.mode.setFixedHeight(32)
        self.mode.setFixedWidth(120)
        self.mode.setAccessibleName(tr("Mode"))
        self.put(tr("Mode, slots"), self.mode)
        self.count = self.line(tr("How many"), tr("A number"), "4", 84)
        self.ids = self.line(tr("Ids"), tr("Names: spot1, or a range spot1..spot4"), "spot1..spot4", 150)
        self.address = self.line(
            tr("First address"), tr("Universe.address; empty: the next that are free"), tr("next free"), 100
        )
        self.count.setText("1")
        self.count.textChanged.connect(lambda _: self.propose())
        self.end()

    def propose(self, word: str = "") -> None:
        """Ids that are free, of this word or the profile's, and the modes of the profile."""
        name = self.profile.text().strip()
        known = name in self._library.names
        modes: dict[str, int] = {}
        if known:
            try:
                modes = footprints(self._library.get(name))
            except Problems:
                modes = {}
        chosen = self.mode.currentData()
        self.mode.clear()
        for mode, slots in modes.items():
            self.mode.addItem(f"{mode}  {slots}", mode)
        self.mode.setCurrentIndex(max(0, self.mode.findData(chosen)))
        count = int(self.count.text()) if self.count.text().isdecimal() else 1
        if known and not self.ids.isModified():
            show = self._context.desk.session.document.state.show
            self.ids.setText(free_ids(show, word or word_of(name), max(1, min(count, 512))))

    def _is_whole(self) -> bool:
        """What is only looked for becomes the profile that is found first, to be seen before it is added."""
        typed, said = self.profile.text().strip(), self._context.desk.said
        if typed not in self._library.names:
            found = profiles_found(self._library, typed) if typed else []
            if found:
                self.profile.setText(found[0])
                said.emit(tr("{found} is what fits '{typed}' best. Enter adds it.").format(found=found[0], typed=typed))
            else:
                said.emit(
                    tr("No profile fits '{typed}'. Write what it is, for example led par.").format(typed=typed)
                    if typed
                    else tr("Write what the fixtures are, for example led par.")
                )
            return False
        if not self.ids.text().strip():
            self.ids.setModified(False)
            self.propose()
        return True

    def add(self) -> None:
        """At an address that is written out: one that is `next` moves when others are patched before it."""
        if not self._is_whole():
            return
        mode = str(self.mode.currentData() or "")
        written = mode if self.mode.count() > 1 else ""
        ids, profile = self.ids.text(), self.profile.text().strip()

        def take(address: str) -> None:
            self._add(new_fixtures(ids, profile, written, address))

        if self.address.text().strip():
            take(self.address.text())
            return
        show = self._context.desk.session.document.state.show
        count = int(self.count.text()) if self.count.text().isdecimal() else 1
        self._turn.begin(
            lambda: next_address(show, self._library, profile, mode, count), take, self._context.desk.said.emit
        )

    def added(self) -> None:
        """The next free ids, by the word that was written; the rest of the form as it is."""
        word = expand(self.ids.text().strip())[0].rstrip("0123456789") if self.ids.isModified() else ""
        self.ids.setModified(False)
        self.address.clear()
        self.propose(word)


class AddGroup(AddForm):
    """A name, and who is in it."""

    def __init__(self, context: Context, add: Callable[[Changing], None]) -> None:
        super().__init__(context, add)
        self.name = self.line(tr("Group"), tr("Its name"), "front", 160)
        self.members = self.line(
            tr("Fixtures and groups in it"), tr("Fixtures, ranges and other groups"), "front1..front4"
        )
        self.end()

    def take(self, fixtures: tuple[str, ...]) -> None:
        """Those that are selected are proposed."""
        if not self.members.isModified():
            self.members.setText(", ".join(fixtures))

    def add(self) -> None:
        members = [each.strip() for each in self.members.text().split(",") if each.strip()]
        value = members[0] if len(members) == 1 else f"[{', '.join(members)}]"
        self._add(Insert("group", value, called=self.name.text().strip()))

    def added(self) -> None:
        """Who is selected is proposed anew."""
        self.name.clear()
        self.members.setModified(False)
        self.take(self._context.selection.fixtures)
