"""How the cue lists are laid out in each mode and on each screen: columns, height of rows, where standby stands."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from showctl.ui.acts import Offer
from showctl.ui.context import Context
from showctl.ui.cue_edits.columns import FIXED, NAMES, Columns
from showctl.ui.mode import Mode
from showctl.ui.models.cue_tree import DEPARTMENT, POST_WAIT, PRE_WAIT, TITLES
from showctl.ui.panels.cart_view import CartView
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.cue_view import CueView
from showctl.ui.panels.list_footer import ListFooter
from showctl.ui.tongue import tr

MIDDLE, COMPACT = "list/standby in the middle", "list/compact rows"
_EDIT_HIDES = Columns(hidden=frozenset({PRE_WAIT, POST_WAIT}))
"""In Edit mode the list is narrow: these two are in the inspector, and a right click on the header shows them."""


class ListLayout(QObject):
    """Kept in the settings of this machine."""

    def __init__(self, panel: CueListPanel, context: Context, footer: ListFooter) -> None:
        super().__init__(panel)
        self._panel, self._settings, self._footer = panel, context.settings, footer
        self._modes, self._selection = context.desk.modes, context.selection
        self._telling = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        """What is selected is told in a turn of its own: whoever shows it may take his time."""
        self._soon.timeout.connect(self._tell_selected)
        panel.view_made.connect(self._take_view)
        panel.shown.connect(self._soon.start)
        panel.menus.option_chosen.connect(self.choose)
        self._modes.changed.connect(self._come_to)
        self._selection.cues_changed.connect(self._select)
        for view in panel.views:
            self._take_view(view)
        self._come_to()

    # Options ---------------------------------------------------------------------------------------------------------

    def _take_view(self, view: object) -> None:
        if isinstance(view, CueView):
            view.head.chosen.connect(self._keep_columns)
            view.head.menu_wanted.connect(self._open_menu)
            view.chosen_changed.connect(self._soon.start)
            self._dress(view)
        elif isinstance(view, CartView):
            view.selectionModel().selectionChanged.connect(lambda *_: self._soon.start())

    def _come_to(self, *_: object) -> None:
        for view in self._panel.views:
            self._dress(view)
        self._footer.setVisible(self._modes.mode is Mode.EDIT)
        self._tell_selected()

    def _dress(self, view: object) -> None:
        if not isinstance(view, CueView):
            return
        mode = self._modes.mode
        view.head.columns = self.columns
        view.centred = self._is_on(MIDDLE)
        view.compact = self._is_on(COMPACT)
        view.set_editing(mode is Mode.EDIT, many=mode is not Mode.SHOW)
        view.set_measures(view.measures)

    @property
    def columns(self) -> Columns:
        """Those of this mode on this screen."""
        kept = self._settings.value(self._key)
        if kept is None and self._modes.mode is Mode.EDIT:
            return _EDIT_HIDES
        return Columns.of(kept)

    @property
    def _key(self) -> str:
        screen = self._panel.screen().name() or "screen"
        return f"columns/{self._modes.mode.value}/{screen.replace('/', '-')}"

    def _keep_columns(self, columns: Columns) -> None:
        self._settings.setValue(self._key, columns.text())
        for view in self._panel.views:
            if isinstance(view, CueView):
                view.head.columns = columns
                view.show_columns()

    def _is_on(self, option: str) -> bool:
        return str(self._settings.value(option, "false")) == "true"

    def _open_menu(self, at: QPoint) -> None:
        view = self._panel.view
        if not isinstance(view, CueView):
            return
        columns = view.head.columns
        offers = [
            Offer(
                f"column {name}",
                (tr("Show {column}") if column in columns.hidden else tr("Hide {column}")).format(
                    column=_title(column)
                ),
            )
            for column, name in NAMES.items()
            if column not in FIXED
        ]
        offers.append(
            Offer(MIDDLE, tr("Standby where there is room") if self._is_on(MIDDLE) else tr("Standby in the middle"))
        )
        if self._modes.mode is Mode.EDIT:
            offers.append(Offer(COMPACT, tr("Rows as high as usual") if self._is_on(COMPACT) else tr("Compact rows")))
        offers.append(Offer("columns anew", tr("Columns as they were")))
        self._panel.menus.offer_options(tr("Columns and rows"), offers, QRect(at.x() + 160, at.y(), 160, 1))

    def choose(self, option: str) -> None:
        """One of what the menu of the header offers."""
        name = option.removeprefix("column ")
        found = next((column for column, each in NAMES.items() if each == name), None)
        if found is not None:
            self._keep_columns(self.columns.toggled(found))
        elif option == "columns anew":
            self._settings.remove(self._key)
            self._come_to()
        elif option in (MIDDLE, COMPACT):
            self._settings.setValue(option, "false" if self._is_on(option) else "true")
            self._come_to()
            for view in self._panel.views:
                view.follow()

    # Selection -------------------------------------------------------------------------------------------------------

    def _tell_selected(self) -> None:
        """What is selected in the list that is shown is what the whole desk speaks of."""
        rows = self._panel.chosen
        self._telling = True
        self._selection.select_cues(row.id for row in rows)
        self._telling = False
        self._footer.count(len(rows), self._panel.model.count)

    def _select(self) -> None:
        """Somebody else has selected cues: those of the list that is shown."""
        view = self._panel.view
        if self._telling or self._soon.isActive() or not isinstance(view, CueView):
            return
        found = [self._panel.model.find(cue) for cue in self._selection.cues]
        view.select_rows([row for row in found if row is not None])


def _title(column: int) -> str:
    return tr("Department") if column == DEPARTMENT else tr(TITLES[column])
