"""Below the sheet: the kinds of what is selected, beside each other where there is room, else one at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from showctl.session.edit import Remove, Set
from showctl.session.edit_items import Insert
from showctl.session.written import written
from showctl.showfile.graft import at as node_at
from showctl.showfile.item import Item, path_of
from showctl.showfile.tree import Mapping as Tree
from showctl.ui.context import Context
from showctl.ui.look.beam_controls import BeamControls
from showctl.ui.look.colour_controls import ColourControls
from showctl.ui.look.given import Given
from showctl.ui.look.kind_panel import KindPanel
from showctl.ui.look.level_controls import LevelControls
from showctl.ui.look.pool import Shown
from showctl.ui.look.position_controls import PositionControls
from showctl.ui.look.said import LOOK_KINDS, keys_of, looks_like
from showctl.ui.look.sheet import Sheet, SheetRow
from showctl.ui.look.write import MIXED, apart, given, given_back, standing, together
from showctl.ui.panels.tabs import Tabs
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import font

ROOM = 1000
"""Pixels that all beside each other need."""
HINT = marked(
    "Select fixtures above to change them in this cue. What is changed is written at once; Ctrl+Z takes it back."
)
_CONTROLS = {"intensity": LevelControls, "colour": ColourControls, "position": PositionControls, "beam": BeamControls}
_WIDTHS = {"intensity": 5, "colour": 5, "position": 5, "beam": 6, MIXED: 3}


class ValuesPanel(QWidget):
    """What is changed is an edit at once: one step of undo."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sheet, self._rows = Sheet("", ()), list[SheetRow]()
        self._made: object = None
        self.tabs = Tabs()
        self.tabs.setAccessibleName(tr("Kinds"))
        self._hint = QLabel(tr(HINT))
        self._hint.setFont(font(13))
        self._hint.setContentsMargins(16, 12, 16, 12)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._beside = QHBoxLayout()
        self._beside.setContentsMargins(4, 0, 4, 0)
        self._beside.setSpacing(0)
        self.panels: dict[str, KindPanel] = {}
        for kind in (*LOOK_KINDS, MIXED):
            controls = _CONTROLS[kind](context.theme) if kind in _CONTROLS else None
            panel = self.panels[kind] = KindPanel(kind, controls, context.theme)
            panel.given.connect(lambda found, whole, kind=kind: self._give(kind, found, whole))
            panel.back.connect(lambda kind=kind: self._give_back(kind))
            panel.stored.connect(lambda name, kind=kind: self._store(kind, name))
            self.tabs.addTab(kind.capitalize())
            self._beside.addWidget(panel, _WIDTHS[kind])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._hint)
        column.addLayout(self._beside, 1)
        self.tabs.currentChanged.connect(lambda _: self._arrange())
        context.desk.modes.changed.connect(lambda _: self._arrange())
        self._arrange()

    def show_rows(self, sheet: Sheet, rows: list[SheetRow]) -> None:
        """These are selected."""
        made = (sheet.cue, rows, sheet.used, self._context.desk.show.palettes)
        if made != self._made:
            if self._rows and (sheet.cue, [row.name for row in rows]) != (
                self._sheet.cue,
                [r.name for r in self._rows],
            ):
                for panel in self.panels.values():
                    panel.settle()
            self._made, self._sheet, self._rows = made, sheet, rows
            if rows:
                self._fill()
            self._arrange()

    def _fill(self) -> None:
        palettes = self._context.desk.show.palettes
        for at, (kind, panel) in enumerate(self.panels.items()):
            shown = {}
            for name in palettes.of_kind(kind):
                count = self._sheet.used[kind, name]
                used = tr("used by %n cue(s)", "", count)
                shown[name] = Shown(looks_like(name, palettes) if kind == "colour" else "", used)
            marked = {row.palette if kind == MIXED else row.cells[at].words for row in self._rows}
            panel.show_rows(self._rows, shown, marked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        every = self.width() >= ROOM
        free = not self._context.desk.modes.refusal(Set(Item("cue", "1"), ("light", "look"), ""))
        self.tabs.setVisible(bool(self._rows) and not every)
        self._hint.setVisible(not self._rows)
        for at, (kind, panel) in enumerate(self.panels.items()):
            empty = kind == MIXED and not self._context.desk.show.palettes.mixed
            panel.show_beside(not every)
            panel.setVisible(bool(self._rows) and (not empty if every else at == self.tabs.currentIndex()))
            panel.setEnabled(free)

    def _written(self) -> tuple[Item, Tree]:
        item = Item("cue", self._sheet.cue)
        root = self._context.desk.session.document.state.source.root
        try:
            found = node_at(root, path_of(root, item))
        except KeyError:  # it was deleted meanwhile
            return item, Tree()
        return item, found if isinstance(found, Tree) else Tree()

    def _give(self, kind: str, found: Sequence[Given], whole: bool) -> None:
        item, cue = self._written()
        edits: list[Set | Remove] = []
        by_row: dict[int, dict[str, Mapping[str, str]]] = {}
        for each in found:
            by_row.setdefault(each.at, {})[each.fixture] = each.values
        for at, values in by_row.items():
            lines = self._rows[at].lines
            if "" in values:
                for line in lines:
                    edits += given(item, cue, line, values[""], kind if whole else "")
            else:
                edits += apart(item, cue, lines, values, kind)
        self._do(kind, edits, [self._rows[at].name for at in by_row])

    def _give_back(self, kind: str) -> None:
        item, cue = self._written()
        edits: list[Set | Remove] = [
            each for row in self._rows for line in row.lines for each in given_back(item, cue, line, kind)
        ]
        self._do(kind, edits, [row.name for row in self._rows])

    def _do(self, kind: str, edits: list[Set | Remove], names: list[str]) -> None:
        shown = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
        edit = together(
            edits, tr("{kind} of {fixtures} in cue {cue}").format(kind=kind, fixtures=shown, cue=self._sheet.cue)
        )
        if edit is None:
            self._context.desk.said.emit(
                tr("Nothing changes: the cue itself says nothing of {kind} there.").format(kind=kind)
            )
        else:
            self._context.editing.do(edit, failed=self._refused)

    def _refused(self, words: str) -> None:
        """What was moved goes back to what the show has."""
        self._context.desk.said.emit(
            tr("Nothing has changed. {words}.").format(words=words[:1].upper() + words[1:].rstrip("."))
        )
        if self._rows:
            self._fill()

    def _store(self, kind: str, name: str) -> None:
        """As the first of the selected lines has it written; a mixed one of all of them."""
        _, cue = self._written()
        own: dict[str, object] = {}
        for row in self._rows if kind == MIXED else self._rows[:1]:
            for line in row.lines:
                node = standing(cue, line)
                if kind == MIXED and node is not None:
                    own[str(line[-1])] = node
                elif isinstance(node, Tree):
                    own = {key: node[key] for key in keys_of(node, kind)}
                elif node is not None and kind == "intensity":
                    own = {kind: node}
        if not name or not own:
            said = tr("No palette is made: write its name.")
            if name:
                said = tr("No palette is made: this cue sets no {kind} of {name}; set it first.").format(
                    kind=kind, name=self._rows[0].name
                )
            self._context.desk.said.emit(said)
            return
        self.panels[kind].new.clear()
        self._context.editing.do(Insert("palette", written(own.get(kind, own)), called=f"{kind} {name}"))
