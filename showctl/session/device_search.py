"""Looking for devices by asking: single addresses, by unicast, with questions that read and change nothing.

Nothing is sent to anybody who was not named: no broadcast, no multicast. So found is who answers at an address that
somebody typed, or on this machine. Lighting nodes for sACN answer no question of that kind.
"""

import json
import select
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from threading import Event
from typing import NamedTuple

from showctl.model.message import OscMessage
from showctl.outputs.osc_codec import OscError, decode, encode

PATIENCE = 1.5
"""Seconds for an answer; a desk on a busy network takes some tenths."""
QLAB_ANSWERS = 53001
"""The port that QLab answers to, whoever asked from which."""
MOST = 32
"""Addresses that are asked at once."""
HERE = "127.0.0.1"
_LOOK = 0.05


class Found(NamedTuple):
    """`kind`: of DEVICE_KINDS (ui/patch/adding.py); `to`: host and port; `words`: what it says that it is."""

    kind: str
    to: str
    words: str


class Question(NamedTuple):
    """What is asked at which port, and how an answer begins."""

    kind: str
    port: int
    ask: str
    answers: str


QUESTIONS = (
    Question("desk", 10023, "/xinfo", "/xinfo"),
    Question("desk", 10024, "/xinfo", "/xinfo"),
    Question("sound", 53000, "/version", "/reply/version"),
)
"""X32 and M32, X Air; QLab. Sources: the vendors' OSC documents."""


class NowhereToLook(OSError):
    """Words that say what to write."""


def hosts_of(typed: str) -> list[str]:
    """The hosts of a text as `10.0.0.5, foh-desk`, and this machine. Raises NowhereToLook."""
    hosts = [part for part in typed.replace(",", " ").split() if part]
    hosts = [host.rpartition(":")[0] if host.count(":") == 1 else host for host in hosts]
    if len(hosts) > MOST:
        raise NowhereToLook(f"that is more than {MOST} addresses; look for some of them at a time")
    return list(dict.fromkeys([*hosts, HERE]))


def look(
    hosts: Iterable[str],
    cancelled: Event,
    tell: Callable[[int, int], object],
    *,
    questions: Iterable[Question] = QUESTIONS,
    patience: float = PATIENCE,
) -> list[Found]:
    """Who answers there. Not for the window's thread: `tell` is called now and then with how many tenths of how many
    have gone by. Returns at once when it is cancelled. Raises NowhereToLook where a name means no address."""
    questions = tuple(questions)
    with ExitStack() as sockets:
        own = sockets.enter_context(_socket(0))
        listening = {own: ""}
        with suppress(OSError):  # QLab itself, or another program that talks to it, has the port on this machine
            listening[sockets.enter_context(_socket(QLAB_ANSWERS))] = "sound"
        for address in map(_address, hosts):
            for question in questions:
                with suppress(OSError):  # no way there: then nobody answers
                    own.sendto(encode(OscMessage(question.ask)), (address, question.port))
        return _answers(listening, questions, cancelled, tell, patience)


def _answers(
    listening: dict[socket.socket, str],
    questions: tuple[Question, ...],
    cancelled: Event,
    tell: Callable[[int, int], object],
    patience: float,
) -> list[Found]:
    found: dict[str, Found] = {}
    began, told, steps = time.monotonic(), -1, 10
    while not cancelled.is_set() and (gone := time.monotonic() - began) < patience:
        if (step := int(gone / patience * steps)) != told:
            told = step
            tell(step, steps)
        for each in select.select([*listening], [], [], _LOOK)[0]:
            with suppress(OSError):  # who does not listen says so
                packet, (host, port, *_) = each.recvfrom(65_535)
                answer = _read(packet, host, port, questions)
                if answer is not None:
                    found.setdefault(answer.to, answer)
    return list(found.values())


def _read(packet: bytes, host: str, port: int, questions: tuple[Question, ...]) -> Found | None:
    """Whose answer it is; None for what is none."""
    try:
        message = decode(packet)[0]
    except (OscError, IndexError):
        return None
    for question in questions:
        if message.address.startswith(question.answers) and (question.kind == "sound" or port == question.port):
            texts = [str(argument.value) for argument in message.args if isinstance(argument.value, str)]
            said = _qlab(texts) if question.kind == "sound" else " ".join(texts[1:4])
            return Found(question.kind, f"{host}:{question.port}", "".join(c for c in said if c.isprintable())[:80])
    return None


def _qlab(texts: list[str]) -> str:
    with suppress(ValueError, AttributeError, IndexError):
        return f"QLab {json.loads(texts[0]).get('data', '')}".strip()
    return "QLab"


def _address(host: str) -> str:
    try:
        return socket.getaddrinfo(host, None, socket.AF_INET, socket.SOCK_DGRAM)[0][4][0]  # type: ignore[return-value]
    except OSError:
        raise NowhereToLook(f"no machine is called {host} here; write its address, as 10.0.0.5") from None


def _socket(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        made.bind(("", port))
    except OSError:
        made.close()
        raise
    made.setblocking(False)
    return made
