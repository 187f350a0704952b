"""All that is known of a device, a message to test it, and the override of its kind of output."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from showctl.engine.command import Kind
from showctl.engine.snapshot import DeviceStatus
from showctl.program.program import MidiTarget, OscTarget, SacnTarget, Target
from showctl.ui.desk import Desk
from showctl.ui.models.devices import MEANING, UNKNOWN, DevicesModel
from showctl.ui.monitors.rates import Rates
from showctl.ui.overrides import KIND_WORDS, Overrides
from showctl.ui.panels.details_panel import DetailsPanel
from showctl.ui.panels.lamps import lamp_shape
from showctl.ui.reading import time_of_day
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typed_message import EXAMPLES, parse_message, written
from showctl.ui.typeface import font

NOBODY_CONFIRMS = marked("nobody confirms: it has no question that it answers")
NOT_YET = marked("not yet")


class DevicePanel(DetailsPanel):
    """One for the console; `open` shows it for a device."""

    def __init__(self, desk: Desk, theme: Theme, devices: DevicesModel, overrides: Overrides) -> None:
        super().__init__(theme)
        self._desk, self._devices, self._overrides = desk, devices, overrides
        self.device = ""
        self._rates = Rates()
        self._drafts: dict[str, str] = {}
        """What was typed for each device, sent or not."""
        self.before = self.button("‹", tr("The device before"), "Alt+←")
        self.after = self.button("›", tr("The next device"), "Alt+→")
        for at, (button, step, key) in enumerate(((self.before, -1, "Alt+Left"), (self.after, 1, "Alt+Right"))):
            button.setFixedWidth(44)
            button.setProperty("narrow", True)
            button.clicked.connect(lambda _=False, step=step: self._step(step))
            self.head.insertWidget(1 + at, button)
            QShortcut(
                QKeySequence(key), self, lambda step=step: self._step(step),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )  # fmt: skip
        self._asked = self.caption(tr("Test message"))
        self.field = QLineEdit()
        self.field.setFont(font(14))
        self.field.setMinimumHeight(44)
        self.send = self.button(tr("Send"), tr("Send this message now"), "Enter")
        self.reading = QLabel()
        self.reading.setObjectName("reading")
        self.reading.setFont(font(13))
        self.reading.setWordWrap(True)
        self.override = self.button("", tr("Override"))
        self._explained = self.caption("")
        test = QHBoxLayout()
        test.setSpacing(8)
        test.addWidget(self.field, 1)
        test.addWidget(self.send)
        self.column.addWidget(self._asked)
        self.column.addLayout(test)
        self.column.addWidget(self.reading)
        self.column.addStretch(1)
        self.column.addWidget(self._explained)
        self.column.addWidget(self.override)
        self.field.textEdited.connect(self._read)
        self.field.returnPressed.connect(self._send)
        self.send.clicked.connect(self._send)
        self.override.clicked.connect(self._toggle)
        for changed in (devices.dataChanged, devices.modelReset, overrides.changed):
            changed.connect(self._refresh)
        desk.snapshot_changed.connect(self._refresh)

    def open(self, device: str) -> None:
        """Show this device; what was typed for it before is there still."""
        self.device = device
        target = self._target
        self.setAccessibleName(tr("Device {device}").format(device=device))
        self.field.setText(self._drafts.get(device, _question(target)))
        self.field.setPlaceholderText(EXAMPLES.get(self._kind, ""))
        self.field.setAccessibleName(tr("Test message to {device}").format(device=device))
        takes_messages = not isinstance(target, SacnTarget)
        for part in (self._asked, self.field, self.send, self.reading):
            part.setVisible(takes_messages)
        self._read(self.field.text())
        self._refresh()

    @property
    def _target(self) -> Target | None:
        return next((each for each in self._desk.program.targets if each.device == self.device), None)

    @property
    def _kind(self) -> Kind:
        match self._target:
            case OscTarget():
                return "osc"
            case MidiTarget():
                return "midi"
            case _:
                return "sacn"

    def _step(self, step: int) -> None:
        names = [lamp.name for lamp in self._devices.lamps]
        if self.device in names:
            self.open(names[(names.index(self.device) + step) % len(names)])

    def _refresh(self, *_: object) -> None:
        if not self.device:
            return
        lamp = next((each for each in self._devices.lamps if each.name == self.device), None)
        if lamp is None or self._target is None:  # it is gone from the show
            self.device = ""
            self.done.emit()
            return
        self.title.say(self.device, tr(MEANING[lamp.state]), lamp_shape(lamp.state, self._theme))
        snapshot = self._desk.snapshot if lamp.state != UNKNOWN else None
        statuses = snapshot.devices if snapshot is not None else ()
        status = next((each for each in statuses if each.device == self.device), None)
        self.facts.show_facts(self._facts(status) if status is not None else [(tr("State"), tr(MEANING[UNKNOWN]))])
        kind, words = self._kind, tr(tr(KIND_WORDS[self._kind]))
        on = kind in self._overrides.states
        self.override.setText(
            tr("End override of {words}").format(words=words)
            if on
            else tr("Override all {words} output").format(words=words)
        )
        self.override.setAccessibleName(self.override.text())
        held = tr("the rig holds its look") if kind == "sacn" else tr("nothing of it is sent")
        self._explained.setText(
            self._overrides.text(kind)
            if on
            else tr("Overridden, cues run and keep their time, and {held}. A panic is sent all the same.").format(
                held=held
            )
        )

    def _facts(self, status: DeviceStatus) -> list[tuple[str, str]]:
        kind = {"sacn": "sACN", "osc": "OSC", "midi": "MIDI"}.get(status.protocol, status.protocol)
        target = self._target
        asks = isinstance(target, OscTarget) and target.heartbeat is not None
        answered = self._at(status.answered_at) if status.answered_at is not None else tr(NOT_YET) if asks else ""
        never = "" if answered or kind == "MIDI" else tr(NOBODY_CONFIRMS)
        error = f"{status.error} ({self._at(status.error_at)})" if status.error and status.error_at else status.error
        return [
            (kind, status.to),
            (tr("State"), status.detail or tr(MEANING[status.state])),
            (tr("Last answer"), answered or never),
            (tr("Last error"), error or tr("none")),
            (tr("Sent"), f"{status.sent:,}"),
            (tr("Sent a second"), self._rate(status)),
            (tr("Failed"), f"{status.failed:,}"),
            (tr("Waiting to leave"), f"{status.waiting:,}"),
        ]

    def _rate(self, status: DeviceStatus) -> str:
        """How much left in the last second or so."""
        instant = self._desk.snapshot.instant if self._desk.snapshot is not None else 0.0
        return f"{self._rates.rate(status.device, status.sent, instant):.0f}"

    def _at(self, instant: float) -> str:
        return time_of_day(self._desk.wall() + instant - self._desk.clock(), self._desk.zone, seconds=True)

    # The operator's hands ------------------------------------------------------------------------------------------

    def _toggle(self) -> None:
        self._overrides.toggle(self._kind)

    def _read(self, text: str) -> None:
        if self.device:
            self._drafts[self.device] = text
        try:
            message = parse_message(text, self._kind) if text.strip() else None
            self._say(
                tr("{written} · Enter sends it").format(written=written(message)) if message is not None else "",
                wrong=False,
            )
        except ValueError as wrong:
            self._say(str(wrong), wrong=True)

    def _say(self, text: str, *, wrong: bool) -> None:
        self.reading.setText(text)
        self.send.setEnabled(bool(text) and not wrong)
        for part in (self.reading, self.field):
            part.setProperty("wrong", wrong)
            part.style().unpolish(part)
            part.style().polish(part)

    def _send(self) -> None:
        if self.send.isEnabled():
            self._overrides.send_now(self.device, parse_message(self.field.text(), self._kind))


def _question(target: Target | None) -> str:
    """What its profile asks it to see whether it is there."""
    beat = target.heartbeat if isinstance(target, OscTarget) else None
    return written(beat.message) if beat is not None else ""
