"""What this machine has of all that showctl can use, and for what is missing the command that gets it."""

import contextlib
import importlib
import importlib.metadata
import importlib.util
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from showctl import __version__
from showctl.link.meeting import running
from showctl.link.place import UnsafeFolder, runtime_folder
from showctl.model.show import OSC_INPUT_PORT
from showctl.outputs.interface import known_interfaces, takes_multicast, trouble_with
from showctl.shipped import shipped

State = Literal["ok", "missing", "broken"]
"""missing: runs without it; broken: does not run."""


class Finding(NamedTuple):
    """One thing that was looked at."""

    subject: str
    state: State
    text: str
    remedy: str = ""
    """What to do, if anything; a command where there is one."""


def examine() -> Iterator[Finding]:
    """All findings, each as soon as it is known. Opens no port but the OSC input's for an instant, sends nothing."""
    version = platform.python_version()
    yield Finding("showctl", "ok", f"{__version__}, Python {version} on {platform.system()} {platform.machine()}")
    yield from _installation()
    yield _meeting_folder()
    yield from _qt()
    yield from _midi()
    yield from _interfaces()
    yield _osc_input()
    yield _realtime()


def _installation() -> Iterator[Finding]:
    try:
        folders = [shipped("shows"), shipped("fixtures_library"), shipped("resources")]
    except FileNotFoundError as error:
        yield Finding("files", "broken", str(error), "pip install --force-reinstall showctl")
    else:
        yield Finding("files", "ok", str(folders[0].parent))
    for name in ("numpy", "pydantic", "msgspec", "yaml", "pythonosc", "sacn", "platformdirs"):
        try:
            importlib.import_module(name)
        except ImportError as error:
            yield Finding("libraries", "broken", str(error), f"{sys.executable} -m pip install showctl")


def _meeting_folder() -> Finding:
    try:
        return Finding("meeting", "ok", f"{runtime_folder()} is ours alone")
    except UnsafeFolder as error:
        text, _, remedy = str(error).partition("; ")
        return Finding("meeting", "broken", text, remedy)


# Qt --------------------------------------------------------------------------------------------------------------

_PROBE = "from PySide6.QtWidgets import QApplication; print(QApplication([]).platformName())"


def _qt() -> Iterator[Finding]:
    found = importlib.util.find_spec("PySide6")
    if not found or not found.submodule_search_locations:
        yield Finding("Qt", "missing", "no PySide6: no console, all else works", _pip("PySide6-Essentials"))
        return
    lacking = sorted(set(_lacking_libraries(Path(found.submodule_search_locations[0]))))
    if lacking:
        yield Finding("Qt", "missing", f"the system lacks {', '.join(lacking)}", _apt(map(_package, lacking)))
    version = importlib.metadata.version("PySide6-Essentials")
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        yield Finding(
            "Qt", "missing", f"{version}; no display, so no console here", "set DISPLAY, or run with --headless"
        )
        return
    try:  # in a process of its own: Qt ends the process that it cannot serve
        probe = subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, text=True, timeout=30, check=False)
    except subprocess.TimeoutExpired:
        yield Finding("Qt", "missing", f"{version} does not answer within 30 s", "run with --headless")
        return
    if probe.returncode == 0:
        yield Finding("Qt", "ok", f"{version}, platform {probe.stdout.strip()}")
    else:
        lines = [line for line in probe.stderr.splitlines() if line.strip()] or [f"exit code {probe.returncode}"]
        yield Finding("Qt", "missing", f"{version} does not start: {lines[-1]}", "run with --headless")


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def lacking_for_a_window() -> str:
    """The command that gets what a window under X11 needs, if the system lacks it; Qt would end the process there."""
    under_x11 = sys.platform == "linux" and os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    found = importlib.util.find_spec("PySide6") if under_x11 and not os.environ.get("QT_QPA_PLATFORM") else None
    if not found or not found.submodule_search_locations:
        return ""
    lacking = list(_lacking_libraries(Path(found.submodule_search_locations[0])))
    return _apt(map(_package, lacking)) if lacking else ""


def _lacking_libraries(package: Path) -> Iterator[str]:
    """File names of shared libraries that Qt needs and the system has not."""
    if sys.platform != "linux" or not shutil.which("ldd"):
        return
    qt = package / "Qt"
    for file in (*qt.glob("lib/libQt6Widgets.so.6"), *qt.glob("plugins/platforms/libq[xw]*.so")):
        listing = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False).stdout
        yield from re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE)


def _package(library: str) -> str:
    """The Debian package of a library, by Debian's naming rule (policy §8.1): libxcb-cursor.so.0 → libxcb-cursor0."""
    if re.match(r"lib(glib|gio|gobject|gmodule|gthread)-2\.0\.so\.0", library):
        return "libglib2.0-0"
    name, _, version = library.lower().partition(".so.")
    return name + ("-" if name[-1:].isdigit() else "") + version


def _apt(packages: Any) -> str:
    names = " ".join(sorted(set(packages)))
    if shutil.which("apt-get"):
        return f"sudo apt-get install --no-install-recommends {names}"
    return f"install what your system calls {names}"


def _pip(package: str) -> str:
    return f"{sys.executable} -m pip install {package}"


# MIDI ------------------------------------------------------------------------------------------------------------


def _midi() -> Iterator[Finding]:
    try:
        rtmidi = importlib.import_module("rtmidi")
    except ImportError as error:
        library = re.match(r"(lib\S+\.so\.\S+?):", str(error))
        remedy = _apt([_package(library[1])]) if library else _pip("python-rtmidi")
        yield Finding("MIDI", "missing", f"{error}: MIDI devices are shown as missing, all else works", remedy)
        return
    # A JACK server is looked for, and never started by looking.
    os.environ.setdefault("JACK_NO_START_SERVER", "1")
    for api in rtmidi.get_compiled_api():
        with _silent_libraries():
            finding = _midi_ports(rtmidi, api, rtmidi.get_api_display_name(api))
        yield finding


def _midi_ports(rtmidi: Any, api: int, name: str) -> Finding:
    try:
        out, into = rtmidi.MidiOut(api), rtmidi.MidiIn(api)
    except (rtmidi.RtMidiError, OSError) as error:
        return Finding(f"MIDI {name}", "missing", _one_line(error), _midi_remedy(name))
    ports = f"out: {_listed(out.get_ports())}; in: {_listed(into.get_ports())}"
    out.delete()
    into.delete()
    return Finding(f"MIDI {name}", "ok", ports)


@contextlib.contextmanager
def _silent_libraries() -> Iterator[None]:
    """The C libraries of ALSA and JACK write to standard error what we say better."""
    kept = os.dup(2)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _midi_remedy(api: str) -> str:
    if "ALSA" in api:
        return "sudo modprobe snd-seq, if this machine is to have ALSA MIDI"
    return "start a JACK server, if it is to be used"


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "no ports"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


# Network ---------------------------------------------------------------------------------------------------------


def _interfaces() -> Iterator[Finding]:
    for name, addresses in known_interfaces().items():
        if not addresses and sys.platform == "linux":
            continue  # it is down, or a tunnel that nobody set up: nothing to mend
        multicast = "multicast" if takes_multicast(name) else "no multicast"
        trouble = trouble_with(name)
        known = ", ".join([*addresses, multicast]) if addresses else "present"
        yield Finding(f"network {name}", "ok", known + (f"; {trouble}" if trouble else ""))


def _osc_input() -> Finding:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind(("127.0.0.1", OSC_INPUT_PORT))
        except OSError as error:
            if engine := _engine_that_listens():
                return Finding("OSC input", "ok", f"UDP port {OSC_INPUT_PORT}: used by {engine}")
            remedy = "end what uses it (QLab does), or choose another: inputs: {osc: {port: 53100}}, or --osc-port"
            return Finding("OSC input", "missing", f"UDP port {OSC_INPUT_PORT}: {error.strerror}", remedy)
    return Finding("OSC input", "ok", f"UDP port {OSC_INPUT_PORT} is free")


def _engine_that_listens() -> str:
    """Our own engine that has the OSC input's port, in words; where the system does not say who has it, any of ours."""
    with contextlib.suppress(UnsafeFolder):
        for meeting in running():
            if sys.platform != "linux" or _has_udp_port(meeting.pid, OSC_INPUT_PORT):
                perhaps = "" if sys.platform == "linux" else ", perhaps"
                return f"the showctl engine, pid {meeting.pid}{perhaps} ({meeting.show})"
    return ""


def _has_udp_port(pid: int, port: int) -> bool:
    """Whether a process of this user has a socket on this UDP port (proc(5): /proc/PID/net/udp, /proc/PID/fd)."""
    inodes, held = set(), set()
    with contextlib.suppress(OSError):
        for table in ("udp", "udp6"):
            lines = Path(f"/proc/{pid}/net/{table}").read_text("ascii").splitlines()[1:]
            inodes |= {line.split()[9] for line in lines if int(line.split()[1].rpartition(":")[2], 16) == port}
        for link in Path(f"/proc/{pid}/fd").iterdir():
            with contextlib.suppress(OSError):  # closed meanwhile
                held.add(os.readlink(link))
    return any(f"socket:[{inode}]" in held for inode in inodes)


# Real time -------------------------------------------------------------------------------------------------------


def _realtime() -> Finding:
    if sys.platform != "linux":
        return Finding("real time", "ok", "asked for when an engine starts")
    before = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    except PermissionError:
        remedy = "echo '@audio - rtprio 50' | sudo tee /etc/security/limits.d/90-showctl.conf; "
        remedy += "sudo usermod -aG audio $USER; then log in again"
        return Finding("real time", "missing", "not allowed to this user; a busy machine may send late", remedy)
    os.sched_setscheduler(0, *before)
    return Finding("real time", "ok", "allowed")
