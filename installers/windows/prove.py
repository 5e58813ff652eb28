"""Prove the installer for Windows under wine, with a payload that stands for the program.

    python installers/windows/prove.py

Needs makensis and wine. The program itself cannot be packaged for Windows anywhere else: what is
tried here is installing silently for one user, the menu, starting with Windows, and removal.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import contents

SCRIPT = Path(__file__).with_name("frontdesk.nsi")
PLACES = (shutil.which("wine64"), "/usr/lib/wine/wine64", shutil.which("wine"))
AUTOSTART = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
PATIENCE_S = 30


def compiled(folder: Path) -> Path:
    """Compile the installer around a payload of a few files; return it."""
    program = folder / "program"
    (program / "_internal").mkdir(parents=True)
    for name in ("frontdesk.exe", "frontdesk-cli.exe", "_internal/base_library.zip"):
        (program / name).write_bytes(b"stands for the program")
    setup = folder / f"Frontdesk-{contents.version()}-setup.exe"
    words = {"PROGRAM": program, "VERSION": contents.version(), "OUT": setup}
    defined = [f"-D{name}={value}" for name, value in words.items()]
    subprocess.run(["makensis", "-V2", "-WX", *defined, str(SCRIPT)], check=True)
    return setup


class Windows:
    """A Windows of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.environment = os.environ | {"WINEPREFIX": str(folder), "WINEDEBUG": "-all"}
        self.wine = next(place for place in PLACES if place and Path(place).exists())
        self.run("wineboot", "--init")
        user = next(path for path in (folder / "drive_c/users").iterdir() if path.name != "Public")
        self.local, self.roaming = user / "AppData/Local", user / "AppData/Roaming"

    def run(self, *command: str) -> str:
        """Run a program to its end; return what it printed."""
        return subprocess.run(
            [self.wine, *command], check=False, capture_output=True, text=True,
            env=self.environment, timeout=300,
        ).stdout  # fmt: skip


def main() -> None:
    """Install, look, remove, look again; stop at the first thing that is wrong."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        windows = Windows(folder / "windows")
        windows.run(str(compiled(folder)), "/S", "/CurrentUser", "/AUTOSTART")
        place = windows.local / "Programs/Frontdesk"
        menu = windows.roaming / "Microsoft/Windows/Start Menu/Programs/Frontdesk.lnk"
        expect("the program lies there", (place / "_internal/base_library.zip").is_file())
        expect("the menu has it", menu.is_file())
        expect("it starts with Windows", "frontdesk.exe" in windows.run("reg", "query", AUTOSTART))
        data, own = windows.local / "Frontdesk/frontdesk.db", place / "notes.txt"
        for file in (data, own):
            file.parent.mkdir(exist_ok=True)
            file.write_text("kept", encoding="utf-8")
        windows.run(str(place / "uninstall.exe"), "/CurrentUser", "/S")
        end = time.monotonic() + PATIENCE_S  # an uninstaller goes on in a copy of itself
        while menu.is_file() and time.monotonic() < end:
            time.sleep(0.2)
        expect("the program is gone", not (place / "_internal").exists() and not menu.exists())
        expect("nor starts it", "frontdesk.exe" not in windows.run("reg", "query", AUTOSTART))
        expect("the data and a stranger's file are kept", data.is_file() and own.is_file())


def expect(what: str, holds: bool) -> None:  # noqa: FBT001 - reads as a sentence
    """Say what holds; end where it does not."""
    if not holds:
        raise SystemExit(f"Not so: {what}.")
    print(f"ok  {what}", flush=True)


if __name__ == "__main__":
    main()
