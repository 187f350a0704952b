"""How fast MIDI may go: drivers lose bursts without a word."""

RATE = 120_000.0
"""Bytes per second. JACK lost what exceeded about 800 short messages in one period of 5 ms (measured); MIDI's own cable
carries 3,125 bytes per second, USB some hundred thousand."""
BURST = 3_072.0
"""Bytes that may go at once."""
LEAST = 12
"""Bytes that a message counts at least, for what is kept with it on the way."""


class Pace:
    """Says how long to wait before each message. Instants are seconds on any one clock."""

    def __init__(self) -> None:
        self._free_at = 0.0
        """When all that was sent so far will have gone at RATE."""

    def wait(self, size: int, now: float) -> float:
        """Seconds to wait before a message of this size, which is counted as sent then."""
        start = max(self._free_at, now)
        self._free_at = start + max(size, LEAST) / RATE
        return max(0.0, start - now - BURST / RATE)
