"""Comments that are not the same in two texts of a show, in lines to read."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from showctl.showfile.comments import comments_of
from showctl.showfile.tree import Mapping
from showctl.showfile.value_words import printable


def comment_lines(before: Mapping, after: Mapping) -> Iterator[str]:
    """`comment on line 3: # old → # new`, printable. Only moved ones are not told. Both trees as they were read."""
    if before.origin is None or after.origin is None:
        return
    old, new = comments_of(before), comments_of(after)
    matcher = SequenceMatcher(None, [each.text for each in old], [each.text for each in new], autojunk=False)
    for what, a, a_end, b, b_end in matcher.get_opcodes():
        if what == "equal":
            continue
        gone, come = old[a:a_end], new[b:b_end]
        for was, now in zip(gone, come, strict=False):
            line = after.origin.mark(now.start)[0]
            yield printable(f"comment on line {line}: {was.text} → {now.text}")
        for was in gone[len(come) :]:
            yield printable(f"comment on line {before.origin.mark(was.start)[0]} before: removed: {was.text}")
        for now in come[len(gone) :]:
            yield printable(f"comment on line {after.origin.mark(now.start)[0]}: added: {now.text}")
