"""Cues for generated shows: mostly light, some sound, video, OSC, MIDI and waits, and groups of them."""

from random import Random

_MOMENTS = ("Walk-on", "Speech", "Film", "Award", "Sting", "Applause", "Panel", "Song", "Interlude", "Thanks", "Exit")
_MOODS = ("warm", "cold", "bright", "dim", "blue", "amber", "tight", "wide", "with audience", "stage left")
_COLOURS = ("#ffb46b", "#2040a0", "#102a6b", "#ff3c28", "#22c070", "#c040ff", "#ffe0b0", "#00a0ff")
_NOTES = (
    "GO on the stage manager's word.",
    "Wait for the applause.",
    "GO when the speaker has reached the podium.",
    "Visual cue: the host looks to the screen.",
)


def cue(number: int, most: int, groups: dict[str, str], segment: str | None, random: Random) -> tuple[str, int]:
    """The text of one cue of the main list and how many cues it holds, itself included; at most `most`."""
    lines = [f"  - cue: {number}", f"    label: {random.choice(_MOMENTS)}, {random.choice(_MOODS)}"]
    if random.random() < 0.25:
        lines.append(f'    notes: "{random.choice(_NOTES)}"')
    if random.random() < 0.08:
        lines.append(f'    colour: "{random.choice(_COLOURS)}"')
    if segment is not None:
        lines.append(f"    starts segment: {segment}")
    if random.random() < 0.1:
        lines.append(f"    pre-wait: {random.choice(('500ms', '1s', '2.5s'))}")
    lines += _continue(random)
    if most >= 4 and random.random() < 0.06:
        count = min(most, random.randint(4, 8))
        lines += ["    group: timeline", "    cues:"]
        for part in range(1, count):
            action = _light_in_line(groups, random) if part == 1 else _action(random)
            lines.append(
                f"      - {{cue: {number}.{part}, label: {random.choice(_MOMENTS)} part {part}, "
                f"at: {random.randint(0, 40) / 4:g}s, {action}}}"
            )
        return "\n".join([*lines, ""]), count
    lines += _light(groups, random) if random.random() < 0.72 else [f"    {_action(random)}"]
    return "\n".join([*lines, ""]), 1


def _continue(random: Random) -> list[str]:
    chance = random.random()
    if chance < 0.12:
        return ["    continue: auto-continue", f"    post-wait: {random.choice(('1s', '2.5s', '6s', '10s'))}"]
    return ["    continue: auto-follow"] if chance < 0.18 else []


def _light(groups: dict[str, str], random: Random) -> list[str]:
    lines = ["    light:", f"      time: {random.choice(('0', '1s', '2s', '3s', '5s', '8s', '12s'))}", "      look:"]
    names = random.sample(list(groups), min(len(groups), random.randint(3, 10)))
    return lines + [f"        {name}: {_levels(groups[name], random)}" for name in names]


def _light_in_line(groups: dict[str, str], random: Random) -> str:
    name = random.choice(list(groups))
    return f"light: {{time: {random.choice(('0', '2s', '4s'))}, look: {{{name}: {_levels(groups[name], random)}}}}}"


def _levels(kind: str, random: Random) -> str:
    level = random.choice(("full", "out", f"{random.randint(1, 19) * 5}%"))
    if kind == "dimmer":
        return level
    values = [f"intensity: {level}"]
    if kind == "colour":
        values.append(f'colour: "{random.choice(_COLOURS)}"')
    else:
        values += [
            f"pan: {random.randint(-90, 90)}",
            f"tilt: {random.randint(-45, 60)}",
            f"zoom: {random.randint(10, 90)}%",
        ]
    return "{" + ", ".join(values) + "}"


def _action(random: Random) -> str:
    """What a cue without light does, in one line."""
    channel, clip = random.randint(1, 32), random.randint(1, 40)
    return random.choice(
        (
            f"audio: {{device: desk, do: fader, channel: {channel}, level: {random.randint(-30, 5)} dB}}",
            f"audio: {{device: desk, do: mute, channel: {channel}, muted: {random.choice(('yes', 'no'))}}}",
            f"video: {{device: media, do: connect clip, layer: {random.randint(1, 4)}, clip: {clip}, "
            f"duration: {random.randint(5, 180)}s}}",
            f"video: {{device: media, do: layer opacity, layer: {random.randint(1, 4)}, opacity: {channel * 3}%}}",
            f"osc: {{device: desk, address: /-action/goscene, args: [{random.randint(0, 99)}]}}",
            f"midi: {{device: switch, note: {random.randint(36, 84)}, velocity: 100, duration: 500ms}}",
            f"midi: {{device: switch, msc: go, cue: {random.randint(1, 200)}}}",
            f"midi: {{device: switch, program: {random.randint(0, 99)}}}",
            f"wait: {random.choice(('500ms', '2s', '5s', '12.5s'))}",
        )
    )
