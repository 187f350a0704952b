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
