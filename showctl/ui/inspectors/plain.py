"""Cues of one field: wait, memo, panic."""

from showctl.ui.fields.choice import FlagKind
from showctl.ui.fields.text import NotesKind
from showctl.ui.fields.time import TimeKind
from showctl.ui.inspectors.row import Row
from showctl.ui.tongue import marked

WAIT = (Row(("wait",), marked("Waits"), TimeKind(), group=marked("Wait")),)
MEMO = (Row(("memo",), marked("What people do"), NotesKind(), group=marked("Memo")),)
PANIC = (
    Row(
        ("panic",),
        marked("Panics"),
        FlagKind(),
        group=marked("Panic"),
        help=marked("Stops everything, as the panic key. Disarm it instead."),
    ),
)
