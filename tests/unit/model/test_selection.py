"""Names and ranges of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from showctl.model.selection import MOST, Name, NewNames, Selection, expand, range_meant


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("front1", ("front1",)),
        ("front1..front3", ("front1", "front2", "front3")),
        ("front1..3", ("front1", "front2", "front3")),
        ("par09..par11", ("par09", "par10", "par11")),
        ("a1b1..a1b2", ("a1b1", "a1b2")),
        ("7..8", ("7", "8")),
        ("x1..x1", ("x1",)),
        (" x1..x2 ", ("x1", "x2")),
    ],
)
def test_range(written: str, names: tuple[str, ...]) -> None:
    assert expand(written) == names


@pytest.mark.parametrize(
    "written", ["front..back", "a1..b2", "a2..a1", "a1..", "..a1", "a1..a2..a3", f"a1..a{MOST + 1}", "a1..a" + "9" * 50]
)
def test_no_range(written: str) -> None:
    with pytest.raises(ValueError, match=r"; write"):
        expand(written)


@given(st.from_regex(r"([a-z][a-z ]{0,5})?", fullmatch=True), st.integers(0, 5000), st.integers(0, MOST - 1))
def test_a_range_has_all_its_names(stem: str, low: int, more: int) -> None:
    names = expand(f"{stem}{low}..{stem}{low + more}")
    assert len(names) == len(set(names)) == more + 1


def test_a_long_text_takes_no_time() -> None:
    """Found by reading: the search was quadratic, ten megabytes of digits would have taken hours."""
    for text in ("1" * 2_000_000 + "..x", ".." * 500_000, "a" * 2_000_000 + "..a"):
        with pytest.raises(ValueError, match="is not a range"):
            expand(text)


def test_names() -> None:
    name, selection = TypeAdapter(Name), TypeAdapter(Selection)
    assert [name.validate_python(n) for n in ("desk", " foh 1 ", "Ä-1", "1.10", "on")] == [
        "desk",
        "foh 1",
        "Ä-1",
        "1.10",
        "on",
    ]
    for wrong in ("", " ", "a/b", "a..b", "-a", "a\nb", "{}"):
        with pytest.raises(ValidationError):
            name.validate_python(wrong)
    assert selection.validate_python("a1..a4") == "a1..a4"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("dim1 thru dim4", "dim1..dim4"),
        ("dim1 THRU 4", "dim1..dim4"),
        ("dim 1 thru 4", "dim 1..dim 4"),
        ("dim1-dim4", "dim1..dim4"),
        ("dim1 - dim4", "dim1..dim4"),
        ("par12 thru par9", "par9..par12"),
        ("truss1-4", ""),
        ("front1-back4", ""),
        ("foh-1", ""),
        ("dim1..dim4", ""),
        ("dim1", ""),
        ("through 4", ""),
    ],
)
def test_ranges_as_desks_write_them_are_known_for_what_they_are(written: str, meant: str) -> None:
    assert range_meant(written) == meant
    names = TypeAdapter(NewNames)
    if meant:
        with pytest.raises(ValidationError, match=f"write {meant}"):
            names.validate_python(written)
    else:
        assert names.validate_python(written) == written


def test_looking_for_them_takes_no_time() -> None:
    for text in ("1" * 2_000_000 + "-x", "a" * 2_000_000, "a1" + " " * 2_000_000 + "-a2", "a-" * 1_000_000):
        assert range_meant(text) in {"", "a1..a2"}
