"""One file of another program as a piece of a show."""

from pathlib import Path, PurePath

from showctl.showfile.importer import ascii, eos_csv, lsp, qlab_csv, qxw, spreadsheet
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.kind import Kind, kind_of
from showctl.showfile.importer.report import LARGEST, NotImported


def import_file(path: Path, kind: Kind | None = None, asked: Asked | None = None) -> ImportedShow:
    """Import one file, of this kind or of that which it shows. Raises NotImported if nothing comes of it."""
    data = _bytes(path)
    return import_bytes(data, str(path), kind, asked)


def import_bytes(data: bytes, file: str, kind: Kind | None = None, asked: Asked | None = None) -> ImportedShow:
    """The same with the bytes of a file that is called so."""
    if not data.strip(b" \t\r\n\0"):
        raise NotImported("the file is empty; export it again")
    imported = _read(data, file, kind or kind_of(data, file), asked or Asked())
    imported.draft.show.setdefault("title", PurePath(file).stem or "Imported show")
    return imported


def _read(data: bytes, file: str, kind: Kind, asked: Asked) -> ImportedShow:
    match kind:
        case "ascii":
            return ascii.read(data, file, asked)
        case "csv":
            return spreadsheet.read(data, file, asked)
        case "lsp":
            return lsp.read(data, file, asked)
        case "qxw":
            return qxw.read(data, file, asked)
        case "eos-csv":
            return eos_csv.read(data, file, asked)
        case "qlab-csv":
            return qlab_csv.read(data, file, asked)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise NotImported("it is a folder; name a file in it" if path.is_dir() else "there is no such file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise NotImported(f"it cannot be read ({getattr(error, 'strerror', None) or error}); copy it again") from None
    if len(data) > LARGEST:
        raise NotImported(f"it has more than {LARGEST >> 20} MB; is it the right file?")
    return data
