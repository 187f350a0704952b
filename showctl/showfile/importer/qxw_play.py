"""What playing a function of QLC+ comes to: values that it sets, functions that it runs, and what has no place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from showctl.showfile.importer.qxw_parts import Function, Values

RUNNING = {"Chaser", "Sequence"}


@dataclass(slots=True)
class Play:
    """`values` of all scenes in it together; `runs`: chasers and sequences; `others`: what does not come over."""

    values: Values = field(default_factory=dict)
    scenes: list[Function] = field(default_factory=list)
    runs: list[Function] = field(default_factory=list)
    others: list[Function] = field(default_factory=list)
    missing: int = 0

    @property
    def fade_in(self) -> float:
        """The longest of its scenes."""
        return max((scene.fade_in or 0.0 for scene in self.scenes), default=0.0)

    @property
    def fade_out(self) -> float:
        return max((scene.fade_out or 0.0 for scene in self.scenes), default=0.0)


class Plays:
    """What each function plays, worked out once. `spend` counts the values, and ends what has no end."""

    def __init__(self, functions: Mapping[int, Function], spend: Callable[[int], None]) -> None:
        self.functions = functions
        self._spend = spend
        self._found: dict[int, Play] = {}

    def of(self, number: int) -> Play:
        """A function, with all that collections hold; each once, so that circles end.

        Where several scenes have a value for a channel the highest counts, as it does there for what is intensity.
        """
        if number not in self._found:
            self._found[number] = self._of(number)
        return self._found[number]

    def _of(self, number: int) -> Play:
        play = Play()
        seen: set[int] = set()
        wanted = [number]
        while wanted:
            each = wanted.pop()
            if each in seen:
                continue
            seen.add(each)
            function = self.functions.get(each)
            if function is None:
                play.missing += 1
            elif function.kind == "Scene":
                play.scenes.append(function)
                self._spend(size(function.values))
                for fixture, channels in function.values.items():
                    had = play.values.setdefault(fixture, {})
                    had |= {channel: max(value, had.get(channel, 0)) for channel, value in channels.items()}
            elif function.kind == "Collection":
                self._spend(len(function.steps))
                wanted += reversed([step.function for step in function.steps])
            else:
                (play.runs if function.kind in RUNNING else play.others).append(function)
        return play


def size(values: Values) -> int:
    """How many there are."""
    return sum(map(len, values.values()))
