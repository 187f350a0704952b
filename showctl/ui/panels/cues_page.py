"""The page of cues in Edit mode: the inspector; where nothing is selected, or there is nothing, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from showctl.ui.context import Context
from showctl.ui.inspectors.inspector import Inspector
from showctl.ui.panels.empty_state import EmptyState
from showctl.ui.tongue import marked, tr

BUTTONS = (("new light", marked("Light cue")), ("paste", marked("Paste cues")), ("import", marked("Import")))
"""Acts of an empty show, and their words; what nobody has bound is left out."""


class CuesPage(QWidget):
    """One of three, as there are cues, and as they are selected."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inspector = Inspector(context)
        self.inspector.stack.setMinimumWidth(1)  # it stands in the side panel, too
        self.nothing = EmptyState(
            context.theme, tr("No cue selected"), tr("A click selects a cue, Shift and Ctrl more of them.")
        )
        how = tr("Light, audio, video, group. GO plays the standby cue.")
        self.empty = EmptyState(context.theme, tr("No cues yet"), how)
        self.buttons: dict[str, QPushButton] = {}
        for act, words in BUTTONS:
            button = self.buttons[act] = QPushButton(tr(words))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, act=act: context.actions.run(act))
            self.empty.add(button)
        self.buttons["new light"].setProperty("inverse", True)
        self._stack = QStackedLayout(self)
        for part in (self.inspector, self.nothing, self.empty):
            self._stack.addWidget(part)
        context.selection.cues_changed.connect(self._choose)
        context.desk.show_changed.connect(self._choose)
        context.desk.document_changed.connect(lambda _: self._choose())
        context.actions.changed.connect(self._name_buttons)
        self._name_buttons()
        self._choose()

    def _choose(self) -> None:
        if self.inspector.meant.cues:
            self._stack.setCurrentWidget(self.inspector)
        elif any(each.cues for each in self._context.desk.session.document.state.show.cue_lists.values()):
            self._stack.setCurrentWidget(self.nothing)
        else:
            self._stack.setCurrentWidget(self.empty)

    def take_keyboard(self) -> None:
        """The first field that can be changed has it."""
        if self.inspector.isVisible():
            self.inspector.take_keyboard()

    def _name_buttons(self) -> None:
        actions = self._context.actions
        for act, words in BUTTONS:
            known = actions.is_bound(act)
            self.buttons[act].setVisible(known)
            if known:
                key = actions.key(act)
                self.buttons[act].setText(f"{tr(words)}   {key}" if key else tr(words))
