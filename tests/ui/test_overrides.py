"""Overrides, device details, lateness, waits that are skipped and cues that are scrubbed: in the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from showctl.engine.command import Override, SendNow, StartCue
from showctl.engine.event import TEST, Sent
from showctl.engine.snapshot import DeviceStatus, Lateness
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.ui.mode import Mode
from showctl.ui.panels.card_delegate import GAP, part_at, scrub_box, skip_box
from showctl.ui.panels.lamps import LAMP_WIDTH, lamp_shape
from showctl.ui.theme import DARK
from showctl.ui.typed_message import parse_message, written
from tests.ui.conftest import Bench

SHOW = """
showctl: 1
show: {title: Test}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:9000}
  keys: {type: midi, port: Keys}
patch:
  - {id: a, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, label: Slow, light: {time: 20s, look: {a: full}}}
  - {cue: 2, label: Waits, pre-wait: 30s, osc: {device: desk, address: /two}}
  - {cue: 3, label: Plays, midi: {device: keys, program: 5}}
"""


@pytest.fixture
def bench(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    path = tmp_path / "show.yaml"
    path.write_text(SHOW, encoding="utf-8")
    return open_console(path)


def click_lamp(bench: Bench, name: str) -> None:
    lamps = bench.window.top.lamps
    at = [lamp.name for lamp in lamps.shown].index(name)
    QTest.mouseClick(lamps, Qt.MouseButton.LeftButton, pos=QPoint(at * LAMP_WIDTH + 30, 10))
    bench.tick()


def test_a_banner_for_each_kind_that_is_overridden_and_lamps_that_say_so(bench: Bench) -> None:
    window, banners = bench.window, bench.window.details.banners.banners
    assert not any(banner.isVisible() for banner in banners.values())
    window.acts.run("override midi")
    bench.session.send(StartCue(cue="3"))
    bench.tick(1.0)
    banner = banners["midi"]
    assert banner.fact.startswith("MIDI OUTPUT OVERRIDDEN since ")
    assert banner.text == "Cues run and keep their time, but nothing is sent. 1 message not sent."
    assert banner.height() >= 44
    assert banner.geometry().bottom() <= window.arrangement.y(), "the layout is pushed down"
    lamp = next(each for each in window.devices.lamps if each.name == "keys")
    assert (lamp.state, lamp_shape(lamp.state, DARK)) == ("overridden", ("square slash", DARK.standby.colour))
    bench.session.send(Override(kind="sacn", on=True))
    bench.tick()
    assert "the rig holds this look" in banners["sacn"].text
    QTest.mouseClick(banner.buttons[0], Qt.MouseButton.LeftButton)
    bench.tick()
    assert (banner.isVisible(), banners["sacn"].isVisible()) == (False, True)
    bench.session.engine("failed", "gone")
    bench.tick()
    assert not banners["sacn"].isVisible()


def test_details_of_a_device_and_a_test_message(bench: Bench) -> None:
    window, panel = bench.window, bench.window.details.device
    status = DeviceStatus(
        "desk", "osc", "127.0.0.1:9000", "sent", "", 7, 1, None, "No route to host", bench.clock() - 60
    )
    bench.session.statuses = {"desk": status}
    bench.tick()
    click_lamp(bench, "desk")
    assert window.right.shows(panel)
    assert window.cues.view.hasFocus(), "a click on a lamp leaves the keyboard to the list"
    facts = dict(panel.facts.facts)
    assert (facts["OSC"], facts["Sent"], facts["Failed"]) == ("127.0.0.1:9000", "7", "1")
    assert facts["Last answer"].startswith("nobody confirms")
    assert facts["Last error"].startswith("No route to host (")
    assert lamp_shape("sent", DARK) == ("disc", DARK.text_3), "UDP that nobody answered is never green"
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "/test 1 0.5 hello there")
    assert panel.reading.text() == '/test i:1 f:0.5 "hello" "there" · Enter sends it'
    heard: list[Sent] = []
    bench.console.desk.happened.connect(lambda event: heard.append(event) if isinstance(event, Sent) else None)
    bench.press(Qt.Key.Key_Return)
    assert [(each.cue, each.device) for each in heard] == [(TEST, "desk")]
    panel.field.setText("")
    QTest.keyClicks(panel.field, "test")
    assert panel.reading.property("wrong")
    assert not panel.send.isEnabled()
    QTest.keyClick(panel.field, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    bench.tick()
    assert (panel.device, panel.field.text()) == ("keys", "")
    QTest.keyClick(panel.field, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (panel.device, panel.field.text()) == ("desk", "test")
    QTest.mouseClick(panel.override, Qt.MouseButton.LeftButton)
    bench.tick()
    assert panel.override.text() == "End override of OSC"
    QTest.keyClick(panel.field, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not window.right.covered
    assert window.cues.view.hasFocus()
    for shown in (True, False):
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(bench.application.focusWidget(), Qt.Key.Key_I, held)
        bench.tick()
        assert window.right.shows(panel) == shown


def test_lateness_names_the_device_and_the_worst_is_reset(bench: Bench) -> None:
    bench.session.lateness = Lateness(10, 0.001, 0.004, 0.02, "desk")
    bench.tick()
    QTest.mouseClick(bench.window.top.lateness, Qt.MouseButton.LeftButton)
    panel = bench.window.details.lateness
    facts = dict(panel.facts.facts)
    assert (facts["Latest for"], facts["Worst"], panel.title.word) == ("desk", "20 ms, since the start", "late")
    QTest.mouseClick(panel.reset, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bench.window.top.lateness, Qt.MouseButton.LeftButton)
    assert not bench.window.right.covered


def card_box(bench: Bench, cue: str) -> QRectF:
    view = bench.window.active.view
    row = next(i for i, card in enumerate(view.model().cards) if card.active.cue == cue)  # type: ignore[attr-defined]
    return QRectF(view.visualRect(view.model().index(row, 0))).adjusted(0, 0, 0, -GAP)


def test_a_wait_is_skipped_on_its_card_and_by_key(bench: Bench) -> None:
    view = bench.window.active.view
    for act in ("card", "key"):
        bench.session.send(StartCue(cue="2"))
        bench.tick(1.0)
        box = skip_box(card_box(bench, "2"))
        assert box.width() >= 44
        if act == "card":
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        else:
            view.setFocus()
            view.setCurrentIndex(view.model().index(0, 0))
            QTest.keyClick(view, Qt.Key.Key_K)
        bench.tick()
        assert "2" not in bench.active
    row = bench.row("2")
    assert "Skip the wait" not in [
        offer.words for offer in bench.window.cues._acts.offers(row, bench.window.cues.model)
    ]


def test_a_paused_cue_is_scrubbed_by_hand_and_by_key_and_a_running_one_is_not(bench: Bench) -> None:
    bench.console.desk.modes.enter(Mode.SHOW)
    view = bench.window.active.view
    bench.session.send(StartCue(cue="1"))
    bench.tick(5.0)
    place = scrub_box(card_box(bench, "1"))
    assert place.height() >= 44
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    bench.tick()
    assert bench.active["1"].state == "running"
    bench.console.desk.pause("1")
    bench.tick(1.0)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    bench.tick(0.3)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    bench.tick()
    assert part_at(bench.active["1"])[0] == pytest.approx(10.0, abs=0.3)
    assert bench.active["1"].state == "paused"
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    before = part_at(bench.active["1"])[0]
    QTest.keyClick(view, Qt.Key.Key_Right)
    bench.tick()
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    bench.tick()
    assert part_at(bench.active["1"])[0] == pytest.approx(max(before + 1 - 10, 0.0), abs=0.05)


@pytest.mark.parametrize(
    ("protocol", "text", "message"),
    [
        ("osc", "/a", OscMessage("/a")),
        ("osc", '/a 1 0.5 "two words" b:01ff T', OscMessage("/a", (
            OscArgument("i", 1), OscArgument("f", 0.5), OscArgument("s", "two words"), OscArgument("b", b"\x01\xff"),
            OscArgument("T"),
        ))),
        ("midi", "note 60 velocity 10", MidiMessage(b"\x90\x3c\x0a")),
        ("midi", "control 7 value 64 channel 2", MidiMessage(b"\xb1\x07\x40")),
        ("midi", "90 3C 64", MidiMessage(b"\x90\x3c\x64")),
        ("midi", "F0 7D 01 F7", MidiMessage(b"\xf0\x7d\x01\xf7")),
    ],
)  # fmt: skip
def test_messages_as_they_are_typed(protocol: str, text: str, message: OscMessage | MidiMessage) -> None:
    assert parse_message(text, protocol) == message
    if protocol == "midi":
        assert parse_message(written(message), protocol) == message


@pytest.mark.parametrize(
    ("protocol", "text"),
    [
        ("osc", "go"), ("osc", '/a "open'), ("osc", "/a i:x"), ("osc", " "), ("midi", ""), ("midi", "note"),
        ("midi", "90 3C"), ("midi", "note 200"), ("midi", "90 3C FF"), ("midi", "shout 3"),
    ],
)  # fmt: skip
def test_what_is_no_message_says_what_to_write(protocol: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_message(text, protocol)


def test_what_is_said_of_send_now(bench: Bench) -> None:
    heard: list[Sent] = []
    bench.console.desk.happened.connect(lambda event: heard.append(event) if isinstance(event, Sent) else None)
    bench.session.send(SendNow(cue="3"))
    bench.tick()
    assert [each.cue for each in heard] == ["3"]
    assert bench.active == {}
