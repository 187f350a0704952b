"""The field of a hotkey: typed, or a press of the key itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from showctl.model.hotkey import canonical
from showctl.ui.bindings import Owner
from showctl.ui.fields.field import HEIGHT
from showctl.ui.fields.kind import Kind
from showctl.ui.fields.line_field import LineField
from showctl.ui.hotkeys import names_of
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import font

Catch = Callable[[QKeyEvent], None]


class HotkeyField(LineField):
    """Space stays GO and Esc panic while it waits. What cannot be a hotkey is said, and it waits on."""

    def __init__(self, caption: str, kind: Kind, theme: Theme) -> None:
        super().__init__(caption, kind, theme)
        self.catching: Callable[[Catch | None], None] = lambda catch: None
        """Gives all keys to who is given, or back to the console."""
        self.owners: Callable[[str], Sequence[Owner]] = lambda key: ()
        """Who else wants a key."""
        self.press = QPushButton(tr("Press a key"))
        self.press.setProperty("row", True)
        self.press.setCheckable(True)
        self.press.setFont(font(13))
        self.press.setFixedHeight(HEIGHT)
        self.press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.press.setAccessibleName(tr("Choose the hotkey by pressing it"))
        self.press.setToolTip(
            tr("Click, then press the key that is to start the cue; again: the keys are the console's")
        )
        self.press.toggled.connect(self._wait)
        self._layout.removeWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.press)
        self._layout.insertLayout(1, row)

    def _wait(self, waits: bool) -> None:
        self.press.setText(tr("Press it now") if waits else tr("Press a key"))
        self.catching(self.caught if waits else None)

    def caught(self, event: QKeyEvent) -> None:
        """A key was pressed."""
        names = names_of(event)
        if not names:
            return
        for name in names:
            try:
                found = canonical(name)
            except ValueError as error:
                self.reading.say(str(error), wrong=True)
                continue
            self.press.setChecked(False)
            self.line.setText(found)
            self._take(found)
            self.finish()
            return

    def _said(self, text: str) -> str:
        acts = [owner.words for owner in self.owners(text) if not owner.plays]
        taken = tr("no more by this key: {acts}").format(acts=", ".join(acts)) if acts else ""
        return " · ".join(filter(None, (super()._said(text), taken)))

    def hideEvent(self, event: QHideEvent) -> None:
        self.press.setChecked(False)
        super().hideEvent(event)
