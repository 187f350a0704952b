"""The time to which a cue is loaded, as it is written and as it is read."""

from showctl.model.unit import format_seconds, parse_seconds
from showctl.ui.reading import MINUS
from showctl.ui.tongue import tr


def parse_load(text: str) -> float:
    """`1:30`, `90`, `1m30s`: from GO on; `-0:10`: before the end; nothing: 0, the beginning. Raises ValueError."""
    text = text.strip()
    before_end = text[:1] in ("-", MINUS)
    written = text[1:].strip() if before_end else text
    if not written and not before_end:
        return 0.0
    try:
        seconds = float(written) if written.isdigit() else parse_seconds(written)
    except ValueError:
        raise ValueError(tr("Write for example 1:30 or 90s from its GO on, −0:10 before its end")) from None
    if before_end and seconds == 0:
        raise ValueError(tr("Nothing is left at its end; write for example −0:10"))
    return -seconds if before_end else seconds


def load_said(at: float) -> str:
    """What the next start then does."""
    if at == 0:
        return tr("From its beginning, waits included")
    return (
        tr("Begins {time} after its GO").format(time=format_seconds(at))
        if at > 0
        else tr("Begins {time} before its end").format(time=format_seconds(-at))
    )
