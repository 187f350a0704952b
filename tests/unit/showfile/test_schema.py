"""The JSON Schema for editors: current, content with every good show, and not content with the usual slips."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from showctl.shipped import shipped
from showctl.showfile import schema
from showctl.showfile.generate import generate, starter
from tests.strategies import dumped, shows
from tests.unit.showfile.editor_check import complaints, read_as_editor

DATA = Path(__file__).parent / "data"
SHOWS = [*shipped("shows").glob("*.yaml"), DATA / "whole.yaml"]
SCHEMA = schema.schema()


def underlined(text: str) -> list[str]:
    return complaints(read_as_editor(text), SCHEMA, SCHEMA)


def test_the_file_is_current() -> None:
    """`python -m showctl.showfile.schema` writes it anew."""
    written = shipped("resources") / schema.FILE
    assert written.read_text(encoding="utf-8") == schema.text()
    assert json.loads(written.read_text(encoding="utf-8"))["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("path", SHOWS, ids=lambda p: p.name)
def test_good_files(path: Path) -> None:
    assert underlined(path.read_text(encoding="utf-8")) == []


def test_generated_files() -> None:
    assert underlined(generate(300, 4)) == []
    assert underlined(starter()) == []


@settings(max_examples=30, deadline=None)
@given(shows())
def test_any_good_show(tree: dict[str, object]) -> None:
    assert underlined(dumped(tree)) == []


@pytest.mark.parametrize(
    "text",
    [
        "show: {title: a}",
        "showctl: 2\nshow: {title: a}",
        "showctl: 1\nshow: {titel: a}",
        "showctl: 1\nshow: {title: a}\ncues: [{cue: 1}]",
        "showctl: 1\nshow: {title: a}\ncues: [{cue: 1, light: {loook: {}}}]",
        "showctl: 1\nshow: {title: a}\ncues: [{cue: 1, group: timeline, cues: [{cue: 1, wiat: 1}]}]",
        "showctl: 1\nshow: {title: a}\ncues: [{cue: 1, wait: 1, continue: auto}]",
        "showctl: 1\nshow: {title: a}\ndevices: {a: {type: sac}}",
        "showctl: 1\nshow: {title: a}\npatch: {a: 1}",
        "showctl: 1\nshow: {title: a}\nlists: {a: {cues: [{}]}}",
    ],
)
def test_the_usual_slips(text: str) -> None:
    assert underlined(text)
