"""The session says what taking the show from a cue would send, before anything is sent."""

from pathlib import Path

import pytest

from showctl.session.session import Session

SHOW = """\
showctl: 1
show: {title: Chased}
devices:
  desk: {type: osc, to: 127.0.0.1:9000}
  side: {type: osc, to: 127.0.0.1:9001}
cues:
  - {cue: 1, osc: {device: desk, address: /one, args: [1], chase: yes}}
  - {cue: 2, osc: {device: side, address: /two, args: [2], chase: yes}}
  - {cue: 3, osc: {device: desk, address: /three, args: [3], chase: yes}}
  - {cue: 4, osc: {device: desk, address: /four}}
  - {cue: 5, wait: 1s}
"""


def test_by_device_with_notes(tmp_path: Path) -> None:
    path = tmp_path / "chased.yaml"
    path.write_text(SHOW)
    session = Session(path)
    found = session.chase("5")
    assert {device: [left.cue for left in messages] for device, messages in found.by_device().items()} == {
        "desk": ["1", "3"],
        "side": ["2"],
    }
    assert [left.cue for left in found.without(["desk"]).left] == ["2"]
    assert [note.split(":")[0] for note in found.notes] == ["cue 4"]
    with pytest.raises(KeyError):
        session.chase("99")
