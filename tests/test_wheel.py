"""A wheel built from the tree, in a virtual environment that has nothing else of ours, runs the demo show."""

import json
import os
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = {
    "shows/demo.yaml",
    "fixtures_library/generic/dimmer.yaml",
    "resources/gels.txt",
    "resources/show.schema.json",
    "resources/fixture.schema.json",
    "resources/translations/showctl_en.ts",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_wheel_carries_the_shipped_files(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"showctl/_data/{name}" for name in SHIPPED} <= names


def test_wheel_in_an_empty_venv_runs_the_demo_show(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = [python, "-m", "pip", "install", "-q", "--no-index", "--no-deps", wheel]
    subprocess.run(install, check=True, capture_output=True)
    # The dependencies come from where the tests have them: a .pth line adds the folder, but not our editable install,
    # because .pth files inside an added folder are not read.
    packages = next((tmp_path / "venv" / "lib").glob("python*")) / "site-packages"
    (packages / "dependencies.pth").write_text("\n".join(site.getsitepackages()) + "\n")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    showctl = [python, "-m", "showctl"]
    where = subprocess.run(
        [python, "-c", "import showctl; print(showctl.__file__)"],
        cwd=tmp_path, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert str(tmp_path) in where.stdout
    run = subprocess.run(
        [*showctl, "run", "demo", "--headless", "--outputs-off", "--go", "--until-idle", "--json", "--osc-port", "off"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    events = [json.loads(line) for line in run.stdout.splitlines()]
    assert events[0]["event"] == "ready"
    assert any(event["event"] == "fade" and event["cue"] == "1" for event in events)
