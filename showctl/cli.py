"""The command line: one function a subcommand; each imports what it needs when it is called."""

import argparse
import contextlib
import difflib
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from showctl import __version__

GOOD, REFUSED, UNREADABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; 2 is also argparse's for a wrong command line, 130 the shell's for Ctrl-C."""

_ABOUT = "Show control: one GO moves lights, sound, video and the day."
_CODES = """\
`showctl SHOW` opens the console; a show named like a subcommand needs ./ before it. Each subcommand has its own --help.
exit codes: 0 good; 1 the show has problems, or what was asked for is refused; 2 a file cannot be read, or the command
line is wrong; 130 ended by Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; never a traceback for what the user typed or wrote."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] not in (*_SUBCOMMANDS, "-h", "--help", "--version"):
        given.insert(0, "open")
    options = _parser().parse_args(given)
    try:
        code = _guarded(options.run, options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # who read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    return code


def _guarded(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    from showctl.link.meeting import Taken
    from showctl.link.place import UnsafeFolder
    from showctl.showfile.report import Refused, Unreadable

    try:
        return run(options)
    except Refused as refused:
        _complain(str(refused))
        return REFUSED
    except Unreadable as unreadable:
        _complain(f"{unreadable}{_meant_a_subcommand(options)}")
        return UNREADABLE
    except (Taken, UnsafeFolder) as reason:
        _complain(f"showctl: {reason}")
        return REFUSED


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


def _meant_a_subcommand(options: argparse.Namespace) -> str:
    if options.run is not _open:
        return ""
    close = difflib.get_close_matches(str(options.show), _SUBCOMMANDS, 1)
    return f" (did you mean `showctl {close[0]}`?)" if close else ""


# Subcommands -----------------------------------------------------------------------------------------------------


def _open(options: argparse.Namespace) -> int:
    from showctl.doctor import has_display

    try:
        from showctl.ui import app
    except ImportError as error:
        _complain(f"showctl: the console needs Qt, and {error}; `showctl doctor` says how to get it")
        return REFUSED
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        _complain(
            "showctl: there is no display for the console; set DISPLAY, or run without: "
            f"showctl run {options.show} --headless"
        )
        return REFUSED
    return app.run(options.show, outputs_off=options.outputs_off, osc_port=options.osc_port)


def _run(options: argparse.Namespace) -> int:
    if not options.headless:
        return _open(options)
    from showctl.host import headless

    return headless.run(
        options.show,
        go=options.go,
        until_idle=options.until_idle,
        outputs_off=options.outputs_off,
        osc_port=options.osc_port,
        as_json=options.json,
    )


def _engine(options: argparse.Namespace) -> int:
    from showctl.host import process

    return process.run(
        options.show, outputs_off=options.outputs_off, osc_port=options.osc_port, recover=options.recover
    )


def _check(options: argparse.Namespace) -> int:
    from showctl.program.opening import open_show
    from showctl.showfile.report import Refused, Unreadable

    code = GOOD
    for path in options.shows:
        try:
            opened = open_show(path)
        except Refused as refused:
            code = max(code, REFUSED)
            for problem in refused.problems:
                print(json.dumps(problem.as_dict(), ensure_ascii=False) if options.json else problem)
        except Unreadable as unreadable:
            code = UNREADABLE
            what, _, remedy = str(unreadable).removeprefix(f"{path}: ").partition("; ")
            found = {"file": str(path), "what": what, "remedy": remedy}
            print(json.dumps(found, ensure_ascii=False) if options.json else unreadable)
        else:
            if not options.json:
                print(f"{path}: good; {len(opened.program.cues)} cues")
    return code


def _simulate(options: argparse.Namespace) -> int:
    raise NotImplementedError


def _new(options: argparse.Namespace) -> int:
    from showctl.showfile.generate import generate, starter

    path: Path = options.file
    try:
        if options.cues is None and options.universes is None:
            text = starter(path.stem.replace("-", " ").replace("_", " ").capitalize() or "New show")
        else:
            text = generate(options.cues or 100, options.universes or 4)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except ValueError as error:
        _complain(f"showctl: {error}")
        return REFUSED
    except FileExistsError:
        _complain(f"showctl: {path} is there already and is left as it is; choose another name")
        return REFUSED
    except OSError as error:
        _complain(f"showctl: {path} cannot be written: {error.strerror}")
        return UNREADABLE
    print(f"{path} written; open it with: showctl {path}")
    return GOOD


def _engines(options: argparse.Namespace) -> int:
    from showctl.host import engines

    found = engines.seen()
    for engine in found:
        print(json.dumps(engine.as_dict(), ensure_ascii=False) if options.json else engine)
    if not found and not options.json:
        print("no engine is running")
    return GOOD


def _stop(options: argparse.Namespace) -> int:
    from showctl.host import engines

    try:
        print(engines.stop(options.show))
    except engines.NotStopped as reason:
        _complain(f"showctl: {reason}")
        return REFUSED
    return GOOD


def _doctor(options: argparse.Namespace) -> int:
    from showctl.doctor import examine

    able = True
    for finding in examine():
        able = able and finding.state != "broken"
        if options.json:
            print(json.dumps(finding._asdict(), ensure_ascii=False), flush=True)
            continue
        print(f"{finding.state:8}{finding.subject}: {finding.text}", flush=True)
        if finding.remedy:
            print(f"{'':8}  {finding.remedy}")
    if not options.json:
        print("able to run" if able else "not able to run; see what is broken above")
    return GOOD if able else REFUSED


# Parser ----------------------------------------------------------------------------------------------------------

_SUBCOMMANDS = ("open", "run", "check", "simulate", "new", "engines", "stop", "doctor", "engine")


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("showctl", description=_ABOUT, epilog=_CODES, formatter_class=raw)
    parser.add_argument("--version", action="version", version=f"showctl {__version__}")
    parser.set_defaults(run=lambda _: _complain(parser.format_help()) or UNREADABLE)
    subcommands = parser.add_subparsers(title="subcommands", metavar="SHOW or subcommand")

    def add(
        name: str, run: Callable[[argparse.Namespace], int], about: str, *, listed: bool = True
    ) -> argparse.ArgumentParser:
        if listed:  # argparse lists what has a help text, even an empty one
            sub = subcommands.add_parser(name, help=about, description=about, epilog=_CODES, formatter_class=raw)
        else:
            sub = subcommands.add_parser(name, description=about, epilog=_CODES, formatter_class=raw)
        sub.set_defaults(run=run)
        return sub

    _plays(add("open", _open, "the console; `showctl SHOW` is the same", listed=False))
    run = add("run", _run, "play a show here: in the console, or with --headless in this terminal, without Qt")
    _plays(run)
    run.add_argument(
        "--headless", action="store_true", help="engine in the foreground; a line for each message that leaves"
    )
    run.add_argument("--go", action="store_true", help="press GO when ready")
    run.add_argument("--until-idle", action="store_true", help="exit 0 when no cue is active any more")
    run.add_argument("--json", action="store_true", help="one JSON object a line")
    check = add("check", _check, "check show files; every problem with its line, and what to write instead")
    check.add_argument("shows", metavar="SHOW", type=Path, nargs="+")
    check.add_argument("--json", action="store_true", help="one JSON object a line and problem")
    new = add("new", _new, "write a new show file: a small one to start from, or a realistic one of any size")
    new.add_argument("file", metavar="FILE", type=Path, help="is never overwritten")
    new.add_argument("--cues", type=int, metavar="N", help="generate so many cues")
    new.add_argument("--universes", type=int, metavar="U", help="and so many universes of fixtures")
    engines = add("engines", _engines, "the engines that run on this machine: process id, show, standby")
    engines.add_argument("--json", action="store_true", help="one JSON object a line")
    stop = add("stop", _stop, "end an engine cleanly: its streams are terminated, so most rigs go dark")
    stop.add_argument("show", metavar="SHOW", type=Path, nargs="?", help="needed when several run")
    doctor = add("doctor", _doctor, "what this machine has and lacks, and how to get what is missing")
    doctor.add_argument("--json", action="store_true", help="one JSON object a line")
    engine = add("engine", _engine, "the engine process that a console starts", listed=False)
    _plays(engine)
    engine.add_argument("--recover", action="store_true", help="take the place of a lost one: its levels at once")
    return parser


def _plays(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("show", metavar="SHOW", type=Path, help="show file")
    parser.add_argument("--outputs-off", action="store_true", help="play and time everything, send nothing")
    parser.add_argument(
        "--osc-port",
        type=_osc_port,
        metavar="N|off",
        help="UDP port of the OSC control input instead of the show's; 0 any",
    )


def _osc_port(text: str) -> int:
    """-1 for off."""
    if text == "off":
        return -1
    with contextlib.suppress(ValueError):
        if 0 <= int(text) <= 65_535:
            return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no port; write 0 to 65535, or off")
