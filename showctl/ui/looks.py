"""The theme of the console, and another one at once: every token that is painted from then on is of that."""

from functools import partial

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from showctl.ui.actions import Actions
from showctl.ui.style import palette, rules
from showctl.ui.theme import (
    BRIGHTEST,
    BRIGHTNESS,
    DIMMEST,
    SYSTEM,
    THEME,
    THEMES,
    Theme,
    chosen_brightness,
    chosen_theme,
    wear,
    worn,
)

STEP = 5
"""Percent of brightness, for one press of its key."""
SETTLED = 300
"""Milliseconds after which the rules of buttons and fields follow a brightness: that takes longer than a frame, and a
key may be pressed ten times."""


def dress(application: QApplication, theme: Theme) -> None:
    """Wear a theme, with all that Qt paints by itself."""
    wear(theme)
    application.setPalette(palette(theme))
    application.setStyleSheet(rules(theme))
    _paint_anew(application)


def _paint_anew(application: QApplication) -> None:
    for widget in application.allWidgets():
        widget.update()


class Looks(QObject):
    """What is chosen on this machine, for all windows of this process."""

    changed = Signal()
    """Another theme, or another brightness of Booth."""

    def __init__(self, settings: QSettings, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._soon.timeout.connect(lambda: dress(_application(), worn()))
        actions.bind("brighter", partial(self.brighten, STEP))
        actions.bind("darker", partial(self.brighten, -STEP))
        _application().styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> str:
        """One of THEMES."""
        kept = str(self._settings.value(THEME, THEMES[0]))
        return kept if kept in THEMES else THEMES[0]

    @property
    def brightness(self) -> int:
        """Of Booth, in percent."""
        return chosen_brightness(self._settings)

    def choose(self, choice: str) -> None:
        """Wear one of THEMES, now and from now on."""
        self._settings.setValue(THEME, choice)
        self._soon.stop()
        dress(_application(), chosen_theme(self._settings))
        self.changed.emit()

    def set_brightness(self, percent: int) -> None:
        """Of Booth: at once what is painted, and soon what Qt paints by itself."""
        self._settings.setValue(BRIGHTNESS, min(max(percent, DIMMEST), BRIGHTEST))
        if self.choice == "Booth":
            wear(chosen_theme(self._settings))
            _paint_anew(_application())
            self._soon.start()
        self.changed.emit()

    def brighten(self, percent: int) -> None:
        """By so much. Whoever asks for it means Booth."""
        if self.choice != "Booth":
            self.choose("Booth")
        else:
            self.set_brightness(self.brightness + percent)

    def _follow_system(self, *_: object) -> None:
        if self.choice == SYSTEM:
            self.choose(SYSTEM)


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
