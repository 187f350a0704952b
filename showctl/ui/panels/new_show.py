"""A new show: of which template, and in which file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QPushButton

from showctl.showfile.templates import EMPTY, TEMPLATES, from_template, title_of
from showctl.ui.panels.welcome_cards import Card
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font


class NewShow(Card):
    """Arrows choose a template, Enter writes and opens it; Tab or a double click goes on to the file."""

    made = Signal(Path, bool)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("New show from a template"))
        self._tour = False
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Templates"))
        self.list.setFont(font(15, MEDIUM))
        self.list.setSpacing(4)
        for each in TEMPLATES:
            item = QListWidgetItem(f"{each.title}\n{each.about}")
            item.setData(Qt.ItemDataRole.UserRole, each.name)
            self.list.addItem(item)
        self.file = QLineEdit()
        self.file.setFixedHeight(44)
        self.file.setAccessibleName(tr("File of the new show"))
        self.reading = QLabel()
        self.reading.setObjectName("reading")
        self.reading.setWordWrap(True)
        self.write = QPushButton(tr("Create and open   Enter"))
        self.write.setProperty("inverse", True)
        self.write.setAutoDefault(True)
        self.write.setFont(font(15, SEMIBOLD))
        self.write.setFixedHeight(44)
        self.back = QPushButton(tr("Back   Ctrl+W"))
        self.back.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.write)
        asked = QLabel(tr("File. An existing file is never replaced; a missing folder is made"))
        asked.setObjectName("caption")
        for part in (self.list, asked, self.file, self.reading):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addStretch(1)
        self.list.setMinimumHeight(4 * 56)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # a click activates, too, on some desktops: it makes no file
            QShortcut(QKeySequence(key), self.list, self.make, Qt.ShortcutContext.WidgetShortcut, autoRepeat=False)
        self.list.itemActivated.connect(lambda _: self._to_file())
        self.file.returnPressed.connect(self.make)
        self.file.textEdited.connect(lambda _: self._say(""))
        self.write.clicked.connect(self.make)
        self.back.clicked.connect(self.left)

    def begin(self, *, tour: bool) -> None:
        """`tour`: begin with an empty show, and let the tour say what to do."""
        self._tour = tour
        names = [each.name for each in TEMPLATES]
        self.list.setCurrentRow(names.index(EMPTY) if tour else 0)
        self.file.setText(str(free_file(Path.home())))
        self._say("")

    def make(self) -> None:
        """Write the file."""
        path = Path(self.file.text().strip()).expanduser()
        if not self.file.text().strip() or path.is_dir():
            self._say(tr("Write the name of a file, for example my-show.yaml"), wrong=True)
            return
        path = path if path.is_absolute() else Path.home() / path
        path = path if path.suffix.lower() in (".yaml", ".yml") else path.with_name(f"{path.name}.yaml")
        name = str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(from_template(name, title_of(path)))
        except FileExistsError as error:  # the file, or one where its folder should be
            taken = Path(error.filename).name
            self._say(tr("{name} is there already; write another name").format(name=taken), wrong=True)
        except OSError as error:
            self._say(tr("{path} cannot be written: {strerror}").format(path=path, strerror=error.strerror), wrong=True)
        else:
            self.made.emit(path, self._tour)

    def _to_file(self) -> None:
        self.file.setFocus()
        self.file.selectAll()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.reading.setText(text)
        for part in (self.reading, self.file):
            part.setProperty("wrong", wrong)
            part.style().unpolish(part)
            part.style().polish(part)


def free_file(folder: Path) -> Path:
    """`my-show.yaml`, or with a number where that is taken."""
    numbers = ("", *(f"-{number}" for number in range(2, 1000)))
    return next(path for number in numbers if not (path := folder / f"my-show{number}.yaml").exists())
