"""Whose a level is, in words."""

from collections.abc import Callable

from showctl.engine.source import Source
from showctl.model.cue import CueId
from showctl.ui.monitors.level_text import Format, level_text
from showctl.ui.tongue import tr

Called = Callable[[CueId], str]
"""Number and label of a cue."""


def source_words(source: Source, called: Called, palette: str = "") -> str:
    """`38.1 Winner chase, moving`, `37 Podium special, brought back by 39 …`, `parked`, `master stage at 40%`; with the
    palette that it comes from `12 Speech: warm`."""
    cue = called(source.cue) if source.cue else ""
    match source.kind:
        case "cue":
            said = cue or source.name
        case "tracked":
            said = tr("{cue}, brought back by {by}").format(cue=cue, by=called(source.by)) if source.by else cue
        case "rest":
            said = (
                tr("at rest; {cue} released it").format(cue=called(source.by))
                if source.by
                else tr("at rest: nothing moves it")
            )
        case "nobody":
            said = tr("it stands there from before this engine")
        case "panic":
            said = tr("the panic")
        case "park":
            said = tr("parked")
        case "highlight":
            said = tr("highlight")
        case "master":
            said = (
                tr("blackout")
                if source.name == "blackout"
                else tr("master {name} at {value}%").format(name=source.name, value=round(source.value * 100))
            )
        case "override":
            said = tr("held: light is overridden")
    if palette and source.kind in ("cue", "tracked"):
        said = tr("{cue}: {palette}").format(cue=said, palette=palette)
    said += tr(", its intensity") if source.of_intensity else ""
    return tr("{said}, moving").format(said=said) if source.moving else said


def below_words(source: Source, called: Called, form: Format) -> list[str]:
    """What would decide if this did not, the next first: `37 Podium special 112`."""
    return [
        source_words(each, called)
        if each.kind == "master"
        else f"{source_words(each, called)} {level_text(round(min(max(each.value, 0.0), 1.0) * 255), form)}"
        for each in source.below
    ]
