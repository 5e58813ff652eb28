"""Make an update: one signed file around an installer, for `frontdesk update FILE`.

    python -m installers.update INSTALLER OUTPUT --system linux-x86_64 --notes notes.json

The secret key is 32 bytes in hex in FRONTDESK_PUBLISHER_SEED; its public half goes into the
packaged program as resources/publisher.key (`--public` prints it).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import zipfile
from pathlib import Path

from nacl.signing import SigningKey

from frontdesk import __version__
from frontdesk.sync import updates


def make(
    installer: Path, output: Path, key: SigningKey, *, system: str, notes: dict[str, str],
    version: str = __version__,
) -> None:  # fmt: skip
    """Write the update of an installer, signed with a key."""
    data = installer.read_bytes()
    manifest = {
        "format": updates.FORMAT, "version": version, "system": system, "name": installer.name,
        "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "notes": notes,
    }  # fmt: skip
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True).encode()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(updates.MANIFEST, text)
        archive.writestr(updates.SIGNATURE, key.sign(text).signature)
        archive.writestr(updates.PAYLOAD, data)


def main() -> None:
    """Do what the command line asks for."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("installer", type=Path, nargs="?")
    reader.add_argument("output", type=Path, nargs="?")
    reader.add_argument("--system", default=updates.system())
    reader.add_argument("--notes", type=Path, help="JSON: what is new, by language")
    reader.add_argument("--public", action="store_true", help="print the public key")
    given = reader.parse_args()
    key = SigningKey(bytes.fromhex(os.environ["FRONTDESK_PUBLISHER_SEED"]))
    if given.public:
        print(key.verify_key.encode().hex())
        return
    if given.installer is None or given.output is None:
        reader.error("INSTALLER and OUTPUT are needed")
    notes = json.loads(given.notes.read_text(encoding="utf-8")) if given.notes else {}
    make(given.installer, given.output, key, system=given.system, notes=notes)


if __name__ == "__main__":
    main()
