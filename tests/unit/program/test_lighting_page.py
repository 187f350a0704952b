"""The examples of docs/lighting.md load and compile: cues (`- cue: …`), or parts of a show (`palettes: …`)."""

import re
from pathlib import Path

import pytest
import yaml

from showctl.program.opening import opened
from showctl.showfile.load import load_text

PAGE = (Path(__file__).parents[3] / "docs" / "lighting.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
RIG = {
    "show": "show: {title: Page}",
    "devices": "devices: {rig: {type: sacn, universes: 1..3, to: 127.0.0.1}}",
    "patch": """patch:
  - {id: front1..front8, fixture: generic/dimmer, at: 1.1}
  - {id: house, fixture: generic/house-light, at: 1.20, exempt: [blackout, panic]}
  - {id: cyc1..cyc4, fixture: generic/cyc-flood-4, at: 1.101}
  - {id: wash1..wash6, fixture: generic/led-par-rgbw, at: 2.1}
  - {id: spot1..spot6, fixture: generic/moving-spot, at: 3.1}
  - {id: bar1..bar2, fixture: generic/batten-8, at: 2.201}""",
    "groups": "groups: {front: front1..front8, cyc: cyc1..cyc4, wash: wash1..wash6, spots: spot1..spot6,"
    " bars: bar1..bar2}",
    "palettes": "",
    "lists": "lists: {band: {label: Band, cues: [{cue: 1, light: {look: {cyc: 50%}}}]}}",
}
"""What an example may refer to, where it does not say it itself."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.splitlines()[0][:40])
def test_examples_compile(example: str) -> None:
    written = f"cues:\n{example}" if example.startswith("- ") else example
    keys = yaml.load(written, Loader=yaml.BaseLoader)
    rest = [text for key, text in RIG.items() if key not in keys]
    show = opened(lambda: load_text("\n".join(["showctl: 1", *rest, written])))
    assert show.questions == ()


def test_words_of_other_desks_stand_in_a_section_of_their_own() -> None:
    _, _, section = PAGE.partition("## If you come from Eos, QLab or QLC+\n")
    rows = [row.split("|")[1:4] for row in section.splitlines() if row.startswith("| ")][1:]
    assert all(len(row) == 3 for row in rows)
    there = " ".join(row[0] for row in rows)
    words = [
        "block",
        "assert",
        "only",
        "mark",
        "thru",
        "follow",
        "hang",
        "back",
        "GM",
        "submaster",
        "group",
        "preset",
        "palette",
        "release",
    ]
    assert [word for word in words if word not in there] == []


def test_links_within_the_page_lead_somewhere() -> None:
    heads = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    there = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    assert set(re.findall(r"\]\(#([^)]*)\)", PAGE)) <= there
