"""`showctl new`: a show file to start from, or one of any size to try things with."""

import argparse
import shlex
import shutil
import sys
from pathlib import Path

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain


def new(options: argparse.Namespace) -> int:
    from showctl.showfile.generate import generate, starter
    from showctl.showfile.templates import from_template, title_of

    path: Path = options.file
    if options.template is not None and (options.cues is not None or options.universes is not None):
        complain("showctl: --cues and --universes make a show of their own; leave out --template, or them")
        return UNREADABLE
    try:
        if options.template is not None:
            text = from_template(options.template, title_of(path))
        elif options.cues is None and options.universes is None:
            text = starter(path.stem.replace("-", " ").replace("_", " ").capitalize() or "New show")
        else:
            text = generate(
                100 if options.cues is None else options.cues, 4 if options.universes is None else options.universes
            )
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except ValueError as error:
        complain(f"showctl: {error}")
        return REFUSED
    except FileExistsError:
        complain(f"showctl: {path} is there already and is left as it is; choose another name")
        return REFUSED
    except OSError as error:
        complain(f"showctl: {path} cannot be written: {error.strerror}")
        return UNREADABLE
    print(f"{path} written; open it with: {_as_called()} {shlex.quote(str(path))}")
    return GOOD


def _as_called() -> str:
    """The command that works here: a bare name only where the shell finds us under it."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return shlex.join([sys.executable, "-m", "showctl"])
    found = shutil.which(called.name)
    return called.name if found and Path(found).resolve() == called.resolve() else shlex.quote(str(called))
