"""A new version as one signed file: only ours, only newer, with a copy of the database before."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from frontdesk.base.errors import UserError
from frontdesk.core import complaints
from frontdesk.store import backup
from frontdesk.store.store import Store
from frontdesk.sync import updates
from installers.update import make
from tests.helpers.desks import NOW

KEY = SigningKey(b"k" * 32)
PUBLIC = KEY.verify_key.encode()


def update_file(
    folder: Path, *, version: str = "9.0", key: SigningKey = KEY, system: str = "",
    name: str = "frontdesk.deb",
) -> Path:  # fmt: skip
    """An update around a small installer."""
    installer, file = folder / name, folder / f"{version}.update"
    installer.write_bytes(b"installer of " + version.encode())
    make(installer, file, key, system=system or updates.system(), notes={"es": "Nuevo"},
         version=version)  # fmt: skip
    return file


def code(file: Path) -> str:
    """The code with which a file is refused."""
    with pytest.raises(UserError) as refused:
        updates.read(file, PUBLIC)
    return refused.value.code


def changed(file: Path, member: str, data: bytes) -> Path:
    """The same file with another member."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, old in members.items():
            archive.writestr(name, data if name == member else old)
    return file


def test_the_database_is_saved_and_the_installer_lies_ready(store: Store, tmp_path: Path) -> None:
    """The copy is as it was before; the installer is what was signed."""
    with store.write() as tx:
        complaints.file(tx, "No llega el recibo", now=NOW)
    update = updates.read(update_file(tmp_path), PUBLIC)
    ready = updates.prepare(store, update)
    assert ready.installer.read_bytes() == b"installer of 9.0"
    backup.verify(ready.saved)
    assert updates.command(ready.installer)[-1] == str(ready.installer)  # type: ignore[index]


def test_the_way_back_is_the_copy_and_the_installer_before(store: Store, tmp_path: Path) -> None:
    """After two updates the first one's installer is still there, after three it is gone."""
    with pytest.raises(UserError) as refused:
        updates.before(store.folder)
    assert refused.value.code == "update.none_before"
    for version in ("9.0", "9.2", "9.10"):
        updates.prepare(store, updates.read(update_file(tmp_path, version=version), PUBLIC))
    saved, installer = updates.before(store.folder)
    assert saved.name == "before-9.10.db"
    assert installer is not None
    assert installer.read_bytes() == b"installer of 9.2"
    assert not (store.folder / updates.FOLDER / "9.0").exists()


def test_what_is_not_ours_is_refused(tmp_path: Path) -> None:
    """Another key, a changed manifest, no zip, a file that is not there."""
    assert code(update_file(tmp_path, key=SigningKey(b"x" * 32))) == "update.foreign"
    told = json.dumps({"version": "99.0"}).encode()
    assert code(changed(update_file(tmp_path), updates.MANIFEST, told)) == "update.foreign"
    (tmp_path / "no.zip").write_bytes(b"not a zip")
    assert code(tmp_path / "no.zip") == "update.foreign"
    assert code(tmp_path / "absent") == "update.absent"


def test_a_changed_installer_is_refused_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    """The manifest is signed, the payload is bound to it; longer, shorter or other bytes."""
    for other in (b"other", b"installer of 9.0 and more", b""):
        file = changed(update_file(tmp_path), updates.PAYLOAD, other)
        with pytest.raises(UserError) as refused:
            updates.prepare(store, updates.read(file, PUBLIC))
        assert refused.value.code == "update.damaged"
        assert not list((store.folder / updates.FOLDER).rglob("*.deb*"))


def test_only_a_newer_version_of_this_system(tmp_path: Path) -> None:
    """An older one would refuse the database afterwards."""
    assert code(update_file(tmp_path, version="0.0.1")) == "update.old"
    assert code(update_file(tmp_path, system="amiga-68000")) == "update.system"


@pytest.mark.parametrize("name", ["../evil.deb", "a/b.deb", ""])
def test_a_name_never_leads_out_of_its_folder(tmp_path: Path, name: str) -> None:
    """Not even in a signed file."""
    file = update_file(tmp_path)
    with zipfile.ZipFile(file) as archive:
        told = {**json.loads(archive.read(updates.MANIFEST)), "name": name}
    text = json.dumps(told).encode()
    changed(file, updates.MANIFEST, text)
    assert code(changed(file, updates.SIGNATURE, KEY.sign(text).signature)) == "update.foreign"


def test_a_program_without_a_publisher_takes_none() -> None:
    """As from source: the key is put in when the program is packaged."""
    with pytest.raises(UserError) as refused:
        updates.publisher()
    assert refused.value.code == "update.no_key"
