"""Where the files that come with showctl are: in an installed wheel, or at the root of a checkout."""

import os
import shlex
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


def is_shipped(show: Path) -> bool:
    """Whether a show file is one that came with showctl: it stays as it is."""
    try:
        return Path(os.path.realpath(show)).is_relative_to(os.path.realpath(shipped("shows")))
    except FileNotFoundError:
        return False


def as_a_copy(show: Path) -> str:
    """How to have one that came with showctl as one of one's own."""
    path = Path(os.path.realpath(show))
    return f"cp {shlex.quote(str(path))} {shlex.quote(f'my-{path.name}')}"


def show_file(name: str) -> Path:
    """The file that a name given by a person stands for: a path, or the bare name of a shipped show (`demo`)."""
    given = Path(name)
    if given.exists() or given.name != name or given.suffix:
        return given
    ours = shipped("shows") / f"{name}.yaml"
    return ours if ours.exists() else given
