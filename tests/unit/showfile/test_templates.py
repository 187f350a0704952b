"""The templates that come with showctl."""

from pathlib import Path

import pytest

from showctl.cli import main
from showctl.cli.parser import parser
from showctl.program.opening import open_show
from showctl.showfile.templates import NAMES, TITLE, from_template, template_file, title_of


@pytest.mark.parametrize("name", NAMES)
def test_each_template_is_a_good_show_that_sends_to_this_machine_only(name: str, tmp_path: Path) -> None:
    file = tmp_path / "act-two.yaml"
    assert main(["new", str(file), "--template", name]) == 0
    opened = open_show(file)
    assert opened.show.info.title == "Act two"
    assert not opened.questions
    assert not [cue.broken for cue in opened.program.cues.values() if cue.broken]
    text = file.read_text(encoding="utf-8")
    assert text.count(" to: ") == text.count(" to: 127.0.0.1")
    assert text.count("#") >= 3, "it explains itself"


def test_titles_are_quoted_and_every_file_is_offered() -> None:
    assert 'title: "The \\"Ball\\""' in from_template("empty", 'The "Ball"')
    assert title_of(Path("winter_gala-2.yaml")) == "Winter gala 2"
    assert title_of(Path(".yaml")) != ""
    assert {file.stem for file in template_file(NAMES[0]).parent.glob("*.yaml")} == set(NAMES)
    assert all(TITLE in template_file(name).read_text(encoding="utf-8") for name in NAMES)
    assert all(parser().parse_args(["new", "x.yaml", "--template", name]).template == name for name in NAMES)


def test_a_template_has_the_size_that_it_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "x.yaml"), "--template", "gala", "--cues", "3"]) == 2
    assert "leave out" in capsys.readouterr().err
