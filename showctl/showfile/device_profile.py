"""The device profiles: YAML files that say what a mixer or media player understands."""

from pathlib import Path
from unicodedata import normalize

import platformdirs
from pydantic import TypeAdapter

from showctl.model.problem import Problem, Problems
from showctl.model.profile import DeviceProfile
from showctl.shipped import shipped
from showctl.showfile.reader import read
from showctl.showfile.report import Report
from showctl.showfile.suggest import suggestion
from showctl.showfile.text import decode, digest, read_bytes
from showctl.showfile.tree import Mapping
from showctl.showfile.wording import validated

FOLDER = "profiles"
"""The folder of device profiles beside a show file, in the user's data folder, and among what ships."""
_PROFILE = TypeAdapter(DeviceProfile)


class Profiles:
    """The device profiles of some folders; of two with the same name, that of the first folder."""

    def __init__(self, *folders: Path) -> None:
        self._files: dict[str, Path] = {}
        for folder in folders:
            for file in sorted(folder.rglob("*.yaml")):
                # Some systems keep letters and their marks apart, which nobody types.
                self._files.setdefault(normalize("NFC", file.relative_to(folder).with_suffix("").as_posix()), file)
        self._profiles: dict[str, DeviceProfile] = {}
        self.digests: dict[str, str] = {}
        """SHA-256 of each file that was read, right or wrong, by the profile's name; hexadecimal."""

    @property
    def names(self) -> tuple[str, ...]:
        """All names, `behringer/x32` and so on."""
        return tuple(self._files)

    def file(self, name: str) -> Path:
        """The file of a profile. Raises KeyError if there is none of this name."""
        return self._files[name]

    def get(self, name: str) -> DeviceProfile:
        """A profile. Raises Problems (with an empty path) if there is none of this name, else as `load_profile`."""
        if name not in self._files:
            remedy = suggestion(name, self._files, f"write one of {', '.join(self._files)}")
            raise Problems([Problem((), f"there is no device profile '{name}'", remedy)])
        if name not in self._profiles:
            self._profiles[name] = self._load(name)
        return self._profiles[name]

    def _load(self, name: str) -> DeviceProfile:
        report = Report(str(self._files[name]))
        data = read_bytes(self._files[name], report)
        self.digests[name] = digest(data)
        return profile_of(decode(data, report), report)


def device_profiles(show: Path | None = None) -> Profiles:
    """The profiles that a show file can use: those beside it, the user's own, and those that ship, in this order.

    `show` None: without those beside a show.
    """
    beside = [show.parent / FOLDER] if show is not None else []
    own = platformdirs.user_data_path("showctl", appauthor=False) / FOLDER
    return Profiles(*beside, own, shipped("resources") / FOLDER)


def load_profile(file: Path) -> DeviceProfile:
    """Read one profile. Raises Unreadable if it cannot be read, Refused with all problems if it is wrong."""
    report = Report(str(file))
    return profile_of(decode(read_bytes(file, report), report), report)


def profile_of(text: str, report: Report) -> DeviceProfile:
    """A profile from its text. Raises Refused with all problems if it is wrong."""
    report.root = root = read(text, report)
    if not isinstance(root, Mapping):
        report.at((1, 1), "the file is no mapping of keys; start it with showctl profile: 1")
    report.refuse()
    profile = validated(root, DeviceProfile, _PROFILE, (), report)
    report.refuse()
    assert isinstance(profile, DeviceProfile)
    return profile
