"""`showctl merge --install` and `--check`: git is told to compare and merge shows with this showctl."""

import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain

ATTRIBUTES = "*.yaml diff=showctl merge=showctl"
_PATIENCE = 60.0
"""Seconds that git and showctl may take for something small."""
_SHOW = "showctl: 1\nshow: {{title: Set-up}}\ncues:\n  - {{cue: 1, label: {one}, wait: {wait}}}\n"
_THREE = {"base": ("One", "1s"), "mine": ("Mine", "1s"), "theirs": ("One", "2s")}
_TOGETHER = _SHOW.format(one="Mine", wait="2s")


def install(folder: Path) -> int:
    """Set up the repository that a folder is in, and try it."""
    top = _top(folder)
    if top is None:
        return UNREADABLE
    command = shlex.join(as_called())
    tool = f'{command} merge "$BASE" "$LOCAL" "$REMOTE" --out "$MERGED" --replace --choose ask'
    settings = {
        "diff.showctl.command": f"{command} diff --git",
        "merge.showctl.name": "showctl shows",
        "merge.showctl.driver": driver(command),
        "mergetool.showctl.cmd": tool,
        "mergetool.showctl.trustExitCode": "true",
    }
    for key, value in settings.items():
        done = _git(top, "config", "--local", key, value)
        if done.returncode != 0:
            complain(f"showctl: git does not take {key}: {done.stderr.strip()}")
            return REFUSED
    attributes = top / ".gitattributes"
    try:
        before = attributes.read_text("utf-8") if attributes.exists() else ""
        if ATTRIBUTES not in before.splitlines():
            gap = "" if before.endswith("\n") or not before else "\n"
            attributes.write_text(f"{before}{gap}{ATTRIBUTES}\n", "utf-8")
            print(f"{attributes}: {ATTRIBUTES}; commit it, so that it is there in every clone")
    except (OSError, ValueError) as error:
        complain(f"showctl: {attributes} cannot be written: {error}; put this line into it: {ATTRIBUTES}")
        return REFUSED
    return check(top)


def check(folder: Path) -> int:
    """Have git's own settings merge a small show, and say whether that works."""
    top = _top(folder)
    if top is None:
        return UNREADABLE
    wrong = _wrong(top)
    if wrong:
        again = shlex.join([*as_called(), "merge", "--install", str(top)])
        complain(f"showctl: {top}: {wrong}\nset it up again with: {again}")
        return REFUSED
    print(f"{top}: git merges and compares shows with showctl; tried, and it works")
    return GOOD


def driver(command: str) -> str:
    """What git runs to merge a show. Where showctl is not there any more, git merges it line by line, as any file: a
    driver that is not found would leave it as mine without a mark."""
    return (
        f"if {command} --version >/dev/null 2>&1; then {command} merge %O %A %B --driver %P; else "
        f"echo showctl is not there: merged line by line >&2; git merge-file -L mine -L base -L theirs %A %O %B; fi"
    )


def as_called() -> list[str]:
    """The command that runs this showctl from any folder."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return [sys.executable, "-m", "showctl"]
    found = shutil.which(sys.argv[0])
    return [str(Path(found or called).absolute())]


def _top(folder: Path) -> Path | None:
    try:
        done = _git(folder, "rev-parse", "--show-toplevel")
    except (OSError, subprocess.TimeoutExpired) as error:
        complain(f"showctl: git cannot be run in {folder}: {error}")
        return None
    if done.returncode != 0:
        complain(
            f"showctl: {folder} is in no git repository; go to the folder of the show, or run git init there first"
        )
        return None
    return Path(done.stdout.removesuffix("\n"))


def _wrong(top: Path) -> str:
    """What is not as it has to be; empty if all is."""
    attribute = _git(top, "check-attr", "merge", "show.yaml").stdout
    if not attribute.endswith(": showctl\n"):
        return f"git does not merge .yaml files with showctl; .gitattributes has to have the line: {ATTRIBUTES}"
    set_up = _git(top, "config", "merge.showctl.driver").stdout.strip()
    if not set_up:
        return "this clone does not know yet how to run showctl"
    if " --version" not in set_up:
        return "git merges with showctl, but loses what the others did where showctl is not found"
    with tempfile.TemporaryDirectory() as place:
        paths = {name: Path(place, name) for name in _THREE}
        for name, (one, wait) in _THREE.items():
            paths[name].write_text(_SHOW.format(one=one, wait=wait), "utf-8")
        words = zip(("%O", "%A", "%B"), map(str, paths.values()), strict=True)
        for mark, path in (*words, ("%P", "show.yaml")):
            set_up = set_up.replace(mark, shlex.quote(path))
        done = subprocess.run(
            ["sh", "-c", set_up], cwd=top, capture_output=True, text=True, errors="replace", timeout=_PATIENCE
        )
        if done.returncode != 0 or "not there" in done.stderr or paths["mine"].read_text("utf-8") != _TOGETHER:
            said = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
            return f"git cannot run showctl as it is set up: {said}"
    return ""


def _git(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["git", *words], cwd=folder, capture_output=True, text=True, errors="replace", timeout=_PATIENCE
    )
