"""What the message log shows, and what the check page lists. No window."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from showctl.engine.event import AnyEvent, Received, Sent
from showctl.model.message import OscArgument, OscMessage
from showctl.session.message_log import Line, MessageLog
from showctl.showfile.item import Item
from showctl.showfile.load import load_text
from showctl.showfile.report import LocatedProblem
from showctl.ui.models.findings import FindingsModel
from showctl.ui.models.log_lines import LogLines
from showctl.ui.monitors.findings import Finding, counted, in_order, of_cues, of_devices, of_problems
from showctl.ui.monitors.log_filter import Filter, lateness
from showctl.ui.theme import DARK

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def line(**other: object) -> Line:
    return Line(**{"number": 1, "due": 1.0, "is_sent": True, "device": "desk", "to": "", "what": "/go 1", **other})  # type: ignore[arg-type]


def test_lines_are_shown_by_kind_device_and_words() -> None:
    lines = [line(late=0.0004), line(late=0.005, device="media"), line(late=0.02), line(is_sent=False, wrong="no such")]
    assert [lateness(each) for each in lines] == [0, 1, 2, 0]
    found = {kind: [Filter(kind).matches(each) for each in lines].count(True)  # type: ignore[arg-type]
             for kind in ("all", "sent", "received", "late", "wrong")}  # fmt: skip
    assert found == {"all": 4, "sent": 3, "received": 1, "late": 2, "wrong": 1}
    assert Filter(device="media").matches(lines[1])
    assert not Filter(device="media").matches(lines[0])
    assert Filter(text="GO desk").matches(lines[0])
    assert not Filter(text="go media").matches(lines[0])


def sent(due: float, late: float, device: str = "desk") -> AnyEvent:
    message = OscMessage("/ch/01/mix/on", (OscArgument("i", 1),))
    return Sent(due=due, cue="12", device=device, to="127.0.0.1:10023", message=message, sent=due + late)


def test_the_log_is_bounded_and_brings_in_what_is_new(qapp: QObject) -> None:
    log = MessageLog()
    model = LogLines(log, ZoneInfo("UTC"), DARK, most=50)
    tester = QAbstractItemModelTester(model, FATAL)
    model.wall_at_zero = 1_000_000.0
    log.take([sent(1.0, 0.0004), Received(due=2.0, source="OSC 10.0.0.9", what="/go 1", command="go")], 0)
    assert model.waiting == 2
    model.take()
    assert model.texts(model.lines[0]) == (
        "→", "desk (127.0.0.1:10023)", "12", "/ch/01/mix/on 1", "13:46:41.000", "13:46:41.000", "0.4 ms",
    )  # fmt: skip
    assert model.text([1]).split("\t")[:4] == ["←", "OSC 10.0.0.9", "go", "/go 1"]
    model.choose(Filter("received"))
    log.take([sent(3.0, 0.02)], 0)
    model.take()
    assert model.rowCount() == 1
    model.choose(Filter())
    for _ in range(3):
        log.take([sent(4.0, 0.0)] * 25, 0)
        model.take()
    assert 50 <= model.rowCount() <= 55
    log.take([sent(5.0, 0.0)] * 200, 0)
    model.take()
    assert model.rowCount() <= 55
    assert tester is not None


SHOW = """showctl: 1
show: {title: Findings}
devices: {desk: {type: osc, to: 127.0.0.1:9000}}
patch: [{id: front1..front2, fixture: generic/dimmer, at: 1.1}]
cues:
  - {cue: 1, memo: Ready}
"""


def problem(path: tuple[str | int, ...], **other: object) -> LocatedProblem:
    return LocatedProblem("a.yaml", 3, 1, path, "there", "is wrong", "write it right", **other)  # type: ignore[arg-type]


def test_findings_know_what_to_go_to_and_come_worst_first(qapp: QObject) -> None:
    root = load_text(SHOW, "a.yaml").source.root
    found = of_problems(
        [
            problem(("patch", 0, "at"), question=True),
            problem(("devices", "desk", "to")),
            problem(("cues", 0, "memo"), cue="1"),
            problem(("nothing",)),
        ],
        root,
    )
    assert [each.item for each in found] == [
        Item("fixture", "front1..front2"), Item("device", "desk"), Item("cue", "1"), None,
    ]  # fmt: skip
    assert found[1].remedy == "write it right (line 3)"
    cues = of_cues({"1": "desk is missing", "2": "desk is missing"}, found)
    assert [each.item for each in cues] == [Item("cue", "2")], "what the file says of a cue is not said twice"
    warned = Finding("warning", "20:04", "something")
    every = in_order([*found, warned, *cues, *of_devices([("desk", "is missing", "Plug it in")]), warned])
    assert [each.level for each in every] == ["error"] * 5 + ["warning", "question"]
    assert counted(every) == 6
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_findings(every)
    model.show_findings(every[:2])
    assert model.index(0, 1).data() == "device desk"
    assert tester is not None
