"""How long a light cue takes, as far as its own lines say: what the console shows before anything is compiled."""

import pytest

from showctl.cues.light import LightCue
from showctl.model.light import KindTimes


@pytest.mark.parametrize(
    ("light", "seconds"),
    [
        ({"time": "3s", "look": {}}, 3),
        ({"time": {"up": "3s", "down": "6s"}, "look": {"a": "full"}}, 6),
        ({"time": {"up": "3s", "down": "6s"}, "delay": {"up": "5s"}, "look": {"a": "full"}}, 11),
        ({"time": {"up": "3s", "down": "6s", "colour": "1s"}, "look": {"a": {"colour": "#ff0000"}}}, 1),
        ({"time": {"up": "3s", "position": "9s"}, "look": {"a": {"intensity": "full", "pan": 0}}}, 9),
        ({"time": {"up": "3s", "position": "9s"}, "look": {"a": "full", "b": {"pan": 0, "time": "4s"}}}, 4),
        ({"time": "3s", "delay": "1s", "look": {"a": {"gobo": "10%"}}}, 1),
        ({"time": "3s", "look": {"a": {"gobo": "10%", "delay": "7s"}}}, 7),
        ({"time": {"up": "1s", "beam": "8s"}, "look": {"a": {"palette": "preset"}}}, 8),
        ({"time": "3s", "look": {"a": "full"}, "parts": [{"delay": "4s", "look": {"b": "full"}}]}, 7),
        ({"block": "yes", "time": {"up": "2s"}}, 2),
    ],
)
def test_how_long_it_takes(light: dict[str, object], seconds: float) -> None:
    assert LightCue.model_validate({"cue": "1", "light": light}).duration == seconds


def test_times_by_kind() -> None:
    times = KindTimes(up=3, colour=2)
    assert [times.of(kind) for kind in ("intensity", "position", "colour", "beam", "control")] == [3, 3, 2, 3, 3]
    assert times.falling == 3
