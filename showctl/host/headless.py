"""`showctl run SHOW --headless`: the engine in this terminal, saying each message as it leaves."""

import json
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from showctl.engine.command import Go, Load, SetStandby, TakeFrom
from showctl.engine.event import AnyEvent, CommandTaken, CueStarted, GoRefused
from showctl.engine.snapshot import Snapshot
from showctl.engine.taking import refusal
from showctl.host.engine import Engine
from showctl.host.first_go import loaded_elsewhere, standby_refusal
from showctl.host.journal import Journal
from showctl.host.log import logging_of
from showctl.host.report import Timeline, text_line
from showctl.link.agreed import agree as keep_agreed
from showctl.link.agreed import new_destinations
from showctl.link.meeting import Taken
from showctl.link.message import HandOverRefused
from showctl.model.cue import CueId
from showctl.program.broken import complaints
from showctl.program.destination import Destination
from showctl.program.opening import open_to_play

SOURCE = "command line"
SETTLED = 0.3
"""Seconds without any news after which nothing is on its way: the engine publishes what changed within 0.14 s."""
END_WITHIN = 2.0
"""Seconds for a terminal to take the last lines; then they are given up."""
MOST_LINES = 100_000
"""Lines that wait for a terminal that takes none; then the oldest go."""


def run(
    show: Path,
    *,
    go: bool,
    until_idle: bool,
    outputs_off: bool,
    osc_port: int | None,
    as_json: bool,
    take: TakeFrom | None = None,
    load: Sequence[tuple[CueId, float]] = (),
    standby: CueId | None = None,
    agree: bool = False,
) -> int:
    """Play until it is stopped, or (`until_idle`) until no cue is active any more. The exit code.

    With `take` the show is taken from a cue when ready, and with `go` that cue starts then. Before that, cues to `load`
    are, each to its time in seconds, and `standby` is put in standby. Where it would send to for the first time on this
    machine is listed, and has to be agreed to.

    Raises Refused, Unreadable, Taken and UnsafeFolder, all before anything is sent.
    """
    opened = open_to_play(show)
    program = opened.program
    for line in complaints(opened):
        sys.stderr.write(f"{line}\n")
    if take is not None and (reason := refusal(program, take)):
        sys.stderr.write(f"showctl: {reason}\n")
        return 1
    for cue, _ in load:
        if cue not in program.cues:
            sys.stderr.write(f"{show}: there is no cue '{cue}'; write the number of one for --load\n")
            return 1
    if standby is not None and (reason := standby_refusal(program, standby, take)):
        sys.stderr.write(f"{show}: {reason}\n")
        return 1
    if go and (warning := loaded_elsewhere(program, [cue for cue, _ in load], standby, take)):
        sys.stderr.write(f"showctl: {warning}\n")
    new = [] if outputs_off else new_destinations(show, program)
    if new and not _agreed(show, new, agree):
        return 1
    with logging_of(show, aloud=True):
        engine = Engine(show, outputs_off=outputs_off, osc_port=osc_port, agreed=new)
        interrupted = _stop_on_signals(engine)
        printer, idle = Printer(as_json), Idle()
        engine.watch(printer.tell)
        engine.watch(idle.tell)
        journal = Journal(engine.show, engine.warn)
        engine.watch(journal.tell)
        answer = engine.install(program)  # before anybody can hand over something else
        if isinstance(answer, HandOverRefused):
            engine.close()
            raise Taken(answer.reason)
        engine.open()
        if go or take is not None:
            engine.wait_for_ports()
        printer.say(_ready(engine, program.title, len(program.cues)))
        for cue, at in load:
            engine.command(Load(source=SOURCE, cue=cue, at=at))
        if standby is not None:
            engine.command(SetStandby(source=SOURCE, cue=standby))
        if take is not None:
            engine.command(replace(take, go=go, source=SOURCE))
        elif go:
            engine.command(Go(source=SOURCE))
        while not engine.ended.wait(idle.look_again_in() if until_idle else None):
            if until_idle and idle.is_over():
                engine.stop("the end of the show")
                engine.ended.wait()
                break
        engine.close()
        journal.close(engine.error or engine.reason, lost=bool(engine.error))
        printer.finish()
    if engine.error:
        sys.stderr.write(f"showctl: the engine could not go on: {engine.error}\n")
        return 1
    return 130 if interrupted.is_set() else 0


def _agreed(show: Path, new: list[Destination], agree: bool) -> bool:
    """List what is new, and keep that somebody agrees to it."""
    sys.stderr.write(f"{show}: from this machine it has not yet sent to\n")
    sys.stderr.write("".join(f"  {destination}\n" for destination in new))
    if not agree:
        sys.stderr.write("showctl: nothing was started; add --agree once to send there, or --outputs-off\n")
        return False
    try:
        keep_agreed(show, new)
    except OSError as error:
        sys.stderr.write(f"showctl: that you agree cannot be kept ({error.strerror}); it counts for this time\n")
    return True


def _ready(engine: Engine, title: str, cues: int) -> dict[str, Any]:
    return {"event": "ready", "show": str(engine.show), "title": title, "cues": cues, "osc_port": engine.osc_port}


def _stop_on_signals(engine: Engine) -> threading.Event:
    """SIGTERM and Ctrl-C are a clean stop, a second Ctrl-C is the system's; the event is set by Ctrl-C."""
    interrupted = threading.Event()

    def stop(number: int, _: object) -> None:
        if number == signal.SIGINT:
            interrupted.set()
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        # In a thread: here we may have interrupted just what holds the lock that it needs.
        threading.Thread(target=engine.stop, args=(signal.Signals(number).name,)).start()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    return interrupted


class Idle:
    """Whether what was started is over. Waits and follow-ons count, and a panic's fade."""

    def __init__(self) -> None:
        self._begun = False
        self._news_at = time.monotonic()
        self._snapshot: Snapshot | None = None

    def tell(self, events: Sequence[AnyEvent], snapshot: Snapshot | None) -> None:
        """What is new, in order."""
        if any(isinstance(event, CueStarted | GoRefused) or _takes(event) for event in events):
            self._begun = True
        self._snapshot = snapshot or self._snapshot
        self._news_at = time.monotonic()

    def is_over(self) -> bool:
        """Whether something was begun, and no cue is active any more."""
        snapshot, now = self._snapshot, time.monotonic()
        if not self._begun or snapshot is None or now - self._news_at < SETTLED:
            return False
        return not snapshot.active and snapshot.taking is None and now > snapshot.panic_until

    def look_again_in(self) -> float:
        """Seconds until it makes sense to ask again."""
        waits = not self._begun or self._snapshot is None or bool(self._snapshot.active)
        return SETTLED if waits else max(0.01, self._news_at + SETTLED - time.monotonic())


def _takes(event: AnyEvent) -> bool:
    return isinstance(event, CommandTaken) and event.name == "take"


class Printer:
    """Prints from a thread of its own: a terminal that is slow or stopped holds up nobody."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._timeline = Timeline(actual=True)
        self._lines: deque[str] = deque(maxlen=MOST_LINES)
        self._some = threading.Semaphore(0)
        self._finishing = False
        self._thread = threading.Thread(target=self._run, name="printer", daemon=True)
        self._thread.start()

    def tell(self, events: Sequence[AnyEvent], _: Snapshot | None) -> None:
        """Print the events."""
        for event in events:
            said = self._timeline.described(event)
            self._put(json.dumps(said, ensure_ascii=False) if self._as_json else text_line(said))

    def say(self, ready: dict[str, Any]) -> None:
        """Print that the engine is ready."""
        port = f"OSC control on port {ready['osc_port']}" if ready["osc_port"] else "no OSC control"
        text = f"ready: {ready['title']}, {ready['cues']} cues, {port}"
        self._put(json.dumps(ready, ensure_ascii=False) if self._as_json else text)

    def finish(self) -> None:
        """Print what is left, as far as it is taken: who has stopped reading must not keep us from ending."""
        self._finishing = True
        self._some.release()
        self._thread.join(END_WITHIN)
        if self._thread.is_alive():  # it holds the lock of the stream, for which the interpreter would wait at its end
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the same reason

    def _put(self, line: str) -> None:
        self._lines.append(line)
        self._some.release()

    def _run(self) -> None:
        try:
            while self._some.acquire() and (self._lines or not self._finishing):
                if self._lines:
                    sys.stdout.write(self._lines.popleft() + "\n")
                if not self._lines:
                    sys.stdout.flush()
        except BrokenPipeError:  # who read it has had enough; the show goes on
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the process ends
            self._lines = deque(maxlen=0)
