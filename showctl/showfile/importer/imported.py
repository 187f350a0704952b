"""What every importer is asked for, and what it gives: `read(data, file, asked) -> ImportedShow`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from showctl.showfile.importer.draft import Draft
from showctl.showfile.importer.profiles import NO_PROFILES, Profiles
from showctl.showfile.importer.report import ImportReport


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person who imports has said."""

    list: str = ""
    """The cue list that the cues go into; the main list unless said."""
    mapping: str = ""
    """The text of the file that says which column means what; of spreadsheets."""
    mapping_file: str = ""
    """How problems with it call that file."""
    partly: bool = False
    """Whether rows with mistakes are left out, and the rest imported; of spreadsheets."""
    profiles: Profiles = NO_PROFILES
    """Where fixture profiles are found; of workspaces."""


@dataclass(frozen=True, slots=True)
class ImportedShow:
    """All that one file gave."""

    draft: Draft
    report: ImportReport
    whole: bool = False
    """Whether all of it comes over or nothing: of a spreadsheet, whose mistakes its author can mend."""
    own: bool = False
    """Whether it is a table that showctl writes: it names what no table has, so that it cannot be whole by itself."""
    profiles: Mapping[str, str] = field(default_factory=dict)
    """Fixture profiles that the show needs beside it: their text by name, `acme/spot-300`."""
