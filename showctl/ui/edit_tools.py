"""What the operator edits the show with: the command line, the list of edits, and what keys do of it."""

from collections.abc import Callable

from showctl.ui.actions import Actions
from showctl.ui.asking import Asking
from showctl.ui.desk import Desk
from showctl.ui.editing import Editing
from showctl.ui.panels.command_line import CommandLine
from showctl.ui.undo_list import UndoList


class EditTools:
    """One for the console."""

    def __init__(self, desk: Desk, actions: Actions, asking: Asking, keyboard_to: Callable[[], None]) -> None:
        """`keyboard_to`: gives the keyboard to the cue list."""
        self.editing = Editing(desk)
        self.line = CommandLine(desk, self.editing)
        self.line.left.connect(keyboard_to)
        self.undo_list = UndoList(desk, asking, self.editing)
        for act, do in {
            "undo": self.editing.undo,
            "redo": self.editing.redo,
            "undo list": self.undo_list.open,
            "save": self.editing.save,
            "command line": self.line.open,
        }.items():  # in a text field Ctrl+Z is the field's own
            actions.bind(act, do)
