"""Workspaces of QLC+: what a real one becomes, value by value; and that what it has not is said."""

import json
import re
import shutil
from pathlib import Path
from random import Random
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest

from showctl.cli import main
from showctl.fixtures.folders import fixture_library
from showctl.fixtures.importer.workspace_profiles import WorkspaceProfiles
from showctl.fixtures.search import footprints
from showctl.model.mode import UNUSED, blocks_of
from showctl.showfile.importer.files import import_bytes, import_file
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.names import Names
from showctl.showfile.importer.report import NotImported

SAMPLES = Path(__file__).parents[3] / "data" / "qlcplus"
HARBOUR = SAMPLES / "harbour.qxw"
ASKED = Asked(profiles=WorkspaceProfiles(fixture_library(), SAMPLES))


@pytest.fixture(scope="module")
def harbour() -> ImportedShow:
    return import_file(HARBOUR, asked=ASKED)


def workspace(inside: str, after: str = "") -> ImportedShow:
    start = '<!DOCTYPE Workspace><Workspace xmlns="http://www.qlcplus.org/Workspace"><Engine>'
    return import_bytes(f"{start}{inside}</Engine>{after}</Workspace>".encode(), "small.qxw", asked=ASKED)


def dimmers(number: int, name: str, address: int, channels: int) -> str:
    said = {"Manufacturer": "Generic", "Model": "Generic", "ID": number, "Name": name}
    said |= {"Universe": 0, "Address": address, "Channels": channels}
    return f"<Fixture>{''.join(f'<{tag}>{text}</{tag}>' for tag, text in said.items())}</Fixture>"


def scene(number: int, values: str, fade_in: int = 0, fade_out: int = 0, name: str = "") -> str:
    speed = f'<Speed FadeIn="{fade_in}" FadeOut="{fade_out}" Duration="0"/>'
    return f'<Function ID="{number}" Type="Scene" Name="{name or number}">{speed}{values}</Function>'


def chaser(number: int, steps: str, order: str = "Loop", duration: str = "500", direction: str = "Forward") -> str:
    return (
        f'<Function ID="{number}" Type="Chaser" Name="Run"><Speed FadeIn="0" FadeOut="0" Duration="{duration}"/>'
        f"<Direction>{direction}</Direction><RunOrder>{order}</RunOrder>"
        f'<SpeedModes FadeIn="Default" FadeOut="Default" Duration="Common"/>{steps}</Function>'
    )


def steps(*numbers: int) -> str:
    return "".join(f'<Step Number="{place}">{number}</Step>' for place, number in enumerate(numbers))


def levels(show: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[int, list[int]]]:
    """Slots by universe, at each instant that there are any of."""
    capsys.readouterr()
    assert main(["simulate", str(show), "--json", *arguments]) == 0
    found: dict[float, dict[int, list[int]]] = {}
    for each in map(json.loads, capsys.readouterr().out.splitlines()):
        if each["event"] == "levels":
            found.setdefault(each["due"], {})[each["universe"]] = each["levels"]
    return [found[at] for at in sorted(found)]


def test_a_workspace_becomes_a_show_that_is_good_and_plays(tmp_path: Path) -> None:
    out = tmp_path / "new show.yaml"
    assert main(["import", str(HARBOUR), "--out", str(out)]) == 0
    assert (tmp_path / "fixtures" / "harbour-lights" / "gull-90.yaml").is_file()
    assert main(["check", str(out)]) == 0
    assert main(["simulate", str(out)]) == 0


def test_the_levels_of_its_scenes_are_those_of_its_values(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], harbour: ImportedShow
) -> None:
    out = tmp_path / "show.yaml"
    assert main(["import", str(HARBOUR), "--out", str(out)]) == 0
    played = levels(out, capsys, "--go", "0,10", "--levels-every", "8")
    root = ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", HARBOUR.read_text()))
    places = {
        f.findtext("ID"): (int(f.findtext("Universe", "")) + 1, int(f.findtext("Address", "")))
        for f in root.findall("Engine/Fixture")
    }
    named = {("5", 5): 14, ("5", 6): 24}  # `Open` and `Blue`, whose middle is sent instead of 15 and 25
    for number, at in (("0", 1), ("1", 2)):
        for each in root.findall(f"Engine/Function[@ID='{number}']/FixtureVal"):
            words = (each.text or "").split(",")
            universe, address = places[each.get("ID")]
            for channel, value in zip(map(int, words[::2]), map(int, words[1::2]), strict=True):
                wanted = named.get((str(each.get("ID")), channel), value)
                assert played[at][universe][address + channel] == wanted, (number, each.get("ID"), channel)
    assert not any(played[2][1][:21]), "what only the scene before had is out"


def test_patch_and_groups(harbour: ImportedShow) -> None:
    patch = {entry["id"]: entry for entry in harbour.draft.patch}
    assert patch["Front 1..Front 8"]["at"] == "1.1"
    assert patch["Practical lamp"]["label"] == "Practical: lamp"
    assert patch["Wash 2"] == {"id": "Wash 2", "fixture": "generic/led-par", "label": "Wash", "at": "1.104"}
    assert patch["Cyc"]["mode"] == "drgbw"
    assert patch["Gull right"] == {"id": "Gull right", "fixture": "harbour-lights/gull-90", "at": "2.9"}
    assert patch["Haze"]["fixture"] == "generic/smoke"
    assert harbour.draft.groups == {
        "Washes": ["Wash", "Wash 2"],
        "Gulls": ["Gull left", "Gull right"],
        "Front pair": ["Front 3", "Front 4"],
    }
    assert set(harbour.profiles) == {"harbour-lights/gull-90"}


def test_the_chaser_of_the_cue_list_is_the_main_list(harbour: ImportedShow) -> None:
    cues = harbour.draft.cues
    assert [cue["label"] for cue in cues] == ["House open", "Blue night", "Storm all", "Blackout", "Gulls circle"]
    assert cues[0]["notes"] == "Ana gives the word"
    assert "continue" not in cues[0]
    assert (cues[1]["continue"], cues[1]["post-wait"]) == ("auto-continue", "7.5s")
    light = cues[1]["light"]
    assert (light["time"], light["parts"][0]["time"], light["block"]) == ("1s", "5s", "intensity")
    assert light["parts"][0]["look"]["Gull left"]["shutter"] == "Open"


def test_a_collection_is_a_timeline_and_what_it_ran_ends_with_the_next_step(harbour: ImportedShow) -> None:
    storm, blackout = harbour.draft.cues[2:4]
    assert storm["group"] == "timeline"
    assert [key for cue in storm["cues"] for key in cue if key != "cue"] == ["light", "start", "memo"]
    assert storm["cues"][1]["start"] == "Cyc sweep/1"
    assert blackout["cues"][0]["stop"] == {"list": ["Cyc sweep"]}
    assert blackout["cues"][1]["release"] == {"lists": ["Cyc sweep"]}


def test_what_goes_round_by_itself_is_a_playlist(harbour: ImportedShow) -> None:
    lists = harbour.draft.lists
    assert lists["Lightning"]["cues"][0] | {"cues": []} == {
        "cue": "1",
        "label": "Lightning",
        "group": "playlist",
        "loop": "yes",
        "cues": [],
    }
    assert lists["Party"]["cues"][0]["shuffle"] == "yes"
    sweep = lists["Cyc sweep"]["cues"][0]["cues"]  # backwards, and back
    assert [cue["label"].removeprefix("Cyc sweep ") for cue in sweep] == ["3", "2", "1", "2"]
    assert [cue["post-wait"] for cue in sweep] == ["0.7s", "0.5s", "1s", "0.5s"]
    assert sweep[0]["light"]["look"]["Cyc"]["blue"] == "full"


def test_scenes_that_nothing_plays_are_a_cart(harbour: ImportedShow) -> None:
    cart = harbour.draft.lists["scenes"]
    assert cart["cart"] == "yes"
    assert cart["cues"] == [
        {"cue": "1", "label": "Work light", "light": {"look": {"Front 7": "full", "Haze": {"smoke": "dmx 40"}}}}
    ]


def test_what_is_left_out_is_named(harbour: ImportedShow) -> None:
    told = {note.where: note for note in harbour.report.left_out}
    for where in (
        *("Function 9 'Gulls circle'", "Function 10 'Wash waves'", "Function 11 'Pre-show check'"),
        *("Function 12 'Sunrise'", "Function 13 'Thunder'", "Function 14 'Rain film'", "Fixture 9 'Strip'"),
        *("Channels group 0 'Front warm'", "Virtual console", "Grand master", "Universe 2 'Stage'"),
    ):
        assert where in told
    assert "CueList 1" in told["Virtual console"].what


def test_steps_that_wait_for_go_begin_again_in_a_loop() -> None:
    shown = workspace(
        dimmers(0, "Lamp", 0, 2)
        + scene(1, '<FixtureVal ID="0">0,255</FixtureVal>', 2000, name="One")
        + scene(2, '<FixtureVal ID="0">1,51</FixtureVal>', name="Two")
        + chaser(3, steps(1, 2), duration="4294967294")
    )
    first, *others = shown.draft.cues
    assert others == [
        {"cue": "2", "label": "Two", "light": {"look": {"Lamp 2": "20%"}, "block": "intensity"},
         "continue": "auto-continue"},
        {"cue": "3", "label": "From the top", "go to": "1"},
    ]  # fmt: skip
    assert first["light"] == {"parts": [{"time": "2s", "look": {"Lamp 1": "full"}}], "block": "intensity"}


def test_the_values_of_scenes_played_together_are_the_highest() -> None:
    shown = workspace(
        dimmers(0, "Lamp", 0, 1)
        + scene(1, '<FixtureVal ID="0">0,100</FixtureVal>')
        + scene(2, '<FixtureVal ID="0">0,51</FixtureVal>')
        + f'<Function ID="3" Type="Collection" Name="Both">{steps(1, 2, 3, 9)}</Function>'
    )
    assert shown.draft.lists["scenes"]["cues"] == [
        {"cue": "1", "label": "Both", "light": {"look": {"Lamp": "dmx 100"}}}
    ]
    assert any("none of its number" in note.why for note in shown.report.left_out)


def test_names_that_a_show_file_cannot_have() -> None:
    shown = workspace(
        "".join(dimmers(n, name, n, 1) for n, name in enumerate(["Par 1-4", "Par 1-4", "par1 thru 4", "a..b", "ü/é"]))
    )
    assert [entry["id"] for entry in shown.draft.patch] == ["Par 1-4", "Par 1-4 2", "fixture 2", "a.b", "ü é"]


def test_fixtures_that_do_not_fit() -> None:
    shown = workspace(dimmers(0, "A", 0, 4) + dimmers(1, "B", 2, 4) + dimmers(2, "C", 510, 4) + dimmers(3, "D", 0, 0))
    assert [entry.get("at") for entry in shown.draft.patch] == ["1.1", None, None]
    assert [note.where for note in shown.report.left_out] == ["Fixture 1 'B'", "Fixture 2 'C'", "Fixture 3 'D'"]


def test_a_definition_beside_is_found_by_name_and_nothing_else_is_opened(tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "Harbour-Lights-Gull-90.qxf", tmp_path / "harbour-lights-GULL-90.QXF")
    (tmp_path / "broken-one.qxf").write_text("<a>")
    profiles = WorkspaceProfiles(fixture_library(), tmp_path)
    found = profiles.known("Harbour Lights", "Gull 90", "8 Channel", 8)
    assert found is not None
    assert found.name == "harbour-lights/gull-90"
    assert profiles.known("Harbour Lights", "Gull 90", "8 Channel", 9) is None
    assert profiles.known("../data/qlcplus/Harbour Lights", "Gull 90", "8 Channel", 8) is None
    assert profiles.known("broken", "one", "", 8) is None


def test_a_profile_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "fixtures" / "harbour-lights" / "gull-90.yaml"
    place.parent.mkdir(parents=True)
    place.write_text("mine\n")
    assert main(["import", str(HARBOUR), "--out", str(tmp_path / "show.yaml")]) == 0
    assert place.read_text() == "mine\n"
    said = capsys.readouterr()
    assert "is left as it is" in said.err
    assert f"{place} is beside it" in said.out


def test_two_bytes_and_switches_of_old_sequences() -> None:
    sequence = (
        '<Function ID="2" Type="Sequence" Name="Old" BoundScene="1"><Speed FadeIn="0" FadeOut="0" Duration="1000"/>'
        '<Direction>Forward</Direction><RunOrder>SingleShot</RunOrder><Step Number="0" Hold="0" '
        'Values="2">0,1,255</Step></Function>'
    )
    shown = workspace(dimmers(0, "Lamp", 0, 2) + scene(1, '<FixtureVal ID="0">0,7,1,7</FixtureVal>') + sequence)
    (cue,) = shown.draft.lists["Old"]["cues"]
    assert cue["light"] == {"look": {"Lamp 1": "out", "Lamp 2": "full"}}


@pytest.mark.parametrize(
    "data",
    [
        b"<Workspace>",
        b"<Workspace/>",
        b"<!DOCTYPE Workspace SYSTEM 'file:///etc/passwd' [<!ENTITY a 'b'>]><Workspace><Engine/></Workspace>",
        b"<!DOCTYPE lolz [<!ENTITY lol 'lol'><!ENTITY b '&lol;&lol;'>]><Workspace>&b;</Workspace>",
        b"<a>" * 300,
        b"<Workspace><Engine>" + b"<Fixture/>" * 4_001 + b"</Engine></Workspace>",
    ],
)
def test_what_is_no_workspace(data: bytes) -> None:
    with pytest.raises(NotImported, match="; "):
        import_bytes(data, "a.qxw", "qxw")


def test_steps_that_repeat_a_scene_for_ever_have_an_end() -> None:
    values = '<FixtureVal ID="0">' + ",".join(f"{c},{c % 256}" for c in range(512)) + "</FixtureVal>"
    with pytest.raises(NotImported, match="more values than a show file may have"):
        workspace(dimmers(0, "Lamp", 0, 512) + scene(1, values) + chaser(2, steps(*[1] * 3_000)))


def test_many_of_one_name_are_named_soon() -> None:
    names = Names()
    found = [names.new("Lamp", "x") for _ in range(4_000)] + [names.numbered("Lamp", "x", 512)[0] for _ in range(400)]
    assert len(set(found)) == len(found)


def test_the_lists_of_cue_list_widgets_come_first() -> None:
    widgets = "<VirtualConsole><Frame><CueList><Chaser>3</Chaser></CueList><CueList><Chaser>2</Chaser></CueList>"
    shown = workspace(
        dimmers(0, "Lamp", 0, 1)
        + "".join(chaser(n, steps(9)).replace('"Run"', f'"Run {n}"') for n in (1, 2, 3))
        + scene(9, '<FixtureVal ID="0">0,255</FixtureVal>'),
        f"{widgets}</Frame></VirtualConsole>",
    )
    assert [cue["label"] for cue in shown.draft.cues] == ["Run 3"]
    assert list(shown.draft.lists) == ["Run 2", "Run 1"]


def test_every_mode_of_the_library_gets_the_bytes_of_the_scene(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In two scenes after one another, so that nothing of the first is left."""
    library = fixture_library()
    fixtures, places, universe, address = [], [], 0, 0
    random = Random(5)
    values: list[list[str]] = [[], []]
    for name in library.names:
        for mode, size in footprints(library.get(name)).items():
            if address + size > 512:
                universe, address = universe + 1, 0
            manufacturer, _, model = name.partition("/")
            said = {"Manufacturer": manufacturer, "Model": model, "Mode": mode, "ID": len(places), "Name": name}
            said |= {"Universe": universe, "Address": address, "Channels": size}
            tags = "".join(f"<{tag}>{escape(str(text))}</{tag}>" for tag, text in said.items())
            fixtures.append(f"<Fixture>{tags}</Fixture>")
            sent = [[random.choice([0, 255, random.randrange(256)]) for _ in range(size)] for _ in range(2)]
            for scene_values, each in zip(values, sent, strict=True):
                pairs = ",".join(f"{channel},{value}" for channel, value in enumerate(each))
                scene_values.append(f'<FixtureVal ID="{len(places)}">{pairs}</FixtureVal>')
            places.append((name, mode, universe + 1, address, sent))
            address += size
    body = "".join(fixtures) + "".join(scene(n, "".join(said)) for n, said in enumerate(values, 1))
    file = tmp_path / "all.qxw"
    file.write_text(f"<Workspace><Engine>{body}{chaser(3, steps(1, 2), duration='4294967294')}</Engine></Workspace>")
    assert main(["import", str(file), "--as", "qxw", "--out", str(tmp_path / "all.yaml")]) == 0
    played = levels(tmp_path / "all.yaml", capsys, "--go", "0,1.5", "--levels-every", "1")
    wrong = []
    for name, mode, at_universe, first, sent in places:
        unused = [slot == UNUSED for block in blocks_of(library.get(name).modes[mode]) for slot in block]
        for time, each in zip((1, 2), sent, strict=True):
            got = played[time][at_universe][first : first + len(each)]
            wanted = [0 if idle else value for idle, value in zip(unused, each, strict=True)]
            if got != wanted:
                wrong.append(
                    (name, mode, [(n, a, b) for n, (a, b) in enumerate(zip(wanted, got, strict=True)) if a != b])
                )
    assert not wrong


def test_into_a_show_that_is_there_its_main_list_has_another_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, show = tmp_path / "old.qxw", tmp_path / "mine.yaml"
    step = scene(9, '<FixtureVal ID="0">0,255</FixtureVal>')
    both = f'<Function ID="4" Type="Collection" Name="Both">{steps(3, 9)}</Function>'
    body = dimmers(0, "Lamp", 0, 1) + step + chaser(3, steps(9), duration="4294967294") + both
    file.write_text(f"<Workspace><Engine>{body}{chaser(5, steps(4, 9), 'SingleShot')}</Engine></Workspace>")
    assert main(["new", str(show)]) == 0
    assert main(["import", str(file), "--as", "qxw", "--into", str(show), "--list", "extra"]) == 0
    assert main(["check", str(show)]) == 0
    text = show.read_text()
    assert "start: extra/1" in text
    assert "stop: {list: [extra]}" in text
    assert "release: {lists: [extra]}" in text
    assert "main/" not in text
