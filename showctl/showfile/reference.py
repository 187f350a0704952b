"""Cross references inside a show file."""

from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping


def check_references(root: Mapping, report: Report) -> None:
    """Report what refers to nothing."""
