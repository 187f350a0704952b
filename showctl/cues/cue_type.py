"""What each cue type adds to a cue."""

from showctl.cues.rig import Rig
from showctl.model.cue import Cue
from showctl.model.effect import Effect, Send


class CueType(Cue):
    """A cue that says what it does. The subclass adds one field, named like the type."""

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        """What the cue does from its action on. Raises Problems when the rig cannot."""
        raise TypeError(f"{type(self).__name__} does not say what it does")

    def stop_effects(self, rig: Rig) -> tuple[Send, ...]:
        """What is sent when the cue is stopped before it is done; often nothing."""
        return ()
