"""Audio cues: a command of a sound device."""

from collections.abc import Mapping
from typing import Any

from showctl.ui.fields.names import Names
from showctl.ui.inspectors import profile_command
from showctl.ui.inspectors.row import Row


def rows(cue: Mapping[str, Any], names: Names) -> tuple[Row, ...]:
    """Those of its command."""
    return profile_command.rows("audio", cue, names)
