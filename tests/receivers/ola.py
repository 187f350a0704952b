"""OLA's daemon receiving E1.31; the levels are read from its web port.

It refuses root, ignores loopback as an interface and joins multicast on another one, so it is started as `nobody` in
the test's namespace with a veth pair. It does take unicast to 127.0.0.1:5568.
"""

import json
import shutil
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.receivers import namespace
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

ADDRESS = "10.77.0.1"
OTHER_PLUGINS = (
    "artnet dummy espnet ftdidmx gpio karate kinet milinst opendmx openpixelcontrol osc pathport renard sandnet "
    "shownet spi stageprofi uartdmx usbdmx usbpro usbserial"
)


class Ola:
    def levels(self, universe: int) -> list[int]:
        """Levels 0..255 from address 1 on; empty while nothing has come. OLA keeps the last ones of a lost source."""
        return [int(level) for level in _get(f"get_dmx?u={universe}")["dmx"]]

    def wait_for_levels(self, universe: int, expected: Mapping[int, int], timeout: float = 5.0) -> list[int]:
        """All levels of the universe, once the expected ones (by address from 1) are there."""

        def have_come() -> bool:
            levels = self.levels(universe)
            return bool(levels) and all(levels[address - 1] == level for address, level in expected.items())

        wait_until(have_come, f"universe {universe} at {dict(expected)} in OLA", timeout)
        return self.levels(universe)


@contextmanager
def running_ola(universes: Sequence[int] = (1,)) -> Iterator[Ola]:
    """olad with an input port for each E1.31 universe, patched to its own universe of the same number.

    Adds the veth pair to the namespace. Ports 5568 (UDP), 9010 and 9090 (TCP) are taken.
    """
    namespace.add_veth(f"{ADDRESS}/24")
    folder = Path(tempfile.mkdtemp(prefix="showctl-ola-"))
    try:
        _configure(folder, universes)
        command = ["olad", "--config-dir", str(folder), "--log-level", "3", "--no-register-with-dns-sd"]
        with running(Program(command, user="nobody", env={"HOME": str(folder)})) as olad:
            # Its web port answers before its plugins are there.
            def is_patched() -> bool:
                assert olad.is_running, olad.text
                return all(_has_input(universe) for universe in universes)

            wait_until(is_patched, f"olad's ports\n{olad.text}")
            yield Ola()
    finally:
        shutil.rmtree(folder)


def _configure(folder: Path, universes: Sequence[int]) -> None:
    settings = {name: ["enabled = false"] for name in OTHER_PLUGINS.split()}
    settings["e131"] = [
        "enabled = true",
        f"ip = {ADDRESS}",
        f"input_ports = {len(universes)}",
        "output_ports = 0",
        "revision = 0.46",  # E1.31 as ratified
        "prepend_hostname = false",
    ]
    # Port ids are plugin 11 (E1.31), device, direction, port; OLA keeps them in ola-port.conf in this form.
    settings["port"] = [f"11-1-I-{port} = {universe}" for port, universe in enumerate(universes)]
    for name, lines in settings.items():
        (folder / f"ola-{name}.conf").write_text("\n".join(lines) + "\n")
    for path in (folder, *folder.iterdir()):
        shutil.chown(path, "nobody")


def _has_input(universe: int) -> bool:
    try:
        return bool(_get(f"json/universe_info?id={universe}")["input_ports"])
    except OSError:
        return False


def _get(path: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"http://127.0.0.1:9090/{path}", timeout=2.0) as answer:
        return dict(json.load(answer))
