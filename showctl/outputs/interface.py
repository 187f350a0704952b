"""A network interface that multicast leaves by: by its name, or by its IPv4 address."""

import array
import contextlib
import errno
import socket
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence

_SIOCGIFCONF, _SIOCGIFFLAGS = 0x8912, 0x8913
"""<linux/sockios.h>"""
_REQUEST = 40
"""Bytes of a struct ifreq on 64 bits."""
_MOST_ADDRESSES = 256
_IFF_UP, _IFF_RUNNING, _IFF_MULTICAST, _IFF_LOOPBACK = 0x1, 0x40, 0x1000, 0x8
"""<linux/if.h>; running: something is plugged in and answers."""


def multicast_socket(interface: str, ttl: int, buffer: int = 0) -> socket.socket:
    """A socket that never blocks, whose multicast leaves by the interface, over so many routers, and is heard on this
    machine too. `buffer`: bytes to queue in the kernel, 0 for what it does by itself.

    Raises OSError where there is no such interface now.
    """
    fresh = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        fresh.setblocking(False)
        if buffer:
            fresh.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, buffer)
        fresh.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, _asked(interface))
        fresh.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, ttl)
        fresh.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 1)
    except OSError:
        fresh.close()
        raise
    return fresh


def trouble_with(interface: str) -> str:
    """Why nothing can leave by it now, said so that the operator can act; empty where it can, or nobody knows."""
    known = known_interfaces()
    name = _name_in(known, interface)
    if not name:
        here = ", ".join(known)
        return f"this machine has no network interface {interface} now; plug it in, or write another: {here}"
    flags = _flags(name)
    if not flags & _IFF_UP:
        return f"the network interface {interface} is switched off; switch it on in the system's network settings"
    if not flags & _IFF_RUNNING:
        return f"nothing answers on the network interface {interface}; check its cable and the switch"
    if not known.get(name) and sys.platform == "linux":
        return f"the network interface {interface} has no IPv4 address; give it one in the system's network settings"
    return ""


def takes_multicast(name: str) -> bool:
    """Whether multicast can leave by the interface of this name; true where the system does not say."""
    return bool(_flags(name) & (_IFF_MULTICAST | _IFF_LOOPBACK))


def known_interfaces() -> dict[str, list[str]]:
    """The interfaces of this machine, each with its IPv4 addresses: none where the system does not say."""
    known: dict[str, list[str]] = {name: [] for _, name in socket.if_nameindex()}
    for name, address in _addresses():
        known.setdefault(name, []).append(address)
    return known


def interface_name(interface: str) -> str:
    """The name of an interface that is there, whether its name or its address is given; else empty text."""
    return _name_in(known_interfaces(), interface)


def _name_in(known: Mapping[str, Sequence[str]], interface: str) -> str:
    if interface in known:
        return interface
    found = next((name for name, addresses in known.items() if interface in addresses), "")
    return found or ("" if sys.platform == "linux" or not _is_address(interface) else interface)


def _addresses() -> Iterator[tuple[str, str]]:
    """Each IPv4 address with its interface, netdevice(7)."""
    if sys.platform != "linux":
        return
    import fcntl

    room = array.array("B", bytes(_REQUEST * _MOST_ADDRESSES))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("iL", len(room), room.buffer_info()[0])
        length = struct.unpack("iL", fcntl.ioctl(any_socket, _SIOCGIFCONF, request))[0]
    for start in range(0, length, _REQUEST):
        one = room[start : start + _REQUEST].tobytes()
        label = one[:16].partition(b"\0")[0].decode(errors="replace")
        yield label.partition(":")[0], socket.inet_ntoa(one[20:24])


def _flags(name: str) -> int:
    """All that there are, where the system does not say."""
    if sys.platform != "linux":
        return 0xFFFF
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket, contextlib.suppress(OSError):
        answer = fcntl.ioctl(any_socket, _SIOCGIFFLAGS, struct.pack("40s", name.encode()[:15]))
        return int(struct.unpack_from("=H", answer, 16)[0])
    return 0


def _is_address(interface: str) -> bool:
    with contextlib.suppress(OSError):
        return bool(socket.inet_aton(interface))
    return False


def _asked(interface: str) -> bytes:
    """The interface as IP_MULTICAST_IF wants it: struct ip_mreqn, ip(7); on Windows the address, or the number."""
    given = _is_address(interface)
    address, index = (socket.inet_aton(interface), 0) if given else (bytes(4), _index(interface))
    if sys.platform == "win32":
        return address if any(address) else struct.pack("!I", index)
    return bytes(4) + address + struct.pack("=i", index)


def _index(interface: str) -> int:
    try:
        return socket.if_nametoindex(interface)
    except OSError as error:
        raise OSError(errno.ENODEV, "there is no interface of this name") from error
