"""Fades that go from colour to colour as one, instead of each emitter by itself."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.colour_path import WAYS
from showctl.model.effect import ColourPath

_NO_WHITE = -1


class _Heads(NamedTuple):
    """G heads on one of the ways. Of the four emitters the last is white, or the first again where there is none."""

    cells: NDArray[np.intp]
    """(G, 4)"""
    row: NDArray[np.intp]
    """(G,) Of the table of fades."""
    whites: NDArray[np.bool_]
    """(G,) Which have a white."""
    filters: NDArray[np.bool_]
    """(G,) Which take light away."""
    start: NDArray[np.float64]
    """(G, 3) Where the way begins, and how far it goes."""
    change: NDArray[np.float64]
    before: NDArray[np.float64]
    """(G, 4) By how much levels are others at the start, and at the end, than would be mixed for these colours."""
    after: NDArray[np.float64]

    def where(self, mask: NDArray[np.bool_]) -> "_Heads":
        return _Heads(*(each[mask] for each in self))  # type: ignore[arg-type]

    def levels(self, path: ColourPath, part: NDArray[np.float64]) -> NDArray[np.float64]:
        """Levels (G, 4) when so much (G,) of the way is behind them."""
        over = part[:, None]
        mixed = self.mixed(WAYS[path].colours(self.start + self.change * over))
        levels = np.clip(mixed + self.before * (1.0 - over) + self.after * over, 0.0, 1.0)
        levels[~self.whites, 3] = levels[~self.whites, 0]
        return levels

    def mixed(self, colours: NDArray[np.float64]) -> NDArray[np.float64]:
        """Levels (G, 4) that make colours (G, 3): white takes what is common to the three."""
        white = np.where(self.whites, colours.min(axis=1), 0.0)[:, None]
        plain = np.where(self.filters[:, None], 1.0 - colours, colours - white)
        return np.concatenate((plain, white), axis=1)


class ColourFades:
    """Those that are on their way. Once another fade takes one of the emitters, the others go on as if it had not."""

    def __init__(self, heads: NDArray[np.intp], fade: NDArray[np.intp]) -> None:
        self._table, self._fade = heads, fade
        self._heads: dict[ColourPath, _Heads] = {}
        self.active = False
        """Whether there are any."""

    def begin(
        self,
        path: ColourPath,
        row: int,
        cells: NDArray[np.intp],
        parameters: NDArray[np.intp],
        starts: NDArray[np.float64],
        targets: NDArray[np.float64],
    ) -> None:
        """Of these parameters (n,), which begin to move with a fade, those of whole heads go to their targets so."""
        place = np.full(self._fade.size, -1)
        place[parameters] = np.arange(parameters.size)
        known = np.where(self._table[:, :4] >= 0, place[self._table[:, :4]], _NO_WHITE)
        whole = (known[:, :3] >= 0).all(axis=1)
        of = known[whole]
        whites = of[:, 3] >= 0
        of[:, 3] = np.where(whites, of[:, 3], of[:, 0])
        moves = (starts[of] != targets[of]).any(axis=1)
        of, whites, filters = of[moves], whites[moves], self._table[whole, 4][moves] != 0
        if not of.size:
            return
        one, other = (_colours(levels[of], whites, filters) for levels in (starts, targets))
        start, change = WAYS[path].between(one, other)
        none = np.zeros(of.shape)
        heads = _Heads(cells[of], np.full(len(of), row), whites, filters, start, change, none, none)
        before = starts[of] - heads.levels(path, np.zeros(len(of)))
        after = targets[of] - heads.levels(path, np.ones(len(of)))
        heads = heads._replace(before=before, after=after)
        self._fade[heads.cells] = row
        if (others := self._heads.get(path)) is not None:
            heads = _Heads(*(np.concatenate(both) for both in zip(others, heads, strict=True)))
        self._heads[path] = heads
        self.active = True

    def become(self, before: "ColourFades", now: NDArray[np.intp]) -> None:
        """Go on with those of a mixer before; `now`: which cell each of its cells is, -1 for none. The cells that are
        still there of a head that is not, go on the straight way."""
        for path, heads in before._heads.items():
            cells = now[heads.cells]
            still: NDArray[np.bool_] = np.all(cells >= 0, axis=1)
            if still.any():
                self._heads[path] = heads._replace(cells=cells).where(still)
        self.active = bool(self._heads)

    def levels(self, position: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Cells that are still on their way, and their levels, from the positions of all fades."""
        found = []
        for path, heads in self._heads.items():
            part = position[heads.row]
            mine = (self._fade[heads.cells] == heads.row[:, None]) & (part < 1.0)[:, None]
            found.append((heads.cells[mine], heads.levels(path, part)[mine]))
        cells, levels = zip(*found, strict=True)
        return np.concatenate(cells), np.concatenate(levels)

    def prune(self) -> None:
        """Let go of heads of which no emitter is on its way any more; before rows of the table are used again."""
        for path, heads in list(self._heads.items()):
            alive = (self._fade[heads.cells] == heads.row[:, None]).any(axis=1)
            if not alive.any():
                del self._heads[path]
            elif not alive.all():
                self._heads[path] = heads.where(alive)
        self.active = bool(self._heads)


def _colours(levels: NDArray[np.float64], whites: NDArray[np.bool_], filters: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Red, green and blue (G, 3) that levels (G, 4) make."""
    plain = np.where(filters[:, None], 1.0 - levels[:, :3], levels[:, :3])
    return plain + np.where(whites, levels[:, 3], 0.0)[:, None]
