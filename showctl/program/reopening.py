"""One state of a show after another, each opened to be played: what an edit leaves as it was is not compiled again."""

import pathlib

from showctl.fixtures.folders import fixture_library
from showctl.fixtures.library import Library
from showctl.model.patch import PatchEntry
from showctl.model.show import Show
from showctl.program.compile import Compiler
from showctl.program.forgiven import Forgiven
from showctl.program.opening import Opened, played, without_collecting
from showctl.program.program import Program
from showctl.showfile.device_profile import Profiles, device_profiles
from showctl.showfile.load import Loaded
from showctl.showfile.report import Refused


class Reopening:
    """Belongs to one thread. `to_play(state) -> Opened` for each state of the open document, the first as it was read:

        reopening = Reopening()
        opened = reopening.to_play(loaded)   # Loaded, or the Refused that `load` or `of_root` raised
        supervisor.amend(opened.program, renamed={"12": "13"})

    States share what they have in common (`of_root`): what is the same object is not compiled again, and whatever
    comes out the same is the same object in the next program. A show whose single cues are broken is opened all the
    same, as `open_to_play` does it, and a cue that is mended plays again.
    """

    def __init__(self) -> None:
        self._folder: pathlib.Path | None = None
        self._patch: tuple[PatchEntry, ...] = ()
        self._fixtures: Library | None = None
        self._devices: Profiles | None = None
        self._compiler: Compiler | None = None

    @without_collecting()
    def to_play(self, state: Loaded | Refused) -> Opened:
        """What can be played of a state. Raises Refused with all problems if not only single cues cannot play; what was
        kept stays good. The next state may then be given as ever.
        """
        loaded = state.rest if isinstance(state, Refused) else state
        if not isinstance(loaded, Loaded):
            raise state if isinstance(state, Refused) else TypeError("no state of a show")
        fixtures, devices = self._libraries(loaded)
        return played(state, fixtures, devices, self._compile)

    def _libraries(self, loaded: Loaded) -> tuple[Library, Profiles]:
        """Those of the first state; looked for anew when the show has moved, or names what was not there then."""
        folder = pathlib.Path(loaded.source.file).parent
        if self._fixtures is None or self._devices is None or folder != self._folder or self._lacks(loaded.show):
            file = pathlib.Path(loaded.source.file)
            self._fixtures, self._devices = fixture_library(file), device_profiles(file)
            self._compiler, self._folder = Compiler(self._fixtures, self._devices, self._compiler), folder
        return self._fixtures, self._devices

    def _lacks(self, show: Show) -> bool:
        if self._fixtures is None or show.patch is self._patch:
            return False
        self._patch, names = show.patch, frozenset(self._fixtures.names)
        return any(entry.fixture not in names for entry in show.patch)

    def _compile(
        self, show: Show, fixtures: Library, profiles: Profiles, digest: str, *, forgiven: Forgiven
    ) -> Program:
        assert self._compiler is not None  # it has the profiles
        return self._compiler.program(show, digest, forgiven=forgiven)
