"""The user's own templates of new cues: one a kind, YAML in the settings of this machine."""

from PySide6.QtCore import QSettings

from showctl.session.change import EditRefused
from showctl.session.edit_paste import cues_of
from showctl.ui.tongue import tr

_KEY = "new cue"


class Templates:
    """Belong to whoever sits here, for all shows."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def text(self, kind: str) -> str:
        """Empty where there is none."""
        return str(self._settings.value(f"{_KEY}/{kind}") or "")

    def keep(self, kind: str, text: str) -> None:
        """From now on new cues of this kind are like this; empty: as they come. Raises EditRefused for no cue."""
        if text and len(cues_of(text)) != 1:
            raise EditRefused(tr("a template is one cue; select one"))
        if text:
            self._settings.setValue(f"{_KEY}/{kind}", text)
        else:
            self._settings.remove(f"{_KEY}/{kind}")
