"""Going on from the levels of a lost engine: by universe, whatever else changed."""

from pathlib import Path

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from showctl.engine.command import Highlight, Park, SetBlackout, SetMaster
from showctl.engine.frames import Frames
from showctl.engine.level_store import LevelReader, LevelStore, Stored
from showctl.engine.master import BLACKOUT
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.host.claim import claims_of
from showctl.host.recovery import recovered
from showctl.link.meeting import Claim
from showctl.model.effect import Fade, MasterFade
from showctl.program.opening import opened
from showctl.program.program import Program
from showctl.showfile.load import load_text

SHOW = """\
showctl: 1
show: {title: Recovery}
devices:
  rig: {type: sacn, universes: UNIVERSES, to: [127.0.0.1, "127.0.0.2:6000"]}
patch:
  - {id: lamp1..lamp4, fixture: generic/dimmer, at: 2.1}
  - {id: other, fixture: generic/dimmer, at: LAST.1}
cues:
  - {cue: 1, light: {time: 0s, look: {lamp1: full}}}
"""


def program_of(universes: str) -> Program:
    text = SHOW.replace("UNIVERSES", universes).replace("LAST.1", f"{universes[-1]}.5")
    return opened(lambda: load_text(text)).program


def playing(program: Program) -> Playback:
    return Playback(program, Player(program), mixer_for(program), {}, lambda event: None)


def stored(path: Path, program: Program, digest: str) -> Stored:
    """A store with 200 at 2.1 and 7 at 2.9, where nothing is patched; universe 2 alone was touched."""
    store = LevelStore.create(path, program.universes, len(program.parameters.default) // 4, digest)
    row = program.universes.index(2)
    levels = np.zeros((len(program.universes), 512), np.uint8)
    levels[row, 0], levels[row, 8] = 200, 7
    touched = np.zeros(len(program.universes), np.bool_)
    touched[row] = True
    values = np.zeros(len(program.parameters.default) // 4)
    values[0] = 200 / 255
    store.write(levels, touched, values)
    store.close()
    read = LevelReader(path).stored()
    assert read
    return read


@pytest.mark.parametrize("now", ["1-3", "2", "2-5"])
def test_levels_go_on_by_universe(tmp_path: Path, now: str) -> None:
    before, after = program_of("1-3"), program_of(now)
    known = recovered(stored(tmp_path / "levels", before, "another"), after)
    playback = playing(after)
    mixer = playback.mixer
    known.restore(playback, None)
    row = after.universes.index(2)
    assert mixer.touched.tolist() == [universe == 2 for universe in after.universes]
    assert mixer.levels(0.0)[row, 0] == 200
    assert mixer.levels(0.0)[row, 1] == 0


def test_the_new_store_has_them_at_once_and_they_are_still_to_be_sent(tmp_path: Path) -> None:
    program = program_of("1-3")
    known = recovered(stored(tmp_path / "levels", program, program.digest), program)
    assert known.values is not None
    playback = playing(program)
    mixer = playback.mixer
    store = LevelStore.create(tmp_path / "new", program.universes, len(known.values), program.digest)
    known.restore(playback, store)
    store.close()
    read = LevelReader(tmp_path / "new").stored()
    assert read
    assert read.levels[0, 0] == 200
    assert read.touched.tolist() == [True, False]
    assert mixer.stale
    mixer.levels(1.0)
    frames = Frames(2)
    frames.note(mixer.take_changed() & mixer.touched, mixer.moving_rows, 1.0)
    assert frames.due(1.0).tolist() == [0]


def test_claims_are_every_universe_at_every_place() -> None:
    assert claims_of(program_of("2-3")) == (
        Claim(2, "127.0.0.1", 5568),
        Claim(2, "127.0.0.2", 6000),
        Claim(3, "127.0.0.1", 5568),
        Claim(3, "127.0.0.2", 6000),
    )


def test_multicast_is_a_place_on_its_network() -> None:
    rig = "type: sacn, universes: 300, to: multicast, interface: "
    show = SHOW.split("patch:")[0] + f"  lo: {{{rig}127.0.0.1}}\n  away: {{{rig}eth9}}\n"
    claims = claims_of(opened(lambda: load_text(show.replace("UNIVERSES", "1"))).program)
    assert [claim.host for claim in claims if claim.universe == 300] == ["239.255.1.44%eth9", "239.255.1.44%lo"]


def test_masters_stand_where_they_stood_and_the_output_is_the_same(tmp_path: Path) -> None:
    program = program_of("1-3")
    before, playback = mixer_for(program), playing(program)
    after = playback.mixer
    before.fade(1, 0.0, next(effect for effect in program.cues["1"].effects if isinstance(effect, Fade)))
    before.masters.fade(2, 0.0, MasterFade(0.0, 4.0, "grand", None, 0.0))
    before.masters.set_blackout(True)
    out = before.levels(1.0).copy()
    for digest in (program.digest, "another"):
        store = LevelStore.create(
            tmp_path / "levels", program.universes, len(before.values), digest, ("grand", BLACKOUT)
        )
        store.write(out, before.touched, before.values, before.masters.stored(1.0))
        read = LevelReader(tmp_path / "levels").stored()
        assert read
        recovered(read, program).restore(playback, store)
        assert (after.levels(0.0) == out).all()
        assert after.masters.stored(5.0) == {"grand": 0.75, BLACKOUT: 1.0}
    known = recovered(read, program)
    assert known.values is None


@pytest.mark.parametrize("same", [True, False])
def test_what_is_parked_and_highlighted_stays_so(tmp_path: Path, same: bool) -> None:
    program = program_of("1-3")
    before, after = playing(program), playing(program)
    fades = [effect for effect in program.cues["1"].effects if isinstance(effect, Fade)]
    for run, fade in enumerate(fades, 1):
        before.mixer.fade(run, 0.0, fade)
    for command in (
        Park(what="lamp1"),
        Park(what="lamp2", level=0.5),
        Park(what="2.9", level=1.0),
        Highlight(fixtures=("lamp3",), on=True),
        SetBlackout(on=True),
    ):
        before.handle(command, 1.0)
        before.advance(1.0)
    before.mixer.fade(9, 1.0, replace(fades[0], targets=np.zeros(1, "<f4").tobytes()))
    out = before.mixer.levels(1.0)
    row = program.universes.index(2)
    assert out[row, [0, 1, 2, 8]].tolist() == [255, 128, 0, 255]
    store = LevelStore.create(tmp_path / "levels", program.universes, 5, program.digest, ("grand", BLACKOUT))
    masters = before.mixer.masters.stored(1.0)
    store.write(out, before.mixer.touched, before.mixer.values, masters, before.hands.note())
    read = LevelReader(tmp_path / "levels").stored()
    assert read
    if not same:
        read.digest = "another"
    assert recovered(read, program).restore(after, None) == []
    assert after.mixer.levels(0.0)[row, [0, 1, 2, 8]].tolist() == [255, 128, 0, 255]
    assert [(each.what, round(each.level, 2)) for each in after.hands.parked] == [
        ("lamp1", 1.0),
        ("lamp2", 0.5),
        ("2.9", 1.0),
    ]
    after.handle(SetBlackout(on=False), 1.0)
    after.advance(1.0)
    assert after.mixer.levels(1.0)[row, [0, 1, 2, 8]].tolist() == [255, 128, 255, 255]
    assert after.mixer.values[0] == 0.0


def test_what_is_gone_is_said() -> None:
    program, playback = program_of("1-3"), playing(program_of("1-3"))
    noted = playback.hands.noted(_note({"lamp9": 0.5, "9.1": None}, ("lamps",)), np.zeros((3, 512), np.uint8))
    assert playback.hands.go_on_from(noted, 0.0) == [
        "'lamp9' is not there any more, and is no longer parked",
        "'9.1' is not there any more, and is no longer parked",
        "'lamps' is not there any more, and is no longer highlighted",
    ]
    assert program.fixtures.names == ("lamp1", "lamp2", "lamp3", "lamp4", "other")


@pytest.mark.parametrize("note", [b"", b"\x00", b"\xc1\xff", b"\x92\x01\x02"])
def test_a_note_that_cannot_be_read_says_nothing(note: bytes) -> None:
    hands = playing(program_of("1-3")).hands
    assert hands.go_on_from(hands.noted(note, np.zeros((3, 512), np.uint8)), 0.0) == []


def _note(parked: dict[str, float | None], highlighted: tuple[str, ...]) -> bytes:
    return msgspec.msgpack.encode({"parked": parked, "highlighted": highlighted})


def test_what_a_master_brings_goes_on_and_goes_with_it(tmp_path: Path) -> None:
    text = SHOW.replace("UNIVERSES", "2").replace("LAST.1", "2.5")
    text += "masters: {sun: {look: {lamp1: full, lamp2: 50%}}}\n"
    program = opened(lambda: load_text(text)).program
    before, after = playing(program), playing(program)
    for now, level in ((1.0, 0.5), (2.0, 0.8)):
        before.handle(SetMaster(master="sun", level=level), now)
        before.advance(now)
    out = before.mixer.levels(2.0)
    assert out[0, :2].tolist() == [204, 102]
    names = ("grand", "sun", BLACKOUT)
    store = LevelStore.create(tmp_path / "levels", program.universes, 5, program.digest, names)
    store.write(out, before.mixer.touched, before.mixer.values, before.mixer.masters.stored(2.0))
    read = LevelReader(tmp_path / "levels").stored()
    assert read
    assert recovered(read, program).restore(after, store) == []
    assert after.mixer.levels(0.0)[0, :2].tolist() == [204, 102]
    for now, level, expected in ((1.0, 1.0, [255, 128]), (2.0, 0.0, [0, 0])):
        after.handle(SetMaster(master="sun", level=level), now)
        after.advance(now)
        assert after.mixer.levels(now)[0, :2].tolist() == expected
