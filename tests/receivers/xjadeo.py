"""The xjadeo video player under Xvfb, told by OSC to load and seek; its frame is read from its output and its window.

It has no play over OSC: it plays by chasing timecode.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.receivers import namespace
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

# xjadeo's first window, and so the whole screen: there is no window manager that would move it
WIDTH, HEIGHT = 640, 360
BITS = 8


class Xjadeo:
    def __init__(self, program: Program, display: str) -> None:
        self._program = program
        self._display = display

    @property
    def osc(self) -> list[str]:
        """The OSC messages that it understood, as it prints them: `/jadeo/seek <- i:37`."""
        lines = (line.text.strip() for line in list(self._program.lines))
        return [text.removeprefix("OSC: ") for text in lines if text.startswith("OSC: ")]

    @property
    def frame_in_output(self) -> int | None:
        """The frame that it says it displays; None before the first."""
        shown = re.findall(r"display:(\d+)", self._program.text)
        return int(shown[-1]) if shown else None

    @property
    def frame_in_window(self) -> int:
        """The frame number that the bands of `make_clip`'s clip show in a picture of the window."""
        grab = f"ffmpeg -v error -f x11grab -video_size {WIDTH}x{HEIGHT} -i {self._display} -frames:v 1"
        picture = subprocess.run(
            [*grab.split(), "-f", "rawvideo", "-pix_fmt", "gray", "-"], check=True, capture_output=True
        ).stdout
        row, band = HEIGHT // 2 * WIDTH, WIDTH // BITS
        return sum((picture[row + band * bit + band // 2] > 127) << bit for bit in range(BITS))

    def wait_for_frame(self, frame: int, timeout: float = 10.0) -> None:
        """Until output and window both show the frame."""
        wait_until(lambda: self.frame_in_output == frame, f"frame {frame} in xjadeo's output", timeout)
        wait_until(lambda: self.frame_in_window == frame, f"frame {frame} in xjadeo's window", timeout)


def make_clip(path: Path, frames: int = 100) -> Path:
    """An AVI of 25 frames a second, each a key frame: its number in eight bands, white for 1, lowest bit left."""
    band = f"pow(2,floor(X*{BITS}/W))"
    picture = f"nullsrc=s={WIDTH // 2}x{HEIGHT // 2}:r=25,format=gray,geq=lum='235*mod(floor(N/{band}),2)'"
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", picture, "-frames:v", str(frames), "-c:v", "mjpeg"]
    subprocess.run([*command, str(path)], check=True)
    return path


@contextmanager
def running_display() -> Iterator[str]:
    """An Xvfb on a free display number; the display's name for DISPLAY."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    with running(Program(command, pass_fds=[writing])):
        os.close(writing)
        with open(reading, encoding="ascii") as numbers:
            number = numbers.readline().strip()  # when it is ready; empty if it ended
        assert number, "Xvfb did not start"
        yield f":{number}"


@contextmanager
def running_xjadeo(port: int) -> Iterator[Xjadeo]:
    """Listens for OSC on the UDP port; shows nothing until it is told to load."""
    with running_display() as display:
        command = ["xjadeo", "-v", "-S", "-J", "-O", str(port)]
        # It repeats the frame's number with every redraw, hundreds of times a second.
        program = Program(command, env={"DISPLAY": display}, keep=lambda text: not text.startswith("smpte:"))
        with running(program):
            program.wait_for("entering video update loop")
            wait_until(lambda: namespace.is_udp_bound(port), f"xjadeo on port {port}")
            yield Xjadeo(program, display)
