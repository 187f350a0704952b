"""Whatever a file holds, loading it gives a show, or says what is wrong: no traceback, no hang.

SHOWCTL_FUZZ=10000 sets how many inputs each test tries.
"""

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.program.opening import Opened, open_show
from showctl.showfile.load import Refused, Unreadable, load_text

DATA = Path(__file__).parent / "data"
SEEDS = [(DATA / name).read_bytes() for name in ("whole.yaml", "mistakes.yaml")]
FRAGMENTS = [
    b"{", b"}", b"[", b"]", b": ", b"- ", b"&a ", b"*a", b"<<: *a", b"!x ", b"'", b'"', b"|\n", b"\t", b"\n\n",
    b"---\n",
    b"#", b"?", b"~", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"1..9999999999", b"a1..a4096", b"1-63999", b"x-",
    b"9" * 5000, b"nan", b"-1", b"cues:", b"cue: 1", b"light: ", b"look: ", b"group: timeline", b"\\u0000",
    b"\xc2\x85", b"null", b"=", "²".encode(), "٣".encode(),
]  # fmt: skip

pytestmark = pytest.mark.fuzz
INPUTS = int(os.environ.get("SHOWCTL_FUZZ", "150"))
SETTINGS = settings(
    max_examples=INPUTS,
    deadline=2000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A show file in which some places were cut, doubled, swapped or overwritten."""
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        new = draw(
            st.one_of(st.sampled_from(FRAGMENTS), st.just(b""), st.just(data[start:end] * 2), st.binary(max_size=4))
        )
        data = data[:start] + new + data[end:]
    return data


def outcome(data: bytes) -> Opened | Refused | Unreadable:
    with tempfile.NamedTemporaryFile(suffix=".yaml") as file:
        file.write(data)
        file.flush()
        try:
            return open_show(file.name)
        except (Refused, Unreadable) as refused:
            return refused


def check(result: object) -> None:
    if isinstance(result, Refused):
        assert result.problems
        for problem in result.problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert problem.what
            assert str(problem).isprintable()


@SETTINGS
@given(mutated())
def test_mutated_files(data: bytes) -> None:
    check(outcome(data))


@SETTINGS
@given(st.binary(max_size=300))
def test_bytes(data: bytes) -> None:
    check(outcome(data))


@SETTINGS
@given(st.text(alphabet=st.sampled_from("abc1 :-[]{}\n\t'\"#&*!|>?%@.,<=~x²"), max_size=120))
def test_texts(text: str) -> None:
    try:
        load_text("showctl: 1\n" + text)
    except Refused as refused:
        check(refused)


LEAVES = st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["1", "main", "a1..a9", "timeline", "osc", "x-1"]))
KEYS = st.sampled_from(
    [
        "cue",
        "light",
        "look",
        "wait",
        "osc",
        "midi",
        "group",
        "cues",
        "device",
        "do",
        "type",
        "to",
        "universes",
        "port",
        "at",
        "id",
        "fixture",
        "mode",
        "exempt",
        "continue",
        "time",
        "segment",
        "start",
        "duration",
        "notes",
        "title",
        "due",
        "blocks",
        "intensity",
        "colour",
        "hue",
        "args",
        "x-own",
        "cues",
        "label",
        "panic",
        "osc",
    ]
)
TREES = st.recursive(
    LEAVES, lambda t: st.one_of(st.lists(t, max_size=4), st.dictionaries(KEYS, t, max_size=4)), max_leaves=25
)
SECTIONS = st.sampled_from(
    ["show", "devices", "inputs", "patch", "groups", "cues", "lists", "run of show", "people", "suppliers", "logistics"]
)


@pytest.mark.timeout(max(120, INPUTS // 10))  # Hypothesis takes 4 ms to make up such a tree, more on a busy machine
@SETTINGS
@given(st.dictionaries(SECTIONS, TREES, max_size=4))
def test_wrong_kinds_everywhere(tree: dict[str, object]) -> None:
    """Lists where mappings belong, nothing where something belongs, and so on."""
    try:
        load_text(json.dumps({"showctl": "1", **tree}))
    except Refused as refused:
        check(refused)
