"""Two sessions of a show and one engine: who only looks on never replaces what the other edits."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showctl.engine.command import Go
from showctl.link.meeting import find
from showctl.session.edit import Set
from showctl.session.session import Session
from showctl.showfile.item import Item
from tests.receivers import leftover

SOON = 20_000
SHOW = """showctl: 1
show: {{title: Two, go guard: 0s}}
devices:
  target: {{type: osc, to: "127.0.0.1:{port}"}}
inputs: {{osc: {{enabled: no}}}}
cues:
  - {{cue: 1, label: One, osc: {{device: target, address: /as-saved}}}}
  - {{cue: 2, osc: {{device: target, address: /as-saved}}}}
"""


@pytest.fixture
def receiver() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bound:
        bound.bind(("127.0.0.1", 0))
        bound.settimeout(10)
        yield bound


def plays(session: Session, digest: Callable[[], str]) -> Callable[[], bool]:
    """Whether the engine is seen to play this state."""

    def looked() -> bool:
        snapshot = session.poll().snapshot
        return snapshot is not None and snapshot.digest == digest()

    return looked


def test_a_reload_of_who_looks_on_leaves_the_edits_of_the_other_playing(
    tmp_path: Path, receiver: socket.socket, qapp: QApplication, qtbot: QtBot
) -> None:
    show = tmp_path / "two.yaml"
    show.write_text(SHOW.format(port=receiver.getsockname()[1]), "utf-8")
    editor = Session(show, osc_port=-1)
    other = Session(show, osc_port=-1)
    try:
        editor.start()
        qtbot.waitUntil(plays(editor, lambda: editor.program.digest), timeout=SOON)
        other.start()
        qtbot.waitUntil(plays(other, lambda: other.program.digest), timeout=SOON)
        editor.edit(Set(Item("cue", "1"), ("label",), "Saved"))
        assert editor.document.save_now(20) is not None
        editor.edit(Set(Item("cue", "2"), ("osc", "address"), "/edited"))
        qtbot.waitUntil(plays(editor, lambda: editor.program.digest), timeout=SOON)
        assert other.send(Go()), "it plays from there, too"
        assert receiver.recv(1500).startswith(b"/as-saved\0")
        other.reload()
        other.hand_over()
        qtbot.waitUntil(lambda: other.poll() is not None and other.show.cues[0].label == "Saved", timeout=SOON)
        other.close(stop_engine=False)  # which first gives an engine all that it is to have
        assert editor.send(Go())
        assert receiver.recv(1500).startswith(b"/edited\0"), "what the one edits is played"
        other = Session(show, osc_port=-1)
        assert other.document.read_only
        editor.close(stop_engine=False)
        other.claim()
        assert not other.document.read_only
        assert other.document.recovery is not None
        other.take_recovery()
        assert other.show.cues[1] == other.document.state.show.cues[1]
    finally:
        editor.close(stop_engine=False)
        other.close(stop_engine=False, discard_edits=True)
        _end_engine(show, qtbot)


def _end_engine(show: Path, qtbot: QtBot) -> None:
    """It has sent, so it stays where no console that works with it ends it."""
    last = Session(show, osc_port=-1)
    last.start()
    try:
        qtbot.waitUntil(lambda: last.poll().engine.kind in ("attached", "older"), timeout=SOON)
        engine = find(show)
        assert engine is not None
    finally:
        last.close(stop_engine=True, discard_edits=True)
    qtbot.waitUntil(lambda: engine.pid not in leftover.living(), timeout=SOON)
