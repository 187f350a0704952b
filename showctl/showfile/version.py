"""The version of the file format, which every show file says."""

from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping

KEY = "showctl"
VERSION = 1


def check_version(root: Mapping, report: Report) -> None:
    """Report a missing version."""
    if KEY not in root:
        report.add((), f"the file does not say that it is a show file; write {KEY}: {VERSION} in its first line")
