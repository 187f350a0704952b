"""The version of the file format. `migrate` will stand here when there is a second one."""

import re

from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping

VERSION = 1


def check_version(root: Mapping, report: Report) -> None:
    """Report a missing version. Raises Refused for a newer one: what else is wrong cannot be judged then."""
    if "showctl" not in root:
        report.add((), f"the file does not say that it is a show file; write showctl: {VERSION} in its first line")
        return
    written = str(root["showctl"]).strip()
    if re.fullmatch(r"[0-9]{1,9}", written) and int(written) > VERSION:
        report.add(
            ("showctl",),
            f"the file was made by a newer showctl (format {written}, this one knows {VERSION}); update showctl",
        )
        report.refuse()
