"""What the engine process imports: it has to be there within a fraction of a second."""

import subprocess
import sys

HEAVY = {"PySide6", "yaml", "rtmidi", "mido", "PIL", "showctl.ui", "showctl.session", "showctl.fixtures"}


def test_the_engine_process_imports_only_what_it_plays_with() -> None:
    code = "import sys, showctl.cli, showctl.host.process; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    found = {heavy for heavy in HEAVY for name in names if name == heavy or name.startswith(f"{heavy}.")}
    assert not found


def test_numpy_is_not_imported_before_it_is_told_to_start_no_threads() -> None:
    code = "import sys, showctl.cli; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
