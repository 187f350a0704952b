"""Parts of another show: what they need comes along, what both have is shared, what clashes is said."""

import pytest

from showctl.showfile.item import Item, items
from showctl.showfile.load import Loaded, Refused, load_text
from showctl.showfile.parts import NoSuchPart, Taken, Wanted, take
from showctl.showfile.splice import text_of
from tests.unit.showfile.test_compare import SHOW

HERE = """\
showctl: 1
show: {title: Other evening}
devices:
  rig: {type: sacn, universes: 1-4, to: 127.0.0.1}
patch:
  - {id: front1..front8, fixture: generic/dimmer, at: 2.1}
cues:
  - {cue: 1, label: Mine, light: {look: {front1: 10%}}}  # mine
  - {cue: 2, wait: 1s}
"""


def taken(wanted: Wanted, here: str = HERE, there: str = SHOW) -> Taken:
    found = take(load_text(there), load_text(here), wanted)
    assert load_text(text_of(found.loaded.root)).show == found.loaded.show
    return found


def numbers(loaded: Loaded) -> list[str]:
    return [number for number, _ in loaded.show.walk()]


def test_a_cue_brings_what_it_needs() -> None:
    found = taken(Wanted(cues=("1",), number_from=100))
    assert numbers(found.loaded) == ["1", "2", "100"]
    assert list(map(str, found.added)) == ["fixture wash1..wash4", "group front", "palette colour gold", "cue 100"]
    assert list(map(str, found.shared)) == ["fixture front1..front8"]
    assert str(found.loaded.show.patch[0].at[0]) == "2.001"  # type: ignore[index]
    assert "# mine" in text_of(found.loaded.root)


def test_a_range_with_a_group_gets_numbers_and_keeps_what_acts_on_what() -> None:
    found = taken(Wanted(cues=("3..5",), number_from=100, after="1"))
    assert numbers(found.loaded) == ["1", "100", "101", "101.1", "101.2", "102", "2"]
    assert found.loaded.show.cues[3].start.cues == ("100",)  # type: ignore[attr-defined]
    assert "device desk" in map(str, found.added)


def test_numbers_that_are_taken_clash() -> None:
    found = taken(Wanted(cues=("1",)))
    assert found.clashes == [
        'cue 1: this show has one with that number; write --renumber 100, or --rename "cue 1 to 100"'
    ]
    assert found.loaded.root == load_text(HERE).root


def test_into_a_list() -> None:
    found = taken(Wanted(cues=("band/1",), to_list="foyer"))
    assert numbers(found.loaded) == ["1", "2", "foyer/1"]


def test_what_is_not_the_same_clashes_or_is_kept() -> None:
    here = HERE + "palettes: {colour: {gold: L201}}\ngroups: {front: front1..front4}\n"
    found = taken(Wanted(cues=("1",), number_from=100), here)
    assert found.clashes == [
        'palette colour gold: this show has another one; write --keep to use it, or --rename "palette colour gold to …"'
    ]
    kept = taken(Wanted(cues=("1",), number_from=100, keep=True), here)
    assert not kept.clashes
    assert str(kept.loaded.show.palettes.colour["gold"]["*"].colour) == "L201"
    assert "group front" in map(str, kept.shared)


def test_fixtures_of_another_kind_clash() -> None:
    found = taken(Wanted(keys=("patch",)), HERE.replace("generic/dimmer", "generic/house-light"))
    (clash,) = found.clashes
    assert clash.startswith("fixture front1..front8: this show has front1 of another kind")


@pytest.mark.parametrize("key", ["devices", "groups", "palettes", "patch", "run of show", "logistics", "lists"])
def test_all_of_a_kind(key: str) -> None:
    found = taken(Wanted(keys=(key,)))
    there = {item for item, path in items(load_text(SHOW).root).items() if path[0] == key and item.kind != "cue"}
    assert there <= set(items(found.loaded.root))
    again = take(load_text(SHOW), found.loaded, Wanted(keys=(key,)))
    assert again.loaded.root is found.loaded.root


def test_a_segment_that_is_not_here() -> None:
    there = SHOW.replace("cue: 3,", "cue: 3, starts segment: doors,")
    found = taken(Wanted(cues=("3",)), there=there)
    assert found.notes == ["cue 3 no longer starts segment doors, which this show has not"]
    assert found.loaded.show.cues[-1].starts_segment is None


def test_cues_that_are_left_behind_are_noted() -> None:
    with pytest.raises(Refused, match="there is no cue '3'"):
        taken(Wanted(cues=("5",)))
    found = taken(Wanted(cues=("5",)), there=SHOW.replace("start: 3", "start: 2"))
    assert found.notes == ["cue 5 acts on cue 2, which is not taken along: look at it"]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Wanted(cues=("33",)), "no cue '33'"),
        (Wanted(cues=("3..1",)), "runs backwards"),
        (Wanted(cues=("3..4.1",)), "different lists or groups"),
        (Wanted(lists=("bnd",)), "did you mean 'band'"),
        (Wanted(cues=("3",), after="17"), "this show has no cue '17'"),
    ],
)
def test_what_is_not_there(wanted: Wanted, words: str) -> None:
    with pytest.raises(NoSuchPart, match=words):
        taken(wanted)


def test_what_clashes_gets_another_name_here_and_is_named_by_it() -> None:
    here = HERE.replace("  rig:", "  desk: {type: midi, port: A}\n  rig:").replace(
        "patch:\n", 'palettes: {colour: {gold: "#ff0000"}}\npatch:\n  - {id: wash1, fixture: generic/dimmer, at: 9.1}\n'
    )
    renamed = (
        (Item("device", "desk"), "foh"),
        (Item("palette", "colour gold"), "goldy"),
        (Item("fixture", "wash1..wash4"), "par1..par4"),
        (Item("cue", "1"), "41"),
        (Item("cue", "4"), "44"),
    )
    clashing = taken(Wanted(cues=("1", "3..5")), here=here).clashes
    assert len(clashing) == 4
    found = taken(Wanted(cues=("1", "3..5"), renamed=renamed), here=here)
    assert found.clashes == []
    assert numbers(found.loaded) == ["1", "2", "41", "3", "44", "44.1", "44.2", "5"]
    text = text_of(found.loaded.root)
    assert "par1..par4: {intensity: full, colour: goldy}" in text
    assert "osc: {device: foh, address: /go}" in text
    assert 'gold: "#ff0000"' in text


@pytest.mark.parametrize(
    ("item", "to", "words"),
    [
        (Item("device", "dek"), "foh", "did you mean 'desk'"),
        (Item("device", "desk"), "rig", "it has device rig already"),
        (Item("fixture", "wash1..wash4"), "par1", "cannot be par1"),
        (Item("logistics", "Car"), "gate", "gets no other name here"),
    ],
)
def test_a_name_that_cannot_be_given_is_said(item: Item, to: str, words: str) -> None:
    with pytest.raises(NoSuchPart, match=words):
        taken(Wanted(cues=("1",), renamed=((item, to),)))
