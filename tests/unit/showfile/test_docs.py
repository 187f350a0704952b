"""docs/show-file.md is right: its examples load, and it names every key. So do those of docs/run-of-show.md."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from showctl.cues.registry import CUE_TYPES
from showctl.fixtures.library import load_profile
from showctl.model.show import Show
from showctl.showfile.fields import key_of, keys_of, models_at
from showctl.showfile.load import Refused, load_text

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "show-file.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE + (DOCS / "run-of-show.md").read_text(encoding="utf-8"), re.DOTALL)
SCHEMA = Path(__file__).parents[3] / "resources" / "show.schema.json"
CONTEXT = {
    "show": "show: {title: A}",
    "devices": "devices:\n  rig: {type: sacn, universes: 1, to: 127.0.0.1}\n"
    "  desk: {type: osc, profile: behringer/x32, to: 127.0.0.1}\n"
    "  media: {type: osc, profile: resolume, to: 127.0.0.1}\n"
    "  switch: {type: midi, port: Switcher}",
    "patch": "patch:\n  - {id: house, fixture: generic/dimmer}\n  - {id: front1..front8, fixture: generic/dimmer}\n"
    "  - {id: wash1..wash6, fixture: generic/led-par}\n  - {id: spot1..spot6, fixture: generic/moving-spot}",
    "groups": "groups: {front: front1..front8}",
    "cues": "cues: [{cue: 1, wait: 1s}]",
    "run of show": "run of show:\n  - {segment: doors, duration: 45m}\n  - {segment: opening, duration: 10m}",
}
"""What a fragment may refer to, where it does not say it itself."""


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.split("\n")[0])
def test_examples_load(block: str, tmp_path: Path) -> None:
    if block.startswith("showctl fixture"):
        path = tmp_path / "a.yaml"
        path.write_text(block)
        assert load_profile(path).modes
    elif block.startswith("showctl: 1"):
        load_text(block)
    else:
        keys = yaml.load(block, Loader=yaml.BaseLoader)
        rest = [text for key, text in CONTEXT.items() if key not in keys]
        load_text("\n".join(["showctl: 1", block, *rest]))


def models(annotation: Any, found: set[type] | None = None) -> set[type]:
    """Every model that can stand in a file, from this one down."""
    found = set() if found is None else found
    for model in models_at(annotation, ()):
        if model not in found:
            found.add(model)
            for field in model.model_fields.values():
                for below in (field.annotation, *getattr(field.annotation, "__args__", ())):
                    models(below, found)
                    models(next(iter(models_at(below, ("any",))), None), found)
                    models(next(iter(models_at(below, (0,))), None), found)
    return found


def test_every_key_is_explained() -> None:
    every = models(Show) | {m for kind in CUE_TYPES.values() for m in models(kind)}
    names = {model.__name__ for model in every}
    assert names >= {"Show", "ShowInfo", "Panic", "OscInput", "SacnDevice", "PatchEntry", "LightAction", "FixtureLook"}
    assert names >= {
        "Segment",
        "LogisticsItem",
        "CueList",
        "GroupCue",
        "MidiAction",
        "ProfileCommand",
    }
    explained = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)))
    missing = {(m.__name__, key) for m in every for key in keys_of(m) if key not in explained}
    assert not missing
    assert all(key_of(name, field) for m in every for name, field in m.model_fields.items())


def properties(schema: Any) -> set[str]:
    """Every key that a JSON schema names, at any depth."""
    if isinstance(schema, list):
        return {key for each in schema for key in properties(each)}
    if not isinstance(schema, dict):
        return set()
    named = schema.get("properties", {})
    return {*named, *properties(list(named.values())), *properties([v for k, v in schema.items() if k != "properties"])}


def test_every_key_stands_in_an_example() -> None:
    examples = "\n".join(BLOCKS)
    for page in ("cues.md", "lighting.md"):  # which it links, and whose examples are loaded as well
        text = (SCHEMA.parents[1] / "docs" / page).read_text(encoding="utf-8")
        examples += "\n".join(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL))
    keys = properties(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert len(keys) > 150
    assert [key for key in sorted(keys) if not re.search(rf"(?m)(?:^[ -]*|[{{,\[] *){re.escape(key)}:", examples)] == []


def test_the_problems_as_printed() -> None:
    with pytest.raises(Refused) as refused:
        load_text(
            "showctl: 1\nshow: {title: A}\ndevices: {desk: {type: osc, to: 'h:1'}}\n"
            "cues: [{cue: 12, lable: x, wait: 1}, {cue: 14, light: {time: 3x, look: {}}},\n"
            "{cue: 20, osc: {device: dek, address: /a}}]\n"
        )
    printed = [line.split(": ", 1)[1] for line in PAGE.split("\n") if line.startswith("awards.yaml:")]
    assert [str(p).split(": ", 1)[1] for p in refused.value.problems] == printed
