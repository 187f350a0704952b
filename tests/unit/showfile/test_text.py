"""Files that cannot be read, or are no UTF-8 text: a clear word each, no traceback, no wait."""

import os
from pathlib import Path

import pytest

from showctl.showfile.load import Refused, Unreadable, load
from showctl.showfile.text import LARGEST

SHOW = 'showctl: 1\nshow: {title: "Grüße"}\n'


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        load(path)
    (problem,) = refused.value.problems
    return str(problem).removeprefix(f"{path}:")


@pytest.mark.parametrize("data", [SHOW.encode(), SHOW.encode("utf-8-sig"), SHOW.replace("\n", "\r\n").encode()])
def test_what_is_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    assert load(tmp_path / "a.yaml").show.info.title == "Grüße"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "1:1: the file is empty; start it with showctl: 1"),
        (b"# nothing\n", "1:1: the file is empty; start it with showctl: 1"),
        (b"- a\n", "1:1: the file is no mapping of keys such as show: and cues:; start it with showctl: 1"),
        (b"hello", "1:1: the file is no mapping of keys such as show: and cues:; start it with showctl: 1"),
        (SHOW.encode("utf-16"), "1:1: the file is saved as UTF-16; save it as UTF-8"),
        (SHOW.encode("utf-16-be"), "1:1: this is not a text file"),
        (SHOW.encode("latin-1"), "2:18: the byte FC is not UTF-8; save the file as UTF-8"),
        (b"a: 1\nb: \x00\n", "1:1: this is not a text file, it has NUL characters; name a show file, saved as UTF-8"),
        (b"a: \x07\n", "1:4: a control character (code 7) stands here; delete it"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "1:1: this is not a text file, it has NUL"),
        (bytes(range(256)) * 100, "1:1: this is not a text file"),
    ],
)
def test_what_is_no_show_file(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    assert refusal(tmp_path / "a.yaml").startswith(said)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert refusal(path) == "1:1: the file has 100.0 MB, at most 10 MB are read; is it a show file?"
    path.write_bytes(b"#" * LARGEST)
    assert "the file is empty" in refusal(path)


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.yaml", "there is no such file"), (tmp_path, "this is a folder")):
        with pytest.raises(Unreadable, match=said):
            load(path)
    with pytest.raises(Unreadable, match="it cannot be read"):
        load(tmp_path / ("x" * 5000))
    with pytest.raises(Unreadable, match="cannot be read"):
        load("a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable, match="not an ordinary file"):
        load(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="only for systems with users by number")
def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # pytest's folders above are closed to others; from here the way is open
    tmp_path.chmod(0o755)
    Path("open.yaml").write_text(SHOW)
    Path("closed.yaml").write_text(SHOW)
    Path("closed.yaml").chmod(0)
    was = os.geteuid()
    try:
        if was == 0:  # root may read everything, so be somebody else
            os.seteuid(65_534)
        assert load(Path("open.yaml")).show.info.title == "Grüße"
        with pytest.raises(Unreadable, match="you may not read"):
            load(Path("closed.yaml"))
    finally:
        os.seteuid(was)
