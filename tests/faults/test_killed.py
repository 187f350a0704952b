"""500 SIGKILLs at random, and one at every step, while a show is edited and saved: nothing acknowledged is lost."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from showctl.session.recovery import RecoveryWriter
from showctl.session.saving import Saving
from showctl.session.show_lock import ShowLock
from showctl.showfile.text import digest
from showctl.showfile.whole_file import DRAFT
from tests.faults import lives

KILLS, AT_ONCE = 500, 4
pytestmark = pytest.mark.timeout(300)  # each test takes some 15 s of two cores, and they may be busy


def run(tmp_path: Path, arguments: list[list[str]]) -> dict[str, int]:
    """Lives in as many processes, each with folders of its own; what they counted, together."""
    processes = []
    for number, words in enumerate(arguments):
        folder = tmp_path / str(number)
        world = {name: folder / name.lower() for name in ("XDG_RUNTIME_DIR", "XDG_DATA_HOME", "SHOW")}
        for path in world.values():
            path.mkdir(mode=0o700, parents=True)
        command = [sys.executable, "-m", "tests.faults.lives", str(world.pop("SHOW")), str(number), *words]
        environment = {**os.environ, **{name: str(path) for name, path in world.items()}}
        processes.append(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True))
    said = [process.communicate()[0] for process in processes]
    assert all(process.returncode == 0 for process in processes), "something was lost; see what is on stderr"
    counts = [json.loads(each) for each in said]
    return {key: sum(each[key] for each in counts) for key in counts[0]}


def test_500_kills_at_random_lose_nothing(tmp_path: Path) -> None:
    counts = run(tmp_path, [["random", str(KILLS // AT_ONCE)]] * AT_ONCE)
    assert counts["killed"] == KILLS
    # Or else the lives were too short to say anything: most are to be in the midst of it.
    assert counts["recovered"] > KILLS / 3
    assert counts["kept"] > KILLS / 3
    assert counts["saved"] > KILLS / 8


def test_a_kill_at_every_step_loses_nothing_and_what_is_left_is_cleaned_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = run(tmp_path, [["steps", str(1 + first), str(AT_ONCE)] for first in range(AT_ONCE)])
    assert counts["killed"] > 80
    assert counts["ended"] >= 2 * AT_ONCE  # each to the end of the last life
    assert counts["recovered"] > 40
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "0" / "xdg_data_home"))
    folder = tmp_path / "0" / "show"
    drafts = [path for path in folder.iterdir() if path.name.endswith(DRAFT)]
    assert drafts
    for draft in drafts:
        os.utime(draft, (time.time() - 60,) * 2)
    show = folder / "gala.yaml"
    with ShowLock.take(show):
        base = digest(show.read_bytes())
        writer = RecoveryWriter(show, base)
        serial = writer.put(lives.text(1), ("an edit",))
        Saving(show, lives.text(1), expected=base, recovery=writer, serial=serial).wait()
        assert writer.close(discard=False)
    assert [path.name for path in folder.iterdir()] == ["gala.yaml"]
