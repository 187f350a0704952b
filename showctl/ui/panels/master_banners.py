"""Banners while a master takes light away from the whole stage: blackout, and a grand master that is not at full."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from showctl.ui.masters import Masters
from showctl.ui.panels.banner import Banner
from showctl.ui.reading import percent
from showctl.ui.rig import Rig
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr


class MasterBanners(QWidget):
    """One row for each; they cannot be hidden but by what they offer."""

    def __init__(self, masters: Masters, rig: Rig, theme: Theme) -> None:
        super().__init__()
        self._masters, self._rig = masters, rig
        self.blackout = Banner(theme, "blackout", "half ring", buttons=((tr("End blackout"), masters.toggle_blackout),))
        full = ((tr("Bring it to full"), lambda: masters.set_grand(1.0)),)
        self.grand = Banner(theme, "grand master", "half ring", buttons=full)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.blackout)
        layout.addWidget(self.grand)
        masters.changed.connect(self._refresh)
        rig.changed.connect(self._refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for banner in (self.blackout, self.grand):
            banner.set_width(event.size().width())
        super().resizeEvent(event)

    def _refresh(self) -> None:
        held, parked = self._rig.light, [tr("of what is parked")] * self._rig.lights
        if self._masters.blackout:
            but = _but([*[tr("of exempt fixtures")] * held.exempt_from_blackout, *parked])
            self.blackout.say(tr("BLACKOUT"), tr("No light goes out{but}. Cues run on underneath.").format(but=but))
        else:
            self.blackout.hide()
        grand = self._masters.grand
        if grand is not None and grand < 1.0:
            shown = [tr("of what is highlighted")] * (bool(self._rig.highlighted) and not self._masters.blackout)
            but = _but([*[tr("of exempt fixtures")] * held.exempt_from_grand, *parked, *shown])
            how = tr("goes no higher than") if self._masters.limits else tr("goes out times")
            said = tr("All light{but} {how} this. Shift+B, then ↑ ↓ moves it.").format(but=but, how=how)
            self.grand.say(tr("GRAND MASTER {level}").format(level=percent(grand)), said)
        else:
            self.grand.hide()


def _but(what: list[str]) -> str:
    """` but that of these, of those and of the others`; nothing for none."""
    last = what[-1:]
    return (
        tr(" but that {what}").format(what=tr(" and ").join([", ".join(what[:-1]), *last] if what[1:] else last))
        if what
        else ""
    )
