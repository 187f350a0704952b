"""Keys that belong to the part that has the keyboard, and to no act: the overlay shows them, and nobody gets them."""

from showctl.model.hotkey import CONSOLE_KEYS
from showctl.ui.act import Act
from showctl.ui.mode import Mode
from showctl.ui.tongue import marked

_BANNERS = tuple(key for key, use in CONSOLE_KEYS.items() if use == "answers questions")
_LISTS = tuple(f"Alt+{digit}" for digit in range(1, 10))
_EDIT = (Mode.EDIT,)

BUILT_IN: tuple[Act, ...] = (
    Act(
        "step",
        marked("Standby to the cue before, after; in Edit the selection"),
        marked("List"),
        ("Up", "Down"),
        when="list",
    ),
    Act("ends", marked("Standby to the first cue, the last"), marked("List"), ("Home", "End"), when="list"),
    Act("pages", marked("Scroll"), marked("List"), ("PgUp", "PgDown"), when="list"),
    Act("fold", marked("Fold, unfold"), marked("List"), ("Left", "Right"), when="list"),
    Act("fold all", marked("Fold, unfold all"), marked("List"), ("Ctrl+Left", "Ctrl+Right"), when="list"),
    Act("extend", marked("Select more"), marked("List"), ("Shift+Up", "Shift+Down"), when="list"),
    Act(
        "step standby",
        marked("Standby to the cue before, after"),
        marked("List"),
        ("Ctrl+Up", "Ctrl+Down"),
        _EDIT,
        "list",
    ),
    Act(
        "enter",
        marked("Standby to the selected cue; in Edit write its label"),
        marked("List"),
        ("Return",),
        when="list",
    ),
    Act("enter standby", marked("Standby to the selected cue"), marked("List"), ("Ctrl+Return",), when="list"),
    Act("menu", marked("What can be done with the cue"), marked("List"), ("Menu", "Shift+F10"), when="list"),
    Act("number", marked("Go to the cue whose number is typed"), marked("List"), tuple("0123456789"), when="list"),
    Act("list beside", marked("The next list, the one before"), marked("List"), ("Ctrl+PgDown", "Ctrl+PgUp")),
    Act("list", marked("Lists 1 to 9"), marked("List"), _LISTS),
    Act("region", marked("The next region, the one before"), marked("Pages"), ("Tab", "Shift+Tab"), when="anywhere"),
    Act("side tab", marked("The next tab of the side panel"), marked("Pages"), ("Ctrl+Tab",)),
    Act("flash", marked("Flash the master in hand, while it is held"), marked("Light"), ("F",), when="part"),
    Act("banner", marked("Answer the question of a banner"), marked("Show file"), _BANNERS),
)
