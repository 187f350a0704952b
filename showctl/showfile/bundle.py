"""A show with all that it uses, in one zip file: written so that the same show makes the same bytes, and read as what a
stranger sent.

Nothing is believed but what was looked at: names are refused rather than mended, sizes are counted while reading, and
each member has to have the SHA-256 that the list of contents (`bundle.json`) says.
"""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec
from msgspec import Struct

from showctl.model.plan import ENDINGS
from showctl.showfile.archive import Archive, BadBundle
from showctl.showfile.device_profile import FOLDER
from showctl.showfile.member_name import same_name, wrong_name
from showctl.showfile.report import Unreadable
from showctl.showfile.text import digest, no_such_file
from showctl.showfile.version import VERSION

FORMAT = 1
CONTENTS = "bundle.json"
FIXTURES = "fixtures"
"""The folder of fixture profiles; like that of device profiles it is beside the show, as on a disk."""
LARGEST = 64 * 1024 * 1024
"""Bytes of a bundle; a show of 5,000 cues with its profiles takes a fifth of a megabyte."""
_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a zip file can say: when a bundle was made is no part of what is in it."""
Kind = Literal["show", "fixture profile", "device profile", "plan"]
_FOLDER: dict[Kind, str] = {"show": "", "fixture profile": FIXTURES, "device profile": FOLDER, "plan": ""}
"""A plan is where the show says: anywhere below it but in the folders of profiles."""


class Member(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of a bundle, as its list of contents has it."""

    name: str
    kind: Kind
    sha256: str
    origin: str = ""
    """Where it was taken from, in words; no path of the machine on which the bundle was made."""


class Contents(Struct, frozen=True, forbid_unknown_fields=True):
    """The list of contents."""

    format: int = msgspec.field(name="showctl bundle")
    made_by: str = msgspec.field(name="made by")
    show: str
    show_format: int = msgspec.field(name="show format")
    members: tuple[Member, ...]


class Part(Struct, frozen=True):
    """What goes into a bundle: a name below the folder of its kind, the bytes, and where they are from, in words."""

    kind: Kind
    name: str
    data: bytes
    origin: str = ""


class Bundle(Struct, frozen=True):
    """A bundle that was read and is right: the name of the show, and all files by name."""

    show: str
    files: dict[str, bytes]
    contents: Contents

    @property
    def text(self) -> bytes:
        """The show file."""
        return self.files[self.show]


def bundled(parts: Iterable[Part], made_by: str) -> bytes:
    """The zip file of a show (one part of this kind) and what it uses. Raises BadBundle for a name that cannot be kept
    everywhere."""
    files: dict[str, bytes] = {}
    members: list[Member] = []
    for part in sorted(parts, key=lambda part: (part.kind != "show", part.kind, part.name)):
        name = str(PurePosixPath(_FOLDER[part.kind], part.name))
        if wrong := wrong_name(name):
            raise BadBundle(f"'{name}' {wrong}; give the file another name, and write it so in the show")
        if same_name(name) in {same_name(other) for other in files}:
            raise BadBundle(f"'{name}' is another file only where capitals count; give one of the two another name")
        files[name] = part.data
        members.append(Member(name, part.kind, digest(part.data), part.origin))
    show = next(member.name for member in members if member.kind == "show")
    contents = Contents(FORMAT, made_by, show, VERSION, tuple(members))
    written = msgspec.json.format(msgspec.json.encode(contents), indent=2) + b"\n"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in {CONTENTS: written, **files}.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.create_system = 3  # the same bytes from every system
            info.external_attr = 0o100644 << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, 9)
    return file.getvalue()


def read_bundle(path: Path) -> Bundle:
    """Read a bundle. Raises Unreadable if it cannot be read, BadBundle (which is one) if it is not as it has to be."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Unreadable(no_such_file(path)) from None
    except OSError as error:
        raise Unreadable(f"{path}: it cannot be read ({error.strerror}); check its permissions") from None
    try:
        return bundle_of(data)
    except BadBundle as reason:
        raise BadBundle(f"{path}: {reason}") from None


def bundle_of(data: bytes) -> Bundle:
    """A bundle from its bytes. Raises BadBundle, `what; what to do`."""
    if len(data) > LARGEST:
        raise BadBundle(f"the file has more than {LARGEST >> 20} MB; is it a bundle of a show?")
    archive = Archive(data)
    if CONTENTS not in archive.names:
        raise BadBundle(f"there is no {CONTENTS} in it, so it is no bundle of a show; make one with: showctl bundle")
    contents = _contents(archive.read(CONTENTS))
    listed = {member.name: member for member in contents.members}
    for name in archive.names:
        if name != CONTENTS and name not in listed:
            raise BadBundle(f"'{name}' is in it and not in its {CONTENTS}; make the bundle anew")
    if len(listed) != len(contents.members) or CONTENTS in listed:
        raise BadBundle(f"its {CONTENTS} names a file twice; make the bundle anew")
    show = listed.get(contents.show)
    if show is None or [member for member in contents.members if member.kind == "show"] != [show]:
        raise BadBundle(f"its {CONTENTS} does not say which file is the show; make the bundle anew")
    files = {}
    for member in contents.members:
        if member.name not in archive.names:
            raise BadBundle(f"'{member.name}' is missing in it; make the bundle anew, or copy it once more")
        if not _in_place(member):
            raise BadBundle(f"'{member.name}' is no place for a {member.kind}; make the bundle anew")
        files[member.name] = archive.read(member.name)
        if digest(files[member.name]) != member.sha256:
            raise BadBundle(f"'{member.name}' is not as it was when the bundle was made; copy the bundle once more")
    return Bundle(contents.show, files, contents)


def _in_place(member: Member) -> bool:
    in_folder = member.name.partition("/")[0] if "/" in member.name else ""
    if member.kind == "plan":
        return in_folder not in (FIXTURES, FOLDER) and member.name.lower().endswith(ENDINGS)
    return in_folder == _FOLDER[member.kind]


def _contents(written: bytes) -> Contents:
    try:
        head = msgspec.json.decode(written)
        found = head.get("showctl bundle") if isinstance(head, dict) else None
        if isinstance(found, int) and found > FORMAT:
            raise BadBundle(f"it was made by a newer showctl (bundle {found}, this one knows {FORMAT}); update showctl")
        contents = msgspec.convert(head, Contents)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadBundle(f"its {CONTENTS} cannot be understood ({error}); make the bundle anew") from None
    if contents.format != FORMAT:
        raise BadBundle(f"there has been no bundle {contents.format}; make the bundle anew")
    return contents
