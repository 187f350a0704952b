"""What the selected cue sends, as it is in the fields now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from showctl.program.device_table import DeviceTable
from showctl.showfile.tree import Mapping
from showctl.ui.inspectors.meant import Meant
from showctl.ui.inspectors.preview import Line, preview
from showctl.ui.inspectors.step import read_cue
from showctl.ui.tongue import tr
from showctl.ui.typeface import font, mono

SENDING = ("osc", "midi", "audio", "video", "fade")
"""Types of cues that send messages."""
_MOST = 8


class PreviewPanel(QFrame):
    """Lines that can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._title, self._lines = QLabel(tr("Sends")), QLabel()
        self._title.setFont(font(12))
        self._title.setObjectName("caption")
        self._lines.setFont(mono(13))
        self._lines.setTextFormat(Qt.TextFormat.PlainText)
        self._lines.setWordWrap(True)
        self._lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.setAccessibleName(tr("Messages that the cue sends"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lines)

    @property
    def text(self) -> str:
        """What stands there."""
        return self._lines.text()

    def tell(self, meant: Meant, draft: Mapping | None, table: DeviceTable | None) -> None:
        """What the one cue sends, as it is written, or would be: the `draft`."""
        if len(meant.cues) != 1 or meant.kinds[0] not in SENDING or table is None:
            self.show_lines((), "")
            return
        cue, problem = read_cue(draft if draft is not None else meant.cues[0][1])
        lines, refused = preview(cue, table) if cue is not None else ((), problem)
        self.show_lines(lines, refused)

    def show_lines(self, lines: Sequence[Line], problem: str) -> None:
        """Messages, or why there are none."""
        devices = list(dict.fromkeys(line.to for line in lines))
        self._title.setText(tr("Sends to {devices}").format(devices=", ".join(devices)) if devices else tr("Sends"))
        words = [f"{line.message}{f'   {line.when}' if line.when else ''}" for line in lines[:_MOST]]
        if len(lines) > _MOST:
            words.append(tr("and {count} more").format(count=len(lines) - _MOST))
        self._lines.setText("\n".join(words) or problem[:1].upper() + problem[1:] or tr("Nothing"))
