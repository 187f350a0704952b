"""What holds for every test: no way out to a network, no way to the user's files, no warning and no process left.

Fixtures to ask for: `netns`, `jack_server`, `expected_warnings`.
"""

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import Phase, settings

from tests.receivers import leftover, namespace, need

TESTS = Path(__file__).parent
LONGEST_NOTE = 2_000
STARTS_PROCESSES = ("realtime", "faults")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

in_ci = bool(os.environ.get("CI"))
home = pytest.StashKey[Path]()
left_behind = pytest.StashKey[dict[int, str]]()


if in_ci:
    # To make a failing example smaller takes minutes: then the test's time is over, and nothing is said but that.
    settings.register_profile(
        "as found", settings.get_profile("ci"), phases=[Phase.explicit, Phase.generate], print_blob=True
    )
    settings.load_profile("as found")


# The session: a world of its own ---------------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "allow_log_warnings: log records of level WARNING and above do not fail the test"
    )
    _isolate_files(config)
    if sys.platform == "linux":
        leftover.mark_this_process()
        # Before any thread is there, and for all that come: nothing can be sent beyond loopback. Only root may do that.
        with suppress(PermissionError):
            namespace.enter_new()
            namespace.enter_private_shm()


def _isolate_files(config: pytest.Config) -> None:
    """A home of the session's own; a test that needs another sets its own variables."""
    config.stash[home] = folder = Path(tempfile.mkdtemp(prefix="showctl-tests-"))
    for name in ("XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        path = folder / name.lower()
        path.mkdir(mode=0o700)
        os.environ[name] = str(path)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(folder)
    # Nothing appears on the user's screen, and no JACK server is started by being asked for.
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        os.environ.pop(name, None)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # the user's passcodes are not ours
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["JACK_NO_START_SERVER"] = "1"


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[home], ignore_errors=True)


# No process is left behind -----------------------------------------------------------------------------------------


@pytest.hookimpl(trylast=True)  # after the fixtures of the session have ended theirs
def pytest_sessionfinish(session: pytest.Session) -> None:
    if sys.platform != "linux":
        return
    session.config.stash[left_behind] = found = leftover.living()
    if found:
        leftover.end(set(found))
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for pid, command in config.stash.get(left_behind, {}).items():
        terminalreporter.write_line(f"FAILED: a process was left behind and has been ended: {pid} {command}", red=True)


@pytest.fixture(autouse=True)
def _no_process_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where processes are started, each test answers for its own."""
    in_folder = request.path.relative_to(TESTS).parts[0] if request.path.is_relative_to(TESTS) else ""
    if in_folder not in STARTS_PROCESSES or sys.platform != "linux":
        yield
        return
    before = leftover.living().keys()
    yield
    found = {pid: command for pid, command in leftover.living().items() if pid not in before}
    if found:
        leftover.end(set(found))
        pytest.fail(f"left processes behind, which have been ended: {found}")


# No warning goes unseen --------------------------------------------------------------------------------------------


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def expected_warnings() -> list[logging.LogRecord]:
    """The log records of level WARNING and above, filled as they come; the test has to look, and one has to come."""
    return []


@pytest.fixture(autouse=True)
def _no_log_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    handler = _Records()
    expected = "expected_warnings" in request.fixturenames
    if expected:
        handler.records = request.getfixturevalue("expected_warnings")
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    if expected:
        assert handler.records, "the test expects a warning in the log and none came"
    elif handler.records and not request.node.get_closest_marker("allow_log_warnings"):
        lines = (f"{record.levelname} {record.name}: {record.getMessage()}" for record in handler.records)
        pytest.fail("\n".join(["logged without being expected (see `expected_warnings`):", *lines]))


# In CI nothing is skipped ------------------------------------------------------------------------------------------


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    call: pytest.CallInfo[None],
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    if call.excinfo is not None:
        _shorten_notes(call.excinfo.value)
    report = yield
    return _not_skipped(report)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return _not_skipped(report)


def _not_skipped(report: Report) -> Report:
    """A skip becomes a failure, unless its reason says that the test is `only for` some other system."""
    if not (in_ci and report.skipped) or hasattr(report, "wasxfail"):
        return report
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not reason.removeprefix("Skipped: ").startswith("only for"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {reason}"
    return report


def _shorten_notes(error: BaseException) -> None:
    """Of an example that is a whole show, its ends; the blob that makes it anew stays whole."""
    for place, note in enumerate(notes := getattr(error, "__notes__", [])):
        if len(note) > LONGEST_NOTE and "@reproduce_failure" not in note:
            notes[place] = f"{note[: LONGEST_NOTE // 2]}\n[…]\n{note[-LONGEST_NOTE // 2 :]}"


# Fixtures ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def netns() -> Iterator[None]:
    """The test's thread, and what it starts, is in a network namespace of its own that has only `lo`.

    No port is taken in there. More in tests/receivers/namespace.py: a veth pair, multicast.
    """
    if sys.platform != "linux":
        pytest.skip("only for Linux")
    with ExitStack() as stack:
        try:
            stack.enter_context(namespace.fresh())
        except PermissionError:
            pytest.skip("a network namespace needs root")
        yield


@pytest.fixture(scope="session")
def jack_server() -> Iterator[None]:
    """One JACK server for the session, which takes two seconds to start; see tests/receivers/jack.py."""
    need("jackd", "rtmidi")
    from tests.receivers import jack

    with jack.running_jack():
        yield
