"""Which cues are looked for: by words, department, type and flag."""

from dataclasses import dataclass

from showctl.cues.registry import type_of
from showctl.ui.models.cue_rows import CueRow

DEPARTMENTS = ("light", "audio", "video", "stage", "other")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Empty: any."""

    text: str = ""
    """Every word of it stands in number, label, notes or hotkey, in any case of letters."""
    departments: frozenset[str] = frozenset()
    kind: str = ""
    """A cue type: `osc`."""
    flagged: bool = False
    """Only those with a flag this evening."""

    @property
    def anything(self) -> bool:
        """Whether all cues are wanted."""
        return not (self.text.split() or self.departments or self.kind or self.flagged)

    def matches(self, row: CueRow) -> bool:
        """Whether a cue is one of them, by itself."""
        cue = row.cue
        if self.flagged and not row.flagged:
            return False
        if self.departments and (cue.children or row.department not in self.departments):
            return False
        if self.kind and type_of(cue) != self.kind:
            return False
        words = self.text.casefold().split()
        if not words:
            return True
        said = f"{cue.number} {cue.label} {cue.notes} {cue.hotkey}".casefold()
        return all(word in said for word in words)
