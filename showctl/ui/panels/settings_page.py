"""Settings of this console, on this machine: nothing of it is in the show file."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSlider, QVBoxLayout, QWidget

from showctl.ui.context import Context
from showctl.ui.panels.keys_section import KeysSection
from showctl.ui.panels.motion_choice import MotionChoice
from showctl.ui.panels.text_size import TextSize
from showctl.ui.theme import BRIGHTEST, DIMMEST, THEMES, USUAL
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

GO_SIDE = "go/side"
GO_SIDES = ("left", "right", "bottom")
"""On which side GO is; the first where nothing was chosen."""
_SIDES = {"left": marked("Left"), "right": marked("Right"), "bottom": marked("Bottom")}
_TOLD = {
    "left": marked("Left of the standby strip"),
    "right": marked("Right of the standby strip: for the left hand"),
    "bottom": marked("Below the list: for a touch screen that lies flat"),
}


class SettingsPage(QWidget):
    """Sections one below the other; each stores what is chosen at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        inside = QWidget()
        inside.setObjectName("panel")
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(24, 16, 24, 16)
        self._sections.setSpacing(10)
        for title, made in SECTIONS:
            heading = QLabel(tr(title))
            heading.setFont(font(15, SEMIBOLD))
            self._sections.addWidget(heading)
            self._sections.addWidget(made(context))
            self._sections.addSpacing(16)
        self._sections.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Settings"))
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.setFocusProxy(area)


class GoSide(QWidget):
    """Three buttons, one of them chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.buttons = {side: QPushButton(tr(_SIDES[side])) for side in GO_SIDES}
        for side, button in self.buttons.items():
            told = tr(_TOLD[side])
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(True)  # Enter presses it; Space is GO
            button.setFont(font(14, MEDIUM))
            button.setFixedHeight(44)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(tr("GO {told}").format(told=told[0].lower() + told[1:]))
            button.setToolTip(tr("{told} (Tab, Enter)").format(told=told))
            button.clicked.connect(lambda _=False, side=side: self._choose(side))
            layout.addWidget(button)
        layout.addStretch(1)
        chosen = str(context.settings.value(GO_SIDE, GO_SIDES[0]))
        self.buttons[chosen if chosen in GO_SIDES else GO_SIDES[0]].setChecked(True)

    def _choose(self, side: str) -> None:
        self.buttons[side].setChecked(True)
        self._context.settings.setValue(GO_SIDE, side)
        self._context.actions.run("place go")


_COLOURS = {
    "Dark": marked("Dark, for a desk in half light"),
    "Light": marked("Light, for an office or the open air"),
    "Booth": marked("Dark, with a brightness of its own: for the booth in the dark"),
    "System": marked("Dark or light, as the desktop of this machine is"),
}


class Look(QWidget):
    """Dark, light, Booth with its brightness, or as the desktop is: at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._looks = context.looks
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.buttons = {name: QPushButton(tr(name)) for name in THEMES}
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setFont(font(14, MEDIUM))
            button.setFixedHeight(44)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(tr("{name} colours").format(name=tr(name)))
            button.setAutoDefault(True)
            button.setToolTip(tr("{told} (Tab, Enter)").format(told=tr(_COLOURS[name])))
            button.clicked.connect(lambda _=False, name=name: self._looks.choose(name))
            layout.addWidget(button)
        self.brightness = QSlider(Qt.Orientation.Horizontal)
        self.brightness.setRange(DIMMEST, BRIGHTEST)
        self.brightness.setPageStep(10)
        self.brightness.setFixedSize(180, 44)
        self.brightness.setAccessibleName(tr("Brightness of Booth"))
        keys = f"{context.actions.key('brighter')}, {context.actions.key('darker')}"
        self.brightness.setToolTip(tr("How bright Booth is ({keys}; here ← →)").format(keys=keys))
        self.brightness.valueChanged.connect(self._looks.set_brightness)
        self.note = QLabel()
        self.note.setObjectName("caption")
        layout.addSpacing(8)
        layout.addWidget(self.brightness)
        layout.addWidget(self.note)
        layout.addStretch(1)
        self._looks.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        looks = self._looks
        self.buttons[looks.choice].setChecked(True)
        booth = looks.choice == "Booth"
        for part in (self.brightness, self.note):
            part.setVisible(booth)
        self.brightness.blockSignals(True)
        self.brightness.setValue(looks.brightness)
        self.brightness.blockSignals(False)
        weak = tr(". Small words are hard to read so dark") if looks.brightness < USUAL else ""
        self.note.setText(f"{looks.brightness} %{weak}")


Section = tuple[str, Callable[[Context], QWidget]]
SECTIONS: tuple[Section, ...] = (
    (marked("Where GO is"), GoSide),
    (marked("Colours"), Look),
    (marked("Size of text and all else"), TextSize),
    (marked("Motion"), MotionChoice),
    (marked("Keys"), KeysSection),
)
"""In the order in which they stand. Others add theirs here."""
