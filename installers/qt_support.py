"""The part of Qt for Python that is written in Python, compiled when the program is packaged.

It comes as text inside a library and is compiled anew at each start, a tenth of it, unless it lies
beside that library in a folder `files.dir`.
"""

from __future__ import annotations

import py_compile
import sys
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

PLACE = PurePosixPath("shiboken6/files.dir")
# Writes type hints, which a packaged program never does; it is imported all the same, and slowly.
EMPTIED = "shibokensupport/signature/lib/pyi_generator.py"


def compiled(work: Path) -> list[tuple[str, str]]:
    """Compile it into a folder; return (file, folder in the program) of each module.

    Where a release of Qt for Python keeps it in another way there is nothing to compile.
    """
    return [
        (_compiled(text, work / name), str(PLACE / PurePosixPath(name).parent))
        for name, text in _texts().items()
    ]


def _texts() -> dict[str, str]:
    import shiboken6  # noqa: F401 - unpacks the text

    archive = getattr(sys.modules["shibokensupport"].__loader__, "zfile", None)
    if not isinstance(archive, ZipFile):
        return {}
    names = [name for name in archive.namelist() if name.startswith("shibokensupport/")]
    return {
        name: "" if name == EMPTIED else archive.read(name).decode()
        for name in names
        if name.endswith(".py")
    }


def _compiled(text: str, source: Path) -> str:
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(text, encoding="utf-8")
    target = source.with_suffix(".pyc")
    py_compile.compile(str(source), str(target), dfile=source.name, doraise=True)
    return str(target)
