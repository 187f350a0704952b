"""A console without a screen, to be killed: a session that does what its standard input says and tells what it sees."""

import json
import queue
import signal
import sys
import threading
import time
from pathlib import Path

from showctl.engine.command import (
    Arm,
    Flag,
    Flash,
    Go,
    Highlight,
    Override,
    Panic,
    Park,
    Rehearsal,
    SetBlackout,
    SetMaster,
    SetStandby,
    Unpark,
)
from showctl.engine.event import Warned
from showctl.session.session import Session
from showctl.session.state import Update


def main() -> None:
    # A shell that runs the tests in its background leaves it ignored, as no terminal does.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    session = Session(Path(sys.argv[1]), osc_port=int(sys.argv[2]))
    session.start()
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=lambda: [lines.put(line) for line in sys.stdin], daemon=True).start()
    before = None
    while True:
        update = session.poll()
        for event in update.events:
            if isinstance(event, Warned):
                print(json.dumps({"warned": event.text}), flush=True)
        if update.snapshot or update.engine != before:
            before = update.engine
            print(json.dumps(seen(update)), flush=True)
        try:
            if not obey(session, lines.get(timeout=0.01).split()):
                return
        except queue.Empty:
            pass


def seen(update: Update) -> dict[str, object]:
    said: dict[str, object] = {"kind": update.engine.kind, "text": update.engine.text, "at": time.monotonic()}
    if snapshot := update.snapshot:
        said["standby"] = {each.name: each.standby for each in snapshot.lists}
        said["active"] = [each.cue for each in snapshot.active]
        said["interrupted"] = list(snapshot.interrupted)
        said["last_go"] = snapshot.last_go
        said["segments"] = {each.segment: each.wall for each in snapshot.facts.starts}
        said["sent_before"] = snapshot.anything_sent
        said["evening"] = [list(snapshot.armed), list(snapshot.disarmed), list(snapshot.flagged)]
        said["masters"] = {each.name: each.level for each in snapshot.masters}
        said["blackout"] = snapshot.blackout
        said["parked"] = {each.what: round(each.level, 2) for each in snapshot.parked}
        said["highlighted"] = list(snapshot.highlighted)
        said["overrides"] = [each.kind for each in snapshot.overrides]
        said["rehearsal"] = snapshot.rehearsal
        said["digest"] = snapshot.digest
        said["devices"] = {each.device: each.state for each in snapshot.devices}
    return said


def obey(session: Session, words: list[str]) -> bool:
    match words:
        case ["go"]:
            print(json.dumps({"sent": session.send(Go())}), flush=True)
        case ["panic"]:
            session.send(Panic())
        case ["standby", cue]:
            session.send(SetStandby(cue=cue))
        case [("arm" | "disarm") as word, cue]:
            session.send(Arm(cue=cue, armed=word == "arm"))
        case ["master", name, level]:
            session.send(SetMaster(master=name, level=float(level)))
        case ["park", what, *level]:
            session.send(Park(what=what, level=float(level[0]) if level else None))
        case ["unpark"]:
            session.send(Unpark())
        case ["flash", name]:
            session.send(Flash(master=name, on=True))
        case ["highlight", what]:
            session.send(Highlight(fixtures=(what,), on=True))
        case ["blackout", word]:
            session.send(SetBlackout(on=word == "on"))
        case ["flag", cue]:
            session.send(Flag(cue=cue))
        case ["override", ("sacn" | "osc" | "midi") as kind, word]:
            session.send(Override(kind=kind, on=word == "on"))  # type: ignore[arg-type]
        case ["rehearsal", word]:
            session.send(Rehearsal(on=word == "on"))
        case ["whose", universe]:
            found = session.whose(int(universe))
            slots = found.slots if found is not None else {}
            print(json.dumps({"whose": {slot: source.cue for slot, source in slots.items()}}), flush=True)
        case ["hand", "over"]:
            session.hand_over()
        case ["leave"]:
            session.close(stop_engine=False)
            return False
        case ["stop"]:
            session.close(stop_engine=True)
            return False
    return True


if __name__ == "__main__":
    main()
