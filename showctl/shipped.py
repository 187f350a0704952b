"""Where the files that come with showctl are: in an installed wheel, or at the root of a checkout."""

from pathlib import Path
from typing import Literal

Kind = Literal["shows", "fixtures_library", "resources"]


def shipped(kind: Kind) -> Path:
    """The folder of the shipped files of a kind. Raises FileNotFoundError if the installation is not whole."""
    package = Path(__file__).resolve().parent
    for folder in (package / "_data" / kind, package.parent / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the shipped files '{kind}' are missing beside {package}; install showctl again")


def show_file(name: str) -> Path:
    """The file that a name given by a person stands for: a path, or the bare name of a shipped show (`demo`)."""
    given = Path(name)
    if given.exists() or given.name != name or given.suffix:
        return given
    ours = shipped("shows") / f"{name}.yaml"
    return ours if ours.exists() else given
