"""An import on the welcome window: how far it is, and item by item what did not come over."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton

from showctl.ui.import_report import came_over, not_carried, report_lines, save_report
from showctl.ui.importing import ALL_OF_IT, written
from showctl.ui.long_work import LongWork, Result
from showctl.ui.models.lines import Line, LinesModel
from showctl.ui.new_files import free
from showctl.ui.panels.lines_view import LinesView
from showctl.ui.panels.welcome_cards import Card
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import font


class ImportCard(Card):
    """Into a new show beside the file. Ctrl+W, or Cancel, ends it and leaves nothing."""

    made = Signal(Path)
    """A new show is there."""
    chosen = Signal(Path)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Import"))
        self.work = LongWork(self)
        self._file, self._new = Path(), Path()
        self._report: dict[str, Any] = {}
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setFont(font(15))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(tr("How far it is"))
        self.model = LinesModel(self)
        self.view = LinesView(theme, self.model)
        self.view.setAccessibleName(tr("What did not come over"))
        self.open = self._button(tr("Open"), self._open)
        self.rest = self._button(tr("Import the rest"), lambda: self.begin(self._file, partly=True))
        self.keep = self._button(tr("Save list"), self._keep)
        self.back = self._button("", self._leave)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.keep, self.rest, self.open, self.back):
            row.addWidget(button)
        for part in (self.said, self.progress):
            self.column.addWidget(part)
        self.column.addWidget(self.view, 1)
        self.column.addLayout(row)
        self.work.stepped.connect(self._step)

    def _button(self, words: str, act: Any) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: act())
        return button

    def begin(self, file: Path, *, partly: bool = False) -> None:
        """Import this file."""
        self._file, self._new = file, free(file.with_suffix(".yaml"))
        self._show(tr("{name}: reading …").format(name=file.name), [], working=True)
        asked = {"do": "import", "file": str(file), "out": str(self._new), "partly": partly}
        self.work.begin(asked, self._take)
        self.back.setFocus()

    def cancel(self) -> bool:
        """End what is under way. Whether there was anything."""
        was = self.work.cancel()
        if was:
            self._show(tr("Cancelled. Nothing is written."), [])
        return was

    def _step(self, what: str, step: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(step - 1)
        self.said.setText(
            tr("{name}, {step} of {of}: {what} …").format(name=self._file.name, step=step, of=of, what=what)
        )

    def _take(self, result: Result) -> None:
        self._report = result.get("report") or {}
        lines = report_lines(self._report)
        try:
            if "failed" in result:
                raise OSError(str(result["failed"]))
            kept = written(self._new, result)
        except OSError as reason:
            why = str(reason)
            self._show(
                tr("{name} is not imported. {why}.").format(
                    name=self._file.name, why=why[:1].upper() + why[1:].rstrip(".")
                ),
                lines,
            )
            self.rest.setVisible(bool(self._report.get("mistakes")))
            return
        less = not_carried(self._report)
        said = tr("{name} is written: {came_over} came over.").format(
            name=self._new.name, came_over=came_over(self._report)
        )
        self._show(
            tr("{said} {less} did not: see below.").format(said=said, less=less) if less else said,
            [*(Line("note", each) for each in kept), *lines],
        )
        self.open.setText(tr("Open {name}").format(name=self._new.name))
        self.open.show()
        self.open.setFocus()
        self.made.emit(self._new)

    def _show(self, said: str, lines: list[Line], *, working: bool = False) -> None:
        self.said.setText(said)
        self.view.empty = "" if working or not self._report else tr(ALL_OF_IT)
        self.model.take(lines)
        self.progress.setVisible(working)
        self.progress.setRange(0, 3)
        self.open.hide()
        self.rest.hide()
        self.keep.setVisible(bool(lines))
        self.back.setText(tr("Cancel   Ctrl+W") if working else tr("Back   Ctrl+W"))

    def _leave(self) -> None:
        if not self.cancel():
            self.left.emit()

    def _open(self) -> None:
        self.chosen.emit(self._new)

    def _keep(self) -> None:
        try:
            place = save_report(self._file, self._report["lines"], self._file.parent)
        except OSError as error:
            self.said.setText(tr("The list was not written: {error}.").format(error=error))
        else:
            self.said.setText(tr("The list is {place}.").format(place=place))
