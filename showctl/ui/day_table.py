"""The lines of the table of keys that are about the day, and not about cues."""

from showctl.ui.act import Act
from showctl.ui.tongue import marked

DAY = (
    Act("next segment", marked("Start the next segment, without a cue"), marked("Run of show"), ("Alt+Shift+N",)),
    Act("minute more", marked("A minute more for the segment that runs"), marked("Run of show"), ("Alt++", "Alt+=")),
    Act("minute less", marked("A minute less for the segment that runs"), marked("Run of show"), ("Alt+-",)),
    Act("ways on", marked("Late: the ways on, with their times"), marked("Run of show"), ("Alt+Shift+W",)),
    Act("segments", marked("Segments: start, end, take back"), marked("Run of show"), ("Alt+Shift+S",)),
    Act("timers", marked("Timers: start, pause, add, remove"), marked("Run of show"), ("Alt+Shift+T",)),
    Act("note", marked("Note of the day"), marked("Run of show"), ("N",), when="not typing"),
    Act("acknowledge", marked("Seen: the logistics item on top"), marked("Run of show"), ("W",), when="not typing"),
    Act(
        "logistics",
        marked("Logistics items: seen, called, done, problem"),
        marked("Run of show"),
        ("Shift+W",),
        when="not typing",
    ),
)
