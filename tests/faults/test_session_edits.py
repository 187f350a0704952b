"""Edits of a show that plays: by the session that has it open, and by others through it. What runs plays on."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from showctl.engine.command import Go
from showctl.engine.snapshot import Snapshot
from showctl.session.edit_words import parse
from showctl.session.session import Session
from showctl.session.state import Update
from tests.faults import stage
from tests.receivers.wait import wait_until


class Desk:
    """A session, and what it has told so far."""

    def __init__(self, show: Path) -> None:
        self.session = Session(show, osc_port=-1)
        self.seen: Snapshot | None = None
        self.said: list[str] = []
        self.session.start()

    def poll(self) -> Update:
        update = self.session.poll()
        self.seen = update.snapshot or self.seen
        self.said += [notice.text for notice in update.notices]
        return update

    def follows(self) -> bool:
        """Whether the engine plays the document as it is now."""
        update = self.poll()
        return (
            update.engine.kind == "attached"
            and self.seen is not None
            and self.seen.digest == self.session.program.digest
        )

    def standby(self) -> str | None:
        self.poll()
        return next((each.standby for each in self.seen.lists), None) if self.seen is not None else None

    def active(self) -> list[str]:
        self.poll()
        return [each.cue for each in self.seen.active] if self.seen is not None else []


@pytest.fixture
def desk(show: Path) -> Iterator[Desk]:
    desk = Desk(show)
    try:
        wait_until(desk.follows, "the engine")
        yield desk
    finally:
        desk.session.close(stop_engine=True, discard_edits=True)


def test_what_runs_plays_on_while_the_show_is_edited(desk: Desk, wire: stage.Wire) -> None:
    with stage.listening(stage.DESK_PORT) as osc:
        began = time.monotonic()
        desk.session.send(Go(list="main"))
        wait_until(lambda: desk.active() == ["1"], "cue 1 active")
        assert desk.session.edit(parse("set cue 1 light time 60s")) == "light time of cue 1"
        desk.session.edit(parse("renumber 2..4 from 20"))
        wait_until(desk.follows, "the edits in the engine")
        wait_until(lambda: desk.standby() == "20", "standby under its new number")
        wait_until(lambda: wire.level() == 255, "cue 1 done as it was started")
        assert time.monotonic() - began < 10  # the three seconds that it had, not sixty
        desk.session.edit(parse("set cue 20 osc address /edited"))
        wait_until(desk.follows, "the edit in the engine")
        desk.session.send(Go(list="main"))
        wait_until(lambda: any(packet.startswith(b"/edited\0") for _, packet in osc.packets), "what was edited")
        desk.session.edit(parse("delete cue 21"))
        wait_until(lambda: desk.follows() and desk.standby() == "22", "standby moved to the next cue")
        for _ in range(4):
            assert desk.session.undo()
        assert not desk.poll().document.is_dirty  # type: ignore[union-attr]
        wait_until(desk.follows, "the show as it was")
        wait_until(lambda: "2" in desk.active(), "the cue that runs, under its old number")
    levels = [frame.levels[0] for frame in wire.frames()]
    assert levels == sorted(levels)  # no glitch on the way up


def test_others_edit_through_the_session(desk: Desk, show: Path) -> None:
    done = stage.showctl("edit", show, "set", "cue", "2", "label", "From elsewhere")
    assert done.returncode == 0, done.stderr
    assert "not saved yet" in done.stdout
    wait_until(desk.follows, "the edit in the engine")
    assert desk.session.show.cues[1].label == "From elsewhere"
    assert any("showctl edit edited the show: label of cue 2" in text for text in desk.said)
    assert desk.poll().document.is_kept  # type: ignore[union-attr]
    assert "From elsewhere" not in show.read_text()
    refused = stage.showctl("edit", show, "delete", "segment", "opening")
    assert refused.returncode == 1
    assert "segment opening is named by cue 1" in refused.stderr
    assert desk.session.undo() == "label of cue 2"
    assert not desk.session.document.is_dirty
