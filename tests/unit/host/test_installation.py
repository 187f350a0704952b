"""Who we are to receivers."""

import os
import uuid
from pathlib import Path

import pytest

from showctl.host.installation import installation_id, source_id
from showctl.link.place import data_folder


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_restart_keeps_it_and_shows_differ(tmp_path: Path) -> None:
    first = source_id(tmp_path / "a.yaml")
    assert source_id(tmp_path / "." / "a.yaml") == first
    assert source_id(tmp_path / "b.yaml") != first


def test_installations_differ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = source_id(tmp_path / "a.yaml")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
    assert source_id(tmp_path / "a.yaml") != first


def test_a_torn_file_is_made_anew() -> None:
    first = installation_id()
    (data_folder() / "installation").write_bytes(b"\xff\xfe 12")
    second = installation_id()
    assert second != first
    assert installation_id() == second


def test_a_path_that_is_no_text_has_one_too() -> None:
    assert isinstance(source_id(Path(os.fsdecode(b"/\xff.yaml"))), uuid.UUID)
