"""What recovered edits change: for the question whether to take them."""

from pathlib import Path

from showctl.program.patched_places import patched_places
from showctl.session.recovery_file import Recovery
from showctl.showfile.as_written import as_written, as_written_bytes
from showctl.showfile.change import Comparison
from showctl.showfile.compare import compare


def recovered_changes(recovery: Recovery, show: Path) -> Comparison:
    """From the show file as it is now to the show with the edits. Raises Unreadable or Refused where the file is gone
    or no YAML any more."""
    before, after = as_written(show), as_written_bytes(recovery.text, f"{show} (recovered)")
    places = patched_places(show)
    return compare(before.loaded or before.root, after.loaded or after.root, places=(places, places))
