"""Mistakes of every kind come in the first run: keys, values, profiles, fixtures, overlaps, commands, universes."""

from showctl.program.opening import opened
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

SHOW = """showctl: 1
show:
  title: Evening
  timezone: Europe/Lndon
  panic: {light: black, time: 2x}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, profile: behringer/x23, to: 127.0.0.1}
  mixer: {type: osc, profile: behringer/x32, to: 127.0.0.1, frm: 1}
  bad: {type: oscc, to: "127.0.0.1:9000"}
  keys: {type: midi, port: x, prot: y}
inputs:
  osc: {prot: 53000}
ptach:
  - {id: front1..front8, fixture: generic/dimer, at: 1.1}
  - {id: led, fixture: generic/led-par, mode: nope, at: 1.20}
  - {id: a1..a10, fixture: generic/dimmer, at: 1.100}
  - {id: b1..b4, fixture: generic/dimmer, at: 1.105, exempt: panik}
  - {id: c1, fixture: generic/dimmer, at: 1.512}
  - {id: d1..d4, fixture: generic/dimmer, at: 1.510}
  - {id: a10..a11, fixture: generic/dimmer, at: 1.300}
groups:
  front: front1..front8
  missing: a1..a12
cues:
  - {cue: 1, lable: x, light: {time: 3x, look: {a1: {colour: "#ff0000"}}}}
  - {cue: 2, audio: {device: mixer, do: mute chanel, channel: 1}}
  - {cue: 3, audio: {device: mixer, do: mute, channel: 40}, continue: auto-folow}
  - {cue: 4, audio: {device: desk, do: anything}}
  - {cue: 5, osc: {device: bad, address: /a}}
  - {cue: 6, wait: 3x}
  - {cue: 6, audio: {device: mixer, do: of the second one}}
  - {cue: 7, group: timlin, cues: [{cue: 7.1, audio: {device: mixer, do: mute, chanel: 3}, at: 2s}]}
  - {cue: 8, lihgt: {look: {front: 130%}}}
  - {cue: 9, start: 99}
  - {cue: 10, group: playlist, loop: yes, cues: [{cue: 10.1, wait: x}]}
  - {cue: 11, start: 12, colour: blak, continue: auto-continue, post-wait: abc}
  - {cue: 12, start: 11}
lists:
  fx: {lable: X, cues: [{cue: 1, wat: 1}, {cue: 2, audio: {device: mixer, do: fadr}}]}
run of show:
  - {segment: doors, duration: 5, satrt: 3}
logistics:
  - {title: a, status: don, blocks: dors}
"""
FOUND = """4: time zone 'Europe/Lndon' is not known
5: 'black' is not allowed here
5: '2x' is not a time
8: there is no device profile 'behringer/x23'
9: unknown key 'frm'
10: type 'oscc' is not allowed here
11: unknown key 'prot'
13: unknown key 'prot'
14: unknown key 'ptach'
15: the fixture library has no 'generic/dimer'
16: 'generic/led-par' has no mode 'nope'
18: 'b1' overlaps 'a6' at 1.105
18: 'panik' is not allowed here
20: 'd3' overlaps 'c1' at 1.512
21: fixture 'a10' is patched twice, first in line 17
24: there is no fixture or group 'a12' (in a1..a12)
26: unknown key 'lable'
26: '3x' is not a time
26: 'a1' (generic/dimmer, 8bit) cannot mix colours
27: Behringer X32 / Midas M32 has no command 'mute chanel'
28: 40 is out of range
28: 'auto-folow' is not allowed here
31: '3x' is not a time
32: cue 6 is there twice, first in line 31
33: 'timlin' is not allowed here
33: there is no argument 'chanel'
33: channel is missing
34: unknown key 'lihgt'
34: '130%' is above 100 percent
35: there is no cue '99'
36: 'x' is not a time
37: 'blak' is not a colour
37: 'abc' is not a time
40: unknown key 'lable'
40: unknown key 'wat'
40: Behringer X32 / Midas M32 has no command 'fadr'
42: unknown key 'satrt'
44: 'don' is not allowed here
44: there is no segment 'dors'
"""


def found(text: str) -> list[str]:
    try:
        opened(lambda: load_text(text))
    except Refused as refused:
        return [f"{p.line}: {p.what}" for p in refused.problems]
    return []


def test_mistakes_of_every_kind_come_in_the_first_run() -> None:
    """Each is there once, and nobody is blamed for what another did."""
    assert sorted(found(SHOW)) == sorted(FOUND.splitlines())


RIG = """showctl: 1
show: {title: Evening, titel: x}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  other: {type: %s}
patch:
  - {id: a, fixture: generic/dimmer, at: 2.1}
"""


def test_universes_that_nobody_sends_come_too_unless_a_device_that_is_wrong_may_send_them() -> None:
    assert "7: no sACN device sends universe 2" in found(RIG % "osc")
    assert "7: no sACN device sends universe 2" not in found(RIG % "sacn")
    assert "7: no sACN device sends universe 2" not in found(RIG % "sacm")
    assert "7: no sACN device sends universe 2" not in found(RIG % "[sacn]")


def test_a_show_without_a_title_is_looked_through() -> None:
    wrong = "showctl: 1\n{head}patch: [{{id: a, fixture: no/such}}]\n"
    for head in ("", "show: {venue: Hall}\n", "show: 5\n"):
        assert any("no 'no/such'" in said for said in found(wrong.format(head=head)))


def test_a_command_that_another_device_has_is_sent_there() -> None:
    text = """showctl: 1
show: {title: Evening}
devices:
  mixer: {type: osc, profile: behringer/x32, to: 127.0.0.1}
  screens: {type: osc, profile: resolume, to: 127.0.0.1}
cues:
  - {cue: 1, audio: {device: screens, do: recall scene, scene: 3}}
"""
    try:
        opened(lambda: load_text(text))
    except Refused as refused:
        (problem,) = refused.problems
    assert problem.remedy == "write device: mixer, which has it"


LIGHT = """showctl: 1
show: {title: Evening}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
patch:
  - {id: spot, fixture: generic/moving-spot, at: 1.1}
cues:
  - {cue: 1, light: {time: 2x, look: {spot: {colour: L9999, position: nope}}}}
  - {cue: 2, light: {look: {spot: {beam: nope, palette: nope, gobo: Nix}}, parts: [{time: 2x, look: {spot: {zom: 2}}}]}}
"""


def test_gels_and_palettes_that_are_not_there_come_beside_a_wrong_time() -> None:
    assert found(LIGHT) == [
        "8: '2x' is not a time",
        "8: there is no colour 'L9999'",
        "8: there is no position palette 'nope'",
        "9: there is no beam palette 'nope'",
        "9: there is no mixed palette 'nope'",
        "9: 'spot' (generic/moving-spot, 16bit): gobo has no 'Nix'",
        "9: '2x' is not a time",
        "9: 'spot' (generic/moving-spot, 16bit) has no parameter 'zom'",
    ]
