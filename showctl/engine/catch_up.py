"""Starting a cue as if its GO had been some time ago: its past is made up for in silence."""

from functools import partial

from showctl.engine.active_cues import ActiveCues
from showctl.engine.event import CueActed, CueEnded, CueStarted
from showctl.engine.foresight import MOST_STEPS, TOLERANCE
from showctl.engine.outcome import Begun, TakeUp
from showctl.engine.restoring import Restoring
from showctl.engine.run import Run
from showctl.model.cue import CueId
from showctl.model.effect import Fade, MasterFade


def start_at(
    active: ActiveCues, cue: CueId, at: float, due: float, parent: Run | None, restores: Restoring | None
) -> bool:
    """Start a cue at `due` as if its GO had been `at` seconds before.

    Of what lies before `due` nothing is sent and nothing asked; fades, waits and what plays stand where they would.
    False: too much lies there; then nothing was started.
    """
    first = active.next_run
    active.past.enter(due)
    active.start(cue, due - at, parent, restores)
    whole = active.agenda.carry_out_before(due - TOLERANCE, MOST_STEPS)
    fades = active.past.leave(active.runs)
    started = [run for number, run in active.runs.items() if number >= first]
    if whole:
        active.agenda.not_before(due)
        _tell(active, started, due)
        if fades:
            active.tell(TakeUp(due, _not_overtaken(fades, due)))
    else:
        active.agenda.withdraw({run.number for run in started})
        for run in started:
            del active.runs[run.number]
            if run.parent is not None:
                run.parent.inside.pop(run.number, None)
    if parent is not None:  # what was started in it may be over already
        active.agenda.add(due, parent.number, partial(active.close_if_done, parent))
    return whole


def _tell(active: ActiveCues, started: list[Run], due: float) -> None:
    """Tell how far they are."""
    for run in started:
        cue, number = run.cue.id, run.number
        active.tell(CueStarted(due=due, cue=cue, run=number, armed=run.armed, into=max(0.0, due - run.go_at)))
        if run.acted:
            active.tell(CueActed(due=due, cue=cue, run=number))
            if run.restores is not None:
                for each in run.restores.told(number, cue, run.action_at, due):
                    active.tell(each)
        if run.ended:
            active.tell(CueEnded(due=due, cue=cue, run=number))


def _not_overtaken(fades: list[Begun], due: float) -> tuple[Begun, ...]:
    """Those of which anything is left. Once a fade has arrived before any other began, it does not matter any more what
    its parameters did before it.
    """
    settled: set[bytes | str] = set()
    left = []
    following = due
    for each in reversed(fades):
        moved = each.fade.master if isinstance(each.fade, MasterFade) else each.fade.parameters
        if moved not in settled:
            left.append(each)
            if _takes_all(each.fade) and each.begun + _lasts(each.fade) <= following:
                settled.add(moved)
        following = each.begun
    left.reverse()
    return tuple(left)


def _takes_all(fade: Fade | MasterFade) -> bool:
    """Whether it moves all that it names, wherever that is."""
    return isinstance(fade, MasterFade) or (fade.only == "all" and not fade.mark)


def _lasts(fade: Fade | MasterFade) -> float:
    return fade.time if isinstance(fade, MasterFade) else fade.lasts
