"""`showctl bundle` and `showctl unbundle`: a show with all that it uses in one file, and back."""

import argparse
import os
import shlex
from pathlib import Path

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

_ABOUT = """\
one zip file with the show as it is, byte for byte, and every fixture and device profile that it uses, those that ship
too. It opens on another machine like a show: showctl SHOW.zip. Passcodes, backups and recovery files are not in it."""


def add_bundle(sub: argparse.ArgumentParser) -> None:
    sub.description = _ABOUT
    sub.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    sub.add_argument("--out", metavar="FILE.zip", type=Path, help="else SHOW.zip, in the folder where you are")
    sub.add_argument("--replace", action="store_true", help="write over a file that is there already")


def add_unbundle(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("bundle", metavar="SHOW.zip", type=Path)
    sub.add_argument("folder", metavar="FOLDER", type=Path, help="that is not there yet, or empty")


def run_bundle(options: argparse.Namespace) -> int:
    from showctl import __version__
    from showctl.program.bundle_parts import parts_of
    from showctl.showfile.archive import BadBundle
    from showctl.showfile.bundle import bundled

    parts, notes = parts_of(options.show)
    for note in notes:
        complain(note)
    out: Path = options.out if options.out is not None else Path(f"{options.show.stem}.zip")
    try:
        data = bundled(parts, f"showctl {__version__}")
    except BadBundle as reason:
        complain(f"showctl: {reason}")
        return REFUSED
    try:
        if out.exists() and not options.replace and out.read_bytes() != data:
            complain(f"showctl: {out} is there already and is left as it is; add --replace, or name another with --out")
            return REFUSED
        draft = out.with_name(f".{out.name}.{os.getpid()}")
        draft.write_bytes(data)
        os.replace(draft, out)
    except OSError as error:
        complain(f"showctl: {out} cannot be written: {error.strerror}")
        return UNREADABLE
    profiles = sum("profile" in part.kind for part in parts)
    print(f"{out}: {options.show.name} with {profiles} profiles, {max(1, len(data) // 1000)} kB")
    for part in parts[1:]:
        print(f"  {part.kind} {part.name.removesuffix('.yaml')}, {part.origin}")
    return GOOD


def run_unbundle(options: argparse.Namespace) -> int:
    from showctl.session.unpacked import unbundle

    try:
        show = unbundle(options.bundle, options.folder)
    except FileExistsError as reason:
        complain(f"showctl: {reason}")
        return REFUSED
    print(f"{show} written; open it with: showctl {shlex.quote(str(show))}")
    return GOOD
