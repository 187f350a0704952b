"""Names of files in a bundle: such as any system can keep, and that lead nowhere but below its folder."""

import re
import unicodedata

LONGEST = 120
"""Characters of one part of a name, and twice that of the whole: with the folder before it a path stays within the 260
characters that Windows takes."""
DEEPEST = 8
"""Folders inside each other."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE | re.DOTALL)
"""What Windows takes for a device, whatever ending it has."""
_SIGNS = '<>:"|?*'


def wrong_name(name: str) -> str:
    """Why a name can be no name of a file in a bundle, `it …`; empty where it can."""
    if not name:
        return "has no name"
    if "\\" in name:
        return "has a backslash in its name"
    if re.match(r"[A-Za-z]:", name):
        return "names a drive"
    if name.startswith("/"):
        return "has an absolute name"
    parts = name.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "leads out of its folder" if ".." in parts else "has an empty part in its name"
    if not name.isprintable():
        return "has a character in its name that cannot be printed"
    if any(sign in name for sign in _SIGNS):
        return f"has one of {_SIGNS} in its name, which not every system can keep"
    if any(part.endswith((".", " ")) or part.startswith(" ") for part in parts):
        return "has a part that begins with a blank, or ends with a blank or a dot"
    if any(_DEVICES.fullmatch(part) for part in parts):
        return "has the name of a device"
    if unicodedata.normalize("NFC", name) != name:
        return "has letters with marks apart from them (not Unicode NFC)"
    if len(parts) > DEEPEST + 1 or len(name) > 2 * LONGEST or any(len(part) > LONGEST for part in parts):
        return "has a name that is too long"
    return ""


def same_name(name: str) -> str:
    """What is equal for names that some system cannot tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())


def safe_name(name: str) -> str:
    """The name itself where every system can keep it, else one like it that they can."""
    name = unicodedata.normalize("NFC", name)
    if not wrong_name(name):
        return name
    stem, dot, ending = name.rpartition(".")
    kept = "".join(sign if sign.isalnum() or sign in " -_+.()" else "-" for sign in stem if sign.isprintable())
    kept = kept.strip(" .-")[: LONGEST - 20] or "show"
    return f"{'show ' if wrong_name(kept) else ''}{kept}.{ending if dot and ending.isalnum() else 'yaml'}"
