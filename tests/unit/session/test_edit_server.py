"""Edits of others: through the session that has the show open, or not at all."""

import socket
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.link.framing import frame
from showctl.session.document import Document
from showctl.session.edit import Delete, Edit, Set, Several
from showctl.session.edit_client import NoSession, edit_through
from showctl.session.edit_message import VERSION, Ask, EditHello, Made, NotMade
from showctl.session.edit_server import EditServer
from showctl.session.show_lock import Who
from showctl.showfile.item import Item
from showctl.showfile.load import load_text
from tests.unit.session.edits import edits

SHOW = "showctl: 1\nshow: {title: Evening}\ncues:\n  - {cue: 1, wait: 1s}\n  - {cue: 2, start: 1}\n"
LABEL = Set(Item("cue", "1"), ("label",), "Doors")


class Desk:
    """A document whose edits are noted."""

    def __init__(self) -> None:
        self.document = Document(Path("show.yaml"), load_text(SHOW))
        self.who: list[str] = []

    def edit(self, edit: Edit, who: str, save: bool) -> Made:
        self.who.append(who)
        step = self.document.edit(edit)
        return Made(step.name if step is not None else "", kept=True, saved=save)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def server(desk: Desk) -> Iterator[EditServer]:
    server = EditServer(desk.edit)
    yield server
    server.close()


def at(server: EditServer, token: str = "") -> Who:
    return Who("ann", "booth", 1, 0.0, "console", server.port, token or server.token)


def through(server: EditServer, edit: Edit) -> Made | NotMade:
    return edit_through(at(server), edit, program="bob, showctl edit", save=False)


def test_an_edit_is_made_where_the_show_is_open(server: EditServer, desk: Desk) -> None:
    assert through(server, LABEL) == Made("label of cue 1", kept=True)
    assert desk.document.state.show.cues[0].label == "Doors"
    assert desk.who == ["bob, showctl edit"]
    assert through(server, Several((LABEL, LABEL))) == Made("", kept=True)


def test_what_makes_no_sense_is_refused_there(server: EditServer, desk: Desk) -> None:
    answer = through(server, Delete((Item("cue", "1"),)))
    assert isinstance(answer, NotMade)
    assert "named by cue 2 (start)" in answer.reason
    assert not desk.document.history


def test_who_does_not_know_the_token_is_not_heard(server: EditServer, desk: Desk) -> None:
    with pytest.raises(NoSession, match="does not take edits"):
        edit_through(at(server, "0" * 32), LABEL, program="x", save=False)
    with pytest.raises(NoSession, match="takes no edits"):
        edit_through(Who("ann", "booth", 1, 0.0, "console"), LABEL, program="x", save=False)
    assert not desk.who


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.binary(max_size=200).map(lambda b: len(b).to_bytes(4, "big") + b)))
def test_nonsense_ends_the_connection_and_nothing_else(server: EditServer, desk: Desk, nonsense: bytes) -> None:
    hello = frame(EditHello(VERSION, server.token, "x"))
    for start in (b"", hello):
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as link:
            link.sendall(start + nonsense)
            link.shutdown(socket.SHUT_WR)
            while link.recv(4096):
                pass
    assert not desk.document.history


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits(load_text(SHOW).root))
def test_every_edit_crosses_the_link_as_it_is(edit: Edit) -> None:
    assert msgspec.msgpack.decode(frame(Ask(edit))[4:], type=Ask) == Ask(edit)
