"""xjadeo told through its profile, by the OSC output: it loads, seeks, and shows the frame."""

import time
from pathlib import Path

import pytest

from showctl.outputs.osc import OscOutput
from showctl.program.program import OscTarget
from showctl.shipped import shipped
from showctl.showfile.device_profile import Profiles
from tests.receivers import need

pytestmark = pytest.mark.usefixtures("netns")


def test_load_and_seek(tmp_path: Path) -> None:
    need("xjadeo", "Xvfb", "ffmpeg")
    from tests.receivers import xjadeo

    profile = Profiles(shipped("resources") / "profiles").get("xjadeo")
    assert profile.port is not None
    output = OscOutput(OscTarget("player", ("127.0.0.1", profile.port)), lambda sent: None)
    clip = xjadeo.make_clip(tmp_path / "opening film.avi")

    def do(command: str, **written: str) -> None:
        for _, message in profile.messages(command, written):
            output.send("1", message, time.monotonic())

    with xjadeo.running_xjadeo(profile.port) as player:
        do("load", file=str(clip))
        player.wait_for_frame(0)
        do("seek", frame="37")
        player.wait_for_frame(37)
        do("load and seek", file=str(clip), frame="99")
        player.wait_for_frame(99)
        do("offset", frames="-5")
        do("seek", frame="64")
        player.wait_for_frame(59)
        do("offset", frames="0")
        do("loop")
        do("seek", frame="120")
        player.wait_for_frame(20)
        assert player.osc[0] == f"/jadeo/load <- s:{clip}"
        do("quit")
    output.close()
