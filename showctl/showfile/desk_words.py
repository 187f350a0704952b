"""Words of other programs and desks, and what is written here for them."""

from collections.abc import Collection

_OF_CUES = {
    "follow": "to go on when this cue is done write continue: auto-follow; so long after it began, continue: "
    "auto-continue and post-wait: 3s",
    "hang": "to go on when this cue is done write continue: auto-follow, and pre-wait: 3s in the next cue",
    "link": "to go elsewhere write a cue of its own, go to: 12 or start: 12",
    "auto continue": "write continue: auto-continue",
    "autocontinue": "write continue: auto-continue",
    "go to cue": "write a cue of its own, go to: 12",
    "name": "write label",
    "title": "write label",
    "comment": "write notes",
    "duration": "write time, under light",
    "fade time": "write time, under light",
    "fade in": "write time: {up: 3s, down: 5s}, under light",
    "fade out": "write time: {up: 3s, down: 5s}, under light",
    "levels": "write look, under light",
    "enabled": "write armed",
    "disarmed": "write armed: no",
    "trigger": "write hotkey for a key; OSC starts a cue by /cue/12/start",
}
_OF_CUES |= dict.fromkeys(("auto follow", "autofollow", "follow on", "follow time"), _OF_CUES["follow"])
_OF_CUES |= {"hang time": _OF_CUES["hang"]}
_OF_LIGHT = {
    "levels": "write look",
    "fade": "write time",
    "duration": "write time",
    "fade time": "write time",
    "up": "write time: {up: 3s, down: 5s}",
    "down": "write time: {up: 3s, down: 5s}",
    "in": "write time: {up: 3s, down: 5s}",
    "out": "write time: {up: 3s, down: 5s}",
    "focus": "write time: {position: 3s}",
    "follow": "write continue: auto-follow beside light, not in it",
    "preset": "write look: {wash: {palette: preset}}",
    "tracking": "everything tracks; write block: yes or cue only: yes where it is not to",
}
_OF_PARAMETERS = {
    **dict.fromkeys(("color", "colors", "colours", "gel", "rgb", "hex"), "colour"),
    **dict.fromkeys(("dimmer", "dim", "level", "int", "i", "brightness", "value"), "intensity"),
    **dict.fromkeys(("fade", "duration"), "time"),
    **dict.fromkeys(("preset", "pallet", "palett"), "palette"),
    "pos": "position",
}


def word_of_keys(key: str, known: Collection[str]) -> str:
    """What to write for a key of another program, where these keys are known; empty if there is nothing of the kind."""
    plain = " ".join(key.casefold().replace("_", " ").replace("-", " ").split())
    if "master" in known and plain in {"sub", "fader", "grand", "grand master"}:
        return "write master"
    if "pre-wait" in known:
        return _OF_CUES.get(plain, "")
    return _OF_LIGHT.get(plain, "") if "cue only" in known else ""


def parameter_meant(key: str) -> str:
    """The key of a look that is meant by that of another program; empty if there is none."""
    return _OF_PARAMETERS.get(key.casefold(), "")
