"""Cues of Linux Show Player that act on cues: stop all, collections, and actions by index."""

from typing import Any

from showctl.showfile.importer.json_values import items, line, whole
from showctl.showfile.importer.lsp_cue import Action, Session

_MEANT = {
    **dict.fromkeys(("Default", "Start", "FadeInStart"), "start"),
    **dict.fromkeys(("Stop", "FadeOutStop", "FadeOut"), "stop"),
    **dict.fromkeys(("Interrupt", "FadeOutInterrupt"), "hard stop"),
    **dict.fromkeys(("Pause", "FadeOutPause"), "pause"),
    **dict.fromkeys(("Resume", "FadeInResume"), "resume"),
    "LoopRelease": "break out",
}
"""What is done to a cue, and our key for it."""


def action(cue: dict[str, Any], place: int, session: Session) -> Action | None:
    """What a cue does that acts on others; None for other cues."""
    match cue.get("_type_"):
        case "StopAll":
            return _stop_all(cue, place, session)
        case "CollectionCue":
            return _collection(cue, place, session)
        case "IndexActionCue":
            return _by_index(cue, place, session)
    return None


def _stop_all(cue: dict[str, Any], place: int, session: Session) -> Action:
    word = line(cue.get("action")) or "Stop"
    match _MEANT.get(word):
        case "stop":
            return Action({"stop others": "all"})
        case "hard stop" | "pause" | "resume" as key:
            return Action({key: "all"})
    session.report.leave_out(session.where(place), f"{word} to all cues", "it is no way to stop them")
    return Action({"memo": f"{word} to all cues"})


def _collection(cue: dict[str, Any], place: int, session: Session) -> Action:
    where = session.where(place)
    does: dict[str, list[str]] = {}
    for pair in items(cue.get("targets")):
        target, word = [*items(pair), None, None][:2]
        found = session.by_id.get(target) if isinstance(target, str) else None
        key = _MEANT.get(line(word))
        if found is None:
            session.report.leave_out(where, f"{line(word) or 'an action'} of a cue that is not there")
        elif key is None and line(word) != "DoNothing":
            session.report.leave_out(where, f"{line(word)} of cue {found + 1}", "cues do not do that to others")
        elif key is not None and found != place:
            does.setdefault(key, []).append(str(found + 1))
    if not does:
        session.report.leave_out(where, "its collection", "no cue is left in it", "it is a memo now")
        return Action({"memo": "An empty collection"})
    acts = [{key: numbers[0] if len(numbers) == 1 else numbers} for key, numbers in does.items()]
    return Action(acts[0]) if len(acts) == 1 else Action({"group": "timeline"}, inside=tuple(acts))


def _by_index(cue: dict[str, Any], place: int, session: Session) -> Action:
    where = session.where(place)
    index = whole(cue.get("target_index")) or 0
    own = whole(cue.get("index"))
    if cue.get("relative", True) is not False:
        index += place if own is None else own
    found = session.by_index.get(index)
    word = line(cue.get("action")) or "Stop"
    key = _MEANT.get(word)
    if found is None or key is None or found == place:
        why = "there is no cue with that index" if found is None else "cues do not do that"
        session.report.leave_out(where, f"{word} by index {index}", why, "it is a memo now")
        return Action({"memo": f"{word} by index {index}"})
    session.report.choose(where, f"means cue {found + 1} from now on", "the index it acts on is that cue's")
    return Action({key: str(found + 1)})
