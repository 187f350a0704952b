"""`showctl agree`: where a show sends, and that it may, from this machine."""

import argparse
import json

from msgspec.structs import asdict

from showctl.cli.subcommand import GOOD, REFUSED, complain
from showctl.shipped import show_file

_ABOUT = """\
A show sends to no destination beyond this machine's loopback before somebody has seen the list and agreed, once on each
machine. This prints the list and agrees to it; a running engine sends there at once."""


def add_agree(sub: argparse.ArgumentParser) -> None:
    sub.description = _ABOUT
    sub.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    sub.add_argument("--list", action="store_true", help="only print the list; agree to nothing")
    sub.add_argument("--json", action="store_true", help="one JSON object a line and destination")


def run_agree(options: argparse.Namespace) -> int:
    from showctl.link.agreed import Agreed, agree
    from showctl.link.client import Unreachable, hand_over
    from showctl.link.meeting import find
    from showctl.link.message import Agree, HandOverRefused
    from showctl.program.destination import all_destinations
    from showctl.program.opening import open_to_play

    program = open_to_play(options.show).program
    every, agreed = all_destinations(program), Agreed(options.show)
    for each in every:
        known = not agreed.new([each])
        if options.json:
            print(json.dumps({**asdict(each), "agreed": known}, ensure_ascii=False))
        else:
            print(f"{'agreed' if known else 'new':8}{each}")
    if options.list:
        return GOOD
    try:
        agree(options.show, every)
    except OSError as error:
        complain(f"showctl: that you agree cannot be kept: {error}")
        return REFUSED
    if (meeting := find(options.show)) is not None:
        try:
            answer = hand_over(meeting, [Agree(program.digest)])
        except Unreachable as reason:
            complain(f"showctl: {reason}")
            return REFUSED
        if isinstance(answer, HandOverRefused):
            complain(f"showctl: the running engine does not send there yet: {answer.reason}")
            return REFUSED
    return GOOD
