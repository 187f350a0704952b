"""Edits in words, and files of them."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from showctl.session.edit import (
    Delete,
    Duplicate,
    Edit,
    EditRefused,
    Insert,
    Move,
    Place,
    Remove,
    Rename,
    Renumber,
    RenumberEach,
    Set,
)
from showctl.session.edit_file import read_edits
from showctl.session.edit_words import VERBS, parse, parsed
from showctl.showfile.item import KINDS, Item
from showctl.showfile.report import Refused


def cue(number: str) -> Item:
    return Item("cue", number)


@pytest.mark.parametrize(
    ("words", "edit"),
    [
        ('set cue 12 label "House: open"', Set(cue("12"), ("label",), '"House: open"')),
        ("set cue 12 label House open", Set(cue("12"), ("label",), "House open")),
        ('set cue 12 label ""', Set(cue("12"), ("label",), '""')),
        ("set cue foyer/2 light time up 3s", Set(cue("foyer/2"), ("light", "time", "up"), "3s")),
        ("set cue main/2 light time {up: 3s, down: 2s}", Set(cue("2"), ("light", "time"), "{up: 3s, down: 2s}")),
        ("set cue 1 light look front 50%", Set(cue("1"), ("light", "look", "front"), "50%")),
        ("set cue 1 light look front pan -30..30", Set(cue("1"), ("light", "look", "front", "pan"), "-30..30")),
        ("set cue 1 starts segment doors", Set(cue("1"), ("starts segment",), "doors")),
        ("set cue 1 go to 4", Set(cue("1"), ("go to",), "4")),
        ("set cue 1 colour #ff0000", Set(cue("1"), ("colour",), '"#ff0000"')),
        ("set cue 1 osc args 1 '\"5\"'", Set(cue("1"), ("osc", "args", 0), '"5"')),
        ("set show title Gala", Set(Item("show"), ("title",), "Gala")),
        ("set group front a1..a4", Set(Item("group", "front"), (), "a1..a4")),
        ("set palette colour gold #ffb43c", Set(Item("palette", "colour gold"), (), '"#ffb43c"')),
        ("set inputs midi buttons 2 park spot1", Set(Item("inputs"), ("midi", "buttons", 1, "park"), "spot1")),
        ("set cue 1 x-desk 7", Set(cue("1"), ("x-desk",), "7")),
        ("remove cue 12 pre-wait", Remove(cue("12"), ("pre-wait",))),
        (
            'insert cue after 12 "cue: 12.5, wait: 3s"',
            Insert("cue", "{cue: 12.5, wait: 3s}", Place("after", cue("12"))),
        ),
        ("insert cue in 4 {wait: 3s}", Insert("cue", "{wait: 3s}", Place("end", cue("4")))),
        ('insert cue in list foyer "wait: 3s"', Insert("cue", "{wait: 3s}", Place("end", Item("list", "foyer")))),
        ('insert device keys "type: midi, port: A"', Insert("device", "{type: midi, port: A}", called="keys")),
        ("insert palette intensity low 30%", Insert("palette", "30%", called="intensity low")),
        (
            'insert segment late before doors "duration: 5m"',
            Insert("segment", "{duration: 5m}", Place("before", Item("segment", "doors")), "late"),
        ),
        ("delete cue 12 13 device desk", Delete((cue("12"), cue("13"), Item("device", "desk")))),
        ("delete show", Delete((Item("show"),))),
        ("move cue 5 6 after 12", Move((cue("5"), cue("6")), Place("after", cue("12")))),
        ("move cue 5 to start of list foyer", Move((cue("5"),), Place("start", Item("list", "foyer")))),
        ("move device rig to start", Move((Item("device", "rig"),), Place("start"))),
        ("renumber 10..20 from 100 step 0.5", Renumber("10", "20", "100", "0.5")),
        ("renumber cue 10..20 --from 100", Renumber("10", "20", "100")),
        ("renumber 12 to 13", RenumberEach({"12": "13"})),
        ("rename device desk to foh", Rename(Item("device", "desk"), "foh")),
        ('rename device "FOH desk" foh', Rename(Item("device", "FOH desk"), "foh")),
        ("duplicate cue 12", Duplicate(cue("12"))),
        ("duplicate device desk as foh", Duplicate(Item("device", "desk"), "foh")),
    ],
)
def test_what_words_mean(words: str, edit: Edit) -> None:
    assert parse(words) == edit


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "no edit is named; write set, remove"),
        ("sett cue 1 label x", "did you mean 'set'"),
        ("set cue 1 lable x", "cue 1 has no lable; did you mean 'label'?"),
        ("set cue 1 look x", "write light look"),
        ("set cues 1 label x", "did you mean 'cue'"),
        ("set cue 1 label", "what is"),
        ("remove cue 1 lable", "did you mean 'label'"),
        ('set cue 1 label "x', "a quotation is not closed"),
        ("delete", "write for example delete cue 12 13"),
        ("renumber 10..20", "write for example renumber"),
        ("insert rug x", "'rug' cannot be inserted"),
        ("move cue 5", "write for example move"),
    ],
)
def test_words_that_mean_nothing(words: str, said: str) -> None:
    with pytest.raises(EditRefused) as refused:
        parse(words)
    assert said in str(refused.value)


_MORE = [
    "12",
    "10..20",
    "label",
    "light",
    "time",
    "look",
    "front",
    "to",
    "after",
    "in",
    "at",
    "start",
    "from",
    "step",
    "list",
    "main",
    "{",
    '"',
    "'",
    "\\",
    "#",
    "x-a",
    "1",
    "--from",
    "&a",
    "é",
]
_WORDS = st.sampled_from([*VERBS, *KINDS, *_MORE, "colour gold", "{wait: 3s}", "&a *a", "\x00"])


@settings(max_examples=400, deadline=None)
@example(["set", "cue", "12", "light", "{"])
@given(st.lists(st.one_of(_WORDS, st.text(max_size=10)), max_size=8))
def test_any_words_are_an_edit_or_refused_in_one_line(words: list[str]) -> None:
    for read in (lambda: parsed(words), lambda: parse(" ".join(words))):
        try:
            assert read().name
        except EditRefused as why:
            said = str(why)
        else:
            continue
        assert said
        assert "\n" not in said


FILE = """\
# two things to do
- set cue 1 label "Doors"
- {set: cue 1 notes, to: "Wait: then go"}
- insert: cue
  after: 21
  value: {cue: 22, wait: 3s}
- delete: [cue 2, "cue 3..5"]
- renumber: {"7": 8}
- {renumber: 10..20, from: 100}
- {rename: device desk, to: foh}
- {duplicate: cue 12, as: 12.5}
- {move: cue 5, in: list foyer}
- {remove: cue 1 light time}
"""


def test_a_file_of_edits() -> None:
    listed = read_edits(FILE.encode(), "edits.yaml")
    assert listed.edits == (
        Set(cue("1"), ("label",), "Doors"),
        Set(cue("1"), ("notes",), '"Wait: then go"'),
        Insert("cue", "{cue: 22, wait: 3s}", Place("after", cue("21"))),
        Delete((cue("2"), cue("3..5"))),
        RenumberEach({"7": "8"}),
        Renumber("10", "20", "100"),
        Rename(Item("device", "desk"), "foh"),
        Duplicate(cue("12"), "12.5"),
        Move((cue("5"),), Place("end", Item("list", "foyer"))),
        Remove(cue("1"), ("light", "time")),
    )
    assert listed.places[2] == (4, 3)
    assert read_edits(b'["delete cue 12", {"set": "cue 1 label", "to": "x"}]', "edits.json").edits[0] == Delete(
        (cue("12"),)
    )


def test_every_mistake_of_a_file_is_told_with_its_line() -> None:
    with pytest.raises(Refused) as refused:
        read_edits(b"- delete cue 1\n- delte cue 1\n- {set: cue 1 label, too: x}\n- [1]\n", "e.yaml")
    assert [(p.line, p.what, p.remedy) for p in refused.value.problems] == [
        (2, "edit 2: 'delte' is no edit", "did you mean 'delete'?"),
        (3, "edit 3: set has no too", "did you mean 'to'?"),
        (4, "edit 4: an edit is a text or a mapping", 'write for example set cue 12 label "House open"'),
    ]
    with pytest.raises(Refused, match="a file of edits is a list"):
        read_edits(b"set: x", "e.yaml")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(FILE)), st.sampled_from(["", ":", "- ", "\n", "{", "}", "cue", "&a ", "*a"])))
)
def test_a_file_that_is_torn_is_refused(cuts: list[tuple[int, str]]) -> None:
    text = FILE
    for at, more in cuts:
        text = text[:at] + more + text[at + 1 :]
    try:
        read_edits(text.encode(), "e.yaml")
    except Refused as why:
        problems = why.problems
    else:
        return
    assert problems


PAGE = (Path(__file__).parents[3] / "docs" / "edit.md").read_text(encoding="utf-8")


def test_what_the_page_writes_is_an_edit() -> None:
    sentences = {
        s for s in re.findall(r"`([^`\n]+)`", PAGE) if s.split()[0] in VERBS and not re.search("[A-Z]{4}|^[a-z]+$", s)
    }
    assert len(sentences) > 15
    for sentence in sentences:
        assert parse(sentence), sentence
    commands = re.findall(r"^showctl edit \S+ (?!EDIT|apply)(.*)$", PAGE, re.MULTILINE)
    assert len([parse(command) for command in commands]) > 1
    listed = PAGE.partition("## A file of edits")[2].partition("```text\n")[2].partition("```")[0]
    assert len(read_edits(listed.encode(), "edits.yaml").edits) == listed.count("\n- ") + 1


def test_sentences_with_a_colon_in_a_file() -> None:
    def label(text: str) -> Set:
        return Set(cue("1"), ("label",), text)

    assert read_edits(b'- set cue 1 label "Doors:  now"\n- delete cue 2\n', "e.yaml").edits[0] == label('"Doors:  now"')
    assert read_edits(b'- set cue 1 label "Doors:"\n', "e.yaml").edits[0].name == "label of cue 1"
    for lost in (
        b'- set cue 1 label "Doors: now # not"',
        b"- set cue 1 label: {a: b}",
        b"[set cue 1 label Doors: now]",
    ):
        with pytest.raises(Refused, match=r"put the whole line in single quotes, or write .set: cue 1 label, to"):
            read_edits(lost, "e.yaml")


def test_an_insert_of_a_file_says_its_name_with_or_beside_the_kind() -> None:
    keys = Insert("device", "{type: midi, port: A}", called="keys")
    for written in (
        b"- {insert: device keys, value: {type: midi, port: A}}",
        b"- {insert: device, called: keys, value: {type: midi, port: A}}",
    ):
        assert read_edits(written, "e.yaml").edits == (keys,)
    with pytest.raises(Refused, match=r"\{insert: segment, called: interval, value: "):
        read_edits(b"- {insert: segment interval, after: doors}", "e.yaml")
    with pytest.raises(Refused, match="write for example insert cue after 12"):
        read_edits(b"- {insert: segment, after: doors now, value: {duration: 5m}}", "e.yaml")
