"""A program, or what amends one, in parts: small enough that taking one in never holds up the dispatcher's process for
long."""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from showctl.model.cue import CueId
from showctl.program.amendment import Amendment
from showctl.program.program import CompiledCue, Program

MOST = 65_536
"""Bytes of an encoded part. Decoding holds the GIL: 6 MB of small objects at once took 256 ms (measured)."""
_ROOM = MOST - 64
"""Bytes of content of a part, its own frame taken off."""


class Head(Struct, frozen=True, tag="program head"):
    """The program without its cues, and how many of them are to come."""

    program: Program
    cues: int


class Cues(Struct, frozen=True, tag="program cues"):
    """Some cues, each encoded by itself."""

    cues: tuple[bytes, ...]


class Slice(Struct, frozen=True, tag="program slice"):
    """A piece of an encoded part that is too long as a whole. Such parts are long arrays, which are quick to decode."""

    data: bytes
    last: bool


class Change(Struct, frozen=True, tag="program change"):
    """An amendment without its cues, and how many of them are to come. For the others see `Amendment`."""

    start: str
    head: Program
    same: tuple[str, ...]
    gone: tuple[CueId, ...]
    renamed: dict[CueId, CueId]
    cues: int


Part = Head | Change | Cues | Slice

_encode = msgspec.msgpack.Encoder().encode
_decode_cue = msgspec.msgpack.Decoder(CompiledCue).decode
_decode_part = msgspec.msgpack.Decoder(Head | Change | Cues).decode


def parts(program: Program) -> Iterator[Part]:
    """The parts of a program, in order, none longer than MOST when encoded."""
    yield from _sliced(Head(replace(program, cues={}), len(program.cues)))
    yield from _batches(program.cues.values())


def amending_parts(amendment: Amendment) -> Iterator[Part]:
    """The parts of an amendment, in order, none longer than MOST when encoded."""
    same, renamed = tuple(sorted(amendment.same)), dict(amendment.renamed)
    cues = amendment.cues
    yield from _sliced(Change(amendment.start, amendment.head, same, amendment.gone, renamed, len(cues)))
    yield from _batches(cues)


def _batches(cues: Iterable[CompiledCue]) -> Iterator[Part]:
    batch: list[bytes] = []
    size = 0
    for cue in cues:
        data = _encode(cue)
        if batch and size + len(data) + 5 > _ROOM:
            yield from _sliced(Cues(tuple(batch)))
            batch, size = [], 0
        batch.append(data)
        size += len(data) + 5
    if batch:
        yield from _sliced(Cues(tuple(batch)))


def _sliced(part: Head | Change | Cues) -> Iterator[Part]:
    data = _encode(part)
    if len(data) <= MOST:
        yield part
        return
    for start in range(0, len(data), _ROOM):
        yield Slice(data[start : start + _ROOM], start + _ROOM >= len(data))


class Assembly:
    """Puts the parts of one program, or of one amendment, together again. Raises ValueError for parts that do not fit
    together."""

    def __init__(self) -> None:
        self._head: Head | Change | None = None
        self._cues: dict[str, CompiledCue] = {}
        self._slices: list[bytes] = []

    def add(self, part: Part) -> None:
        """Take the next part. A head begins anew, whatever came before."""
        if isinstance(part, Slice):
            self._slices.append(part.data)
            if part.last:
                whole = _decode_part(b"".join(self._slices))
                self._slices.clear()
                self._take(whole)
        else:
            self._slices.clear()
            self._take(part)

    def _take(self, part: Head | Change | Cues) -> None:
        if isinstance(part, Head | Change):
            self._head = part
            self._cues = {}
            return
        for data in part.cues:
            cue = _decode_cue(data)
            self._cues[cue.id] = cue

    @property
    def complete(self) -> bool:
        """Whether nothing is missing any more."""
        return self._head is not None and len(self._cues) == self._head.cues and not self._slices

    def whole(self) -> Program | Amendment:
        """What has come. Raises ValueError while it is not complete."""
        head = self._head
        if not isinstance(head, Change) or not self.complete:
            return self.program()
        cues = tuple(self._cues.values())
        return Amendment(head.start, head.head, frozenset(head.same), head.gone, cues, head.renamed)

    def program(self) -> Program:
        """The program. Raises ValueError while it is not complete."""
        if not isinstance(self._head, Head) or not self.complete:
            raise ValueError("parts of the program are missing")
        return replace(self._head.program, cues=self._cues)
