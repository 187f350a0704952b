"""An edit that is made of the show as it is when its turn comes: beside the window, after all that was asked before."""

from collections.abc import Callable
from dataclasses import dataclass

from showctl.session.change import Change
from showctl.session.edit import Edit
from showctl.showfile.tree import Mapping


@dataclass(frozen=True, slots=True)
class Later:
    """`make` is called in another thread, and raises EditRefused where it cannot."""

    name: str
    make: Callable[[Mapping], Edit]

    def apply(self, root: Mapping) -> Change:
        edit = self.make(root)
        change = edit.apply(root)
        return Change(change.root, change.renamed, change.name or edit.name)
