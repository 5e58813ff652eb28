"""A bare Debian in a folder, to try on it what a fresh computer would get. Needs root.

The root is made once by debootstrap and kept; every trial has a copy of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

RELEASE = "bookworm"
# What leads this computer to its package servers, where it has such files; and whom pip trusts
# there, which the root's own package of certificates must not write over.
NETWORK = ("etc/resolv.conf", "etc/hosts", "etc/pip.conf")
TRUSTED = "etc/ssl/certs/ca-certificates.crt"
TRUSTED_BY_PIP = "etc/pip-certificates.pem"


class Root:
    """One bare system; programs in it see no other files and use this computer's network."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, user: str = "root", **environment: str) -> str:
        """Run a program in the root to its end and return what it printed.

        Raises SystemExit with its words where it fails.
        """
        done = subprocess.run(
            self.command(*command, user=user), env=self.environment(environment, user),
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            said = done.stderr[-4000:] + done.stdout[-4000:]
            raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{said}")
        return done.stdout

    def command(self, *command: str, user: str = "root") -> list[str]:
        """The command that runs a program in the root; the process stays the same."""
        return ["chroot", f"--userspec={user}:{user}", str(self.folder), *command]

    def environment(self, more: Mapping[str, str], user: str = "root") -> dict[str, str]:
        """What a program in the root knows: nothing of this computer but its screen and pip."""
        known = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        if (self.folder / TRUSTED_BY_PIP).is_file():
            known["PIP_CERT"] = f"/{TRUSTED_BY_PIP}"
        screen = {"DISPLAY": os.environ.get("DISPLAY", "")}
        home = "/" + ("root" if user == "root" else f"home/{user}")
        return {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive", **screen, **known, **more,
        }  # fmt: skip

    def packages(self) -> set[str]:
        """The names of the packages that are installed."""
        return set(self.run("dpkg-query", "-W", "-f=${Package}\\n").split())

    def files(self) -> set[str]:
        """Every file below usr and etc, from the root's top."""
        return {
            str(path.relative_to(self.folder))
            for top in ("usr", "etc")
            for path in (self.folder / top).rglob("*")
        }


@contextmanager
def bare(cache: Path, name: str, also: Iterable[Path] = ()) -> Iterator[Root]:
    """Give a copy of the bare root, with a user `desk`; it is gone afterwards.

    `also` are folders of this computer to which its pip is pointed; they are copied.
    """
    kept = cache / RELEASE
    if not (kept / "etc/debian_version").is_file():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(["debootstrap", "--variant=minbase", RELEASE, str(kept)], check=True)
    folder = cache / name
    _remove(folder)
    subprocess.run(["cp", "-ax", str(kept), str(folder)], check=True)
    root = Root(folder)
    _connect(folder)
    for place in also:
        target = folder / place.absolute().relative_to("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-ax", str(place.absolute()), str(target)], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", str(folder / "proc")], check=True)
    try:
        root.run("useradd", "--create-home", "desk")
        root.run("apt-get", "-qq", "update")
        yield root
    finally:
        subprocess.run(["umount", "--lazy", str(folder / "proc")], check=True)
        _remove(folder)


def _connect(folder: Path) -> None:
    for name, target in [*((name, name) for name in NETWORK), (TRUSTED, TRUSTED_BY_PIP)]:
        file = Path("/") / name
        if file.is_file():
            shutil.copyfile(file, folder / target)


def _remove(folder: Path) -> None:
    """Delete a root, unless something of this computer is still mounted in it."""
    mounts = Path("/proc/mounts").read_text(encoding="utf-8")
    if f" {folder}/" in mounts:
        raise SystemExit(f"Something is mounted in {folder}: umount it first.")
    shutil.rmtree(folder, ignore_errors=True)
