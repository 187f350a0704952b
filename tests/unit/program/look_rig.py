"""A rig of shipped fixtures, and what looks do to it, for tests."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from showctl.fixtures.library import Library
from showctl.model.look import Look
from showctl.model.palette import Palettes
from showctl.model.patch import PatchEntry
from showctl.model.problem import Problem, Problems, Question
from showctl.program.look_fade import LookFades
from showctl.program.patch_table import patch_table
from showctl.shipped import shipped

LIBRARY = Library(shipped("fixtures_library"))
_LOOK = TypeAdapter(Look)


class LookRig:
    """Fixtures by name with their profiles (`generic/dimmer`, or `generic/dimmer mode 16bit`), groups and palettes."""

    def __init__(
        self,
        fixtures: Mapping[str, str],
        groups: Mapping[str, list[str]] | None = None,
        palettes: Mapping[str, Any] | None = None,
        library: Any = LIBRARY,
    ) -> None:
        patch = []
        for name, written in fixtures.items():
            profile, _, mode = written.partition(" mode ")
            entry = {"id": name, "fixture": profile} | ({"mode": mode} if mode else {})
            patch.append(PatchEntry.model_validate(entry))
        wrong: list[Problem] = []
        self.table = patch_table(patch, library, None, wrong)
        assert not wrong
        self.questions: list[Question] = []
        self.palette_problems: list[Problem] = []
        written_palettes = Palettes.model_validate(palettes or {})
        self.looks = LookFades(self.table, groups or {}, True, self.questions, written_palettes)
        self.looks.check_palettes(self.palette_problems, playing=False)

    def levels(self, look: Mapping[str, Any]) -> dict[str, float | None]:
        """What a look moves: `fixture/parameter` to its level, None where it is given back."""
        moves = self.looks.moves(_LOOK.validate_python(look), ("look",))
        names = {
            f.first + i: f"{f.name}/{p}" for f in self.table.fixtures.values() for i, p in enumerate(f.layout.names)
        }
        return {
            names[row]: None if np.isnan(level) else round(float(level), 4)
            for row, level in zip(moves.parameters.tolist(), moves.targets.tolist(), strict=True)
        }

    def problems(self, look: Mapping[str, Any]) -> list[str]:
        """What is wrong with a look, `where: what; remedy`."""
        try:
            self.levels(look)
        except Problems as wrong:
            return [_said(problem) for problem in wrong.problems]
        return []

    def asked(self, look: Mapping[str, Any]) -> list[str]:
        """What is asked of a look, likewise."""
        self.questions.clear()
        self.levels(look)
        return [_said(question) for question in self.questions]


def _said(problem: Problem) -> str:
    return f"{' > '.join(map(str, problem.path[1:]))}: {problem.what}; {problem.remedy}"
