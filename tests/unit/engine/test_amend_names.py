"""Devices, masters, fixtures, groups, lists get other names while they are in use: none is silent, nothing jumps."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from showctl.engine.command import Flash, Go, Highlight, MoveFader, Panic, Park, SetMaster, Stop
from showctl.program.amendment import renamed_in_turn
from showctl.program.opening import opened
from showctl.program.program import MidiTarget, Program
from showctl.session.edit_items import Delete
from showctl.session.edit_name import Rename
from showctl.showfile.item import Item
from showctl.showfile.load import Loaded, load_text, of_root
from tests.unit.engine.evening import Evening
from tests.unit.engine.programs import cue, program, send

SHOW = """
showctl: 1
show: {title: Names}
devices:
  desk: {type: osc, to: 127.0.0.1:9110}
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
patch:
  - {id: a1..a2, fixture: generic/dimmer, at: 1.1}
groups: {all: a1..a2}
masters: {band: {fixtures: a1}}
cues:
  - {cue: 1, light: {time: 0s, look: {a1: full, a2: 60%}}}
  - {cue: 2, fade: {device: desk, address: /ramp, from: 0, to: 100, time: 40s}}
  - {cue: 3, fade: {master: band, to: 0%, time: 10s}}
"""


class Edited:
    """An evening of a show that is edited while it plays."""

    def __init__(self, text: str = SHOW) -> None:
        self.states = [load_text(text)]
        self.evening = Evening(program_of(self.states[0]))
        self.renamed: list[Mapping[str, str]] = []

    def rename(self, kind: str, name: str, to: str, now: float) -> None:
        change = Rename(Item(kind, name), to).apply(self.states[-1].root)  # type: ignore[arg-type]
        self.states.append(of_root(change.root, self.states[-1]))
        self.renamed.append(change.renamed)
        self.evening.hand_over(program_of(self.states[-1]), now, change.renamed)

    def undo(self, now: float) -> None:
        self.states.pop()
        back = {after: before for before, after in self.renamed.pop().items()}
        self.evening.hand_over(program_of(self.states[-1]), now, back)

    def slots(self, now: float) -> list[int]:
        slots: list[int] = self.evening.stage.playback.mixer.levels(now)[0, :2].tolist()
        return slots

    def sent(self, first: float, last: float) -> int:
        for step in range(1, round((last - first) / 0.05) + 1):  # what is stale is not sent
            self.evening.stage.playback.advance(first + step * 0.05 + 1e-9)
        return sum(first + 1e-6 < due <= last + 1e-6 for _, due, _ in self.evening.sent)


def program_of(state: Loaded) -> Program:
    return opened(lambda: state).program


def test_a_fade_goes_on_to_a_device_under_its_new_name_and_back() -> None:
    show = Edited()
    for now in (0.0, 1.0):
        show.evening.play(Go(), now)
    assert show.sent(1.0, 3.0) == 40
    show.rename("device", "desk", "foh", 3.0)
    assert show.sent(3.0, 5.0) == 40
    show.rename("device", "foh", "out front", 5.0)
    assert show.sent(5.0, 7.0) == 40
    show.undo(7.0)
    show.undo(7.5)
    assert show.sent(7.5, 9.5) == 40
    assert show.sent(9.5, 60.0) == 630
    assert show.evening.said() == []


def test_a_fade_that_begins_where_the_last_one_ended_finds_it_under_the_new_name() -> None:
    text = SHOW + "  - {cue: 4, fade: {device: desk, address: /ramp, to: 0, time: 1s}}\n"
    show = Edited(text)
    for now in (0.0, 1.0, 2.0):
        show.evening.play(Go(), now)
    show.evening.play(Stop(cue="2"), 3.0)
    show.rename("device", "desk", "foh", 4.0)
    show.evening.play(Go(), 5.0)
    assert show.sent(5.0, 7.0) > 4
    assert show.evening.said() == []


def stopped(device: str, digest: str) -> Program:
    """A cue that is told to stop in two parts, half a second apart."""
    parts = (replace(send(1), device=device), replace(send(2, at=0.5), device=device))
    targets = (MidiTarget(device, "Keys", (replace(send(7), device=device),)),)
    return program(cue("1", duration=9.0, stop=parts), digest=digest, targets=targets)


def test_stop_and_panic_speak_to_a_device_under_its_new_name() -> None:
    for command, expected in ((Stop(), [1, 2]), (Panic(), [1, 7, 2])):
        for renamed_at in (11.0, 12.25):  # before the stop, and between its halves
            evening = Evening(stopped("keys", "1"))
            evening.play(Go(), 10.0)
            for now in sorted((renamed_at, 12.0)):
                if now == 12.0:
                    evening.play(command, now)
                else:
                    evening.hand_over(stopped("piano", "2"), now, {"device keys": "device piano"})
            evening.stage.playback.advance(20.0)
            assert sorted(data[-1] for _, _, data in evening.sent) == sorted(expected), (command, renamed_at)
            assert evening.sent[-1] == ("2", 12.5, (2).to_bytes(4, "big"))


def test_a_master_stays_where_it_is_under_its_new_name() -> None:
    show = Edited()
    show.evening.play(Go(), 0.0)
    show.evening.play(SetMaster(master="band", level=0.4), 1.0)
    assert show.slots(2.0) == [102, 153]
    show.rename("master", "band", "orch", 2.0)
    assert show.slots(2.0) == [102, 153]
    show.undo(3.0)
    assert show.slots(3.0) == [102, 153]


def test_a_fade_of_a_master_goes_on_under_its_new_name() -> None:
    show = Edited()
    for now in (0.0, 0.0, 0.0):
        show.evening.play(Go(), now)
    assert show.slots(4.0)[0] == 153
    show.rename("master", "band", "orch", 4.0)
    assert (show.slots(4.0)[0], show.slots(6.0)[0], show.slots(10.0)[0]) == (153, 102, 0)


def test_a_fader_holds_its_master_under_its_new_name() -> None:
    show = Edited()
    show.evening.play(Go(), 0.0)
    for level in (1.0, 0.9):
        show.evening.play(MoveFader(fader="x", master="band", level=level), 1.0)
    show.rename("master", "band", "orch", 2.0)
    show.evening.play(MoveFader(fader="x", master="orch", level=0.2), 3.0)
    assert show.slots(3.0) == [51, 153]


def test_a_flash_key_lets_go_of_its_master_under_its_new_name() -> None:
    show = Edited()
    show.evening.play(Go(), 0.0)
    show.evening.play(SetMaster(master="band", level=0.4), 1.0)
    show.evening.play(Flash(master="band", on=True, source="key"), 1.0)
    for turn, (name, to) in enumerate([("band", "orch"), ("orch", "strings")]):
        show.rename("master", name, to, 2.0 + turn)
        assert show.slots(2.0 + turn) == [255, 153]
    show.evening.play(Flash(master="band", on=False, source="other"), 4.0)
    assert show.slots(4.0) == [255, 153]
    show.undo(5.0)
    show.evening.play(Flash(master="band", on=False, source="key"), 6.0)
    assert show.slots(6.0) == [102, 153]


def test_what_is_parked_stays_so_under_new_names() -> None:
    show = Edited()
    for what in ("a1", "a2/intensity"):
        show.evening.play(Park(what=what, level=0.7), 1.0)
    before = show.slots(1.0)
    assert before == [179, 179]
    show.rename("fixture", "a1..a2", "c1..c2", 2.0)
    assert show.slots(2.0) == before
    hands = show.evening.stage.playback.hands
    assert [each.what for each in hands.parked] == ["c1", "c2/intensity"]
    show.undo(3.0)
    assert show.slots(3.0) == before
    assert [each.what for each in show.evening.stage.playback.hands.parked] == ["a1", "a2/intensity"]
    assert show.evening.said() == []


@pytest.mark.parametrize(
    ("asked", "kind", "name", "to", "now"),
    [
        ("a1..a2", "fixture", "a1..a2", "c1..c2", ("c1..c2",)),
        ("a1", "fixture", "a1..a2", "c1..c2", ("c1",)),
        ("all", "group", "all", "every", ("every",)),
        ("all", "fixture", "a1..a2", "c1..c2", ("all",)),
    ],
)
def test_what_is_highlighted_stays_so_under_its_new_name(
    asked: str, kind: str, name: str, to: str, now: tuple[str, ...]
) -> None:
    show = Edited()
    show.evening.play(Highlight(fixtures=(asked,), on=True), 1.0)
    before = show.slots(1.0)
    show.rename(kind, name, to, 2.0)
    assert (show.slots(2.0), show.evening.stage.playback.hands.highlighted) == (before, now)
    show.undo(3.0)
    assert (show.slots(3.0), show.evening.stage.playback.hands.highlighted) == (before, (asked,))
    assert show.evening.said() == []


def test_a_list_goes_on_under_its_new_name() -> None:
    text = SHOW.replace(
        "patch:",
        "lists: {extra: {label: Extra, cues: [{cue: 1, light: {time: 10s, look: {a2: full}}},"
        " {cue: 2, go: extra}]}}\npatch:",
    ).replace(", {cue: 2, go: extra}", ", {cue: 2, wait: 1s}")
    show = Edited(text)
    show.evening.play(Go(list="extra"), 0.0)
    before = show.slots(5.0)
    show.rename("list", "extra", "more", 5.0)
    assert show.slots(5.0) == before
    states = {each.name: each.standby for each in show.evening.stage.playback.player.lists()}
    assert states["more"] == "more/2"
    assert show.slots(11.0)[1] == 255
    show.undo(12.0)
    assert show.slots(12.0)[1] == 255
    assert {each.name: each.standby for each in show.evening.stage.playback.player.lists()}["extra"] == "extra/2"
    assert show.evening.said() == []


def test_two_that_swap_names_keep_what_is_theirs() -> None:
    turns = ({"fixture a": "fixture x"}, {"fixture b": "fixture a"}, {"fixture x": "fixture b"})
    together: Mapping[str, str] = {}
    for each in turns:
        together = renamed_in_turn(together, each)
    assert together == {"fixture a": "fixture b", "fixture b": "fixture a"}


def test_a_device_that_goes_while_a_deleted_cue_still_fades_it_is_told() -> None:
    show = Edited()
    for now in (0.0, 1.0):
        show.evening.play(Go(), now)
    for number, kind, name in ((1, "cue", "2"), (2, "device", "desk")):
        change = Delete((Item(kind, name),)).apply(show.states[-1].root)  # type: ignore[arg-type]
        show.states.append(of_root(change.root, show.states[-1]))
        show.evening.hand_over(program_of(show.states[-1]), 1.0 + number)
    said = "cue 2 still sends to desk, which is not in the show any more: nothing more is sent there"
    assert show.evening.said() == [said]
    show.rename("master", "band", "orch", 5.0)
    assert show.evening.said() == [said]  # once
