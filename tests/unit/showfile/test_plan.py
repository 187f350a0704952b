"""The picture of the room: what may be written, and the way into a bundle and out of it."""

from pathlib import Path

import pytest

from showctl.cli import main
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

SHOW = "showctl: 1\nshow:\n  title: Plan\n  plan: {picture: %s, width: %s, at: [-12, 4.5]}\n"


def test_a_plan_is_read_and_what_is_wrong_has_its_place_and_what_to_write() -> None:
    plan = load_text(SHOW % ("plans/hall.PNG", "24m")).show.info.plan
    assert plan is not None
    assert (plan.picture, plan.width, plan.at) == ("plans/hall.PNG", 24, (-12, 4.5))
    for picture in ("../hall.png", "/hall.png", "a/../../hall.png", "'C:/hall.png'", "'a\\hall.png'", "hall.gif",
                    "a//hall.png", "./hall.png"):  # fmt: skip
        with pytest.raises(Refused) as refused:
            load_text(SHOW % (picture, "24m"), "p.yaml")
        (problem,) = refused.value.problems
        assert str(problem).startswith("p.yaml:4:"), picture
        assert "write for example plans/hall.png" in str(problem)
    for width in ("0", "-3m", "1001m", "wide", "24 s"):
        with pytest.raises(Refused, match="write for example 24m"):
            load_text(SHOW % ("hall.png", width))
    with pytest.raises(Refused):
        load_text((SHOW % ("hall.png", "24m")).replace("4.5", "4000"))


def test_it_goes_into_a_bundle_and_comes_out_beside_the_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "show"
    (folder / "plans").mkdir(parents=True)
    (folder / "p.yaml").write_text(SHOW % ("plans/hall.png", "24m"), "utf-8")
    (folder / "plans" / "hall.png").write_bytes(b"a picture")
    out = tmp_path / "p.zip"
    assert main(["bundle", str(folder / "p.yaml"), "--out", str(out)]) == 0
    assert "plan plans/hall.png, beside the show" in capsys.readouterr().out
    assert main(["unbundle", str(out), str(tmp_path / "there")]) == 0
    assert (tmp_path / "there" / "plans" / "hall.png").read_bytes() == b"a picture"
    (tmp_path / "secret.png").write_bytes(b"secret")
    (folder / "plans" / "hall.png").unlink()
    (folder / "plans" / "hall.png").symlink_to(tmp_path / "secret.png")
    assert main(["bundle", str(folder / "p.yaml"), "--out", str(out), "--replace"]) == 0
    assert "it is not in the bundle" in capsys.readouterr().err
    (folder / "plans" / "hall.png").unlink()
    assert main(["bundle", str(folder / "p.yaml"), "--out", str(out), "--replace"]) == 0
    assert "the plan cannot be read" in capsys.readouterr().err
    assert b"secret" not in out.read_bytes()
