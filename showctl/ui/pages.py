"""The pages of the console: what is edited and looked at beside the cue list, each by a key and a tab."""

import contextlib
import importlib
import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from showctl.ui.context import Context
from showctl.ui.tongue import marked


@dataclass(frozen=True, slots=True)
class Page:
    """One page. Its key is that of `page NAME` in ui/actions.py.

    A page that has a signal `counted` (int) has that number on its tab, as a warning. One with a method `close_opened`
    (-> bool) closes by it what Ctrl+W is meant for.
    """

    name: str
    key: str
    title: str
    build: Callable[[Context], QWidget] | None
    """Makes it when it is first shown. None: nobody has built it yet, and it is left out."""
    early: bool = False
    """Made soon after the console has opened, so that its number is known."""


def _cues(context: Context) -> QWidget:
    from showctl.ui.panels.cues_page import CuesPage

    return CuesPage(context)


def _rig(context: Context) -> QWidget:
    from showctl.ui.panels.rig_page import RigPage

    return RigPage(context)


def _check(context: Context) -> QWidget:
    from showctl.ui.panels.check_page import CheckPage

    return CheckPage(context)


def _log(context: Context) -> QWidget:
    from showctl.ui.panels.log_page import LogPage

    return LogPage(context)


def _patch(context: Context) -> QWidget:
    from showctl.ui.panels.patch_page import PatchPage

    return PatchPage(context)


def _settings(context: Context) -> QWidget:
    from showctl.ui.panels.settings_page import SettingsPage

    return SettingsPage(context)


PAGES: tuple[Page, ...] = (
    Page("cues", "F5", marked("Cues"), _cues),
    Page("patch", "F6", marked("Patch"), _patch),
    Page("rig", "F7", marked("Rig"), _rig),
    # F8: the run of show
    Page("check", "F9", marked("Check"), _check, early=True),
    Page("log", "Shift+F9", marked("Log"), _log),
    Page("settings", "Ctrl+,", marked("Settings"), _settings),
)
"""In the order of their tabs. Imports stand in the function that builds a page: what nobody opens takes no time."""


_MODULES = ("patch_page", "rig_page", "log_page", "settings_page")
"""Of showctl.ui.panels: those of the pages that are made when they are shown first."""


def read_beside() -> None:
    """Import what pages are made of, in a thread that nobody waits for: their first showing need not."""

    def read() -> None:
        for name in _MODULES:
            with contextlib.suppress(ImportError):  # the page says so when it is shown
                importlib.import_module(f"showctl.ui.panels.{name}")

    threading.Thread(target=read, name="pages' modules", daemon=True).start()
