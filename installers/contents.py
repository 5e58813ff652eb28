"""What goes into the packaged program and what stays out, as tables that the spec and tests read.

Qt comes with far more than a desk needs: what is kept is listed, so that a new release brings
nothing in unseen. `frontdesk --self-test` inside the packaged program says what is missed.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent

# Python modules that are never imported here, but that a library can do without or that came with
# the tools beside it. What is there of multiprocessing would be loaded at each start.
LEFT_OUT = (
    "IPython", "PIL", "PyInstaller", "_pytest", "concurrent.futures.process", "curses", "distutils",
    "doctest", "ensurepip", "hypothesis", "idlelib", "lib2to3", "multiprocessing", "mypy", "numpy",
    "pandas", "pip", "pydoc", "pytest", "pytestqt", "ruff", "setuptools", "tantivy", "tkinter",
    "turtle", "unittest", "venv", "wheel",
)  # fmt: skip

# What is imported by its name alone, or by C code, where no analysis sees it.
BY_NAME = ("Stemmer", "_cffi_backend", "psycopg", "psycopg_binary", "spellchecker", "zoneinfo")
WORD_LISTS = ("resources/en.json.gz", "resources/es.json.gz")  # of twelve languages
WITH_METADATA = ("holidays",)  # asks for its own version
HOLIDAY_NAMES = ("locale/es/**/*.mo", "locale/en_US/**/*.mo")

QT_LIBRARIES = {
    "Core", "DBus", "Gui", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa",
}  # fmt: skip
QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qico", "qjpeg", "qsvg", "qwebp"},  # pictures added to a complaint
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",  # accents by dead keys
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cocoaprintersupport", "cupsprintersupport", "windowsprintersupport"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
TRANSLATIONS = {"qtbase_es.qm"}

_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6?([A-Z]\w*?)(?:\.so[.\d]*|\.dll|\.\d+\.dylib|)$")
_BINDING = re.compile(r"^Qt([A-Z]\w*?)\.(?:abi3\.so|pyd|abi3\.pyd)$")
_GRAPHICS = re.compile(r"^(?:opengl32sw|d3dcompiler_\d+|libGLESv2|libEGL)\.dll$", re.IGNORECASE)
_SYSTEM = re.compile(r"^/(?:usr/)?lib/")


def version() -> str:
    """The version of the program, as its package says it."""
    text = (ROOT / "frontdesk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if not found:
        raise SystemExit("frontdesk/__init__.py does not say its version.")
    return found[1]


def dependencies() -> list[str]:
    """The names of the distributions that the program asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return sorted({re.split(r"[^\w-]", line)[0] for line in project["dependencies"]})


def is_kept(name: str, source: str = "", *, portable: bool = True) -> bool:
    """Whether a file goes in: its name inside the program, and where it was found.

    A program that is not `portable` leaves the system's own libraries to the system's packages,
    which are mended when a fault is found in them.
    """
    path = PurePosixPath(name.replace(os.sep, "/"))
    if not portable and _SYSTEM.match(source) and ".so" in path.name:
        return path.name.startswith("libpython")
    if _GRAPHICS.match(path.name):
        return False
    if "PySide6" not in path.parts and not _QT_LIBRARY.match(path.name):
        return not _is_surplus(path)
    return _is_kept_of_qt(path)


def _is_surplus(path: PurePosixPath) -> bool:
    parts = set(path.parts)
    described = any(part.endswith((".dist-info", ".egg-info")) for part in parts)
    if described:
        return not path.parts[0].startswith(WITH_METADATA)
    return bool(parts & {"tests", "test"}) or path.suffix in {".pyi", ".h", ".pxd", ".ts"}


def _is_kept_of_qt(path: PurePosixPath) -> bool:
    folder, stem = path.parent.name, path.name.split(".")[0].removeprefix("lib")
    if "plugins" in path.parts:
        return stem in QT_PLUGINS.get(folder, set())
    if "translations" in path.parts:
        return path.name in TRANSLATIONS
    if "qml" in path.parts:
        return False
    if found := _BINDING.match(path.name) or _QT_LIBRARY.match(path.name):
        return found[1] in QT_LIBRARIES
    return True
