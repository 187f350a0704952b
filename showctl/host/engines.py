"""The engines that run on this machine, for `showctl engines` and `showctl stop`."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from showctl.engine.command import Shutdown
from showctl.engine.snapshot import DeviceStatus, Snapshot
from showctl.link.client import Client, Unreachable
from showctl.link.meeting import Meeting, find, running
from showctl.session.held import held_words

_PICTURE_WITHIN = 1.0
"""Seconds for an engine to show itself; one that has a show does so at once."""
_STOP_WITHIN = 10.0
"""Seconds for an engine to say goodbye and be gone."""


class NotStopped(Exception):
    """No engine was ended, and why."""


@dataclass(frozen=True, slots=True)
class RunningEngine:
    """An engine, and what it says of itself; `snapshot` None when it does not answer."""

    meeting: Meeting
    snapshot: Snapshot | None

    def as_dict(self) -> dict[str, Any]:
        """For `--json`."""
        meeting, seen = self.meeting, self.snapshot
        return {
            "pid": meeting.pid,
            "show": meeting.show,
            "title": meeting.title,
            "standby": {each.name: each.standby for each in seen.lists} if seen else {},
            "active": [each.cue for each in seen.active] if seen else [],
            "evening": msgspec.structs.asdict(seen.evening) if seen else {},
            "parked": {each.what: each.level for each in seen.parked} if seen else {},
            "highlighted": list(seen.highlighted) if seen else [],
            "devices": [msgspec.structs.asdict(each) for each in seen.devices] if seen else [],
            "outputs_off": meeting.outputs_off,
            "answers": seen is not None,
            "started": meeting.started,
        }

    def __str__(self) -> str:
        seen = self.snapshot
        if seen is None:
            said = "does not answer"
        else:
            standby = [each.standby or "end of list" for each in seen.lists]
            said = f"standby {', '.join(standby) or 'none'}; {len(seen.active)} active{_tonight(seen)}{_held(seen)}"
        off = "; outputs off" if self.meeting.outputs_off else ""
        line = f"{self.meeting.pid:>7}  {self.meeting.show}  {self.meeting.title}: {said}{off}"
        return "\n".join([line, *(f"{'':9}{_device(each)}" for each in (seen.devices if seen else ()))])


def seen() -> list[RunningEngine]:
    """All running engines of this user. Raises UnsafeFolder."""
    return [RunningEngine(meeting, _snapshot(meeting)) for meeting in running()]


def stop(show: Path | None) -> str:
    """End the engine of a show, or the only one there is; what was done, in words. Raises NotStopped."""
    meeting = _meant(show)
    try:
        with Client(meeting) as client:
            client.send(Shutdown(source="showctl stop"))
            gone = client.ended.wait(_STOP_WITHIN)
    except Unreachable as reason:
        raise NotStopped(f"{reason}; if it hangs, end it by hand: kill -9 {meeting.pid}") from None
    deadline = time.monotonic() + _STOP_WITHIN
    while gone and (there := find(Path(meeting.show))) is not None and there.token == meeting.token:
        gone = time.monotonic() < deadline
        time.sleep(0.01)
    if not gone:
        raise NotStopped(f"the engine (pid {meeting.pid}) does not end; end it by hand: kill -9 {meeting.pid}")
    return f"stopped {meeting.show} (pid {meeting.pid})"


def _meant(show: Path | None) -> Meeting:
    if show is not None:
        if meeting := find(show):
            return meeting
        others = _list(running())
        raise NotStopped(f"no engine plays {show}" + (f"; running: {others}" if others else ""))
    found = running()
    if not found:
        raise NotStopped("no engine is running")
    if len(found) > 1:
        raise NotStopped(f"{len(found)} engines are running; say which one: {_list(found)}")
    return found[0]


def _list(meetings: list[Meeting]) -> str:
    return ", ".join(f"'{meeting.show}' (pid {meeting.pid})" for meeting in meetings)


def _device(status: DeviceStatus) -> str:
    """How a device is, and where it sends."""
    detail = f" ({status.detail})" if status.detail else ""
    return f"{status.device}: {status.protocol} to {status.to}: {status.state}{detail}"


def _tonight(seen: Snapshot) -> str:
    """Cues that are armed or flagged other than the file says, in words."""
    said = msgspec.structs.asdict(seen.evening)
    return "".join(f"; {what} tonight: {', '.join(cues)}" for what, cues in said.items() if cues)


def _held(seen: Snapshot) -> str:
    return f"; {words}" if (words := held_words(seen)) else ""


def _snapshot(meeting: Meeting) -> Snapshot | None:
    try:
        with Client(meeting) as client:
            deadline = time.monotonic() + _PICTURE_WITHIN
            while client.newest is None and time.monotonic() < deadline and not client.ended.wait(0.005):
                pass
            return client.newest
    except Unreachable:
        return None
