"""Which packages a folder of programs needs, read from the programs themselves."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ELF = b"\x7fELF"
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")
_CACHED = re.compile(r"^\s+(\S+) \([^)]*x86-64[^)]*\) => (\S+)$|^\s+(\S+) \([^)]*\) => (\S+)$")


@dataclass(frozen=True, slots=True)
class Linked:
    """What programs link to outside their folder, and the oldest C library they run on."""

    sonames: frozenset[str]
    glibc: tuple[int, int]


def linked(files: Iterable[Path], own: frozenset[str]) -> Linked:
    """Return what files ask of the system; `own` are the names that lie beside them."""
    sonames: set[str] = set()
    glibc = (2, 0)
    for file in files:
        told = subprocess.run(
            ["objdump", "-p", str(file)], check=True, capture_output=True, text=True
        ).stdout
        sonames.update(_NEEDED.findall(told))
        glibc = max(glibc, *((int(a), int(b)) for a, b in _GLIBC.findall(told)), (2, 0))
    return Linked(frozenset(sonames) - own, glibc)


def programs(folder: Path) -> list[Path]:
    """The programs and libraries in a folder."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and _starts_as_elf(path)
    ]


def packages(sonames: Iterable[str]) -> list[str]:
    """Return the installed packages that bring these libraries."""
    files = {str(Path(_places()[soname]).resolve()) for soname in sonames}
    return sorted({_package(file) for file in files})


def _starts_as_elf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == ELF


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Where the loader of this system finds each library."""
    told = subprocess.run(["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True)
    found: dict[str, str] = {}
    for line in told.stdout.splitlines():
        if match := _CACHED.match(line):
            name, place = match[1] or match[3], match[2] or match[4]
            found.setdefault(name, place)
    return found


def _package(file: str) -> str:
    for known in (file, file.removeprefix("/usr")):  # Debian lists some under the old /lib
        told = subprocess.run(
            ["dpkg-query", "--search", known], check=False, capture_output=True, text=True
        )
        if told.returncode == 0:
            return told.stdout.split(":")[0]
    raise SystemExit(f"No package brings {file}.")
