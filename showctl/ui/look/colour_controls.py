"""Colour: a field of hue and saturation, a typed one, the nearest gel; or each emitter by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from showctl.ui.look.controls import Controls, TypedLine
from showctl.ui.look.given import Given
from showctl.ui.look.hue_field import HueField
from showctl.ui.look.nearest import gel_said, nearest_gel
from showctl.ui.look.parts import Parts
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import font, metrics

_TYPED, _GEL = 84, 120
"""Pixels: of the typed colour at the least, of the gel's name at the most."""


class ColourControls(Controls):
    """Emitters are shown for the first line and set for all that have them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.hue = HueField(theme)
        self.hue.chosen.connect(self._give)
        self.typed = TypedLine(tr("Colour"), "#ff8800, 3200 K, L201, amber")
        self.typed.returnPressed.connect(lambda: self._give(self.typed.text()))
        self.typed.setMinimumWidth(_TYPED)
        self.gel = QPushButton()
        self.gel.setProperty("chip", True)
        self.gel.setFont(font(12))
        self.gel.clicked.connect(self._take_gel)
        self.parts = Parts(theme)
        self.parts.given.connect(self.given)
        self.parts.hide()
        self.extra = QPushButton(tr("Emitters"))
        self.extra.setProperty("chip", True)
        self.extra.setCheckable(True)
        self.extra.setFont(font(12))
        self.extra.setToolTip(tr("Each emitter, filter and colour wheel by itself"))
        self.extra.toggled.connect(lambda _: self._arrange())
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.typed, 1)
        line.addWidget(self.gel)
        self.column.addWidget(self.hue, 1)
        self.column.addLayout(line)
        self.column.addWidget(self.parts, 1)

    def _arrange(self) -> None:
        emitters = self.extra is not None and self.extra.isChecked()
        for part in (self.hue, self.typed):
            part.setVisible(not emitters)
        self.gel.setVisible(not emitters and bool(self.gel.text()))
        self.parts.setVisible(emitters)

    def settle(self) -> None:
        self.parts.bank.settle()

    def fill(self) -> None:
        able = [row for row in self.rows if row.values.colours]
        first = able[0] if able else None
        cell = first.cells[1] if first is not None else None
        rgb = "" if first is None or cell is None else cell.rgb or first.values.rgb
        self.hue.show_colour(rgb)
        for part in (self.hue, self.typed):
            part.setEnabled(bool(able))
        self.typed.show_text(cell.words if cell is not None and cell.rgb else "")
        said = gel_said(rgb)
        self.gel.setText(metrics(12).elidedText(said, Qt.TextElideMode.ElideRight, _GEL))
        self.gel.setToolTip(
            tr("{gel}: the gel that looks most like it; a click takes it").format(gel=said) if rgb else ""
        )
        self.gel.setAccessibleName(tr("Take the {gel_said}").format(gel_said=gel_said(rgb)))
        self._rgb = rgb
        self.parts.show_parts(self.rows, [row.values.emitters for row in self.rows])
        self._arrange()

    _rgb = ""

    def _take_gel(self) -> None:
        self._give(nearest_gel(self._rgb).name.split()[0])

    def _give(self, text: str) -> None:
        if text.strip():
            self.given.emit([Given(at, {"colour": text.strip()})
                             for at, row in enumerate(self.rows) if row.values.colours], True)  # fmt: skip
            self.typed.setModified(False)
