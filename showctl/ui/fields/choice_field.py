"""A field for one of some words: a list that opens with Enter, ↑ ↓ that go on without it. The wheel does nothing."""

from showctl.ui.fields.choice_box import ChoiceBox
from showctl.ui.fields.field import HEIGHT, SEVERAL, Field
from showctl.ui.fields.kind import Kind
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr


class ChoiceField(Field):
    """What counts where nothing is written is one of them, if it may be left out."""

    def __init__(self, caption: str, kind: Kind, theme: Theme) -> None:
        super().__init__(caption, kind, theme)
        self.box = ChoiceBox(theme)
        self.box.setFixedHeight(HEIGHT)
        self._take_control(self.box)
        self.box.activated.connect(self._chosen)
        self._default: str | None = None
        self._usual = ""
        """The choice that counts where nothing is written; to choose it writes nothing."""

    def set_default(self, text: str) -> None:
        """Text: it may be left out, and this counts then."""
        self._default = text
        self.refresh()

    def refresh(self) -> None:
        choices = self.kind.choices(self.names)
        self._usual = next((word for word, said in choices if said == self._default), "")
        lines = [("" if word == self._usual else word, said) for word, said in choices]
        if self._default is not None and not self._usual:
            lines.insert(0, ("", self._default[:1].upper() + self._default[1:]))
        value = self._at()
        if value and value not in {word for word, _ in lines}:
            lines.append((value, tr("{value}: not there any more").format(value=value) if lines else value))
        if lines != [(self.box.itemData(at), self.box.itemText(at)) for at in range(self.box.count())]:
            self.box.blockSignals(True)
            self.box.clear()
            for word, said in lines:
                self.box.addItem(said, word)
            self.box.blockSignals(False)
        self._point()

    def _put(self, text: str) -> None:
        if self.box.findData(self._at()) < 0:
            self.refresh()
        self._point()

    def _point(self) -> None:
        unsettled = self.several and self._draft is None
        self.box.setCurrentIndex(-1 if unsettled else self.box.findData(self._at()))
        self.box.empty = tr(SEVERAL) if unsettled else ""
        self.box.faint = not self.value() and not self._usual
        self.box.update()

    def _at(self) -> str:
        """Which of the lines."""
        value = self.value()
        return "" if value == self._usual else value

    def _mark(self, wrong: bool) -> None:
        if self.box.wrong != wrong:
            self.box.wrong = wrong
            self.box.update()

    def _chosen(self, at: int) -> None:
        self._take(str(self.box.itemData(at)))
        if self.several and not self.value():
            self._draft = ""
        self.finish()
        self._point()
