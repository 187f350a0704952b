"""No bytes make an importer of cue lists and tables fail otherwise than with words, and none keeps it busy.

SHOWCTL_FUZZ=10000 (as `make fuzz` sets) is how many inputs each test tries, of each kind of file.
"""

import io
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from showctl.program.opening import opened
from showctl.showfile.importer.files import import_bytes
from showctl.showfile.importer.imported import Asked
from showctl.showfile.importer.kind import Kind, kind_of
from showctl.showfile.importer.report import NotImported
from showctl.showfile.importer.sift import sifted
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

_DATA = Path(__file__).parents[3] / "data"
_SAMPLES: dict[str, Kind] = {
    "winter-tale.asc": "ascii",
    "old-desk.asc": "ascii",
    "eos-cues.csv": "eos-csv",
    "qlab-cues.csv": "qlab-csv",
    "cue-sheet.csv": "csv",
    "plan.csv": "csv",
    "exported-cues.csv": "csv",
    "exported-devices.csv": "csv",
    "exported-palettes.csv": "csv",
}
_WORDS = [
    b"Cue", b"Chan", b"$$ChanMove", b"$$Param", b"Patch", b"$Patch", b"Followon", b"$$Hang", b"Part", b"Sub", b"Group",
    b"Hff", b"FL", b"@", b"<", b"!", b"M", b"-1", b"1e9", b"99999999999999999999", b"0", b"\xc2\xb2", b"\x00", b"\r",
    b"\n", b"\r\n", b'"', b"'", b",", b";", b"\t", b"START_LEVELS", b"END_TARGETS", b"\xff\xfe", b"\xef\xbb\xbf",
    b"=1+1", b"{", b"}", b"[", b"]", b": ", b"..", b"ch1..ch999999", b"1:30", b"H-2", b"Cue List", b"Group", b"depth",
    b"as written", b"*a", b"&a", b"x-y",
]  # fmt: skip
_LONGEST = 5.0
"""Seconds of this thread's own time for one file of a few kilobytes; most take a hundredth."""
_COUNT = os.environ.get("SHOWCTL_FUZZ")

pytestmark = pytest.mark.fuzz


def _inputs(few: int) -> settings:
    """So many inputs, `few` unless it is said."""
    return settings(
        max_examples=int(_COUNT or few),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


@st.composite
def _mutated(draw: st.DrawFn, kind: Kind) -> tuple[str, bytes]:
    """A sample of this kind with pieces cut out, doubled, moved and put in."""
    name = draw(st.sampled_from([name for name, its in _SAMPLES.items() if its == kind]))
    data = (_DATA / name).read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
        piece = data[at : at + length]
        match draw(st.sampled_from(["cut", "double", "put", "swap"])):
            case "cut":
                data = data[:at] + data[at + length :]
            case "double":
                data = data[:at] + piece * draw(st.integers(2, 5)) + data[at:]
            case "put":
                data = data[:at] + draw(st.sampled_from(_WORDS) | st.binary(max_size=4)) + data[at:]
            case "swap":
                to = draw(st.integers(0, len(data)))
                data = data[:to] + piece + data[to:]
    return name, data


def _has_words(reason: Exception) -> None:
    assert str(reason)


def _try(data: bytes, name: str, kind: Kind | None, partly: bool = True) -> None:
    start = time.thread_time()
    try:
        imported = import_bytes(data, name, kind, Asked(partly=partly))
        sifted(
            imported.draft, imported.report, lambda text: opened(lambda: load_text(text)), imported.whole, imported.own
        )
        assert all(len(line) < 3000 for line in imported.report.lines())
    except (NotImported, Refused) as reason:
        _has_words(reason)
    assert time.thread_time() - start < _LONGEST


@pytest.mark.parametrize("kind", sorted(set(_SAMPLES.values())))
@_inputs(200)
@given(data=st.data(), partly=st.booleans())
def test_mutated_files(kind: Kind, data: st.DataObject, partly: bool) -> None:
    name, file = data.draw(_mutated(kind))
    _try(file, name, kind, partly)


@_inputs(200)
@given(
    st.lists(st.sampled_from([*_WORDS, b" ", b"\n"]) | st.binary(max_size=6), max_size=40).map(b"".join),
    st.sampled_from(["ascii", "eos-csv", "qlab-csv", "csv", None]),
)
def test_any_bytes(data: bytes, kind: Kind | None) -> None:
    _try(data, "file.csv", kind)


@_inputs(200)
@given(st.text(max_size=200))
def test_any_mapping(text: str) -> None:
    try:
        import_bytes(b"cue,label\n1,a\n", "x.csv", "csv", Asked(mapping=text, mapping_file="map.yaml"))
    except (NotImported, Refused) as reason:
        _has_words(reason)


def _workbook() -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Cue", "Label", "Type", "Time"])
    page.append([1, "a", "light", 5.5])
    page.append(["2", "=1+1", "wait", "3s"])
    page.merge_cells("A4:B5")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_BOOK = _workbook()
_XML = [b"", b"<c>", b"</c>", b"<v>99</v>", b'r="ZZZ9999999"', b"t=", b"-1", b"s"]


@_inputs(150)
@given(st.lists(st.tuples(st.integers(0, len(_BOOK) - 1), st.binary(min_size=1, max_size=3)), min_size=1, max_size=5))
def test_mutated_workbooks(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(_BOOK)
    for at, piece in changes:
        data[at : at + len(piece)] = piece
    _try(bytes(data), "x.xlsx", "csv")


@st.composite
def _mutated_parts(draw: st.DrawFn) -> bytes:
    """A workbook whose XML is changed inside, so that the zip itself is whole."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_BOOK)) as packed, zipfile.ZipFile(out, "w") as new:
        changed = draw(st.sampled_from(packed.namelist()))
        for name in packed.namelist():
            data = packed.read(name)
            if name == changed:
                for _ in range(draw(st.integers(1, 4))):
                    at = draw(st.integers(0, len(data)))
                    put = draw(
                        st.sampled_from([b"", b"<c>", b"</c>", b"<v>99</v>", b'r="ZZZ9999999"', b"t=", b"-1", b"s"])
                    )
                    data = data[:at] + put + data[at + draw(st.integers(0, 8)) :]
            new.writestr(name, data)
    return out.getvalue()


@_inputs(200)
@given(_mutated_parts())
def test_workbooks_with_mutated_parts(data: bytes) -> None:
    _try(data, "x.xlsx", "csv")


@_inputs(100)
@given(st.binary(max_size=300), st.text(max_size=12))
def test_any_bytes_have_a_kind_or_words(data: bytes, name: str) -> None:
    try:
        kind_of(data, name)
    except NotImported as reason:
        _has_words(reason)


@pytest.mark.parametrize(
    "data",
    [
        b"Cue 1\n Chan " + b"1@50 " * 200_000,
        b"".join(b"Cue %d\n Chan 1@50\n" % n for n in range(5_000)),
        b"Patch 1 " + b" ".join(b"%d<%d@FL" % (n, n) for n in range(1, 30_000)),
        b"Cue 1\n" + b" $$Unknown x\n" * 50_000,
        b"Cue 1\n" * 20_000,
    ],
    ids=["many levels", "many cues", "many channels", "many notes", "one cue many times"],
)
def test_large_files_end(data: bytes) -> None:
    start = time.perf_counter()
    try:
        imported = import_bytes(b"Ident 3:0\n" + data, "x.asc", "ascii")
        sifted(imported.draft, imported.report)
    except NotImported as reason:
        _has_words(reason)
    assert time.perf_counter() - start < 30


@pytest.mark.parametrize("piece", [b"\n", b"\r\n", b"! \n", b" ", b"\t\n", b"<", b'"', b"START_", b",", b"cue"])
def test_what_a_file_is_shows_at_once(piece: bytes) -> None:
    start = time.perf_counter()
    try:
        kind_of(piece * 100_000 + b"x", "file.txt")
    except NotImported as reason:
        _has_words(reason)
    assert time.perf_counter() - start < 1
