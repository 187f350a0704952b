"""How much leaves a second, from counts that only grow. No widgets."""

OVER = 2.0
"""Seconds over which it is measured, at most."""


class Rates:
    """Of several counts by name."""

    def __init__(self) -> None:
        self._seen: dict[str, list[tuple[float, int]]] = {}

    def rate(self, name: str, count: int, now: float) -> float:
        """What it grew a second over the last two seconds, or since it was first seen. A count that shrinks, or an
        instant before the last, begins anew: another engine tells."""
        seen = self._seen.setdefault(name, [])
        if seen and (count < seen[-1][1] or now < seen[-1][0]):
            seen.clear()
        if not seen or now > seen[-1][0]:
            seen.append((now, count))
        while len(seen) > 2 and seen[1][0] <= now - OVER:
            seen.pop(0)
        began, before = seen[0]
        long = now - began
        return (count - before) / long if long > 0 else 0.0
