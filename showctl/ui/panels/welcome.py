"""What opens where no show was named: the demo, recent shows, a new one, an engine that plays; and how to begin."""

import datetime as dt
import time
from pathlib import Path

from PySide6.QtCore import QSettings, QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QPixmap, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from showctl import __version__
from showctl.session.this_machine import Playing, engines_playing, midi_words, real_time
from showctl.shipped import shipped
from showctl.ui.icon import icon
from showctl.ui.in_turn import InTurn
from showctl.ui.panels.beams import beams
from showctl.ui.panels.import_card import ImportCard
from showctl.ui.panels.new_show import NewShow
from showctl.ui.panels.welcome_cards import FiveSteps, KeysCard, RecentCard
from showctl.ui.recent import Recent, recent_shows
from showctl.ui.show_facts import ShowFacts, show_facts
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import BOLD, MEDIUM, SEMIBOLD, font

SHOWS = marked("Shows (*.yaml *.yml *.zip)")
IMPORTS = marked("Files of other programs (*.asc *.csv *.tsv *.xlsx *.lsp *.qxw);;All files (*)")
LEFT = 520
LEAST = (1024, 680)


class Welcome(QWidget):
    """`chosen` is told which show to open. No show is open here and nothing plays: a file dialog may stand over it."""

    chosen = Signal(Path, bool)
    """And whether the tour is to begin."""
    cancelled = Signal()
    """What was chosen is not to be opened after all."""
    closed = Signal()

    def __init__(self, settings: QSettings, theme: Theme, now: dt.datetime | None = None) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self._background = QPixmap()
        self._looked = False
        self.setWindowTitle("showctl")
        self.setMinimumSize(*LEAST)
        self.work = InTurn("welcome", self)
        self.demo = self._button(tr("Open the demo show"), "play-fill", "D")
        self.demo.setObjectName("go")
        self.demo.setIcon(icon("play-fill", theme.go_text, theme.text_3))
        self.new = self._button(tr("New show from a template"), "file-plus", "Ctrl+N")
        self.open = self._button(tr("Open a show file"), "folder-open", "Ctrl+O")
        self.imported = self._button(tr("Import from QLab, Eos, Excel"), "download-simple", "Ctrl+I")
        self.recent = RecentCard(recent_shows(settings), theme, now or dt.datetime.now().astimezone())
        self.steps = FiveSteps(theme)
        self.keys = KeysCard(theme)
        self.making = NewShow(theme)
        self.importing = ImportCard(theme)
        self.message = QLabel()
        self.message.setObjectName("reading")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setFont(font(14))
        self.cancelling = QPushButton(tr("Cancel   Ctrl+W"))
        self.cancelling.setAutoDefault(True)
        self.cancelling.setMaximumWidth(200)
        self.cancelling.setToolTip(tr("Does not open it (Ctrl+W)"))
        self.cancelling.hide()
        self.engines = QVBoxLayout()
        self.engines.setSpacing(8)
        self.attach: list[QPushButton] = []
        self.footer = QLabel(tr("showctl {version}").format(version=__version__))
        self.footer.setObjectName("caption")
        self.footer.setFont(font(13))
        self._lay_out()
        self._bind()

    def _button(self, words: str, picture: str, key: str) -> QPushButton:
        button = QPushButton(f"   {words}   ({key})")
        button.setIcon(icon(picture, self._theme.text, self._theme.text_3))
        button.setFont(font(16, SEMIBOLD))
        button.setFixedHeight(60)
        button.setProperty("choice", True)
        button.setAutoDefault(True)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        return button

    def _lay_out(self) -> None:
        name = QLabel("showctl")
        name.setFont(font(76, BOLD))
        about = QLabel(tr("Light, sound, video and the running order, on one GO."))
        about.setFont(font(22))
        about.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addStretch(2)
        left.addWidget(name)
        left.addWidget(about)
        left.addSpacing(28)
        for button in (self.demo, self.new, self.open, self.imported):
            button.ensurePolished()
            button.setMaximumWidth(max(440, button.sizeHint().width()))
            left.addStrut(button.sizeHint().width())  # in a narrow window its key is read, too
            left.addWidget(button)
        left.addSpacing(16)
        left.addLayout(self.engines)
        left.addWidget(self.message)
        left.addWidget(self.cancelling)
        left.addStretch(3)
        left.addWidget(self.footer)
        right = QWidget()
        self._right = QStackedLayout(right)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.recent, 1)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.steps, 3)
        below.addWidget(self.keys, 2)
        column.addLayout(below)
        self._right.addWidget(first)
        self._right.addWidget(self.making)
        self._right.addWidget(self.importing)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(64, 48, 64, 28)
        whole.setSpacing(48)
        whole.addLayout(left, 4)
        whole.addWidget(right, 7)

    def _bind(self) -> None:
        for button, key, act in (
            (self.demo, "D", self.open_demo),
            (self.new, "Ctrl+N", self.show_new),
            (self.open, "Ctrl+O", self.ask_file),
            (self.imported, "Ctrl+I", self.ask_import),
        ):
            button.clicked.connect(act)
            QShortcut(QKeySequence(key), self, act, autoRepeat=False)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close_opened, autoRepeat=False)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close, autoRepeat=False)
        self.cancelling.clicked.connect(self.cancel_opening)
        self.recent.chosen.connect(lambda path: self.choose(path))
        self.steps.asked.connect(lambda: self.show_new(tour=True))
        self.making.made.connect(self.choose)
        self.making.left.connect(self.close_opened)
        self.importing.left.connect(self.close_opened)
        self.importing.made.connect(self._take_import)
        self.importing.chosen.connect(self.choose)

    # What is asked for -------------------------------------------------------------------------------------------

    def choose(self, path: Path, tour: bool = False) -> None:
        """Open this show."""
        self.say(tr("Opening {name} …").format(name=path.name))
        self.cancelling.show()
        self.chosen.emit(path, tour)

    def cancel_opening(self) -> bool:
        """Open it after all not. Whether one was being opened."""
        was = self.cancelling.isVisible()
        if was:
            self.say(tr("Not opened. Choose another show."))
            self.cancelled.emit()
        return was

    def open_demo(self) -> None:
        self.choose(shipped("shows") / "demo.yaml")

    def show_new(self, *, tour: bool = False) -> None:
        """A new show, in the place of the recent ones."""
        self.making.begin(tour=tour)
        self._right.setCurrentWidget(self.making)
        self.making.list.setFocus()

    def close_opened(self) -> None:
        """Back to the recent shows; what is under way is ended."""
        if self.importing.cancel() or self.cancel_opening():
            return
        self._right.setCurrentIndex(0)
        self.recent.list.setFocus()

    def ask_file(self) -> None:
        self._ask(tr("Open a show file"), tr(SHOWS), self.choose)

    def ask_import(self) -> None:
        self._ask(tr("Import cues, patch and plans into a new show"), tr(IMPORTS), self._import)

    def _ask(self, title: str, kinds: str, then: object) -> None:
        dialog = QFileDialog(self, title, str(Path.home()), kinds)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # it looks as the rest does, on every machine
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: then(Path(file)))  # type: ignore[operator]
        dialog.open()

    def _import(self, file: Path) -> None:
        """Into a new show beside the file; what did not come over is told in the place of the recent shows."""
        self._right.setCurrentWidget(self.importing)
        self.importing.begin(file)

    def _take_import(self, path: Path) -> None:
        self.recent.add(Recent(path, time.time()))
        self._look_at(self.recent.model.shows[0])

    def say(self, text: str, *, wrong: bool = False) -> None:
        """One line below the buttons."""
        self.cancelling.hide()
        self.message.setText(text)
        self.message.setProperty("wrong", wrong)
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)

    # What is looked at, beside the window ------------------------------------------------------------------------

    def look(self) -> None:
        """Begin to check the shows, and to ask what this machine has."""
        self.work.begin(engines_playing, self.take_engines, self.say)
        self.work.begin(lambda: (real_time(), midi_words()), self.take_machine, self.say)
        for show in self.recent.model.shows:
            self._look_at(show)

    def _look_at(self, show: Recent) -> None:
        def take(facts: ShowFacts) -> None:
            self.recent.model.take(show, facts)

        self.work.begin(lambda: show_facts(show.path), take, self.say)

    def take_engines(self, playing: list[Playing]) -> None:
        """Those that run: Attach opens their show."""
        for each in playing:
            row = QWidget()
            row.setObjectName("panel")
            row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            layout = QHBoxLayout(row)
            layout.setContentsMargins(16, 8, 8, 8)
            said = QLabel(tr("▶  An engine is playing {title}, {words}.").format(title=each.title, words=each.words))
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setFont(font(14, MEDIUM))
            button = QPushButton(tr("Attach"))
            button.setAutoDefault(True)
            button.setAccessibleName(tr("Attach to the engine of {title}").format(title=each.title))
            button.setToolTip(tr("Opens {show}; what plays goes on").format(show=each.show))
            button.clicked.connect(lambda _=False, show=each.show: self.choose(show))
            layout.addWidget(said, 1)
            layout.addWidget(button)
            self.attach.append(button)
            self.engines.addWidget(row)

    def take_machine(self, found: tuple[bool, str]) -> None:
        allowed, midi = found
        priority = (
            tr("● real-time priority granted") if allowed else tr("▲ no real-time priority: showctl doctor says how")
        )
        self.footer.setText(
            tr("showctl {version}     {priority}     {midi}").format(version=__version__, priority=priority, midi=midi)
        )

    # The window --------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            self.look()
            (self.recent.list if self.recent.model.shows else self.demo).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        size, scale = QSizeF(self.size()), self.devicePixelRatioF()
        if self._background.deviceIndependentSize() != size:
            self._background = beams(size, scale, self._theme)
        QPainter(self).drawPixmap(0, 0, self._background)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        event.accept()
