"""The colour of a cue's mark: one of twelve, or any other as `#rrggbb`."""

from dataclasses import dataclass
from typing import Any, ClassVar

from showctl.ui.fields.kind import Kind, Widget
from showctl.ui.fields.names import Names
from showctl.ui.tongue import marked, tr

PRESETS: tuple[tuple[str, str], ...] = (
    ("#b0524f", marked("red")),
    ("#b8763a", marked("orange")),
    ("#a8923a", marked("yellow")),
    ("#7e9a45", marked("lime")),
    ("#4f9a5c", marked("green")),
    ("#3f9a8d", marked("teal")),
    ("#4b93b5", marked("sky")),
    ("#5f7fc4", marked("blue")),
    ("#7a6fb0", marked("violet")),
    ("#a067b0", marked("purple")),
    ("#b5628f", marked("pink")),
    ("#858d98", marked("grey")),
)
"""Muted, so that none can be read as a state; at least 3:1 on both panels."""


@dataclass(frozen=True)
class ColourKind(Kind):
    """A colour."""

    widget: ClassVar[Widget] = "colour"
    span: ClassVar[int] = 4

    def said(self, text: str, names: Names) -> str:
        return tr(dict(PRESETS).get(text.strip().lower(), ""))

    def default(self, value: Any) -> str:
        return tr("none")
