"""What the console has for the first minutes: show files, imports and exports, and the tour."""

from showctl.ui.asking import Asking
from showctl.ui.context import Context
from showctl.ui.panels.top_bar import TopBar
from showctl.ui.panels.tour_bar import TourBar
from showctl.ui.show_files import ShowFiles
from showctl.ui.tour import Tour


class Beginning:
    """One for the console. What the tour looks at is looked at from when it is asked for."""

    def __init__(self, context: Context, asking: Asking) -> None:
        self._context = context
        self.files = ShowFiles(context.desk, context.actions, asking, context.editing, context.settings)
        self.bar = TourBar(context.theme)
        self._tour: Tour | None = None
        context.actions.bind("tour", self.begin_tour)

    def follow(self, top: TopBar) -> None:
        """A click on the name of the show says what can be done with files."""
        top.title.clicked.connect(self.files.open)

    def begin_tour(self) -> None:
        """The steps in a row below the page: they cover nothing."""
        if self._tour is None:
            self._tour = Tour(self._context.desk)
            self.bar.follow(self._tour)
        self.bar.show()
