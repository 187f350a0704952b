"""What somebody changes in comments comes over in a merge, or is asked; it is never lost without a word."""

import pytest

from showctl.showfile.load import load_text
from showctl.showfile.merge import Merged, choose, merge
from showctl.showfile.splice import text_of

SHOW = """# DO NOT use cue 13
showctl: 1
show: {title: Gala}  # the gala

cues:
  - {cue: 1, label: "# One", wait: 1s}  # first
  # about two
  - {cue: 2, label: Two, wait: 1s}
  - cue: 3
    label: Three
    notes: |
      # no comment

      at all
    wait: 1s
  - {cue: 4, label: Four, wait: 1s}
# the end
"""
Edit = tuple[str, str]
LABEL = ("label: Two", "label: Zwei")
LATER = ("  # about two\n  - {cue: 2", "  - {cue: 2, label: New, wait: 1s}\n  # about two\n  - {cue: 2.5")


def edited(*edits: Edit) -> str:
    show = SHOW
    for old, new in edits:
        assert old in show
        show = show.replace(old, new, 1)
    return show


def merged(mine: list[Edit], theirs: list[Edit]) -> Merged:
    return merge(load_text(SHOW), load_text(edited(*mine)), load_text(edited(*theirs)))


CHANGES = [
    ("# DO NOT use cue 13", "# DO NOT use cue 13 before the fly cue is CLEAR"),
    ("# DO NOT use cue 13\n", ""),
    ("# the end\n", "# the end\n# and more\n"),
    ("# the end\n", ""),
    ("# first", "# 1st"),
    ("  # the gala", ""),
    ("wait: 1s}\n# the end", "wait: 1s}  # hold\n# the end"),
    ("  # about two\n", "  # about two\n  # really\n"),
    ("  # about two\n", ""),
    ("    label: Three", "    # inside\n    label: Three"),
    ("  - {cue: 4,", "#  - {cue: 4,"),
]


@pytest.mark.parametrize("theirs", CHANGES, ids=str)
@pytest.mark.parametrize("mine", [LABEL, LATER], ids=["label", "renumbered"])
def test_a_change_of_comments_comes_over(mine: Edit, theirs: Edit) -> None:
    edits = [theirs, mine] if theirs[1].count("# really") == 0 and theirs[0] != "  # about two\n" else [mine, theirs]
    found = merged([mine], [theirs])
    assert found.conflicts == ()
    assert text_of(found.root) == edited(*edits)
    assert found.comments == 1


def test_what_both_put_in_is_there_mine_first() -> None:
    found = merged(
        [("  # about two\n", "  # about two\n  # mine\n")], [("  # about two\n", "  # about two\n  # theirs\n")]
    )
    assert found.conflicts == ()
    assert "  # about two\n  # mine\n  # theirs\n  - {cue: 2" in text_of(found.root)


@pytest.mark.parametrize("place", ["  # about two", "  # first"])
def test_a_comment_that_both_changed_is_asked(place: str) -> None:
    found = merged([(place, "  # mine")], [(place, "  # theirs")])
    (conflict,) = found.conflicts
    assert f"comment: {place.strip()} was changed to # mine (mine) and to # theirs (theirs)" in str(conflict)
    assert text_of(found.root) == edited((place, "  # mine"))
    chosen = choose(found, conflict, "theirs")
    assert chosen.conflicts == ()
    assert text_of(chosen.root) == edited((place, "  # theirs"))
    assert choose(found, conflict, "mine").conflicts == ()


def test_a_comment_on_what_the_other_has_removed_is_asked() -> None:
    gone = ("  - {cue: 4, label: Four, wait: 1s}\n", "")
    found = merged([gone], [("  - {cue: 4", "  # wait for the fly cue\n  - {cue: 4")])
    (conflict,) = found.conflicts
    assert str(conflict).startswith(
        "cue 4: comment: their comment # wait for the fly cue above cue 4 has lost its place"
    )
    chosen = choose(found, conflict, "theirs")
    assert chosen.conflicts == ()
    assert text_of(chosen.root) == edited(gone, ("# the end", "  # wait for the fly cue\n# the end"))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_comments_anywhere_come_over_or_are_asked(ends: str) -> None:
    lines = SHOW.split("\n")
    mine = SHOW.replace(*LABEL).replace("wait: 1s}  # first", "wait: 2s}  # first")
    notes = lines.index("    notes: |")
    for at in {*range(len(lines))} - {*range(notes + 1, notes + 4)}:
        for indent in (0, 2, 4):
            theirs = "\n".join([*lines[:at], " " * indent + "# put in", *lines[at:]])
            base, one, other = (load_text(text.replace("\n", ends)) for text in (SHOW, mine, theirs))
            found = merge(base, one, other)
            text = text_of(found.root)
            assert "# put in" in text or found.conflicts, (at, indent)
            assert text.replace(ends, "\n").replace(" " * indent + "# put in\n", "", 1) == mine, (at, indent)
