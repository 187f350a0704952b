"""A banner for each kind of output that is overridden: it cannot be hidden but by ending that."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from showctl.engine.overrides import KINDS
from showctl.ui.overrides import KIND_WORDS, Overrides
from showctl.ui.panels.banner import Banner
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr


class OverrideBanners(QWidget):
    """One row a kind; they push the layout down."""

    def __init__(self, overrides: Overrides, theme: Theme) -> None:
        super().__init__()
        self._overrides = overrides
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.banners = {}
        for kind in KINDS:
            end = ((tr("End override"), partial(overrides.set, kind, False)),)
            banner = self.banners[kind] = Banner(theme, f"override {kind}", "square slash", buttons=end)
            banner.buttons[0].setAccessibleName(tr("End override of {kind}").format(kind=tr(KIND_WORDS[kind])))
            banner.buttons[0].setToolTip(
                tr("What cues send as {kind} leaves again; nothing is sent late").format(
                    kind=tr(KIND_WORDS[kind]).lower()
                )
            )
            layout.addWidget(banner)
        overrides.changed.connect(self._refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for banner in self.banners.values():
            banner.set_width(event.size().width())
        super().resizeEvent(event)

    def _refresh(self) -> None:
        for kind, banner in self.banners.items():
            if kind in self._overrides.states:
                banner.say(self._overrides.fact(kind), self._overrides.text(kind))
            else:
                banner.hide()
