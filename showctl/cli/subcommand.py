"""What each subcommand does. Each imports what it needs when it is called, so that only the console imports Qt."""

import argparse
import gc
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from showctl.engine.command import TakeFrom
    from showctl.program.program import Program

GOOD, REFUSED, UNREADABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; 2 is also argparse's for a wrong command line, 130 the shell's for Ctrl-C."""


def show_help(text: str) -> int:
    """What a command line without any word gets."""
    complain(text)
    return UNREADABLE


def complain(text: str) -> None:
    """Say to standard error."""
    print(text, file=sys.stderr)


def open_console(options: argparse.Namespace) -> int:
    from showctl.doctor import has_display
    from showctl.showfile.report import Unreadable
    from showctl.showfile.text import no_such_file

    if not options.show.exists():
        raise Unreadable(no_such_file(options.show))
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        complain(
            "showctl: there is no display for the console; set DISPLAY, or run without: "
            f"showctl run {options.show} --headless"
        )
        return REFUSED
    if refused := _no_window():
        return refused
    from showctl.ui import app

    return app.run(options.show, outputs_off=options.outputs_off, osc_port=options.osc_port)


def _no_window() -> int:
    """Say why no window can be opened, and the exit code; 0 where one can."""
    from showctl.doctor import lacking_for_a_window

    if remedy := lacking_for_a_window():
        complain(f"showctl: the system lacks libraries for a window; {remedy}")
        return REFUSED
    gc.disable()  # ui/sweeping.py looks for garbage; among a thousand modules it takes a fifth of a second to find none
    try:
        from showctl.ui import app as app
    except ImportError as error:
        complain(f"showctl: the console needs Qt, and {error}; `showctl doctor` says how to get it")
        return REFUSED
    return GOOD


def opens_a_window() -> bool:
    """Whether `showctl` without any word is somebody at a screen, who is welcomed. Else it is told what there is."""
    from showctl.doctor import has_display

    return has_display()


def welcome(options: argparse.Namespace) -> int:
    """The window that opens without a show."""
    if refused := _no_window():
        return refused
    from showctl.ui import first_minutes

    return first_minutes.run()


def run(options: argparse.Namespace) -> int:
    if not options.headless:
        words = {
            "--go": options.go,
            "--load": options.load,
            "--standby": options.standby,
            "--until-idle": options.until_idle,
            "--json": options.json,
            "--take-from": options.take_from,
            "--agree": options.agree,
        }
        if alone := [word for word, given in words.items() if given]:
            complain(f"showctl: only with --headless: {', '.join(alone)}; add --headless, or leave out the rest")
            return UNREADABLE
        return open_console(options)
    _one_thread_for_numpy()
    from showctl.host import headless

    if _without_alone(options):
        return UNREADABLE
    return headless.run(
        options.show,
        go=options.go,
        load=options.load,
        standby=_standby(options),
        until_idle=options.until_idle,
        outputs_off=options.outputs_off,
        osc_port=options.osc_port,
        as_json=options.json,
        take=_take(options),
        agree=options.agree,
    )


def _without_alone(options: argparse.Namespace) -> bool:
    alone = bool(options.without or options.without_light) and options.take_from is None
    if alone:
        complain("showctl: --without and --without-light say what --take-from leaves alone; add --take-from CUE")
    return alone


def _standby(options: argparse.Namespace) -> str | None:
    return options.standby.removeprefix("main/") if options.standby is not None else None


def _take(options: argparse.Namespace) -> "TakeFrom | None":
    from showctl.engine.command import TakeFrom

    if options.take_from is None:
        return None
    cue = options.take_from.removeprefix("main/")
    return TakeFrom(cue=cue, without=tuple(options.without), light=not options.without_light)


def engine(options: argparse.Namespace) -> int:
    _one_thread_for_numpy()
    from showctl.host import process

    return process.run(
        options.show, outputs_off=options.outputs_off, osc_port=options.osc_port, recover=options.recover
    )


def _one_thread_for_numpy() -> None:
    """Its linear algebra must not start threads beside the dispatcher's. Read once, when numpy is imported."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ[name] = "1"


def check(options: argparse.Namespace) -> int:
    from showctl.program.opening import open_show
    from showctl.session.unpacked import from_bundle
    from showctl.showfile.report import LocatedProblem, Refused, Unreadable

    code = GOOD
    for path in options.shows:
        try:
            opened = open_show(from_bundle(path))
        except Refused as refused:
            code = max(code, REFUSED)
            for problem in refused.problems:
                print(json.dumps(problem.as_dict(), ensure_ascii=False) if options.json else problem)
        except Unreadable as unreadable:
            code = UNREADABLE
            what, _, remedy = str(unreadable).removeprefix(f"{path}: ").partition("; ")
            found = LocatedProblem(str(path), 0, 0, (), "", what, remedy).as_dict() | {"line": None, "column": None}
            print(json.dumps(found, ensure_ascii=False) if options.json else unreadable)
        else:
            for question in opened.questions:
                print(json.dumps(question.as_dict(), ensure_ascii=False) if options.json else question)
            if not options.json:
                count, asked = len(opened.program.cues), len(opened.questions)
                more = f", {asked} question{'s' if asked != 1 else ''}" if asked else ""
                marked = len({each.cue for each in opened.marked})
                more += f"; {marked} {'is' if marked == 1 else 'are'} marked (showctl track)" if marked else ""
                print(f"{path}: good; {count} cue{'s' if count != 1 else ''}{more}")
    return code


def simulate(options: argparse.Namespace) -> int:
    from showctl.engine.taking import refusal
    from showctl.host.first_go import loaded_elsewhere, standby_refusal
    from showctl.host.report import text_line
    from showctl.host.simulate import simulate
    from showctl.program.broken import complaints
    from showctl.program.opening import open_to_play

    if _without_alone(options):
        return UNREADABLE
    opened, take = open_to_play(options.show), _take(options)
    for line in complaints(opened):
        complain(line)
    program = opened.program
    if take is not None and (reason := refusal(program, take)):
        complain(f"{options.show}: {reason}")
        return REFUSED
    standby = _standby(options)
    if not all(_is_there(options.show, cue, program) for cue, _ in options.load):
        return REFUSED
    if standby is not None and (reason := standby_refusal(program, standby, take)):
        complain(f"{options.show}: {reason}")
        return REFUSED
    if warning := loaded_elsewhere(program, [cue for cue, _ in options.load], standby, take):
        complain(f"showctl: {warning}")
    gc.freeze()  # the show stays; nobody needs to look through it
    for said in simulate(program, options.go, options.go_every, options.levels_every, take, options.load, standby):
        print(json.dumps(said, ensure_ascii=False) if options.json else text_line(said))
    return GOOD


def chase(options: argparse.Namespace) -> int:
    from showctl.host.chase_words import chase_text, chase_words
    from showctl.program.broken import complaints
    from showctl.program.opening import open_to_play

    opened = open_to_play(options.show)
    for line in complaints(opened):
        complain(line)
    program = opened.program
    cue = options.to.removeprefix("main/")
    if not _is_there(options.show, cue, program):
        return REFUSED
    for said in chase_words(program, cue):
        print(json.dumps(said, ensure_ascii=False) if options.json else chase_text(said))
    return GOOD


def _is_there(show: Path, cue: str, program: "Program") -> bool:
    """Whether there is such a cue; if not, that is said."""
    from showctl.showfile.suggest import suggestion

    if cue not in program.cues:
        remedy = suggestion(cue, program.cues, "write the number of a cue, or list/number for one of another list")
        complain(f"{show}: there is no cue '{cue}'; {remedy}")
    return cue in program.cues


def engines(options: argparse.Namespace) -> int:
    from showctl.host import engines

    found = engines.seen()
    for engine in found:
        print(json.dumps(engine.as_dict(), ensure_ascii=False) if options.json else engine)
    if not found and not options.json:
        print("no engine is running")
    return GOOD


def stop(options: argparse.Namespace) -> int:
    from showctl.host import engines

    try:
        print(engines.stop(options.show))
    except engines.NotStopped as reason:
        complain(f"showctl: {reason}")
        return REFUSED
    return GOOD


def journal(options: argparse.Namespace) -> int:
    from showctl.host import journal_file, journal_words

    kept = journal_file.journals(options.show)
    if options.list:
        for each in kept:
            said = json.dumps(journal_words.as_dict(each), ensure_ascii=False) if options.json else None
            print(said or journal_words.summary(each))
        return GOOD
    newest = next(kept, None)
    if newest is None:
        complain(f"showctl: there is no journal of {options.show or 'any show'}; one is kept of each run that plays")
        return REFUSED
    for line in journal_file.lines(newest.path) if options.json else journal_words.words(newest):
        print(json.dumps(line, ensure_ascii=False) if isinstance(line, dict) else line)
    return GOOD


def doctor(options: argparse.Namespace) -> int:
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
