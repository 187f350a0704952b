"""How one state of the show becomes the next, for what plays meanwhile: cues that go by other ids, or are gone; effects
that were compiled against another patch."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Protocol, Self, TypeVar, runtime_checkable

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from showctl.model.cue import CueId
from showctl.model.effect import Ask, Effect, Fade, MasterFade, Ramp, Send
from showctl.model.master import GRAND
from showctl.program.program import CompiledCue, Program
from showctl.program.renaming import Renaming

_Said = TypeVar("_Said", Send, Ramp)


@runtime_checkable
class Amendable(Protocol):
    """Something that is planned, and names cues or effects."""

    def amended(self, amending: "Amending") -> Self:
        """The same for the next state of the show."""
        ...


class Amending:
    """From `before` to `after`. Making one is for the thread that has the time; what it says is then quick to ask."""

    def __init__(
        self,
        before: Program,
        after: Program,
        renamed: Mapping[CueId, CueId] | None = None,
        parameters: NDArray[np.intp] | None = None,
        layers: Mapping[int, int] | None = None,
    ) -> None:
        """`renamed`: cues that go by another id, and what else goes by another name. `parameters`: which of the
        program's parameters after each of those before is, -1 for none; None: all are the same. `layers`: the same of
        `Fade.layer`, 0 for what is nobody's.
        """
        self.before, self.after = before, after
        self.renamed = {was: now for was, now in (renamed or {}).items() if was in before.cues and now in after.cues}
        self._taken = set(self.renamed.values())
        self.names = Renaming(renamed)
        self.parameters, self.layers = parameters, layers
        self._gone = any(cue not in after.cues for cue in before.cues)
        self._regrouped = any(
            cue.parent is not None
            and (now := after.cues.get(cue.id)) is not cue
            and now is not None
            and now.parent != cue.parent
            for cue in before.cues.values()
        )
        self._devices = {target.device for target in after.targets}
        self._devices_kept = all(target.device in self._devices for target in before.targets)

    def cue(self, cue: CueId) -> CueId | None:
        """The id that a cue has now; None if it is gone. One that was gone and is there again, as after an undo, is the
        same cue."""
        now = self.renamed.get(cue)
        return cue if now is None and cue in self.after.cues and cue not in self._taken else now

    def cues(self, some: Iterable[CueId]) -> tuple[CueId, ...]:
        """The ids that these have now, without those that are gone."""
        return tuple(now for cue in some if (now := self.cue(cue)) is not None)

    def inside(self, cue: CueId, group: CueId) -> CueId | None:
        """The id that a cue has now; None if it is gone, or not inside this group any more."""
        now = self.cue(cue)
        return now if now is not None and self.after.cues[now].parent == group else None

    @cached_property
    def leaves_effects(self) -> bool:
        """Whether all effects mean what they meant."""
        masters = {each.name for each in self.after.masters}
        return (
            not (self.renamed or self.names or self._gone or self._regrouped)
            and self.parameters is None
            and self.layers is None
            and self._devices_kept
            and all(each.name in masters for each in self.before.masters)
        )

    def compiled(self, cue: CompiledCue, *, gone: bool) -> CompiledCue:
        """A cue as it was started, as the next state of the show knows it. `gone`: it is not there any more, so that
        all inside it is as it was."""
        if self.leaves_effects:
            return cue
        effects = tuple(each for effect in cue.effects if (each := self.effect(effect)) is not None)
        stop = tuple(said for each in cue.stop if (said := self.said(each)) is not None)
        inside, own_id = cue.children, cue.id if gone else self.cue(cue.id) or cue.id
        if not gone:
            inside = tuple(
                replace(each, cue=now) for each in inside if (now := self.inside(each.cue, own_id)) is not None
            )
        parent = cue.parent if cue.parent is None else self.cue(cue.parent) or cue.parent
        own_list = self.names.now("list", cue.list) or cue.list
        return replace(cue, id=own_id, list=own_list, parent=parent, effects=effects, stop=stop, children=inside)

    def effect(self, effect: Effect) -> Effect | None:
        """What was compiled before, for the next state; None if nothing is left of it."""
        match effect:
            case Fade():
                return self.fade(effect)
            case Ask():
                return self._ask(effect)
            case Send():
                return self.said(effect)
            case Ramp():
                return self.said(effect)
            case MasterFade():
                master = self.names.now("master", effect.master)
                known = (GRAND, *(each.name for each in self.after.masters))
                return replace(effect, master=master) if master is not None and master in known else None
        return effect

    def fade(self, fade: Fade) -> Fade | None:
        """A fade of those parameters that are still there; None if none is."""
        if self.layers is not None:
            fade = replace(fade, layer=self.layers.get(fade.layer, 0))
        if self.parameters is None:
            return fade
        parameters = self.parameters[np.frombuffer(fade.parameters, "<i4")]
        kept = parameters >= 0
        if not kept.any():
            return None
        targets = np.frombuffer(fade.targets, "<f4")[kept]
        return replace(fade, parameters=parameters[kept].astype("<i4").tobytes(), targets=targets.tobytes())

    def raw(self, parameters: bytes) -> bytes:
        """The program's parameters, little-endian int32: those that are still there."""
        if self.parameters is None:
            return parameters
        now = self.parameters[np.frombuffer(parameters, "<i4")]
        return bytes(now[now >= 0].astype("<i4").tobytes())

    def _ask(self, ask: Ask) -> Ask | None:
        if any(self.cue(cue) is None for cue in (*ask.only_if, *ask.if_flagged)):
            return None  # what is not there is neither armed nor flagged
        names = {each.name for each in self.after.lists}
        cues = self.cues(ask.cues)
        lists = tuple(now for name in ask.lists if (now := self.names.now("list", name)) in names)
        if (ask.cues or ask.lists) and not (cues or lists):
            return None
        only_if, if_flagged = self.cues(ask.only_if), self.cues(ask.if_flagged)
        return replace(ask, cues=cues, lists=lists, only_if=only_if, if_flagged=if_flagged)

    @cached_property
    def drops_devices(self) -> bool:
        """Whether any is gone."""
        return any(self.device(target.device) is None for target in self.before.targets)

    def device(self, name: str) -> str | None:
        """What a device is called now; None if it is gone."""
        now = self.names.now("device", name)
        return now if now in self._devices else None

    def said(self, effect: _Said) -> _Said | None:
        """What goes to a device, whatever that is called now; None if it is gone."""
        now = self.device(effect.device)
        return effect if now == effect.device else None if now is None else replace(effect, device=now)
