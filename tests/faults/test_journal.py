"""The disk of the journal is full, slow or closed, or the engine is killed: what is written, and that the show goes on.

On time means here that no packet is later than `LATE`: a dispatcher that waited for a disk would be late by as long as
that is slow, for ever in these tests.
"""

import json
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from showctl.engine.command import Go
from showctl.host.engine import Engine
from showctl.host.journal import Journal
from showctl.host.journal_file import journals, lines
from showctl.link.message import Installed
from showctl.program.opening import open_show
from tests.faults import stage
from tests.faults.stage import SHOWCTL, Console, Wire, showctl
from tests.receivers.wait import wait_until

STEP, LATE = 0.01, 0.3
"""Seconds between messages, and of the most that one may be late on a machine that runs other things as well."""


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def desk() -> Iterator[Wire]:
    with stage.listening(stage.DESK_PORT) as desk:
        yield desk


def chain(folder: Path, count: int) -> Path:
    """So many messages, one every `STEP`."""
    cues = [
        f"  - {{cue: {n}, osc: {{device: desk, address: /{n}}}, continue: auto-continue, post-wait: {STEP}s}}"
        for n in range(1, count)
    ]
    path = folder / "chain.yaml"
    head = ["showctl: 1", "show: {title: Chain}", "devices:", '  desk: {type: osc, to: "127.0.0.1:10023"}', "cues:"]
    path.write_text("\n".join([*head, *cues, f"  - {{cue: {count}, osc: {{device: desk, address: /{count}}}}}", ""]))
    return path


@contextmanager
def running(show: Path, *before: str) -> Iterator[subprocess.Popen[str]]:
    """A headless run that presses GO at once; it is killed at the end if it still runs."""
    command = [*before, *SHOWCTL, "run", str(show), "--headless", "--go", "--until-idle", "--json", "--osc-port", "off"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def are_on_time(desk: Wire, count: int) -> None:
    """All packets are there, and none is late; how long the first took is another matter."""
    assert [packet.split(b"\0")[0] for _, packet in desk.packets] == [b"/%d" % n for n in range(1, count + 1)]
    first = desk.packets[0][0]
    assert max(at - first - n * STEP for n, (at, _) in enumerate(desk.packets)) < LATE


def warnings(process: subprocess.Popen[str]) -> list[str]:
    """Those that it told, to its end."""
    out, _ = process.communicate(timeout=30)
    said = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    return [each["text"] for each in said if each["event"] == "warning"]


def sent(journal: list[dict[str, Any]]) -> list[str]:
    return [line["address"] for line in journal if line["event"] == "sent"]


def test_killed_all_is_there_but_the_last_second(tmp_path: Path, desk: Wire) -> None:
    show = chain(tmp_path, 1000)
    with running(show) as process:
        wait_until(lambda: len(desk.packets) >= 250, "2.5 s of the show")
        killed_at = time.monotonic()
        process.send_signal(signal.SIGKILL)
    journal = next(journals(show))
    written = [*lines(journal.path)]
    older = [packet.split(b"\0")[0].decode() for at, packet in desk.packets if at < killed_at - 1.0]
    assert len(older) > 100
    assert set(older) <= set(sent(written))
    assert journal.end is None
    told = showctl("journal", show).stdout
    assert f"ended without saying so at {written[-1]['at'][:19].replace('T', ' ')}: the engine was lost" in told
    with running(chain(tmp_path, 1)) as process:
        assert process.wait(20) == 0
    again = next(journals(show))
    assert again.head["after"] == journal.path.name
    assert again.end is not None
    assert f"the run before was lost: {journal.path.name}" in showctl("journal", show).stdout


@pytest.mark.skipif(os.geteuid() != 0, reason="a small disk of its own needs root")
def test_a_full_disk_costs_lines_and_not_the_show(tmp_path: Path, own_data: Path, desk: Wire) -> None:
    assert shutil.which("unshare")
    count = 600
    show = chain(tmp_path, count)
    # In a chroot / is no mount point, and nothing can be made private; there the chroot's owner has seen to it.
    small = f"""mount --make-rprivate / 2>/dev/null
        mount -t tmpfs -o size=256k none {own_data} && head -c 200000 /dev/zero >{own_data}/ballast && exec "$@" """
    with running(show, "unshare", "--mount", "--propagation", "unchanged", "sh", "-c", small, "sh") as process:
        disk = Path(f"/proc/{process.pid}/root{own_data}")  # its own, which we do not have
        wait_until(lambda: len(desk.packets) >= count // 2, "half of the show")
        files = [*disk.glob("showctl/journal/*.jsonl")]
        full = files[0].read_bytes()
        (disk / "ballast").unlink()
        wait_until(lambda: b'"left out"' in files[0].read_bytes(), "the journal to go on")
        journal = [json.loads(line) for line in files[0].read_bytes().splitlines()]  # each is whole
        (text,) = warnings(process)
    assert len(full) < 60_000
    assert "No space left on device" in text
    assert "free some space on its disk: " in text
    assert process.returncode == 0
    are_on_time(desk, count)
    missing = [line["count"] for line in journal if line["event"] == "left out"]
    steps = [int(address[1:]) for address in sent(journal)]
    gaps = [after - before - 1 for before, after in pairwise(steps) if after > before + 1]
    assert 0 < len(gaps) <= len(missing)
    assert sum(gaps) < sum(missing)  # which counts all lines


def test_a_folder_that_cannot_be_written_costs_the_journal_and_not_the_show(
    tmp_path: Path, own_data: Path, desk: Wire
) -> None:
    (own_data / "showctl").mkdir()
    (own_data / "showctl" / "journal").write_text("in the way")  # unlike a closed folder it stops root as well
    with running(chain(tmp_path, 100)) as process:
        (text,) = warnings(process)
    assert "The journal cannot be written" in text
    assert f"see to it that it can be written: {own_data}/showctl/journal" in text
    assert process.returncode == 0
    are_on_time(desk, 100)


def test_a_limit_to_the_size_of_files_costs_lines_and_not_the_show(tmp_path: Path, desk: Wire) -> None:
    show = chain(tmp_path, 300)
    with running(show, "prlimit", "--fsize=65536") as process:
        levels, text = warnings(process)
    assert "the levels cannot be kept for a new engine ([Errno 27] File too large)" in levels
    assert "The journal cannot be written (File too large)" in text
    assert process.returncode == 0
    are_on_time(desk, 300)
    assert sent([*lines(next(journals(show)).path)])


@pytest.mark.allow_log_warnings
def test_a_disk_that_takes_nothing_holds_up_nobody(tmp_path: Path, desk: Wire) -> None:
    """A pipe that nobody reads takes 64 KB; then the journal's thread hangs in its write until the end of the show."""
    count = 300
    reading, writing = os.pipe()
    with open(reading, "rb") as pipe:
        show = chain(tmp_path, count)
        engine = Engine(show, osc_port=-1)
        journal = Journal(show, engine.warn, lambda head: os.fdopen(writing, "wb", buffering=0))
        engine.watch(journal.tell)
        assert isinstance(engine.install(open_show(show).program), Installed)
        engine.open()
        engine.command(Go())
        wait_until(lambda: len(desk.packets) == count, "the end of the show")
        are_on_time(desk, count)
        engine.close()
        read: list[bytes] = []
        reader = threading.Thread(target=lambda: read.extend(pipe))
        reader.start()
        journal.close(engine.reason)
        reader.join(10.0)
    said = [json.loads(line) for line in read]
    assert len(b"".join(read)) > 2 * 65_536  # or it has never hung
    assert sent(said) == [f"/{n}" for n in range(1, count + 1)]
    assert said[-1]["event"] == "end"


def test_of_a_lost_engine_the_next_one_names_the_journal(
    show: Path, wire: Wire, console: Callable[[Path], Console]
) -> None:
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() > 0, "cue 1")
    wait_until(lambda: [*journals(show)] and "fade" in str([*lines(next(journals(show)).path)]), "the journal")
    os.kill(stage.engine_of(show).pid, signal.SIGKILL)
    first.wait_for(lambda now: now["interrupted"] == ["1"] and now["kind"] == "attached", "a new engine")
    wait_until(lambda: len([*journals(show)]) == 2, "its journal")
    again, lost = journals(show)
    assert again.head["after"] == lost.path.name
    assert again.head["digest"] == lost.head["digest"]
    assert lost.end is None
    assert "still running" in showctl("journal", show).stdout
    first.leave("stop")
    wait_until(lambda: again.end, "its end")
    assert again.end
    assert again.end["reason"] == "it was stopped by console"
