"""The open show compared with its file, a backup of it, or any other show."""

from pathlib import Path

from showctl.program.opening import without_collecting
from showctl.program.patched_places import patched_places
from showctl.session.document import Document
from showctl.session.unpacked import from_bundle
from showctl.showfile.as_written import as_written, as_written_bytes
from showctl.showfile.change import Comparison
from showctl.showfile.compare import compare


def compared_with(document: Document, file: Path) -> Comparison:
    """What has to be done to the show in a file (a bundle is unpacked) to come to the open one. Takes up to a second or
    two for 5,000 cues. Raises Unreadable, and Refused for what is no YAML."""
    now = document.state
    with without_collecting():
        path = from_bundle(file)
        before = as_written(path)
        places = patched_places(path), patched_places(document.path)
        return compare(before.loaded or before.root, now, places=places)


def other_way(document: Document, data: bytes) -> Comparison:
    """What has to be done to the open show to come to this one: to what is on the disk, say. Raises Refused."""
    with without_collecting():
        after = as_written_bytes(data, str(document.path))
        places = patched_places(document.path)
        return compare(document.state, after.loaded or after.root, places=(places, places))
