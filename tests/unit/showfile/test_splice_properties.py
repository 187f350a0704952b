"""Any edit of any show in any hand: what was edited is written, what was not stays byte for byte."""

import copy
import difflib
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showctl.model.unit import Quoted
from showctl.shipped import shipped
from showctl.showfile.formatted import formatted
from showctl.showfile.house_style import text_of_new
from showctl.showfile.load import load_text
from showctl.showfile.reader import read
from showctl.showfile.report import Refused, Report
from showctl.showfile.same_tree import same_tree
from showctl.showfile.splice import text_of, written
from showctl.showfile.tree import Mapping, Sequence
from tests.tree_edits import Change, changed, insert, move, new, put, rename, take
from tests.yaml_hands import Hand

SHOWS = [load_text(path.read_text()).root for path in sorted(shipped("shows").glob("*.yaml"))]
_VALUES: list[Any] = [
    *(
        "x",
        "12",
        "a: b",
        "#ff0000",
        "- x",
        "",
        "two\nlines",
        "three\nlines\n",
        " padded ",
        "tab\there",
        "\x85",
        "*a",
        "e, f",
    ),
    *(Quoted("12"), Quoted("a"), None, "x" * 70, {}, [], {"k": "v"}, ["1", "2"], {"k": {"l": {"m": "1"}}, "n": ["o"]}),
    *([{"k": "1", "l": "2\n3"}], {"x y": "1", "#z": "2"}),
]


def tree(text: str) -> Any:
    report = Report("t")
    root = read(text, report)
    assert not report.problems, (report.problems, text)
    return root


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all mappings and lists."""
    if not isinstance(node, Mapping | Sequence):
        return []
    below = node.items() if isinstance(node, Mapping) else enumerate(node)
    return [path, *(found for key, value in below for found in places(value, (*path, key)))]


def some_edit(root: Any, random: Random) -> Change:
    path = random.choice(places(root))
    node = root
    for key in path:
        node = node[key]
    value = random.choice(_VALUES)
    if isinstance(node, Sequence):
        if not node or random.random() < 0.3:
            return insert(*path, random.randint(0, len(node)), value)
        at = random.randrange(len(node))
        choices = [put(*path, at, value), take(*path, at), move(*path, at, random.randrange(len(node)))]
        if isinstance(node[at], Mapping):  # a copy of an item
            choices.append(insert(*path, random.randint(0, len(node)), node[at]))
        return random.choice(choices)
    keys = list(node)
    fresh = random.choice(["new key", "x-new", "a: b", "12", "label"])
    if not keys or random.random() < 0.3:
        return put(*path, fresh, value)
    key = random.choice(keys)
    turned = list(reversed(keys))
    if random.random() < 0.2:
        return lambda node: changed(node, path, lambda copy: _reorder(copy, turned))
    others = [put(*path, key, value), take(*path, key)]
    if fresh not in node and fresh[:2] != "x-":
        others.append(rename(*path, key, fresh))
    return random.choice(others)


def _reorder(node: Any, keys: list[str]) -> None:
    kept = {key: node[key] for key in keys}
    node.clear()
    node.update(kept)


def pruned(node: Any, random: Random, depth: int = 0) -> Any:
    """A part of a show, of which some is there twice, so that there is something to name."""
    if isinstance(node, dict):
        keys = [key for key in node if random.random() < (0.5 if depth < 3 else 0.8)][:5]
        return {key: pruned(node[key], random, depth + 1) for key in keys}
    if isinstance(node, list):
        count = random.randint(0, 3)
        first = random.randrange(max(1, len(node) - count))
        return [pruned(item, random, depth + 1) for item in node[first : first + count]]
    return node


def doubled(plain: dict[str, Any], random: Random) -> None:
    full = [key for key, value in plain.items() if isinstance(value, dict | list) and value]
    for key in full if random.random() < 0.5 else []:
        source = plain[random.choice(full)]
        source = copy.deepcopy(random.choice(source if isinstance(source, list) else list(source.values())))
        if isinstance(source, dict):
            source["more"] = "z"
        if isinstance(plain[key], list):
            plain[key].append(source)
        else:
            plain[key]["twice"] = source


def show_of(random: Random) -> tuple[str, Any]:
    """The text of a show in some hand, and its tree."""
    while True:
        plain = pruned(random.choice(SHOWS), random)
        doubled(plain, random)
        text = Hand(random).text(plain)
        if plain and same_tree(root := tree(text), new(plain)):  # a comment below a block may have become text
            return text, root


@pytest.mark.parametrize("seed", range(20))
def test_edits_are_written_and_nothing_else(seed: int) -> None:
    """A thousand shows and edits, and each of them again if it goes wrong: by its seed, without shrinking for hours."""
    for turn in range(50):
        random = Random(f"{seed}/{turn}")
        text, root = show_of(random)
        assert text_of(root) == text
        edited = root
        for _ in range(random.randint(1, 3)):
            edited = some_edit(edited, random)(edited) if edited else edited
        found = written(edited)
        assert same_tree(tree(found.text), edited), (seed, turn)
        assert text_of(root) == text  # undo
        assert found.rewritten != ((),), (seed, turn)
        if not root.origin.repeats:
            lines = found.text
            for key, value in root.items():
                if edited.get(key) is value and not isinstance(value, str | None):
                    at, _, end = root.spans[key]
                    assert text[at:end].rstrip() in lines, (seed, turn, key)


@pytest.mark.parametrize("seed", range(10))
def test_formatting_keeps_all_but_the_form(seed: int) -> None:
    for turn in range(50):
        text, root = show_of(Random(f"{seed}/{turn}"))
        once = formatted(root)
        again = tree(once)
        assert same_tree(again, root), (seed, turn)
        assert formatted(again) == once, (seed, turn)
        assert sorted(re.findall("comment [0-9]+", once)) == sorted(re.findall("comment [0-9]+", text)), (seed, turn)


_BLOCKS = ["a\nb\n\n", "  a\n b\n", "\n\n a\n\n\n", "# a\n", "", "a\n", "a", " a ", "\n\n", "a  \n", "a: b\n\n# c\n"]


@pytest.mark.parametrize("seed", range(10))
def test_formatting_keeps_blocks_of_every_kind_and_pairs_in_lists(seed: int) -> None:
    done = 0
    for turn in range(40):
        random = Random(f"{seed}/{turn}")
        plain = with_blocks(pruned(random.choice(SHOWS), random), random)
        text = Hand(random, odd=True).text(plain)
        report = Report("t")
        try:
            root = read(text, report)
        except Refused:  # what the hand wrote is no YAML
            continue
        if report.problems or not root:
            continue
        done += 1
        once = formatted(root)
        again = tree(once)
        assert same_tree(again, root), (seed, turn)
        assert formatted(again) == once, (seed, turn)
        assert sorted(re.findall("comment [0-9]+", once)) == sorted(re.findall("comment [0-9]+", text)), (seed, turn)
    assert done > 20


def with_blocks(node: Any, random: Random) -> Any:
    """A part of a show with texts of several lines, and lists of pairs."""
    if isinstance(node, dict):
        return {key: with_blocks(value, random) for key, value in node.items()}
    if isinstance(node, list):
        pairs = [{f"k{at}": each} for at, each in enumerate(node)]
        return [with_blocks(each, random) for each in (pairs if random.random() < 0.3 else node)]
    return Quoted(random.choice(_BLOCKS)) if random.random() < 0.4 else node


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    | st.text("-?:#&*!|>'\"%@` ,[]{}.<=~ab\n\t", max_size=8),
    st.booleans(),
)
def test_any_text_is_written_so_that_it_reads_the_same(text: str, quoted: bool) -> None:
    value = Quoted(text) if quoted else text
    for plain in ({"a": value, "b": [value, {"c": value}]}, {"d": {"a": {"b": {"c": value}}, "e": "x" * 90}}):
        wanted = new(plain)
        assert same_tree(tree(text_of_new(wanted)), wanted)
    key = text.strip()
    if key and key != "<<" and key[:2] != "x-":
        assert list(tree(text_of_new({key: "x", "y": {key: "z"}}))["y"]) == [key]
    root = tree("a: 'x' # c\nb: y\nc: {d: \"z\"} # e\n")
    edited = put("c", "d", value)(put("b", value)(put("a", value)(root)))
    assert written(edited).rewritten == ()


@pytest.mark.parametrize("path", sorted(shipped("shows").glob("*.yaml")), ids=lambda path: path.name)
def test_shipped_shows(path: Path) -> None:
    text = path.read_text()
    before = load_text(text)
    assert text_of(before.root) == text
    edited = put("cues", 1, "label", "Another label")(before.root)
    changed_lines = [
        line for line in difflib.ndiff(text.splitlines(), text_of(edited).splitlines()) if line[:1] in "+-"
    ]
    assert len(changed_lines) == 2
    neat = formatted(before.root)
    assert load_text(neat).show == before.show
    assert formatted(tree(neat)) == neat
    random = Random(path.name)
    for _ in range(10):
        edited = some_edit(before.root, random)(before.root)
        assert same_tree(tree(text_of(edited)), edited)
    assert load_text(text_of_new(before.root)).show == before.show


@pytest.mark.parametrize("page", ["show-file.md", "cues.md", "lighting.md"])
def test_examples_of_the_docs(page: str) -> None:
    text = (shipped("shows").parent / "docs" / page).read_text()
    for example in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        root = tree(example)
        neat = formatted(root)
        assert same_tree(tree(neat), root)
        assert formatted(tree(neat)) == neat
        edited = some_edit(root, Random(example))(root)
        assert same_tree(tree(text_of(edited)), edited)
