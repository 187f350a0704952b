"""The reader: scalars stay text, everything has a place, and what is no plain YAML is refused in clear words."""

import pytest
import yaml

from showctl.model.unit import Quoted
from showctl.showfile.reader import DEEPEST, read
from showctl.showfile.report import Refused, Report
from showctl.showfile.tree import Mapping, Sequence, mark_at, where


def tree(text: str) -> Mapping:
    report = Report("f")
    root = read(text, report)
    assert not report.problems
    assert isinstance(root, Mapping)
    return root


def problems(text: str) -> list[str]:
    report = Report("f")
    try:
        read(text, report)
    except Refused as refused:
        return [str(p) for p in refused.problems]
    return [str(p) for p in Refused(report.problems).problems]


def test_scalars_stay_as_they_were_written() -> None:
    words = ["19:30", "on", "1.10", "0x10", "1_000", "~", "null", "2026-11-27", "012", ".5", "1e3", "yes"]
    root = tree("\n".join(f"k{i}: {word}" for i, word in enumerate(words)))
    assert list(root.values()) == words
    assert not any(isinstance(v, Quoted) for v in root.values())


def test_quotes_are_remembered() -> None:
    root = tree("a: '12'\nb: \"x\"\nc: |\n  two\n  lines\nd: >\n  folded\ne:\nf: ''\n")
    assert [type(v) for v in root.values()] == [Quoted, Quoted, Quoted, Quoted, type(None), Quoted]
    assert root["c"] == "two\nlines\n"


def test_everything_has_a_place() -> None:
    root = tree("a:\n  b: [x, {c: y}]\n  d:\n")
    assert mark_at(root, ("a",)) == (1, 1)
    assert mark_at(root, ("a", "b", 0)) == (2, 7)
    assert mark_at(root, ("a", "b", 1, "c")) == (2, 14)
    assert mark_at(root, ("a", "b", 1, "c"), key=True) == (2, 11)
    assert mark_at(root, ("a", "d")) == (3, 3)
    assert mark_at(root, ("a", "d", "not there")) == (3, 3)
    assert mark_at(root, ("nothing",)) == (1, 1)


def test_where_in_words() -> None:
    root = tree(
        "cues: [{cue: 1, light: {time: x}}]\nlists: {fx: {cues: [{cue: 2, cues: [{cue: 2.1}]}]}}\nrun of show: [{a: 1}]"
    )
    assert where(root, ("cues", 0, "light", "time")) == "cue 1 > light > time"
    assert where(root, ("lists", "fx", "cues", 0, "cues", 0, "cue")) == "list fx > cue 2.1 > cue"
    assert where(root, ("run of show", 0, "a")) == "run of show > item 1 > a"


def test_aliases_and_merge_keys() -> None:
    root = tree(
        """
x-base: &base {fixture: a, mode: b}
one: {<<: *base, mode: c}
two: {<<: [*base, {extra: d}], fixture: e}
again: *base
"""
    )
    assert root["one"] == {"fixture": "a", "mode": "c"}
    assert root["two"] == {"mode": "b", "extra": "d", "fixture": "e"}
    assert root["again"] == {"fixture": "a", "mode": "b"}
    assert root["one"].key_mark("fixture") == (2, 16)
    assert root["one"].key_mark("mode") == (3, 18)


def test_the_authors_own_keys_are_kept_apart() -> None:
    root = tree("x-note: 1\na: {x-b: 2, c: 3}")
    assert dict(root) == {"a": {"c": "3"}}
    assert root.own == {"x-note": "1"}
    assert root["a"].own == {"x-b": "2"}


def test_line_ends_and_comments() -> None:
    assert tree("# hello\r\na: 1\r\nb: 2 # there\r\n") == {"a": "1", "b": "2"}
    assert tree("--- # start\na: 1\n...\n") == {"a": "1"}
    assert isinstance(read("- a", Report("f")), Sequence)
    assert read("", Report("f")) is None
    assert read("# only a comment", Report("f")) is None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\na: 2\n", "2:1", "the key 'a' is written twice, first in line 1"),
        ("a: 1\n'a': 2\n", "2:1", "the key 'a' is written twice, first in line 1"),
        ("a: 1\n' a ': 2\n", "2:1", "the key 'a' is written twice, first in line 1"),
        ("x-a: 1\nx-a: 2\n", "2:1", "the key 'x-a' is written twice, first in line 1"),
        ("? [x]\n: 1\n", "1:3", "a list or mapping stands where a key belongs"),
        ("? \n: 1\n", "1:2", "nothing stands where a key belongs"),
        ("a: !!python/object:os.system x", "1:4", "the tag 'tag:yaml.org,2002:python/object:os.system' has no place"),
        ("a: !x {b: 1}", "1:4", "the tag '!x' has no place"),
        ("a: *b", "1:4", "*b repeats what is not named above"),
        ("a: &b [*b]", "1:8", "*b stands inside what it repeats"),
        ("a: {<<: x}", "1:9", "<< takes mappings only"),
        ("--- 1\n--- 2\n", "2:1", "a second document starts here"),
        ("a: [1, 2\nb: 3\n", "2:2", "a list in [ ] is not right"),
        ("a: {b: 1\nc: 2", "2:2", "a mapping in { } is not right"),
        ("a:\n  b: 1\n c: 2\n", "3:2", "this line is indented differently"),
        ("a:\n\tb: 1\n", "2:1", "a tab stands in the indentation"),
        ("a: 'x\nb: 1\n", "1:4", "a quotation that starts here has no end"),
        ("a: @x", "1:4", "text may not start with @ here"),
        ("a: %x", "1:4", "text may not start with % here"),
        ("a: b: c", "1:5", "a second ': ' or an indented key"),
        ("a: - b", "1:4", "a '- ' stands where no list item can"),
        ("a: \"\\q\"", "1:5", "a backslash inside double quotes"),
        ("a: |x\n y", "1:5", "the sign after | or > is not right"),
        ("- a\nb: 1", "2:1", "this line does not belong to the list above it"),
        ("a: *\n", "1:5", "text may not start with * or & here"),
        ("%FOO 1\n---\na: 1", "1:5", "tags and directives (! and %) have no place"),
        ("a: ]", "1:4", "a bracket, comma or sign stands where a value belongs"),
        ("a: 1\n...\nb\n", "3:1", "the text goes on after its end"),
    ],
)  # fmt: skip
def test_what_is_no_plain_yaml(text: str, place: str, words: str) -> None:
    found = problems(text)
    assert len(found) == 1
    assert words in found[0]
    assert "; " in found[0]
    assert found[0].startswith(f"f:{place}:")


def test_both_parsers_say_it_in_our_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without its C part, its own parser has other words for the same."""
    monkeypatch.setattr("showctl.showfile.reader._Loader", yaml.SafeLoader)
    for text, words in {
        "a: [1, 2\nb: 3\n": "[ ]",
        "a:\n  b: 1\n c: 2\n": "indented differently",
        "a:\n\tb: 1\n": "a tab",
        "a: 'x\n": "a quotation",
        "a: @x": "start with @",
        "a: b: c": "a second ': '",
        'a: "\\q"': "a backslash",
        "- a\nb: 1": "the list above it",
    }.items():
        (found,) = problems(text)
        assert words in found
        assert "; " in found


def test_nesting_has_an_end() -> None:
    assert read("[" * DEEPEST + "]" * DEEPEST, Report("f")) is not None
    for text in ("[" * 100_000, "{a: " * 100_000, "\n".join("  " * i + "a:" for i in range(500)), "- " * 5000):
        (found,) = problems(text)
        assert f"more than {DEEPEST} levels" in found


def test_aliases_do_not_explode() -> None:
    """Billion laughs: nine lines that stand for a billion values."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join([f'*{p}'] * 9)}]" for p, n in zip("abcdefgh", "bcdefghi", strict=True)]
    (found,) = problems("\n".join(lines))
    assert "more than 1000000 values" in found
    merged = "a: &a {k: [" + "x, " * 20_000 + "x]}\n" + "\n".join(f"m{i}: {{<<: *a}}" for i in range(100))
    (found,) = problems(merged)
    assert "more than 1000000 values" in found
