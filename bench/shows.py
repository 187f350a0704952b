"""Show files for the measurements."""

import itertools
import random
from pathlib import Path


def _show(title: str, devices: list[str], rest: list[str]) -> str:
    head = ["showctl: 1", f"show: {{title: {title}}}", "devices:", *devices]
    return "\n".join([*head, *rest]) + "\n"


def go_show(folder: Path, sacn_port: int, osc_port: int, count: int) -> Path:
    """A main list of jumps on universe 1, and a list `messages` of OSC cues."""
    cues = ["cues:"]
    for n in range(1, count + 1):
        cues.append(f"  - {{cue: {n}, light: {{time: 0s, look: {{lamp: dmx {n % 2 * 100 + 50}}}}}}}")
    messages = ["lists:", "  messages:", "    cues:"]
    messages += [
        f"      - {{cue: M{n}, osc: {{device: desk, address: /bench, args: [{n}]}}}}" for n in range(1, count + 1)
    ]
    path = folder / "go.yaml"
    devices = [
        f"  rig: {{type: sacn, universes: 1, to: 127.0.0.1:{sacn_port}}}",
        f"  desk: {{type: osc, to: 127.0.0.1:{osc_port}}}",
    ]
    patch = ["patch:", "  - {id: lamp, fixture: generic/dimmer, at: 1.1}"]
    path.write_text(_show("GO", devices, [*patch, *cues, *messages]))
    return path


def fade_show(folder: Path, sacn_port: int, universes: int, seconds: float) -> Path:
    """Every slot of every universe fades at once."""
    patch = ["patch:"]
    patch += [f"  - {{id: u{u}x1..u{u}x512, fixture: generic/dimmer, at: {u}.1}}" for u in range(1, universes + 1)]
    look = [f"          u{u}x1..u{u}x512: full" for u in range(1, universes + 1)]
    cues = ["cues:", "  - cue: 1", "    light:", f"      time: {seconds}s", "      look:", *look]
    path = folder / f"fade-{universes}.yaml"
    devices = [f"  rig: {{type: sacn, universes: 1-{universes}, to: 127.0.0.1:{sacn_port}}}"]
    path.write_text(_show("Fade", devices, [*patch, *cues]))
    return path


def chain_show(folder: Path, osc_port: int, count: int, spacing_ms: int) -> Path:
    """OSC cues that follow each other by auto-continue."""
    cues = ["cues:"]
    for n in range(1, count + 1):
        then = f", continue: auto-continue, post-wait: {spacing_ms}ms" if n < count else ""
        cues.append(f"  - {{cue: {n}, osc: {{device: desk, address: /bench, args: [{n}]}}{then}}}")
    path = folder / "chain.yaml"
    path.write_text(_show("Chain", [f"  desk: {{type: osc, to: 127.0.0.1:{osc_port}}}"], cues))
    return path


def message_show(folder: Path, osc_port: int, count: int) -> Path:
    """A list of OSC cues, one a GO."""
    cues = ["cues:"]
    cues += [f"  - {{cue: {n}, osc: {{device: desk, address: /bench, args: [{n}]}}}}" for n in range(1, count + 1)]
    path = folder / f"messages-{count}.yaml"
    path.write_text(_show("Messages", [f"  desk: {{type: osc, to: 127.0.0.1:{osc_port}}}"], cues))
    return path


def group_show(folder: Path, osc_port: int, groups: int, children: int) -> Path:
    """Timeline groups of OSC cues that all start at once."""
    cues = ["cues:"]
    for g in range(1, groups + 1):
        cues += [f"  - cue: G{g}", "    group: timeline", "    cues:"]
        cues += [
            f"      - {{cue: G{g}.{n}, osc: {{device: desk, address: /bench, args: [{n}]}}}}"
            for n in range(1, children + 1)
        ]
    path = folder / "groups.yaml"
    path.write_text(_show("Groups", [f"  desk: {{type: osc, to: 127.0.0.1:{osc_port}}}"], cues))
    return path


def cues_that_fade(folder: Path, sacn_port: int, count: int, seconds: float) -> Path:
    """One GO starts so many light cues, each with a dimmer of its own that fades."""
    universes = -(-count // 512)
    patch = ["patch:"]
    patch += [f"  - {{id: u{u}x1..u{u}x512, fixture: generic/dimmer, at: {u}.1}}" for u in range(1, universes + 1)]
    cues = ["cues:", "  - cue: 1", "    group: timeline", "    cues:"]
    for n in range(count):
        lamp = f"u{n // 512 + 1}x{n % 512 + 1}"
        cues.append(f"      - {{cue: 1.{n + 1}, light: {{time: {seconds}s, look: {{{lamp}: full}}}}}}")
    path = folder / "cues-that-fade.yaml"
    devices = [f"  rig: {{type: sacn, universes: 1-{universes}, to: 127.0.0.1:{sacn_port}}}"]
    path.write_text(_show("Cues that fade", devices, [*patch, *cues]))
    return path


def cues_of_all_kinds(folder: Path, count: int, sacn_port: int = 9, ramps: bool = True) -> Path:
    """One GO starts so many cues: by turns light that fades, a held note, a ramp, a message that is to come, a wait.

    Without `ramps` a memo in their place. Cue B, in a list of its own, fades in a universe of its own, the last.
    """
    universes = -(-count // 512)
    patch = ["patch:"]
    patch += [f"  - {{id: u{u}x1..u{u}x512, fixture: generic/dimmer, at: {u}.1}}" for u in range(1, universes + 1)]
    cues = ["cues:", "  - cue: 1", "    group: timeline", "    cues:"]
    for n in range(count):
        does = (
            f"light: {{time: 10m, look: {{u{n // 512 + 1}x{n % 512 + 1}: full}}}}",
            f"midi: {{device: keys, note: {n % 128}, channel: {n // 128 % 16 + 1}, duration: 10m}}",
            f"fade: {{device: desk, address: /bench/{n}, from: 0, to: 1, time: 10m}}" if ramps else "memo: nothing",
            f"pre-wait: 10m, osc: {{device: desk, address: /bench/{n}}}",
            "wait: 10m",
        )[n % 5]
        cues.append(f"      - {{cue: 1.{n + 1}, {does}}}")
    path = folder / f"all-kinds-{count}.yaml"
    beside = universes + 1
    patch.append(f"  - {{id: beside, fixture: generic/dimmer, at: {beside}.1}}")
    cues += ["lists:", "  beside:", "    cues:"]
    cues += ["      - {cue: B, light: {time: 10m, look: {beside: full}}}"]
    devices = [
        f"  rig: {{type: sacn, universes: 1-{beside}, to: 127.0.0.1:{sacn_port}}}",
        "  desk: {type: osc, to: 127.0.0.1:9}",
        "  keys: {type: midi, port: Nobody}",
    ]
    path.write_text(_show("Cues of all kinds", devices, [*patch, *cues]))
    return path


def chased_show(folder: Path, osc_port: int, count: int, places: int, universes: int) -> Path:
    """Cues that by turns set one of so many places of a desk, and light so many universes."""
    patch = ["patch:"]
    patch += [f"  - {{id: u{u}x1..u{u}x512, fixture: generic/dimmer, at: {u}.1}}" for u in range(1, universes + 1)]
    cues = ["cues:"]
    for n in range(1, count + 1):
        if n % 2:
            send = f"{{device: desk, address: /bench/{n // 2 % places}, args: [0.5], chase: yes}}"
            cues.append(f"  - {{cue: {n}, osc: {send}}}")
        else:
            u = n // 2 % universes + 1
            cues.append(f"  - {{cue: {n}, light: {{time: 1s, look: {{u{u}x1..u{u}x512: {n % 100}%}}}}}}")
    devices = [
        f"  rig: {{type: sacn, universes: 1-{universes}, to: 127.0.0.1:9}}",
        f"  desk: {{type: osc, to: 127.0.0.1:{osc_port}}}",
    ]
    path = folder / f"chased-{count}.yaml"
    path.write_text(_show("Chased", devices, [*patch, *cues]))
    return path


SPOT = ("intensity", "pan", "tilt", "cyan", "magenta", "yellow", "iris", "focus", "zoom", "frost")
"""What fades of a generic/moving-spot."""
SPOTS = 25
"""Of them in a universe: 500 slots."""


def moving_show(folder: Path, sacn_port: int, universes: int, seconds: float, *, one_by_one: bool = False) -> Path:
    """Everything of all moving lights fades at once; `one_by_one`: each fixture in a time of its own."""
    patch, look = ["patch:"], []
    level = ", ".join(f"{name}: full" for name in SPOT)
    for u in range(1, universes + 1):
        patch.append(f"  - {{id: u{u}x1..u{u}x{SPOTS}, fixture: generic/moving-spot, mode: 16bit, at: {u}.1}}")
        if one_by_one:
            times = [seconds + (u * SPOTS + n) / 1000 for n in range(SPOTS)]
            look += [f"          u{u}x{n + 1}: {{{level}, time: {time}s}}" for n, time in enumerate(times)]
        else:
            look.append(f"          u{u}x1..u{u}x{SPOTS}: {{{level}}}")
    cues = ["cues:", "  - cue: 1", "    light:", f"      time: {seconds}s", "      look:", *look]
    path = folder / f"moving-{universes}{'-one-by-one' if one_by_one else ''}.yaml"
    devices = [f"  rig: {{type: sacn, universes: 1-{universes}, to: 127.0.0.1:{sacn_port}}}"]
    path.write_text(_show("Moving lights", devices, [*patch, *cues]))
    return path


def rig_show(folder: Path, sacn_port: int, count: int) -> Path:
    """50 moving lights that hang somewhere: each of so many cues has all of them move and shine otherwise, in 2 s."""
    patch = ["patch:"]
    for u in (1, 2):
        fixture = "fixture: generic/moving-spot, mode: 16bit"
        hang = f"[[-9, {u * 3}, 6], [9, {u * 3}, 6]]"
        patch.append(f"  - {{id: s{u * 25 - 24}..s{u * 25}, {fixture}, at: {u}.1, position: {hang}}}")
    cues = ["cues:"]
    for n in range(1, count + 1):
        there = n % 2 * 2 - 1
        look = f"{{s1..s50: {{intensity: {55 + there * 45}%, pan: {there * 120}, tilt: {there * 60}}}}}"
        cues.append(f"  - {{cue: {n}, light: {{time: 2s, look: {look}}}}}")
    path = folder / "rig.yaml"
    path.write_text(
        _show("Rig", [f"  rig: {{type: sacn, universes: 1-2, to: 127.0.0.1:{sacn_port}}}"], [*patch, *cues])
    )
    return path


def tracked_show(folder: Path, sacn_port: int, cues: int, fixtures: int) -> Path:
    """A list in which each cue moves 50 fixtures and the intensity of 50 others; what it does is worked out by numbers,
    the same each time.
    """
    groups, universes = fixtures // 50, -(-fixtures // SPOTS)
    patch = ["patch:"]
    for u in range(universes):
        first, last = u * SPOTS + 1, min((u + 1) * SPOTS, fixtures)
        patch.append(f"  - {{id: s{first}..s{last}, fixture: generic/moving-spot, mode: 16bit, at: {u + 1}.1}}")
    named = ["groups:", *(f"  g{g}: s{g * 50 + 1}..s{g * 50 + 50}" for g in range(groups))]
    lines = ["cues:"]
    for n in range(1, cues + 1):
        one, other = n * 7 % groups, (n * 7 + 1 + n * 3 % (groups - 1)) % groups
        moved = f"{{intensity: {n * 13 % 100 + 1}%, pan: {n * 31 % 400 - 200}, tilt: {n * 17 % 180 - 90}}}"
        look = f"{{g{one}: {moved}, g{other}: {n * 29 % 100 + 1}%}}"
        lines.append(f"  - {{cue: {n}, light: {{time: 0.{n % 3 + 1}s, look: {look}}}}}")
    path = folder / f"tracked-{cues}.yaml"
    devices = [f"  rig: {{type: sacn, universes: 1-{universes}, to: 127.0.0.1:{sacn_port}}}"]
    path.write_text(_show("Tracked", devices, [*patch, *named, *lines]))
    return path


def written_show(folder: Path, cues: int) -> Path:
    """Cues as a designer writes them one key a line, 29 lines each: `cues` of 5,000 are 145,000 lines."""
    chance = random.Random(1)
    colours = [f"#{chance.randint(0, 0xFFFFFF):06x}" for _ in range(48)]
    lines = ["# As large as shows get.", "showctl: 1", "", "show:", "  title: Large", "", "devices:"]
    lines += ["  rig: {type: sacn, universes: 1-64, to: 127.0.0.1}", "", "patch:"]
    for universe in range(1, 65):
        ids = f"par{(universe - 1) * 100 + 1}..par{universe * 100}"
        lines.append(f"  - {{id: {ids}, fixture: generic/led-par, mode: rgbw, at: {universe}.001}}")
    lines += ["", "cues:"]
    for number in range(1, cues + 1):
        lines += [f"  - cue: {number}", f"    label: Scene {number} of the evening"]
        lines += ["    notes: Wait for the applause, then go.", "    light:", "      time: {up: 3s, down: 6s}"]
        lines.append("      look:")
        fixtures = chance.sample(range(1, 6401), 9)
        for fixture in fixtures[:6]:
            lines += [f"        par{fixture}:", f"          intensity: {chance.randint(1, 100)}%"]
            lines.append(f'          colour: "{chance.choice(colours)}"')
        lines += [f"        par{fixture}: {chance.randint(1, 100)}%" for fixture in fixtures[6:]]
        lines += ["", *([f"  # Act {number // 500 + 2}"] if number % 500 == 0 and number < cues else [])]
    path = folder / "large.yaml"
    path.write_text("\n".join(lines) + "\n")
    return path


def whole_show(folder: Path, cues: int, sacn_port: int = 9, osc_port: int = 9) -> Path:
    """A show with all that a console shows: a list of light cues over 200 moving lights that hang somewhere, every
    fifth an OSC message, every tenth a group of five; a timeline of 200 cues at the end; a cart; segments of an
    evening.
    """
    patch, groups = ["patch:"], ["groups:"]
    for u in range(8):
        first, last = u * SPOTS + 1, (u + 1) * SPOTS
        hang = f"[[-9, {u}, 6], [9, {u}, 6]]"
        fixture = "fixture: generic/moving-spot, mode: 16bit"
        patch.append(f"  - {{id: s{first}..s{last}, {fixture}, at: {u + 1}.1, position: {hang}}}")
        groups.append(f"  g{u}: s{first}..s{last}")
    lines, left = ["cues:"], cues - 201
    for n in itertools.count(1):
        if left <= 0:
            break
        left -= 6 if n % 10 == 0 else 1
        if n % 10 == 0:
            lines += [f"  - cue: {n}", f"    label: Scene {n}", "    group: sequence", "    cues:"]
            lines += [f"      - {_light(n, f'{n}.{inside}')}" for inside in range(1, 6)]
        elif n % 5 == 0:
            send = f"{{device: desk, address: /scene/{n}, args: [{n}, 0.5]}}"
            lines.append(f"  - {{cue: {n}, label: Sound of scene {n}, osc: {send}}}")
        else:
            lines.append(f"  - {_light(n, str(n))}")
    lines += ["  - cue: 9000", "    label: Everything at its time", "    group: timeline", "    cues:"]
    for n in range(1, 201):
        send = f"{{device: desk, address: /time/{n}}}"
        lines.append(f"      - {{cue: 9000.{n}, label: Point {n}, at: {n}s, osc: {send}}}")
    devices = [
        f"  rig: {{type: sacn, universes: 1-8, to: 127.0.0.1:{sacn_port}}}",
        f"  desk: {{type: osc, to: 127.0.0.1:{osc_port}}}",
    ]
    path = folder / f"whole-{cues}.yaml"
    path.write_text(_show("Whole", devices, [*patch, *groups, *lines]))
    return path


def _light(n: int, number: str) -> str:
    moved = f"{{intensity: {n * 13 % 100 + 1}%, pan: {n * 31 % 400 - 200}, tilt: {n * 17 % 180 - 90}}}"
    look = f"{{g{n % 8}: {moved}, g{(n + 3) % 8}: {n * 29 % 100 + 1}%}}"
    notes = "Wait for the applause, then go."
    return f"{{cue: {number}, label: Scene {n} of the evening, notes: '{notes}', light: {{time: 3s, look: {look}}}}}"
