"""Which importer reads a file: by what stands in it, then by what its name ends with."""

import re
from pathlib import PurePath
from typing import Literal, get_args

from showctl.showfile.importer.report import NotImported

Kind = Literal["ascii", "eos-csv", "qlab-csv", "csv", "lsp", "qxw"]
"""USITT ASCII; cue lists that Eos and QLab write; a spreadsheet; Linux Show Player; QLC+."""
KINDS: tuple[Kind, ...] = get_args(Kind)
_ENDINGS: dict[str, Kind] = {
    **dict.fromkeys((".asc", ".ascii", ".alq"), "ascii"),
    **dict.fromkeys((".csv", ".tsv", ".tab", ".xlsx", ".xlsm"), "csv"),
    ".lsp": "lsp",
    ".qxw": "qxw",
}
_START = 65_536
"""Bytes in which a file must show what it is."""
_ASCII = re.compile(
    r"(?:manufacturer|console|clear)\b(?!.*[,;\t])|(?:cue|patch)[ \t]+[0-9]|set[ \t]+(?:patch\b|[0-9])", re.IGNORECASE
)
"""How the first line of USITT ASCII begins that is no comment."""
_IDENT = re.compile(r"ident\s+3\s*[:.,]\s*0", re.IGNORECASE)
"""The same in every file that keeps to the standard; of one that is called a table nothing less is believed."""
_TABLES = (".csv", ".tsv", ".tab")

_EOS = re.compile(r"^[^\w\r\n]{0,3}START_(?:TARGETS|LEVELS|CHANNELS|SHOWCONTROL)\b", re.MULTILINE)


def kind_of(data: bytes, file: str) -> Kind:
    """Which importer a file needs. Raises NotImported for what none reads."""
    start = data[:_START]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = start.decode("utf-16", "replace")
    else:
        text = start.decode("utf-8-sig", "replace")
    if start.startswith(b"PK\x03\x04") and b"xl/" in data:
        return "csv"
    if "<Workspace" in text and "qlcplus" in text:
        return "qxw"
    if text.lstrip().startswith("{") and '"cues"' in text and re.search('"(session|application|_type_)"', text):
        return "lsp"
    lines = (line.strip() for line in re.split(r"[\r\n]+", text))
    first = next((line for line in lines if line and not line.startswith("!")), "")
    ending = PurePath(file).suffix.casefold()
    if _IDENT.match(first) or (ending not in _TABLES and _ASCII.match(first)):
        return "ascii"
    if _EOS.search(text):
        return "eos-csv"
    if _is_qlab(text):
        return "qlab-csv"
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if ending == ".txt" and ("\t" in text or "," in text):
        return "csv"
    endings = ", ".join(_ENDINGS)
    raise NotImported(
        f"what is in it tells no program, and '{ending or PurePath(file).name}' is no ending of files that are "
        f"imported; name one that ends in {endings}, or say what it is with --as"
    )


def _is_qlab(text: str) -> bool:
    """Whether the first line has the columns of a QLab cue list that our own tables do not have."""
    line = next((line for line in text.splitlines() if line.strip()), "").casefold()
    words = {word.strip(' "') for word in re.split(r"[,;\t]", line)}
    if not {"number", "type"} <= words or not words & {"name", "cue name"}:
        return False
    return bool(words & {"pre wait", "continue mode", "continue", "follow", "target", "file target", "group mode"})
