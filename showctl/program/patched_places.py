"""Where the fixtures of a show are patched, worked out, in words: for comparing two patches."""

from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from showctl.fixtures.folders import fixture_library
from showctl.model.patch import PatchEntry
from showctl.model.problem import Problem
from showctl.program.patch_places import Blocks
from showctl.program.patch_table import patch_table
from showctl.showfile.tree import Mapping as Tree
from showctl.showfile.tree import Sequence

_ENTRY = TypeAdapter(PatchEntry)


def patched_places(show: Path) -> Callable[[Tree], Mapping[str, str]]:
    """For the file of a show: gives for its tree, or a later state of it, the address of each fixture that has one,
    such as `1.005`; what is wrong with the patch is left out.
    """
    library = fixture_library(show)

    def places(root: Tree) -> Mapping[str, str]:
        entries: list[PatchEntry] = []
        patch = root.get("patch")
        for written in patch if isinstance(patch, Sequence) else ():
            try:
                entries.append(_ENTRY.validate_python(written, by_alias=True, by_name=False))
            except ValidationError:
                continue
        problems: list[Problem] = []
        table = patch_table(entries, library, None, problems)
        return {name: _words(fixture.places) for name, fixture in table.fixtures.items() if fixture.places}

    return places


def _words(places: tuple[Blocks, ...]) -> str:
    return ", ".join("+".join(str(at) if at is not None else "-" for at in blocks) for blocks in places)
