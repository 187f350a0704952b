"""The message log for a view: those of its lines that are asked for, as many as the log keeps."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from showctl.session.message_log import MOST, Line, MessageLog
from showctl.ui.monitors.log_filter import Filter, lateness
from showctl.ui.reading import MINUS
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import marked, tr

HEADERS = ("", marked("Device"), marked("Cue"), marked("Message"), marked("Due"), marked("Sent"), marked("Late"))
_LATE = 6
SPARE = 10
"""The oldest tenth goes at once, so that not each new line moves all the others."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class LogLines(QAbstractTableModel):
    """`take` brings in what is new, `choose` shows other lines."""

    def __init__(
        self, log: MessageLog, zone: ZoneInfo, theme: Theme, parent: QObject | None = None, most: int = MOST
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._log, self._zone = log, zone
        self._filter = Filter()
        self._number = 0
        self.lines: list[Line] = []
        self.wall_at_zero = 0.0
        """Unix time of instant 0 of the engine's clock."""
        self._late = {0: theme.text_2, 1: theme.standby.colour, 2: theme.broken.colour}
        self._wrong, self._received = theme.broken.colour, theme.under

    def take(self) -> None:
        """What has come since."""
        fresh = [line for line in self._log.since(self._number) if self._filter.matches(line)]
        self._number = self._log.count
        if not fresh:
            return
        fresh = fresh[-self._most :]
        if len(self.lines) + len(fresh) > self._most + self._most // SPARE:
            over = min(len(self.lines) + len(fresh) - self._most, len(self.lines))
            if over:
                self.beginRemoveRows(_ROOT, 0, over - 1)
                del self.lines[:over]
                self.endRemoveRows()
        self.beginInsertRows(_ROOT, len(self.lines), len(self.lines) + len(fresh) - 1)
        self.lines += fresh
        self.endInsertRows()

    def choose(self, wanted: Filter) -> None:
        """Show these, of all that the log has."""
        self.beginResetModel()
        self._filter = wanted
        self.lines = [line for line in self._log.lines if wanted.matches(line)]
        self._number = self._log.count
        self.endResetModel()

    @property
    def waiting(self) -> int:
        """How many lines have come since the last `take`."""
        return self._log.count - self._number

    def text(self, rows: Sequence[int]) -> str:
        """Rows as text to be pasted elsewhere, columns with tabs between."""
        return "\n".join("\t".join(self.texts(self.lines[row])) for row in sorted(rows))

    @property
    def head(self) -> str:
        """The first line of a file of them."""
        return "\t".join(tr(header or "Way") for header in HEADERS)

    def texts(self, line: Line) -> tuple[str, ...]:
        """What stands in the columns."""
        left = line.due + line.late if line.late is not None else None
        late = (
            ""
            if line.late is None
            else tr("{minus}{late:.1f} ms").format(minus=MINUS if line.late < 0 else "", late=abs(line.late) * 1000)
        )
        what = f"{line.what}: {line.wrong}" if line.wrong else line.what
        sent = self._clock(left) if left is not None else tr("not sent") if line.is_sent else ""
        device = f"{line.device} ({line.to})" if line.to else line.device
        way = "→" if line.is_sent else "←"
        what = tr("Rehearsal · {what}").format(what=what) if line.rehearsal else what
        return (way, device, line.cue or line.command, what, self._clock(line.due), sent, late)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.texts(line)[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column == _LATE else _LEFT
            case Qt.ItemDataRole.ForegroundRole if column == _LATE:
                return QBrush(colour(self._late[lateness(line)]))
            case Qt.ItemDataRole.ForegroundRole if line.wrong:
                return QBrush(colour(self._wrong))
            case Qt.ItemDataRole.ForegroundRole if not line.is_sent:
                return QBrush(colour(self._received))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(
                    each for each in (tr("sent") if line.is_sent else tr("received"), *self.texts(line)) if each
                )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(HEADERS):
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(HEADERS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section == _LATE else _LEFT
        return None

    def _clock(self, instant: float) -> str:
        """Time of day to the millisecond."""
        return datetime.fromtimestamp(self.wall_at_zero + instant, self._zone).strftime("%H:%M:%S.%f")[:-3]
