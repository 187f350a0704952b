"""What building a cue list comes to, without a window: drops, finding, replacing, numbers, properties, templates."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from showctl.model.cue import MAIN
from showctl.session.change import Changing, EditRefused
from showctl.session.edit import Place
from showctl.session.edited import EditedShow
from showctl.showfile.device_profile import device_profiles
from showctl.showfile.graft import at
from showctl.showfile.item import Item, path_of
from showctl.showfile.load import load_text
from showctl.showfile.splice import text_of
from showctl.ui.cue_edits.chosen import outermost
from showctl.ui.cue_edits.columns import Columns
from showctl.ui.cue_edits.drop import Drop, Spot, drop_at
from showctl.ui.cue_edits.fields import offered, pasting, said
from showctl.ui.cue_edits.find import Wanted
from showctl.ui.cue_edits.new_cue import KINDS, OTHERS, new_cue, place_after, template_of
from showctl.ui.cue_edits.renumbering import renumbering
from showctl.ui.cue_edits.replace import edit_of, replacements
from showctl.ui.cue_edits.shape import copied, deletion, duplication, grouping, moved, ungrouping
from showctl.ui.cue_edits.templates import Templates
from showctl.ui.cue_edits.typed_number import TypedNumber
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import DURATION, LABEL, NUMBER, POST_WAIT, PRE_WAIT, STATE, THEN, CueTreeModel

SHOW = """showctl: 1
show: {title: Building}
devices:
  desk: {type: osc, to: 127.0.0.1:9000}
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
patch:
  - {id: front, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, label: House lights, notes: Wait, light: {time: 2s, curve: s, look: {front: full}}}  # first
  - {cue: 2, label: "Desk: scene", osc: {device: desk, address: /house/scene}}
  - cue: 3
    label: Song
    group: timeline
    cues:
      - {cue: 3.1, label: Light, pre-wait: 1s, colour: "#336699", light: {look: {front: 50%}}}
      - {cue: 3.2, label: Inner, group: timeline, cues: [{cue: 3.2.1, wait: 1s}, {cue: 3.2.2, start: 3.1}]}
      - {cue: 3.3, flagged: yes, wait: 4s}
  - {cue: 4, wait: 1s}
"""


class Building:
    """A show, the rows of its main list, and what an edit makes of its numbers."""

    def __init__(self, text: str = SHOW) -> None:
        self.show = EditedShow(load_text(text))
        self.model = CueTreeModel(MAIN, self.show.state.show.cue_lists[MAIN])

    def rows(self, *cues: str) -> list[CueRow]:
        found = [self.model.find(cue) for cue in cues]
        return [row for row in found if row is not None]

    def row(self, cue: str) -> CueRow:
        return self.rows(cue)[0]

    def done(self, edit: Changing) -> str:
        step = self.show.edit(edit)
        self.model.follow(self.show.state.show.cue_lists[MAIN])
        return step.name if step is not None else ""

    @property
    def numbers(self) -> str:
        """`1 2 3(3.1 3.2(…))`."""

        def said(rows: list[CueRow]) -> str:
            each = (row.cue.number + (f"({said(self.model.siblings(row))})" if row.children else "") for row in rows)
            return " ".join(each)

        return said(self.model.siblings(None))


def test_what_goes_along_with_its_group_is_not_named_twice() -> None:
    b = Building()
    assert [row.id for row in outermost(b.rows("4", "3.2.1", "3", "1", "3.1"), b.model)] == ["1", "3", "4"]


def test_where_a_drop_goes_to() -> None:
    b = Building()

    def drop(
        moved: str, on: str, fraction: float, depth: int, above: str = "", below: str = "", open_: bool = True
    ) -> Drop:
        spot = Spot(
            b.row(on) if on else None, b.row(above) if above else None, b.row(below) if below else None,
            fraction, depth, expanded=open_, above_expanded=open_,
        )  # fmt: skip
        found = drop_at(b.model, b.rows(moved), spot)
        assert found is not None
        return found

    def place(where: str, of: str) -> Place:
        return Place(where, Item("cue", of))  # type: ignore[arg-type]

    assert drop("4", "2", 0.1, 0, "1", "3").place == place("after", "1")
    assert drop("4", "3", 0.5, 0, "2", "3.1") == Drop(place("after", "3.3"), into=b.row("3"))
    assert drop("4", "3", 0.9, 0, "2", "3.1") == Drop(place("before", "3.1"), depth=1)
    assert drop("1", "3", 0.9, 0, "2", "4", open_=False) == Drop(place("after", "3"))
    # Below the last of a group the indent says whether it is still in the group.
    assert drop("4", "3.3", 0.9, 1, "3.2.2", "4") == Drop(place("after", "3.3"), depth=1)
    assert drop("1", "3.3", 0.9, 0, "3.2.2", "4") == Drop(place("after", "3"), depth=0)
    assert drop("1", "3.2.2", 0.9, 5, "3.2.1", "3.3") == Drop(place("after", "3.2.2"), depth=2)
    assert drop("1", "3.2.2", 0.9, 0, "3.2.1", "3.3") == Drop(place("after", "3.2"), depth=1)
    assert drop("1", "", 1.0, 3, "4") == Drop(place("after", "4"), below=True)
    assert drop("2", "2", 0.9, 0, "1", "3").place == place("after", "1")  # beside one that stays
    assert drop_at(b.model, b.rows("3"), Spot(b.row("3.2"), b.row("3.1"), b.row("3.2.1"), 0.5, 0)) is None


def test_drops_group_and_ungroup() -> None:
    b = Building()
    assert b.done(moved(b.rows("4", "1"), b.model, Place("start", Item("cue", "3")))) == "2 cues moved"
    assert b.numbers == "2 3(1 4 3.1 3.2(3.2.1 3.2.2) 3.3)"
    b.show.undo()
    b.model.follow(b.show.state.show.cue_lists[MAIN])
    with pytest.raises(EditRefused, match=r"cue 3\.2 would be left empty"):
        moved(b.rows("3.2.1", "3.2.2"), b.model, Place("end"))
    assert moved(b.rows("3.2.1", "3.2.2"), b.model, Place("start", Item("cue", "3.2")))
    with pytest.raises(EditRefused, match=r"cue 3\.2 would be left empty"):
        deletion(b.rows("3.2.1", "3.2.2"), b.model)
    assert b.done(grouping(b.rows("2", "1"), b.model)) == "2 cues grouped as cue 5"
    assert b.numbers == "5(1 2) 3(3.1 3.2(3.2.1 3.2.2) 3.3) 4"
    assert "# first" in text_of(b.show.state.root)
    assert b.done(ungrouping(b.rows("5", "3.2"), b.model)) == "2 cues ungrouped"
    assert b.numbers == "1 2 3(3.1 3.2.1 3.2.2 3.3) 4"
    with pytest.raises(EditRefused, match="is a group"):
        ungrouping(b.rows("1"), b.model)
    assert b.done(duplication(b.rows("3", "1"), b.model)) == "2 cues duplicated"
    assert b.numbers == "1 2 3(3.1 3.2.1 3.2.2 3.3) 3.5 3.6(3.6.1 3.6.2.1 3.6.2.2 3.6.3) 4"
    assert text_of(b.show.state.root).count("# first") == 2


def test_finding() -> None:
    b = Building()

    def found(wanted: Wanted) -> list[str]:
        return [row.id for row in b.model.rows if wanted.matches(row)]

    assert found(Wanted("LIGHT")) == ["1", "3.1"]
    assert found(Wanted("wait house")) == ["1"]
    assert found(Wanted("", frozenset({"light"}))) == ["1", "3.1"]
    assert found(Wanted(kind="osc")) == ["2"]
    b.row("3.3").flagged = True
    assert found(Wanted(flagged=True)) == ["3.3"]
    assert Wanted("  ").anything
    assert not Wanted(flagged=True).anything


def test_replacing() -> None:
    b = Building()
    root = b.show.state.root
    found = replacements(root, "HOUSE", "hall", ("label", "address"))
    assert [(each.cue, each.field, each.after) for each in found] == [
        ("1", ("label",), "hall lights"),
        ("2", ("osc", "address"), "/hall/scene"),
    ]
    assert replacements(root, "HOUSE", "x", ("label",), match_case=True) == []
    assert [each.cue for each in replacements(root, "n", "m", ("label", "notes"), cues={"3.2"})] == ["3.2"]
    assert b.done(edit_of(found, "HOUSE", "hall")) == "'HOUSE' replaced by 'hall' in 2 cues"
    assert "address: /hall/scene" in text_of(b.show.state.root)
    with pytest.raises(EditRefused, match="nowhere"):
        edit_of([], "x", "y")


def test_renumbering_shows_what_it_would_do() -> None:
    b = Building()
    made = renumbering(b.show.state.root, b.rows("2", "3"), "10", "5")
    assert made.renamed == {
        "2": "10",
        "3": "15",
        "3.1": "15.1",
        "3.2": "15.2",
        "3.2.1": "15.2.1",
        "3.2.2": "15.2.2",
        "3.3": "15.3",
    }
    b.done(made.edit)
    assert b.numbers == "1 10 15(15.1 15.2(15.2.1 15.2.2) 15.3) 4"
    for start, step, why in (("4", "1", "two cues 4"), ("x", "1", "does not end with a number"), ("1", "0", "no step")):
        with pytest.raises(EditRefused, match=why):
            renumbering(b.show.state.root, b.rows("1", "10"), start, step)


def test_properties_are_pasted_where_they_fit() -> None:
    b = Building()
    root = b.show.state.root
    source = at(root, path_of(root, Item("cue", "3.1")))
    assert [*offered(source).values()] == ["Label", "Colour", "Pre-wait", "Light: look"]
    assert said(source, ("colour",)) == '"#336699"'
    b.done(pasting(source, [("colour",), ("light", "look")], (Item("cue", "1"), Item("cue", "2"))))
    text = text_of(b.show.state.root)
    assert text.count("#336699") == 3
    assert "curve: s, look: {front: 50%}" in text
    with pytest.raises(EditRefused, match="same type"):
        b.done(pasting(source, [("light", "look")], (Item("cue", "4"),)))


def test_new_cues_and_templates(tmp_path: Path) -> None:
    b = Building(SHOW.replace("to: 127.0.0.1:9000", "to: 127.0.0.1:9000, profile: behringer/x32"))
    for kind in KINDS:
        if kind == "video":
            with pytest.raises(EditRefused, match="a video cue needs a device"):
                b.done(new_cue(kind, "", place_after("3.2", MAIN), device_profiles))
        else:
            assert b.done(new_cue(kind, "", place_after("2" if kind == "light" else "", MAIN), device_profiles))
    assert b.numbers == "1 2 2.5 3(3.1 3.2(3.2.1 3.2.2) 3.3) 4 5 6 7(7.1)"
    templates = Templates(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    root = b.show.state.root
    templates.keep("light", template_of(root, path_of(root, Item("cue", "1"))))
    b.done(new_cue("light", templates.text("light"), place_after("1", MAIN), device_profiles))
    assert b.row("1.5").cue.label == "House lights"
    assert copied(b.show.state.root, (Item("cue", "1.5"),)).startswith("- cue: 1.5\n  label: House lights\n")
    with pytest.raises(EditRefused, match="one cue"):
        templates.keep("light", "- {wait: 1s}\n- {wait: 2s}")
    templates.keep("light", "")
    assert templates.text("light") == ""


def test_cues_that_were_grouped_are_not_in_the_way_of_new_numbers() -> None:
    b = Building()
    b.done(grouping(b.rows("1", "2"), b.model))
    assert b.numbers == "5(1 2) 3(3.1 3.2(3.2.1 3.2.2) 3.3) 4"
    top = b.model.siblings(None)
    with pytest.raises(EditRefused, match="two cues 1"):
        renumbering(b.show.state.root, top, "1", "1")
    b.done(renumbering(b.show.state.root, top, "1", "1", {row.id: b.model.siblings(row) for row in top}).edit)
    assert b.numbers == "1(1.1 1.2) 2(2.1 2.2(2.2.1 2.2.2) 2.3) 3"


def test_every_other_kind_of_new_cue_can_be_played(tmp_path: Path) -> None:
    keys = "  keys: {type: midi, port: Keys}\n"
    b = Building(SHOW.replace("patch:", f"{keys}patch:"))
    for kind in OTHERS:
        assert b.done(new_cue(kind, "", place_after("4", MAIN), device_profiles)), kind
        assert b.done(new_cue(kind, "", place_after("", MAIN), device_profiles)), kind
    written = text_of(b.show.state.root)
    assert "label: New OSC cue, osc: {device: desk" in written
    assert "label: New go to cue, go to: 4}" in written
    empty = Building("showctl: 1\nshow: {title: Nothing}\n")
    for kind, words in {"osc": "an OSC cue needs a device", "stop": "make that one first"}.items():
        with pytest.raises(EditRefused, match=words):
            empty.done(new_cue(kind, "", place_after("", MAIN), device_profiles))
    assert empty.done(new_cue("release", "", place_after("", MAIN), device_profiles))


def test_a_typed_number_is_forgotten() -> None:
    typed = TypedNumber()
    assert not typed.type("P", 0.0)
    assert [typed.type(each, 0.0) for each in "12.5a"] == [True] * 5
    assert typed.text == "12.5a"
    assert typed.back(1.0)
    assert typed.take(3.9) == "12.5"
    assert typed.type("1", 5.0)
    assert not typed.expire(7.9)
    assert typed.expire(8.0)
    assert typed.take(8.0) == ""


def test_columns_are_kept_and_make_room() -> None:
    widths = {STATE: 40, NUMBER: 76, PRE_WAIT: 72, DURATION: 92, POST_WAIT: 64, THEN: 56}
    chosen = Columns().toggled(PRE_WAIT).toggled(LABEL).resized(DURATION, 120).resized(LABEL, 9)
    assert chosen.fitting(900, widths, 220) == {STATE: 40, NUMBER: 76, DURATION: 120, POST_WAIT: 64, THEN: 56}
    assert [*chosen.fitting(500, widths, 220)] == [STATE, NUMBER, DURATION]
    swapped = chosen.moved((THEN, *(c for c in chosen.order if c != THEN)))
    assert swapped.order[:2] == (STATE, THEN)
    assert Columns.of(swapped.text()) == swapped
    for nonsense in (
        "",
        None,
        "[]",
        "{",
        '{"order": 3, "hidden": [1, "label"], "widths": {"cue": "x", "y": 2, "then": true}}',
    ):
        assert Columns.of(nonsense) == Columns()
