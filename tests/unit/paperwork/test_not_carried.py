"""What an export does not hold is told, thing by thing."""

from showctl.paperwork.not_carried import not_in_ascii, not_in_tables
from showctl.paperwork.sheet import SUBJECTS
from showctl.showfile.load import load_text

_SHOW = """\
showctl: 1
x-all: 1
show: {title: Small, venue: Hall, x-dress: black}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1, x-rack: 2}
inputs: {osc: {enabled: no}}
patch:
  - {id: a, fixture: generic/dimmer, at: 1.1, label: Front, x-gel: 201}
cues:
  - {cue: 1, label: One, hotkey: F1, x-own: 3, light: {time: 2s, look: {a: full}}}
  - {cue: 2, memo: b}
lists:
  spots: {label: Spot cart, cart: yes, cues: [{cue: 1, memo: c, x-mine: 1}]}
  later: {label: Later}
people:
  sm: {name: Ines, x-car: red}
run of show:
  - {segment: doors, start: 18:30, duration: 45m, x-note: late}
logistics:
  - {title: Car, status: open}
"""
_ROOT = load_text(_SHOW).source.root


def test_tables_tell_settings_of_lists_and_keys_of_the_authors_own() -> None:
    assert list(not_in_tables(_ROOT, SUBJECTS, None)) == [
        "title of show",
        "venue of show",
        "x-dress of show",
        "inputs",
        "x-all",
        "label of list spots",
        "cart of list spots",
        "label of list later",
        "list later, which has no cues",
        "x-own of cue 1",
        "x-mine of cue spots/1",
        "x-gel of fixture a",
        "x-note of segment doors",
        "x-car of person sm",
        "x-rack of device rig",
    ]


def test_a_table_of_one_list_tells_of_that_alone() -> None:
    assert list(not_in_tables(_ROOT, ["cues"], "main")) == ["x-own of cue 1"]


def test_ascii_tells_all_that_it_has_no_place_for() -> None:
    assert list(not_in_ascii(_ROOT, "main")) == [
        "label of fixture a",
        "x-gel of fixture a",
        "hotkey of cue 1",
        "x-own of cue 1",
        "segment doors",
        "logistics Car",
    ]
