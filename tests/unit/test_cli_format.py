"""`showctl format` on the command line."""

from pathlib import Path

import pytest
import yaml

from showctl.cli import main

UGLY = """\
# head
showctl:   1
show: {title: 'A' , x-mine: "b"}  # c


cues:
- {cue:   1, wait: 1s}
- cue: 2
  #\tinside
  wait:  "2s"
"""
NEAT = """\
# head
showctl: 1
show: {title: "A", x-mine: "b"}  # c

cues:
  - {cue: 1, wait: 1s}

  - cue: 2
    #\tinside
    wait: "2s"
"""


def test_a_file_is_written_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = tmp_path / "a.yaml"
    show.write_text(UGLY)
    assert main(["format", str(show), "--check"]) == 1
    assert main(["format", str(show), "--diff"]) == 1
    assert "+  - {cue: 1, wait: 1s}" in capsys.readouterr().out.splitlines()
    assert show.read_text() == UGLY
    assert main(["format", str(show)]) == 0
    assert show.read_text() == NEAT
    assert main(["format", str(show), "--check"]) == 0


def test_bytes_that_mark_the_file_stay(tmp_path: Path) -> None:
    show = tmp_path / "a.yaml"
    show.write_bytes(b"\xef\xbb\xbf" + UGLY.replace("\n", "\r\n").encode())
    assert main(["format", str(show)]) == 0
    assert show.read_bytes() == b"\xef\xbb\xbf" + NEAT.replace("\n", "\r\n").encode()


MERGING = """\
x-a: &a {b: "1"}
cues:
    - {<<: *a, c: "2"}
    - <<: *a   # m
      d: "3"  # d
              # more of d
    # e
    - e: "4"
      f: "5"
"""


def test_merged_keys_stay_merged_and_comments_beside_what_they_are_about(tmp_path: Path) -> None:
    show = tmp_path / "a.yaml"
    show.write_text(MERGING)
    assert main(["format", str(show)]) == 0
    text = show.read_text()
    assert yaml.safe_load(text) == yaml.safe_load(MERGING)
    assert '  - {<<: *a, c: "2"}\n\n  - <<: *a   # m\n    d: "3"  # d\n    # more of d\n\n  # e\n  - e' in text


ODD = """\
a:
    b: |2+   # two
          deep
        b


    c: >+
       one

    # on c
    d:
    - [c: 1,  "d e": {f: 2}]
    - ? g
      : h
    - |2-

         x
    - |+

last: |+
 end

"""
EVEN = """\
a:
  b: |2+   # two
        deep
      b


  c: >+
    one

  # on c
  d:
    - [{c: 1}, {d e: {f: 2}}]
    - g: h
    - |2-

         x
    - "\\n"

last: |+
  end

"""


def test_blocks_and_pairs_that_are_written_oddly_keep_what_they_say(tmp_path: Path) -> None:
    show = tmp_path / "a.yaml"
    show.write_text(ODD)
    assert main(["format", str(show)]) == 0
    assert yaml.safe_load(show.read_text()) == yaml.safe_load(ODD)
    assert show.read_text() == EVEN


def test_the_place_that_is_left_alone_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = tmp_path / "a.yaml"
    for odd in ("&k c: 1\n", "{d:  # why\n     {}}\n"):
        show.write_text(f"x: 1\na:\n  b:\n    {odd}")
        assert main(["format", str(show)]) == 1
        assert "a.yaml:4:" in (said := capsys.readouterr().err)
        assert ": this is written in a way that format leaves alone" in said


def test_a_space_that_does_not_break_stays(tmp_path: Path) -> None:
    show = tmp_path / "a.yaml"
    show.write_text("a:   b\xa0\n")
    assert main(["format", str(show)]) == 0
    assert show.read_text() == "a: b\xa0\n"


@pytest.mark.parametrize(
    ("text", "code", "words"), [("a: [", 2, "a.yaml:"), ("- a\n", 2, "start it"), ("? |\n a\n: b\n", 1, "leaves")]
)
def test_what_cannot_be_formatted_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: int, words: str
) -> None:
    show = tmp_path / "a.yaml"
    show.write_text(text)
    assert main(["format", str(show)]) == code
    assert words in capsys.readouterr().err
    assert show.read_text() == text
