"""What an edit leaves of a text: exact bytes for small ones."""

from typing import Any

import pytest

from showctl.model.unit import Quoted
from showctl.showfile.reader import read
from showctl.showfile.report import Report
from showctl.showfile.same_tree import same_tree
from showctl.showfile.splice import bytes_of, written
from showctl.showfile.tree import Mapping
from tests.tree_edits import Change, insert, move, order, put, rename, take, then


def tree(text: str) -> Any:
    report = Report("t")
    root = read(text, report)
    assert not report.problems
    return root


SCALARS: dict[str, tuple[str, Change, str]] = {
    "plain": ("a: 1 # c\nb: 2\n", put("a", "x y"), "a: x y # c\nb: 2\n"),
    "plain that needs quotes": ("a: 1\t# c\n", put("a", "x: y"), 'a: "x: y"\t# c\n'),
    "single quotes stay": ("a: 'it''s' # c\n", put("a", "he's"), "a: 'he''s' # c\n"),
    "double quotes stay": ('a: "x"\n', put("a", "y"), 'a: "y"\n'),
    "a number that was text in quotes": ('a: "x"\n', put("a", "12"), "a: 12\n"),
    "a number in quotes": ("a: x\n", put("a", Quoted("12")), 'a: "12"\n'),
    "a colour": ("a: '#ff0000'\n", put("a", "#00ff00"), "a: '#00ff00'\n"),
    "over several lines": ('a: "x\n  y"  # c\nb: z\n', put("a", "w"), 'a: "w"  # c\nb: z\n'),
    "plain over several lines": ("a: x\n  y\nb: z\n", put("a", "w"), "a: w\nb: z\n"),
    "empty": ("a:\nb: 1\n", put("a", "x"), "a: x\nb: 1\n"),
    "empty before a comment": ("a:   # c\nb: 1\n", put("a", "x"), "a: x   # c\nb: 1\n"),
    "to nothing": ("a: x # c\nb: 1\n", put("a", None), "a: # c\nb: 1\n"),
    "to nothing at the end": ("a: x\nb: 1\n", put("a", None), "a:\nb: 1\n"),
    "at an anchor": ("a: &k x # c\n", put("a", "y"), "a: &k y # c\n"),
    "block": ("a: |  # c\n  x\n  y\n\nb: 1\n", put("a", "z\nw\n"), "a: |  # c\n  z\n  w\n\nb: 1\n"),
    "folded": ("a: >-\n  x\n  y\nb: 1\n", put("a", "z\nw"), "a: >-\n  z\n\n  w\nb: 1\n"),
    "block to one line": ("a: |\n  x\n  y\nb: 1\n", put("a", "z"), "a: z\nb: 1\n"),
    "one line to block": ("a: x # c\nb: 1\n", put("a", "x\ny"), "a: |- # c\n  x\n  y\nb: 1\n"),
    "one line to block at the end": ("b: 1\na: x", put("a", "x\ny"), "b: 1\na: |-\n  x\n  y\n"),
    "in a flow": ("a: {b: 1, c: [x, y]} # c\n", put("a", "c", 1, "z, w"), 'a: {b: 1, c: [x, "z, w"]} # c\n'),
    "in a flow without a value": ("a: {b, c: 1}\n", put("a", "b", "x"), "a: {b: x, c: 1}\n"),
    "in a flow with an empty value": ("a: {b: , c: 1}\n", put("a", "b", "x"), "a: {b: x, c: 1}\n"),
    "item": ("a:\n  - x # c\n  - y\n", put("a", 0, "z"), "a:\n  - z # c\n  - y\n"),
    "item that is empty": ("a:\n-\n- y\n", put("a", 0, "z"), "a:\n- z\n- y\n"),
    "with breaks as on Windows": ("a: 1\r\nb: 2\r\n", put("a", "x\ny\n"), "a: |\r\n  x\r\n  y\r\nb: 2\r\n"),
    "wide characters": ('"é💡": "𝄞"  # ✓\nb: 1\n', put("é💡", "日本"), '"é💡": "日本"  # ✓\nb: 1\n'),
    "an unusual break": ("a: 1 # x\u2028b: 2\x85c: 3\n", put("b", "5"), "a: 1 # x\u2028b: 5\x85c: 3\n"),
    "between document marks": ("%YAML 1.1\n---\na: 1\n...\n", put("a", "2"), "%YAML 1.1\n---\na: 2\n...\n"),
    "no end of line": ("a: 1", put("a", "2"), "a: 2"),
    "of the author": ("a: 1\nx-b: 2 # c\n", put("x-b", "3"), "a: 1\nx-b: 3 # c\n"),
}

KEYS: dict[str, tuple[str, Change, str]] = {
    "added": ("a: {}\nb:\n  c: 1 # x\n\nd: 2\n", put("b", "e", "3"), "a: {}\nb:\n  c: 1 # x\n  e: 3\n\nd: 2\n"),
    "added at the end without a break": ("a: 1\nb: 2", put("c", "3"), "a: 1\nb: 2\nc: 3"),
    "added at its place": (
        "cues:\n  - cue: 1  # c\n    wait: 1s\n",
        put("cues", 0, "label", "Doors"),
        "cues:\n  - cue: 1  # c\n    label: Doors\n    wait: 1s\n",
    ),
    "added in a flow": ("a: {b: 1} # c\n", put("a", "c", {"d": "2"}), "a: {b: 1, c: {d: 2}} # c\n"),
    "added in a flow of several lines": (
        "a: {\n  b: 1, # b\n  c: 2 # c\n}\n",
        put("a", "d", "3"),
        "a: {\n  b: 1, # b\n  c: 2, # c\n  d: 3\n}\n",
    ),
    "added after a comma": ("a: {\n  b: 1, # b\n}\n", put("a", "d", "3"), "a: {\n  b: 1, # b\n  d: 3,\n}\n"),
    "the only one of a flow": ("a: {}  # c\nb: 1\n", put("a", "c", "1"), "a:  # c\n  c: 1\nb: 1\n"),
    "removed": ("a: 1\n# about b\nb: 2 # c\nc: 3\n", take("b"), "a: 1\nc: 3\n"),
    "removed with what is in it": (
        "a:\n  # in\n  b: 1\n    # deep\n\n# about c\nc: 3\n",
        take("a"),
        "# about c\nc: 3\n",
    ),
    "the first beside a dash removed": (
        "a:\n  - b: 1 # b\n    # about c\n    c: 2\n    d: 3\n",
        take("a", 0, "b"),
        "a:\n  - # about c\n    c: 2\n    d: 3\n",
    ),
    "two beside a dash removed": (
        "a:\n  - b: 1\n    c: 2\n    d: 3\n",
        then(take("a", 0, "b"), take("a", 0, "c")),
        "a:\n  - d: 3\n",
    ),
    "removed from a flow": ("a: {b: 1, c: 2, d: 3}\n", take("a", "c"), "a: {b: 1, d: 3}\n"),
    "the last removed from a flow": ("a: {b: 1, c: 2, d: 3 }\n", take("a", "d"), "a: {b: 1, c: 2 }\n"),
    "the last two removed from a flow": (
        "a: {b: 1, c: 2, d: 3}\n",
        then(take("a", "d"), take("a", "c")),
        "a: {b: 1}\n",
    ),
    "removed from a flow of several lines": (
        "a: {\n  b: 1, # b\n  # c\n  c: 2, # c\n  d: 3\n}\n",
        take("a", "c"),
        "a: {\n  b: 1, # b\n  d: 3\n}\n",
    ),
    "all removed": ("a: # c\n  b: 1\nc: 2\n", take("a", "b"), "a: {} # c\nc: 2\n"),
    "all removed from a flow": ("a: { b: 1 } # c\n", take("a", "b"), "a: {} # c\n"),
    "renamed": ("a: {b: 1} # c\n'd': x\n", rename("a", "e"), "e: {b: 1} # c\n'd': x\n"),
    "a quoted one renamed": ("'d e': x # c\n", rename("d e", "f: g"), '"f: g": x # c\n'),
    "renamed in a flow": ("a: {b: 1, c: 2}\n", rename("a", "c", "d"), "a: {b: 1, d: 2}\n"),
    "in another order": (
        "# head\n\n# a\na: 1\nb: 2 # b\n# c\nc: 3\n",
        order(("c", "a", "b")),
        "# head\n\n# c\nc: 3\n# a\na: 1\nb: 2 # b\n",
    ),
    "in another order in a flow": ("a: {b: 1, c: 2, d: 3}\n", order("a", ("d", "b", "c")), "a: {d: 3, b: 1, c: 2}\n"),
    "in another order beside a dash": (
        "a:\n  - b: 1 # b\n    c: 2\n",
        order("a", 0, ("c", "b")),
        "a:\n  - c: 2\n    b: 1 # b\n",
    ),
    "a text becomes a mapping": (
        "a:\n  b: 1 # c\n  d: 2\n",
        put("a", "b", {"e": "1", "f": "2"}),
        "a:\n  b: {e: 1, f: 2} # c\n  d: 2\n",
    ),
    "a text becomes a long mapping": (
        "a:\n  b: 1 # c\n  d: 2\n",
        put("a", "b", {"e": {"f": {"g": "1"}, "h": "2"}}),
        "a:\n  b: # c\n    e: {f: {g: 1}, h: 2}\n  d: 2\n",
    ),
    "a mapping becomes a text": (
        "a:\n  b: # c\n    e: 1 # gone\n    # gone\n\n  d: 2\n",
        put("a", "b", "x"),
        "a:\n  b: x # c\n\n  d: 2\n",
    ),
    "a flow that gets long": (
        f"a:\n  b: {{c: {'x' * 40}, d: 1}} # c\n",
        put("a", "b", "e", "y" * 60),
        f"a:\n  b: # c\n    c: {'x' * 40}\n    d: 1\n    e: {'y' * 60}\n",
    ),
    "of the author stay": ("a: 1\nx-b: {c: 1}\nd: 2\n", order(("d", "a")), "d: 2\na: 1\nx-b: {c: 1}\n"),
    "of the author added": ("a: 1\nb:\n  c: 2\n", put("b", "x-d", "3"), "a: 1\nb:\n  c: 2\n  x-d: 3\n"),
    "of the author removed": ("a: 1\nx-b: 2\nc: 3\n", take("x-b"), "a: 1\nc: 3\n"),
}

ITEMS: dict[str, tuple[str, Change, str]] = {
    "inserted": ("a:\n  - x\n  - y # c\n", insert("a", 1, "z"), "a:\n  - x\n  - z\n  - y # c\n"),
    "inserted first": (
        "a:\n  # about x\n  - x\n  - y\n",
        insert("a", 0, "z"),
        "a:\n  - z\n  # about x\n  - x\n  - y\n",
    ),
    "inserted last": ("a:\n- x\n- y\nb: 1\n", insert("a", 2, {"c": "1"}), "a:\n- x\n- y\n- {c: 1}\nb: 1\n"),
    "inserted at the end of the file": ("a:\n  - x\n  - y", insert("a", 2, "z"), "a:\n  - x\n  - y\n  - z"),
    "inserted apart": (
        "a:\n  - b: 1\n\n  - b: 2\n\nc: 1\n",
        insert("a", 2, {"b": "3"}),
        "a:\n  - b: 1\n\n  - b: 2\n\n  - {b: 3}\n\nc: 1\n",
    ),
    "removed": ("a:\n  - x\n  # about y\n  - y\n  - z\n", take("a", 1), "a:\n  - x\n  - z\n"),
    "the last removed": ("a:\n  - b: 1\n\n  - b: 2\n\nc: 1\n", take("a", 1), "a:\n  - b: 1\n\nc: 1\n"),
    "the first removed": ("a:\n  - b: 1\n\n  # two\n  - b: 2\n", take("a", 0), "a:\n  # two\n  - b: 2\n"),
    "a comment apart stays": (
        "a:\n  - x\n\n  # Part two\n\n  - y\n  - z\n",
        take("a", 1),
        "a:\n  - x\n\n  # Part two\n\n  - z\n",
    ),
    "all removed": ("a: # c\n  - x\nb: 1\n", take("a", 0), "a: [] # c\nb: 1\n"),
    "all removed, and comments apart stay": (
        "a: # c\n  # x\n  - x\n    # x\n  # apart\n\n  # y\n  - y\nb: 1\n",
        then(take("a", 0), take("a", 0)),
        "a: [] # c\n  # apart\nb: 1\n",
    ),
    "no longer empty": ("a: [] # c\nb: 1\n", insert("a", 0, "x"), "a: # c\n  - x\nb: 1\n"),
    "moved": (
        "a:\n  - b: 1\n    c: x\n\n  # two\n  - b: 2 # c\n\n  - b: 3\n",
        move("a", 1, 0),
        "a:\n  # two\n  - b: 2 # c\n\n  - b: 1\n    c: x\n\n  - b: 3\n",
    ),
    "moved and changed": (
        "a:\n  - b: 1\n  # two\n  - b: 2 # c\n  - b: 3\n",
        then(put("a", 1, "b", "4"), move("a", 1, 2)),
        "a:\n  - b: 1\n  - b: 3\n  # two\n  - b: 4 # c\n",
    ),
    "moved to the end of a file without a break": ("a:\n- x\n- y", move("a", 0, 1), "a:\n- y\n- x\n"),
    "in a flow": ("a: [x, y, z]\n", move("a", 0, 2), "a: [y, z, x]\n"),
    "inserted in a flow": ("a: [ x, y ]\n", insert("a", 0, "z"), "a: [ z, x, y ]\n"),
    "a copy": (
        "a:\n  # Part one\n  - b: 1\n    # in it\n    c: 2 # c\n",
        lambda root: insert("a", 1, root["a"][0])(root),
        "a:\n  # Part one\n  - b: 1\n    # in it\n    c: 2 # c\n\n  - b: 1\n    # in it\n    c: 2 # c\n",
    ),
    "a copy with an odd key": (
        "a:\n  # two\n  - ? b\n    : 1\n    c: 2\n  - {d:   1}  # d\n",
        lambda root: insert("a", 1, put("b", "3")(root["a"][0]))(root),
        "a:\n  # two\n  - ? b\n    : 1\n    c: 2\n  - {b: 3, c: 2}\n  - {d:   1}  # d\n",
    ),
    "a list in a list": ("a:\n  - - x\n    - y\n  - - z\n", take("a", 0, 0), "a:\n  - - y\n  - - z\n"),
    "with breaks as on Windows": (
        "a:\r\n  - b: 1\r\n    c: 2\r\n",
        insert("a", 1, {"b": {"c": {"d": "1"}}, "e": "2"}),
        "a:\r\n  - b: 1\r\n    c: 2\r\n\r\n  - b: {c: {d: 1}}\r\n    e: 2\r\n",
    ),
}

NAMES: dict[str, tuple[str, Change, str]] = {
    "changed where it stands": ("a: &k {b: 1}\nc: *k\n", put("a", "b", "2"), "a: {b: 2}\nc: &k {b: 1}\n"),
    "changed below what repeats it": ("a: &k {b: 1}\nc: *k # c\n", put("c", "b", "2"), "a: &k {b: 1}\nc: {b: 2} # c\n"),
    "removed": ("a: &k {b: 1}\nc: *k # c\nd: *k\n", take("a"), "c: &k {b: 1} # c\nd: *k\n"),
    "a block removed": (
        "a: &k\n  b: 1\n  # in\n  c: |\n    x\nd:\n  e: *k\nf: *k\n",
        take("a"),
        "d:\n  e: &k\n    b: 1\n    # in\n    c: |\n      x\nf: *k\n",
    ),
    "a text changed": ("a: &t 3s\nb: *t\nc: *t\n", put("a", "4s"), "a: 4s\nb: &t 3s\nc: *t\n"),
    "a text changed wherever it is": (
        "a: &t 3s # a\nb: *t # b\nc: [*t]\n",
        then(put("a", "4s"), put("b", "4s"), put("c", 0, "4s")),
        "a: &t 4s # a\nb: *t # b\nc: [*t]\n",
    ),
    "a text and keys changed alike": (
        "a: {b: &t x, c: 1}\nd:\n  *t : 1 # d\ne: {*t : 2}\n",
        then(put("a", "b", "y"), rename("d", "x", "y"), rename("e", "x", "y")),
        "a: {b: &t y, c: 1}\nd:\n  *t : 1 # d\ne: {*t : 2}\n",
    ),
    "a key with a name and what repeats it": (
        "a:\n  &t x: 1 # a\nd:\n  *t : 1 # d\n",
        then(rename("a", "x", "y"), rename("d", "x", "y")),
        "a:\n  &t y: 1 # a\nd:\n  *t : 1 # d\n",
    ),
    "a text changed and not all that repeat it": (
        "a: &t 3s\nb: *t # b\nc: *t # c\n",
        then(put("a", "4s"), put("b", "4s")),
        "a: 4s\nb: 4s # b\nc: &t 3s # c\n",
    ),
    "a text that nobody repeats": ("a: &t 3s\nb: &u 4s\nc: *u\n", put("a", "5s"), "a: &t 5s\nb: &u 4s\nc: *u\n"),
    "moved behind what repeats it": (
        "a:\n  - &k {b: 1}\n  - *k\n  - x\n",
        move("a", 0, 2),
        "a:\n  - &k {b: 1}\n  - x\n  - *k\n",
    ),
    "a merged key": (
        "a: &k {b: 1, c: 2}\nd:\n  <<: *k # m\n  e: 3\n",
        put("d", "b", "5"),
        "a: &k {b: 1, c: 2}\nd:\n  <<: *k # m\n  b: 5\n  e: 3\n",
    ),
    "a merged key removed": (
        "a: &k {b: 1, c: 2}\nd:\n  <<: *k\n  e: 3\n",
        take("d", "b"),
        "a: &k {b: 1, c: 2}\nd:\n  c: 2\n  e: 3\n",
    ),
    "what others merge": (
        "a: &k {b: 1, c: 2}\nd:\n  <<: *k\n  e: 3\n",
        put("a", "b", "5"),
        "a: {b: 5, c: 2}\nd:\n  <<: &k {b: 1, c: 2}\n  e: 3\n",
    ),
    "what was written over a merged key": (
        "a: &k {b: 1, c: 2}\nd: # d\n  - {<<: *k, b: 3} # e\n  # f\n  - {g:   *k}\n",
        lambda root: put("d", 0, "b", root["a"]["b"])(root),
        "a: &k {b: 1, c: 2}\nd: # d\n  - {<<: *k} # e\n  # f\n  - {g:   *k}\n",
    ),
    "what was written over a merged key, and the merged one too": (
        "a: &k {b: 1, c: 2}\nd: # d\n  - {<<: *k, b: 3} # e\n  # f\n  - {g:   *k}\n",
        take("d", 0, "b"),
        "a: &k {b: 1, c: 2}\nd: # d\n  - {c: 2} # e\n  # f\n  - {g:   *k}\n",
    ),
    "beside a merge": (
        "a: &k {b: 1, c: 2}\nd:\n  <<: *k # m\n  e: 3\n",
        put("d", "e", "5"),
        "a: &k {b: 1, c: 2}\nd:\n  <<: *k # m\n  e: 5\n",
    ),
}


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(*case, id=f"{kind}-{name}".replace(" ", "-"))
        for kind, cases in [("scalar", SCALARS), ("key", KEYS), ("item", ITEMS), ("name", NAMES)]
        for name, case in cases.items()
    ],
)
def test_an_edit_leaves_the_rest(before: str, edit: Change, after: str) -> None:
    root = tree(before)
    wanted = edit(root)
    found = written(wanted)
    assert found.text == after
    assert same_tree(tree(after), wanted)
    assert found.rewritten == ()
    assert written(root).text == before


def test_an_item_moves_into_a_group() -> None:
    root = tree(
        "cues:\n  # the first\n  - cue: 1 # c\n    notes: |\n      x\n\n       y\n\n  - cue: 2\n    group: sequence\n"
        "    cues:\n      - {cue: 2.1, wait: 1s}\n"
    )
    one, group = root["cues"]
    inside = changed_with(group["cues"], lambda node: node.append(one))
    moved = put("cues", 0, "cues", inside)(take("cues", 0)(root))
    assert written(moved).text == (
        "cues:\n  - cue: 2\n    group: sequence\n    cues:\n      - {cue: 2.1, wait: 1s}\n\n"
        "      # the first\n      - cue: 1 # c\n        notes: |\n          x\n\n           y\n"
    )


def test_items_are_put_into_a_new_group() -> None:
    root = tree("cues:\n  # one\n  - cue: 1\n    wait: 1s # c\n\n  - {cue: 2, wait: 2s} # d\n\n  - cue: 3\n")
    group = Mapping()
    inside = changed_with(root["cues"], lambda node: node.pop())
    inside.base = None
    group.update({"cue": "5", "group": "sequence", "cues": inside})
    grouped = then(take("cues", 0), take("cues", 0), insert("cues", 0, group))(root)
    found = written(grouped)
    assert found.text == (
        "cues:\n  - cue: 5\n    group: sequence\n    cues:\n      # one\n      - cue: 1\n        wait: 1s # c\n"
        "\n      - {cue: 2, wait: 2s} # d\n\n  - cue: 3\n"
    )


def test_an_item_of_another_file_comes_with_its_comments() -> None:
    root = tree("cues:\r\n    - cue: 1\r\n      wait: 1s\r\n")
    other = tree("list:\n# pasted\n- cue: 2 # c\n  light:\n    # deep\n    time: 1s\n- cue: 3\n")
    found = written(insert("cues", 1, other["list"][0])(root))
    assert found.text == (
        "cues:\r\n    - cue: 1\r\n      wait: 1s\r\n\r\n    # pasted\r\n    - cue: 2 # c\r\n      light:\r\n"
        "        # deep\r\n        time: 1s\r\n"
    )


def test_a_mark_at_the_start_stays() -> None:
    root = tree("a: 1\n")
    root.origin.bom = True
    assert bytes_of(put("a", "2")(root)) == b"\xef\xbb\xbfa: 2\n"


def changed_with(node: Any, change: Change) -> Any:
    copy = node.changed()
    change(copy)
    return copy
