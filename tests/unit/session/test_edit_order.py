"""New keys at the top of a file: nothing that is there moves, in whatever order its author wrote it."""

from pathlib import Path

import pytest

from showctl.session.document import Document
from showctl.session.edit import Edit, Import, Insert
from showctl.showfile.load import load_text
from showctl.showfile.splice import text_of

SHOW = """\
showctl: 1
show: {title: Evening}

# The evening, as agreed with the house
run of show:
  # doors are early today
  - {segment: doors, duration: 5m}  # or six

# What is played
cues:
  - {cue: 1, wait: 1s}
"""


@pytest.mark.parametrize(
    ("edit", "key", "behind"),
    [
        (Insert("list", "{cues: [{cue: 1, wait: 1s}]}", called="foyer"), "lists:", "  - {cue: 1, wait: 1s}"),
        (Import("{lists: {foyer: {cues: [{cue: 1, wait: 1s}]}}}"), "lists:", "  - {cue: 1, wait: 1s}"),
        (Insert("device", "{type: midi, port: A}", called="keys"), "devices:", "show: {title: Evening}"),
        (Insert("logistics", "{title: Car}"), "logistics:", "  - {cue: 1, wait: 1s}"),
    ],
)
def test_nothing_that_is_there_moves(edit: Edit, key: str, behind: str) -> None:
    document = Document(Path("show.yaml"), load_text(SHOW))
    document.edit(edit)
    lines = [line for line in text_of(document.state.root).splitlines() if line]
    before = [line for line in SHOW.splitlines() if line]
    assert [line for line in lines if line in before] == before
    assert lines[lines.index(key) - 1] == behind
