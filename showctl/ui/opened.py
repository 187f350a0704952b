"""What Ctrl+W closes: what has the keyboard, else what was opened besides. Esc is for panic, and closes nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

from showctl.ui.panels.page_window import PageWindow


class Opened:
    """One for the console. What can be closed has a method `close_opened` (-> bool: whether there was something)."""

    def __init__(self, menu: Callable[[], bool], others: Sequence[Callable[[], bool]]) -> None:
        """`menu` goes first. `others`: what may be open without having the keyboard, in the order in which it goes."""
        self._menu, self._others = menu, others

    def close(self) -> bool:
        """Close one thing. Whether there was any."""
        if self._menu() or close_popups():
            return True
        part = QApplication.focusWidget()
        while part is not None:
            close = getattr(part, "close_opened", None)
            if close is not None and close():
                return True
            part = part.parentWidget()
        window = QApplication.activeWindow()
        if isinstance(window, PageWindow):
            return window.close()
        return any(close() for close in self._others)


def close_popups() -> bool:
    """Lists that a field has unfolded. Whether there was one."""
    shown: QWidget | None = QApplication.activePopupWidget()
    was = shown is not None
    while shown is not None:
        shown.hide()
        following = QApplication.activePopupWidget()
        shown = following if following is not shown else None
    return was
