"""`main/12` means cue 12 in a show file and on the command line; by OSC there was no such cue."""

import pytest

from showctl.inputs.osc_command import understood
from showctl.model.message import OscMessage
from showctl.model.osc_argument import OscArgument
from showctl.outputs.osc_codec import encode


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("/cue/main/12/start", None),
        ("/cue/main/12/stop", None),
        ("/standby", "main/12"),
        ("/take", "main/12"),
        ("/arm", "main/12"),
        ("/reset", "main/12"),
    ],
)
def test_the_main_list_may_be_named(address: str, text: str | None) -> None:
    arguments = () if text is None else (OscArgument("s", text),)
    (command,), complaints = understood(encode(OscMessage(address, arguments)), "OSC")
    assert not complaints
    assert command.cue == "12"  # type: ignore[union-attr]
