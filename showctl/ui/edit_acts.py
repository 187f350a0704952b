"""What can be done to a cue as it is written, and to all that are selected with it: what its menu offers."""

from collections.abc import Callable

from showctl.ui.acts import Offer
from showctl.ui.tongue import marked, tr

LABEL = "label"
OFFERS = {
    LABEL: marked("Label"),
    "inspect": marked("Times, label, notes …"),
    "cut": marked("Cut"),
    "copy": marked("Copy"),
    "paste": marked("Paste after it"),
    "paste properties": marked("Paste properties …"),
    "duplicate": marked("Duplicate"),
    "delete": marked("Delete"),
    "group": marked("Group"),
    "ungroup": marked("Ungroup"),
    "renumber": marked("Renumber …"),
    "template": marked("Template of new cues"),
}
"""By act of the table of keys its words; the label is written in its cell."""


def edit_offers(key: Callable[[str], str], refusal: Callable[[str], str]) -> list[Offer]:
    """`key`: the key of an act. `refusal`: why it cannot be done now; empty where it can."""
    return [
        Offer(act, tr(words), key(act), f"{refused}." if (refused := refusal(act)) else "")
        for act, words in OFFERS.items()
    ]
