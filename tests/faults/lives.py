"""Lives of a console that edits, keeps and saves a show, each ended by SIGKILL; and what is left, looked at each time.

    python -m tests.faults.lives FOLDER SEED random COUNT
    python -m tests.faults.lives FOLDER SEED steps FROM EVERY

This process imports everything once and forks the lives, so that hundreds of them take seconds. It prints a JSON line
of what it has counted, and ends with a traceback when anything was lost.
"""

import gc
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from showctl.session.document import Document
from showctl.session.edit import Set, Several
from showctl.session.recovery import found
from showctl.session.show_lock import Held, ShowLock
from showctl.showfile.item import Item
from showctl.showfile.load import load_text
from showctl.showfile.splice import bytes_of

MOST_TOLD, LONGEST = 12, 0.01
"""A random life ends at a random instant of so many seconds, after it has told so many things or fewer (or none): so a
busy machine makes it no emptier."""
EDITS = 4
"""Of a life that is killed at a step, or that nobody ends; a random one goes on until its time has come."""
DEADLY = ("open", "write", "fsync", "replace", "unlink", "fchmod", "mkdir", "close", "rename")
"""What the code under test does to files, by the names in `os`."""
SLOW = 30.0
"""Seconds that a busy disk may take."""


def text(number: int) -> bytes:
    """The show in its state of this number, as a file of a size of its own."""
    notes = "x" * (number * 997 % 9_000 + 1)
    return (
        f"showctl: 1\nshow: {{title: Lives}}  # of a console\ncues:\n  - cue: 1\n    label: State {number}\n"
        f"    notes: {notes}\n    wait: 3s\n"
    ).encode()


def number_of(data: bytes) -> int:
    """Of which state the bytes are; every one of them. Raises AssertionError for what is no state, or half of one."""
    (cue,) = load_text(data.decode()).show.cues
    number = int(cue.label.removeprefix("State "))
    assert data == text(number), f"state {number} is not whole"
    return number


def state(number: int) -> Several:
    """The edit that leads to this state."""
    fields = (("label", f"State {number}"), ("notes", "x" * (number * 997 % 9_000 + 1)))
    return Several(tuple(Set(Item("cue", "1"), (field,), value) for field, value in fields), f"state {number}")


def live(show: Path, tell: Callable[[str, int], None], chance: random.Random, edits: int) -> None:
    """Open the show, recover, edit and save. Tells which state it found, each that it is about to come to, and by its
    place among these that it is `kept`, about to be saved (`saving`), and `saved`."""
    with Document.open(show, "a life") as document:
        assert not document.read_only, document.read_only
        numbers = [number_of(bytes_of(document.state.root))]
        if document.take_recovery() is not None:
            numbers.append(number_of(bytes_of(document.state.root)))
        at, place = len(numbers) - 1, 0
        tell("state", numbers[at])

        def step() -> None:
            """One edit, undo or redo."""
            nonlocal at, place
            what = chance.random()
            if what < 0.2 and at:
                at -= 1
                act: Callable[[], object] = document.undo
            elif what < 0.3 and at + 1 < len(numbers):
                at += 1
                act = document.redo
            else:
                at += 1
                numbers[at:] = [fresh := chance.randrange(1_000_000)]
                act = partial(document.edit, state(fresh))
            tell("state", numbers[at])
            place += 1
            act()
            assert bytes_of(document.state.root) == text(numbers[at])

        for _ in range(edits):
            step()
            if chance.random() < 0.4:
                assert document.wait_kept(SLOW)
            if document.is_kept:
                tell("kept", place)
            if chance.random() < 0.3:
                tell("saving", saving := place)
                document.save()
                if chance.random() < 0.4:
                    step()
                while not any(notice.kind == "saved" for notice in document.poll()):
                    assert document.now().is_saving
                    time.sleep(0.0005)
                tell("saved", saving)
        assert document.close()
        tell("kept", place)


def die_at(step: int, half: bool) -> None:
    """Have this process killed at its step-th call that does something to a file: before it, or after half of it."""
    done = 0
    for name in DEADLY:
        real = getattr(os, name)

        def call(*arguments: Any, real: Callable[..., Any] = real, name: str = name, **named: Any) -> Any:
            nonlocal done
            done += 1
            if done == step:
                if half:
                    if name == "write":
                        real(arguments[0], arguments[1][: len(arguments[1]) // 2])
                    else:
                        real(*arguments, **named)
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        setattr(os, name, call)


class Watcher:
    """Starts lives and looks at what they leave."""

    def __init__(self, show: Path, seed: int) -> None:
        self.show = show
        self.chance = random.Random(seed)
        self.counts = {"killed": 0, "ended": 0, "kept": 0, "saved": 0, "recovered": 0}
        self.in_file = self.there = number_of(show.read_bytes())
        """The state of the file, and that which is there with what can be recovered."""

    def one(self, step: int = 0, half: bool = False) -> bool:
        """Whether it was killed: at a step, or (0) at random."""
        read, write = os.pipe()
        seed = self.chance.random()
        pid = os.fork()
        if pid == 0:
            os.close(read)
            real_write = os.write

            def tell(what: str, number: int) -> None:
                real_write(write, f"{what} {number}\n".encode())

            if step:
                die_at(step, half)
            code = 1
            try:
                live(self.show, tell, random.Random(seed), EDITS if step else 1_000_000)
                code = 0
            except BaseException:
                traceback.print_exc()
                raise
            finally:
                os._exit(code)
        os.close(write)
        with os.fdopen(read) as said:
            first: list[str] = []
            if not step:
                first = [said.readline() for _ in range(self.chance.randint(0, MOST_TOLD))]
                time.sleep(self.chance.uniform(0, LONGEST))
                os.kill(pid, signal.SIGKILL)
            told = [line.split() for line in [*first, *said]]
        _, status = os.waitpid(pid, 0)
        assert status in (0, signal.SIGKILL), f"a life ended with {status}"
        self.look([(what, int(number)) for what, number in told])
        self.counts["killed" if status else "ended"] += 1
        return bool(status)

    def look(self, told: list[tuple[str, int]]) -> None:
        """After a life: the file is whole, the old or the new; and all that was kept is there."""
        states = [number for what, number in told if what == "state"]
        if states:
            assert states[0] == self.there, f"state {self.there} was there, and {states[0]} was found"
        else:
            states = [self.there]
        sure, files = 0, {self.in_file}
        for what, place in told:
            if what == "saving":
                files.add(states[place])
            elif what == "saved":
                files = {states[place]}
            if what in ("saved", "kept"):
                sure = max(sure, place)
                self.counts[what] += 1
        self.in_file = number_of(self.show.read_bytes())
        assert self.in_file in files, f"the file has state {self.in_file}, which is none of {files}"
        self.there = self.in_file
        recovery = found(self.show)
        if recovery is not None:
            self.there = number_of(recovery.text)
            assert not recovery.changed_since, "our own save is taken for somebody else's"
            self.counts["recovered"] += 1
        assert self.there in states[sure:], f"state {self.there} is there, after {states[sure]} was kept: {told}"
        try:
            ShowLock.take(self.show, "the watcher").release()
        except Held as held:
            raise AssertionError("a dead life holds its lock") from held


def main() -> None:
    folder, seed, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    show = folder / "gala.yaml"
    show.write_bytes(text(0))
    gc.freeze()  # so that no life copies what it only looks through
    watcher = Watcher(show, seed)
    if how == "random":
        for _ in range(int(sys.argv[4])):
            watcher.one()
    else:
        step, every = int(sys.argv[4]), int(sys.argv[5])
        while watcher.one(step, half=False) | watcher.one(step, half=True):
            step += every
    print(json.dumps(watcher.counts))


if __name__ == "__main__":
    main()
