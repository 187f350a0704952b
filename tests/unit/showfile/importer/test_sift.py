"""What a draft has that a show file does not take is left out with the reason; the rest loads."""

from hypothesis import given
from hypothesis import strategies as st

from showctl.model.unit import Quoted
from showctl.showfile.house_style import text_of_new
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.report import ImportReport
from showctl.showfile.importer.sift import sifted
from showctl.showfile.reader import read
from showctl.showfile.report import Report


def test_what_is_wrong_goes_and_what_meant_it_goes_too() -> None:
    draft = Draft(show={"title": "Old show", "start": "half past"})
    draft.devices["desk"] = {"type": "osc", "to": "127.0.0.1:9000"}
    draft.devices["none"] = {"type": "osc", "to": "nowhere at all"}
    inside = [Entry({"cue": "1", "memo": "twice"}, "line 7"), Entry({"cue": "3.1", "memo": "stays"})]
    draft.cues = [
        Entry({"cue": "1", "osc": {"device": "desk", "address": "/go", "args": [Quoted("12")]}}, "line 4"),
        Entry({"cue": "2", "osc": {"device": "none", "address": "/go"}}, "line 5"),
        Entry({"cue": "3", "group": "sequence", "cues": inside}, "line 6"),
        Entry({"cue": "4", "start": "2"}, "line 8"),
    ]
    report = ImportReport("old.asc")
    _, loaded = sifted(draft, report)
    assert [cue.number for cue in loaded.show.cues[:2]] == ["1", "3"]
    assert {note.where for note in report.left_out} >= {"line 5", "line 7", "line 8"}
    assert loaded.show.info.start is None


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_KEYS = _TEXTS.map(str.strip).filter(lambda key: bool(key) and key[:2] != "x-" and key != "<<")
_TREES = st.recursive(
    _TEXTS | _TEXTS.map(Quoted), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4)
)


@given(st.dictionaries(_KEYS, _TREES, min_size=1))
def test_the_text_of_a_draft_reads_as_the_draft(tree: dict[str, object]) -> None:
    report = Report("draft")
    found = read(text_of_new(tree), report)
    assert _plain(found) == _plain(tree)
    assert not report.problems


def _plain(node: object) -> object:
    if isinstance(node, dict):
        return {key.strip(): _plain(value) for key, value in node.items() if not key.startswith("x-")}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    return node
