"""The fixture profiles that an import may use: asked for by what the other program calls a fixture."""

from dataclasses import dataclass
from typing import Protocol

from showctl.model.fixture import FixtureProfile


@dataclass(frozen=True, slots=True)
class Known:
    """A profile and a mode of it. `name`: as a patch writes it, `generic/dimmer`."""

    name: str
    mode: str
    profile: FixtureProfile
    text: str = ""
    """The profile as a file, where the library does not have it: it goes beside the show, under `name`."""
    said: tuple[str, ...] = ()
    """What was left out of it, where it was made of another program's definition just now."""


class Profiles(Protocol):
    """Where profiles come from."""

    def known(self, manufacturer: str, model: str, mode: str, slots: int) -> Known | None:
        """The profile of a fixture with the mode of this name, which has so many slots. None: there is none."""


class NoProfiles:
    """Where there is no library: nothing is known."""

    def known(self, manufacturer: str, model: str, mode: str, slots: int) -> Known | None:
        return None


NO_PROFILES = NoProfiles()
