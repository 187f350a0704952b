"""What a power cut leaves: the order in which a save goes onto the disk, as the kernel was asked for it (strace)."""

import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.receivers import need

SAVE = """
import sys
from pathlib import Path
from showctl.session.recovery import RecoveryWriter
from showctl.session.saving import Saving
from showctl.showfile.text import digest
show, new = Path(sys.argv[1]), b"showctl: 1\\nshow: {title: New}\\n"
base = digest(show.read_bytes())
writer = RecoveryWriter(show, base)
serial = writer.put(new, ("an edit",))
assert writer.wait(serial, 60)
Saving(show, new, expected=base, recovery=writer, serial=serial).wait(60)
assert writer.close(discard=False, timeout=60)
"""
CALLS = "write,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"
# 4711  fsync(5</shows/.gala.yaml.0badf00d.showctl-draft>) = 0, with the file of each descriptor (strace -y); calls that
# two threads make at once are printed in two parts.
CALL = re.compile(r"^(?P<thread>\d+) +(?P<name>\w+)\((?P<rest>.*)$")
RESUMED = re.compile(r"^(?P<thread>\d+) +<\.\.\. (?P<name>\w+) resumed>(?P<rest>.*)$")
FILE = re.compile(r"^\d+<(?P<path>[^>]*)>")
NAMES = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass
class Disk:
    """What would be there after a power cut at this instant, at the worst: only what was put onto the disk."""

    dirty: set[str] = field(default_factory=set)
    """Files with bytes that are not."""
    renamed: dict[str, str] = field(default_factory=dict)
    """By the folder that is not: the name that was given last in it."""
    done: list[str] = field(default_factory=list)
    """Names that are there for good, or gone for good (`-name`), in order."""

    def call(self, name: str, words: str) -> None:
        file = FILE.match(words)
        path = file["path"] if file else ""
        names = NAMES.findall(words)
        if name == "write" and path.startswith("/"):
            self.dirty.add(path)
        elif name in ("fsync", "fdatasync"):
            self.dirty.discard(path)
            if path in self.renamed:
                self.done.append(self.renamed.pop(path))
        elif name.startswith("rename"):
            assert names[0] not in self.dirty, f"{names[1]} is named before its bytes are on the disk"
            self._in_folder(names[1], Path(names[1]).name)
        elif name.startswith("unlink"):
            self._in_folder(names[-1], f"-{Path(names[-1]).name}")

    def _in_folder(self, path: str, what: str) -> None:
        folder = str(Path(path).parent)
        assert folder not in self.renamed, f"{what} in {folder} before {self.renamed[folder]} is on the disk"
        self.renamed[folder] = what


def test_each_step_is_on_the_disk_before_the_next(tmp_path: Path) -> None:
    need("strace")
    if sys.platform != "linux":
        pytest.skip("only for Linux")
    show = tmp_path / "gala.yaml"
    show.write_bytes(b"showctl: 1\nshow: {title: Old}\n")
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-y", "-s", "4000", "-e", f"trace={CALLS}", "-o", str(trace)]
    subprocess.run([*command, sys.executable, "-c", SAVE, str(show)], check=True)
    disk, begun = Disk(), dict[str, str]()
    for line in trace.read_text().splitlines():
        if call := CALL.match(line):
            if call["rest"].endswith("<unfinished ...>"):
                begun[call["thread"]] = call["rest"].removesuffix("<unfinished ...>")
            elif call["rest"].endswith("= 0") or call["name"] == "write":
                disk.call(call["name"], call["rest"])
        elif resumed := RESUMED.match(line):
            disk.call(resumed["name"], begun.pop(resumed["thread"]) + resumed["rest"])
    assert disk.renamed == {}, "a name was never put onto the disk"
    done = [re.sub(r"^\d{8}T.*-[0-9a-f]{16}\.yaml$", "the backup", name) for name in disk.done]
    done = [re.sub(r"^gala-[0-9a-f]{16}\.begun-[0-9a-f]{16}$", "what was edited", name) for name in done]
    assert done.count("what was edited") == 1  # in a thread of its own: for a merge, should there have to be one
    done.remove("what was edited")
    assert done == [".gala.yaml.recovery", "show.txt", "the backup", "gala.yaml", "-.gala.yaml.recovery"]
