"""What may be opened of a file that is really a zip: workbooks and documents of office programs.

Sizes in a zip's directory can lie, so every member is unpacked once, piece by piece and into
nothing, before a library opens the file as a whole.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from frontdesk.base.errors import UserError

ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # of the newer and of the older formats
MAX_MEMBERS = 2_000
MAX_UNPACKED_BYTES = 120_000_000
MAX_OLD_BYTES = 60_000_000
_PIECE_BYTES, _HEAD_BYTES = 262_144, 16_384
_MACROS = re.compile(r"vbaproject\.bin$|^scripts/.|^basic/.*/(?!script-l[bc]\.xml$)[^/]+$")
_MARKUP = (".xml", ".rels", ".vml", ".xhtml", ".html")
_ENTITIES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


def check(file: Path, *, is_confined: bool = False) -> bytes:
    """Return the first bytes of a file that is safe to open, ZIP or COMPOUND among them.

    What is opened in a process that may use little memory, by a library that defines no entities,
    is looked at only as far as its directory and its beginnings go: a lie there harms nobody else.
    Raises UserError for what would not stop growing, brings macros, defines entities or is locked.
    """
    try:  # zipfile says NotImplementedError of a packing that it does not know
        with file.open("rb") as stream:
            magic = stream.read(4)
        if magic == ZIP:
            _check_zip(file, is_confined=is_confined)
        elif magic == COMPOUND:
            _check_compound(file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise UserError("import.damaged", file=file.name) from error
    except RuntimeError as error:  # how zipfile says that a member is encrypted
        raise UserError("import.password", file=file.name) from error
    except OSError as error:
        raise UserError("import.unreadable", file=file) from error
    return magic


def _check_zip(file: Path, *, is_confined: bool) -> None:
    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS:
            raise UserError("import.bomb", file=file.name)
        left = MAX_UNPACKED_BYTES
        for member in members:
            if _MACROS.search(member.filename.lower()):
                raise UserError("import.macros", file=file.name)
            if is_confined:
                left -= member.file_size
                _look_at(archive, member, left, file.name)
            else:
                left -= _unpacked(archive, member, left, file.name)


def _look_at(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, name: str) -> None:
    """Look at the beginning of a member, where entities are defined and encryption is told."""
    if left < 0:
        raise UserError("import.bomb", file=name)
    with archive.open(member) as stream:
        if not member.filename.lower().endswith(_MARKUP):
            return
        piece = stream.read(_HEAD_BYTES)
    if any(mark in piece for mark in _ENTITIES):
        raise UserError("import.entities", file=name)
    if b"encryption-data" in piece and member.filename == "META-INF/manifest.xml":
        raise UserError("import.password", file=name)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, name: str) -> int:
    """Return how large a member is; its markup must not define entities."""
    size, before = 0, b""
    markup = member.filename.lower().endswith(_MARKUP)
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE_BYTES):
            size += len(piece)
            if size > most:
                raise UserError("import.bomb", file=name)
            if markup and any(mark in before + piece for mark in _ENTITIES):
                raise UserError("import.entities", file=name)
            if b"encryption-data" in piece and member.filename == "META-INF/manifest.xml":
                raise UserError("import.password", file=name)
            before = piece[-32:]
    return size


def _check_compound(file: Path) -> None:
    """Refuse old files by the names in their directory: these are always UTF-16."""
    if file.stat().st_size > MAX_OLD_BYTES:
        raise UserError("import.file_large", file=file.name)
    data = file.read_bytes()
    for name, code in (("EncryptedPackage", "password"), ("_VBA_PROJECT", "macros")):
        if name.encode("utf-16-le") in data:
            raise UserError(f"import.{code}", file=file.name)
