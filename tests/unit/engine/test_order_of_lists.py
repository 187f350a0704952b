"""Several lists, each in its own order: whatever is done to standby, and whatever is given back, each list owns what
its cues before standby leave, and the highest priority and then the highest level are on stage. A panic's look is
nobody's, and stays where it was until its lists, a GO that restores or a release of all take it out.
"""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from numpy.typing import NDArray

from showctl.engine.command import AnyCommand, Go, Panic, ReleaseList, SetStandby, StepStandby
from showctl.engine.standby import Orders
from showctl.host.simulate import Rehearsal
from showctl.model.cue import CueId
from showctl.model.effect import Fade
from showctl.program.program import Child, CompiledCue, CompiledList, Program
from showctl.program.tracked import TrackedLight
from tests.unit.program.chased_shows import chased_shows, dimmers, fade

LONG = 1_000.0
LISTS = ("main", "b")


@st.composite
def two_lists(draw: st.DrawFn) -> Program:
    """Over the same four dimmers, each with its priority; a fifth is lit by panic alone, as may be the others."""
    main, other = draw(chased_shows(light_only=True)), draw(chased_shows(light_only=True))
    cues = {cue.id: _of(cue, "main", 1) for cue in main.cues.values()}
    cues |= {f"b/{cue.id}": _of(cue, "b", 2) for cue in other.cues.values()}
    priorities = draw(st.sampled_from([(5, 5), (5, 6), (7, 5)]))
    look = draw(st.dictionaries(st.integers(0, 4), st.sampled_from([0.25, 1.0]), min_size=1))
    ids = (main.lists[0].cues, tuple(f"b/{cue}" for cue in other.lists[0].cues))
    lists = zip(LISTS, ids, priorities, strict=True)
    return replace(
        main,
        cues=cues,
        lists=tuple(CompiledList(name, "", some, priority=high) for name, some, high in lists),
        universes=(1, 2, 3, 4, 5),
        parameters=dimmers(5),
        panic_light="look",
        panic_look=(fade(1.0, look),),
    )


def _of(cue: CompiledCue, list_name: str, layer: int) -> CompiledCue:
    def renamed(id: CueId) -> CueId:
        return id if list_name == "main" else f"{list_name}/{id}"

    return replace(
        cue,
        id=renamed(cue.id),
        list=list_name,
        parent=renamed(cue.parent) if cue.parent is not None else None,
        children=tuple(Child(renamed(child.cue), child.at) for child in cue.children),
        effects=tuple(replace(effect, layer=layer) for effect in cue.effects if isinstance(effect, Fade)),
    )


@st.composite
def walks(draw: st.DrawFn) -> tuple[Program, list[AnyCommand]]:
    show = draw(two_lists())
    names = st.sampled_from(LISTS)
    go = st.builds(Go, list=names)
    other = st.one_of(
        st.builds(SetStandby, cue=st.sampled_from(list(show.cues))),
        st.builds(StepStandby, list=names, step=st.integers(-3, 3)),
        st.builds(ReleaseList, list=names, time=st.sampled_from([0.0, 2.0])),
        st.builds(Panic),
    )
    return show, draw(st.lists(go | other, min_size=1, max_size=12))


@given(walks())
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_each_list_owns_what_it_tracks_and_the_highest_is_on_stage(walk: tuple[Program, list[AnyCommand]]) -> None:
    show, commands = walk
    evening, tracked = Rehearsal(show), TrackedLight(show)
    owned = {name: np.full(5, np.nan) for name in LISTS}
    nobodys = np.zeros(5)
    for number, command in enumerate(commands):
        was = {each.name: each.standby for each in evening.playback.player.lists()}
        orders = evening.playback.player._orders.lists
        in_order = {name: order.in_order for name, order in orders.items()}
        list(evening.command(command, number * LONG))
        list(evening.finish())
        if isinstance(command, Go) and was[command.list] is not None:
            standby = {each.name: each.standby for each in evening.playback.player.lists()}
            owned[command.list] = levels_before(show, tracked, command.list, standby[command.list])
            nobodys[~np.isnan(owned[command.list])] = 0.0
            if tracked.moves(command.list) and not in_order[command.list]:
                nobodys[tracked.moved(command.list)] = 0.0
                nobodys[never_moved(tracked)] = 0.0
        elif isinstance(command, ReleaseList) and tracked.moves(command.list):
            owned[command.list] = np.full(5, np.nan)
            if all(order.given_back or not order.lit for name, order in orders.items() if tracked.moves(name)):
                nobodys[:] = 0.0
        elif isinstance(command, Panic):
            for each in show.panic_look:
                which = np.frombuffer(each.parameters, "<i4")
                nobodys[which] = np.frombuffer(each.targets, "<f4")
                for levels in owned.values():
                    levels[which] = np.nan
        evening.playback.mixer.levels((number + 0.9) * LONG)
        assert np.array_equal(evening.playback.mixer.values, on_stage(show, owned, nobodys)), number


def levels_before(show: Program, tracked: TrackedLight, name: str, standby: CueId | None) -> NDArray[np.float64]:
    orders = Orders(show, {name: standby})
    index, inside = orders.passed(orders.lists[name])
    found = np.full(5, np.nan)
    if (fade := tracked.before(name, index, 0.0, inside=inside)) is not None:
        found[np.frombuffer(fade.parameters, "<i4")] = np.frombuffer(fade.targets, "<f4")
    return found


def never_moved(tracked: TrackedLight) -> list[int]:
    moved = {parameter for name in LISTS for parameter in tracked.moved(name).tolist()}
    return [parameter for parameter in range(5) if parameter not in moved]


def on_stage(show: Program, owned: dict[str, NDArray[np.float64]], nobodys: NDArray[np.float64]) -> NDArray[np.float64]:
    found = nobodys.copy()
    for parameter in range(5):
        owners = [each for each in show.lists if not np.isnan(owned[each.name][parameter])]
        top = max((each.priority for each in owners), default=0)
        if owners:
            found[parameter] = max(owned[o.name][parameter] for o in owners if o.priority == top)
    return found
