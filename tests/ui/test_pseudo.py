"""The console in a language that is 40 % longer, and from right to left: it opens and paints all pages."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as Xml
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSettings, Qt, QTranslator
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from showctl.shipped import shipped
from showctl.ui.ink import draw_text
from showctl.ui.inspectors.form import Form
from showctl.ui.inspectors.inspector import Inspector
from showctl.ui.mode import Mode
from showctl.ui.pages import PAGES
from showctl.ui.theme import DARK
from showctl.ui.tongue import LANGUAGE, plural, speak, tr
from tests.ui.conftest import Bench

KEPT = re.compile(r"(\{[^}]*\}|%n|&.|\n)")
WORDS = re.compile(r"[^\W\d_]{3}")
ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


def longer(source: str) -> str:
    """In brackets, with accents, 40 % longer; places, counts and mnemonics stay."""
    said = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(source))
    return f"[{said}{'·' * (len(source) * 2 // 5)}]"


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a translation into Esperanto, so to say, made as `make words` makes one."""
    folder = tmp_path_factory.mktemp("translations")
    tree = Xml.parse(shipped("resources") / "translations" / "showctl_en.ts")
    tree.getroot().set("language", "eo")
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.clear()
        for form in translation.findall("numerusform"):
            form.text = longer(form.text or "")
        if message.get("numerus") != "yes":
            translation.text = longer(message.findtext("source", ""))
    tree.write(folder / "showctl_eo.ts", encoding="utf-8")
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([release, "-silent", folder / "showctl_eo.ts"], check=True)
    return folder


class Pseudo(QTranslator):
    """Whatever is asked for, whether or not `make words` has been run since it was written."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        return longer(plural(sourceText, n) if n >= 0 else sourceText) if sourceText and not context else ""

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def pseudo(qapp: QApplication, translated: Path, tmp_path: Path) -> Iterator[None]:
    settings = QSettings(str(tmp_path / "language.ini"), QSettings.Format.IniFormat)
    settings.setValue(LANGUAGE, "eo")
    before = set(qapp.findChildren(QTranslator))
    assert speak(qapp, settings, translated) == "eo"
    assert tr("Stop all") == "[Stóp áll···]"
    qapp.installTranslator(Pseudo(qapp))
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shown_buttons(bench: Bench) -> list[QAbstractButton]:
    return [button for button in bench.window.findChildren(QAbstractButton) if button.isVisible() and button.text()]


def is_plain(button: QAbstractButton) -> bool:
    """Whether it says words of the code as they are."""
    return WORDS.search(button.text()) is not None and "[" not in button.text()


def is_cut(button: QAbstractButton) -> bool:
    """Whether its words have no room, and nothing says the whole."""
    whole = button.text().replace("&", "").strip()
    return button.sizeHint().width() > button.width() and whole not in f"{button.toolTip()} {button.accessibleName()}"


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("mode", [Mode.EDIT, Mode.SHOW])
def test_all_pages_open_in_longer_words_and_from_right_to_left(
    open_console: Callable[..., Bench], qapp: QApplication, mode: Mode
) -> None:
    assert tr("%n cue(s)", "", 3) == "[3 cúés··]"
    assert tr("Stop all") == "[Stóp áll···]"
    bench = open_console(size=(1366, 768), mode=mode)
    failed: list[str] = []
    plain: set[str] = set()
    cut: set[str] = set()
    bench.window.faults.said.connect(failed.append)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        for page in PAGES:
            bench.window.acts.run(f"page {page.name}")
            bench.tick(0.1)
            assert not bench.window.grab().isNull()
            plain |= {button.text() for button in shown_buttons(bench) if is_plain(button)}
            cut |= {button.text() for button in shown_buttons(bench) if is_cut(button)}
    assert (bench.window.width(), bench.window.height()) == (1366, 768)
    assert (failed, plain, cut) == ([], set(), set())


@pytest.mark.usefixtures("pseudo")
def test_the_fields_of_cues_are_in_the_language(open_console: Callable[..., Bench]) -> None:
    bench = open_console(size=(1366, 768), mode=Mode.EDIT)
    bench.window.acts.run("page cues")
    inspector = bench.window.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    said: set[str] = set()
    for cue in ("1", "4"):
        bench.window.selection.select_cues((cue,))
        bench.tick(0.1)
        for tab in range(inspector.tabs.count()):
            inspector.tabs.setCurrentIndex(tab)
            assert "[" in inspector.tabs.tabText(tab)
            for form in inspector.findChildren(Form):
                said |= {label.text() for label in form.findChildren(QLabel) if label.text()}
    assert {words for words in said if "[" not in words} == set()
    assert "[Pré-wáít···]" in said


def test_a_language_brings_its_direction(qapp: QApplication, translated: Path, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "language.ini"), QSettings.Format.IniFormat)
    settings.setValue(LANGUAGE, "he")
    shutil.copy(translated / "showctl_eo.qm", tmp_path / "showctl_he.qm")
    before = set(qapp.findChildren(QTranslator))
    speak(qapp, settings, tmp_path)
    direction = qapp.layoutDirection()
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert direction == Qt.LayoutDirection.RightToLeft


def test_painted_words_stand_where_they_are_measured_from_right_to_left(qapp: QApplication) -> None:
    """Or a number and its label, each in a box from the left, lie over each other."""
    drawn = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(200, 30, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        draw_text(painter, QRectF(0, 0, 200, 30), "100 %", 14, DARK.text)
        painter.end()
        drawn.append(image)
    assert drawn[0] == drawn[1]
