"""Whoever saves is told when comments could not be kept."""

from showctl.showfile.comments import comments_of
from showctl.showfile.graft import inserted, put, removed
from showctl.showfile.load import load_text
from showctl.showfile.lost_comments import lost_comments
from showctl.showfile.same_tree import same_tree
from showctl.showfile.splice import text_of

PLAIN = "showctl: 1\nshow: {title: Evening}\ncues:\n  # why\n  - {cue: 1, wait: 1s}  # doors\n"
ODD = "showctl: 1\nshow: {title: Evening}\ncues:\n  - cue: 1  # doors\n    ? wait\n    : 1s\n    ? label\n    : a\n"


def test_nothing_is_said_where_all_is_kept() -> None:
    root = load_text(PLAIN).root
    assert not lost_comments(root)
    assert not lost_comments(put(root, ("cues", 0, "wait"), "2s"))


def test_a_list_in_brackets_into_which_a_cue_with_comments_comes_is_written_in_lines() -> None:
    text = PLAIN + "lists: {foyer: {cues: [{cue: 1, wait: 2s}], label: Foyer}}  # ours\nx-a: {b: c}\n"
    root = load_text(text).root
    moved = inserted(root, ("lists", "foyer", "cues", 1), root["cues"][0])
    assert not lost_comments(moved)
    assert text_of(moved) == PLAIN + (
        "lists:  # ours\n  foyer:\n    cues:\n      - {cue: 1, wait: 2s}\n\n"
        "      # why\n      - {cue: 1, wait: 1s}  # doors\n    label: Foyer\nx-a: {b: c}\n"
    )


def test_a_group_in_braces_and_a_list_of_several_lines_keep_every_comment() -> None:
    rows = ["# up", "{cue: 2, wait: 1s},  # two", "# next", "{cue: 3, wait: 1s}", "# end"]
    inside = "\n      ".join(["[  # open", *rows]) + "\n    ]"
    text = PLAIN + f"  - {{cue: 5, label: G, group: timeline, cues:\n    {inside}}}  # g\n"
    root = load_text(text).root
    here = ("cues", 1, "cues")
    comments = sorted(comment.text for comment in comments_of(root))
    for edited in (
        removed(inserted(root, (*here, 1), root["cues"][0]), ("cues", 0)),
        removed(inserted(root, (*here, 2), root["cues"][1]["cues"][0]), (*here, 0)),
    ):
        assert not lost_comments(edited)
        again = load_text(text_of(edited)).root
        assert sorted(comment.text for comment in comments_of(again)) == comments, text_of(edited)
        assert same_tree(again, edited)


def test_what_is_written_anew_is_named() -> None:
    said = lost_comments(put(load_text(ODD).root, ("cues", 0, "wait"), "2s"))
    assert said.startswith("Written anew, with what stood there in comments lost: cue 1;")
