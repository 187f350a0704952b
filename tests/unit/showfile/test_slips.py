"""Slips that YAML stumbles over only later: each is named where it was made."""

import pytest

from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

HEAD = "showctl: 1\nshow: {title: A}\npatch: [{id: a, fixture: generic/dimmer}]\ncues:\n"


def problems(cues: str) -> list[str]:
    """Each with its line counted from the first one after `cues:`."""
    try:
        load_text(HEAD + cues)
    except Refused as refused:
        return [f"{p.line - 4}:{p.column}: {p.what}; {p.remedy}" for p in refused.problems]
    return []


COMMENT = "# starts a comment, so the rest of the line is not read; if it is meant, write "
NEXT = "  - {cue: 2, wait: 1}\n"


@pytest.mark.parametrize(
    ("cues", "said"),
    [
        (f"  - {{cue: 1, light: {{look: {{a: {{colour: #ff8800}}}}}}}}\n{NEXT}", f'1:41: {COMMENT}"#ff8800" in quotes'),
        ("  - {cue: 1, light: {look: {a: {colour: #f80, uv: 1}}}}\n", f'1:41: {COMMENT}"#f80" in quotes'),
        (f"  - {{cue: 1, label: Song #3, wait: 1}}\n{NEXT}", f'1:26: {COMMENT}"Song #3" in quotes'),
        (f"  - {{cue: 1, label: 'it''s a #', notes: x #3, wait: 1}}\n{NEXT}", f'1:43: {COMMENT}"x #3" in quotes'),
        ("  - cue: 1\n    colour: #ff8800\n    wait: 1\n", f'2:13: {COMMENT}"#ff8800" in quotes'),
        ("  - cue: 1\n    label: x\n    wait: 1\nnotes: y\n    colour: '#ff0000'\n", "4:1: this line is indented less"),
        ("  - cue: 1\n    wait: 1\nlabel: y\n  - cue: 2\n    wait: 1\n", "3:1: this line is indented less"),
        (
            "  - cue: 1\n   label: x\n    wait: 1\n",
            "2:4: this line does not belong to the list above it",
        ),
    ],
)
def test_a_slip_is_named_where_it_was_made(cues: str, said: str) -> None:
    (found,) = problems(cues)
    assert found.startswith(said)


@pytest.mark.parametrize(
    "cues",
    [
        '  - cue: 1\n    label: "Preset\n    wait: 3\n  - cue: 2\n    label: "Go"\n    wait: 1\n',
        "  - cue: 1\n    label: 'Preset\n    wait: 3\n  - cue: 2\n    label: 'Go'\n    wait: 1\n",
        '  - cue: 1\n    label: "Preset\n    wait: 3\n  - cue: 2\n    label: Go"\n',
        '  - {cue: 1,\n    label: "Preset, wait: 3}\n  - {cue: 2, label: "Go", wait: 1}\n',
    ],
)
def test_a_quotation_without_an_end_is_named_where_it_starts(cues: str) -> None:
    found = problems(cues)
    assert any(p.startswith("2:12: a quotation that starts here goes on to line") for p in found)
    assert all("indented" not in p for p in found)


@pytest.mark.parametrize(
    "cues",
    [
        '  - cue: 1\n    notes: "First this.\n      Then: that."\n    wait: 1\n',
        "  - cue: 1 # {not a problem\n    wait: 3 #seconds\n",
        "  - cue: 1\n    light: {time: 3s, #slow\n      look: {}}\n",
    ],
)
def test_what_is_meant_so_is_no_slip(cues: str) -> None:
    assert problems(cues) == []
