"""What the welcome window says of this machine: engines that play, real-time priority, MIDI ports."""

import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

from showctl.link.client import Client, Unreachable
from showctl.link.meeting import Meeting, running
from showctl.link.place import UnsafeFolder
from showctl.outputs import midi_ports

_PICTURE_WITHIN = 1.0
"""Seconds for an engine to show itself."""


class Playing(NamedTuple):
    """An engine that runs. `active`: how many cues; -1 where it does not say."""

    show: Path
    title: str
    active: int

    @property
    def words(self) -> str:
        if self.active < 0:
            return "does not answer"
        return "nothing active" if not self.active else f"{self.active} active cue{'' if self.active == 1 else 's'}"


def engines_playing() -> list[Playing]:
    """All engines of this user. May take a second each: not for the window's thread."""
    try:
        return [Playing(Path(each.show), each.title or Path(each.show).stem, _active(each)) for each in running()]
    except UnsafeFolder:
        return []


def _active(meeting: Meeting) -> int:
    try:
        with Client(meeting) as client:
            deadline = time.monotonic() + _PICTURE_WITHIN
            while client.newest is None and time.monotonic() < deadline and not client.ended.wait(0.01):
                pass
            return len(client.newest.active) if client.newest is not None else -1
    except Unreachable:
        return -1


def real_time() -> bool:
    """Whether a process of this user gets real-time priority. Tried in the thread that asks, which gives it back."""
    if sys.platform != "linux":
        return True
    before = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    except PermissionError:
        return False
    os.sched_setscheduler(0, *before)
    return True


def midi_port_names() -> list[str]:
    """The MIDI outputs of this machine; none where there is no MIDI. Opens nothing."""
    try:
        output = midi_ports.new_output()
    except midi_ports.NoMidi:
        return []
    try:
        return list(output.get_ports())
    finally:
        output.delete()


def midi_words() -> str:
    """`MIDI: 2 ports`."""
    count = len(midi_port_names())
    return f"MIDI: {count} port{'' if count == 1 else 's'}" if count else "no MIDI ports"
