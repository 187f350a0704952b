"""Which columns of the cue list are shown, in which order and how wide: the operator's choice, and what fits."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from showctl.ui.models.cue_tree import DEPARTMENT, DURATION, LABEL, NUMBER, POST_WAIT, PRE_WAIT, STATE, THEN

NAMES = {
    STATE: "state", NUMBER: "cue", DEPARTMENT: "department", LABEL: "label", PRE_WAIT: "pre-wait",
    DURATION: "duration", POST_WAIT: "post-wait", THEN: "then",
}  # fmt: skip
"""By column how it is called in the settings."""
FIXED = (STATE, NUMBER, LABEL)
"""Columns that are always there: without them nobody knows what GO does."""
GO_FIRST = (POST_WAIT, PRE_WAIT, THEN, DURATION)
"""Columns in the order in which they make room for the label."""
LEAST, MOST = 24, 400
"""Pixels of a column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the operator has chosen; what is not in `widths` has that of the layout."""

    order: tuple[int, ...] = tuple(NAMES)
    hidden: frozenset[int] = frozenset()
    widths: Mapping[int, int] = field(default_factory=dict)

    def toggled(self, column: int) -> "Columns":
        """Shown, or hidden if it is; those that are always there stay."""
        return self if column in FIXED else replace(self, hidden=self.hidden ^ {column})

    def resized(self, column: int, width: int) -> "Columns":
        """With another width, within reason; the label takes what is left."""
        if column == LABEL:
            return self
        return replace(self, widths={**self.widths, column: max(LEAST, min(width, MOST))})

    def moved(self, order: tuple[int, ...]) -> "Columns":
        """In another order; the state stays first, where standby is looked for."""
        rest = [column for column in order if column != STATE]
        return replace(self, order=(STATE, *rest)) if sorted(order) == sorted(NAMES) else self

    def fitting(self, room: int, widths: Mapping[int, int], least_label: int) -> dict[int, int]:
        """The width of each column that is shown but the label's, in so much room. `widths`: those of the layout, which
        may leave columns out."""
        shown = {
            column: self.widths.get(column, widths[column])
            for column in self.order
            if column in widths and column != LABEL and column not in self.hidden
        }
        for column in GO_FIRST:
            if room - sum(shown.values()) < least_label:
                shown.pop(column, None)
        return shown

    # Kept --------------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """As it stands in the settings."""
        return json.dumps(
            {
                "order": [NAMES[column] for column in self.order],
                "hidden": sorted(NAMES[column] for column in self.hidden),
                "widths": {NAMES[column]: width for column, width in self.widths.items()},
            }
        )

    @classmethod
    def of(cls, text: object) -> "Columns":
        """What a text says; whatever makes no sense in it is left out."""
        try:
            said: Any = json.loads(str(text or "{}"))
        except ValueError:
            said = {}
        said = said if isinstance(said, dict) else {}
        columns = {name: column for column, name in NAMES.items()}

        def known(key: str) -> list[int]:
            names = said.get(key)
            return [columns[n] for n in names if isinstance(n, str) and n in columns] if isinstance(names, list) else []

        made = cls().moved(tuple(known("order")))
        made = replace(made, hidden=frozenset(known("hidden")) - {*FIXED})
        widths = said.get("widths")
        for name, width in widths.items() if isinstance(widths, dict) else ():
            if name in columns and isinstance(width, int) and not isinstance(width, bool):
                made = made.resized(columns[name], width)
        return made
