"""What of a QLC+ workspace has no place in a show file, item by item."""

from collections import Counter
from xml.etree.ElementTree import Element

from showctl.showfile.importer.json_values import line
from showctl.showfile.importer.qxw_parts import FOREVER, whole
from showctl.showfile.importer.report import ImportReport

_SETTINGS = {
    "ExcludeFade": ("channels that never fade", "set snap in the profile"),
    "ForcedHTP": ("channels that it makes HTP", ""),
    "ForcedLTP": ("channels that it makes LTP", ""),
    "Modifier": ("a channel modifier", "see curve in the patch"),
}
_WHY = {
    "EFX": ("effects do not come over", "write a chase, or positions"),
    "RGBMatrix": ("pixel patterns do not come over", "write a chase"),
    "Script": ("a show file runs no scripts", "write cues"),
    "Show": ("timelines do not come over", "write a timeline group of what is on its tracks"),
    "Audio": ("showctl plays no sound itself", "put the file into a player, and cue that"),
    "Video": ("showctl plays no video itself", "put the file into a player, and cue that"),
}


def tell_functions(elements: list[Element], report: ImportReport) -> None:
    """One line for each function of a kind that we have not."""
    for element in elements:
        kind = line(element.get("Type"))
        where = f"Function {whole(element.get('ID'))} '{line(element.get('Name'))}'"
        if kind not in {"Scene", "Chaser", "Sequence", "Collection"}:
            why, do = _WHY.get(kind, ("it is not known", ""))
            report.leave_out(where, kind or "a function without a kind", why, do)
        elif blend := element.get("BlendMode"):
            report.leave_out(where, f"its blend mode {line(blend)}", "lists merge by htp or ltp")
        if kind == "Scene" and element.find("Palette") is not None:
            report.leave_out(where, "what its palettes set", "palettes of QLC+ do not come over", "see palettes")


def tell_engine(engine: Element, report: ImportReport) -> None:
    """What stands beside fixtures and functions."""
    if (first := engine.get("Autostart")) and whole(first) < FOREVER:
        report.leave_out(f"Function {whole(first)}", "that it starts with the program", "nothing does here", "press GO")
    for element in engine.findall("Fixture"):
        where = f"Fixture {whole(element.findtext('ID'))} '{line(element.findtext('Name'))}'"
        for tag, (what, do) in _SETTINGS.items():
            if element.find(tag) is not None:
                report.leave_out(where, what, "the patch has no such thing", do)
    for element in engine.findall("ChannelsGroup"):
        where = f"Channels group {whole(element.get('ID'))} '{line(element.get('Name'))}'"
        report.leave_out(where, "the group", "groups are of fixtures, not of channels", "write a group, or a master")
    for element in engine.findall("Palette"):
        where = f"Palette {whole(element.get('ID'))} '{line(element.get('Name'))}'"
        report.leave_out(where, f"the palette {line(element.get('Type'))}", "it does not come over", "see palettes")
    for universe in engine.findall("InputOutputMap/Universe"):
        where = f"Universe {whole(universe.get('ID')) + 1} '{line(universe.get('Name'))}'"
        for tag, what in (("Input", "input from"), ("Output", "output to"), ("Feedback", "feedback to")):
            for element in universe.findall(tag):
                plugin = f"{line(element.get('Plugin'))} {line(element.get('UID'))}".strip()
                do = "write where it goes under devices" if tag == "Output" else "see inputs"
                report.leave_out(where, f"{what} {plugin}", "wires are another machine's", do)
    if (monitor := engine.find("Monitor")) is not None and monitor.find("FxItem") is not None:
        report.leave_out("Monitor", "where fixtures are", "positions of its plan do not come over", "see position")


def tell_console(root: Element, report: ImportReport) -> None:
    """The virtual console and the simple desk, in a line each."""
    console = root.find("VirtualConsole")
    if console is not None:
        kinds = ("Button", "XYPad", "Slider", "SoloFrame", "CueList", "Label", "Clock", "SpeedDial", "AudioTriggers")
        found = Counter(each.tag for each in console.iter() if each.tag in {*kinds, "Matrix"})
        if found:
            said = ", ".join(f"{kind} {count}" for kind, count in found.items())
            report.leave_out("Virtual console", f"its widgets ({said})", "the console of showctl is not drawn")
        if (master := console.find("Properties/GrandMaster")) is not None:
            said = " ".join(line(each) for each in master.attrib.values())
            report.leave_out("Grand master", f"its settings ({said})", "ours scales intensity", "see grand master")
    desk = root.find("SimpleDesk/Engine")
    if desk is not None and len(desk):
        report.leave_out("Simple desk", f"its {len(desk)} cue stacks", "they are channels without fixtures")
