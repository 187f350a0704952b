"""E1.31 sequence numbers: one count for each universe and each synchronisation address, whatever goes under it."""

import numpy as np
from numpy.typing import NDArray

from showctl.model.address import LAST_UNIVERSE

_FAR = 128
"""Half the circle. A receiver drops a packet whose number is up to 20 behind the last one (E1.31 §6.7.2), and nobody
knows the last one of an engine that was lost: of two numbers half a circle apart it takes at least one."""


class Sequences:
    """The number that went out last, by universe and by synchronisation address, 1..63999; 0 where none did.

    All devices of an engine share it, from one state of the show to the next: a receiver that hears two of them, or the
    same one anew, hears one count. Belongs to the thread that sends.
    """

    def __init__(self) -> None:
        self.data: NDArray[np.uint8] = np.zeros(LAST_UNIVERSE + 1, np.uint8)
        self.sync: NDArray[np.uint8] = np.zeros(LAST_UNIVERSE + 1, np.uint8)

    def next_sync(self, address: int) -> int:
        """The number of the synchronisation packet that goes out now."""
        number = (int(self.sync[address]) + 1) % 256
        self.sync[address] = number
        return number

    def leap(self) -> None:
        """On by half the circle."""
        self.data += _FAR
        self.sync += _FAR
