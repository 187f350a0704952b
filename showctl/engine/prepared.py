"""What fades and frames need of the patch: looked up once, and kept as far as memory is worth it."""

from collections.abc import Iterable
from typing import NamedTuple

from showctl.engine.cells import Cells
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.overlay import Overlay
from showctl.engine.patch_map import PatchMap, Scope
from showctl.engine.span import Span
from showctl.model.effect import Fade

_MOST_INDICES = 2_000_000
"""Indices kept ahead, 8 bytes each; whole universes cost none."""
_MOST_RECENT = 16
_MOST_SPANS = 256
"""Spans kept; each has a flag for each 8 slots and some views."""


class More(NamedTuple):
    """What fades of another state of the show need besides."""

    scopes: dict[tuple[int, bytes], Scope]
    spans: dict[tuple[int, int], Span]
    indices: int


class Prepared:
    """The scopes of fades, and the spans of rows that are computed together."""

    def __init__(self, patch: PatchMap, cells: Cells, arrays: LevelArrays, overlay: Overlay) -> None:
        self._patch, self._cells, self._arrays = patch, cells, arrays
        self._overlay = overlay
        self._scopes: dict[tuple[int, bytes], Scope] = {}
        self._recent: dict[tuple[int, bytes], Scope] = {}
        """What was not looked up ahead, for the second time that it is asked for."""
        self._indices = 0
        self._spans: dict[tuple[int, int], Span] = {}

    def ahead(self, fades: Iterable[Fade]) -> None:
        """Look up what these will need. May take a moment: not for the dispatcher's path."""
        for fade in fades:
            key = fade.layer, fade.parameters
            if key not in self._scopes and self._indices < _MOST_INDICES:
                self._scopes[key] = scope = self._cells.scope(*key)
                self._indices += 0 if isinstance(scope.where, slice) else scope.where.size
                if scope.first < scope.end and len(self._spans) < _MOST_SPANS:
                    self.span(scope.first, scope.end)

    def more(self, fades: Iterable[Fade]) -> "More":
        """What `take` adds for these: may take a moment, in any thread."""
        more = More({}, {}, 0)
        for fade in fades:
            key = fade.layer, fade.parameters
            if key in self._scopes or key in more.scopes or self._indices + more.indices >= _MOST_INDICES:
                continue
            more.scopes[key] = scope = self._cells.scope(*key)
            more = more._replace(indices=more.indices + (0 if isinstance(scope.where, slice) else scope.where.size))
            rows = scope.first, scope.end
            if scope.first < scope.end and rows not in self._spans and len(self._spans) + len(more.spans) < _MOST_SPANS:
                more.spans[rows] = Span(self._patch, self._arrays, self._overlay, *rows)
        return more

    def take(self, more: "More") -> None:
        """Know these, too."""
        self._scopes.update(more.scopes)
        self._spans.update(more.spans)
        self._indices += more.indices

    def scope(self, fade: Fade) -> Scope:
        """What a fade moves."""
        key = fade.layer, fade.parameters
        scope = self._scopes.get(key) or self._recent.get(key)
        if scope is None:
            if len(self._recent) >= _MOST_RECENT:
                self._recent.clear()
            self._recent[key] = scope = self._cells.scope(*key)
        return scope

    def span(self, first: int, end: int) -> Span:
        """The rows from `first` to before `end`."""
        span = self._spans.get((first, end))
        if span is None:
            if len(self._spans) >= _MOST_SPANS:
                self._spans.clear()
            self._spans[first, end] = span = Span(self._patch, self._arrays, self._overlay, first, end)
        return span
