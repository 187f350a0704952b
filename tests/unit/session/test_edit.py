"""Edits: what each makes of a show as it is written, and when it is refused."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from showctl.session.document import Document
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
    Several,
)
from showctl.session.written import written
from showctl.showfile.item import Item
from showctl.showfile.load import load_text
from showctl.showfile.splice import text_of

SHOW = """\
showctl: 1
show: {title: Evening, start: 19:30}
devices:
  desk: {type: osc, to: 127.0.0.1:9000}
  rig: {type: sacn, universes: 1-4, to: 127.0.0.1}
patch:
  - {id: front1..front4, fixture: generic/dimmer, at: 1.1}
  - {id: spot1..spot2, fixture: generic/led-par, mode: rgbw, at: 2.1}
groups:
  front: front1..front4
  all: [front, spot1..spot2]
palettes:
  colour: {gold: "#ffb43c", cold: 5600 K}
masters:
  band: {fixtures: [front, spot1]}
cues:
  - cue: 1
    label: Doors  # as they come
    light: {time: 3s, look: {front: 50%, spot1: {colour: gold}}}
  - cue: 2
    osc: {device: desk, address: /a}
    starts segment: doors
  - {cue: 3, start: 2}
  - cue: 4
    group: sequence
    cues:
      - {cue: 4.1, wait: 1s}
      - {cue: 4.2, stop: {cue: [4.1, 2], fade: 2s}}
  - {cue: 5, go to: {cue: foyer/2, if armed: 1}}
  - {cue: 6, id: finale, fade: {master: band, to: 50%, time: 1s}}
lists:
  foyer:
    cues:
      - {cue: 1, wait: 1s}
      - {cue: 2, start: [1, 3, finale]}
      - {cue: 4, release: foyer}
run of show:
  - {segment: doors, duration: 45m}
  - {segment: talk, duration: 10m}
logistics:
  - {title: Car, due: 30m before doors, blocks: talk}
"""


def opened(text: str = SHOW) -> Document:
    return Document(Path("show.yaml"), load_text(text))


def after(edit: Edit, text: str = SHOW) -> dict[str, Any]:
    """The tree after an edit, which crosses a link on its way."""
    document = opened(text)
    assert document.edit(msgspec.msgpack.decode(msgspec.msgpack.encode(edit), type=Edit)) is not None
    return document.state.root


def refused(edit: Edit, text: str = SHOW) -> str:
    document = opened(text)
    before = document.state
    with pytest.raises(EditRefused) as why:
        document.edit(edit)
    assert document.state is before
    assert not document.history
    return str(why.value)


def cue(name: str) -> Item:
    return Item("cue", name)


def numbers(cues: list[Any]) -> list[str]:
    return [each["cue"] for each in cues]


def test_a_field_is_set_as_it_is_written() -> None:
    root = after(Set(cue("1"), ("light", "time"), "{up: 3s, down: 1:30}"))
    assert root["cues"][0]["light"]["time"] == {"up": "3s", "down": "1:30"}
    assert Set(cue("1"), ("light", "time"), "3s").name == "light time of cue 1"


def test_a_new_field_stands_where_people_look_for_it() -> None:
    root = after(Set(cue("2"), ("label",), written("Act 2: The ball")))
    assert root["cues"][1] == {"cue": "2", "label": "Act 2: The ball"} | root["cues"][1]
    assert [*root["cues"][1]] == ["cue", "label", "osc", "starts segment"] or [*root["cues"][1]][:2] == ["cue", "label"]


def test_what_is_on_the_way_is_made() -> None:
    assert after(Set(Item("show"), ("panic", "time"), "5s"))["show"]["panic"] == {"time": "5s"}
    assert after(Set(Item("group", "front"), (), "[front1, front2]"))["groups"]["front"] == ["front1", "front2"]


def test_a_field_below_a_short_form_is_refused() -> None:
    assert (
        refused(Set(cue("3"), ("start", "if armed"), "1"))
        == "start of cue 3 is 2, which has no if armed; set all of it anew"
    )


def test_what_is_written_over_a_merged_key_is_removed() -> None:
    text = (
        "showctl: 1\nshow: {title: X}\nx-t: &b {wait: 3s, label: L}\ncues:\n  # one\n"
        "  - {cue: 1,  wait: 1s, <<: *b}\n  # two\n  - {cue: 2, memo: a}\n"
    )
    document = opened(text)
    assert document.edit(Remove(cue("1"), ("wait",))) is not None
    assert document.state.root["cues"][0]["wait"] == "3s"
    assert text_of(document.state.root) == text.replace("wait: 1s, <<", "<<")
    with pytest.raises(EditRefused, match="comes through << from line 3"):
        document.edit(Remove(cue("1"), ("wait",)))


def test_what_is_repeated_stays_so_when_it_is_renamed() -> None:
    text = (
        "showctl: 1\nshow: {title: X}\ndevices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}\npatch:\n"
        "  - &fx {id: f1..f2, fixture: generic/dimmer, at: 1.1}\n  - {<<: *fx, id: g1, at: 1.9}   # g\n"
        "x-t:\n  wash: &wash {f1: 60%, f2: 50%}   # wash\n  base: &base {time: 3s, look: {f1: 60%}}\ncues:\n"
        "  - cue: 1   # one\n    light: *base\n  - {cue: 2, light: {<<: *base, time: 5s}}\n"
        "  - {cue: 3, light: {time: 4s, look: {<<: *wash, f1: 10%}}}   # three\n"
        "  - {cue: 4, light: &l {time: 1s, look: *wash}}\n  - {cue: 5,  light: *l}\n"
    )
    document = opened(text)
    assert document.edit(Rename(Item("fixture", "f1..f2"), "k1..k2")) is not None
    for old, new in (("f1..f2", "k1..k2"), ("{f1:", "{k1:"), (" f2:", " k2:"), ("*wash, f1", "*wash, k1")):
        text = text.replace(old, new)
    assert text_of(document.state.root) == text


def test_what_a_person_keeps_for_himself() -> None:
    root = after(Set(cue("1"), ("x-desk",), "{page: 3}"))
    assert root["cues"][0].own == {"x-desk": {"page": "3"}}


def test_a_wrong_value_is_refused_in_the_words_of_check() -> None:
    assert refused(Set(cue("1"), ("light", "time"), "3x")).startswith("cue 1 > light > time: '3x' is not a time; write")
    assert "is no key" in refused(Set(cue("1"), ("hotkey",), "Foo"))
    assert "cannot be a value" in refused(Set(cue("1"), ("label",), "[a"))
    assert refused(Set(cue("7"), ("label",), "x")).startswith("there is no cue 7")


def test_a_misspelt_field_is_refused_with_the_one_that_is_meant() -> None:
    assert "did you mean 'label'" in refused(Set(cue("1"), ("lable",), "x"))
    assert "did you mean 'light'" in refused(Insert("cue", "{cue: 7, ligt: {look: {front: 1%}}}"))


def test_a_field_is_removed() -> None:
    assert "label" not in after(Remove(cue("1"), ("label",)))["cues"][0]
    assert "has no label" in refused(Remove(cue("2"), ("label",)))


def test_a_cue_without_a_number_gets_a_free_one() -> None:
    assert numbers(after(Insert("cue", "wait: 1s", Place("after", cue("2"))))["cues"])[:4] == ["1", "2", "2.5", "3"]
    assert numbers(after(Insert("cue", "wait: 1s"))["cues"])[-1] == "7"
    inside = after(Insert("cue", "wait: 1s", Place("end", cue("4"))))["cues"][3]["cues"]
    assert numbers(inside) == ["4.1", "4.2", "4.3"]
    assert numbers(after(Insert("cue", "{wait: 1s}", Place("start", Item("list", "foyer"))))["lists"]["foyer"]["cues"])[
        0
    ]


def test_new_things_of_every_kind() -> None:
    keys = Insert("device", "{type: midi, port: A}", Place("before", Item("device", "rig")), "keys")
    assert [*after(keys)["devices"]] == ["desk", "keys", "rig"]
    assert after(Insert("palette", "30%", called="intensity low"))["palettes"]["intensity"] == {"low": "30%"}
    assert (
        after(Insert("segment", "{duration: 5m}", Place("start"), "load-in"))["run of show"][0]["segment"] == "load-in"
    )
    assert after(Insert("logistics", "{title: Flowers}"))["logistics"][1] == {"title": "Flowers"}
    assert "already" in refused(Insert("device", "{type: midi, port: A}", called="desk"))
    assert "is there twice" in refused(Insert("cue", "{cue: 2, wait: 1s}"))


def test_deleted_is_what_nobody_names() -> None:
    root = after(Delete((cue("4"), cue("4.1"))))
    assert numbers(root["cues"]) == ["1", "2", "3", "5", "6"]
    assert refused(Delete((cue("2"),))) == (
        "cue 2 is named by cue 3 (start) and cue 4.2 (stop); let them name another first, or delete them too"
    )
    all_of_them = tuple(map(cue, ("2", "3", "4", "5", "foyer/2")))
    assert numbers(after(Delete(all_of_them))["cues"]) == ["1", "6"]
    assert "device desk is named by cue 2 (osc device)" in refused(Delete((Item("device", "desk"),)))
    assert "named by cue 5 (go to)" in refused(Delete((Item("list", "foyer"),)))
    assert "segment talk is named by logistics" in refused(Delete((Item("segment", "talk"),)))


def test_a_cue_that_would_start_another_of_the_same_number_is_not_left_to_do_so() -> None:
    assert "named by cue foyer/2 (start)" in refused(Delete((cue("foyer/1"),)))


def test_renumbering_takes_those_along_who_name_the_cue() -> None:
    root = after(Renumber("1", "3", "10", "10"))
    assert numbers(root["cues"]) == ["10", "20", "30", "4", "5", "6"]
    assert root["cues"][2]["start"] == "20"
    assert root["cues"][3]["cues"][1]["stop"]["cue"] == ["4.1", "20"]
    assert root["cues"][4]["go to"] == {"cue": "foyer/2", "if armed": "10"}
    assert root["lists"]["foyer"]["cues"][1]["start"] == ["1", "30", "finale"]


def test_cues_in_a_group_keep_what_follows_its_number() -> None:
    root = after(Renumber("4", "5", "LX7"))
    assert numbers(root["cues"][3]["cues"]) == ["LX7.1", "LX7.2"]
    assert root["cues"][4]["cue"] == "LX8"
    assert root["cues"][3]["cues"][1]["stop"]["cue"] == ["LX7.1", "2"]


def test_cues_in_a_group_go_along_where_the_run_ends_with_the_group() -> None:
    for edit in (RenumberEach({"4": "104"}), Renumber("3", "4", "103"), Renumber("4", "4", "104")):
        root = after(edit)
        assert root["cues"][3]["cue"] == "104"
        assert numbers(root["cues"][3]["cues"]) == ["104.1", "104.2"]
        assert root["cues"][3]["cues"][1]["stop"]["cue"][0] == "104.1"
    assert numbers(after(RenumberEach({"4": "104", "4.1": "7"}))["cues"][3]["cues"]) == ["7", "104.2"]


def test_numbers_may_be_swapped() -> None:
    root = after(RenumberEach({"1": "2", "2": "1"}))
    assert numbers(root["cues"])[:2] == ["2", "1"]
    assert root["cues"][2]["start"] == "1"
    assert "two cues 5" in refused(Renumber("1", "3", "5"))


def test_a_number_that_hides_another_is_named_with_its_list() -> None:
    assert after(RenumberEach({"foyer/1": "3"}))["lists"]["foyer"]["cues"][1]["start"] == ["3", "main/3", "finale"]
    assert after(Insert("cue", "{cue: 3, wait: 1s}", Place("end", Item("list", "foyer"))))["lists"]["foyer"]["cues"][1][
        "start"
    ] == ["1", "main/3", "finale"]


def test_cues_move_within_lists_and_between_them() -> None:
    root = after(Move((cue("5"), cue("3")), Place("before", cue("1"))))
    assert numbers(root["cues"]) == ["5", "3", "1", "2", "4", "6"]
    root = after(Move((cue("3"),), Place("end", Item("list", "foyer"))))
    assert root["lists"]["foyer"]["cues"][-1] == {"cue": "3", "start": "main/2"}
    assert root["lists"]["foyer"]["cues"][1]["start"] == ["1", "3", "finale"]
    assert "already" in refused(Move((cue("2"),), Place("end", Item("list", "foyer"))))
    assert "inside" in refused(Move((cue("4"),), Place("after", cue("4.1"))))
    assert numbers(after(Move((cue("1"),), Place("end", cue("4"))))["cues"][2]["cues"]) == ["4.1", "4.2", "1"]


def test_other_things_move_too() -> None:
    assert [*after(Move((Item("device", "rig"),), Place("start")))["devices"]] == ["rig", "desk"]
    assert after(Move((Item("segment", "talk"),), Place("before", Item("segment", "doors"))))["run of show"][0][
        "segment"
    ] == ("talk")


def test_what_is_named_twice_moves_once() -> None:
    rig = Item("device", "rig")
    assert [*after(Move((rig, rig), Place("start")))["devices"]] == ["rig", "desk"]
    assert "before what?" in refused(Move((rig,), Place("before")))


def test_a_second_cue_like_the_first() -> None:
    root = after(Duplicate(cue("4")))
    assert numbers(root["cues"]) == ["1", "2", "3", "4", "4.5", "5", "6"]
    assert numbers(root["cues"][4]["cues"]) == ["4.5.1", "4.5.2"]
    assert root["cues"][4]["cues"][1]["stop"]["cue"] == ["4.5.1", "2"]
    assert "id" not in after(Duplicate(cue("6")))["cues"][-1]
    assert after(Duplicate(Item("device", "desk"), "foh"))["devices"]["foh"] == {"type": "osc", "to": "127.0.0.1:9000"}
    assert "at" not in after(Duplicate(Item("fixture", "spot1..spot2"), "spot3..spot4"))["patch"][2]
    assert "needs a name" in refused(Duplicate(Item("device", "desk")))


def test_a_new_name_is_used_by_all() -> None:
    assert after(Rename(Item("device", "desk"), "foh"))["cues"][1]["osc"]["device"] == "foh"
    root = after(Rename(Item("group", "front"), "wash"))
    assert root["groups"] == {"wash": "front1..front4", "all": ["wash", "spot1..spot2"]}
    assert root["masters"]["band"]["fixtures"] == ["wash", "spot1"]
    assert [*root["cues"][0]["light"]["look"]] == ["wash", "spot1"]
    assert after(Rename(Item("master", "band"), "trio"))["cues"][5]["fade"]["master"] == "trio"
    root = after(Rename(Item("segment", "doors"), "open"))
    assert root["logistics"][0] == {"title": "Car", "due": "30m before open", "blocks": "talk"}
    assert root["cues"][1]["starts segment"] == "open"
    root = after(Rename(Item("palette", "colour gold"), "amber light"))
    assert root["cues"][0]["light"]["look"]["spot1"] == {"colour": "amber light"}
    assert [*root["palettes"]["colour"]] == ["amber light", "cold"]


def test_a_list_gets_another_name() -> None:
    root = after(Rename(Item("list", "foyer"), "lobby"))
    assert root["cues"][4]["go to"]["cue"] == "lobby/2"
    assert root["lists"]["lobby"]["cues"][2]["release"] == "lobby"
    assert root["lists"]["lobby"]["cues"][1]["start"] == ["1", "3", "finale"]


def test_fixtures_get_other_names_as_long_as_ranges_hold() -> None:
    root = after(Rename(Item("fixture", "spot1..spot2"), "par7..par8"))
    assert root["groups"]["all"] == ["front", "par7..par8"]
    assert [*root["cues"][0]["light"]["look"]] == ["front", "par7"]
    assert "as many" in refused(Rename(Item("fixture", "spot1..spot2"), "par1..par4"))
    text = SHOW.replace("{id: spot1..spot2,", "{id: spot1,").replace(
        "at: 2.1}", "at: 2.1}\n  - {id: spot2, fixture: generic/dimmer}"
    )
    assert "cannot be written as one range" in refused(Rename(Item("fixture", "spot1"), "special"), text)


def test_the_number_of_a_cue_is_set_by_renumbering() -> None:
    assert after(Set(cue("2"), ("cue",), "22"))["cues"][2]["start"] == "22"


def test_several_edits_are_one() -> None:
    document = opened()
    change = Several((Remove(cue("2"), ("osc",)), Set(cue("2"), ("wait",), "3s")), "cue 2 made a wait")
    document.edit(change)
    assert document.history == ("cue 2 made a wait",)
    why = refused(Several((Delete((cue("5"),)), Set(cue("5"), ("label",), "x"))))
    assert why.startswith("edit 2 (label of cue 5): there is no cue 5")


def test_a_list_of_targets_that_is_repeated_is_reworded_once_with_its_definition() -> None:
    show = """\
showctl: 1
show: {title: Evening}
x-all: &all [1, 2]  # both
cues:
  - {cue: 1, wait: 1s}
  - {cue: 2, wait: 1s}
  - {cue: 3, stop: *all}
  - {cue: 4, stop: {cue: *all}}
  - {cue: 5, pause: &one [1]}
  - {cue: 6, resume: *one}
"""
    document = Document(Path("show.yaml"), load_text(show))
    document.edit(RenumberEach({"1": "1.5"}))
    assert text_of(document.state.root) == (
        show.replace("[1, 2]", "[1.5, 2]").replace("cue: 1,", "cue: 1.5,").replace("[1]", "[1.5]")
    )


def test_repeats_that_change_otherwise_are_told_as_written_out() -> None:
    show = """\
showctl: 1
show: {title: Evening}
patch:
  - {id: f1..f4, fixture: generic/dimmer}
cues:
  - {cue: 1, light: {time: &t 3s, look: {&sel f1..f4: full}}}
  - {cue: 2, light: {time: *t, look: {*sel : 50%}}}
  - {cue: 3, light: {time: *t, look: {*sel : 30%}}}
  - {cue: 4, wait: *t}
"""
    document = Document(Path("show.yaml"), load_text(show))
    one = document.edit(Set(Item("cue", "2"), ("light", "time"), "5s"))
    assert one is not None
    assert one.warning == "Written out where it stood, since it does not all say the same any more: *t."
    other = document.edit(Set(Item("cue", "3"), ("label",), "Three"))
    assert other is not None
    assert not other.warning
    gone = document.edit(Delete((Item("cue", "4"),)))
    assert gone is not None
    assert not gone.warning
    alike = document.edit(Rename(Item("fixture", "f1..f4"), "k1..k4"))
    assert alike is not None
    assert not alike.warning
    assert "*sel : 30%" in text_of(document.state.root)
