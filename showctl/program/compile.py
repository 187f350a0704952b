"""Show → Program: everything is resolved and checked before the show, so that playing it cannot fail."""

from dataclasses import dataclass

from showctl.cues.acting import ActingCue
from showctl.cues.group import GroupCue
from showctl.cues.release import ReleaseCue
from showctl.model.cue import Cue, CueId, CueList
from showctl.model.problem import Problem, Problems, Question
from showctl.model.show import OscInput, Show
from showctl.program.cue_compile import CompiledTop, compile_cue
from showctl.program.device_table import DeviceProfiles
from showctl.program.endless import endless
from showctl.program.forgiven import Forgiven
from showctl.program.ground import same_ground, same_rig, stands, unconcerned
from showctl.program.light_list import complete_light
from showctl.program.marking import Marked
from showctl.program.midi_table import midi_listener
from showctl.program.parkable import Parkables
from showctl.program.patch_table import FixtureProfiles
from showctl.program.program import CompiledCue, CompiledList, OscListener, Program
from showctl.program.rigging import Rigging, rigging
from showctl.program.sharing import shared
from showctl.program.show_rig import ShowRig
from showctl.program.target import TargetTable


def compile_show(
    show: Show,
    fixtures: FixtureProfiles,
    profiles: DeviceProfiles,
    digest: str,
    *,
    whole: bool = True,
    all_sent: bool = True,
    all_palettes: bool = True,
    forgiven: Forgiven | None = None,
    questions: list[Question] | None = None,
    marked: list[Marked] | None = None,
) -> Program:
    """What the engine plays. Raises Problems with everything that is wrong, but for what can be `forgiven`, if given:
    then cues that cannot play are broken, and fixtures whose profile is not there are left out.

    Problems of cues have paths `("@cue", id, …)`, the others paths from the top of the file. `digest` names the state
    of the file. With `whole` false, parts of the show that were wrong themselves have been left out of it: then names
    that are not there are no problem, nor is what takes no time. `all_sent` false: among these may be devices that send
    universes. `all_palettes` false: among them may be palettes that are named. What is not wrong and perhaps not meant
    is added to `questions`, if given, and to `marked` which cues move fixtures in black for others.
    """
    rig = rigging(show, fixtures, profiles, whole, all_sent, forgiven, all_palettes)
    targets = TargetTable(show.cue_lists, whole)
    return _program(show, digest, rig, targets, {}, whole, forgiven, questions, marked)


class Compiler:
    """Compiles one state of a show after another: only what an edit changed, and what depends on it, is compiled again.

    States share what they have in common: parts that are the same object are taken to be unchanged; what comes out the
    same is the same object again. The profiles are those that the first state found. Belongs to one thread.
    """

    def __init__(self, fixtures: FixtureProfiles, profiles: DeviceProfiles, before: "Compiler | None" = None) -> None:
        """`before`: with other profiles, whose last state the next one shares what comes out the same with."""
        self._fixtures, self._profiles = fixtures, profiles
        self._show: Show | None = None
        self._rigging: Rigging | None = None
        self._targets: TargetTable | None = None
        self._tops: dict[int, _Kept] = {}
        self._of_rig: Forgiven | None = None
        """What was forgiven of the rig."""
        self._last: Program | None = before._last if before is not None else None

    def program(
        self,
        show: Show,
        digest: str,
        questions: list[Question] | None = None,
        forgiven: Forgiven | None = None,
    ) -> Program:
        """As `compile_show`. Raises Problems; what was kept stays good."""
        before = self._show
        if (
            self._rigging is None
            or before is None
            or not same_rig(before, show)
            or (self._of_rig is None) != (forgiven is None)
        ):
            if (self._of_rig is None) != (forgiven is None):
                before = None
            self._of_rig = None if forgiven is None else Forgiven()
            rig = rigging(show, self._fixtures, self._profiles, True, True, self._of_rig)
            of_last = self._rigging.table if self._rigging is not None else None
            if of_last is None or before is None or not same_ground(before, show) or not stands(of_last, rig.table):
                self._tops = {}
            else:
                unmoved = unconcerned(before, show)
                self._tops = {key: kept for key, kept in self._tops.items() if unmoved(kept.cue)}
            self._rigging = rig
        if self._targets is None or before is None or not _same_numbers(before, show):
            # Cues may mean others than before, so all that name any are to be resolved again.
            self._targets = TargetTable(show.cue_lists, True)
            self._tops = {key: kept for key, kept in self._tops.items() if not kept.names_cues}
        self._show = show
        if forgiven is not None and self._of_rig is not None:
            forgiven.rest += self._of_rig.rest
        program = _program(show, digest, self._rigging, self._targets, self._tops, True, forgiven, questions, None)
        self._rigging.lights.forget()
        used = {id(cue) for cue_list in show.cue_lists.values() for cue in cue_list.cues}
        self._tops = {key: kept for key, kept in self._tops.items() if key in used}
        self._last = program = shared(self._last, program)
        return program


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made of a cue at the top of a list. The cue is held, so that nothing else can have its identity."""

    cue: Cue
    list: str
    layer: int
    segments: frozenset[str] | None
    """That cues could start, if any in it starts one."""
    top: CompiledTop

    @property
    def names_cues(self) -> bool:
        """Whether anything in it means other cues by their numbers."""
        return any(isinstance(cue, ActingCue | ReleaseCue) for cue in self.cue.walk())


def _program(
    show: Show,
    digest: str,
    rig: Rigging,
    targets: TargetTable,
    kept: dict[int, _Kept],
    whole: bool,
    forgiven: Forgiven | None,
    questions: list[Question] | None,
    marked: list[Marked] | None,
) -> Program:
    """Raises Problems. What is compiled without any is put into `kept`, and taken from there."""
    questions = questions if questions is not None else []
    problems: list[Problem] = [*rig.problems]
    cues: dict[CueId, CompiledCue] = {}
    segments = frozenset(segment.id for segment in show.run_of_show) if forgiven is not None else None
    lists: list[CompiledList] = []
    leads, tracks_specially = False, show.info.mark
    for layer, (name, cue_list) in enumerate(show.cue_lists.items(), 1):
        seen = ShowRig(
            rig.looks,
            rig.lights,
            rig.devices,
            targets,
            whole,
            tuple(show.masters),
            forgiven,
            segments,
            list_name=name,
            asked=rig.asked,
            layer=layer,
        )
        ids = []
        for cue in cue_list.cues:
            top = _top(cue, name, layer, seen, kept)
            cues.update(top.cues)
            problems += top.problems
            questions += top.questions
            leads = leads or top.leads
            tracks_specially = tracks_specially or top.tracks_specially
            ids.append(next(iter(top.cues)))
        lists.append(CompiledList(name, cue_list.label, tuple(ids), cue_list.cart, cue_list.priority, cue_list.merge))
    parkables = Parkables(rig.table, rig.looks)
    midi = midi_listener(show.inputs.midi, show.masters if whole else None, parkables, problems)
    if tracks_specially:
        complete_light(show, cues, rig.sorts, rig.table.parameters, questions, marked if marked is not None else [])
    problems += endless(cues, (each.cues for each in lists)) if whole and leads else []
    questions += rig.questions
    if problems:
        raise Problems(problems)
    panic = show.info.panic
    return Program(
        title=show.info.title,
        digest=digest,
        go_guard=show.info.go_guard,
        panic_time=panic.time,
        panic_light="look" if isinstance(panic.light, dict) else panic.light,
        panic_look=rig.panic_look,
        lists=tuple(lists),
        cues=cues,
        targets=rig.targets,
        universes=rig.table.universes,
        parameters=rig.table.parameters,
        osc_input=_osc_input(show.inputs.osc),
        midi_input=midi,
        masters=rig.masters,
        go_to_time=show.info.go_to_time,
        grand=show.info.grand_master,
        fixtures=rig.fixtures,
        segments=tuple(each.id for each in show.run_of_show),
        left_out=forgiven.left_out if forgiven is not None else (),
    )


def _top(cue: Cue, list_name: str, layer: int, rig: ShowRig, kept: dict[int, _Kept]) -> CompiledTop:
    known = kept.get(id(cue))
    if (
        known is not None
        and (known.list, known.layer) == (list_name, layer)
        and (known.segments is None or known.segments == rig.segments)
        and not _forgiven(rig, known.top)
    ):
        return known.top
    segments = rig.segments if any(each.starts_segment for each in cue.walk()) else None
    top = compile_cue(cue, list_name, rig)
    if not top.problems and not _forgiven(rig, top):
        kept[id(cue)] = _Kept(cue, list_name, layer, segments, top)
    return top


def _forgiven(rig: ShowRig, top: CompiledTop) -> bool:
    """Whether anything in it is broken, or leaves something out: that is to be said of each state anew."""
    forgiven = rig.forgiven
    if forgiven is None or not (forgiven.cues or forgiven.partly):
        return False
    return any(cue in forgiven.cues or cue in forgiven.partly for cue in top.cues)


def _same_numbers(before: Show, show: Show) -> bool:
    """Whether every list has the same cues, by number and id, in the same order and groups."""
    lists, others = before.cue_lists, show.cue_lists
    return [*lists] == [*others] and all(_alike(lists[name], others[name]) for name in lists)


def _alike(one: CueList, other: CueList) -> bool:
    return (
        one.cart == other.cart
        and len(one.cues) == len(other.cues)
        and all(a is b or _shape(a) == _shape(b) for a, b in zip(one.cues, other.cues, strict=True))
    )


def _shape(cue: Cue) -> tuple[object, ...]:
    inside = tuple(map(_shape, cue.children)) if isinstance(cue, GroupCue) else ()
    return (cue.number, cue.id, cue.group if isinstance(cue, GroupCue) else None, inside)


def _osc_input(osc: OscInput) -> OscListener | None:
    return OscListener(osc.port, osc.interface, osc.senders) if osc.enabled else None
