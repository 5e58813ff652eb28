"""Where envelopes lie: the names there, one by name, and a new one. Nothing is ever deleted.

A folder serves as stick, share and synchronised folder alike; the hub is another such place.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from frontdesk.base.errors import UserError
from frontdesk.sync.envelopes import MAX_CONTENT_BYTES, MAX_MANIFEST_BYTES, NAME

MAX_FILE_BYTES = MAX_CONTENT_BYTES + MAX_MANIFEST_BYTES + 4096


class Transport(Protocol):
    """A place for envelopes."""

    def names(self) -> Iterable[str]:
        """Return the names of all envelopes there, in any order."""

    def get(self, name: str) -> bytes:
        """Return the bytes of one; fewer or none where it is still on its way."""

    def put(self, name: str, data: bytes) -> bool:
        """Put one there, whole or not at all; False where it is not ours to put."""


class Folder:
    """A folder: `put` writes beside, flushes and renames, so that no reader sees half a file."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Take a folder that is there. Raises UserError where there is none."""
        self.folder = folder
        try:
            if create:
                folder.mkdir(parents=True, exist_ok=True)
            is_there = folder.is_dir()
        except OSError as error:
            raise UserError("sync.no_folder", folder=folder) from error
        if not is_there:
            raise UserError("sync.no_folder", folder=folder)

    def names(self) -> list[str]:
        """Return the envelopes; what a synchroniser or a half copy left beside them is no name."""
        try:
            return sorted(f.name for f in self.folder.iterdir() if NAME.fullmatch(f.name))
        except OSError as error:
            raise UserError("sync.no_folder", folder=self.folder) from error

    def get(self, name: str) -> bytes:
        """Return a file's bytes, never more than an envelope can have."""
        try:
            with (self.folder / name).open("rb") as file:
                return file.read(MAX_FILE_BYTES + 1)
        except OSError:
            return b""

    def put(self, name: str, data: bytes) -> bool:
        """Write a file. Raises UserError where the folder is full or cannot be written."""
        part = self.folder / f"{name}.{os.getpid()}.tmp"
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.folder / name)
            _flush(self.folder)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise UserError("sync.unwritable", folder=self.folder) from error
        return True

    def drop(self, name: str) -> None:
        """Remove one of our own copies."""
        (self.folder / name).unlink(missing_ok=True)


def _flush(folder: Path) -> None:
    """Flush a folder's list of names, which Windows does by itself and some shares refuse."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
