"""The PyPI `sacn` library's receiver: the first independent reader of our E1.31 packets.

It reports a packet only if its slots differ from those of the packet before, so it tells levels and not frame rates;
and a packet that it cannot read ends its thread, so a test that gets nothing should look at tshark next.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import sacn
from sacn.messages.data_packet import DataPacket

from tests.receivers.wait import wait_until


class Received(NamedTuple):
    time: float  # of the callback, time.monotonic() in seconds
    packet: DataPacket

    @property
    def levels(self) -> tuple[int, ...]:
        return tuple(self.packet.dmxData)


class SacnReceiver:
    def __init__(self) -> None:
        self.received: dict[int, list[Received]] = {}

    def note(self, packet: DataPacket) -> None:
        self.received.setdefault(packet.universe, []).append(Received(time.monotonic(), packet))

    def levels(self, universe: int) -> tuple[int, ...]:
        """The 512 newest levels of a universe; empty while nothing has come."""
        received = self.received.get(universe)
        return received[-1].levels if received else ()

    def wait_for(self, universe: int, address: int, level: int, timeout: float = 5.0) -> None:
        def has_come() -> bool:
            return self.levels(universe)[address - 1 : address] == (level,)

        wait_until(has_come, f"{universe}.{address} at {level} in the sacn receiver", timeout)


@contextmanager
def running_sacn_receiver(
    universes: Sequence[int] = (1,), *, bind: str = "127.0.0.1", multicast: bool = False
) -> Iterator[SacnReceiver]:
    """Receives on port 5568 of the address. `multicast` joins the groups (bind to 0.0.0.0 and see namespace.py)."""
    library = sacn.sACNreceiver(bind_address=bind)
    receiver = SacnReceiver()
    for universe in universes:
        library.register_listener("universe", receiver.note, universe=universe)
        if multicast:
            library.join_multicast(universe)
    library.start()
    try:
        yield receiver
    finally:
        library.stop()
