"""What is typed on the command line: an edit in words, or undo, redo, save."""

from collections.abc import Callable

from showctl.session.change import EditRefused
from showctl.session.edit_words import parse
from showctl.ui.editing import Editing
from showctl.ui.tongue import marked, tr

SAVE_AS = "save as"


def reading(text: str) -> str:
    """What Enter would do, or what is still to be written. Raises EditRefused."""
    words = text.strip()
    if words in ("undo", "redo", "save"):
        return tr(
            {
                "undo": marked("takes the last edit back"),
                "redo": marked("makes it again"),
                "save": marked("saves the show"),
            }[words]
        )
    if words == SAVE_AS or words.startswith(f"{SAVE_AS} "):
        name = words.removeprefix(SAVE_AS).strip()
        if not name:
            raise EditRefused(tr("write the name of the file, for example save as evening-2.yaml"))
        return tr("saves a copy as {name}").format(name=name)
    return parse(words).name


def carry_out(text: str, editing: Editing, done: Callable[[], None], failed: Callable[[str], None]) -> None:
    """Do it; `done` or `failed` is called once, later. Raises EditRefused for what means nothing."""
    words = text.strip()
    if words.startswith(SAVE_AS):
        reading(words)
        editing.save_as(words.removeprefix(SAVE_AS), done, failed)
    elif words in ("undo", "redo", "save"):
        {"undo": editing.undo, "redo": editing.redo, "save": editing.save}[words]()
        done()
    else:
        editing.do(parse(words), done, failed)
