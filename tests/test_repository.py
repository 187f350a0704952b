"""What holds for the repository as a whole: its top level, its licence, its pins, and the Qt that it pins."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.receivers import need

ROOT = Path(__file__).parents[1]
TOP_LEVEL = {
    *("showctl", "shows", "fixtures_library", "resources", "docs", "tests", "bench", "pyproject.toml", "LICENSE"),
    *("README.md", "CHANGELOG.md", "Makefile", ".ci"),
}


def test_top_level_is_exactly_what_it_should_be() -> None:
    need("git")
    if not (ROOT / ".git").exists():
        pytest.skip("only for a clone")
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = {line.partition("/")[0] for line in listing.splitlines()}
    assert {name for name in names if not name.startswith(".") or name == ".ci"} == TOP_LEVEL


def test_licence_is_mit() -> None:
    text = " ".join((ROOT / "LICENSE").read_text().split())
    assert text.startswith("MIT License Copyright (c) 2026 The showctl authors Permission is hereby granted, free of")
    assert pyproject()["project"]["license"] == "MIT"


def pyproject() -> dict[str, dict]:  # type: ignore[type-arg]
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def pins(environment: dict[str, str]) -> dict[str, Version]:
    """Version by canonical name, of the lines of the constraints whose marker holds."""
    lines = (ROOT / ".ci" / "constraints.txt").read_text().splitlines()
    found: dict[str, Version] = {}
    for requirement in (Requirement(line) for line in lines if not line.startswith("#")):
        if requirement.marker and not requirement.marker.evaluate(environment):
            continue
        (specifier,) = requirement.specifier
        assert specifier.operator == "=="
        name = canonicalize_name(requirement.name)
        assert name not in found, f"{name} is pinned twice"
        found[name] = Version(specifier.version)
    return found


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_constraints_pin_what_pyproject_names(python: str) -> None:
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    pinned = pins(environment)
    project = pyproject()["project"]
    lines = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *pyproject()["build-system"]["requires"],
    ]
    for requirement in map(Requirement, lines):
        if requirement.marker is None or requirement.marker.evaluate(environment):
            assert pinned[canonicalize_name(requirement.name)] in requirement.specifier, requirement


def test_constraints_pin_the_dependencies_of_dependencies() -> None:
    pinned = pins({})
    project = pyproject()["project"]
    todo = [Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["dev"])]
    seen: set[str] = set()
    while todo:
        requirement = todo.pop()
        name = canonicalize_name(requirement.name)
        if name in seen or not _applies(requirement):
            continue
        seen.add(name)
        assert pinned.get(name) == Version(metadata.version(name)), f"{name}: other than pinned; run `make setup`"
        todo += map(Requirement, metadata.requires(name) or [])


def _applies(requirement: Requirement, extras: Iterable[str] = ("",)) -> bool:
    return requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras)


def test_qt_is_older_than_6_12_on_python_3_11() -> None:
    # 6.12.0 there loses a reference to None in every void call and aborts within seconds.
    old = {"python_version": "3.11", "python_full_version": "3.11.0"}
    assert pins(old)["pyside6-essentials"] == pins(old)["shiboken6"] < Version("6.12")
    if sys.version_info < (3, 12):
        assert Version(metadata.version("PySide6-Essentials")) < Version("6.12")


def test_debian_packages_are_named_once() -> None:
    texts = [(ROOT / ".ci" / f"packages-{name}.txt").read_text() for name in ("run", "test")]
    names = re.sub(r"#.*", "", "\n".join(texts)).split()
    assert sorted(set(names)) == sorted(names)


def references_to_none_lost_by(action: Callable[[], object], times: int = 1000) -> int:
    action()  # what is made once and kept
    before = sys.getrefcount(None)
    for _ in range(times):
        action()
    return before - sys.getrefcount(None)


# A few come and go with caches; the fault that is looked for loses one or more a call.
SLACK = 50


def test_none_survives_a_thousand_paints(qtbot: object) -> None:
    need("PySide6.QtWidgets")
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
    from PySide6.QtWidgets import QWidget

    painted = []

    class Painted(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
            painter = QPainter(self)
            painter.drawText(10, 10, "GO")
            painter.end()
            painted.append(event.rect().width())

    widget, pixmap = Painted(), QPixmap(100, 20)
    widget.resize(100, 20)
    assert abs(references_to_none_lost_by(lambda: widget.render(pixmap, QPoint()))) < SLACK
    assert len(painted) == 1001


def test_none_survives_a_thousand_model_reads() -> None:
    need("PySide6.QtCore")
    from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

    reads = []

    class Cues(QAbstractListModel):
        def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
            return 3

        def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            reads.append(index.row())
            return f"Cue {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None

    model = Cues()
    proxy = QSortFilterProxyModel()  # reads by way of C++, as a view does
    proxy.setSourceModel(model)
    index = proxy.index(1, 0)

    def read() -> None:
        assert proxy.data(index) == "Cue 1"
        assert proxy.data(index, Qt.ItemDataRole.ToolTipRole) is None

    assert abs(references_to_none_lost_by(read)) < SLACK
    assert len(reads) >= 2002


def test_none_survives_a_thousand_signals() -> None:
    need("PySide6.QtCore")
    from PySide6.QtCore import QObject, Signal

    class Button(QObject):
        pressed = Signal(int, object)

    button, got = Button(), []
    button.pressed.connect(lambda number, _nothing: got.append(number))
    assert abs(references_to_none_lost_by(lambda: button.pressed.emit(7, None))) < SLACK
    assert got == [7] * 1001


def test_every_fuzz_test_is_one_of_make_fuzz() -> None:
    fuzzed = [path for path in (ROOT / "tests" / "unit").rglob("test_*.py") if "SHOWCTL_FUZZ" in path.read_text()]
    fuzzed += (ROOT / "tests" / "unit").rglob("test_fuzz*.py")
    for path in fuzzed:
        text = path.read_text()
        assert "SHOWCTL_FUZZ" in text, f"{path}: SHOWCTL_FUZZ does not say how many"
        assert "pytest.mark.fuzz" in text, f"{path}: make fuzz leaves it out"
    assert "-m fuzz" in (ROOT / ".ci" / "fuzz.sh").read_text()
