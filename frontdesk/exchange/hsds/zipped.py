"""A package that was packed into one zip: its tables lie in a folder while they are read.

Only the names of tables count: nothing is unpacked under a path of the zip's own.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from frontdesk.base.errors import UserError
from frontdesk.exchange import archives

_TABLE = re.compile(r"\w{1,60}\.(?:csv|json)", re.ASCII)
_SCHEMA = "datapackage"  # says of what form the tables are, and is none


@contextmanager
def unpacked(file: Path) -> Iterator[Path]:
    """Give a folder with the tables of a zip, or the one JSON file in it; both are gone after.

    Raises UserError for what is no zip, would not stop growing or is locked.
    """
    if archives.check(file) != archives.ZIP:
        raise UserError("import.damaged", file=file.name)
    with TemporaryDirectory(prefix="frontdesk-") as name, zipfile.ZipFile(file) as archive:
        folder = Path(name)
        found = _tables(archive)
        for member in found:
            target = folder / PurePosixPath(member.filename).name.lower()
            with archive.open(member) as source, target.open("wb") as stream:
                shutil.copyfileobj(source, stream)
        alone = list(folder.glob("*.json")) if not any(folder.glob("*.csv")) else []
        yield alone[0] if len(alone) == 1 else folder


def _tables(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the tables of the folder in the zip that has most of them."""
    folders: dict[PurePosixPath, list[zipfile.ZipInfo]] = {}
    for member in archive.infolist():
        path = PurePosixPath(member.filename)
        if _TABLE.fullmatch(path.name) and not path.stem.startswith(_SCHEMA):
            folders.setdefault(path.parent, []).append(member)
    return max(folders.values(), key=len, default=[])
