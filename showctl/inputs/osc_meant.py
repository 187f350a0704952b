"""What was meant by an OSC message that is no command: a command that looks like it, or the word of another program."""

import re
from difflib import SequenceMatcher, get_close_matches

from showctl.inputs.osc_hands import WORDS as HANDS

_COMMANDS = ("go", "standby", "load", "reset", "take", "release", "pause", "resume", *HANDS)
_OF_CUES = ("arm", "disarm", "flag", "unflag")
_TAKES_AWAY = ("blackout", "panic", "hardstop", "stop")
"""What stops the show or takes its light: whoever follows a hint must not find himself there by a slip."""
_SURE = 0.8
"""Likeness from which a word of the same first letter is one of these misspelt: `panik`, and not `back` or `top`."""
_LONGEST = 40
_NUMBER = r"(?P<cue>[^/]{1,20})"
_ELSEWHERE = {
    r"cue/(selected|playhead)/(start|go)|cue/(start|go)|start|play|fire|eos/key/go.*": "/go",
    r"(playhead/)?(back|prev|previous)|previouscue|goback": "/standby/previous",
    r"(playhead/)?next|nextcue|advance": "/standby/next",
    rf"(cue|q|fire|start|play|run|trigger)/{_NUMBER}(/(go|fire|run|play|trigger))?": "/cue/{cue}/start",
    rf"eos(/user/[0-9]+)?/cue/([0-9]+/)?{_NUMBER}/fire": "/cue/{cue}/start",
    rf"(playhead|select|goto|standby|next)/{_NUMBER}|goto|go/to|select": '/standby "{cue}"',
    rf"go/{_NUMBER}": "/cue/{cue}/start for a cue, or /list/{cue}/go for a list",
    r"gm|grand|grandmaster": '/master "grand" 0.5',
    rf"(sub|submaster|eos/sub)/{_NUMBER}(/level)?": "/fader/{cue} 0.5",
}
"""Patterns of addresses of QLab, Eos and what people try, each with what to send here. The first that fits counts."""
_COMPILED = [(re.compile(pattern), said) for pattern, said in _ELSEWHERE.items()]


def meant(address: str) -> str:
    """`; did you mean /go?`, `; send /standby/next`, or nothing.

    Never a command that takes light away, unless its own name is misspelt.
    """
    word = re.sub(r"^workspace/[^/]*/", "", address.strip("/").lower())
    if len(word) > 3 * _LONGEST:
        return ""
    for pattern, said in _COMPILED:
        if match := pattern.fullmatch(word):
            cue = match.groupdict().get("cue")
            return f"; send {said.format(cue=_as_sent(address, cue))}"
    word = word[:_LONGEST]
    close = get_close_matches(word, (*_COMMANDS, *_OF_CUES, *_TAKES_AWAY), 4)
    near = next((each for each in close if each not in _TAKES_AWAY or _likeness(word, each) >= _SURE), None)
    return f"; did you mean /{near}?" if near else ""


def _likeness(word: str, command: str) -> float:
    return SequenceMatcher(None, word, command).ratio() if word[:1] == command[:1] else 0.0


def _as_sent(address: str, cue: str | None) -> str:
    """A part of the address in its own letters: numbers of cues tell capitals apart."""
    return next((part for part in address.split("/") if cue and part.lower() == cue), "NUMBER")
