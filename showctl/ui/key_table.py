"""The table of keys as docs/console.md has it: `python -m showctl.ui.key_table`."""

import sys

from showctl.ui.actions import ACTS
from showctl.ui.key_names import shown
from showctl.ui.mode import Mode

_WHERE = {
    "anywhere": "everywhere", "not typing": "but while text is typed", "list": "in the cue list",
    "window": "", "part": "",
}  # fmt: skip


def table() -> str:
    """In Markdown: command, keys, where and in which modes."""
    lines = ["| Command | Key | Works |", "|---|---|---|"]
    for act in ACTS:
        modes = "" if len(act.mode) == len(Mode) else ", ".join(mode.words.capitalize() for mode in act.mode)
        works = "; ".join(filter(None, (_WHERE[act.when], modes)))
        keys = ", ".join(f"`{shown(key)}`" for key in act.keys)
        lines.append(f"| {act.group}: {act.words} | {keys} | {works} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
