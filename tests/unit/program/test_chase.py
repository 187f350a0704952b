"""A state chase leaves every device where the cues before would have left it."""

from collections.abc import Mapping
from time import process_time
from typing import Any

import pytest
from hypothesis import given

from showctl.engine.command import Go
from showctl.host.chase_words import chase_text, chase_words
from showctl.host.report import message_words
from showctl.host.simulate import Rehearsal
from showctl.model.message import MidiMessage
from showctl.program.chase import Chase, chase
from showctl.program.message_place import message_place
from showctl.program.opening import open_show, opened
from showctl.program.past import Past, past
from showctl.program.program import Program
from showctl.shipped import shipped, show_file
from showctl.showfile.device_profile import Profiles
from showctl.showfile.generate import generate
from showctl.showfile.load import load_text
from tests.unit.program.chased_shows import chased_shows

PROFILES = Profiles(shipped("resources") / "profiles")
HEAD = """
showctl: 1
show: {title: Test}
devices:
  desk: {type: osc, profile: behringer/x32, to: 127.0.0.1}
  media: {type: osc, profile: resolume, to: 127.0.0.1}
  plain: {type: osc, to: 127.0.0.1:9000}
  keys: {type: midi, port: Keys}
cues:
"""
LAST = "  - {cue: last, wait: 1s}\n"


def chased(cues: str, to: str = "last", rest: str = "") -> Chase:
    return chase(opened(lambda: load_text(HEAD + cues + LAST + rest)).program, to)


def lines(found: Chase) -> list[str]:
    """`cue: what`, in order."""
    said = []
    for left in found.left:
        message = left.message
        if isinstance(message, MidiMessage):
            said.append(f"{left.cue}: {message.data.hex(' ')}")
        else:
            said.append(" ".join([f"{left.cue}: {message.address}", *(f"{a.value:g}" for a in message.args)]))
    return said


def test_the_last_value_of_each_place_in_the_order_of_the_last() -> None:
    found = chased("""
  - {cue: 1, audio: {device: desk, do: fader, channel: 1, level: 0 dB}}
  - {cue: 2, audio: {device: desk, do: fader, channel: 2, level: 0 dB}}
  - {cue: 3, audio: {device: desk, do: recall scene, scene: 7}}
  - {cue: 4, video: {device: media, do: layer opacity, layer: 1, opacity: 50%}}
  - {cue: 5, audio: {device: desk, do: fader, channel: 1, level: -oo}}
""")
    assert lines(found) == [
        "2: /ch/02/mix/fader 0.75",
        "3: /-action/goscene 7",
        "4: /composition/layers/1/video/opacity 0.5",
        "5: /ch/01/mix/fader 0",
    ]
    assert [left.device for left in found.left] == ["desk", "desk", "media", "desk"]
    assert found.notes == ()


def test_what_starts_something_is_left_out_and_noted() -> None:
    found = chased("""
  - {cue: 1, video: {device: media, do: connect clip, layer: 1, clip: 1}}
  - {cue: 2, audio: {device: desk, do: play recorder}}
  - {cue: 3, osc: {device: plain, address: /a, args: [1]}}
  - {cue: 4, midi: {device: keys, note: C4, duration: 1s}}
""")
    assert found.left == ()
    assert found.notes == (
        "cues 1, 2: not replayed, as they start, stop or step something",
        "cues 3, 4: not replayed, as osc or midi cues without chase: yes",
    )
    (note,) = chased("  - {cue: 1, audio: {device: desk, do: play recorder}}\n").notes
    assert note == "cue 1: not replayed, as it starts, stops or steps something"


def test_what_a_stop_cuts_off_stays_and_is_named() -> None:
    found = chased("""
  - {cue: 1, audio: {device: desk, do: fader, channel: 18, level: 0 dB}}
  - {cue: 2, group: timeline, cues: [{cue: 2.1, midi: {device: keys, control: 7, value: 9, chase: yes}}]}
  - {cue: 3, stop: 1}
  - {cue: 4, stop: [1, 2]}
""")
    assert found.notes == (
        "cue 3: stops 1: its values stay (desk /ch/18/mix/fader 0.75)",
        "cue 4: stops 1, 2: their values stay (desk /ch/18/mix/fader 0.75, keys controller 7 of channel 1 at 9)",
    )


def test_osc_and_midi_cues_that_say_so() -> None:
    found = chased("""
  - {cue: 1, osc: {device: plain, address: /a, args: [1], chase: yes}}
  - {cue: 2, osc: {device: plain, address: /a, args: [2], chase: yes}}
  - {cue: 3, osc: {device: plain, address: /a, args: [3]}}
  - {cue: 4, midi: {device: keys, control: 7, value: 1, chase: yes}}
  - {cue: 5, midi: {device: keys, control: 8, value: 2, chase: yes}}
  - {cue: 6, midi: {device: keys, control: 7, channel: 2, value: 3, chase: yes}}
  - {cue: 7, midi: {device: keys, control: 7, value: 4, chase: yes}}
  - {cue: 8, midi: {device: keys, program: 5, chase: yes}}
  - {cue: 9, midi: {device: keys, program: 6, chase: yes}}
""")
    assert lines(found) == ["2: /a 2", "5: b0 08 02", "6: b1 07 03", "7: b0 07 04", "9: c0 06"]


def test_whole_numbers_and_texts_before_a_value_say_which_thing_is_meant() -> None:
    found = chased("""
  - {cue: 1, osc: {device: plain, address: /send, args: [1, 0.5], chase: yes}}
  - {cue: 2, osc: {device: plain, address: /send, args: [2, 0.5], chase: yes}}
  - {cue: 3, fade: {device: plain, address: /send, before: [1], from: 0, to: 0.25, time: 2s}}
  - {cue: 4, osc: {device: plain, address: /rgb, args: [0.1, 0.2, 0.3], chase: yes}}
  - {cue: 5, osc: {device: plain, address: /rgb, args: [0.5, 0.5, 0.5], chase: yes}}
""")
    assert lines(found) == ["2: /send 2 0.5", "3: /send 1 0.25", "5: /rgb 0.5 0.5 0.5"]


def test_show_control_keeps_the_last_cue_of_each_list() -> None:
    found = chased("""
  - {cue: 1, midi: {device: keys, msc: go, cue: 11, chase: yes}}
  - {cue: 2, midi: {device: keys, msc: go, cue: 11, list: 2, chase: yes}}
  - {cue: 3, midi: {device: keys, msc: go, cue: 12, chase: yes}}
  - {cue: 4, midi: {device: keys, msc: fire, macro: 1, chase: yes}}
  - {cue: 5, midi: {device: keys, msc: fire, macro: 2, chase: yes}}
  - {cue: 6, midi: {device: keys, sysex: F0 7F 00 02 F7, chase: yes}}
""")
    assert [left.cue for left in found.left] == ["2", "3", "4", "5", "6"]


def test_fades_count_with_their_end() -> None:
    found = chased("""
  - {cue: 1, audio: {device: desk, do: fader, channel: 1, level: 0 dB}}
  - {cue: 2, fade: {device: desk, address: /ch/01/mix/fader, to: 0.25, time: 20s}}
  - {cue: 3, fade: {device: keys, control: 7, from: 0, to: 100, time: 4s}}
  - {cue: 4, fade: {device: keys, control: 1, 14 bit: yes, from: 0, to: 8193, time: 4s}}
""")
    assert lines(found) == ["2: /ch/01/mix/fader 0.25", "3: b0 07 64", "4: b0 01 40", "4: b0 21 01"]


def test_what_is_not_armed_is_left_out_with_all_inside() -> None:
    found = chased("""
  - {cue: 1, armed: no, audio: {device: desk, do: fader, channel: 1, level: 0 dB}}
  - {cue: 2, armed: no, group: random, cues: [{cue: 2.1, audio: {device: desk, do: mute, channel: 1}}]}
""")
    assert (found.left, found.notes) == ((), ())


GROUP = """
  - cue: 1
    group: {mode}
    cues:
      - {{cue: 1.1, {at}pre-wait: 3s, audio: {{device: desk, do: fader, channel: 1, level: 0 dB}}}}
      - {{cue: 1.2, audio: {{device: desk, do: fader, channel: 1, level: -oo}}}}
      - {{cue: 1.3, audio: {{device: desk, do: mute, channel: 1, muted: no}}}}
"""


@pytest.mark.parametrize(
    ("mode", "fader", "mute"),
    [
        ("timeline", "1.1", True),
        ("sequence", "1.2", True),
        ("playlist", "1.2", True),
        ("first then next", "1.1", False),
    ],
)
def test_groups_count_as_they_play(mode: str, fader: str, mute: bool) -> None:
    found = chased(GROUP.format(mode=mode, at="at: 1s, " if mode == "timeline" else ""))
    assert {left.cue for left in found.left} == {fader} | ({"1.3"} if mute else set())


@pytest.mark.parametrize(("mode", "before"), [("timeline", ("1.2",)), ("sequence", ("1.1", "1.2"))])
def test_the_past_inside_a_group(mode: str, before: tuple[str, ...]) -> None:
    show = opened(lambda: load_text(HEAD + GROUP.format(mode=mode, at=""))).program
    assert past(show, "1") == Past("main", 0)
    assert past(show, "1.3") == Past("main", 0, before)
    assert past(show, "1.2") == Past("main", 0, before[:-1])


def test_another_list_has_its_own_past() -> None:
    foyer = "lists:\n  foyer: {cues: [{cue: 1, audio: {device: desk, do: mute, channel: 3}}, {cue: 2, wait: 1s}]}\n"
    cues = "  - {cue: 1, audio: {device: desk, do: fader, channel: 1, level: 0 dB}}\n"
    assert lines(chased(cues, "foyer/2", foyer)) == ["foyer/1: /ch/03/mix/on 0"]
    found = chased(cues, "last", foyer)
    assert lines(found) == ["1: /ch/01/mix/fader 0.75"]
    assert found.notes == ("list foyer: what was started there does not count",)
    with pytest.raises(KeyError):
        chased(cues, "12", foyer)


def test_what_has_no_one_past_is_noted() -> None:
    found = chased("""
  - {cue: 1, group: random, cues: [{cue: 1.1, wait: 1s}, {cue: 1.2, wait: 1s}]}
  - {cue: 2, group: playlist, shuffle: yes, cues: [{cue: 2.1, start: last}, {cue: 2.2, stop: 1}]}
  - {cue: 3, disarm: {cue: 1, if armed: 2}}
  - {cue: 4, go to: last}
""")
    assert [note.split(" ")[:4] for note in found.notes] == [
        ["cues", "1,", "2:", "play"],
        ["cue", "2.1:", "starts", "others:"],
        ["cue", "2.2:", "stops", "others:"],
        ["cue", "3:", "acts", "only"],
        ["cue", "3:", "disarms", "others:"],
        ["cue", "4:", "moves", "standby:"],
    ]


def played_to_the_end(show: Program) -> dict[str, Mapping[str, Any]]:
    """What arrives last at each address when the list is played, GO by GO; in the order of arrival."""
    rehearsal, last = Rehearsal(show), dict[str, Mapping[str, Any]]()
    to_play = set(show.lists[0].cues[: show.lists[0].cues.index("last")])
    inside = {each.id for each in show.cues.values() if each.id.split(".")[0] in to_play}
    while rehearsal.standby in inside:
        events = [*rehearsal.command(Go(source="test"), rehearsal.now + 1.0), *rehearsal.finish()]
        for event in events:
            if event["event"] == "sent":
                last.pop(event["address"], None)
                last[event["address"]] = event
    last.pop("/other", None)
    return last


@given(show=chased_shows())
def test_a_chase_leaves_what_playing_up_to_the_cue_leaves(show: Program) -> None:
    arrived = played_to_the_end(show).values()
    left = [message_words(left.message, "127.0.0.1:9000") | {"cue": left.cue} for left in chase(show, "last").left]
    assert left == [{key: event[key] for key in words} for words, event in zip(left, arrived, strict=True)]


@pytest.mark.parametrize("name", PROFILES.names)
def test_what_the_shipped_profiles_replay_is_one_value_a_place(name: str) -> None:
    """What has to be pressed and let go is no value."""
    profile = PROFILES.get(name)
    for command, said in profile.commands.items():
        if profile.chased(command):
            shown = {key: argument for key, argument in said.arguments.items() if not argument.secret}
            written = {key: argument.example for key, argument in shown.items()}
            messages = profile.messages(command, written)
            assert len({message_place("a", message) for _, message in messages}) == len(messages)


def test_a_long_show_takes_no_time() -> None:
    show = opened(lambda: load_text(generate(5000, 4))).program
    to = show.lists[0].cues[-1]
    began = process_time()
    assert chase(show, to).left
    assert process_time() - began < 2  # 13 ms where it was measured; the rest is for slow and busy machines


def test_every_cue_of_the_demo() -> None:
    show = open_show(show_file("demo")).program
    for each in show.cues:
        found = chase(show, each)
        assert len({(left.device, left.message) for left in found.left}) == len(found.left)


def test_masters_stand_where_the_last_cue_has_brought_them() -> None:
    text = """
showctl: 1
show: {title: Test}
masters: {band: {fixtures: a}}
patch: [{id: a, fixture: generic/dimmer}]
cues:
  - {cue: 1, fade: {master: grand, to: 20%, time: 4s}}
  - {cue: 2, fade: {master: band, to: out}, armed: no}
  - {cue: 3, fade: {master: grand, from: 0, to: 70%, time: 9s}}
  - {cue: 4, fade: {master: band, to: 30%}}
  - {cue: 5, fade: {master: grand, to: full}}
"""
    program = opened(lambda: load_text(text)).program
    found = chase(program, "5")
    assert [(left.cue, left.master, left.level) for left in found.masters] == [("3", "grand", 0.7), ("4", "band", 0.3)]
    early = [chase_text(line) for line in chase_words(program, "2") if line["chase"] == "master"]
    assert early == [
        "master   grand 20%  from cue 1",
        "master   band 100%  as the file has it: no cue before moves it",
    ]
