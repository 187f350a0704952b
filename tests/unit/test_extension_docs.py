"""The pages 'Add a cue type' and 'Add an output' are right: their code runs as printed."""

import re
import socket
from pathlib import Path
from types import ModuleType

import pytest

from showctl.cues import registry
from showctl.engine.event import Sent
from showctl.engine.port import MessageOutput
from showctl.model.effect import Fade
from showctl.model.message import OscArgument, OscMessage
from showctl.program.opening import open_show

DOCS = Path(__file__).parents[2] / "docs"
SHOW = """showctl: 1
show: {title: Flash}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch: [{id: front1..front4, fixture: generic/dimmer, at: 1.1}]
cues:
"""


def block(page: str, language: str) -> str:
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


def module(page: str) -> ModuleType:
    made = ModuleType("printed")
    exec(compile(block(page, "python"), page, "exec", dont_inherit=True), made.__dict__)
    return made


def test_the_cue_type_as_printed_loads_and_compiles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    line = block("add-a-cue-type.md", "text").strip()
    key = re.fullmatch(r'"(\w+)": FlashCue,', line)
    assert key
    monkeypatch.setitem(registry.CUE_TYPES, key[1], module("add-a-cue-type.md").FlashCue)
    path = tmp_path / "flash.yaml"
    path.write_text(SHOW + block("add-a-cue-type.md", "yaml"), encoding="utf-8")
    cue = open_show(path).program.cues["7"]
    assert (cue.type, cue.duration) == ("flash", 0.15)
    assert [effect.at for effect in cue.effects if isinstance(effect, Fade)] == [0.0, 0.15]


def test_the_output_as_printed_sends_to_a_real_socket() -> None:
    reports: list[Sent] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as player:
        player.bind(("127.0.0.1", 0))
        player.settimeout(5)
        output: MessageOutput = module("add-an-output.md").TextOutput("player", player.getsockname(), reports.append)
        message = OscMessage("play", (OscArgument("i", 7),))
        output.prepare([message])
        output.send("12", message, 0.0)
        assert player.recv(100) == b"play 7\r\n"
    assert [(r.cue, r.error) for r in reports] == [("12", "")]
    assert output.status().state == "sent"
    output.close()
