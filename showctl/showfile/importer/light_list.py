"""The light cues of one list of a desk as ours, with what leads from one to another."""

from showctl.showfile.importer.ascii_cue import AsciiCue, entry
from showctl.showfile.importer.draft import Entry
from showctl.showfile.importer.report import ImportReport


def light_list(cues: list[AsciiCue], state: bool, report: ImportReport) -> list[Entry]:
    """The cues of one list in their order. `state`: their levels are the whole picture."""
    made = []
    numbers = {cue.number for cue in cues}
    for index, cue in enumerate(cues):
        made.append(entry(cue, state))
        if cue.hang:
            report.choose(cue.place, f"hang of cue {cue.number}", "counted from its start, with the times it has now")
        if not cue.link:
            continue
        list_, _, to = cue.link.rpartition("/")
        after = cues[index + 1].number if index + 1 < len(cues) else ""
        if to == after and list_ in ("", cue.list_name):
            continue
        if list_ in ("", cue.list_name) and to in numbers and cue.follow is None and cue.hang is None:
            light = made[-1].pop("light")
            made[-1].update({"continue": "auto-continue", "light": light})
            made.append(Entry({"cue": f"{cue.number}-link"[:24], "go to": to}, cue.place))
            report.choose(cue.link_place, f"the link of cue {cue.number} is a cue after it that goes to {to}")
        else:
            report.leave_out(
                cue.link_place, f"link of cue {cue.number} to {cue.link}", "it follows by itself, or leads elsewhere",
                f"write a cue with start: {to} where it belongs",
            )  # fmt: skip
    return made
