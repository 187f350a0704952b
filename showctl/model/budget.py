"""The budget: what the event costs, beside what its logistics items say themselves."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pydantic import Field

from showctl.model.frozen import Frozen
from showctl.model.logistics import Category, LogisticsItem
from showctl.model.money import Amount
from showctl.model.selection import Name
from showctl.model.unit import Text

_NOTHING = Decimal(0)


class BudgetLine(Frozen):
    """One line of the budget."""

    title: Text = Field(min_length=1)
    category: Category = "other"
    planned: Amount | None = Field(default=None, description="What it should cost")
    actual: Amount | None = Field(default=None, description="What it did cost")
    supplier: Name | None = Field(default=None, description="Who is paid: the short name of one under suppliers")
    notes: Text = ""


class Total(NamedTuple):
    """Sums of amounts, in the currency of the show. What has no actual cost yet counts as nothing in `actual`."""

    planned: Decimal = _NOTHING
    actual: Decimal = _NOTHING


def totals(lines: Iterable[BudgetLine], items: Iterable[LogisticsItem]) -> dict[Category, Total]:
    """By category, in the order in which they come, what budget lines and logistics items cost."""
    found: dict[Category, Total] = {}
    costs = [(line.category, line.planned, line.actual) for line in lines]
    costs += [(item.category, item.cost.planned, item.cost.actual) for item in items]
    for category, planned, actual in costs:
        if planned is not None or actual is not None:
            so_far = found.get(category, Total())
            found[category] = Total(so_far.planned + (planned or _NOTHING), so_far.actual + (actual or _NOTHING))
    return found
