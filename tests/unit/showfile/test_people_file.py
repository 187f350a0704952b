"""People in a file beside the show: read with it, never needed, never written, and left out of what is passed on."""

from pathlib import Path

import pytest

from showctl.cli import main
from showctl.program.bundle_parts import parts_of
from showctl.program.opening import open_show, open_to_play
from showctl.session.document import Document
from showctl.session.edit import EditRefused
from showctl.session.edit_words import parse
from showctl.showfile.load import Refused, load

SHOW = """\
showctl: 1
show: {title: Gala}
cues:
  - {cue: 1, wait: 1s}
run of show:
  - {segment: doors, duration: 1h, owner: host}
people:
  sm: {name: Ines Dahl}
guests:
  - {name: Ada}
logistics:
  - {title: Car, due: 18:00, supplier: harper, contact: host}
"""
PEOPLE = """\
people:
  host: {name: Claire Okafor, phone: "+44 20 7946 0107"}
suppliers:
  harper: {name: Harper Transport, confirmed: no}
guests:
  - {name: Aroha Ngata, segments: doors}
  - {name: aroha ngata}
"""


def written(folder: Path, people: str = PEOPLE) -> Path:
    show = folder / "gala.yaml"
    show.write_text(SHOW, encoding="utf-8")
    (folder / "gala.people.yaml").write_text(people, encoding="utf-8")
    return show


def test_they_are_read_with_the_show(tmp_path: Path) -> None:
    show = load(written(tmp_path)).show
    assert sorted(show.people) == ["host", "sm"]
    assert show.reached("host") == "Claire Okafor, +44 20 7946 0107"
    assert [guest.name for guest in show.guests] == ["Ada", "Aroha Ngata", "aroha ngata"]
    (tmp_path / "gala.people.yaml").unlink()
    assert sorted(load(tmp_path / "gala.yaml").show.people) == ["sm"]


def test_questions_stand_in_the_file_that_they_are_about(tmp_path: Path) -> None:
    asked = [f"{Path(each.file).name}:{each.line}: {each.what}" for each in open_show(written(tmp_path)).questions]
    assert sorted(asked) == [
        "gala.people.yaml:4: supplier 'harper' is not confirmed, and 'Car' waits for it",
        "gala.people.yaml:7: guest 'aroha ngata' is on the list twice",
    ]


def test_an_edit_keeps_them_and_does_not_write_them(tmp_path: Path) -> None:
    document = Document(written(tmp_path), load(tmp_path / "gala.yaml"))
    document.edit(parse("insert guest {name: Grace}"))
    assert [guest.name for guest in document.state.show.guests] == ["Ada", "Grace", "Aroha Ngata", "aroha ngata"]
    document.edit(parse("set person sm phone 12345"))
    assert sorted(document.state.show.people) == ["host", "sm"]
    document.undo()
    document.undo()
    assert [guest.name for guest in document.state.show.guests] == ["Ada", "Aroha Ngata", "aroha ngata"]
    assert "Claire" not in str(document.state.root)
    with pytest.raises(EditRefused, match="there is no person host"):
        document.edit(parse("set person host phone 1"))


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (
            PEOPLE.replace("phone", "fone"),
            "gala.people.yaml:2:31: people > host > fone: unknown key 'fone'; did you mean",
        ),
        (
            PEOPLE.replace("host", "sm"),
            "gala.people.yaml:2:3: people > sm: 'sm' stands in gala.yaml as well, which counts",
        ),
        ("cues: []\n", "gala.people.yaml:1:1: cues: 'cues' is not about people"),
        ("- host\n", "gala.people.yaml:1:1: the file is no mapping of keys; write people: in its first line"),
        ("people: [host]\n", "people: these stand under short names; write for example host: {name: Claire Okafor}"),
        ("people: {a: {name: A\n", "gala.people.yaml:"),
        ("guests: [{name: A, segments: doors, vip: maybe}]\n", "'maybe' is neither yes nor no; write yes or no"),
    ],
)
def test_what_is_wrong_in_it_is_told_and_the_show_plays(people: str, said: str, tmp_path: Path) -> None:
    show = written(tmp_path, people)
    with pytest.raises(Refused) as refused:
        load(show)
    assert any(said in str(problem) for problem in refused.value.problems), refused.value
    opened = open_to_play(show)
    assert opened.problems
    assert len(opened.program.cues) == 1


def test_a_bundle_does_without(tmp_path: Path) -> None:
    parts, _ = parts_of(written(tmp_path))
    assert [part.name for part in parts] == ["gala.yaml"]


def test_a_copy_for_others_has_their_roles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show, to = written(tmp_path), tmp_path / "shared.yaml"
    assert main(["export", "--no-people", str(show), str(to)]) == 0
    text = to.read_text(encoding="utf-8")
    assert "Claire" not in text
    assert "Aroha" not in text
    assert "7946" not in text
    copy = open_show(to).show
    assert (sorted(copy.people), sorted(copy.suppliers), copy.guests) == (["host", "sm"], ["Supplier"], ())
    assert copy.run_of_show[0].owner == "host"
    assert main(["export", "--no-people", str(show), str(to)]) == 1
    assert main(["export", "--no-people", str(show)]) == 2
    assert main(["export", str(show), str(to), "--csv", "-"]) == 2
    assert "showctl export --no-people SHOW TO" in capsys.readouterr().err


def test_tables_have_them(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(written(tmp_path)), "--csv", "-", "--what", "guests"]) == 0
    assert b"Aroha Ngata" in capsysbinary.readouterr().out
