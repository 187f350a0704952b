"""Shows as the engine plays them, and everything that can be wrong with their patch, looks and devices."""

import numpy as np
import pytest

from showctl.model.effect import Fade, Send
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.program.opening import open_show, opened
from showctl.program.program import OscTarget, Program, SacnTarget
from showctl.shipped import shipped
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

HEAD = "showctl: 1\nshow: {title: Test}\ndevices:\n  rig: {type: sacn, universes: 1-2, to: 127.0.0.1}\n"


def program(text: str, head: str = HEAD) -> Program:
    return opened(lambda: load_text(head + text)).program


def problems(text: str, head: str = HEAD) -> list[str]:
    with pytest.raises(Refused) as refused:
        program(text, head)
    return [f"{p.line - head.count(chr(10))}: {p.what}; {p.remedy}" for p in refused.value.problems]


def fade(show: Program, cue: str) -> dict[int, float]:
    """Target by parameter."""
    return {parameter: level for one in fades(show, cue) for parameter, level in one[1].items()}


def fades(show: Program, cue: str) -> list[tuple[float, dict[int, float]]]:
    """Time and targets by parameter of each fade, in order."""
    found = []
    for effect in show.cues[cue].effects:
        assert isinstance(effect, Fade)
        parameters = np.frombuffer(effect.parameters, "<i4").tolist()
        levels = np.frombuffer(effect.targets, "<f4").astype(float).round(4).tolist()
        found.append((effect.time, dict(zip(parameters, levels, strict=True))))
    return found


def test_wheels_and_shutters_jump_when_the_rest_begins_to_fade() -> None:
    show = program(
        "patch: [{id: spot, fixture: generic/moving-spot, mode: 8bit, at: 1.1}]\n"
        "cues:\n"
        "  - {cue: 1, light: {time: 3s, look: {spot: {intensity: full, pan: 0, gobo: 20%, shutter: full}}}}\n"
        "  - {cue: 2, light: {time: 0s, look: {spot: {intensity: out, gobo: 40%}}}}\n"
        "  - {cue: 3, light: {time: 3s, look: {spot: {gobo: 60%}}}}\n"
    )
    assert fades(show, "1") == [(0.0, {3: 1.0, 8: 0.2}), (3.0, {0: 0.5, 2: 1.0})]
    assert fades(show, "2") == [(0.0, {2: 0.0, 8: 0.4})]
    assert fades(show, "3") == [(0.0, {8: 0.6})]


# Patch ----------------------------------------------------------------------------------------------------------


def test_fixtures_take_consecutive_addresses() -> None:
    table = program(
        "patch:\n"
        "  - {id: dim1..dim2, fixture: generic/dimmer, mode: 16bit, at: 1.10, exempt: [panic, blackout]}\n"
        "  - {id: par, fixture: generic/led-par, mode: rgbw, at: 2.509}\n"
        "  - {id: spare, fixture: generic/dimmer}\n"
    )
    assert table.universes == (1, 2)
    p = table.parameters
    slots = np.frombuffer(p.slots, "<i4").reshape(-1, 3).tolist()
    assert slots == [
        [9, 10, -1],
        [11, 12, -1],
        [508, -1, -1],
        [509, -1, -1],
        [510, -1, -1],
        [511, -1, -1],
        [-1, -1, -1],  # the par's virtual intensity
        [-1, -1, -1],  # not patched
    ]
    assert np.frombuffer(p.row, "<i4").tolist() == [0, 0, 1, 1, 1, 1, -1, -1]
    assert np.frombuffer(p.dimmer, "<i4").tolist() == [-1, -1, 6, 6, 6, 6, -1, -1]
    assert np.frombuffer(p.intensity, "u1").tolist() == [1, 1, 0, 0, 0, 0, 1, 1]
    assert np.frombuffer(p.exempt, "u1").tolist() == [6, 6, 0, 0, 0, 0, 0, 0]
    assert np.frombuffer(p.default, "<f4").tolist() == [0, 0, 1, 1, 1, 0, 0, 0]


def test_everything_wrong_with_a_patch_is_found_at_once() -> None:
    assert problems(
        "patch:\n"
        "  - {id: a, fixture: generic/dimmer, at: 1.1}\n"
        "  - {id: b1..b4, fixture: generic/led-par, mode: rgbw, at: 1.1}\n"
        "  - {id: c1..c2, fixture: generic/dimmer, at: 1.512}\n"
        "  - {id: d, fixture: generic/dimer, at: 1.100}\n"
        "  - {id: e, fixture: generic/led-par, mode: rbgw, at: 1.100}\n"
        "  - {id: f, fixture: generic/dimmer, at: 7.1}\n"
    ) == [
        "3: 'b1' overlaps 'a' at 1.001; the next free address is 1.017",
        "4: 'c2' would need addresses 513 to 513, universe 1 ends at 512; the next free address is 2.001",
        "5: the fixture library has no 'generic/dimer'; did you mean 'generic/dimmer'?",
        "6: 'generic/led-par' has no mode 'rbgw'; did you mean 'rgbw'?",
        "7: no sACN device sends universe 7; add 7 to the universes of one",
    ]


def test_the_address_that_is_offered_is_in_a_universe_that_is_sent() -> None:
    full = "patch:\n  - {id: a1..a512, fixture: generic/dimmer, at: 2.1}\n"
    other = full + "  - {id: b, fixture: generic/dimmer, at: 2.512}\n"
    assert problems(other) == ["3: 'b' overlaps 'a512' at 2.512; the next free address is 1.001"]
    both = other + "  - {id: c1..c512, fixture: generic/dimmer, at: 1.1}\n"
    assert problems(both) == [
        "3: 'b' overlaps 'a512' at 2.512; no universe that is sent has room for it; "
        "give an sACN device one more under universes"
    ]
    later = HEAD.replace("universes: 1-2", "universes: [2, 9]")
    assert problems(other, later)[0].endswith("the next free address is 9.001")


def test_a_broken_fixture_is_one_problem() -> None:
    assert len(problems("patch:\n  - {id: a, fixture: no/such}\ncues:\n  - {cue: 1, light: {look: {a: full}}}\n")) == 1


def test_without_any_sacn_device_the_remedy_is_a_whole_line() -> None:
    (problem,) = problems("patch:\n  - {id: a, fixture: generic/dimmer, at: 3.1}\n", "showctl: 1\nshow: {title: T}\n")
    assert "rig: {type: sacn, universes: 3, to: 127.0.0.1}" in problem


# Looks ----------------------------------------------------------------------------------------------------------

RIG = (
    "patch:\n"
    "  - {id: dim1..dim2, fixture: generic/dimmer, at: 1.1}\n"
    "  - {id: par, fixture: generic/led-par, mode: rgbw, at: 1.10}\n"
    "  - {id: spot, fixture: generic/moving-spot, mode: 8bit, at: 1.20}\n"
    "groups: {dims: dim1..dim2, all: [dims, par, spot], nested: all}\n"
)
# Parameters: 0 dim1, 1 dim2, 2-5 par red green blue white, 6 par intensity,
# 7 pan, 8 tilt, 9 intensity, 10 shutter, 11 cyan, 12 magenta, 13 yellow, …


@pytest.mark.parametrize(
    ("look", "targets"),
    [
        ("dims: 50%", {0: 0.5, 1: 0.5}),
        ("dim1..dim2: full", {0: 1, 1: 1}),
        ("nested: 25%", {0: 0.25, 1: 0.25, 6: 0.25, 9: 0.25}),
        ("dims: full, dim1: 10%", {0: 0.1, 1: 1}),
        ("dim1: 10%, dims: full", {0: 1, 1: 1}),
        ("par: {intensity: 40%, colour: '#ff8080'}", {2: 0.498, 3: 0, 4: 0, 5: 0.502, 6: 0.4}),
        ("spot: {colour: '#00ffff'}", {11: 1, 12: 0, 13: 0, 14: 6 / 255}),  # the wheel opens
        ("spot: {pan: 0, tilt: -135}", {7: 0.5, 8: 0}),
        ("spot: {pan: 50%, shutter: 50}", {7: 0.5, 10: 0.5}),
        ("par: {colour: '#ff0000', white: full}", {2: 1, 3: 0, 4: 0, 5: 1}),
    ],
)
def test_looks(look: str, targets: dict[int, float]) -> None:
    show = program(RIG + f"cues:\n  - {{cue: 1, light: {{time: 2s, look: {{{look}}}}}}}\n")
    assert fade(show, "1") == pytest.approx(targets, abs=1e-4)
    assert show.cues["1"].duration == 2.0


def test_an_empty_look_moves_nothing() -> None:
    show = program(RIG + "cues:\n  - {cue: 1, light: {time: 2s, look: {}}}\n")
    assert show.cues["1"].effects == ()
    assert show.cues["1"].duration == 2.0


def test_equal_looks_are_one_and_the_same() -> None:
    show = program(
        RIG + "cues:\n  - {cue: 1, light: {look: {all: full}}}\n  - {cue: 2, light: {look: {all: full}}}\n"
        "  - {cue: 3, light: {time: 1s, look: {all: full}}}\n"
    )
    assert show.cues["1"].effects[0] is show.cues["2"].effects[0]
    assert show.cues["3"].effects[0].time == 1.0  # type: ignore[union-attr]


def test_everything_wrong_with_looks_is_found_at_once() -> None:
    cues = [
        "{cue: 1, light: {look: {dim1: {colour: '#ff0000'}, spot: {pan: 300}}}}",
        "{cue: 2, light: {look: {spot: {pam: 0}, par: {zoom: 50%}}}}",
        "{cue: 3, group: timeline, cues: [{cue: 3.1, light: {look: {spot: {shutter: 130}}}}]}",
    ]
    found = problems(RIG + "cues:\n" + "".join(f"  - {one}\n" for one in cues))
    assert found == [
        "7: 'dim1' (generic/dimmer, 8bit) cannot mix colours; remove the colour, or leave this fixture out",
        "7: 'spot' (generic/moving-spot, 8bit): pan 300 is beyond what the fixture can do; write -270 to 270 degrees",
        "8: 'spot' (generic/moving-spot, 8bit) has no parameter 'pam'; did you mean 'pan'?",
        "8: 'par' (generic/led-par, rgbw) has no parameter 'zoom'; write red, green, blue, white or intensity",
        "9: 'spot' (generic/moving-spot, 8bit): shutter 130 is not between 0 and 100 percent; write 0% to 100%",
    ]


# Devices ----------------------------------------------------------------------------------------------------------

DEVICES = (
    HEAD + "  desk: {type: osc, profile: behringer/x32, to: 127.0.0.1}\n"
    "  plain: {type: osc, to: '127.0.0.1:9000', backup: '127.0.0.1:9001'}\n"
    "  keys: {type: midi, port: Keys, device id: 3}\n"
)


def test_targets_have_their_default_ports() -> None:
    targets = {t.device: t for t in program("", DEVICES).targets}
    assert targets["rig"] == SacnTarget("rig", (1, 2), (("127.0.0.1", 5568),), 100, "Test")
    assert isinstance(targets["desk"], OscTarget)
    assert targets["desk"].to == ("127.0.0.1", 10023)
    assert targets["plain"] == OscTarget("plain", ("127.0.0.1", 9000), ("127.0.0.1", 9001))


def test_messages() -> None:
    show = program(
        "cues:\n"
        "  - {cue: 1, osc: {device: plain, address: /a, args: [1]}}\n"
        "  - {cue: 2, midi: {device: keys, msc: go, cue: 12}}\n"
        "  - {cue: 3, midi: {device: keys, note: C4, duration: 2s}}\n"
        "  - {cue: 4, audio: {device: desk, do: mute, channel: 1, muted: yes, duration: 5s}}\n",
        DEVICES,
    )
    assert show.cues["1"].effects == (Send(0.0, "plain", OscMessage("/a", (OscArgument("i", 1),))),)
    assert show.cues["2"].effects == (Send(0.0, "keys", MidiMessage(bytes.fromhex("F07F03020101 3132 F7"))),)
    assert [e.at for e in show.cues["3"].effects] == [0.0, 2.0]
    assert show.cues["3"].stop == (Send(0.0, "keys", MidiMessage(b"\x80\x3c\x00")),)
    assert show.cues["4"].duration == 5.0


def test_everything_wrong_with_devices_is_found_at_once() -> None:
    head = "showctl: 1\nshow: {title: Test}\ndevices:\n"
    found = problems(
        "  a: {type: osc, profile: behringer/x33, to: '127.0.0.1:1'}\n"
        "  b: {type: midi, profile: behringer/x32, port: B}\n"
        "  c: {type: osc, to: '127.0.0.1:2'}\n"
        "  d: {type: osc, profile: behringer/x32, to: 127.0.0.1}\n"
        "cues:\n"
        "  - {cue: 1, audio: {device: a, do: anything}}\n"
        "  - {cue: 2, audio: {device: c, do: mute}}\n"
        "  - {cue: 3, audio: {device: d, do: mut, channel: 1}}\n"
        "  - {cue: 4, audio: {device: d, do: mute, channel: 99, muted: yes}}\n",
        head,
    )
    assert [text.split(";")[0] for text in found] == [
        "1: there is no device profile 'behringer/x33'",
        "2: 'behringer/x32' is a profile for osc, 'b' is a device of type midi",
        "7: 'c' has no profile, so it knows no commands",
        "8: Behringer X32 / Midas M32 has no command 'mut'",
        found[4].split(";")[0],
    ]
    assert found[4].startswith("9: ")
    assert len(found) == 5


# Groups and panic ----------------------------------------------------------------------------------------------------


def test_groups_know_their_children_and_last_until_all_are_done() -> None:
    show = program(
        "cues:\n"
        "  - cue: 1\n"
        "    group: timeline\n"
        "    cues:\n"
        "      - {cue: 1.1, wait: 1s}\n"
        "      - cue: 1.2\n"
        "        at: 1s\n"
        "        pre-wait: 500ms\n"
        "        group: timeline\n"
        "        cues: [{cue: 1.3, at: 2s, wait: 3s}]\n"
        "lists: {b: {cues: [{cue: 1, wait: 0s}]}}\n"
    )
    assert list(show.cues) == ["1", "1.1", "1.2", "1.3", "b/1"]
    assert [(c.cue, c.at) for c in show.cues["1"].children] == [("1.1", 0.0), ("1.2", 1.0)]
    assert show.cues["1.3"].parent == "1.2"
    assert show.cues["1"].duration == 6.5
    assert [(c.name, c.cues) for c in show.lists] == [("main", ("1",)), ("b", ("b/1",))]


def test_a_panic_look_spares_what_is_exempt() -> None:
    show = program(
        "patch:\n  - {id: a, fixture: generic/dimmer, at: 1.1}\n"
        "  - {id: house, fixture: generic/dimmer, at: 1.2, exempt: panic}\n",
        HEAD.replace("{title: Test}", "{title: Test, panic: {time: 3s, light: {a: 50%, house: out}}}"),
    )
    assert show.panic_light == "look"
    (look,) = show.panic_look
    assert look.time == 3.0
    assert np.frombuffer(look.parameters, "<i4").tolist() == [0]


def test_a_panic_look_that_does_nothing_is_asked_about() -> None:
    text = (
        "showctl: 1\n"
        "show: {title: A, panic: {light: {house: full, all: 20%, aisle: 5%}}}\n"
        "patch:\n  - {id: a, fixture: generic/dimmer}\n"
        "  - {id: house, fixture: generic/dimmer, exempt: panic}\n"
        "  - {id: aisle1..aisle2, fixture: generic/dimmer, exempt: [blackout, panic]}\n"
        "groups: {all: [a, house], aisle: aisle1..aisle2}\n"
    )
    asked = opened(lambda: load_text(text, "a.yaml")).questions
    said = (
        "is exempt from panic, so a panic leaves it as it is and this does nothing; "
        "leave it out here, or take panic out of what it is exempt from in the patch"
    )
    assert list(map(str, asked)) == [
        f"a.yaml:2:{column}: show > panic > light > {name}: question: '{name}' {said}"
        for name, column in (("house", 41), ("aisle", 64))
    ]


@pytest.mark.parametrize("path", sorted(shipped("shows").glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_shows_open(path: object) -> None:
    assert open_show(path).program.cues  # type: ignore[arg-type]


# All problems at once -------------------------------------------------------------------------------------------------


def test_problems_of_the_file_and_of_the_rig_are_found_together() -> None:
    found = problems(
        "patch:\n"
        "  - {id: bad, fixture: generic/dimmer, at: 9999999.1}\n"
        "  - {id: a, fixture: generic/dimmer, at: 1.1}\n"
        "  - {id: b, fixture: generic/dimmer, at: 1.1}\n"
        "cues:\n"
        "  - {cue: 1, lihgt: {look: {a: full}}}\n"
        "  - {cue: 2, light: {look: {bad: full, a: {colour: '#ff0000'}}}}\n"
        "  - {cue: 3, light: {look: {missing: full}}}\n"
    )
    assert [text.split(";")[0] for text in found] == [
        "2: '9999999.1' is not a universe and address",
        "4: 'b' overlaps 'a' at 1.001",
        "6: unknown key 'lihgt'",
        "7: 'a' (generic/dimmer, 8bit) cannot mix colours",
        "8: there is no fixture or group 'missing'",
    ]


def test_groups_in_groups_do_not_explode() -> None:
    groups = ", ".join(f"g{n}: [g{n - 1}, g{n - 1}]" for n in range(1, 5000))
    show = program(
        "patch: [{id: a, fixture: generic/dimmer, at: 1.1}]\n"
        f"groups: {{g0: a, {groups}}}\ncues: [{{cue: 1, light: {{look: {{g4999: full}}}}}}]\n"
    )
    assert fade(show, "1") == {0: 1.0}


def test_a_wrong_show_of_enormous_ranges_is_refused_in_no_time() -> None:
    patch = "".join(f"  - {{id: a{i}x1..a{i}x4096, fixture: x}}\n" for i in range(3000))
    assert problems(f"patch:\n{patch}cues:\n  - {{cue: 1, lihgt: 1}}\n")
