"""Cells: where levels are kept. Each parameter has one; one that several layers move has one more for each of them."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.engine.layer import Layer
from showctl.engine.patch_map import Index, PatchMap, Scope


class Cells:
    """N cells: first those of the P parameters, in the order of the patch map. They are all that fades, freezing and
    arriving know of.

    S of the parameters are shared by layers. Then come M cells for these, parameter by parameter, in each the level
    that one of the layers has brought it to; the parameter's own cell has what is nobody's. The last S are the weights
    (1 to 0) of what was there before, where it fades to what layers make now. So a show without shared parameters has P
    cells, and costs nothing more.
    """

    def __init__(self, patch: PatchMap, layers: Sequence[Layer] = ()) -> None:
        self._patch = patch
        self.names = tuple(layer.name for layer in layers)
        """Of the layers, from 1 on."""
        moves = np.zeros((len(layers), patch.count), np.bool_)
        for mask, layer in zip(moves, layers, strict=True):
            mask[patch.place[layer.parameters]] = True
        self.parameter = np.flatnonzero(np.count_nonzero(moves, axis=0) > 1)
        """Which parameters (S,) are shared."""
        shared = self.parameter.size
        many = np.count_nonzero(moves, axis=0)
        self.alone = np.where(many == 1, moves.argmax(axis=0) + 1, 0) if layers else np.zeros(patch.count, np.intp)
        """The layer that alone moves each parameter (P,); 0 where several do, or none."""
        self.number, layer_of = np.nonzero(moves[:, self.parameter].T)
        """The shared parameter, 0..S, of each layer's cell (M,)."""
        self.first = np.searchsorted(self.number, np.arange(shared + 1))
        """The first of the layers' cells, 0..M, of each shared parameter (S + 1,)."""
        self.layer = layer_of + 1
        """Whose each of them is (M,)."""
        self.priority = np.array([layer.priority for layer in layers], np.int64)[layer_of]
        by_highest = np.array([layer.highest for layer in layers], np.bool_)[layer_of]
        self.highest = by_highest & patch.intensity[self.parameter[self.number]]
        """Which of them (M,) count by their level, whoever was the latest."""
        self.base = patch.count
        """The first cell of a layer; M of them."""
        self.weight = self.base + self.number.size
        """The first of the weights; S of them."""
        self.count = self.weight + shared
        self.of = np.concatenate((np.arange(patch.count), self.parameter[self.number], self.parameter))
        """The parameter of each cell (N,)."""
        self.intensity = patch.intensity[self.of]
        """Which cells (N,) are a level of intensity."""
        self.intensity[self.weight :] = False
        self.shared = np.full(patch.count, -1)
        """Which of the shared ones each parameter (P,) is, -1 for none."""
        self.shared[self.parameter] = np.arange(shared)
        self._own: dict[int, NDArray[np.intp]] = {}
        for layer in np.unique(self.layer).tolist():
            mine = np.flatnonzero(self.layer == layer)
            own = self._own[layer] = np.arange(patch.count)
            own[self.parameter[self.number[mine]]] = self.base + mine
        panics = np.append(patch.panics[self.of[: self.weight]], patch.panics[self.parameter])
        self.panic = self.scope_of(np.flatnonzero(panics))
        """What a panic takes out: of all layers, and what is on its way between them."""

    def scope(self, layer: int, parameters: bytes) -> Scope:
        """What a fade of these parameters (the program's, little-endian int32) moves for a layer."""
        index = self._patch.place[np.frombuffer(parameters, "<i4")]
        return self.scope_for(layer, index)

    def scope_for(self, layer: int, index: NDArray[np.intp]) -> Scope:
        """As `scope`, of parameters by their places in the patch map."""
        scope = self._patch.scope_of(index)._replace(ranged=self._patch.ranges.any(index))
        jumps = self._patch.jumps[index]
        if jumps.any():
            scope = scope._replace(jumps=jumps)
        if not self.parameter.size or not (self.shared[index] >= 0).any():
            return scope
        return scope._replace(where=self.own(layer, index), shared=self.shared[index])

    def with_moves(self, moves: Iterable[tuple[int, bytes]]) -> NDArray[np.intp] | None:
        """Which layer alone moves each parameter (P,) once these do as well (layer, the program's parameters); None if
        that takes other cells. For any thread."""
        alone = self.alone.copy()
        for layer, parameters in moves:
            index = self._patch.place[np.frombuffer(parameters, "<i4")]
            shared = self.shared[index] >= 0
            if layer and (self.own(layer, index[shared]) < self.base).any():
                return None
            lonely = index[~shared]
            if layer and ((alone[lonely] != layer) & (alone[lonely] != 0)).any():
                return None
            if layer:
                alone[lonely] = layer
        return alone

    def reach(self) -> dict[str, NDArray[np.intp]]:
        """By layer: the program's parameters that it may move."""
        program = np.argsort(self._patch.place)
        found = {}
        for layer, name in enumerate(self.names, 1):
            mine = np.append(np.flatnonzero(self.alone == layer), self.parameter[self.number[self.layer == layer]])
            found[name] = program[mine]
        return found

    def own(self, layer: int, index: NDArray[np.intp]) -> NDArray[np.intp]:
        """The cells in which a layer has parameters, by their places in the patch map."""
        own = self._own.get(layer)
        return index if own is None else own[index]

    def scope_of(self, cells: NDArray[np.intp]) -> Scope:
        """What these cells are."""
        if not self.parameter.size:
            return self._patch.scope_of(cells)
        where: Index = cells
        return self._patch.scope_of(self.of[cells])._replace(where=where)
