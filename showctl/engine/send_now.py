"""What a cue sends and sets, without its waits, times and curves."""

from collections.abc import Iterator

from msgspec.structs import replace

from showctl.model.effect import Fade, MasterFade, Ramp, Send
from showctl.model.ramp_message import ramp_messages
from showctl.program.program import CompiledCue


def now_of(cue: CompiledCue) -> Iterator[Send | Fade | MasterFade]:
    """Messages with the pauses that they have between them, ramps at their end, light and masters where the cue brings
    them; nothing that it asks of other cues, and none of its moves in black."""
    first = min((effect.at for effect in cue.effects if isinstance(effect, Send)), default=0.0)
    for effect in cue.effects:
        match effect:
            case Send():
                yield replace(effect, at=effect.at - first)
            case Ramp():
                for message in ramp_messages(effect, effect.end):
                    yield Send(0.0, effect.device, message)
            case Fade() if not effect.mark:
                yield replace(effect, at=0.0, time=0.0, time_down=None, only="all")
            case MasterFade():
                yield replace(effect, at=0.0, time=0.0)
