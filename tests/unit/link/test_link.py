"""Console and engine over a real socket: greeting, commands, news, handing over, and what strangers send."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from showctl.engine.command import AnyCommand, Flash, Go, StartCue
from showctl.engine.event import AnyEvent, CueStarted, Received, Sent, Warned
from showctl.engine.snapshot import ActiveCue, Snapshot
from showctl.engine.source import Provenance, Source
from showctl.link.client import Client, Unreachable, hand_over
from showctl.link.framing import LARGEST_REQUEST, VERSION, Frames, Malformed, frame
from showctl.link.meeting import Meeting
from showctl.link.message import HandOverRefused, Hello, Installed, Listen, Ping, Recover, Request, Welcome
from showctl.link.outgoing import MOST_EVENTS, Outgoing
from showctl.link.server import MOST_RECENT, Server
from showctl.model.cue import Continue
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.program.part import Part, parts
from showctl.program.program import CompiledCue, CompiledList, Parameters, Program


@dataclass
class Desk:
    """Notes what it is asked; refuses programs that are called `no`."""

    commands: list[AnyCommand] = field(default_factory=list)
    programs: list[Program] = field(default_factory=list)
    seen: list[Recover] = field(default_factory=list)
    happened: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    gone: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def welcome(self) -> Welcome:
        return Welcome(4711, "/show.yaml", self.programs[-1].digest if self.programs else "", False)

    def command(self, command: AnyCommand) -> None:
        self.commands.append(command)
        self.happened.release()

    def recover(self, seen: Recover) -> None:
        self.seen.append(seen)

    def install(self, program: Program) -> Installed | HandOverRefused:
        if program.title == "no":
            return HandOverRefused("because")
        self.programs.append(program)
        return Installed(program.digest)

    def agree(self, digest: str) -> Installed | HandOverRefused:
        return Installed(digest) if digest == self.welcome().digest else HandOverRefused("another state")

    def whose(self, universe: int, slot: int, answer: Callable[[Provenance], None]) -> None:
        answer(Provenance(universe, 1.0, {slot: Source("cue", 0.5, "12")}))

    def left(self) -> None:
        self.gone.release()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def server(desk: Desk) -> Iterator[Server]:
    server = Server(desk)
    server.start()
    yield server
    server.close("the test is over")


def meeting_of(server: Server, token: str = "", version: int = VERSION) -> Meeting:
    return Meeting(version, 4711, server.port, token or server.token, "/show.yaml", 0.0)


def snapshot(serial: int, active: int = 0) -> Snapshot:
    cues = tuple(ActiveCue(n, f"{n}", "running", 1.0, 2.0, 3.0) for n in range(active))
    return Snapshot(serial, 1.0, 2.0, "abc", False, False, "no", active=cues)


def program(title: str = "Gala", cues: int = 3) -> Program:
    compiled = {
        f"{n}": CompiledCue(f"{n}", f"{n}", "é" * 200, "main", "wait", True, 0.0, 0.0, Continue.NONE, 1.0)
        for n in range(cues)
    }
    lists = (CompiledList("main", "Main", tuple(compiled)),)
    return Program(title, "abc", 0.0, 2.0, "hold", (), lists, compiled, (), (1,), Parameters(b"\0" * 100_000))


def received(client: Client, serial: int) -> list[AnyEvent]:
    """The events up to the snapshot of this serial number."""
    events: list[AnyEvent] = []
    while True:
        news = client.poll()
        events += news.events
        if news.snapshot and news.snapshot.serial == serial:
            return events
        assert not client.ended.wait(0.001)


def test_commands_arrive_in_order(server: Server, desk: Desk) -> None:
    with Client(meeting_of(server)) as client:
        assert client.welcome == Welcome(4711, "/show.yaml", "", False)
        for number in range(50):
            assert client.send(StartCue(cue=f"{number}"))
        for _ in range(50):
            assert desk.happened.acquire(timeout=5)
    assert desk.commands == [StartCue(cue=f"{number}") for number in range(50)]


def test_news_and_the_newest_snapshot_arrive(server: Server) -> None:
    osc = Sent(due=1.0, cue="1", device="desk", to="x", message=OscMessage("/a", (OscArgument("b", b"\1"),)), sent=1.5)
    midi = Sent(due=1.0, cue="1", device="keys", to="y", message=MidiMessage(b"\x90\x40\x7f"), error="gone")
    with Client(meeting_of(server)) as client:
        server.tell([CueStarted(due=1.0, cue="1", run=1), osc], snapshot(1, active=1000))
        server.tell([midi], snapshot(2))
        assert received(client, 2) == [CueStarted(due=1.0, cue="1", run=1), osc, midi]
        assert client.newest == snapshot(2)


def test_a_newcomer_is_shown_the_newest_snapshot(server: Server) -> None:
    server.tell([Warned(due=0.0, text="early")], snapshot(7))
    with Client(meeting_of(server)) as client:
        assert received(client, 7) == []


def test_a_console_is_told_what_happened_before_it_came(server: Server) -> None:
    before = [CueStarted(due=float(n), cue=f"{n}", run=n) for n in range(MOST_RECENT + 100)]
    server.tell(before, snapshot(1))
    with Client(meeting_of(server), stays=True) as console, Client(meeting_of(server)) as other:
        server.tell([Warned(due=0.0, text="now")], snapshot(2))
        recent: list[AnyEvent] = []
        events: list[AnyEvent] = []
        while console.newest != snapshot(2) or not events:
            news = console.poll()
            recent += news.recent
            events += news.events
            assert not console.ended.wait(0.001)
        assert recent == before[-MOST_RECENT:]
        assert events == [Warned(due=0.0, text="now")]
        assert received(other, 2) == events
        assert not other.poll().recent


def test_a_program_is_handed_over_whole(server: Server, desk: Desk) -> None:
    given_ = program(cues=2000)
    assert hand_over(meeting_of(server), [Recover({"main": "2"}, ("1",)), *parts(given_)]) == Installed("abc")
    assert desk.programs == [given_]
    assert desk.seen == [Recover({"main": "2"}, ("1",))]
    assert hand_over(meeting_of(server), parts(program("no"))) == HandOverRefused("because")


def test_consoles_are_counted_and_missed(server: Server, desk: Desk) -> None:
    with Client(meeting_of(server), stays=True), Client(meeting_of(server)):
        assert server.consoles == 1
    assert desk.gone.acquire(timeout=5)
    assert server.consoles == 0
    assert not desk.gone.acquire(blocking=False)


def test_the_end_is_told_with_its_reason(desk: Desk) -> None:
    server = Server(desk)
    server.start()
    with Client(meeting_of(server)) as client:
        server.close("stopped by hand")
        assert client.ended.wait(5)
        assert client.goodbye == "stopped by hand"
        assert not client.send(Go())


def test_nothing_is_sent_to_an_engine_that_has_gone(server: Server) -> None:
    client = Client(meeting_of(server))
    client.close()
    assert not client.send(Go())
    assert client.ended.is_set()


def test_a_wrong_token_is_closed(server: Server, desk: Desk) -> None:
    with pytest.raises(Unreachable, match=r"did not let us in|does not answer"):
        Client(meeting_of(server, token="0" * 32))
    assert not desk.commands


def test_another_version_is_not_talked_to(server: Server) -> None:
    with pytest.raises(Unreachable, match="another version"):
        Client(meeting_of(server, version=VERSION + 1))
    assert closed_after(server, frame(Hello(VERSION + 1, server.token)))


def test_no_engine_is_unreachable(desk: Desk) -> None:
    server = Server(desk)
    server.start()
    server.close("")
    with pytest.raises(Unreachable, match="no engine answers"):
        Client(meeting_of(server))


def closed_after(server: Server, data: bytes) -> bool:
    """Whether the server closes the connection once it has this, without a word beyond a Welcome."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as stranger, suppress(ConnectionError):
        stranger.sendall(data)
        with suppress(OSError):  # it was faster: not connected any more
            stranger.shutdown(socket.SHUT_WR)
        while stranger.recv(65536):
            pass
    return True


@pytest.mark.parametrize(
    "data",
    [
        frame(Go()),
        frame(Ping()),
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        struct.pack(">I", 257) + b"x" * 257,
        struct.pack(">I", 0xFFFFFFFF),
        struct.pack(">I", 0),
        frame({"type": "hello"}),
        frame({"type": "hello", "version": VERSION, "token": None}),
    ],
)
def test_who_has_not_said_the_token_is_closed(server: Server, desk: Desk, data: bytes) -> None:
    assert closed_after(server, data)
    assert not desk.commands
    assert not server.consoles


def hello(server: Server) -> bytes:
    return frame(Hello(VERSION, server.token))


@pytest.mark.parametrize(
    "body",
    [
        b"\x91" * 20_000,
        b"\xff" * 100,
        b"\x81\xa4type\xa2go\xc1",
        b"\x82\xa4type\xa2go\xa4list\xa2\xff\xfe",
        b"\x82\xa4type\xaeprogram slice\xa4data\xc4\x02\x91\x91\xa4last\xc3",
        b"\xc7\xff\xff",
    ],
)
def test_what_is_none_of_ours_only_closes_the_connection(server: Server, desk: Desk, body: bytes) -> None:
    assert closed_after(server, hello(server) + struct.pack(">I", len(body)) + body)
    assert not desk.commands
    with Client(meeting_of(server)) as client:
        client.send(Go())
        assert desk.happened.acquire(timeout=5)


def test_a_message_beyond_the_cap_closes_the_connection(server: Server, desk: Desk) -> None:
    assert closed_after(server, hello(server) + frame(Go(list="x" * LARGEST_REQUEST)))
    assert not desk.commands


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
@example(data=frame(Hello(VERSION, "x"))[:9])
def test_no_bytes_harm_the_server(server: Server, desk: Desk, data: bytes) -> None:
    closed_after(server, data)
    closed_after(server, hello(server) + data)
    assert not desk.commands


MESSAGES = st.sampled_from(
    [Go(), StartCue(cue="12.5"), Ping(), Recover({"main": None}, ("1",)), *parts(program()), Hello(1, "x")]
)


@settings(deadline=None)
@given(messages=st.lists(MESSAGES, max_size=6), cuts=st.lists(st.integers(0, 2000), max_size=8))
def test_framing_does_not_depend_on_how_the_bytes_come(messages: list[Request | Part], cuts: list[int]) -> None:
    whole = b"".join(map(frame, messages))
    edges = [0, *sorted(cut for cut in cuts if cut < len(whole)), len(whole)]
    frames: Frames[Request] = Frames(Request, LARGEST_REQUEST)
    pieces = (whole[a:b] for a, b in pairwise(edges))
    assert [message for piece in pieces for message in frames.feed(piece)] == messages


@settings(deadline=None)
@given(message=MESSAGES, place=st.integers(0, 10_000), value=st.integers(0, 255))
def test_a_changed_byte_is_another_message_or_malformed(message: Request | Part, place: int, value: int) -> None:
    data = bytearray(frame(message))
    data[4 + place % (len(data) - 4)] = value
    frames: Frames[Request] = Frames(Request, LARGEST_REQUEST)
    with suppress(Malformed):
        list(frames.feed(bytes(data)))


def test_who_is_slow_loses_the_oldest_events_and_is_told_how_many() -> None:
    outgoing = Outgoing()
    for number in range(10):
        outgoing.tell(b"%d" % number, MOST_EVENTS // 5, b"old")
    outgoing.tell(b"", 0, b"new")
    outgoing.reply(b"answer")
    taken = outgoing.take()
    assert taken.startswith(b"answer")
    assert b"missed" in taken
    assert taken.endswith(b"56789new")


def test_a_client_that_does_not_read_holds_nobody_up(server: Server) -> None:
    lots = [Warned(due=0.0, text="x" * 1000)] * 500
    with socket.create_connection(("127.0.0.1", server.port)) as sleeper, Client(meeting_of(server)) as client:
        sleeper.sendall(hello(server))
        assert sleeper.recv(1)
        for serial in range(40):
            server.tell(lots, snapshot(serial))
        server.tell([], snapshot(99))
        received(client, 99)


def test_flash_keys_of_a_client_that_goes_are_let_go_of(server: Server, desk: Desk) -> None:
    with Client(meeting_of(server)) as stays:
        with Client(meeting_of(server)) as goes:
            for client, master, on in ((stays, "a", True), (goes, "a", True), (goes, "b", True), (goes, "b", False)):
                client.send(Flash(master=master, on=on))
                assert desk.happened.acquire(timeout=5)
        assert desk.happened.acquire(timeout=5)
        assert [(each.master, each.on) for each in desk.commands if isinstance(each, Flash)] == [
            ("a", True),
            ("a", True),
            ("b", True),
            ("b", False),
            ("a", False),
        ]
        holders = [each.holder for each in desk.commands if isinstance(each, Flash)]
        assert holders[0] != holders[1] == holders[2] == holders[4]


def test_what_comes_in_is_for_who_listens_and_is_not_kept(server: Server) -> None:
    came = Received(due=1.0, source="OSC 127.0.0.1", what="/go", command="go")
    with Client(meeting_of(server), stays=True) as console, Client(meeting_of(server)) as other:
        assert not server.listened
        console.send(Listen(True))
        while not server.listened:
            assert not console.ended.wait(0.001)
        server.tell([came, Warned(due=1.0, text="now")], snapshot(1))
        server.tell([came], snapshot(2))
        assert received(console, 2) == [came, Warned(due=1.0, text="now"), came]
        assert received(other, 2) == [Warned(due=1.0, text="now")]
        with Client(meeting_of(server), stays=True) as late:
            assert received(late, 2) == []
            assert late.poll().recent == ()


def test_whose_levels_are_is_asked_and_kept(server: Server) -> None:
    with Client(meeting_of(server)) as client:
        now = 100.0
        while (found := client.whose(7, now)) is None:
            now += 1.0
            assert not client.ended.wait(0.001)
        assert found == Provenance(7, 1.0, {0: Source("cue", 0.5, "12")})
