"""OSC over UDP: encoded ahead, sent at once, never waited for."""

import logging
import time
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from showctl.engine.event import Sent
from showctl.engine.port import Report
from showctl.engine.snapshot import DeviceState, DeviceStatus
from showctl.model.cue import CueId
from showctl.model.message import PASSCODE, Message, OscArgument, OscMessage
from showctl.outputs.osc_codec import OscError, encode
from showctl.outputs.udp_peer import UdpPeer, refused
from showctl.program.program import OscTarget

log = logging.getLogger(__name__)

SETTLED = 0.5
"""Seconds after a message in which a refusal by the peer's kernel would have come back."""


class NoPasscode(Exception):
    """There is none for this host and port, and what to do."""


def no_passcode(peer: str) -> str:
    """Where nobody keeps any."""
    raise NoPasscode(f"there is no passcode for {peer}")


class OscOutput:
    """An OSC device, and its backup if it has one. All methods but `close` return at once and raise nothing."""

    def __init__(
        self,
        target: OscTarget,
        report: Report,
        clock: Callable[[], float] = time.perf_counter,
        passcode_of: Callable[[str], str] = no_passcode,
        command: str = "",
    ) -> None:
        """`passcode_of`: the passcode of a host and port, as this machine keeps it; it may take a moment, and raises
        NoPasscode. Only `prepare` asks. `command`: what a person writes to keep it, with the show that is played."""
        self._command = command or f"showctl passcode set SHOW {target.device}"
        self._passcode_of = passcode_of
        self._secret: dict[OscMessage, list[bytes | str]] = {}
        """For messages with a passcode: by peer the packet, or why there is none."""
        self.device = target.device
        self.heartbeat = target.heartbeat
        self.first_sent: Callable[[], None] = lambda: None
        """Called once, when the first message has left: until then nothing at all is sent, not even a question."""
        self.peers = [UdpPeer(*to) for to in (target.to, target.backup) if to is not None]
        self._to = str(self.peers[0])
        self._report = report
        self._clock = clock
        self._packets: dict[OscMessage, bytes] = {}
        self._sent = self._failed = 0
        self._sent_at = 0.0
        self._trouble = ""
        self._trouble_at = 0.0
        self._logged: set[str] = set()
        self._asked_at: float | None = None
        self._answered_at: float | None = None

    def prepare(self, messages: Iterable[Message]) -> None:
        """Encode ahead. What cannot be encoded is reported when it is sent."""
        for message in messages:
            if not isinstance(message, OscMessage) or message in self._packets or message in self._secret:
                continue
            if PASSCODE in message.args:
                self._secret[message] = [self._with_passcode(message, str(peer)) for peer in self.peers]
                continue
            try:
                self._packets[message] = encode(message)
            except OscError as error:
                self._note_trouble(f"{message.address}: {error}")

    def send(self, cue: CueId, message: Message, due: float, *, ramp: bool = False) -> None:
        """Send now, to the backup too, and report the instant after the call."""
        error = self._send(message)
        now = self._clock()
        if error:
            self._failed += 1
            self._note_trouble(error, now)
        else:
            self._sent += 1
            if self._sent == 1:
                self.first_sent()
        self._sent_at = now
        sent = None if error else now
        self._report(Sent(due=due, cue=cue, device=self.device, to=self._to, message=message, sent=sent, error=error))

    def _send(self, message: Message) -> str:
        packet = self._packets.get(message) if isinstance(message, OscMessage) else None
        if packet is None:
            if message in self._secret:
                return self._send_secret(*self._secret[message])
            if not isinstance(message, OscMessage):
                return f"{self.device} is an OSC device and cannot send MIDI; name a MIDI device"
            try:
                packet = encode(message)
            except OscError as problem:
                return str(problem)
        main, *backups = self.peers
        error = main.send(packet)
        for backup in backups:
            if trouble := backup.send(packet):
                self._note_trouble(f"backup: {trouble}")
        return error

    def _send_secret(self, own: bytes | str, *backups: bytes | str) -> str:
        """To each peer the packet with its own passcode."""
        main, *others = self.peers
        error = own if isinstance(own, str) else main.send(own)
        for backup, packet in zip(others, backups, strict=True):
            if trouble := packet if isinstance(packet, str) else backup.send(packet):
                self._note_trouble(f"backup: {trouble}")
        return error

    def _with_passcode(self, message: OscMessage, peer: str) -> bytes | str:
        """The packet, or why there is none. The passcode is in no other place than the packet."""
        try:
            known = OscArgument("s", self._passcode_of(peer))
            return encode(replace(message, args=tuple(known if each == PASSCODE else each for each in message.args)))
        except NoPasscode as reason:
            return str(reason)
        except OscError:
            return f"the passcode for {peer} cannot be sent; keep another: {self._command}"

    def ask(self, question: bytes) -> None:
        """Send the heartbeat's question; for the heartbeat thread."""
        if self._asked_at is None:
            self._asked_at = self._clock()
        if trouble := self.peers[0].send(question):
            self._note_trouble(trouble)

    def hear(self) -> None:
        """Take in what the device has answered; for the heartbeat thread."""
        while self.peers[0].receive() is not None:
            self._answered_at = self._clock()

    def status(self) -> DeviceStatus:
        for peer, name in zip(self.peers, ("", "backup: "), strict=False):
            if peer.was_refused():
                self._note_trouble(name + refused(str(peer)))
        now = self._clock()
        state, detail = self._state(now)
        error_at = self._trouble_at if self._trouble else None
        return DeviceStatus(
            self.device, "osc", self._to, state, detail, self._sent, self._failed, self._answered_at, self._trouble,
            error_at,
        )  # fmt: skip

    def _state(self, now: float) -> tuple[DeviceState, str]:
        unresolved = next((peer.trouble for peer in self.peers if peer.trouble), "")
        answered = self._answered_at if self._answered_at is not None else -1.0
        if unresolved:
            return "error", unresolved
        unsettled = self._trouble_at >= self._sent_at or now - self._sent_at < SETTLED
        if self._trouble and self._trouble_at >= answered and unsettled:
            return "error", self._trouble
        if not self._sent:
            return "unused", ""
        if self.heartbeat is None or self._asked_at is None:
            return "sent", ""
        since = max(self._asked_at, answered)
        if now - since > self.heartbeat.patience:
            ago = f"no answer for {now - since:.0f} s" if answered >= 0 else "it has never answered"
            return "silent", f"{ago}; check that {self._to} is switched on and reachable"
        return ("answering", "") if answered >= 0 else ("sent", "")

    def close(self) -> None:
        for peer in self.peers:
            peer.close()

    def _note_trouble(self, text: str, now: float | None = None) -> None:
        self._trouble = text
        self._trouble_at = self._clock() if now is None else now
        if text not in self._logged:
            self._logged.add(text)
            log.warning("%s: %s", self.device, text)
