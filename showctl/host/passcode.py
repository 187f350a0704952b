"""The passcodes that this machine keeps, as an engine asks for them: it waits for no keyring."""

import threading

from showctl.link.passcode import passcode_of
from showctl.link.place import UnsafeFolder
from showctl.outputs.osc import NoPasscode

PATIENCE = 3.0
"""Seconds for a keyring: one that is locked asks its owner, who may not be there."""


def kept_passcode(to: str, command: str = "showctl passcode set SHOW DEVICE") -> str:
    """The passcode for a host and port. `command`: what a person writes to keep it. Raises NoPasscode."""
    found: list[str | None] = []
    wrong: list[str] = []

    def look() -> None:
        try:
            found.append(passcode_of(to))
        except (UnsafeFolder, OSError) as reason:
            wrong.append(str(reason))

    thread = threading.Thread(target=look, name="keyring", daemon=True)
    thread.start()
    thread.join(PATIENCE)
    if found and found[0] is not None:
        return found[0]
    if wrong:
        raise NoPasscode(wrong[0])
    if not found:
        raise NoPasscode(f"the system's keyring does not answer, so the passcode for {to} is not known; unlock it")
    raise NoPasscode(f"no passcode is kept for {to} on this machine; run: {command}")
