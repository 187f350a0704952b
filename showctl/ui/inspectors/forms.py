"""The forms of the inspector, each made when it is first wanted, for all cues with the same fields."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from showctl.ui.fields.curve_field import CurveField
from showctl.ui.fields.field import Field
from showctl.ui.inspectors.form import Form
from showctl.ui.inspectors.row import Row
from showctl.ui.theme import Theme

MOST = 16
"""That are kept: one takes 50 ms to make."""


class Forms:
    """`prepare`: what a new field is told; `lent`: goes from form to form, and home before one goes."""

    def __init__(
        self, stack: QStackedWidget, theme: Theme, prepare: Callable[[Field, Row], None], lent: QWidget, home: QWidget
    ) -> None:
        self._stack, self._theme, self._prepare, self._lent, self._home = stack, theme, prepare, lent, home
        self._made: list[Form] = []

    def of(self, rows: Sequence[Row]) -> Form:
        """That of these rows."""
        found = next((form for form in self._made if form.rows == tuple(rows)), None)
        if found is not None:
            return found
        form = Form(rows, self._theme)
        for row in rows:
            field, like = form.fields[row.path], form.fields.get(row.like)
            self._prepare(field, row)
            if isinstance(field, CurveField) and isinstance(like, CurveField):
                field.follow(like)
        if len(self._made) == MOST:
            old = self._made.pop(0)
            self._stack.removeWidget(old)
            if old.isAncestorOf(self._lent):
                self._lent.setParent(self._home)
            old.deleteLater()
        self._made.append(form)
        self._stack.addWidget(form)
        return form
