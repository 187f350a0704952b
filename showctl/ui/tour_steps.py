"""The first show in five steps, for the welcome window and for the tour."""

from typing import NamedTuple

from showctl.ui.tongue import marked


class Step(NamedTuple):
    """`how`: one line."""

    title: str
    how: str


STEPS = (
    Step(marked("Add a device"), marked("A mixer, a media server, a lighting node: F6, Devices.")),
    Step(marked("Patch four fixtures"), marked("Find a profile, say how many: F6, Fixtures.")),
    Step(
        marked("Write three cues"),
        marked("Light: Ctrl+1, stage: Ctrl+4; with a device for them audio: Ctrl+2, video: Ctrl+3."),
    ),
    Step(marked("Rehearse"), marked("GO with Space. Ctrl+Shift+R marks it as a rehearsal.")),
    Step(marked("Lock for the show"), marked("Nothing can be edited, nothing covers GO: Ctrl+Shift+L.")),
)
