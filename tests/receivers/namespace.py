"""Namespaces: what a test sends cannot leave, two tests' ports never meet, and a disk it mounts is its own.

A namespace belongs to the thread that made it and to the threads and processes it starts from then on.
"""

import ctypes
import os
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# <linux/sched.h>, <linux/sockios.h>, <linux/if.h>, <sys/mount.h>
CLONE_NEWNS, CLONE_NEWNET = 0x00020000, 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1
MS_RDONLY, MS_NODEV, MS_NOSUID, MS_REMOUNT, MS_REC, MS_PRIVATE = 0x1, 0x4, 0x2, 0x20, 0x4000, 0x40000
MNT_DETACH = 0x2


def enter_new() -> None:
    """Moves this thread into a namespace with nothing but `lo`, which is up. PermissionError without the right to."""
    import fcntl  # not on Windows, where conftest must load all the same

    _call("unshare", CLONE_NEWNET)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh22x", b"lo", 0)
        flags = struct.unpack("16sh22x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", flags | IFF_UP))


def enter_private_shm() -> None:
    """Gives this process a /dev/shm of its own, where JACK keeps its servers: two test runs do not meet there."""
    _call("unshare", CLONE_NEWNS)
    _call("mount", None, b"/dev/shm", None, MS_PRIVATE, None)  # what is mounted there stays in here
    _call("mount", b"tmpfs", b"/dev/shm", b"tmpfs", MS_NODEV | MS_NOSUID, b"mode=1777")


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """A disk of so many bytes is at this folder, for this thread and those that it starts. PermissionError without the
    right to."""
    _call("unshare", CLONE_NEWNS)
    _call("mount", None, b"/", None, MS_REC | MS_PRIVATE, None)
    options = f"mode=755,size={size}".encode()
    _call("mount", b"tmpfs", os.fsencode(folder), b"tmpfs", MS_NODEV | MS_NOSUID, options)
    try:
        yield
    finally:
        _call("umount2", os.fsencode(folder), MNT_DETACH)


def make_read_only(folder: Path, read_only: bool = True) -> None:
    """Of a disk that is at this folder."""
    flags = MS_REMOUNT | MS_NODEV | MS_NOSUID | (MS_RDONLY if read_only else 0)
    _call("mount", b"tmpfs", os.fsencode(folder), b"tmpfs", flags, None)


@contextmanager
def fresh() -> Iterator[None]:
    """This thread is in a new namespace inside the block, and back where it was after it."""
    with Path("/proc/thread-self/ns/net").open("rb") as before:
        enter_new()
        try:
            yield
        finally:
            _call("setns", before.fileno(), CLONE_NEWNET)


def add_veth(address: str = "10.77.0.1/24", name: str = "peer0") -> None:
    """Adds a second interface, one end of a pair whose other end nobody reads; multicast goes out there.

    For receivers that want an interface beside `lo`, such as OLA. It goes with the namespace.
    """
    for command in (
        f"link add {name} type veth peer name {name}-end",
        f"addr add {address} dev {name}",
        f"link set {name} up",
        f"link set {name}-end up",
        f"route add 224.0.0.0/4 dev {name}",
    ):
        subprocess.run(["ip", *command.split()], check=True)


def route_multicast_to_loopback() -> None:
    """Multicast goes out on `lo`, and is heard by those who joined there. Not together with `add_veth`."""
    subprocess.run(["ip", "route", "add", "224.0.0.0/4", "dev", "lo"], check=True)


def is_udp_bound(port: int) -> bool:
    """Whether a socket is bound to the UDP port in this thread's namespace, so that no datagram to it is lost."""
    tables = (Path(f"/proc/thread-self/net/{name}") for name in ("udp", "udp6"))
    rows = (row.split() for table in tables for row in table.read_text().splitlines()[1:])
    return any(int(row[1].rpartition(":")[2], 16) == port for row in rows)


def _call(function: str, *arguments: object) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, function)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{function}: {os.strerror(number)}")
