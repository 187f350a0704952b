"""Passcodes are kept for a host and port: in a keyring that works, else in a file that nobody else can read."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError

from showctl.link.passcode import FILE, SERVICE, NotKept, forget, keep, passcode_of, system_keyring
from showctl.link.place import UnsafeFolder, settings_folder

QLAB = "10.0.0.7:53000"


class Memory(KeyringBackend):
    """A keyring that lasts as long as its test; `locked` as if nobody had unlocked it."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._look()
        if (service, username) not in self.kept:
            raise PasswordDeleteError("there is none")
        del self.kept[service, username]

    def _look(self) -> None:
        if self.locked:
            raise KeyringLocked("nobody unlocked it")


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(fail.Keyring())


@pytest.fixture
def ring() -> Memory:
    ring = Memory()
    keyring.set_keyring(ring)
    return ring


def test_a_file_of_ours_alone() -> None:
    assert system_keyring() is None
    assert passcode_of(QLAB) is None
    assert str(settings_folder() / FILE) in keep(QLAB, "4711")
    keep("10.0.0.8:53000", "0815")
    assert passcode_of(QLAB) == "4711"
    assert passcode_of("10.0.0.7:53001") is None
    file = settings_folder() / FILE
    assert file.stat().st_mode & 0o777 == 0o600
    assert forget(QLAB)
    assert not forget(QLAB)
    assert passcode_of(QLAB) is None
    assert passcode_of("10.0.0.8:53000") == "0815"
    assert forget("10.0.0.8:53000")
    assert not file.exists()
    assert list(settings_folder().iterdir()) == []


def test_a_keyring(ring: Memory) -> None:
    assert keep(QLAB, "4711") == "in the system's keyring"
    assert ring.kept == {(SERVICE, QLAB): "4711"}
    assert not (settings_folder() / FILE).exists()
    assert passcode_of(QLAB) == "4711"
    assert forget(QLAB)
    assert not forget(QLAB)
    assert ring.kept == {}


def test_a_file_beside_a_keyring(ring: Memory) -> None:
    keep(QLAB, "4711", in_file=True)
    assert ring.kept == {}
    assert passcode_of(QLAB) == "4711"
    keep(QLAB, "0815")
    assert not (settings_folder() / FILE).exists(), "it is in one place only"
    assert passcode_of(QLAB) == "0815"


def test_a_keyring_that_is_locked(ring: Memory) -> None:
    ring.locked = True
    assert "in the system's" not in keep(QLAB, "4711")
    assert passcode_of(QLAB) == "4711"
    assert forget(QLAB)
    assert passcode_of(QLAB) is None


def test_a_file_that_others_can_read_is_not_read() -> None:
    keep(QLAB, "4711")
    file = settings_folder() / FILE
    file.chmod(0o640)
    with pytest.raises(UnsafeFolder, match="is open to other users; run: chmod 600"):
        passcode_of(QLAB)
    with pytest.raises(UnsafeFolder):
        keep(QLAB, "4711")
    file.chmod(0o600)
    assert passcode_of(QLAB) == "4711"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_text(json.dumps({QLAB: "0"}))
    os.symlink(tmp_path / "other", settings_folder() / FILE)
    assert passcode_of(QLAB) is None


@pytest.mark.parametrize("kept", [b"", b"{", b"[1]", b'{"a": 1}', b"\xff", b"[" * 100_000])
def test_what_cannot_be_understood_is_not_there(kept: bytes) -> None:
    file = settings_folder() / FILE
    file.write_bytes(kept)
    file.chmod(0o600)
    assert passcode_of(QLAB) is None
    keep(QLAB, "4711")
    assert passcode_of(QLAB) == "4711"


@pytest.mark.parametrize("passcode", ["", "a\0b", "a\nb", "x" * 257])
def test_what_is_no_passcode(passcode: str) -> None:
    with pytest.raises(NotKept):
        keep(QLAB, passcode)
