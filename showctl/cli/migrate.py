"""`showctl migrate`: a show file of an older format, written anew in that of today, beside the old one."""

import argparse
from pathlib import Path

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

_ABOUT = """\
A show file of an older format is read as it is, always. This writes it in the format of today into a new file, with its
comments, and says what changed. The old file is never written over."""


def add_migrate(sub: argparse.ArgumentParser) -> None:
    sub.description = _ABOUT
    sub.add_argument("show", metavar="OLD", type=show_file, help="show file")
    sub.add_argument("--out", metavar="NEW", type=Path, help="else OLD-format-N.yaml, beside the old file")


def run_migrate(options: argparse.Namespace) -> int:
    from showctl.session.unpacked import is_from_bundle
    from showctl.showfile.load import load
    from showctl.showfile.migrate import read_old
    from showctl.showfile.splice import bytes_of
    from showctl.showfile.version import KEY, VERSION

    show: Path = options.show
    root, migration = read_old(show)
    if migration is None:
        if str(root.get(KEY)).strip() != str(VERSION):
            load(show)  # refuses it, with what `check` says
        print(f"{show} is in format {VERSION} already, which is the newest; there is nothing to migrate")
        return GOOD
    folder = Path() if is_from_bundle(show) else show.parent
    out: Path = options.out if options.out is not None else folder / f"{show.stem}-format-{VERSION}{show.suffix}"
    try:
        with out.open("xb") as file:
            file.write(bytes_of(root))
    except FileExistsError:
        complain(f"showctl: {out} is there already and is left as it is; name another with --out")
        return REFUSED
    except OSError as error:
        complain(f"showctl: {out} cannot be written: {error.strerror}")
        return UNREADABLE
    print("\n".join(migration.notes))
    print(f"{out} written; {show} is as it was")
    return GOOD
