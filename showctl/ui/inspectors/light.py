"""Light cues: times and how the list tracks through them. The look itself has an editor of its own."""

from showctl.ui.fields.choice import ChoiceKind, CurveKind, FlagKind
from showctl.ui.fields.time import TimeKind
from showctl.ui.inspectors.row import Row
from showctl.ui.tongue import marked

_KINDS = (
    ("up", marked("Intensity up")),
    ("down", marked("Intensity down")),
    ("colour", marked("Colour")),
    ("position", marked("Position")),
    ("beam", marked("Beam")),
)
_AS_UP = marked("as up")
_PATHS = ChoiceKind(
    (("direct", marked("Straight")), ("hsv", marked("Round the colour wheel")), ("cie", marked("As the eye sees it")))
)
ROWS = (
    *(
        Row(
            ("light", "time", kind),
            words,
            TimeKind(),
            group=marked("Fade time"),
            default=None if kind == "up" else _AS_UP,
        )
        for kind, words in _KINDS
    ),
    *(
        Row(
            ("light", "delay", kind), words, TimeKind(), group=marked("Delay"), default=None if kind == "up" else _AS_UP
        )
        for kind, words in _KINDS
    ),
    Row(("light", "curve"), marked("Curve"), CurveKind(), group=marked("How")),
    Row(
        ("light", "curve down"),
        marked("Curve down"),
        CurveKind(),
        group=marked("How"),
        default=_AS_UP,
        like=("light", "curve"),
    ),
    Row(("light", "colour path"), marked("Colours go"), _PATHS, group=marked("How")),
    Row(
        ("light", "cue only"),
        marked("Levels"),
        FlagKind(yes=marked("Cue only"), no=marked("Track")),
        group=marked("Tracking"),
    ),
    Row(
        ("light", "block"),
        marked("Block"),
        ChoiceKind((("no", marked("No")), ("intensity", marked("Intensity")), ("yes", marked("All")))),
        group=marked("Tracking"),
        default=marked("No"),
    ),
    Row(("light", "assert"), marked("Assert"), FlagKind(), group=marked("Tracking")),
    Row(("light", "mark"), marked("Mark"), FlagKind(unwritten=marked("as the show says")), group=marked("Tracking")),
)
