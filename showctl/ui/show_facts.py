"""What is said of a show before it is opened: its title, how big it is, and what `showctl check` finds."""

from pathlib import Path
from typing import Literal, NamedTuple

from showctl.model.sacn_device import SacnDevice
from showctl.program.opening import Opened, open_show
from showctl.session.refusals import REFUSALS
from showctl.showfile.report import Refused
from showctl.ui.tongue import tr

State = Literal["waiting", "ready", "warnings", "wrong", "gone"]


class ShowFacts(NamedTuple):
    """`said`: the result of the check in words."""

    title: str
    about: str
    state: State
    said: str


def not_yet(path: Path) -> ShowFacts:
    """Before it was looked at."""
    return ShowFacts(path.stem, str(path.parent), "waiting", tr("checking"))


def show_facts(path: Path) -> ShowFacts:
    """Reads and compiles the show: not for the window's thread."""
    if not path.exists():
        return ShowFacts(path.stem, str(path.parent), "gone", tr("not there"))
    try:
        opened = open_show(path)
    except Refused as refused:
        return ShowFacts(path.stem, str(path.parent), "wrong", tr("%n problem(s)", "", len(refused.problems)))
    except REFUSALS:
        return ShowFacts(path.stem, str(path.parent), "wrong", tr("cannot be read"))
    broken = sum(bool(cue.broken) for cue in opened.program.cues.values())
    warnings = broken + len(opened.questions)
    about = _about(opened)
    if warnings:
        return ShowFacts(opened.show.info.title, about, "warnings", tr("%n warning(s)", "", warnings))
    return ShowFacts(opened.show.info.title, about, "ready", tr("ready"))


def _about(opened: Opened) -> str:
    show = opened.show
    sent = {universe for each in show.devices.values() if isinstance(each, SacnDevice) for universe in each.universes}
    sends = 0 if show.run_of_show else len(sent)
    counts = (
        tr("%n cue(s)", "", len(opened.program.cues)) if opened.program.cues else "",
        tr("%n segment(s)", "", len(show.run_of_show)) if show.run_of_show else "",
        tr("%n logistics item(s)", "", len(show.logistics)) if show.logistics else "",
        tr("%n universe(s)", "", sends) if sends else "",
    )
    return ", ".join(count for count in counts if count) or tr("empty")
