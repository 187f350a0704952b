"""Files that the console writes beside a show: never over one that is there, and whole or not at all."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from showctl.fixtures.folders import BESIDE
from showctl.ui.tongue import tr


def free(path: Path) -> Path:
    """The path, or with a number where it is taken."""
    numbers = ("", *(f"-{number}" for number in range(2, 1000)))
    return next(to for each in numbers if not (to := path.with_stem(f"{path.stem}{each}")).exists())


def write_new(path: Path, text: str) -> None:
    """A file that is not there yet. Raises OSError, in words."""
    write_bytes(path, text.encode("utf-8", "surrogatepass"))


def write_bytes(path: Path, data: bytes) -> None:
    """The same with bytes: beside its place first, and then put there whole."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists():
            raise OSError(tr("{name} is there already; write another name").format(name=path.name))
        draft.write_bytes(data)
        os.link(draft, path)  # never over what has come meanwhile
    except FileExistsError:
        raise OSError(tr("{name} is there already; write another name").format(name=path.name)) from None
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(tr("{path} cannot be written: {strerror}").format(path=path, strerror=error.strerror)) from None
    finally:
        with suppress(OSError):
            draft.unlink()


def put_profiles(folder: Path, profiles: Mapping[str, str]) -> tuple[list[Path], list[str]]:
    """Fixture profiles beside a show: those that were made, and words on those that were there already, which stay.
    Raises OSError; then none is left."""
    made: list[Path] = []
    kept: list[str] = []
    try:
        for name, text in profiles.items():
            place = folder / BESIDE / f"{name}.yaml"
            if place.exists():
                if place.read_bytes() != text.encode():
                    kept.append(
                        tr("{place} is there already and is left as it is; see whether it fits.").format(place=place)
                    )
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            write_new(place, text)
            made.append(place)
    except OSError:
        take_away(made)
        raise
    return made, kept


def take_away(files: Iterable[Path]) -> None:
    """What was made and is not needed after all."""
    for file in files:
        with suppress(OSError):
            file.unlink()
