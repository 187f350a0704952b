"""Any look over any shipped profile either is levels or says what is wrong with it; never anything else."""

from typing import Any

import numpy as np
from hypothesis import event, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from showctl.model.look import Look
from showctl.model.problem import Problems
from tests.unit.program.look_rig import LIBRARY, LookRig

_LOOK = TypeAdapter(Look)
NUMBERS = st.sampled_from(["0", "0.5", "50", "100", "-30", "270", "1e3", "999999999", "12.5"])
UNITS = st.sampled_from([" Hz", " rpm", " K", " deg", "%", " bpm", "", " ms", " s", " m"])
QUANTITIES = st.tuples(NUMBERS, UNITS).map("".join)
LEVELS = st.sampled_from(["full", "out", "dmx 0", "dmx 128", "dmx 65535", "release", "50%"])
WORDS = st.sampled_from(
    ["open", "closed", "Open", "Strobe 8 Hz", "Turning 50%", "pulse 3 Hz", "Rings", "nothing", "low", "x y"]
)
PLAIN = QUANTITIES | LEVELS | WORDS
FANS = st.tuples(PLAIN, PLAIN).map("..".join)
SETTINGS = PLAIN | FANS
COLOURS = st.sampled_from(
    ["#ff8800", "#000000", "#ffffff", "2700 K", "5600 K", "19000 K", "L201", "L106", "R80", "gold", "blue"]
)
COLOUR_SETTINGS = COLOURS | st.tuples(COLOURS, COLOURS).map("..".join) | st.sampled_from(["release", "night", "cold"])
PALETTES = {
    "intensity": {"low": "30%"},
    "colour": {"night": {"hue": "225"}, "cold": "5600 K"},
    "position": {"podium": {"pan": "-18", "tilt": "42"}},
    "beam": {"tight": {"zoom": "20", "gobo": "Rings"}},
    "mixed": {"all": {"a1..a3": {"intensity": "low", "colour": "night", "position": "podium"}}},
}
MODES = [(name, mode) for name in LIBRARY.names for mode in LIBRARY.get(name).modes]


@st.composite
def looks(draw: st.DrawFn) -> tuple[LookRig, dict[str, Any]]:
    profile, mode = draw(st.sampled_from(MODES))
    other, other_mode = draw(st.sampled_from(MODES))
    rig = LookRig(
        {"a1..a3": f"{profile} mode {mode}", "b": f"{other} mode {other_mode}"}, {"all": ["b", "a1..a3"]}, PALETTES
    )
    names = sorted({n for f in rig.table.fixtures.values() for n in f.layout.names})
    keys = st.sampled_from([*names, "intensity", "strobe", "pulse", "shutter", "red", "position", "beam"])
    entry = draw(st.dictionaries(keys, SETTINGS, max_size=4))
    if draw(st.booleans()):
        entry["colour"] = draw(COLOUR_SETTINGS)
    if draw(st.booleans()):
        entry |= draw(st.sampled_from([{"palette": "all"}, {"position": "podium"}, {"beam": "tight"}, {"time": "2s"}]))
    return rig, {draw(st.sampled_from(["a1..a3", "all", "b"])): entry}


@settings(max_examples=200, deadline=None)
@given(looks())
def test_levels_or_problems(made: tuple[LookRig, dict[str, Any]]) -> None:
    rig, written = made
    try:
        moves = rig.looks.moves(_LOOK.validate_python(written), ("look",))
    except (ValidationError, Problems) as wrong:
        event(type(wrong).__name__)
        return
    event("levels")
    levels = moves.targets
    assert levels.dtype == np.float32
    assert moves.parameters.dtype == np.int32
    assert (np.isnan(levels) | ((levels >= 0) & (levels <= 1))).all()
    assert (np.diff(moves.parameters) > 0).all()
    assert len(levels) == len(moves.parameters) == len(moves.time) == len(moves.delay)
