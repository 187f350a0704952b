"""Several values in one field, with commas between: cues, lists, arguments of OSC."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from showctl.showfile.house_style import scalar_or_flow
from showctl.showfile.suggest import suggestion
from showctl.showfile.tree import Mapping
from showctl.showfile.tree import Sequence as Listed
from showctl.ui.fields.kind import Kind
from showctl.ui.fields.names import Names
from showctl.ui.tongue import tr


def parts(text: str) -> list[str]:
    """What stands between the commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


@dataclass(frozen=True)
class ListKind(Kind):
    """Values that have no commas in them."""

    span: ClassVar[int] = 3
    most_said: ClassVar[int] = 3

    def shown(self, node: Any) -> str:
        if isinstance(node, Listed):
            return ", ".join(scalar_or_flow(each) if isinstance(each, Mapping) else str(each) for each in node)
        return super().shown(node)

    def written(self, text: str) -> str:
        found = parts(text)
        return super().written(found[0]) if len(found) == 1 else f"[{', '.join(map(super().written, found))}]"

    def known(self, names: Names) -> dict[str, str]:
        """All that there are, with what stands beside each."""
        return {}

    def what(self) -> str:
        """What one of them is called."""
        return "name"

    def offers(self, names: Names) -> Sequence[str]:
        return tuple(self.known(names))

    def said(self, text: str, names: Names) -> str:
        known = self.known(names)
        words = [f"{part} {known.get(part, '')}".strip() for part in parts(text)]
        more = len(words) - self.most_said
        return " · ".join(words[: self.most_said]) + (
            " " + tr("and {count} more").format(count=more) if more > 0 else ""
        )

    def wrong(self, text: str, names: Names) -> str:
        known = self.known(names)
        strange = next((part for part in parts(text) if part not in known), None)
        if strange is None or not known:
            return ""
        return f"there is no {self.what()} {strange}; {suggestion(strange, known, f'write {next(iter(known))}')}"


@dataclass(frozen=True)
class CuesKind(ListKind):
    """Cues by number or id."""

    def known(self, names: Names) -> dict[str, str]:
        return dict(names.cues)

    def what(self) -> str:
        return "cue"


@dataclass(frozen=True)
class ListsKind(ListKind):
    """Cue lists by name."""

    def known(self, names: Names) -> dict[str, str]:
        return dict(names.lists)

    def what(self) -> str:
        return "list"


@dataclass(frozen=True)
class ArgumentsKind(Kind):
    """Arguments of an OSC message, as in the file: `1, 0.5, "text", {i: 12}`."""

    span: ClassVar[int] = 3

    def shown(self, node: Any) -> str:
        return scalar_or_flow(node).removeprefix("[").removesuffix("]") if isinstance(node, Listed) else self._one(node)

    def _one(self, node: Any) -> str:
        return "" if node is None else scalar_or_flow(node)

    def written(self, text: str) -> str:
        return f"[{text.strip()}]"
