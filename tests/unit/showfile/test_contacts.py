"""People and suppliers: loaded, checked, asked about, edited, renamed, compared, merged and copied."""

from pathlib import Path

import pytest

from showctl.program.opening import opened
from showctl.session.document import Document
from showctl.session.edit_words import parse
from showctl.showfile.compare import compare
from showctl.showfile.load import Loaded, Refused, load_text
from showctl.showfile.merge import merge
from showctl.showfile.parts import Wanted, take
from showctl.showfile.splice import text_of

SHOW = """\
showctl: 1
show: {title: Evening}
cues:
  - {cue: 1, wait: 1s}
run of show:
  - {segment: doors, start: 18:30, duration: 45m, owner: host}
  - {segment: act, duration: 1h, owner: The band}
people:
  host: {name: Claire Okafor, phone: channel 3, call: 17:30}  # the guest of honour
  sm: {name: Ines Dahl, department: stage}
suppliers:
  harper: {name: Harper Transport, phone: "+44 20 7946 0000"}
logistics:
  - {title: Car, due: 20m after doors, owner: sm, supplier: harper, contact: host}
  - {title: Flowers, contact: "Host, channel 3"}
"""


def without(*lines: str, show: str = SHOW) -> str:
    return "".join(line for line in show.splitlines(keepends=True) if not any(part in line for part in lines))


def asked(show: str) -> list[str]:
    questions = opened(lambda: load_text(show)).questions
    return [f"{each.line}: {each.what}; {each.remedy}" for each in questions]


def edited(words: str, show: str = SHOW) -> str:
    document = Document(Path("show.yaml"), load_text(show))
    document.edit(parse(words))
    return text_of(document.state.root)


def changed(old: str, new: str, show: str = SHOW) -> Loaded:
    assert old in show
    return load_text(show.replace(old, new))


def test_who_is_meant() -> None:
    show = load_text(SHOW).show
    assert str(show.people["host"].call) == "17:30:00"
    assert show.reached("harper") == "Harper Transport, +44 20 7946 0000"
    assert show.reached("sm") == "Ines Dahl"
    assert show.reached("The band") == "The band"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("phone: channel 3", "fone: channel 3", "9:31: unknown key 'fone'; did you mean 'phone'?"),
        ("call: 17:30", "call: 25:99", "9:55: '25:99' is not a time of day; write for example 19:30"),
        ("{name: Ines Dahl, ", "{", "10:3: needs 'name'; add name: … (The whole name, as it is read out)"),
        ("harper: {", "sm: {", "12:3: 'sm' is a person too, in line 10; give the supplier another name"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(old: str, new: str, problem: str) -> None:
    with pytest.raises(Refused) as refused:
        load_text(SHOW.replace(old, new, 1))
    assert problem in [f"{each.line}:{each.column}: {each.words}" for each in refused.value.problems]


def test_names_that_are_not_there_are_asked_about_and_load() -> None:
    assert asked(SHOW) == []
    assert asked(SHOW.replace("owner: sm", "owner: smm").replace("supplier: harper", "supplier: nobody")) == [
        "14: there is no person or supplier 'smm'; did you mean 'sm'?",
        "14: there is no supplier 'nobody'; add it under suppliers, or write another",
    ]
    assert asked(without("people:", "host: {", "sm: {", "suppliers:", "harper: {")) == []


def test_a_rename_is_followed_where_the_whole_text_is_the_name() -> None:
    assert edited("rename person host to claire") == (
        SHOW.replace("  host: {", "  claire: {").replace("owner: host", "owner: claire").replace(": host}", ": claire}")
    )
    assert edited("rename supplier harper to cars") == SHOW.replace("harper", "cars")


def test_edits_in_words() -> None:
    assert edited('set person sm phone "+44 20 7946 0107: ask"').count("+44 20 7946 0107: ask") == 1
    assert "  anna: {name: Anna, call: 16:00}\n" in edited('insert person anna "name: Anna, call: 16:00"')
    assert "sm:" not in edited("delete person sm")
    document = Document(Path("show.yaml"), load_text(SHOW))
    assert document.edit(parse("delete person sm host")).name == "2 people deleted"  # type: ignore[union-attr]


def test_compared_in_words() -> None:
    before = load_text(SHOW)
    later = changed("call: 17:30", "call: 17:45")
    assert [str(each) for each in compare(before, later).changes] == ["person host: call: 17:30 → 17:45"]
    renamed = load_text(edited("rename supplier harper to cars"))
    assert [str(each) for each in compare(before, renamed).changes] == ["supplier cars: renamed from harper"]
    assert compare(load_text(without("sm: {")), before).summary == "1 person added"


def test_a_renaming_and_an_edit_of_others_merge() -> None:
    mine = load_text(edited("rename person host to claire"))
    theirs = changed(
        "call: 17:30",
        "call: 17:45",
        SHOW.replace("act, duration: 1h, owner: The band", "act, duration: 1h, owner: host"),
    )
    merged = merge(load_text(SHOW), mine, theirs)
    assert not merged.conflicts
    assert str(merged.loaded.show.people["claire"].call) == "17:45:00"
    assert [each.owner for each in merged.loaded.show.run_of_show] == ["claire", "claire"]


def test_a_plan_brings_its_people_and_suppliers() -> None:
    here = load_text("showctl: 1\nshow: {title: Here}\nrun of show: [{segment: doors, duration: 1m}]\n")
    taken = take(load_text(SHOW), here, Wanted(keys=("logistics",)))
    assert [str(each) for each in taken.added] == [
        "person host", "person sm", "supplier harper", "logistics Car", "logistics Flowers",
    ]  # fmt: skip
    both = take(load_text(SHOW), here, Wanted(keys=("people", "suppliers")))
    assert [str(each) for each in both.added] == ["person host", "person sm", "supplier harper"]
