"""Build the .deb: the packaged program, a menu entry, icons and a manual page.

    python installers/linux/deb.py [--out FOLDER] [--program FOLDER]

Needs the extra [package] and, on Debian, dpkg and binutils. What the package depends on is read
from the programs in it. A desk's data lies in the homes of its users, and no removal touches it.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import contents, icons, man_page
from installers.linux import libraries

ROOT = contents.ROOT
NAME = "frontdesk"
PLACE = Path("usr/lib") / NAME
MOST_MB = 180
ICON_SIDES = (16, 24, 32, 48, 64, 128, 256)
TIME_ZONES = "tzdata"
# A plugin that Qt does without where its library is absent, and the package that brings it.
OPTIONAL = {"libcupsprintersupport.so"}

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: Frontdesk contributors <contributors@frontdesk.invalid>
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: desk program of a reception
 One box that answers from the house's own articles, one key that routes a
 visitor to the right office with the right papers, and one key that puts a
 complaint on record. Works without a network, in Spanish and in English.
"""


def main() -> None:
    """Build what the command line asks for, and say what takes the room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--program", type=Path, help="packaged already; else it is made")
    wish = parser.parse_args()
    program = wish.program or packaged(wish.out)
    tree = wish.out / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(tree, program)
    package = pack(tree, wish.out)
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB")
    print(table(tree / PLACE))
    if megabytes(tree) > MOST_MB:
        raise SystemExit(f"Installed it takes more than {MOST_MB} MB.")


def packaged(out: Path) -> Path:
    """Package the program with PyInstaller; return its folder."""
    spec = ROOT / "installers" / "frontdesk.spec"
    places = ["--distpath", str(out), "--workpath", str(out / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *places]
    subprocess.run([*command, str(spec)], check=True, cwd=ROOT)
    return out / NAME


def lay_out(tree: Path, program: Path) -> None:
    """Put every file of the package where it will lie."""
    shutil.copytree(program, tree / PLACE, symlinks=True)
    for path in (tree / PLACE).rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == tree / PLACE / NAME else 0o644)
    link = tree / "usr/bin" / NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(Path("../lib") / NAME / NAME)
    share = tree / "usr/share"
    _copy(Path(__file__).parent / "frontdesk.desktop", share / "applications")
    _copy(icons.DRAWING, share / "icons/hicolor/scalable/apps", f"{NAME}.svg")
    for side in ICON_SIDES:
        icons.make(share / f"icons/hicolor/{side}x{side}/apps/{NAME}.png", side)
    _copy(ROOT / "LICENSE", share / "doc" / NAME, "copyright")
    _zip(share / "doc" / NAME / "CHANGELOG.md.gz", (ROOT / "CHANGELOG.md").read_bytes())
    _zip(share / f"man/man1/{NAME}.1.gz", man_page.page().encode())


def pack(tree: Path, out: Path) -> Path:
    """Write what Debian wants to know, and make the package."""
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    ).stdout.strip()
    needed, welcome = depends(tree / PLACE)
    control = CONTROL.format(
        name=NAME, version=contents.version(), architecture=architecture,
        size=round(megabytes(tree) * 1e6 / 1024), depends=", ".join(needed),
        recommends=", ".join(welcome),
    )  # fmt: skip
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, encoding="utf-8")
    package = out / f"{NAME}_{contents.version()}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package)]
    subprocess.run(command, check=True)
    return package


def depends(program: Path) -> tuple[list[str], list[str]]:
    """Return the packages that the program needs, and those it makes use of."""
    found = libraries.programs(program)
    own = frozenset(path.name for path in program.rglob("*") if ".so" in path.name)
    needed = libraries.linked([path for path in found if path.name not in OPTIONAL], own)
    welcome = libraries.linked([path for path in found if path.name in OPTIONAL], own)
    major, minor = needed.glibc
    names = [
        f"libc6 (>= {major}.{minor})" if name == "libc6" else name
        for name in libraries.packages(needed.sonames)
    ]
    return [*names, TIME_ZONES], libraries.packages(welcome.sonames - needed.sonames)


def table(program: Path) -> str:
    """Return what takes the room, as rows of Markdown."""
    sizes = {
        name: sum(megabytes(path) for path in program.glob(pattern))
        for name, pattern in {
            "Qt: what the window is made of": "_internal/PySide6/Qt/lib/libQt6*",
            "Qt: languages and scripts of the world (ICU)": "_internal/PySide6/Qt/lib/libicu*",
            "Qt: plugins": "_internal/PySide6/Qt/plugins",
            "Qt for Python": "_internal/PySide6/*.so*",
            "Python": "_internal/libpython*",
            "opening hours": "_internal/opening_hours",
            "typing errors (rapidfuzz)": "_internal/rapidfuzz",
            "PostgreSQL hub": "_internal/psycopg_binary*",
            "Frontdesk itself: code, articles, rules, fonts": "_internal/frontdesk",
        }.items()
    }
    total = megabytes(program)
    sizes["the rest: modules of Python and the libraries"] = total - sum(sizes.values())
    rows = sorted(sizes.items(), key=lambda row: -row[1])
    lines = [f"| {name} | {size:.1f} |" for name, size in rows]
    return "\n".join(["| part | MB |", "|---|---|", *lines, f"| **all** | **{total:.0f}** |"])


def megabytes(path: Path) -> float:
    """The size of a file or folder, without what links point to."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return sum(p.lstat().st_size for p in files if not p.is_symlink()) / 1e6


def _copy(file: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    target = shutil.copyfile(file, folder / (name or file.name))
    os.chmod(target, 0o644)  # noqa: PTH101 - copyfile returns what it was given


def _zip(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(content, mtime=0))
    file.chmod(0o644)


if __name__ == "__main__":
    main()
