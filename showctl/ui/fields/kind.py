"""What one kind of field is, without a window: how a value is written, what is read from it, what may be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from showctl.session.written import worded
from showctl.showfile.house_style import scalar_or_flow
from showctl.showfile.tree import Mapping
from showctl.showfile.tree import Sequence as Listed
from showctl.ui.fields.names import Names
from showctl.ui.tongue import tr

_EXAMPLE = "write for example "
"""As what reads the show file says it."""
Widget = Literal["line", "choice", "notes", "colour", "slide", "hotkey", "curve"]
Choices = tuple[tuple[str, str], ...]
"""What is written, and the words for it."""


@dataclass(frozen=True)
class Kind:
    """A text in one line, checked by who reads the show file. Others say more."""

    widget: ClassVar[Widget] = "line"
    free: ClassVar[bool] = False
    """Free text, in which a colon or a # means nothing."""
    span: ClassVar[int] = 2
    """Of the six columns of a form."""

    def shown(self, node: Any) -> str:
        """What stands in the field for what is written in the file."""
        if node is None:
            return ""
        return scalar_or_flow(node) if isinstance(node, Mapping | Listed) else str(node)

    def written(self, text: str) -> str:
        """What is written into the file for what stands in the field."""
        return worded(text.strip(), self.free)

    def said(self, text: str, names: Names) -> str:
        """What stands below a right value: how it is read, where that is not what is written already."""
        return ""

    def wrong(self, text: str, names: Names) -> str:
        """What is wrong with it that only the rest of the show tells: `what; remedy`."""
        return ""

    def choices(self, names: Names) -> Choices:
        """All that there is to choose from."""
        return ()

    def offers(self, names: Names) -> Sequence[str]:
        """What completes what is typed."""
        return ()

    def default(self, value: Any) -> str:
        """What counts where nothing is written, for the empty field."""
        return "" if value in (None, "", (), {}) else str(value)

    def range(self, texts: Sequence[str]) -> str:
        """What stands below where several cues have different values: the least and the most."""
        return ""

    def unit(self, text: str) -> str:
        """What stands at the right edge, in grey: the unit that counts where none is typed."""
        return ""

    def hint(self, words: str) -> str:
        """What stands below a wrong value, of all that is said of it (`what; remedy`): short."""
        remedy = words.rpartition("; ")[2]
        said, example = remedy.startswith(_EXAMPLE), remedy.removeprefix(_EXAMPLE)
        return tr("try {example}").format(example=example) if said else remedy

    def portion(self, text: str) -> float | None:
        """Where a value stands in its range, 0 to 1, for a slider; None: it has none, or the text is no value."""
        return None

    def at(self, portion: float) -> str:
        """The value that stands there."""
        return ""

    def step(self, text: str, steps: int) -> str:
        """The value that ↑ and ↓ come to; the same where there is none."""
        return text
