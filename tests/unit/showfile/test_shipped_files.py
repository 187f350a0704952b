"""Every show that ships loads, and the shipped folders are found."""

from pathlib import Path

import pytest

from showctl import shipped as shipped_module
from showctl.shipped import shipped
from showctl.showfile.load import load

SHOWS = sorted(shipped("shows").rglob("*.yaml"))


@pytest.mark.parametrize("path", SHOWS, ids=lambda p: p.name)
def test_shipped_shows_load(path: Path) -> None:
    assert load(path).show.cues


def test_shows_ship() -> None:
    assert {p.name for p in SHOWS} >= {"quickstart.yaml", "demo.yaml"}


def test_an_installed_package_has_its_files_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "showctl"
    (package / "_data" / "shows").mkdir(parents=True)
    monkeypatch.setattr(shipped_module, "__file__", str(package / "shipped.py"))
    assert shipped("shows") == package / "_data" / "shows"
    with pytest.raises(FileNotFoundError, match="install showctl again"):
        shipped("resources")
