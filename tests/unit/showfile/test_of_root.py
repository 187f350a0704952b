"""The state after an edit: what was not edited is the same object, what was is checked."""

import pytest

from showctl.showfile.load import Loaded, Refused, load_text, of_root
from showctl.showfile.tree import Mapping, Sequence

SHOW = """\
showctl: 1
show: {title: Evening}
devices:
  desk: {type: osc, to: 127.0.0.1:9000}
cues:
  - cue: 1
    osc: {device: desk, address: /a}
  - cue: 2
    group: sequence
    cues:
      - {cue: 2.1, wait: 1s}
"""


def edited(before: Loaded, index: int, key: str, value: object) -> Mapping:
    cues = before.root["cues"]
    assert isinstance(cues, Sequence)
    cue, those, root = cues[index].changed(), cues.changed(), before.root.changed()
    cue[key] = value
    those[index] = cue
    root["cues"] = those
    return root


def test_what_is_not_edited_stays_the_same_object() -> None:
    before = load_text(SHOW)
    after = of_root(edited(before, 0, "label", "Doors"), before)
    assert after.show.cues[0].label == "Doors"
    assert after.show.cues[1] is before.show.cues[1]
    assert after.show.devices is before.show.devices
    assert after.show.info is before.show.info
    assert after.digest != before.digest
    assert before.show.cues[0].label == ""


def test_a_wrong_edit_is_refused_with_its_place() -> None:
    before = load_text(SHOW)
    with pytest.raises(Refused, match=r"show.yaml:6:5: cue 1 > pre-wait: .*soon"):
        of_root(edited(before, 0, "pre-wait", "soon"), before)


def test_numbers_of_kept_cues_count() -> None:
    before = load_text(SHOW)
    with pytest.raises(Refused, match=r"cue 2.1 is there twice"):
        of_root(edited(before, 0, "cue", "2.1"), before)


def test_what_was_wrong_before_is_still_said() -> None:
    text = SHOW + "palettes: {intensity: {low: {front: 300%}}}\n"
    with pytest.raises(Refused) as refused:
        load_text(text)
    before = refused.value.rest
    with pytest.raises(Refused, match="300%"):
        of_root(edited(before, 0, "label", "Doors"), before)


def test_what_a_cue_refers_to_may_go_though_the_cue_stays() -> None:
    before = of_root(edited(load_text(SHOW), 0, "label", "Doors"), load_text(SHOW))
    root = before.root.changed()
    root["devices"] = Mapping()
    with pytest.raises(Refused, match=r"cue 1 > osc > device: there is no device 'desk'"):
        of_root(root, before)


def test_a_cue_that_moves_into_a_group_is_looked_at_in_its_new_place() -> None:
    text = SHOW.replace("- {cue: 2.1, wait: 1s}", "- {cue: 2.1, wait: 1s, continue: auto-continue}")
    before = load_text(text)
    with pytest.raises(Refused, match=r"cue 2.1 > continue"):
        of_root(edited(before, 1, "group", "timeline"), before)


def test_a_cue_that_others_name_may_go_though_they_stay() -> None:
    before = load_text(SHOW + "  - {cue: 3, stop: 1}\n")
    cues, root = before.root["cues"].changed(), before.root.changed()
    del cues[0]
    root["cues"] = cues
    with pytest.raises(Refused, match=r"cue 3 > stop: there is no cue '1'"):
        of_root(root, before)
