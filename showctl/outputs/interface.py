"""A network interface that multicast leaves by: by its name, or by its IPv4 address."""

import contextlib
import errno
import socket
import struct
import sys

_SIOCGIFFLAGS, _SIOCGIFADDR = 0x8913, 0x8915
"""<linux/sockios.h>"""
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
    name = interface_name(interface)
    if not name:
        here = ", ".join(known_interfaces())
        return f"this machine has no network interface {interface} now; plug it in, or write another: {here}"
    flags = _flags(name)
    if not flags & _IFF_UP:
        return f"the network interface {interface} is switched off; switch it on in the system's network settings"
    if not flags & _IFF_RUNNING:
        return f"nothing answers on the network interface {interface}; check its cable and the switch"
    return ""


def takes_multicast(name: str) -> bool:
    """Whether multicast can leave by the interface of this name; true where the system does not say."""
    return bool(_flags(name) & (_IFF_MULTICAST | _IFF_LOOPBACK))


def known_interfaces() -> dict[str, str]:
    """The interfaces of this machine, each with its first IPv4 address; empty where there is none or the system does
    not say."""
    return {name: _address(name) for _, name in socket.if_nameindex()}


def interface_name(interface: str) -> str:
    """The name of an interface that is there, whether its name or its address is given; else empty text."""
    known = known_interfaces()
    if interface in known:
        return interface
    try:
        socket.inet_aton(interface)
    except OSError:
        return ""
    found = next((name for name, address in known.items() if address == interface), "")
    return found or ("" if sys.platform == "linux" else interface)


def _address(name: str) -> str:
    answer = _ioctl(name, _SIOCGIFADDR)
    return socket.inet_ntoa(answer[20:24]) if answer else ""


def _flags(name: str) -> int:
    answer = _ioctl(name, _SIOCGIFFLAGS)
    if answer:
        return int(struct.unpack_from("=h", answer, 16)[0]) & 0xFFFF
    return 0 if sys.platform == "linux" else 0xFFFF


def _ioctl(name: str, what: int) -> bytes:
    """struct ifreq of an interface, netdevice(7); empty where there is none or the system does not say."""
    if sys.platform != "linux":
        return b""
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket, contextlib.suppress(OSError):
        return fcntl.ioctl(any_socket, what, struct.pack("256s", name.encode()[:15]))
    return b""


def _asked(interface: str) -> bytes:
    """The interface as IP_MULTICAST_IF wants it: struct ip_mreqn, ip(7); on Windows the address, or the number."""
    try:
        address, index = socket.inet_aton(interface), 0
    except OSError:
        address, index = bytes(4), _index(interface)
    if sys.platform == "win32":
        return address if any(address) else struct.pack("!I", index)
    return bytes(4) + address + struct.pack("=i", index)


def _index(interface: str) -> int:
    try:
        return socket.if_nametoindex(interface)
    except OSError as error:
        raise OSError(errno.ENODEV, "there is no interface of this name") from error
