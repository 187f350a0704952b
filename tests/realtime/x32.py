"""A stand-in for a mixer: answers /info like an X32, to the port that asked. `python x32.py PORT` runs until ended.

Written with plain sockets, so that it shares no code with what it tests.
"""

import socket
import sys

ANSWER = b"/info\0\0\0,ssss\0\0\0V2.07\0\0\0osc-server\0\0X32\x004.06\0\0\0\0"


def main() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
        link.bind(("127.0.0.1", int(sys.argv[1])))
        while True:
            packet, sender = link.recvfrom(2048)
            print(packet.split(b"\0")[0].decode(), flush=True)
            if packet == b"/info\0\0\0,\0\0\0":
                link.sendto(ANSWER, sender)


if __name__ == "__main__":
    main()
