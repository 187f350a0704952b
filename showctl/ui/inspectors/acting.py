"""Cues that act on others: whom they mean, under which condition, and how."""

from showctl.ui.fields.choice import ChoiceKind, FlagKind
from showctl.ui.fields.kind import Kind
from showctl.ui.fields.listed import CuesKind, ListsKind
from showctl.ui.fields.time import PlaceKind, TimeKind
from showctl.ui.inspectors.row import Row
from showctl.ui.tongue import marked

_WHAT = {
    "start": marked("Start what"),
    "stop": marked("Stop what"),
    "hard stop": marked("Hard stop what"),
    "pause": marked("Pause what"),
    "resume": marked("Resume what"),
    "load": marked("Load what"),
    "arm": marked("Arm what"),
    "disarm": marked("Disarm what"),
    "flag": marked("Flag what"),
    "unflag": marked("Unflag what"),
    "reset": marked("Reset what"),
    "go to": marked("Go to what"),
    "break out": marked("Break out what"),
}
_NOT_ALL = {"start", "go to", "load"}
"""Types that cannot mean every cue."""
CUES = marked("Numbers or ids, with commas between: 12, LX3. foyer/3 is one of another list.")
_IF_ARMED = marked(
    "Nothing happens unless all of these cues are armed. "
    "Numbers or ids, with commas between: 12, LX3. foyer/3 is one of another list."
)
_IF_FLAGGED = marked(
    "Nothing happens unless all of these cues are flagged. "
    "Numbers or ids, with commas between: 12, LX3. foyer/3 is one of another list."
)


def targets(kind: str) -> tuple[Row, ...]:
    """The fields of one of these types."""
    group = _WHAT[kind]
    found = [
        Row((kind, "cue"), marked("Cues"), CuesKind(), group=group, help=CUES),
        Row((kind, "list"), marked("Lists"), ListsKind(), group=group),
    ]
    if kind not in _NOT_ALL:
        found.append(
            Row(
                (kind, "all"),
                marked("Everything"),
                FlagKind(yes=marked("All cues"), no=marked("Only these")),
                group=group,
            )
        )
    if kind == "stop":
        found.append(Row((kind, "fade"), marked("Fade"), TimeKind(), group=marked("How")))
    if kind == "load":
        found.append(Row((kind, "at"), marked("To"), PlaceKind(), group=marked("How")))
    found += [
        Row((kind, "if armed"), marked("If armed"), CuesKind(), group=marked("Only if"), help=_IF_ARMED),
        Row((kind, "if flagged"), marked("If flagged"), CuesKind(), group=marked("Only if"), help=_IF_FLAGGED),
    ]
    return tuple(found)


ACTING = {kind: targets(kind) for kind in _WHAT}
_SCOPE: Kind = ChoiceKind((("peers", marked("Peers")), ("list", marked("List")), ("all", marked("All"))))
STOP_OTHERS = (
    Row(("stop others",), marked("Which others"), _SCOPE, group=marked("Stop all others")),
    Row(("fade",), marked("Fade"), TimeKind(), group=marked("Stop all others")),
)
RELEASE = (
    Row(("release", "lists"), marked("Lists"), ListsKind(), group=marked("Give back the light of")),
    Row(
        ("release", "all"),
        marked("Everything"),
        FlagKind(yes=marked("All lists"), no=marked("Only these")),
        group=marked("Give back the light of"),
    ),
    Row(("release", "time"), marked("Time"), TimeKind(), group=marked("How")),
)
