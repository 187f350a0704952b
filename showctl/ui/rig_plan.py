"""The picture of the room behind the rig, as the show has it under `plan`."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from showctl.model.plan import ENDINGS, MOST_METRES, Plan
from showctl.session.edit import Remove, Set
from showctl.session.written import written
from showctl.showfile.item import Item
from showctl.ui.context import Context
from showctl.ui.in_turn import InTurn
from showctl.ui.tongue import tr

WIDEST = 4096
"""Pixels to which a larger picture is made smaller."""
_ITEM, _FIELD = Item("show"), ("plan",)


def parse_plan(text: str) -> Set | Remove:
    """`plans/hall.png 24 -12 -16` as the edit of the show that it means; nothing takes the plan away. Raises
    ValueError, in words."""
    words = text.split()
    if not words:
        return Remove(_ITEM, _FIELD)
    try:
        *names, wide, x, y = words
        metres, left, bottom = float(wide.removesuffix("m")), float(x), float(y)
    except ValueError:
        raise ValueError(tr("write the file, its width and lower left corner in metres: hall.png 24 -12 -16")) from None
    if not names or not names[-1].lower().endswith(ENDINGS):
        raise ValueError(tr("a plan is a PNG, JPG or SVG file; write for example hall.png 24 -12 -16"))
    if not (0 < metres <= MOST_METRES and abs(left) <= MOST_METRES and abs(bottom) <= MOST_METRES):
        raise ValueError(tr("its width is more than 0 m, and no number more than 1000; write for example 24 -12 -16"))
    plan = {"picture": " ".join(names), "width": f"{metres:g}m", "at": [f"{left:g}", f"{bottom:g}"]}
    return Set(_ITEM, _FIELD, written(plan))


def plan_words(plan: Plan | None) -> str:
    """As `parse_plan` reads it."""
    return f"{plan.picture} {plan.width:g} {plan.at[0]:g} {plan.at[1]:g}" if plan is not None else ""


class RigPlan(QObject):
    """Read beside the window. `made` has the image and the plan, or None twice."""

    made = Signal(object, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._turn = InTurn("plan", self)
        self._folder = context.desk.session.path.parent
        self._shown: Plan | None = None
        context.desk.show_changed.connect(self.follow)

    @property
    def text(self) -> str:
        return plan_words(self._context.desk.show.info.plan)

    def follow(self) -> None:
        """Show the picture of the show, if that is another."""
        plan = self._context.desk.show.info.plan
        if plan == self._shown:
            return
        self._shown = plan
        if plan is None:
            self.made.emit(None, None)
            return

        def take(found: QImage | str) -> None:
            if plan == self._shown:
                if isinstance(found, str):
                    self._say(tr("No plan: {file} cannot be read ({why}).").format(file=plan.picture, why=found))
                self.made.emit(*((None, None) if isinstance(found, str) else (found, plan)))

        self._turn.begin(lambda: read_picture(self._folder / plan.picture), take, self._say)

    def put(self, text: str) -> None:
        """Another plan, as an edit. What is wrong stands in the message row, and what there was stays."""
        try:
            edit = parse_plan(text)
        except ValueError as wrong:
            self._say(tr("No plan: {wrong}.").format(wrong=wrong))
            return
        if edit != Remove(_ITEM, _FIELD) or self.text:
            self._context.editing.do(edit)

    def _say(self, words: str) -> None:
        self._context.desk.said.emit(words)


def read_picture(path: Path) -> QImage | str:
    """The picture, no wider or higher than `WIDEST`; or why there is none."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size, most = reader.size(), QSize(WIDEST, WIDEST)
    if size.isValid() and (size.width() > WIDEST or size.height() > WIDEST):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return reader.errorString() if image.isNull() else image
