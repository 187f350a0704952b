"""All that people read in the console goes through `tr`, or is `marked` in a table: literals that are shown as they are
stand out here."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from showctl import ui

CONSOLE = Path(ui.__file__).parent
WORDS = re.compile(r"[^\W\d_]{2}")
SHOWN: dict[str, tuple[int | str, ...]] = {
    **dict.fromkeys(("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setTitle"), (0,)),
    **dict.fromkeys(("setPlaceholderText", "setWindowTitle", "setStatusTip", "addItem", "addAction", "addMenu"), (0,)),
    **dict.fromkeys(
        ("setTabText", "setTabToolTip", "setItemText", "setAccessibleTabName", "insertTab", "addTab"), (0, 1)
    ),
    **dict.fromkeys(("QLabel", "QCheckBox", "QRadioButton", "QToolButton", "TypedLine", "Chips", "caption"), (0, 1)),
    **dict.fromkeys(("QPushButton", "QAction", "QGroupBox", "QDockWidget"), (0, 1)),
    "drawText": (0, 1, 2, 3, 4, 5, 6, 7),
    "draw_text": (2,),
    "Row": (1, 4, "caption", "group", "help", "default"),
    "FlagKind": (0, 1, 2, "yes", "no", "unwritten"),
    "Offer": (1, 3, "words", "off"),
    "Line": (1, 2, "text", "tag"),
    "line": (0, 1, 2),
    "say": (0, 1),
    "show_text": (0,),
    "put": (0,),
    "guard": (1,),
    "EditRefused": (0,),
    "Several": (1,),
    "Later": (0,),
}
"""What shows words: its arguments that do, by place or by name."""
THROUGH = {"tr", "marked"}
KEEPING = {"format", "join", "strip", "rstrip", "replace", "capitalize"}
"""Calls that give back words which they are given."""
KEPT = {
    "showctl": "the name of the program",
    "GRP": "the code of a group, as LX and SND",
    " (Alt+": "a key",
    "#ff8800, 3200 K, L201, amber": "as it is written in a show file",
    "spot1..spot4": "as it is written in a show file",
    "front": "as it is written in a show file",
    "front1..front4": "as it is written in a show file",
    "desk": "as it is written in a show file",
}
"""What is shown as it is, and why."""


def name_of(call: ast.Call) -> str:
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def plain(node: ast.expr) -> Iterator[str]:
    """The literals that come out of an expression as they are."""
    match node:
        case ast.Constant(value=str(words)) if WORDS.search(words):
            yield words
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from plain(part.value if isinstance(part, ast.FormattedValue) else part)
        case ast.IfExp(body=one, orelse=other):
            yield from (*plain(one), *plain(other))
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from plain(part)
        case ast.BinOp(left=one, op=ast.Add(), right=other):
            yield from (*plain(one), *plain(other))
        case ast.Subscript(value=ast.Dict(values=parts)):
            for part in parts:
                yield from plain(part)
        case ast.Call() if name_of(node) in KEEPING and isinstance(node.func, ast.Attribute):
            yield from plain(node.func.value)


def shown(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that are shown."""
    name = name_of(call)
    places = SHOWN.get(name, ())
    if name == "emit" and isinstance(call.func, ast.Attribute):
        of = call.func.value
        places = (0,) if (of.attr if isinstance(of, ast.Attribute) else getattr(of, "id", "")) == "said" else ()
    yield from (each for at, each in enumerate(call.args) if at in places)
    yield from (each.value for each in call.keywords if each.arg in places)
    if name == "ChoiceKind":
        for pair in ast.walk(call):
            if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
                yield from (each for each in pair.elts[1:] if isinstance(each, ast.Constant))


def untranslated(source: str) -> Iterator[tuple[int, str]]:
    """Line and words of each."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and name_of(node) not in THROUGH:
            for each in shown(node):
                yield from ((each.lineno, words) for words in plain(each))


def test_what_is_shown_goes_through_tr() -> None:
    found = {
        words: f"{file.relative_to(CONSOLE)}:{line}"
        for file in CONSOLE.rglob("*.py")
        for line, words in untranslated(file.read_text(encoding="utf-8"))
    }
    assert {words: where for words, where in found.items() if words not in KEPT} == {}
    assert KEPT.keys() <= found.keys()


def test_literals_that_are_shown_are_found() -> None:
    source = """
label.setText("Cue" if one else f"{count} cues")
button = QPushButton(icon, tr("Go") + " now")
desk.said.emit("Saved as {file}.".format(file=file))
Row(("wait",), "Waits", kind, group=marked("Wait"))
ChoiceKind(((KEY, "One"), ("two", tr("Two"))))
label.setText(tr("Cue {cue}").format(cue=cue))
label.setObjectName("name")
"""
    assert [words for _, words in untranslated(source)] == ["Cue", " cues", " now", "Saved as {file}.", "Waits", "One"]
