"""Tooltips that name a key name the one that it is on this machine."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from showctl.ui.actions import Actions
from showctl.ui.panels.go_button import GoButton
from showctl.ui.panels.side_tabs import SideTabs

_KEY = re.compile(r" \([^()]*\)")


def with_key(tip: str, key: str) -> str:
    """The tip with this key in the place of the one in its brackets."""
    named = f" ({key})" if key else ""
    return _KEY.sub(lambda _: named, tip, count=1) if _KEY.search(tip) else f"{tip}{named}"


class KeyTips(QObject):
    """One for the console: what each of these is told, by the act that it does."""

    def __init__(
        self, actions: Actions, parts: Mapping[str, QWidget], tabs: tuple[SideTabs, Mapping[str, QWidget]], go: GoButton
    ) -> None:
        super().__init__()
        self._actions, self._parts, self._go = actions, dict(parts), go
        self._right, self._tabs = tabs
        actions.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        key = self._actions.key
        for act, part in self._parts.items():
            part.setToolTip(with_key(part.toolTip(), key(act) or key("commands")))
        for act, page in self._tabs.items():
            self._right.tell_key(page, key(act))
        self._go.name_keys(key("go"), key("go anywhere"))
