"""Templates: small commented shows of a kind, from which a new show file is written."""

from pathlib import Path
from typing import NamedTuple

from showctl.shipped import shipped

TITLE = "New show"
"""What every template calls itself; a show that is made of it has a title of its own."""
EMPTY = "empty"


class Template(NamedTuple):
    """One of them."""

    name: str
    title: str
    about: str


TEMPLATES = (
    Template("theatre", "Theatre", "A light list with sound: house, preset, two acts, bows"),
    Template("gala", "Gala or conference", "Light, sound, video, the run of show, logistics"),
    Template("concert", "Concert", "Songs, a cart of hits, movers and masters"),
    Template(EMPTY, "Empty", "Nothing but a title: the console says how to begin"),
)
"""In the order in which they are offered. Each is `resources/templates/NAME.yaml`."""
NAMES = tuple(each.name for each in TEMPLATES)


def template_file(name: str) -> Path:
    """The file of a template. Raises FileNotFoundError if the installation is not whole."""
    return shipped("resources") / "templates" / f"{name}.yaml"


def from_template(name: str, title: str) -> str:
    """The text of a new show. `name`: one of NAMES."""
    text = template_file(name).read_text(encoding="utf-8")
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text.replace(f"  title: {TITLE}\n", f"  title: {quoted}\n", 1)


def title_of(file: Path) -> str:
    """The title of a show that is to be written to a file: its name in words."""
    words = file.stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or TITLE
