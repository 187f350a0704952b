"""YAML that is made to hurt: what it stands for is counted before it is built, and nothing in it is run.

How long each takes is bounded by what the reader counts, not by a clock; where the work of a line could grow faster
than the line, two sizes are compared.
"""

import contextlib
import time
from pathlib import Path

import pytest

from showctl.showfile import load, reader
from showctl.showfile.load import Refused, load_text
from showctl.showfile.reader import DEEPEST, MOST, read
from showctl.showfile.report import MOST as MOST_PROBLEMS
from showctl.showfile.report import Report
from showctl.showfile.text import MOST_SIGNS
from showctl.showfile.tree import Mapping

TOP = "showctl: 1\nshow: {title: A}\n"


def words(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        load_text(text)
    return [problem.words for problem in refused.value.problems]


def counted(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many values the reader put into the tree, before it gave up or was done."""
    puts = 0
    put = reader._Builder._put

    def counting(self: reader._Builder, *given: object) -> None:
        nonlocal puts
        puts += 1
        put(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(reader._Builder, "_put", counting)
    with contextlib.suppress(Refused):
        load_text(text)
    return puts


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system [touch {file}]",
        "!!python/object/new:os.system [touch {file}]",
        "!!python/name:os.system",
        "!!python/module:os",
        "!!python/object:subprocess.Popen {{args: [touch, {file}]}}",
        "!!map {{a: 1}}",
        "!!binary aGVsbG8=",
        "!include /etc/passwd",
        "!<tag:yaml.org,2002:python/object/apply:os.system> [touch {file}]",
    ],
)
def test_tags_make_nothing(tag: str, tmp_path: Path) -> None:
    mark = tmp_path / "made"
    found = words(f"{TOP}x-a: {tag.format(file=mark)}\n")
    assert any("has no place in a show file; remove it" in each for each in found)
    assert not mark.exists()


@pytest.mark.parametrize(
    "text",
    [
        "x-a: " + "[" * 5000 + "]" * 5000,
        "x-a: " + "{a: " * 5000 + "1" + "}" * 5000,
        "x-a:\n" + "".join(f"{'  ' * n}- \n" for n in range(1, 2000)),
        "".join(f"{'  ' * n}x-k:\n" for n in range(2000)),
    ],
    ids=["lists", "mappings", "block lists", "block mappings"],
)
def test_depth_has_an_end(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert words(TOP + text)[-1] == f"more than {DEEPEST} levels stand inside each other here; use fewer"
    assert counted(TOP + text, monkeypatch) < 10 * DEEPEST


def test_own_keys_may_be_as_deep_as_the_rest() -> None:
    """What nobody looks at is not looked through by recursion either."""
    assert load_text(f"{TOP}x-a: {'[' * (DEEPEST - 1)}{']' * (DEEPEST - 1)}\n").show.info.title == "A"


@pytest.mark.parametrize(
    "text",
    [
        "x-0: &a0 [1, 2]\n" + "".join(f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)),
        "x-0: &a0 {k: 1}\n" + "".join(f"x-{n}: &a{n} {{k: *a{n - 1}, l: *a{n - 1}}}\n" for n in range(1, 200)),
        "x-0: &a0 {k0: 1}\n"
        + "".join(f"x-{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}], k{n}: 1}}\n" for n in range(1, 40)),
        "x-0: &a0 {k0: 1}\n" + "".join(f"x-{n}: &a{n}\n{f'  <<: *a{n - 1}{chr(10)}' * 9}" for n in range(1, 40)),
    ],
    ids=["lists", "mappings", "merged lists", "merge keys"],
)
def test_aliases_and_merges_do_not_explode(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an alias repeats is counted as often as it is repeated, before it is."""
    assert f"more than {MOST} values" in words(TOP + text)[-1]
    assert counted(TOP + text, monkeypatch) < 5000


@pytest.mark.parametrize(
    ("piece", "count"),
    [("1,", 2_000_000), ("{a: ", 1_000_000), ("[],", 1_300_000), ("- 1\n", 1_000_000), ("k:\n", 1_000_000)],
)
def test_a_file_with_too_many_values_is_turned_down_before_it_is_read(
    piece: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    bracket = "[" if "," in piece else ""
    text = f"{TOP}x-a: {bracket}\n{piece * count}"
    assert f"at most {MOST_SIGNS} are read; is it a show file?" in words(text)[-1]
    assert counted(text, monkeypatch) == 0


def test_the_same_anchor_again_and_again() -> None:
    """The last one above counts, as YAML says; thousands of them are no more work than thousands of values."""
    many = "".join(f"  - &a {n}\n" for n in range(20_000))
    tree = read(f"x: \n{many}y: *a\n", Report("f"))
    assert isinstance(tree, Mapping)
    assert tree["y"] == "19999"
    assert tree["x"][0] == "0"


def test_aliases_of_nothing_and_of_themselves() -> None:
    assert len(words(TOP + "x-a:\n" + "".join(f"  - *a{n}\n" for n in range(5000)))) <= MOST_PROBLEMS + 1
    assert "it would never end" in words(f"{TOP}x-a: &a {{<<: *a}}\n")[-1]
    assert "it would never end" in words(f"{TOP}x-a: &a [[*a]]\n")[-1]


def test_a_hundred_thousand_keys() -> None:
    """They are read, and of what is wrong with them so much is said as somebody may read."""
    many = "".join(f"  k{n}: 1\n" for n in range(100_000))
    assert load_text(f"{TOP}x-mine:\n{many}").show.info.title == "A"
    assert "100000 devices; write at most" in words(f"{TOP}devices:\n{many}")[0]
    assert len(words(f"{TOP}show2:\n{many}")) == 1
    assert len(words(f"{TOP}palettes:\n{many}")) <= MOST_PROBLEMS + 1


def test_misspelt_keys_are_compared_for_so_long_only(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    closest = load.closest

    def counting(word: str, choices: object) -> str | None:
        nonlocal compared
        compared += 1
        return closest(word, choices)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "closest", counting)
    assert len(words(TOP + "".join(f"key{n}: 1\n" for n in range(20_000)))) <= MOST_PROBLEMS + 1
    assert compared <= 100


@pytest.mark.parametrize(
    "text",
    [
        "x-a: " + "word " * 200_000,
        "x-a: " + "w" * 1_000_000,
        'x-a: "' + "\\u0041" * 100_000 + '"',
        "x-a: '" + "''" * 300_000 + "'",
        "x-a: 'x" + "\n\n" * 100_000 + "'",
        "x-a: |\n" + "  a\n" * 200_000,
        "# " + "c" * 1_000_000,
    ],
    ids=["words", "one word", "escapes", "quotes", "blank lines", "block", "comment"],
)
def test_long_lines_and_texts(text: str) -> None:
    assert load_text(TOP + text + "\n").show.info.title == "A"


@pytest.mark.parametrize(
    ("start", "item", "end"),
    [
        ("x-a: {", "k{}: , ", "}"),  # each value that is empty is looked at for a comment that swallowed it
        ("x-a: [", "'a', ", "]"),
        ("x-a: {", "? k{} : v, ", "}"),
        ("x-a: '", "k: v\n\n", "'"),
        ("groups:\n", "  g{}: nobody{}\n", ""),
        ("cues:\n", "  - {{cue: {}, labl: x}}\n", ""),
        ("patch:\n", "  - {{id: f{}, fixture: none}}\n", ""),
        ("lists:\n", "  l{}: {{cues: []}}\n", ""),
    ],
)
def test_work_grows_as_the_text_does(start: str, item: str, end: str) -> None:
    """Sixteen times the text is not a hundred times the work (quadratic would be 256): the best of three, in CPU time
    of this process, so that what else the machine does is not counted."""

    def cost(count: int) -> float:
        text = TOP + start + "".join(item.format(n, n) for n in range(count)) + end + "\n"
        spent = []
        for _ in range(3):
            began = time.process_time()
            with contextlib.suppress(Refused):
                load_text(text)
            spent.append(time.process_time() - began)
        return min(spent)

    assert cost(16_000) < 100 * max(cost(1000), 0.0005)
