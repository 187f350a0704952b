"""The fields that all cues have."""

from showctl.ui.fields.choice import ChoiceKind, FlagKind, SegmentKind
from showctl.ui.fields.colour import ColourKind
from showctl.ui.fields.number import TimesKind
from showctl.ui.fields.text import HotkeyKind, NotesKind, TextKind, WordKind
from showctl.ui.fields.time import TimeKind
from showctl.ui.inspectors.row import BASICS, NOTES, TRIGGERS, Row
from showctl.ui.tongue import marked

LABEL = Row(("label",), marked("Label"), TextKind(), BASICS, marked("Cue"))
"""Stands in the head, beside the number."""
CONTINUE = ChoiceKind(
    (
        ("none", marked("Wait for GO")),
        ("auto-continue", marked("Auto-continue")),
        ("auto-follow", marked("Auto-follow")),
    )
)
IF_RUNNING = ChoiceKind(
    (
        ("restart", marked("Starts it again")),
        ("nothing", marked("Does nothing")),
        ("stop", marked("Stops it")),
        ("panic", marked("Panics it")),
        ("break out", marked("Ends its loop")),
        ("next", marked("Goes to the next inside")),
    )
)
ROWS = (
    Row(
        ("cue",),
        marked("Number"),
        WordKind(),
        BASICS,
        marked("Cue"),
        single=True,
        help=marked("What the operator calls it: 12, 12.5, LX3. Cues that name it follow."),
    ),
    Row(("id",), marked("Id"), WordKind(), BASICS, marked("Cue"), single=True),
    Row(("colour",), marked("Colour"), ColourKind(), BASICS, marked("Cue")),
    Row(("pre-wait",), marked("Pre-wait"), TimeKind(), BASICS, marked("Time")),
    Row(("post-wait",), marked("Post-wait"), TimeKind(), BASICS, marked("Time")),
    Row(("at",), marked("Offset"), TimeKind(), BASICS, marked("Time")),
    Row(("repeat",), marked("Times"), TimesKind(), BASICS, marked("Time")),
    Row(("continue",), marked("Then"), CONTINUE, BASICS, marked("Time")),
    Row(
        ("armed",),
        marked("Armed"),
        FlagKind(yes=marked("Armed"), no=marked("Disarmed")),
        BASICS,
        marked("As the show opens"),
    ),
    Row(
        ("flagged",),
        marked("Flag"),
        FlagKind(yes=marked("Flagged"), no=marked("Not flagged")),
        BASICS,
        marked("As the show opens"),
    ),
    Row(("hotkey",), marked("Hotkey"), HotkeyKind(), TRIGGERS, marked("What starts it besides GO")),
    Row(
        ("on release",),
        marked("Key let go"),
        FlagKind(yes=marked("Counts"), no=marked("Does nothing")),
        TRIGGERS,
        marked("What starts it besides GO"),
    ),
    Row(("if running",), marked("A second GO"), IF_RUNNING, TRIGGERS, marked("While it is active")),
    Row(("starts segment",), marked("Starts segment"), SegmentKind(), TRIGGERS, marked("Run of show")),
    Row(("notes",), marked("What the operator needs to know before GO"), NotesKind(), NOTES),
)
