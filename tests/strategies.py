"""Hypothesis strategies for shows, as trees of what a file says: mappings, lists and texts.

`dumped` writes a tree as YAML in a style; all styles mean the same show.
"""

import json
from typing import Any

import yaml
from hypothesis import strategies as st

HEAD = "showctl: 1\nshow: {title: A, start: 19:30}\n"
"""The least that a show file says."""

Tree = dict[str, Any]

WORDS = st.text(alphabet=st.characters(categories=("L", "N"), include_characters=" -_"), min_size=1, max_size=12)
NAMES = st.from_regex(r"[a-zA-Zäé][a-zA-Z0-9 _-]{0,8}[a-z]", fullmatch=True)
TIMES = st.one_of(
    st.integers(0, 600).map(lambda n: f"{n}s"),
    st.integers(0, 5000).map(lambda n: f"{n}ms"),
    st.tuples(st.integers(0, 59), st.integers(0, 59)).map(lambda t: f"{t[0]}m{t[1]}s"),
    st.tuples(st.integers(0, 59), st.integers(0, 59)).map(lambda t: f"{t[0]}:{t[1]:02d}"),
)
CLOCKS = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda t: f"{t[0]:02d}:{t[1]:02d}")
LEVELS = st.one_of(
    st.integers(0, 100).map(lambda n: f"{n}%"),
    st.sampled_from(["full", "out", "0", "12.5"]),
    st.integers(0, 255).map(lambda n: f"dmx {n}"),
)
COLOURS = st.one_of(
    st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}"),
    st.fixed_dictionaries({"hue": st.integers(0, 360).map(str)}, optional={"saturation": LEVELS, "brightness": LEVELS}),
    st.sampled_from(["5600 K", "L201", "amber", "#ff0000..#0000ff", "release"]),
)
SETTINGS = st.one_of(
    LEVELS, st.sampled_from(["-30..30", "20%..full", "8 Hz", "-10 rpm", "Rings", "Random strobe 5 Hz", "release"])
)
CURVES = st.one_of(
    st.sampled_from(["linear", "s", "sine", "exponential", "square"]),
    st.lists(st.integers(1, 99), unique=True, max_size=4).map(
        lambda times: {"points": [["0", "0"], *([f"0.{time:02d}", "0.5"] for time in sorted(times)), ["1", "1"]]}
    ),
)
KIND_TIMES = st.one_of(
    TIMES, st.fixed_dictionaries({}, optional=dict.fromkeys(("up", "down", "colour", "position", "beam"), TIMES))
)
YES_OR_NO = st.sampled_from(["yes", "no"])
FIXTURES = ("front1", "front2", "front1..front4", "front", "spot1..spot2", "all")
OSC_ARGUMENTS = st.one_of(
    st.integers(-(2**31), 2**31 - 1).map(lambda n: {"i": str(n)}),
    st.floats(width=32, allow_nan=False, allow_infinity=False).map(lambda x: {"f": repr(x)}),
    WORDS.map(lambda t: {"s": t}),
    st.binary(max_size=8).map(lambda b: {"b": b.hex(" ")}),
    st.sampled_from(["T", "F", "N", "I"]).map(lambda tag: {tag: ""}),
)


CONTACTS = st.fixed_dictionaries(
    {"name": WORDS.filter(str.strip)},
    optional={"phone": st.sampled_from(["+44 20 7946 0000", "channel 3"]), "call": CLOCKS},
)


def looks() -> st.SearchStrategy[Tree]:
    """What a light cue brings fixtures to."""
    one = st.fixed_dictionaries(
        {}, optional={"intensity": LEVELS, "colour": COLOURS, "pan": st.integers(-180, 180).map(str), "zoom": SETTINGS}
    )
    return st.dictionaries(st.sampled_from(FIXTURES), st.one_of(LEVELS, one), max_size=4)


def actions() -> st.SearchStrategy[Tree]:
    """The one key that says what a cue does."""
    profile = st.fixed_dictionaries(
        {"device": st.just("desk"), "do": st.sampled_from(["fader", "mute"])},
        optional={"duration": TIMES, "channel": st.integers(1, 32).map(str)},
    )
    midi = st.one_of(
        st.fixed_dictionaries(
            {"note": st.integers(0, 127).map(str)}, optional={"duration": TIMES, "velocity": st.just("64")}
        ),
        st.fixed_dictionaries({"control": st.integers(0, 127).map(str), "value": st.integers(0, 127).map(str)}),
        st.fixed_dictionaries({"program": st.integers(0, 127).map(str), "channel": st.integers(1, 16).map(str)}),
        st.just({"msc": "go", "cue": "12"}),
        st.just({"sysex": "F0 7D 01 F7"}),
    )
    osc = st.fixed_dictionaries(
        {"device": st.just("desk"), "address": st.sampled_from(["/a", "/cue/12/start"])},
        optional={"args": st.lists(OSC_ARGUMENTS, max_size=4), "chase": st.sampled_from(["yes", "no"])},
    )
    paths = st.sampled_from(["direct", "hsv", "cie"])
    timed = {"time": KIND_TIMES, "delay": KIND_TIMES, "curve": CURVES, "curve down": CURVES, "colour path": paths}
    part = st.fixed_dictionaries({"look": st.just({"back": "full"})}, optional={"label": WORDS, **timed})
    light = st.fixed_dictionaries(
        {"look": looks()},
        optional={
            **timed,
            "parts": st.lists(part, max_size=1),
            "cue only": YES_OR_NO,
            "block": st.sampled_from(["yes", "no", "intensity"]),
            "mark": YES_OR_NO,
        },
    )
    number = st.integers(0, 127).map(str)
    fade = st.one_of(
        st.fixed_dictionaries(
            {"device": st.just("desk"), "address": st.just("/a"), "to": st.just("0.75"), "time": TIMES},
            optional={
                "from": st.just("-1e3"),
                "rate": st.just("44"),
                "curve": CURVES,
                "before": st.lists(OSC_ARGUMENTS, max_size=2),
            },
        ),
        st.fixed_dictionaries(
            {"device": st.just("keys"), "control": st.just("7"), "to": number, "time": TIMES},
            optional={"from": number, "14 bit": st.sampled_from(["yes", "no"]), "channel": st.just("16")},
        ),
        st.fixed_dictionaries(
            {"master": st.sampled_from(["grand", "band"]), "to": LEVELS},
            optional={"from": LEVELS, "time": TIMES, "curve": CURVES},
        ),
    )
    return st.one_of(
        fade.map(lambda f: {"fade": f}),
        light.map(lambda fade: {"light": fade}),
        profile.map(lambda p: {"audio": p}),
        profile.map(lambda p: {"video": p}),
        osc.map(lambda o: {"osc": o}),
        midi.map(lambda m: {"midi": {"device": "keys", **m}}),
        TIMES.map(lambda t: {"wait": t}),
    )


PATCH_KEYS = st.fixed_dictionaries(
    {},
    optional={
        "proportional": LEVELS,
        "curve": CURVES,
        "position": st.sampled_from([["0", "-1.5", "6"], [["-4", "0", "6"], ["4", "0", "6"]]]),
        "rotation": st.just(["0", "90", "-180"]),
        "layer": WORDS,
        "label": WORDS,
    },
)
CONTINUES: st.SearchStrategy[Tree] = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"continue": st.just("auto-continue")}, optional={"post-wait": TIMES}),
    st.just({"continue": "auto-follow"}),
)
AMOUNTS = st.decimals(0, 100_000, places=2).map(str)
GUESTS = st.fixed_dictionaries(
    {"name": WORDS.filter(str.strip)},
    optional={
        "party": WORDS,
        "vip": st.sampled_from(["yes", "no"]),
        "segments": st.sampled_from(["doors", ["doors"], []]),
        "arrival": st.one_of(CLOCKS, CLOCKS.map(lambda t: f"day 2 {t}")),
        "contact": WORDS,
        "dietary": WORDS,
    },
)
LINES = st.fixed_dictionaries(
    {"title": WORDS.filter(str.strip)},
    optional={"planned": AMOUNTS, "actual": AMOUNTS, "category": st.just("venue"), "supplier": st.just("trucks.")},
)
VENUES = st.fixed_dictionaries(
    {},
    optional={
        "name": WORDS,
        "power": WORDS,
        "capacity": st.just("850"),
        "rooms": st.dictionaries(NAMES, WORDS, max_size=2),
    },
)
PLAIN = st.fixed_dictionaries(
    {},
    optional={
        "label": WORDS,
        "notes": WORDS,
        "colour": st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}"),
        "pre-wait": TIMES,
        "armed": st.sampled_from(["yes", "no", "on", "off"]),
        "starts segment": st.just("doors"),
    },
)


def cues() -> st.SearchStrategy[Tree]:
    """One cue without its number: plain, or a group of them."""
    single = st.tuples(PLAIN, actions()).map(lambda parts: {**parts[0], **parts[1]})
    timed = st.tuples(st.fixed_dictionaries({}, optional={"at": TIMES}), single).map(
        lambda parts: {**parts[0], **parts[1]}
    )
    group = st.tuples(PLAIN, st.lists(timed, min_size=1, max_size=3)).map(
        lambda parts: {**parts[0], "group": "timeline", "cues": parts[1]}
    )
    return st.tuples(st.one_of(single, group), CONTINUES).map(lambda parts: {**parts[0], **parts[1]})


def numbered(found: list[Tree], stem: str = "") -> list[Tree]:
    """Cues with numbers, those inside groups too."""
    done = []
    for index, cue in enumerate(found, 1):
        number = f"{stem}{index}"
        inside = {"cues": numbered(cue["cues"], f"{number}.")} if "cues" in cue else {}
        done.append({"cue": number, **cue, **inside})
    return done


@st.composite
def shows(draw: st.DrawFn) -> Tree:
    """A show file that has nothing wrong with it."""
    segments = draw(st.lists(NAMES, unique_by=str.strip, max_size=3))
    items = st.fixed_dictionaries(
        {"title": WORDS.filter(str.strip)},
        optional={
            "due": st.one_of(
                CLOCKS,
                CLOCKS.map(lambda t: f"day 2 {t}"),
                TIMES.map(lambda t: f"{t} before doors"),
                TIMES.map(lambda t: f"{t} before cue hall/1"),
            ),
            "lead": TIMES,
            "cost": st.fixed_dictionaries({}, optional={"planned": AMOUNTS, "actual": AMOUNTS}),
            "files": st.sampled_from(["papers/a.pdf", ["a.pdf", "b c.dwg"]]),
            "links": st.sampled_from(["https://example.org/a?b=1#c", ["http://example.org"]]),
            "status": st.sampled_from(["open", "done", "in progress"]),
            "blocks": st.just("doors"),
            "notes": WORDS,
        },
    )
    info = st.fixed_dictionaries(
        {"title": WORDS.filter(str.strip)},
        optional={"start": CLOCKS, "date": st.just("2026-11-27"), "venue": WORDS, "go guard": st.just("400ms")},
    )
    return {
        "showctl": "1",
        "show": draw(info),
        "devices": {
            "rig": {"type": "sacn", "universes": draw(st.sampled_from(["1", "1-4", "1, 7"])), "to": "127.0.0.1"},
            "desk": {"type": "osc", "profile": "behringer/x32", "to": "127.0.0.1:10023"},
            "keys": {"type": "midi", "port": draw(WORDS.filter(str.strip))},
        },
        "patch": [
            {
                "id": "front1..front4",
                "fixture": "generic/dimmer",
                "at": draw(st.sampled_from(["1.1", "1.10", "1/100", ["1.1", "1.201"], "next", "next in 1"])),
                **draw(PATCH_KEYS),
            },
            {"id": "back", "fixture": "generic/dimmer"},
            {
                "id": "spot1..spot2",
                "fixture": "generic/moving-spot",
                "mode": "16bit",
                "at": "2.1",
                **draw(st.sampled_from([{}, {"invert": ["pan"]}, {"invert": "pan, tilt", "swap": "yes"}])),
            },
        ],
        "groups": {"front": "front1..front4", "all": ["front", "spot1..spot2"]},
        "masters": {"band": {"label": draw(WORDS), "fixtures": ["front", "spot1"], "level": draw(LEVELS)}},
        "cues": numbered(draw(st.lists(cues(), max_size=5))),
        "lists": {
            "effects": {"cues": numbered(draw(st.lists(cues(), max_size=2)))},
            "hall": {"cues": [{"cue": "1", "wait": "1s"}]},
        },
        "run of show": [
            {"segment": "doors", "start": draw(CLOCKS), "duration": "45m"},
            *(
                {
                    "segment": f"{name}.",
                    **draw(st.sampled_from([{"duration": "5m"}, {"end": "23:59"}, {"end": "day 2 01:30 hard"}])),
                    **draw(st.sampled_from([{}, {"room": "Foyer"}, {"block": "Evening / Part 1", "warning": "2m"}])),
                    **draw(st.sampled_from([{}, {"begins": "hand"}, {"clock fires": "yes"}])),
                }
                for name in segments
            ),
        ],
        "people": draw(st.dictionaries(NAMES, CONTACTS, max_size=2)),
        "suppliers": {"trucks.": draw(CONTACTS)},
        "guests": draw(st.lists(GUESTS, max_size=3)),
        "logistics": draw(st.lists(items, max_size=3)),
        "budget": draw(st.lists(LINES, max_size=2)),
        "venue": draw(VENUES),
    }


STYLES = ("block", "flow", "quoted", "json")


def dumped(tree: Tree, style: str = "block") -> str:
    """The tree as YAML. All scalars are texts, so each style says the same."""
    if style == "json":
        return json.dumps(tree, ensure_ascii=False)
    return str(
        yaml.dump(
            tree,
            Dumper=yaml.SafeDumper,
            default_flow_style=style == "flow",
            default_style='"' if style == "quoted" else None,
            allow_unicode=True,
            sort_keys=False,
            width=100_000,
        )
    )


GROUPS = ("timeline", "first then next", "playlist", "random")
"""The modes of group that may stand anywhere; a sequence stands in a list."""
SOME_TIME = st.integers(1, 16).map(lambda n: f"{n * 125}ms")


@st.composite
def acting_shows(draw: st.DrawFn) -> Tree:
    """A show whose cues act on one another: lists, a cart and groups of every mode, nothing wrong with it.

    Every start waits before it acts, so that no circle of starts is without time.
    """
    shapes = {
        "main": draw(st.lists(st.integers(0, 3), min_size=1, max_size=5)),
        "b": draw(st.lists(st.integers(0, 2), max_size=2)),
        "stings": draw(st.lists(st.integers(0, 2), max_size=2)),
    }
    ids = {
        name: [(f"{i}", [f"{i}.{j}" for j in range(1, inside + 1)]) for i, inside in enumerate(shape, 1)]
        for name, shape in shapes.items()
    }
    every = [f"{name}/{n}" for name, tops in ids.items() for top, inside in tops for n in (top, *inside)]
    standby = [f"{name}/{top}" for name, tops in ids.items() if name != "stings" for top, _ in tops]
    lists = {name: draw(_acting_list(tops, name == "stings", every, standby)) for name, tops in ids.items()}
    return {
        "showctl": "1",
        "show": {"title": "Acts", "panic": {"light": draw(st.sampled_from(["hold", "out"]))}},
        "devices": {
            "rig": {"type": "sacn", "universes": "1", "to": "127.0.0.1"},
            "desk": {"type": "osc", "to": "127.0.0.1:10023"},
            "keys": {"type": "midi", "port": "Keys"},
        },
        "patch": [{"id": "front1..front4", "fixture": "generic/dimmer", "at": "1.1"}],
        "cues": lists["main"],
        "lists": {"b": {"cues": lists["b"]}, "stings": {"cart": "yes", "cues": lists["stings"]}},
    }


@st.composite
def _acting_list(
    draw: st.DrawFn, tops: list[tuple[str, list[str]]], cart: bool, every: list[str], standby: list[str]
) -> list[Tree]:
    cues = []
    for number, inside in tops:
        cue = {"cue": number, **draw(_WHEN)} if cart else {"cue": number, **draw(_WHEN), **draw(_THEN)}
        if inside:
            mode = draw(st.sampled_from(GROUPS if cart else (*GROUPS, "sequence")))
            kept = st.sampled_from([{}, {"shuffle": "yes"}, {"crossfade": "250ms"}, {"loop": "yes"}])
            cue |= {"group": mode, **(draw(kept) if mode == "playlist" else {})}
            # A loop of no time is a mistake; so each begins with a wait.
            waits = [{"cue": inside[0], "wait": draw(SOME_TIME)}]
            cue["cues"] = waits + [{"cue": n, **draw(_acts(every, standby)), **draw(_WHEN)} for n in inside[1:]]
        else:
            cue |= draw(_acts(every, standby))
        if "start" in cue:
            cue["pre-wait"] = draw(SOME_TIME)
        for child in cue.get("cues", ()):
            if "start" in child:
                child["pre-wait"] = draw(SOME_TIME)
        cues.append(cue)
    return cues


_WHEN: st.SearchStrategy[Tree] = st.fixed_dictionaries(
    {},
    optional={
        "pre-wait": SOME_TIME,
        "armed": st.sampled_from(["yes", "yes", "no"]),
        "if running": st.sampled_from(["nothing", "restart", "stop", "panic", "break out"]),
        "repeat": st.sampled_from(["2", "3"]),
    },
)
_THEN: st.SearchStrategy[Tree] = st.sampled_from(
    [{}, {}, {"continue": "auto-continue", "post-wait": "250ms"}, {"continue": "auto-follow"}]
)


def _acts(every: list[str], standby: list[str]) -> st.SearchStrategy[Tree]:
    """What a cue does, mostly to others."""
    some = st.lists(st.sampled_from(every), min_size=1, max_size=3)
    lists = st.sampled_from([{"list": "main"}, {"list": ["b", "main"]}])
    condition = st.fixed_dictionaries({"cue": some}, optional={"if armed": st.sampled_from(every), "if flagged": some})
    targets = st.one_of(some, condition, lists, st.just("all"))
    one_place = st.one_of(st.sampled_from(standby), st.just({"list": "b"}))
    plain = [
        SOME_TIME.map(lambda t: {"wait": t}),
        st.just({"osc": {"device": "desk", "address": "/a"}}),
        SOME_TIME.map(lambda t: {"midi": {"device": "keys", "note": "60", "duration": t}}),
        st.tuples(SOME_TIME, LEVELS).map(lambda p: {"light": {"time": p[0], "look": {"front1..front4": p[1]}}}),
        st.tuples(SOME_TIME, st.sampled_from([{}, {"from": "0"}])).map(
            lambda p: {"fade": {"device": "desk", "address": "/fader", "to": "0.75", "time": p[0], "rate": "8", **p[1]}}
        ),
        st.tuples(SOME_TIME, st.integers(0, 127)).map(
            lambda p: {"fade": {"device": "keys", "control": "1", "14 bit": "yes", "to": f"{p[1]}", "time": p[0]}}
        ),
        st.just({"memo": "Check the trophy table"}),
    ]
    acts = [
        targets.map(lambda t, act=act: {act: t})
        for act in ("hard stop", "pause", "resume", "arm", "disarm", "flag", "unflag", "reset", "break out")
    ]  # type: ignore[misc]
    return st.one_of(
        *plain,
        *acts,
        st.one_of(some, condition, lists).map(lambda t: {"start": t}),
        st.tuples(some, SOME_TIME).map(lambda p: {"stop": {"cue": p[0], "fade": p[1]}}),
        targets.map(lambda t: {"stop": t}),
        one_place.map(lambda t: {"go to": t}),
        st.sampled_from(["peers", "list", "all"]).map(lambda scope: {"stop others": scope}),
        SOME_TIME.map(lambda t: {"stop others": "all", "fade": t}),
        st.tuples(some, st.sampled_from(["500ms", "2s", "-1s", "0s"])).map(
            lambda p: {"load": {"cue": p[0], "at": p[1]}}
        ),
        st.just({"panic": "yes"}),
        st.tuples(st.sampled_from(["main", ["b", "main"]]), SOME_TIME).map(
            lambda p: {"release": {"lists": p[0], "time": p[1]}}
        ),
        st.just({"release": "all"}),
    )
