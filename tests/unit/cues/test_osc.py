"""OSC cues: what is written is what is sent."""

from typing import Any

import pytest
from pydantic import ValidationError

from showctl.cues.osc import OscCue
from showctl.model.message import OscArgument, OscMessage


def cue(**osc: Any) -> OscCue:
    return OscCue.model_validate({"cue": "1", "osc": {"device": "desk", **osc}})


def test_arguments_keep_their_types() -> None:
    written = ["12", "0.5", "text", "true", {"i": "1"}, {"d": "2"}, {"b": "01 ff"}]
    assert cue(address="/a/b", args=written).osc.message == OscMessage(
        "/a/b",
        (
            OscArgument("i", 12),
            OscArgument("f", 0.5),
            OscArgument("s", "text"),
            OscArgument("T"),
            OscArgument("i", 1),
            OscArgument("d", 2.0),
            OscArgument("b", b"\1\xff"),
        ),
    )


def test_one_argument_needs_no_list() -> None:
    assert cue(address="/a", args="12").osc.args == (OscArgument("i", 12),)
    assert cue(address="/a").osc.args == ()
    assert cue(address="/a").duration == 0


@pytest.mark.parametrize("address", ["a", "", "/a b", "/a/*", "/a,b", "/{a}", "/a#", "/[a]", "/a?", "/a\0"])
def test_addresses_that_cannot_be(address: str) -> None:
    with pytest.raises(ValidationError, match="not an OSC address"):
        cue(address=address)


def test_a_cue_written_and_read_again_is_the_same() -> None:
    written = cue(address="/a", args=["12", "0.1", {"b": "01"}, {"T": None}, {"s": "12"}])
    assert OscCue.model_validate(written.model_dump()) == written
