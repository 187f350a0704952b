"""Merging shows that Hypothesis makes: disjoint edits come together, and nothing else happens."""

import copy
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from showctl.showfile.compare import compare
from showctl.showfile.load import Loaded, load_text
from showctl.showfile.merge import merge
from showctl.showfile.splice import text_of
from tests.strategies import Tree, dumped, shows

SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=set(Phase) - {Phase.shrink}
)
"""Not made smaller: that takes minutes of reading YAML."""
Edit = tuple[Any, ...]
"""What is edited, as a path of names; the last element is the new value, or None to take it out."""


def cues_of(tree: Tree) -> list[Tree]:
    return [*tree["cues"], *tree["lists"]["effects"]["cues"]]


@st.composite
def edits(draw: st.DrawFn, tree: Tree) -> list[Edit]:
    """Edits of which no two are about the same thing."""
    found: list[Edit] = []
    for name, row in (("main", tree["cues"]), ("effects", tree["lists"]["effects"]["cues"])):
        for cue in row:
            number = cue["cue"]
            if draw(st.integers(0, 7)) == 0:
                found.append(("remove", name, number, None))
                continue
            for key in ("label", "notes", "pre-wait"):
                if draw(st.integers(0, 4)) == 0:
                    found.append(("cue", name, number, key, draw(st.sampled_from(["1s", "2s", "3s"]))))
            if draw(st.integers(0, 4)) == 0:
                found.append(("after", name, number, {"cue": f"new{number}", "label": f"New {number}", "wait": "9s"}))
    found += [("segment", s["segment"], draw(st.sampled_from(["A", "B"]))) for s in tree["run of show"]]
    found += [("patch", index, draw(st.sampled_from(["L", "R"]))) for index in range(3) if draw(st.booleans())]
    found += [("device", name, "9") for name in ("aux", "beta") if draw(st.booleans())]
    found += [("info", "venue", "Hall")] if draw(st.booleans()) else []
    return draw(st.permutations(found))


def apply(tree: Tree, those: list[Edit]) -> Loaded:
    tree = copy.deepcopy(tree)
    rows = {"main": tree["cues"], "effects": tree["lists"]["effects"]["cues"]}
    for kind, *where, value in those:
        row = rows.get(str(where[0]), [])
        at = next((n for n, cue in enumerate(row) if len(where) > 1 and cue["cue"] == where[1]), -1)
        match kind:
            case "remove":
                del row[at]
            case "cue":
                row[at][where[2]] = value
            case "after":
                row.insert(at + 1, value)
            case "segment":
                next(s for s in tree["run of show"] if s["segment"] == where[0])["owner"] = value
            case "patch":
                tree["patch"][where[0]]["label"] = value
            case "device":
                tree["devices"][where[0]] = {"type": "midi", "port": value}
            case "info":
                tree["show"][where[0]] = value
    return load_text(dumped(tree))


def as_text(loaded: Loaded) -> Loaded:
    """The same, read again from what is written."""
    return load_text(text_of(loaded.root))


@SETTINGS
@given(st.data())
def test_disjoint_edits_have_no_conflict_and_equal_applying_both(data: st.DataObject) -> None:
    tree = data.draw(shows())
    those = data.draw(edits(tree))
    cut = data.draw(st.integers(0, len(those)))
    # What stands after a cue that is taken out is put in before that is done, in whatever order.
    order = sorted(those, key=lambda edit: edit[0] == "remove")
    mine = [edit for edit in order if edit in those[:cut]]
    theirs = [edit for edit in order if edit in those[cut:]]
    base, one, other, expected = (apply(tree, each) for each in ([], mine, theirs, order))
    for merged in (merge(base, one, other), merge(base, other, one)):
        assert merged.conflicts == ()
        assert merged.loaded.show == expected.show
        assert [i for i, _ in merged.loaded.show.walk()] == [i for i, _ in expected.show.walk()]
        assert as_text(merged.loaded).show == expected.show


@SETTINGS
@given(shows(), shows())
def test_one_who_changed_nothing_changes_nothing(tree: Tree, other: Tree) -> None:
    base, mine = load_text(dumped(tree)), load_text(dumped(other))
    flow = load_text(dumped(tree, "flow"))
    for one, two in ((mine, base), (base, mine), (mine, mine)):
        merged = merge(base, one, two)
        assert merged.conflicts == ()
        assert text_of(merged.root) == text_of(mine.root)
    for merged in (merge(base, mine, flow), merge(base, flow, mine)):  # who wrote it otherwise changed nothing
        assert merged.conflicts == ()
        assert merged.loaded.show == mine.show


@SETTINGS
@given(st.data())
def test_every_edit_shows(data: st.DataObject) -> None:
    tree = data.draw(shows())
    base = apply(tree, [])
    for edit in data.draw(edits(tree)):
        edited = apply(tree, [edit])
        assert bool(compare(base, edited)) == (base.show != edited.show)
