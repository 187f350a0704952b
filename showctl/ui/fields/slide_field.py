"""A field of one line with a slider beside it, for a value of a range."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider

from showctl.ui.fields.kind import Kind
from showctl.ui.fields.line_field import LineField
from showctl.ui.theme import Theme

_STEPS = 1000
_LINE = 92


class SlideField(LineField):
    """A drag is one edit, when it is let go; arrows are one each."""

    def __init__(self, caption: str, kind: Kind, theme: Theme) -> None:
        super().__init__(caption, kind, theme)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 10)
        self.slider.setSingleStep(_STEPS // 100)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.setAccessibleName(caption)
        self.line.setFixedWidth(_LINE)
        self._layout.removeWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line)
        row.addWidget(self.slider, 1)
        self._layout.insertLayout(1, row)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self.finish)

    def set_help(self, text: str, example: str) -> None:
        super().set_help(text, example)
        self.slider.setToolTip(self.line.toolTip())

    def _slid(self, at: int) -> None:
        text = self.kind.at(at / _STEPS)
        self.line.setText(text)
        self._take(text)
        if not self.slider.isSliderDown():
            self.finish()

    def _say(self) -> None:
        super()._say()
        portion = None if self.several and self._draft is None else self.kind.portion(self.value() or self._default)
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round((portion or 0.0) * _STEPS))
            self.slider.blockSignals(False)


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # who scrolls the page does not mean to change it
