"""`showctl passcode`: the passcodes of a show's devices, kept on this machine and in no file of the show."""

import argparse
import getpass
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from showctl.program.program import OscTarget, Program

_ABOUT = """\
Passcodes of OSC devices (QLab's) are no part of a show. They are kept on this machine, for the host and port that they
are for: in the system's keyring, or else in a file of your settings that nobody else can read."""


def add_passcode(passcode: argparse.ArgumentParser, codes: str) -> None:
    """Give `showctl passcode` its own subcommands."""
    passcode.description = _ABOUT
    below = passcode.add_subparsers(title="what to do", metavar="set | list | forget", required=True)

    def add(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        raw = argparse.RawDescriptionHelpFormatter
        sub = below.add_parser(name, help=about, description=about, epilog=codes, formatter_class=raw)
        sub.set_defaults(run=run)
        sub.add_argument("show", metavar="SHOW", type=show_file, help="show file")
        return sub

    keeping = add("set", set_passcode, "keep the passcode of a device; it is asked for, or read from standard input")
    keeping.add_argument("device", metavar="DEVICE", help="a device of type osc")
    keeping.add_argument(
        "--file", action="store_true", help="in the file, not in the keyring: for engines without a login"
    )
    add("list", list_passcodes, "which devices have one kept here; it is not shown")
    forgetting = add("forget", forget_passcode, "keep it no more")
    forgetting.add_argument("device", metavar="DEVICE")


def set_passcode(options: argparse.Namespace) -> int:
    from showctl.link.passcode import NotKept, keep

    target = _device(options)
    if target is None:
        return REFUSED
    if sys.stdin.isatty():
        passcode = getpass.getpass(f"passcode of {options.device} ({', '.join(_places(target))}): ")
    else:
        passcode = sys.stdin.readline().rstrip("\r\n")
    try:
        for place in _places(target):
            where = keep(place, passcode, in_file=options.file)
            print(f"the passcode for {place} is kept {where}")
    except NotKept as reason:
        complain(f"showctl: {reason}")
        return REFUSED
    print("an engine that runs already takes it when the show is opened the next time")
    return GOOD


def list_passcodes(options: argparse.Namespace) -> int:
    from showctl.link.passcode import passcode_of

    for target in _osc(_program(options)):
        for place in _places(target):
            print(f"{target.device}: {place}: {'kept' if passcode_of(place) is not None else 'none'}")
    return GOOD


def forget_passcode(options: argparse.Namespace) -> int:
    from showctl.link.passcode import NotKept, forget

    target = _device(options)
    if target is None:
        return REFUSED
    try:
        for place in _places(target):
            print(f"{place}: {'forgotten' if forget(place) else 'none was kept'}")
    except NotKept as reason:
        complain(f"showctl: {reason}")
        return UNREADABLE
    return GOOD


def _program(options: argparse.Namespace) -> "Program":
    from showctl.program.opening import open_to_play

    return open_to_play(options.show).program


def _device(options: argparse.Namespace) -> "OscTarget | None":
    """The device that is meant; if there is none, that is said."""
    from showctl.showfile.suggest import suggestion

    known = {target.device: target for target in _osc(_program(options))}
    if options.device not in known:
        remedy = suggestion(options.device, known, "write a device of type osc")
        complain(f"{options.show}: there is no OSC device '{options.device}'; {remedy}")
    return known.get(options.device)


def _osc(program: "Program") -> "list[OscTarget]":
    from showctl.program.program import OscTarget

    return [target for target in program.targets if isinstance(target, OscTarget)]


def _places(target: "OscTarget") -> list[str]:
    from showctl.model.address import Endpoint

    return [str(Endpoint(*to)) for to in (target.to, target.backup) if to is not None]
