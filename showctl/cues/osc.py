"""OSC cue: send one OSC message with typed arguments."""

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf, PlainSerializer, WithJsonSchema

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Effect, Send
from showctl.model.frozen import Frozen
from showctl.model.message import OscArgument, OscMessage
from showctl.model.osc_argument import check_address, parse_argument, write_argument
from showctl.model.selection import Name
from showctl.model.unit import Flag, Text

Address = Annotated[Text, AfterValidator(check_address)]
Argument = Annotated[
    InstanceOf[OscArgument],
    BeforeValidator(parse_argument),
    PlainSerializer(write_argument),
    WithJsonSchema({"type": ["string", "number", "boolean", "object"], "description": "An OSC argument"}),
]


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Arguments = Annotated[tuple[Argument, ...], BeforeValidator(_one_or_many)]


class OscAction(Frozen):
    """One message to one device."""

    device: Name
    address: Address
    args: Arguments = ()
    chase: Flag = Field(default=False, description="Whether a state chase replays it: yes for what sets a value")

    @property
    def message(self) -> OscMessage:
        return OscMessage(self.address, self.args)


class OscCue(CueType):
    """Send one OSC message."""

    osc: OscAction

    @property
    def duration(self) -> float:
        return 0.0

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        rig.device(self.osc.device, "osc", ("osc", "device"))
        return (Send(0.0, self.osc.device, self.osc.message, chase=self.osc.chase),)
