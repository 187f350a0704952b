"""A cell that is written in offers what it may say."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Offers = Callable[[int, int, str], list[str]]
"""Row, column and what is typed to what can be taken; nothing: it is only typed."""


class PickDelegate(QStyledItemDelegate):
    """↓ and Enter take an offer, all of them stand there while nothing is typed anew; anything else can be typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers: Offers = lambda row, column, typed: []

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        field = QLineEdit(parent)
        row, column = index.row(), index.column()
        offered = self.offers(row, column, "")
        if offered:
            model = QStringListModel(offered, field)
            completer = QCompleter(model, field)
            completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(completer)
            field.textEdited.connect(lambda text: model.setStringList(self.offers(row, column, text.strip())))
        return field

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """With all of it selected, and the offers below."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()
