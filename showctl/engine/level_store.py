"""The levels in a mapped file: the console shows them from it, and a new engine goes on from it.

Two blocks, written in turns, each with a sequence number that is odd while it is written, and a checksum. So whatever
happens to the writer, the block before is whole; and neither the order in which another core sees the bytes nor a file
that something else wrote into can pass for levels. Readers read the file instead of mapping it: a file cut short is
then a short read and not a crash.
"""

import contextlib
import mmap
import os
import struct
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from showctl.model.address import SLOTS

_MAGIC = b"SHOWCTLV"
_VERSION = 3
_HEAD = struct.Struct("<8sIIIII64s")
"""Magic, version, U, P, bytes of names, checksum of what follows: the universe numbers (u16 each) and the names of what
else is kept (UTF-8, a line each), padded to 8; digest of the show."""
_BLOCK = struct.Struct("<QII")
"""Sequence, checksum of the rest of the block, nothing. Then touched (U), slots (U × 512), values (P float32), what is
kept by name (float64 each), and a note of MOST_NOTE bytes at most with its length before it (u32)."""
MOST_NOTE = 65_532
"""Bytes: what a thousand things need that are parked. A checksum of so many takes 20 µs."""
_LENGTH = struct.Struct("<I")
_ATTEMPTS = 4
"""Of a reader that the writer overtakes; between two writes there are tens of milliseconds."""


def _padded(size: int) -> int:
    return (size + 7) & ~7


class _Layout:
    def __init__(self, universes: int, parameters: int, names: bytes) -> None:
        self.universes, self.parameters = universes, parameters
        self.names = tuple(names.decode("utf-8", "replace").splitlines())
        self.first = _padded(_HEAD.size + 2 * universes + len(names))
        self.named = universes * (SLOTS + 1) + 4 * parameters
        self.note = self.named + 8 * len(self.names)
        self.payload = self.note + _LENGTH.size + MOST_NOTE
        self.block = _padded(_BLOCK.size + self.payload)
        self.size = self.first + 2 * self.block


class LevelStore:
    """The writer: one for each file, in one thread."""

    @classmethod
    def create(
        cls,
        path: Path,
        universes: tuple[int, ...],
        parameters: int = 0,
        digest: str = "",
        names: Iterable[str] = (),
        *,
        waits: bool = False,
    ) -> "LevelStore":
        """A new file in place of the old one, mode 0600. Who reads the old one still can. Raises OSError.

        `waits`: it takes that place with the first write only, so that there is no moment without levels: an engine
        lost in it would leave none. Where a mapped file cannot be renamed it does not wait.

        `parameters` is P, 0 for slots only; `digest` is that of the show whose parameters they are. `names`, without
        line ends, of numbers that are kept besides: where masters stand.
        """
        named = "\n".join(names).encode()
        layout = _Layout(len(universes), parameters, named)
        numbers = struct.pack(f"<{len(universes)}H", *universes) + named
        head = _HEAD.pack(
            _MAGIC, _VERSION, len(universes), parameters, len(named), zlib.crc32(numbers), digest.encode()[:64]
        )
        new = path.with_name(f"{path.name}.{os.getpid()}.new")
        new.unlink(missing_ok=True)
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        with open(os.open(new, flags, 0o600), "wb") as file:
            # All of it now: a disk that fills up later would kill whoever writes into the map.
            file.write((head + numbers).ljust(layout.size, b"\0"))
        waits = waits and os.name != "nt"
        if not waits:
            new.replace(path)
        with (new if waits else path).open("r+b") as file:
            mapped = mmap.mmap(file.fileno(), layout.size)
        return cls(mapped, layout, (new, path) if waits else None)

    def __init__(self, mapped: mmap.mmap, layout: _Layout, waiting: tuple[Path, Path] | None = None) -> None:
        self._waiting = waiting
        """The file, and whose place it takes when there is something in it; None: it has."""
        self._map = mapped
        self._layout = layout
        self._blocks = []
        view = np.frombuffer(mapped, np.uint8)
        for first in (layout.first, layout.first + layout.block):
            self._blocks.append((first, view[first + _BLOCK.size : first + _BLOCK.size + layout.payload]))
        self._writes = 0

    def write(
        self,
        levels: NDArray[np.uint8],
        touched: NDArray[np.bool_],
        values: NDArray[np.floating] | None = None,
        named: Mapping[str, float] | None = None,
        note: bytes = b"",
    ) -> None:
        """The slots (U × 512), which universes were touched (U,), the levels (P,) of all parameters, and numbers by
        name: those that the store has names for, 0 where there is none; and a note, left out if it is too long."""
        self._writes += 1
        first, payload = self._blocks[self._writes % 2]
        _BLOCK.pack_into(self._map, first, 2 * self._writes - 1, 0, 0)
        universes, parameters = self._layout.universes, self._layout.parameters
        payload[:universes] = touched
        payload[universes : universes * (SLOTS + 1)] = levels.reshape(-1)
        if parameters and values is not None:
            payload[universes * (SLOTS + 1) : self._layout.named] = values.astype("<f4").view(np.uint8)
        if named is not None:
            numbers = np.array([named.get(name, 0.0) for name in self._layout.names], "<f8")
            payload[self._layout.named : self._layout.note] = numbers.view(np.uint8)
        note = note if len(note) <= MOST_NOTE else b""
        written = _LENGTH.pack(len(note)) + note
        payload[self._layout.note : self._layout.note + len(written)] = np.frombuffer(written, np.uint8)
        _BLOCK.pack_into(self._map, first, 2 * self._writes, zlib.adler32(payload.data), 0)
        if self._waiting is not None:
            (new, path), self._waiting = self._waiting, None
            with contextlib.suppress(OSError):  # then the levels before stay; light is worth more than they are
                new.replace(path)

    def rename(self, digest: str) -> None:
        """The parameters are those of this state of the show as well."""
        self._map[_HEAD.size - 64 : _HEAD.size] = digest.encode()[:64].ljust(64, b"\0")

    def close(self) -> None:
        """Let go of the file; it stays, unless it still waits."""
        if self._waiting is not None:
            self._waiting[0].unlink(missing_ok=True)
        self._blocks.clear()
        self._map.close()


class Stored:
    """What a store holds: universe numbers, slots (U × 512), touched (U,), levels (P,) of all parameters, digest,
    numbers by name, and a note."""

    def __init__(self, universes: tuple[int, ...], digest: str, layout: _Layout, payload: bytes) -> None:
        count = len(universes)
        whole = np.frombuffer(payload, np.uint8)
        self.universes, self.digest = universes, digest
        self.touched: NDArray[np.bool_] = whole[:count] != 0
        self.levels: NDArray[np.uint8] = whole[count : count * (SLOTS + 1)].reshape(count, SLOTS)
        self.values: NDArray[np.floating] = np.frombuffer(payload, "<f4", layout.parameters, count * (SLOTS + 1))
        numbers = np.frombuffer(payload, "<f8", len(layout.names), layout.named)
        self.named: dict[str, float] = dict(zip(layout.names, numbers.tolist(), strict=True))
        (length,) = _LENGTH.unpack_from(payload, layout.note)
        self.note = payload[layout.note + _LENGTH.size :][: min(length, MOST_NOTE)]


class LevelReader:
    """Reads a store that may not be there, may be replaced, torn or something else altogether."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> tuple[tuple[int, ...], NDArray[np.uint8], NDArray[np.bool_]] | None:
        """Universe numbers, slots (U × 512) and touched (U,); None when there is nothing that is whole."""
        stored = self.stored()
        return (stored.universes, stored.levels, stored.touched) if stored else None

    def stored(self) -> Stored | None:
        """All of it, or None."""
        try:
            with self._path.open("rb", buffering=0) as file:
                for _ in range(_ATTEMPTS):
                    file.seek(0)
                    if stored := _parse(file.read()):
                        return stored
        except OSError:
            pass
        return None


def _parse(data: bytes) -> Stored | None:
    if len(data) < _HEAD.size:
        return None
    magic, version, count, parameters, named, checksum, digest = _HEAD.unpack_from(data)
    numbers = data[_HEAD.size : _HEAD.size + 2 * count + named]
    if (magic, version) != (_MAGIC, _VERSION) or zlib.crc32(numbers) != checksum:
        return None
    layout = _Layout(count, parameters, numbers[2 * count :])
    if len(data) != layout.size:
        return None
    blocks = [(*_BLOCK.unpack_from(data, first), first) for first in (layout.first, layout.first + layout.block)]
    for sequence, check, _, first in sorted(blocks, reverse=True):
        payload = data[first + _BLOCK.size : first + _BLOCK.size + layout.payload]
        if sequence and sequence % 2 == 0 and zlib.adler32(payload) == check:
            universes = struct.unpack_from(f"<{count}H", numbers)
            return Stored(universes, digest.rstrip(b"\0").decode("ascii", "replace"), layout, payload)
    return None
