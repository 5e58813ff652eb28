"""A new version of the program as one signed file: checked, kept, and a backup made before.

A zip with manifest.json, manifest.sig and the installer of one system, stored and read by fixed
names. Whoever builds the program signs with a key whose public half lies in the packaged program
(`resources/publisher.key`); a copy without one, as from source, takes no updates. What was put in
stays in `updates`, so that the version before can be put in again beside its backup.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import sys
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from frontdesk import __version__
from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.store import backup
from frontdesk.store.store import Store
from frontdesk.sync import keys

FORMAT = 1
FOLDER = "updates"
MANIFEST, SIGNATURE, PAYLOAD = "manifest.json", "manifest.sig", "payload"
MAX_MANIFEST_BYTES = 64 << 10
MAX_PAYLOAD_BYTES = 1 << 30
CHUNK_BYTES = 1 << 20
KEPT = 2  # installers: the version in use and the one before
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")
_NAME = re.compile(r"[\w.+~-]{1,120}")
# What zipfile raises over a file that is none, lacks a member, or is locked or packed strangely.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Update:
    """A file that was found to be ours. `notes` are what is new, by language."""

    file: Path
    version: str
    system: str
    name: str
    sha256: str
    size: int
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ready:
    """What lies ready: the installer, and the copy of the database as it was."""

    update: Update
    installer: Path
    saved: Path


def system() -> str:
    """Return the system for which an installer must be made, as `linux-x86_64`."""
    return f"{sys.platform}-{platform.machine().lower()}"


def publisher() -> bytes:
    """Return the public key of whoever built this program. Raises UserError where there is none."""
    try:
        return bytes.fromhex((paths.resources() / "publisher.key").read_text().strip())
    except (OSError, ValueError) as error:
        raise UserError("update.no_key") from error


def read(file: Path, key: bytes) -> Update:
    """Return the update of a file signed with `key`; its payload is checked when it is put in.

    Raises UserError for a file that is none, is not signed by the key, is for another system or is
    no newer than this program.
    """
    update = _verified(file, key)
    if update.system != system():
        raise UserError("update.system", file=file.name, system=update.system)
    if _numbers(update.version) <= _numbers(__version__):
        raise UserError("update.old", version=update.version, ours=__version__)
    return update


def prepare(store: Store, update: Update) -> Ready:
    """Save the database, then lay the installer ready in the data folder.

    Raises UserError where the payload is not what was signed or the disk does not take it.
    """
    folder = store.folder / FOLDER / update.version
    saved = store.folder / backup.FOLDER / f"before-{update.version}.db"
    backup.copy_to(store.read(), saved)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        installer = _unpacked(update, folder)
    except OSError as error:
        raise UserError("backup.unwritable", file=folder) from error
    _forget_older(store.folder / FOLDER)
    return Ready(update, installer, saved)


def before(folder: Path) -> tuple[Path, Path | None]:
    """Return the copy saved before the last update, and the installer of the version before it.

    Raises UserError where no update was ever put in.
    """
    kept = _kept(folder / FOLDER)
    saved = folder / backup.FOLDER / f"before-{kept[-1].name}.db" if kept else None
    if saved is None or not saved.is_file():
        raise UserError("update.none_before")
    earlier = [one for part in kept[:-1] for one in part.iterdir()]
    return saved, earlier[-1] if earlier else None


def command(installer: Path) -> list[str] | None:
    """Return what starts an installer; None where the person opens it."""
    if installer.suffix == ".deb":
        return ["pkexec", "apt-get", "install", "--yes", "--allow-downgrades", str(installer)]
    if installer.suffix == ".exe":
        return [str(installer), "/S"]
    return None


def _verified(file: Path, key: bytes) -> Update:
    try:
        with zipfile.ZipFile(file) as archive:
            text = _member(archive, MANIFEST)
            signature = _member(archive, SIGNATURE)
    except OSError as error:
        raise UserError("update.absent", file=file.name) from error
    except _BROKEN as error:
        raise UserError("update.foreign", file=file.name) from error
    if not keys.is_signed(text, signature, key):
        raise UserError("update.foreign", file=file.name)
    try:
        return _read(file, json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise UserError("update.foreign", file=file.name) from error


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > MAX_MANIFEST_BYTES:
        raise ValueError(name)
    return archive.read(name)


def _read(file: Path, told: dict[str, Any]) -> Update:
    """Even a signed manifest gives no name that leads out of its folder."""
    version, name, size = told["version"], told["name"], told["bytes"]
    if (
        told.get("format") != FORMAT
        or not _VERSION.fullmatch(version)
        or not _NAME.fullmatch(name)
        or not 0 < size <= MAX_PAYLOAD_BYTES
    ):
        raise UserError("update.foreign", file=file.name)
    return Update(file, version, told["system"], name, told["sha256"], size, told.get("notes", {}))


def _unpacked(update: Update, folder: Path) -> Path:
    target = folder / update.name
    part = target.with_name(f"{update.name}.part")
    try:
        with (
            zipfile.ZipFile(update.file) as archive,
            archive.open(PAYLOAD) as source,
            part.open("wb") as stream,
        ):
            found = _copied(source, stream, update.size)
            os.fsync(stream.fileno())
        if found != update.sha256:
            raise UserError("update.damaged", file=update.file.name)
        part.replace(target)
    except _BROKEN as error:
        raise UserError("update.damaged", file=update.file.name) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def _copied(source: IO[bytes], target: IO[bytes], size: int) -> str:
    """Copy at most `size` bytes and one more, so that a longer payload has another hash."""
    digest, left = hashlib.sha256(), size + 1
    while left and (chunk := source.read(min(CHUNK_BYTES, left))):
        digest.update(chunk)
        target.write(chunk)
        left -= len(chunk)
    return digest.hexdigest()


def _kept(folder: Path) -> list[Path]:
    """The folders of versions, the oldest first."""
    found = [one for one in folder.glob("*") if _VERSION.fullmatch(one.name)]
    return sorted(found, key=lambda one: _numbers(one.name))


def _forget_older(folder: Path) -> None:
    for old in _kept(folder)[:-KEPT]:
        with suppress(OSError):
            for file in old.iterdir():
                file.unlink()
            old.rmdir()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
