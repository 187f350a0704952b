"""What the engine needs of outputs, as protocols, so that it imports none of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from showctl.engine.event import Sent
from showctl.engine.snapshot import DeviceStatus
from showctl.model.cue import CueId
from showctl.model.message import Message

Report = Callable[[Sent], None]
"""Takes note of a message that left; safe to call from any thread, never blocks."""


class MessageOutput(Protocol):
    """A device that takes messages. No method blocks, raises, or resolves a name, but for `open` and `close`."""

    device: str

    def prepare(self, messages: Iterable[Message]) -> None:
        """Encode ahead, off the dispatcher's path."""
        ...

    def send(self, cue: CueId, message: Message, due: float, *, ramp: bool = False) -> None:
        """Send now, or hand to the device's own sender thread. Reports each message once it left, or failed.

        `ramp` marks a value on its way to another: where many wait, the oldest of these are left out first.
        """
        ...

    def status(self) -> DeviceStatus: ...

    def close(self) -> None:
        """Stop threads, close sockets and ports. May take a moment; called after the dispatcher has ended."""
        ...


class FrameOutput(Protocol):
    """A device that takes DMX frames for some of the program's universes."""

    device: str
    rate: float
    """Frames a second of one universe while it moves, at the most. Fixed."""
    next_due: float
    """When `follow` is to be called; infinity for never. Changed by `send` and `follow` only."""

    def send(self, rows: NDArray[np.intp], levels: NDArray[np.uint8]) -> None:
        """Send one frame for each of these rows (indices into Program.universes) that this device has.

        `levels` is the whole universe × 512 array. Never blocks, never raises.
        """
        ...

    def follow(self, now: float) -> None:
        """Send what belongs to frames that were sent and is due at `now`: priorities, synchronisation.

        Never blocks, never raises.
        """
        ...

    def terminate(self, rows: NDArray[np.intp], at: str | None = None) -> None:
        """Send stream-terminated for these rows (E1.31 §6.2.6), to one destination as `streams` names it, or to all."""
        ...

    def renumber(self, universes: Sequence[int]) -> None:
        """The program has these universes now: the rows of the levels. Those that this device has are the same."""
        ...

    def streams(self) -> set[tuple[str, int]]:
        """Each destination with each universe that it is sent."""
        ...

    def status(self) -> DeviceStatus: ...

    def close(self) -> None: ...
