"""The command line, as argparse knows it."""

import argparse
import contextlib
from collections.abc import Callable
from pathlib import Path

from showctl import __version__
from showctl.cli import subcommand
from showctl.cli.agree import add_agree, run_agree
from showctl.cli.bundle import add_bundle, add_unbundle, run_bundle, run_unbundle
from showctl.cli.compare import add_diff, run_diff
from showctl.cli.copy_parts import add_copy, run_copy
from showctl.cli.edit import add_edit, run_edit
from showctl.cli.exports import add_export, run_export
from showctl.cli.fixtures import add_fixtures
from showctl.cli.format import add_format, run_format
from showctl.cli.imports import add_import_show, run_import_show
from showctl.cli.merge import add_merge, run_merge
from showctl.cli.migrate import add_migrate, run_migrate
from showctl.cli.new import new as write_new
from showctl.cli.passcode import add_passcode
from showctl.cli.patch import add_patch, run_patch
from showctl.cli.recover import add_backups, add_recover, run_backups, run_recover
from showctl.cli.track import add_track, run_track
from showctl.model.unit import parse_place
from showctl.shipped import show_file

_ABOUT = "Show control: one GO moves lights, sound, video and the day."
_CODES = """\
`showctl SHOW` opens the console; a show named like a subcommand needs ./ before it. SHOW is a file, or the name of a
show that comes with showctl: quickstart, demo. Each subcommand has its own --help.
exit codes: 0 good; 1 the show has problems, or what was asked for is refused; 2 a file cannot be read, or the command
line is wrong; 130 ended by Ctrl-C."""


LISTED = (
    "run",
    "check",
    "simulate",
    "chase",
    "new",
    "engines",
    "stop",
    "journal",
    "fixtures",
    "patch",
    "track",
    "agree",
    "passcode",
    "migrate",
    "bundle",
    "unbundle",
    "edit",
    "diff",
    "format",
    "merge",
    "copy",
    "import",
    "export",
    "backups",
    "recover",
    "doctor",
)
"""What people type."""
SUBCOMMANDS = (*LISTED, "open", "engine", "welcome")
CONSOLE_OPTIONS = ("--outputs-off", "--osc-port")
"""With these, too, the console is opened without saying `open`."""


def parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    whole = argparse.ArgumentParser("showctl", description=_ABOUT, epilog=_CODES, formatter_class=raw)
    whole.add_argument("--version", action="version", version=f"showctl {__version__}")
    whole.set_defaults(run=lambda _: subcommand.show_help(whole.format_help()))
    subcommands = whole.add_subparsers(title="subcommands", metavar="SHOW or subcommand")

    def add(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        if name in LISTED:  # argparse lists what has a help text, even an empty one
            sub = subcommands.add_parser(name, help=about, description=about, epilog=_CODES, formatter_class=raw)
        else:
            prog = "showctl" if name == "open" else None  # which nobody types
            sub = subcommands.add_parser(name, prog=prog, description=about, epilog=_CODES, formatter_class=raw)
        sub.set_defaults(run=run)
        return sub

    _plays(add("open", subcommand.open_console, "the console; `showctl SHOW` is the same"))
    add("welcome", subcommand.welcome, "the window that opens without a show; `showctl` is the same")
    run = add(
        "run", subcommand.run, "play a show here: in the console, or with --headless in this terminal, without Qt"
    )
    _plays(run)
    run.add_argument(
        "--headless", action="store_true", help="engine in the foreground; a line for each message that leaves"
    )
    run.add_argument("--go", action="store_true", help="press GO when ready")
    _takes(run)
    _loads(run)
    run.add_argument("--until-idle", action="store_true", help="exit 0 when no cue is active any more")
    run.add_argument("--json", action="store_true", help="one JSON object a line")
    run.add_argument(
        "--agree", action="store_true", help="send to destinations that are new on this machine, from now on"
    )
    check = add("check", subcommand.check, "check show files; every problem with its line, and what to write instead")
    check.add_argument("shows", metavar="SHOW", type=show_file, nargs="+")
    check.add_argument("--json", action="store_true", help="one JSON object a line and problem")
    simulate = add(
        "simulate", subcommand.simulate, "play a show on paper: every message, cue and fade with its time, in no time"
    )
    simulate.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    presses = simulate.add_mutually_exclusive_group()
    presses.add_argument(
        "--go", type=_instants, metavar="0,5,12.5", help="GO at these seconds; else whenever all is done"
    )
    presses.add_argument(
        "--go-every", type=_interval, metavar="S", help="GO every so many seconds to the end of the list"
    )
    _takes(simulate)
    _loads(simulate)
    simulate.add_argument("--levels-every", type=_interval, metavar="S", help="the levels too, every so many seconds")
    simulate.add_argument("--json", action="store_true", help="one JSON object a line")
    chase = add(
        "chase", subcommand.chase, "what must be sent to take a show from a cue: what those before it left everywhere"
    )
    chase.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    chase.add_argument("--to", metavar="CUE", required=True, help="the cue; list/number for one of another list")
    chase.add_argument("--json", action="store_true", help="one JSON object a line")
    new = add("new", write_new, "write a new show file: a small one to start from, or a realistic one of any size")
    new.add_argument("file", metavar="FILE", type=Path, help="is never overwritten")
    new.add_argument(
        "--template", choices=("theatre", "gala", "concert", "empty"), help="of one of these; each explains itself"
    )
    new.add_argument("--cues", type=_count, metavar="N", help="generate so many cues")
    new.add_argument("--universes", type=_count, metavar="U", help="and so many universes of fixtures")
    engines = add("engines", subcommand.engines, "the engines that run on this machine: process id, show, standby")
    engines.add_argument("--json", action="store_true", help="one JSON object a line")
    stop = add("stop", subcommand.stop, "end an engine cleanly: its streams are terminated, so most rigs go dark")
    stop.add_argument("show", metavar="SHOW", type=show_file, nargs="?", help="needed when several run")
    journal = add("journal", subcommand.journal, "what happened in the last run of a show, and how late it was")
    journal.add_argument("show", metavar="SHOW", type=show_file, nargs="?", help="else the last run of any show")
    journal.add_argument("--list", action="store_true", help="all runs that are kept, the newest first")
    journal.add_argument("--json", action="store_true", help="as it is kept: one JSON object a line")
    fixtures = add("fixtures", lambda _: 0, "fixture profiles: list, search and show what there is, check your own")
    add_fixtures(fixtures, _CODES)
    add_patch(add("patch", run_patch, "the patch of a show: who is where, what is free; or that of an MVR scene"))
    add_agree(add("agree", run_agree, "where a show sends to, and that it may from this machine"))
    add_passcode(add("passcode", lambda _: 0, "passcodes of devices, which no show holds: set, list, forget"), _CODES)
    add_migrate(add("migrate", run_migrate, "a show file of an older format in that of today, beside the old one"))
    add_bundle(add("bundle", run_bundle, "a show with all that it uses in one zip file, for another machine"))
    add_unbundle(add("unbundle", run_unbundle, "the files of a bundle in a folder, to be edited there"))
    add_track(add("track", run_track, "the tracking sheet: what each light cue moves, and what tracks through it"))
    add_format(add("format", run_format, "show files in the house style: comments and what they mean stay"))
    add_edit(add("edit", run_edit, "edit a show file in words, or through the console that has it open"))
    add_diff(add("diff", run_diff, "what is different between two show files, cue by cue and fixture by fixture"))
    add_merge(add("merge", run_merge, "two versions of a show brought together; also as git's merge driver"))
    add_copy(add("copy", run_copy, "cues, palettes, patch or plans of another show put into this one"))
    add_import_show(add("import", run_import_show, "a show file from a file of another program, or from a spreadsheet"))
    add_export(add("export", run_export, "cues, patch and plans as CSV or Excel; light as USITT ASCII"))
    add_backups(add("backups", run_backups, "what stood in a show file before it was saved: list, print, restore"))
    add_recover(
        add("recover", run_recover, "edits that were never saved, after a crash or a power cut: take or discard")
    )
    doctor = add("doctor", subcommand.doctor, "what this machine has and lacks, and how to get what is missing")
    doctor.add_argument("--json", action="store_true", help="one JSON object a line")
    engine = add("engine", subcommand.engine, "the engine process that a console starts")
    _plays(engine)
    engine.add_argument("--recover", action="store_true", help="take the place of a lost one: its levels at once")
    return whole


def _plays(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    sub.add_argument("--outputs-off", action="store_true", help="play and time everything, send nothing")
    sub.add_argument(
        "--osc-port",
        type=_osc_port,
        metavar="N|off",
        help="UDP port of the OSC control input instead of the show's; 0 any",
    )


def _takes(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--take-from", metavar="CUE", help="first bring light and devices to where the cues before this one leave them"
    )
    sub.add_argument(
        "--without", metavar="DEVICE", action="append", default=[], help="with --take-from: leave this device alone"
    )
    sub.add_argument("--without-light", action="store_true", help="with --take-from: leave light alone")


def _loads(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--standby", metavar="CUE", help="put this cue in standby first: GO goes to it")
    sub.add_argument(
        "--load",
        type=_place,
        metavar="CUE@TIME",
        action="append",
        default=[],
        help="load a cue first, such as 12@1m30s or, before its end, 12@-10s; its next start begins there",
    )


def _place(text: str) -> tuple[str, float]:
    """A cue and where it is loaded, in seconds."""
    cue, at, place = text.rpartition("@")
    if not (cue and at):
        raise argparse.ArgumentTypeError(f"'{text}' does not say where; write for example 12@1m30s")
    try:
        return cue.removeprefix("main/"), parse_place(place)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _osc_port(text: str) -> int:
    """-1 for off."""
    if text == "off":
        return -1
    with contextlib.suppress(ValueError):
        if 0 <= int(text) <= 65_535:
            return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no port; write 0 to 65535, or off")


def _count(text: str) -> int:
    with contextlib.suppress(ValueError):
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no number; write a whole number such as 100")


def _interval(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0.001 <= float(text) <= 86_400:
            return float(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no interval; write seconds, 0.001 to 86400")


def _instants(text: str) -> list[float]:
    with contextlib.suppress(ValueError):
        instants = [float(part) for part in text.split(",")]
        if all(0 <= instant <= 1e7 for instant in instants):
            return instants
    raise argparse.ArgumentTypeError(f"'{text}' are no times; write seconds such as 0,5,12.5")
