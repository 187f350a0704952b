"""One run of a cue: from its start until it is done and nothing is to follow from it any more."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from showctl.engine.agenda import Entry
from showctl.engine.amending import Amending
from showctl.engine.restoring import Restoring
from showctl.engine.snapshot import ActiveCue, CueState
from showctl.model.cue import Continue, CueId
from showctl.program.program import CompiledCue


@dataclass(slots=True, eq=False)
class Run:
    """Instants are seconds on the monotonic clock; a pause moves them all."""

    number: int
    cue: CompiledCue
    go_at: float
    action_at: float
    done_at: float
    """Planned; of a group whose cues were paused or stopped, the best guess until they are done."""
    next_at: float | None
    """When the next cue starts by itself; None when none does, or when it has started."""
    then: Continue
    """What that depends on. In a playlist this is not for the cue to say alone."""
    armed: bool
    parent: "Run | None" = None
    restores: Restoring | None = None
    """Light to bring to where the cue expects it, at its action, if its GO was out of order."""
    times_left: int = 0
    """How often the action is still done again; below 0: for ever."""
    time_done_at: float = 0.0
    """When the action is done this time, as far as that can be known."""
    acted: bool = False
    ended: bool = False
    paused_at: float | None = None
    withheld: list[Entry] = field(default_factory=list)
    """While paused: what is still to come."""
    entered: bool = False
    """Whether GO came in at another cue than this group's first."""
    opened: bool = False
    """Whether this group has started what is inside, or is about to: then it is done when they are."""
    to_start: int = 0
    """Cues inside that have not started yet, and light that a group still brings back."""
    inside: "dict[int, Run]" = field(default_factory=dict)
    """Cues inside that are started and not yet over."""
    queue: deque[CueId] = field(default_factory=deque)
    """In a playlist: the cues still to come this time round."""
    loops: bool = False
    """In a playlist: whether it begins again after the last."""
    fading_out: bool = False
    """Whether it is to stop when its light is out."""
    lap: int = 0
    """How often it has begun: itself, or a playlist its first cue."""
    leads_to: CueId | None = None
    """With `pinned`: the cue that follows when this one continues, whatever its list says now."""
    pinned: bool = False
    """Whether the show was edited since this run began."""
    gone: bool = False
    """Whether its cue is not in the show any more."""
    lit: dict[CueId, int] = field(default_factory=dict)
    """Of cues inside that are over and moved light: their last run, which may still own it."""

    def amend(self, amending: Amending, followed_by: Mapping[CueId, CueId]) -> bool:
        """Go on as it was started, in the next state of the show. `followed_by`: which cue came after which when it was
        started or amended last. Whether its cue is gone.
        """
        if self.next_at is not None:
            leads_to = self.leads_to if self.pinned else followed_by.get(self.cue.id)
            while leads_to is not None and amending.cue(leads_to) is None:
                leads_to = followed_by.get(leads_to)
            self.leads_to = amending.cue(leads_to) if leads_to is not None else None
        self.pinned = True
        gone = self.gone = amending.cue(self.cue.id) is None
        self.cue = amending.compiled(self.cue, gone=gone)
        self.withheld = [entry.amended(amending) for entry in self.withheld]
        self.restores = self.restores.amended(amending) if self.restores is not None else None
        if not gone:
            inside = (amending.inside(cue, self.cue.id) for cue in self.queue)
            self.queue = deque(cue for cue in inside if cue is not None)
        self.lit = {amending.cue(cue) or cue: run for cue, run in self.lit.items()}
        return gone

    def walk(self) -> "Iterator[Run]":
        """This run and all inside it."""
        yield self
        for child in self.inside.values():
            yield from child.walk()

    @property
    def restored_at(self) -> float:
        """When the light has arrived that this run, or a group around it, brings back."""
        around = self.parent.restored_at if self.parent is not None else self.action_at
        return max(around, self.action_at + (self.restores.lasts if self.restores is not None else 0.0))

    @property
    def in_playlist(self) -> bool:
        """Whether another cue takes this one's place when it is stopped."""
        return self.parent is not None and self.parent.cue.mode == "playlist"

    @property
    def all_inside_done(self) -> bool:
        """Whether a group has nothing left to do."""
        return self.opened and self.acted and not self.ended and not self.to_start and not self.inside

    @property
    def over(self) -> bool:
        """Whether the cue is done and nothing is to follow from it."""
        return self.ended and self.next_at is None

    def shift(self, seconds: float) -> None:
        """Move all instants, and those of the groups around that wait for this run."""
        self.go_at += seconds
        self.action_at += seconds
        self.done_at += seconds
        self.time_done_at += seconds
        if self.next_at is not None:
            self.next_at += seconds
        self.put_off_parents()

    def plan_end(self, done_at: float) -> None:
        """The cue is now to be done at another instant."""
        self.done_at = done_at
        if self.next_at is not None and self.then is Continue.AUTO_FOLLOW:
            self.next_at = done_at
        self.put_off_parents()

    def put_off_parents(self) -> None:
        """A group is not done before what is inside it."""
        run = self
        while (parent := run.parent) is not None:
            parent.done_at = max(parent.done_at, run.done_at)
            if parent.next_at is not None and parent.then is Continue.AUTO_FOLLOW:
                parent.next_at = parent.done_at
            run = parent

    def seen(self) -> ActiveCue:
        """As clients see it."""
        lap_at, lap_done_at = self._lap or (0.0, 0.0)
        return ActiveCue(
            run=self.number,
            cue=self.cue.id,
            state=self._state,
            go_at=self.go_at,
            action_at=self.action_at,
            done_at=self.done_at,
            next_at=self.next_at,
            paused_at=self.paused_at,
            parent=self.parent.number if self.parent else None,
            lap=self.lap if self._lap is not None else 0,
            lap_at=lap_at,
            lap_done_at=lap_done_at,
            gone=self.cue.number if self.gone else "",
            label=self.cue.label if self.gone else "",
        )

    @property
    def _lap(self) -> tuple[float, float] | None:
        """Between which instants what goes round plays now; None for what comes to an end."""
        if not self.acted or self.ended:
            return None
        if self.loops and self.inside:
            track = next(reversed(self.inside.values()))
            return track.action_at, track.done_at
        return (self.time_done_at - self.cue.duration, self.time_done_at) if self.times_left < 0 else None

    @property
    def _state(self) -> CueState:
        if self.paused_at is not None:
            return "paused"
        if not self.acted:
            return "pre-wait"
        return "post-wait" if self.ended else "running"
