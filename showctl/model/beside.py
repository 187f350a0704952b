"""Names of files beside the show, and links: what a show file may point to."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from showctl.model.unit import Text

_LONGEST = 200
_LONGEST_LINK = 2000


def beside(name: str, example: str = "papers/stage.pdf") -> str:
    """A file in the folder of the show or below it, by a name that every system reads the same way. Raises
    ValueError."""
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ":" in parts[0] or ".." in parts:
        raise ValueError(f"'{name}' is not in the folder of the show; copy it there, and write for example {example}")
    if any(part in ("", ".") for part in parts) or not name.isprintable() or len(name) > _LONGEST:
        raise ValueError(f"'{name[:80]}' is no name of a file; write for example {example}")
    return unicodedata.normalize("NFC", name)


def _link(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+\S*", text) or not text.isprintable() or len(text) > _LONGEST_LINK:
        raise ValueError(f"'{text[:80]}' is not a link; write for example https://example.org/plan")
    return text


def _listed(value: Any) -> Any:
    """One, or a list of them."""
    return value if isinstance(value, list | tuple) else [value]


Files = Annotated[tuple[Annotated[Text, AfterValidator(beside)], ...], BeforeValidator(_listed)]
"""Files in the folder of the show or below it: `papers/stage.pdf`."""
Links = Annotated[tuple[Annotated[Text, AfterValidator(_link)], ...], BeforeValidator(_listed)]
"""Addresses on the web, which nothing opens by itself: `https://example.org/plan`."""
