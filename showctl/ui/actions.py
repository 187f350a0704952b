"""Every key of the console, in one table: what it does, where it works, and who is asked."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from showctl.ui.act import ALL, Act, When
from showctl.ui.bindings import Bindings, Owner
from showctl.ui.day_table import DAY
from showctl.ui.key_names import number, numbers, shown
from showctl.ui.mode import LOCKED, Mode, Modes
from showctl.ui.tongue import marked, tr

_EDIT = (Mode.EDIT,)
_CORRECT = (Mode.EDIT, Mode.REHEARSE)

ACTS: tuple[Act, ...] = (
    Act("go", "GO", marked("Play"), ("Space",), when="not typing"),
    Act(
        "go anywhere",
        marked("GO, while text is typed, too"),
        marked("Play"),
        ("Ctrl+Space",),
        when="anywhere",
        fixed=True,
    ),
    Act("panic", marked("Panic; again: at once"), marked("Play"), ("Esc",), when="anywhere", fixed=True),
    Act("pause all", marked("Pause all"), marked("Play"), ("[",), when="not typing"),
    Act("resume all", marked("Resume all"), marked("Play"), ("]",), when="not typing"),
    Act("stop all", marked("Stop all"), marked("Play")),
    Act("blackout", marked("Blackout"), marked("Light"), ("B",), when="not typing"),
    Act("grand master", marked("Take the grand master in hand"), marked("Light"), ("Shift+B",), when="not typing"),
    Act("masters", marked("Show the masters"), marked("Light"), ("M",), when="not typing"),
    Act("highlight", marked("Highlight and park"), marked("Light"), ("H",), when="not typing"),
    Act("devices", marked("Details of the devices"), marked("Devices"), ("Ctrl+Shift+I",)),
    Act("lateness", marked("How late messages leave"), marked("Devices")),
    Act("override sacn", marked("Override light, or end that"), marked("Devices")),
    Act("override osc", marked("Override OSC, or end that"), marked("Devices")),
    Act("override midi", marked("Override MIDI, or end that"), marked("Devices")),
    Act("start", marked("Start the cue, standby stays"), marked("Cue"), ("V",), when="list"),
    Act("pause", marked("Pause or resume"), marked("Cue"), ("P",), when="list"),
    Act("stop", marked("Stop"), marked("Cue"), ("S",), when="list"),
    Act("load", marked("Load to a time"), marked("Cue"), ("L",), when="list"),
    Act("skip wait", marked("Skip the wait that it is in"), marked("Cue"), ("K",), when="list"),
    Act("send now", marked("Send now what it does, without starting it"), marked("Cue"), ("Shift+V",), when="list"),
    Act("take", marked("Take the show from the cue"), marked("Cue"), ("T",), when="list"),
    Act("arm", marked("Arm or disarm for the evening"), marked("Cue"), ("Shift+A",), when="list"),
    Act("flag", marked("Flag for the evening"), marked("Cue"), ("Shift+F",), when="list"),
    *DAY,
    Act("new light", marked("New light cue"), marked("New cue"), ("Ctrl+1",), _EDIT),
    Act("new audio", marked("New audio cue"), marked("New cue"), ("Ctrl+2",), _EDIT),
    Act("new video", marked("New video cue"), marked("New cue"), ("Ctrl+3",), _EDIT),
    Act("new stage", marked("New stage cue"), marked("New cue"), ("Ctrl+4",), _EDIT),
    Act("new group", marked("New group"), marked("New cue"), ("Ctrl+0",), _EDIT),
    Act("new osc", marked("New OSC cue"), marked("New cue"), ("Ctrl+5",), _EDIT),
    Act("new midi", marked("New MIDI cue"), marked("New cue"), ("Ctrl+6",), _EDIT),
    Act("new fade", marked("New fade cue"), marked("New cue"), ("Ctrl+7",), _EDIT),
    Act("new wait", marked("New wait cue"), marked("New cue"), ("Ctrl+8",), _EDIT),
    Act("new other", marked("Another kind of cue …"), marked("New cue"), ("Ctrl+9",), _EDIT),
    Act("new start", marked("New start cue"), marked("New cue"), (), _EDIT),
    Act("new stop", marked("New stop cue"), marked("New cue"), (), _EDIT),
    Act("new pause", marked("New pause cue"), marked("New cue"), (), _EDIT),
    Act("new resume", marked("New resume cue"), marked("New cue"), (), _EDIT),
    Act("new load", marked("New load cue"), marked("New cue"), (), _EDIT),
    Act("new go to", marked("New go to cue"), marked("New cue"), (), _EDIT),
    Act("new arm", marked("New arm cue"), marked("New cue"), (), _EDIT),
    Act("new disarm", marked("New disarm cue"), marked("New cue"), (), _EDIT),
    Act("new release", marked("New release cue"), marked("New cue"), (), _EDIT),
    Act("new panic", marked("New panic cue"), marked("New cue"), (), _EDIT),
    Act("find", marked("Find"), marked("Edit"), ("Ctrl+F",)),
    Act("replace", marked("Find and replace"), marked("Edit"), ("Ctrl+H",), _EDIT),
    Act("select all", marked("Select all"), marked("Edit"), ("Ctrl+A",), _CORRECT, "list"),
    Act("cut", marked("Cut"), marked("Edit"), ("Ctrl+X",), _EDIT, "list"),
    Act("copy", marked("Copy as text"), marked("Edit"), ("Ctrl+C",), when="list"),
    Act("paste", marked("Paste after the selection"), marked("Edit"), ("Ctrl+V",), _EDIT, "list"),
    Act("paste properties", marked("Paste selected properties"), marked("Edit"), ("Ctrl+Shift+V",), _EDIT, "list"),
    Act("duplicate", marked("Duplicate"), marked("Edit"), ("Ctrl+D",), _EDIT, "list"),
    Act("delete", marked("Delete"), marked("Edit"), ("Del",), _EDIT, "list"),
    Act("group", marked("Group the selection"), marked("Edit"), ("Ctrl+G",), _EDIT, "list"),
    Act("ungroup", marked("Ungroup"), marked("Edit"), ("Ctrl+Shift+G",), _EDIT, "list"),
    Act("renumber", marked("Renumber"), marked("Edit"), ("Ctrl+R",), _EDIT, "list"),
    Act("move up", marked("Move up"), marked("Edit"), ("Alt+Up",), _EDIT, "list"),
    Act("move down", marked("Move down"), marked("Edit"), ("Alt+Down",), _EDIT, "list"),
    Act("move in", marked("Move into the group above"), marked("Edit"), ("Alt+Right",), _EDIT, "list"),
    Act("move out", marked("Move out of its group"), marked("Edit"), ("Alt+Left",), _EDIT, "list"),
    Act("continue", marked("What follows: nothing, auto-continue, auto-follow"), marked("Edit"), ("C",), _EDIT, "list"),
    Act("template", marked("Make it the template of new cues"), marked("Edit"), (), _EDIT),
    Act(
        "inspect",
        marked("Times, label and notes of the cue; F5: back to the list"),
        marked("Edit"),
        ("Ctrl+I",),
        _CORRECT,
    ),
    Act("undo", marked("Undo"), marked("Edit"), ("Ctrl+Z",), _CORRECT),
    Act("redo", marked("Redo"), marked("Edit"), ("Ctrl+Shift+Z",), _CORRECT),
    Act("undo list", marked("List of edits"), marked("Edit"), ("Alt+Z",)),
    Act("command line", marked("Command line"), marked("Edit"), (":",), when="not typing"),
    Act("new show", marked("New show, from a template"), marked("Show file"), ("Ctrl+N",)),
    Act("open show", marked("Open another show"), marked("Show file"), ("Ctrl+O",)),
    Act("show file", marked("Show file: new, open, save, import, export"), marked("Show file"), ("Alt+F",)),
    Act("import", marked("Import a file of another program"), marked("Show file"), ("Ctrl+Shift+O",)),
    Act("export", marked("Export: tables, USITT ASCII, a bundle"), marked("Show file"), ("Ctrl+Shift+E",)),
    Act("tour", marked("Tour: the first show in five steps"), marked("Show file")),
    Act("save", marked("Save"), marked("Show file"), ("Ctrl+S",)),
    Act("save as", marked("Save a copy as"), marked("Show file"), ("Ctrl+Shift+S",)),
    Act("compare", marked("Compare"), marked("Show file"), ("Ctrl+Shift+D",)),
    Act(
        "close opened", marked("Close what is open: field, menu, panel, window of a page"), marked("Pages"), ("Ctrl+W",)
    ),
    Act("close", marked("Close the console"), marked("Show file"), ("Ctrl+Q",)),
    Act("page cues", marked("Cues"), marked("Pages"), ("F5",)),
    Act("page patch", marked("Patch"), marked("Pages"), ("F6",)),
    Act("page rig", marked("Rig"), marked("Pages"), ("F7",)),
    Act("page check", marked("Check"), marked("Pages"), ("F9",)),
    Act("page log", marked("Log"), marked("Pages"), ("Shift+F9",)),
    Act("page settings", marked("Settings"), marked("Pages"), ("Ctrl+,",)),
    Act("window patch", marked("Patch in a window of its own"), marked("Pages"), ("Ctrl+Shift+F6",)),
    Act("window rig", marked("Rig in a window of its own"), marked("Pages"), ("Ctrl+Shift+F7",)),
    Act("window check", marked("Check in a window of its own"), marked("Pages"), ("Ctrl+Shift+F9",)),
    Act("window log", marked("Log in a window of its own"), marked("Pages")),
    Act("side", marked("Show or hide the side panel"), marked("Pages"), ("Ctrl+B",)),
    Act("place go", marked("Put GO where the settings say"), marked("Pages")),
    Act("full screen", marked("Full screen, and back"), marked("Pages"), ("F11",)),
    Act("caller", marked("Caller view, and away with it"), marked("Pages"), ("F12",)),
    Act("brighter", marked("Booth colours brighter"), marked("Look"), ("Ctrl+Alt+Up",)),
    Act("darker", marked("Booth colours darker"), marked("Look"), ("Ctrl+Alt+Down",)),
    Act("text larger", marked("Text larger, from the next start on"), marked("Look"), ("Ctrl++", "Ctrl+=")),
    Act("text smaller", marked("Text smaller, from the next start on"), marked("Look"), ("Ctrl+-",)),
    Act("rehearse", marked("Rehearse; from there: Edit"), marked("Mode"), ("Ctrl+Shift+R",), _CORRECT),
    Act(
        "lock",
        marked("Show mode on; held for a second: off"),
        marked("Mode"),
        ("Ctrl+Shift+L",),
        when="anywhere",
        fixed=True,
    ),
    Act("keys", marked("All keys"), marked("Help"), ("?",), when="not typing"),
    Act("commands", marked("Every command by its name"), marked("Help"), ("Ctrl+K",)),
)


class Actions(QObject):
    """Who does what each line says, by which key. A line that nobody has bound does nothing, and has no key."""

    changed = Signal()
    """Something was bound, or has another key; or the hotkeys of the show are others."""
    refused = Signal(str)
    """What was asked for cannot be done in this mode: a sentence."""

    def __init__(self, modes: Modes, parent: QObject | None = None, settings: QSettings | None = None) -> None:
        super().__init__(parent)
        self._modes = modes
        self._acts = {act.id: act for act in ACTS}
        self._bindings = Bindings(ACTS, settings)
        self._bound: dict[str, Callable[[], object]] = {}
        self._windows: list[QWidget] = []
        self._shortcuts: list[QShortcut] = []
        self._by_number: dict[int, list[Act]] | None = None
        self.catch: Callable[[QKeyEvent], None] | None = None
        """While somebody chooses a key: gets the next one, and nothing else does."""

    def bind(self, identity: str, act: Callable[[], object]) -> None:
        """Say who does it; a second one takes the place of the first."""
        known = self._acts[identity]
        fresh = identity not in self._bound
        self._bound[identity] = act
        if fresh and known.when == "window":
            for window in self._windows:
                self._serve(window, known)
        self._by_number = None
        self.changed.emit()

    # Keys ------------------------------------------------------------------------------------------------------------

    def serve(self, window: QWidget) -> None:
        """Let the keys of `window` work in this one."""
        self._windows.append(window)
        window.destroyed.connect(lambda: self._forget(window))
        for identity in self._bound:
            if self._acts[identity].when == "window":
                self._serve(window, self._acts[identity])

    def _forget(self, window: QWidget) -> None:
        self._windows.remove(window)
        self._shortcuts = [each for each in self._shortcuts if each.property("of") != id(window)]

    def _serve(self, window: QWidget, act: Act) -> None:
        for key in self._bindings.keys(act.id):
            shortcut = QShortcut(QKeySequence(key), window, lambda: self.run(act.id), autoRepeat=False)
            shortcut.setProperty("of", id(window))
            self._shortcuts.append(shortcut)

    def pressed(self, event: QKeyEvent, *when: When) -> str:
        """The act whose key it is, among those that work `when`, and that somebody has bound; empty for none."""
        if self._by_number is None:
            self._by_number = {}
            for identity in self._bound:
                for key in self._bindings.keys(identity):
                    self._by_number.setdefault(number(key), []).append(self._acts[identity])
        for each in numbers(event):
            for act in self._by_number.get(each, ()):
                if act.when in when and self._modes.mode in act.mode:
                    return act.id
        return ""

    def key(self, identity: str) -> str:
        """The key that is shown for it; empty where it has none."""
        keys = self._bindings.keys(identity)
        return shown(keys[0]) if keys else ""

    def keys(self, identity: str) -> tuple[str, ...]:
        """All of them, as Qt writes them."""
        return self._bindings.keys(identity)

    def is_fixed(self, identity: str) -> bool:
        """Whether its keys cannot be others."""
        return self._acts[identity].fixed

    def is_own(self, identity: str) -> bool:
        """Whether its keys were chosen here."""
        return self._bindings.is_own(identity)

    def choose(self, identity: str, *keys: str) -> None:
        """Give it other keys, on this machine."""
        self._bindings.choose(identity, keys)
        self._serve_anew()

    def reset(self, identity: str) -> None:
        """Its keys are those of the table again."""
        self.choose(identity, *self._acts[identity].keys)

    def reset_all(self) -> None:
        self._bindings.reset_all()
        self._serve_anew()

    def _serve_anew(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        self._by_number = None
        for window in self._windows:
            for identity in self._bound:
                if self._acts[identity].when == "window":
                    self._serve(window, self._acts[identity])
        self.changed.emit()

    def owners(self, key: str, besides: str) -> list[Owner]:
        """Who has a key already, where it would work for this act."""
        return self._bindings.owners(key, besides)

    def conflicts(self, identity: str) -> list[Owner]:
        """Who else wants its keys."""
        return self._bindings.conflicts(identity)

    def take_hotkeys(self, said: Mapping[str, str]) -> None:
        """The hotkeys of the show, and in words what they start."""
        if self._bindings.hotkeys != said:
            self._bindings.hotkeys = dict(said)
            self.changed.emit()

    # Acts ------------------------------------------------------------------------------------------------------------

    @property
    def bound(self) -> tuple[Act, ...]:
        """What somebody does, in the order of the table."""
        return tuple(act for act in ACTS if act.id in self._bound)

    def is_bound(self, identity: str) -> bool:
        return identity in self._bound

    def words(self, identity: str) -> str:
        return tr(self._acts[identity].words)

    def refusal(self, identity: str) -> str:
        """Why it cannot be done in this mode; empty: it can."""
        if self._modes.mode in self._acts[identity].mode:
            return ""
        return self._modes.may_edit() or tr("{words}: not in this mode").format(words=self.words(identity))

    def run(self, identity: str) -> None:
        """Do it, if this mode allows it and somebody has bound it."""
        refused = self.refusal(identity)
        if refused:
            self.refused.emit(refused)
        elif identity in self._bound:
            self._bound[identity]()


__all__ = ["ACTS", "ALL", "LOCKED", "Act", "Actions", "When"]
