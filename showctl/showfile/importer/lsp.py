"""Sessions of Linux Show Player (.lsp) 0.4 to 0.6: JSON with cues one after the other.

The list layout becomes a cue list, the cart layout a cart. What sounds there no device of ours plays: media cues become
memos that say what it was. Shell commands become memos, never anything that runs.
"""

from pathlib import PurePath
from typing import Any

from showctl.showfile.importer import lsp_acting, lsp_media, lsp_message
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.json_values import items, line, mapping, parsed_json
from showctl.showfile.importer.lsp_cue import Session, common, continued, numbered, tell_unused
from showctl.showfile.importer.report import ImportReport, NotImported

MOST_CUES = 20_000
_CART = "cart"
"""What the list is called that the buttons of a cart become."""


def read(data: bytes, file: str, asked: Asked) -> ImportedShow:
    """Import one session. Raises NotImported."""
    tree = parsed_json(data)
    report = ImportReport(file)
    if not isinstance(tree.get("cues"), list):
        raise NotImported("it has no list of cues; is it a session of Linux Show Player?")
    session = _session(tree, report)
    draft = Draft(show={"title": line(PurePath(file).stem) or "Imported session"})
    cues = [_cue(session, place) for place in range(len(session.cues))]
    if session.cart:
        draft.lists[asked.list or _CART] = {"cart": "yes", "cues": cues}
    elif asked.list:
        draft.lists[asked.list] = {"cues": cues}
    else:
        draft.cues = cues
    draft.devices = lsp_message.devices(session)
    report.carry("cues", sum(1 for _ in draft.walk()))
    _tell_rest(tree, report)
    return ImportedShow(draft, report)


def _session(tree: dict[str, Any], report: ImportReport) -> Session:
    written = items(tree["cues"])
    if len(written) > MOST_CUES:
        raise NotImported(f"it has {len(written)} cues; at most {MOST_CUES} are read")
    cues = [each for each in written if isinstance(each, dict)]
    if len(cues) < len(written):
        report.leave_out("cues", f"{len(written) - len(cues)} of them are no objects", "the file is damaged")
    layout = line(mapping(tree.get("application")).get("layout") or mapping(tree.get("session")).get("layout_type"))
    if not layout:
        report.choose("session", "its cues become a cue list", "it does not say which layout it has")
    return numbered(cues, "cart" in layout.casefold(), report)


def _cue(session: Session, place: int) -> Entry:
    cue = session.cues[place]
    where = session.where(place)
    action = (
        lsp_message.action(cue, where, session)
        or lsp_acting.action(cue, place, session)
        or lsp_media.action(cue, place, session)
    )
    said = {"cue": str(place + 1), **common(cue, where, action.notes, session.report)}
    said |= continued(session, place, action.lasts)
    tell_unused(cue, where, session.report)
    children = [Entry({"cue": f"{place + 1}.{n}", **child}, where) for n, child in enumerate(action.inside, 1)]
    return Entry(said | action.keys | ({"cues": children} if children else {}), where)


def _tell_rest(tree: dict[str, Any], report: ImportReport) -> None:
    plugins = mapping(tree.get("plugins")) | mapping(mapping(tree.get("session")).get("plugins"))
    for name, settings in plugins.items():
        if settings:
            report.leave_out("session", f"what the plugin {line(name)} has set", "showctl has no such plugin")
