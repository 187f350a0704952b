"""USITT ASCII: what Eos and older desks export becomes a show that checks, and what does not is told with its line."""

from pathlib import Path

import pytest

from showctl.program.opening import opened
from showctl.showfile.importer.files import import_bytes, import_file
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.report import NotImported
from showctl.showfile.importer.sift import sifted
from showctl.showfile.load import load_text

_DATA = Path(__file__).parents[3] / "data"


def _imported(text: str, asked: Asked | None = None) -> ImportedShow:
    return import_bytes(f"Ident 3:0\n{text}\nEndData\n".encode(), "show.asc", asked=asked)


def _cue(text: str) -> dict[str, object]:
    imported = _imported(f"Cue 1 1\n{text}\nCue 2 1\n  $$ChanMove 9@Hff")
    sifted(imported.draft, imported.report, lambda text: opened(lambda: load_text(text)))
    return imported.draft.cues[0]


@pytest.mark.parametrize("name", ["winter-tale.asc", "old-desk.asc"])
def test_a_file_becomes_a_show_that_checks(name: str) -> None:
    imported = import_file(_DATA / name)
    before = len(list(imported.draft.walk()))
    sifted(imported.draft, imported.report, lambda text: opened(lambda: load_text(text)))
    assert len(list(imported.draft.walk())) == before


def test_channels_without_gaps_are_one_range() -> None:
    patch = _imported("Patch 1 1<1@FL 2<2@FL 3<4@FL 4<512@FL 5<513@FL 5<600@FL").draft.patch
    assert [(entry["id"], entry["at"]) for entry in patch] == [
        ("ch1..ch2", "1.001"),
        ("ch3", "1.004"),
        ("ch4", "1.512"),
        ("ch5", ["2.001", "2.088"]),
    ]


def test_a_file_of_whole_pictures_blocks() -> None:
    imported = _imported("Cue 1\n  Chan 1@50\nCue 2\n  Chan 2@H80")
    assert imported.draft.cues[1]["light"] == {"block": "intensity", "look": {"ch2": "50%"}}


def test_moves_are_taken_from_a_file_that_tracks() -> None:
    light = _cue("  Chan 1@Hff 2@Hff\n  $$ChanMove 2@Hff 3@H00 4@H00")["light"]
    assert light == {"look": {"ch2": "full", "ch3..ch4": "out"}}


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        ("Up 5\nDown 5", {"time": "5s"}),
        ("Up 5 1\nDown 2:00", {"time": {"up": "5s", "down": "2m"}, "delay": "1s"}),
        ("$$TimeUp 3 0 1 1\n$$TimeColor 7 2 0 0", {"time": {"up": "3s", "colour": "7s"},
                                                  "delay": {"up": "0s", "colour": "2s"}}),
        ("$$Block", {"block": "yes"}),
        ("$$IntBlock\n$$Assert", {"block": "intensity", "assert": "yes"}),
    ],
)  # fmt: skip
def test_times_and_flags(lines: str, keys: dict[str, object]) -> None:
    assert _cue(lines)["light"] == {**keys, "look": {}}


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        ("Followon 3", {"continue": "auto-continue", "post-wait": "3s"}),
        ("Followon 0", {"continue": "auto-continue"}),
        ("$$Hang 0\nUp 4", {"continue": "auto-follow"}),
        ("$$Hang 2\nUp 4 1\nDown 3", {"continue": "auto-continue", "post-wait": "7s"}),
        ("$$Hang -1\nUp 4", {"continue": "auto-continue", "post-wait": "3s"}),
    ],
)
def test_follow_counts_from_the_start_and_hang_from_the_end(lines: str, keys: dict[str, object]) -> None:
    cue = _cue(lines)
    assert {key: cue[key] for key in ("continue", "post-wait") if key in cue} == keys


def test_links_go_where_they_lead_or_are_told() -> None:
    imported = _imported("Cue 1\n Chan 1@9\n Link 3\nCue 2\n Chan 1@8\n Followon 1\n Link 1\nCue 3\n Chan 1@7\n Link 4")
    assert [cue["cue"] for cue in imported.draft.cues] == ["1", "1-link", "2", "3"]
    assert imported.draft.cues[1]["go to"] == "3"
    assert [note.where for note in imported.report.left_out] == ["line 8", "line 11"]


def test_parts_leave_each_parameter_to_one() -> None:
    light = _cue("$$ChanMove 1@Hff 2@Hff\nPart 1\n$$ChanMove 2@H80\nPart 2\n$$ChanMove 2@H00 3@H80")["light"]
    assert light == {"look": {"ch1": "full"}, "parts": [{"look": {"ch2": "50%"}}, {"look": {"ch3": "50%"}}]}


def test_the_list_that_is_asked_for_takes_the_cues() -> None:
    draft = _imported("Cue 1\n  Chan 1@50", Asked(list="lights")).draft
    assert not draft.cues
    assert len(draft.lists["lights"]["cues"]) == 1


def test_nothing_of_use_is_refused() -> None:
    with pytest.raises(NotImported, match="nothing in it"):
        _imported("Clear All")


@pytest.mark.parametrize("line", ["$Patch 1 ²1 2", "$Patch 1 1", "$Patch", "$ParamType ² 1 x", "$$Param ² 1@²"])
def test_numbers_of_other_scripts_are_no_numbers(line: str) -> None:
    assert _imported(f"{line}\nCue 1\n Chan 1@50\n {line}").draft.cues


def _said(text: str) -> str:
    return "\n".join(_imported(text).report.lines())


_LIT = "Cue 1\n Chan 1@50"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"$IntensPalette 3\n Text Low\n $$ChanMove 1@H33\n{_LIT}", "line 2: IP3 (Low): nothing that is imported"),
        (f"$BeamPalette 2\n Text B\n{_LIT}", "line 2: BP2 (B): nothing"),
        (
            f"$Patch 1 1 1 0 0\n $$Notes hang it low\n{_LIT}",
            "line 3: $$notes hang it low of patch of channel 1: is not",
        ),
        (f"$Group 2\n $$Fish 4\n $$ChanList 1\n{_LIT}", "line 3: $$fish 4 of group 2: is not"),
        (f"$CueList 1\n $$Fish 5\n{_LIT}", "line 3: $$fish 5 of cue list 1: is not"),
        (f"Sub 5\n Chan 1@50\n Fish 2\n{_LIT}", "line 4: fish 2 of sub 5: is not"),
        ("Cue 1\n $$TimeData 1 10 2\n Chan 1@50", "line 3: $$timedata 1 10 2 of cue 1: is not"),
        ("Cue 1\n Down 5 1 garbage\n Chan 1@50", "line 3: 'garbage' after the down time of cue 1: is not"),
        ("Cue 1\n Chan 1@50\nCue 1\n Chan 2@50", "line 4: cue 1 stands there again and is a part of the first"),
        (f"$Group 2\n $$ChanList 77\n{_LIT}", "channels 77, 1: is used and not patched"),
    ],
)
def test_what_is_not_read_is_told(text: str, told: str) -> None:
    assert told in _said(text)


def test_two_times_in_a_line_are_two() -> None:
    assert _cue("  Up 3 DOWN 5\n  $$ChanMove 1@Hff")["light"]["time"] == {"up": "3s", "down": "5s"}  # type: ignore[index]


def test_a_palette_that_is_referred_to_is_not_told() -> None:
    text = "$Patch 1 1 1\n$IntensPalette 3\n $$ChanMove 1@H33\nCue 1 1\n $$ChanMove 1@IP3"
    assert "nothing that is imported" not in _said(text)
