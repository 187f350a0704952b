"""Bundles: the same show makes the same bytes, and what a stranger sends is looked at before any of it is used."""

import io
import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.showfile import archive
from showctl.showfile.archive import BadBundle
from showctl.showfile.bundle import CONTENTS, Bundle, Part, bundle_of, bundled
from showctl.showfile.member_name import safe_name, wrong_name
from showctl.showfile.text import digest

SHOW = b"showctl: 1\r\nshow: {title: A}  # as it is\n"
PARTS = [
    Part("show", "my show.yaml", SHOW),
    Part("fixture profile", "generic/dimmer.yaml", b"one"),
    Part("device profile", "maker/T\u00e4st.yaml", b"two", "beside the show"),
]
GOOD = bundled(PARTS, "showctl 1")


def altered(change: Callable[[zipfile.ZipInfo, bytes], tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    """The good bundle with each member changed, its list of contents fitting again."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as good, zipfile.ZipFile(file, "w") as made:
        for info in good.infolist():
            new, data = change(info, good.read(info))
            made.writestr(new, data, new.compress_type)
    return file.getvalue()


def with_extra(name: str, data: bytes = b"x", attributes: int = 0o100644 << 16) -> bytes:
    """The good bundle with one more member, which its list of contents has too."""
    contents = json.loads(zipfile.ZipFile(io.BytesIO(GOOD)).read(CONTENTS))
    contents["members"].append({"name": name, "kind": "fixture profile", "sha256": digest(data)})
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as good, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(CONTENTS, json.dumps(contents))
        for info in good.infolist():
            if info.filename != CONTENTS:
                made.writestr(info, good.read(info))
        info = zipfile.ZipInfo(name)
        info.external_attr = attributes
        made.writestr(info, data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(BadBundle) as refused:
        bundle_of(data)
    assert "; " in str(refused.value)
    assert str(refused.value).isprintable()
    return str(refused.value)


def test_what_goes_in_comes_out() -> None:
    bundle = bundle_of(GOOD)
    assert bundle.text == SHOW
    assert bundle.files == {
        "my show.yaml": SHOW,
        "fixtures/generic/dimmer.yaml": b"one",
        "profiles/maker/T\u00e4st.yaml": b"two",
    }
    assert [member.origin for member in bundle.contents.members] == ["", "beside the show", ""]


def test_the_same_show_makes_the_same_bytes() -> None:
    assert bundled(reversed(PARTS), "showctl 1") == GOOD
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(GOOD)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../x.yaml", "leads out of its folder"),
        ("fixtures/../../x.yaml", "leads out of its folder"),
        ("/etc/passwd", "absolute name"),
        ("//host/share/x", "absolute name"),
        ("C:/x.yaml", "names a drive"),
        ("c:x.yaml", "names a drive"),
        ("fixtures\\x.yaml", "backslash"),
        ("..\\x.yaml", "backslash"),
        ("fixtures//x.yaml", "empty part"),
        ("fixtures/./x.yaml", "empty part"),
        ("fixtures/", "empty part"),
        ("fixtures/NUL", "name of a device"),
        ("fixtures/con.yaml", "name of a device"),
        ("fixtures/LPT1.a.b", "name of a device"),
        ("fixtures/COM\u00b9.yaml", "name of a device"),
        ("fixtures/x.yaml ", "blank"),
        ("fixtures/x.", "a dot"),
        ("fixtures/a:b.yaml", "not every system can keep"),
        ("fixtures/a\nb.yaml", "cannot be printed"),
        ("fixtures/\u202eyaml.exe", "cannot be printed"),
        ("fixtures/e\u0301.yaml", "not Unicode NFC"),
        ("a/" * 9 + "x", "too long"),
        ("fixtures/" + "x" * 300, "too long"),
        ("MY SHOW.yaml", "one file where capitals do not count"),
        ("Fixtures/Generic/Dimmer.yaml", "one file where capitals do not count"),
        ("fixtures/generic/\ufb01mmer.yaml", ""),
    ],
)
def test_names_that_lead_elsewhere(name: str, why: str) -> None:
    data = with_extra(name)
    if why:
        assert why in refusal(data)
    else:
        assert name in bundle_of(data).files


def test_a_name_that_is_cut_at_its_nul() -> None:
    data = with_extra("fixtures/nul!zero.yaml").replace(b"nul!zero", b"nul\0zero")
    assert "cannot be printed" in refusal(data)


def test_links_and_what_is_no_file() -> None:
    for kind, why in ((stat.S_IFLNK, "is a link"), (stat.S_IFIFO, "no ordinary file"), (stat.S_IFDIR, "no ordinary")):
        assert why in refusal(with_extra("fixtures/x.yaml", b"/etc/passwd", (kind | 0o777) << 16))


def test_bombs() -> None:
    assert "times its size" in refusal(with_extra("fixtures/x.yaml", b"\0" * 9_000_000))
    assert "more than 10" in refusal(with_extra("fixtures/x.yaml", os.urandom(1000) * 10_001))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as many:
        for number in range(archive.MOST_FILES + 1):
            many.writestr(f"fixtures/{number}", b"")
    assert "at most 2000 are read" in refusal(file.getvalue())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as large:
        data = b"".join(os.urandom(10) + bytes(990) for _ in range(9000))
        for number in range(8):
            large.writestr(f"fixtures/{number}", data)
    assert "it unpacks to 68 MB, at most 64 are read" in refusal(file.getvalue())


def test_a_size_that_is_a_lie() -> None:
    """The list of members says ten bytes; a megabyte would come out."""
    data = bytearray(with_extra("fixtures/x.yaml", b"\0" * 1_000_000))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    assert "cannot be read" in refusal(bytes(data)) or "not as it was" in refusal(bytes(data))


def test_a_zip_in_the_zip() -> None:
    assert "is a zip file itself" in refusal(with_extra("fixtures/x.yaml", GOOD))


def test_encrypted() -> None:
    data = bytearray(GOOD)
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "is encrypted" in refusal(bytes(data))


def test_another_compression() -> None:
    def lzma(info: zipfile.ZipInfo, data: bytes) -> tuple[zipfile.ZipInfo, bytes]:
        info.compress_type = zipfile.ZIP_LZMA
        return info, data

    assert "compressed in a way of its own" in refusal(altered(lzma))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_twice() -> None:
    assert "is in it twice" in refusal(with_extra("my show.yaml"))


def test_what_was_changed_or_is_not_listed() -> None:
    def other(info: zipfile.ZipInfo, data: bytes) -> tuple[zipfile.ZipInfo, bytes]:
        return info, data + b"#" if info.filename.endswith("show.yaml") else data

    assert "'my show.yaml' is not as it was when the bundle was made" in refusal(altered(other))
    file = io.BytesIO(GOOD)
    with zipfile.ZipFile(file, "a") as more:
        more.writestr("fixtures/x.yaml", b"x")
    assert "'fixtures/x.yaml' is in it and not in its bundle.json" in refusal(file.getvalue())


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("[]", "cannot be understood"),
        ("{", "cannot be understood"),
        ("[" * 100_000, "cannot be understood"),
        ('{"showctl bundle": 2}', "made by a newer showctl (bundle 2, this one knows 1); update showctl"),
        ('{"showctl bundle": 0, "made by": "", "show": "", "show format": 1, "members": []}', "never been"),
        ('{"showctl bundle": 1, "made by": "", "show": "", "show format": 1, "members": []}', "which file is the show"),
    ],
)
def test_lists_of_contents(written: str, why: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(CONTENTS, written)
    said = refusal(file.getvalue())
    assert why in said or "there has been no bundle 0" in said


def test_what_is_no_bundle() -> None:
    assert "no zip file, or cut short" in refusal(b"")
    assert "no zip file, or cut short" in refusal(SHOW)
    assert "no zip file, or cut short" in refusal(GOOD[:-30])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.yaml", SHOW)
    assert "no bundle.json in it, so it is no bundle of a show; make one with: showctl bundle" in refusal(
        file.getvalue()
    )


def test_names_that_cannot_be_bundled() -> None:
    for name, why in (("a:b.yaml", "not every system"), ("aux.yaml", "name of a device")):
        with pytest.raises(BadBundle, match=why):
            bundled([*PARTS, Part("fixture profile", name, b"")], "showctl 1")
    with pytest.raises(BadBundle, match="capitals"):
        bundled([*PARTS, Part("fixture profile", "Generic/dimmer.yaml", b"")], "showctl 1")


@given(st.text(max_size=300))
def test_a_safe_name_is_one(name: str) -> None:
    assert not wrong_name(safe_name(name))
    if not wrong_name(name):
        assert safe_name(name) == name


# Whatever bytes they are -------------------------------------------------------------------------------------------

SETTINGS = settings(
    max_examples=int(os.environ.get("SHOWCTL_FUZZ", "300")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def outcome(data: bytes) -> Bundle | None:
    try:
        return bundle_of(data)
    except BadBundle as refused:
        said = str(refused)
    assert said.isprintable()
    assert "; " in said
    return None


def check(bundle: Bundle | None) -> None:
    """What is let in has names that lead nowhere, and a show."""
    if bundle is not None:
        assert not any(wrong_name(name) for name in bundle.files)
        assert bundle.show in bundle.files


@pytest.mark.fuzz
@SETTINGS
@given(st.data())
def test_mutated_bytes(data: st.DataObject) -> None:
    raw = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(raw)))
        end = min(len(raw), start + data.draw(st.integers(0, 12)))
        raw[start:end] = data.draw(
            st.one_of(st.binary(max_size=12), st.sampled_from([b"", b"\xff\xff\xff\xff", b"PK\1\2"]))
        )
    check(outcome(bytes(raw)))


@pytest.mark.fuzz
@SETTINGS
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(outcome(data))


NAMES = st.one_of(
    st.sampled_from(
        ["show.yaml", "fixtures/a.yaml", "profiles/b.yaml", "../x", "/x", "C:x", "a\\b", "nul", "a\0b", CONTENTS]
    ),
    st.text(min_size=1, max_size=12),
)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.fuzz
@SETTINGS
@given(
    st.lists(st.tuples(NAMES, st.binary(max_size=30), st.integers(0, 2**32 - 1), st.booleans()), max_size=6),
    st.sampled_from(["show.yaml", "fixtures/a.yaml", ""]),
    st.booleans(),
)
def test_any_zip(members: list[tuple[str, bytes, int, bool]], show: str, honest: bool) -> None:
    file = io.BytesIO()
    listed = [
        {"name": name, "kind": "show" if name == show else "fixture profile", "sha256": digest(data)}
        for name, data, _, _ in members
        if name != CONTENTS
    ]
    contents = {"showctl bundle": 1, "made by": "", "show": show, "show format": 1, "members": listed if honest else []}
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(CONTENTS, json.dumps(contents))
        for name, data, attributes, deflated in members:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.external_attr = attributes if attributes & 1 else 0o100644 << 16
            try:
                made.writestr(info, data, zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED)
            except UnicodeEncodeError:
                return
    check(outcome(file.getvalue()))
