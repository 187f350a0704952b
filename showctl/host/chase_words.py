"""A state chase as JSON objects and as lines for people."""

from collections.abc import Iterator, Mapping
from typing import Any

from showctl.host.report import Json, message_text, message_words
from showctl.model.address import Endpoint
from showctl.model.cue import CueId
from showctl.program.chase import chase
from showctl.program.program import OscTarget, Program, SacnTarget


def chase_words(program: Program, to: CueId) -> Iterator[Json]:
    """What a take sends before a cue, in that order, how many parameters of light move, and the notes.

    Raises KeyError if there is no such cue.
    """
    found = chase(program, to)
    places = {
        target.device: str(Endpoint(*target.to)) if isinstance(target, OscTarget) else target.port
        for target in program.targets
        if not isinstance(target, SacnTarget)
    }
    for left in found.left:
        words = message_words(left.message, places[left.device])
        yield {"chase": "message", "cue": left.cue, "device": left.device, **words}
    for master in found.masters:
        cue = None if master.as_written else master.cue
        yield {"chase": "master", "cue": cue, "master": master.master, "level": round(master.level, 6)}
    yield {"chase": "light", "parameters": found.light.parameters, "home": found.light.at_home}
    yield from ({"chase": "note", "text": text} for text in found.notes)


def chase_text(described: Mapping[str, Any]) -> str:
    """One line for people."""
    d = described
    match d["chase"]:
        case "message":
            return f"{message_text(d)}  from cue {d['cue']}"
        case "master":
            by = "as the file has it: no cue before moves it" if d["cue"] is None else f"from cue {d['cue']}"
            return f"master   {d['master']} {d['level']:.0%}  {by}"
        case "light":
            count = d["parameters"]
            home = f", {d['home']} more go{'es' if d['home'] == 1 else ''} home" if d["home"] else ""
            return f"light    tracked look: {count} parameter{'s' if count != 1 else ''}{home}"
        case _:
            return f"note     {d['text']}"
