"""Fixtures, lists and segments by other names: comparing and merging know them."""

import re
import time
from pathlib import Path

import pytest

from showctl.session.document import Document
from showctl.session.edit_words import parse
from showctl.showfile.compare import compare
from showctl.showfile.generate import generate
from showctl.showfile.load import Loaded, load_text
from showctl.showfile.merge import merge
from showctl.showfile.splice import text_of

SHOW = """\
showctl: 1
show: {title: Evening}
patch:
  - {id: front1..front8, fixture: generic/dimmer, at: 1.1}
  - {id: house, fixture: generic/dimmer, at: 1.101}
groups:
  warm: front1..front4
cues:
  - {cue: 1, starts segment: doors, light: {look: {front1..front2: 50%, house: full}}}
  - {cue: 2, stop: {cue: band/2}}
  - {cue: 3, go to: {cue: band/1, if armed: 1}}
lists:
  band:
    cues:
      - {cue: 1, wait: 1s}
      - {cue: 2, wait: 2s}
run of show:
  - {segment: doors, start: 18:30, duration: 45m}
  - {segment: act, duration: 1h}
logistics:
  - {title: Car, due: 20m after doors ends, blocks: act}
"""
RENAMED = {
    "fixture front1..front8 to fr1..fr8": ("fixture fr1..fr8: renamed from front1..front8", "fr1..fr2"),
    "list band to tune": ("list tune: renamed from band", "tune/2"),
    "segment doors to open": ("segment open: renamed from doors", "20m after open ends"),
}
"""By renaming what a comparison says, and what the merged show has to have."""
MORE = [
    ("house: full", "house: 20%"),
    ("  - {cue: 2,", "  - {cue: 1.5, light: {look: {front3: 5%}}}\n  - {cue: 2,"),
    ("wait: 2s}", "wait: 3s}\n      - {cue: 3, stop: band/1}"),
    ("  - {title: Car,", "  - {title: Bar, due: when doors starts}\n  - {title: Car,"),
    ("45m}", "50m}"),
    ("at: 1.1}", "at: 2.1}"),
]
"""What another does meanwhile: edits of what is renamed, and new things that name it."""


def renamed(words: str) -> Loaded:
    document = Document(Path("show.yaml"), load_text(SHOW))
    document.edit(parse(f"rename {words}"))
    return load_text(text_of(document.state.root))


def edited(*edits: tuple[str, str]) -> Loaded:
    text = SHOW
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return load_text(text)


@pytest.mark.parametrize("words", RENAMED)
def test_who_names_it_has_not_changed(words: str) -> None:
    assert [str(each) for each in compare(load_text(SHOW), renamed(words)).changes] == [RENAMED[words][0]]


@pytest.mark.parametrize("words", RENAMED)
@pytest.mark.parametrize("mine", [True, False])
def test_what_one_renamed_and_the_other_edits_or_names_anew_is_one_thing(words: str, mine: bool) -> None:
    sides = (renamed(words), edited(*MORE)) if mine else (edited(*MORE), renamed(words))
    merged = merge(load_text(SHOW), *sides)
    assert merged.conflicts == ()
    text = text_of(merged.root)
    old = words.split()[1].partition("1..")[0]
    assert RENAMED[words][1] in text
    assert old not in text
    assert [str(each) for each in compare(edited(*MORE), load_text(text)).changes] == [RENAMED[words][0]]


def test_two_that_could_be_it_are_not_renamed() -> None:
    other = ("  - {id: house", "  - {id: fr1..fr8, fixture: generic/dimmer, at: 3.1}\n  - {id: house")
    (said,) = [str(each) for each in compare(load_text(SHOW), edited(other)).changes]
    assert said.startswith("fixture fr1..fr8: added")
    new = ("wait: 1s}\n      - {cue: 2, wait: 2s}", "wait: 5s}\n      - {cue: 2, wait: 7s}")
    comparison = compare(
        load_text(SHOW), edited(("  band:", "  tune:"), ("band/2", "tune/2"), ("band/1", "tune/1"), new)
    )
    assert {str(each) for each in comparison.changes} >= {"list band: removed", "list tune: added"}


def test_a_whole_rig_by_other_names_is_found_in_time() -> None:
    """Each line that went could be each that came; where each is named is looked up once."""
    text = generate(300, 4)
    kinds = sorted(set(re.findall(r"- \{id: ([a-z]+)", text)), key=len)
    other = re.sub(rf"(?<![-/a-z])({'|'.join(kinds)})(?=[0-9])", r"q\1", text)
    begun = time.monotonic()
    found = [str(each) for each in compare(load_text(text), load_text(other)).changes]
    assert len(found) == text.count("- {id:")
    assert all("renamed from" in each for each in found)
    assert time.monotonic() - begun < 5
