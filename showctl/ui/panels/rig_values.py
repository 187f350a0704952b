"""What the selected fixtures do, and where that comes from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from showctl.engine.command import Highlight
from showctl.model.cue import CueId
from showctl.model.selection import ranges
from showctl.ui.context import Context
from showctl.ui.describe import called
from showctl.ui.light_now import LightNow
from showctl.ui.monitors.rig_light import Lamp, Lit
from showctl.ui.monitors.source_words import source_words
from showctl.ui.rig_source import RigSource
from showctl.ui.rig_words import beam_words, colour_words, intensity_words, position_words
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font, metrics

ROOM = 176
"""Pixels for a value beside its caption."""
NOTHING = marked("Nothing is selected")
_CAPTIONS = (marked("Intensity"), marked("Colour"), marked("Position"), marked("Beam"), marked("From"))


class RigValues(QWidget):
    """As high with one fixture as with many, so that nothing jumps."""

    def __init__(self, context: Context, light: LightNow, source: RigSource) -> None:
        super().__init__()
        self._context, self._light, self._source = context, light, source
        self._lamps: dict[str, Lamp] = {}
        self.title, self.count = QLabel(tr(NOTHING)), QLabel()
        self.title.setFont(font(14, SEMIBOLD))
        self.count.setObjectName("caption")
        self.count.setFont(font(13))
        self.values = {caption: QLabel() for caption in _CAPTIONS}
        self.swatch = QLabel()
        self.swatch.setFixedSize(14, 14)
        self.highlight = QPushButton(tr("Highlight"))
        self.highlight.setFont(font(14, MEDIUM))
        self.highlight.setMinimumHeight(44)
        self.highlight.setAutoDefault(True)
        self.highlight.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.highlight.setToolTip(
            tr("Show the selected as their profiles say, over all cues; again: no more (Tab, Enter)")
        )
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (caption, value) in enumerate(self.values.items()):
            named = QLabel(tr(caption))
            named.setObjectName("caption")
            named.setFont(font(13))
            value.setFont(font(13, MEDIUM))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(named, row, 0)
            grid.addWidget(value, row, 1)
        grid.addWidget(self.swatch, _CAPTIONS.index("Colour"), 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(grid)
        layout.addWidget(self.highlight)
        self.highlight.clicked.connect(self._highlight)
        context.selection.fixtures_changed.connect(self._name)
        context.desk.snapshot_changed.connect(lambda _: self._name())
        self._name()

    def follow(self, lamps: Sequence[Lamp]) -> None:
        self._lamps = {lamp.name: lamp for lamp in lamps}

    def take(self, lit: Mapping[str, Lit]) -> None:
        """Say what they do now."""
        names = [name for name in self._context.selection.fixtures if name in lit]
        found = [lit[name] for name in names]
        known = self._source.known
        moving = [lit[name] for name in names if self._lamps[name].moves]
        words, painted = colour_words(found) if known else ("", "")
        said = {
            "Intensity": intensity_words(found) if known else tr("no data") if found else "",
            "Colour": words,
            "Position": position_words(moving) if known else "",
            "Beam": beam_words(found) if known else "",
            "From": self._from(names) if found else "",
        }
        for caption, text in said.items():
            label = self.values[caption]
            if label.property("said") != text:
                label.setText(_short(text) or "–")
                label.setProperty("said", text)
                label.setToolTip(text)
                label.setAccessibleName(f"{tr(caption)} {text or tr('none')}")
        if self.swatch.property("said") != painted:
            self.swatch.setProperty("said", painted)
            palette = self.swatch.palette()
            palette.setColor(self.swatch.backgroundRole(), painted or Qt.GlobalColor.transparent)
            self.swatch.setPalette(palette)
            self.swatch.setAutoFillBackground(bool(painted))

    def _from(self, names: Sequence[str]) -> str:
        """Where the intensity of the first of them comes from; where it has none, its first slot."""
        if self._source.shown != "live":
            return self._source.said.partition(",")[0]
        lamp = self._lamps[names[0]]
        wanted = lamp.kinds.get("intensity", "")
        parameter = wanted if wanted in lamp.slots else next(iter(lamp.slots), "")
        places = lamp.slots.get(parameter, ())
        found = self._light.whose(*places[0]) if places else None
        palette = self._light.palette(found, lamp.name, parameter)
        words = source_words(found, self._called, palette) if found is not None else tr("not known yet")
        return f"{words} ({names[0]})" if len(names) > 1 else words

    def _called(self, cue: CueId) -> str:
        found = self._context.desk.cues.get(cue)
        return called(found) if found is not None else tr("{cue}, which is gone").format(cue=cue)

    @property
    def _highlighted(self) -> bool:
        snapshot, names = self._context.desk.snapshot, self._context.selection.fixtures
        return bool(names) and snapshot is not None and set(names) <= set(snapshot.highlighted)

    def _name(self) -> None:
        names = self._context.selection.fixtures
        title = ranges(names) if names else tr(NOTHING)
        self.title.setText(
            title
            if len(title) < 24 or len(names) < 2
            else tr("{name} and {count} more").format(name=names[0], count=len(names) - 1)
        )
        self.count.setText(tr("%n selected", "", len(names)) if len(names) > 1 else "")
        self.highlight.setEnabled(bool(names) and self._context.desk.attached)
        self.highlight.setText(tr("Highlight off") if self._highlighted else tr("Highlight"))
        self.highlight.setAccessibleName(tr("{text}, %n fixture(s)", "", len(names)).format(text=self.highlight.text()))

    def _highlight(self) -> None:
        self._context.desk.send(Highlight(fixtures=self._context.selection.fixtures, on=not self._highlighted))


def _short(text: str) -> str:
    """As much as there is room for; the whole stands in the tooltip."""
    return metrics(13, MEDIUM).elidedText(text, Qt.TextElideMode.ElideMiddle, ROOM)
