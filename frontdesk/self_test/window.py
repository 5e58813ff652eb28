"""What works in the window: the screen's plugin, fonts, translations, pictures, papers, screens."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QPluginLoader, QSize
from PySide6.QtGui import QColor, QFontDatabase, QImageReader
from PySide6.QtWidgets import QLabel

from frontdesk import app
from frontdesk.base.paths import resources
from frontdesk.exchange.paper import Paper
from frontdesk.self_test.data import Wrong
from frontdesk.store.store import Store
from frontdesk.ui import places
from frontdesk.ui.icons import Icons
from frontdesk.ui.language import Language
from frontdesk.ui.sheets import SHEETS, Setup, pdf
from frontdesk.ui.theme import FAMILY, FOLLOW_SYSTEM, Theme

CALLS = 500  # of a method that returns nothing: PySide6 6.12 on Python 3.11 breaks after thousands
PLATFORMS = {"linux": "libqxcb.so", "win32": "qwindows.dll", "darwin": "libqcocoa.dylib"}
PICTURES = {"jpg", "png", "svg", "webp"}
SHOWN = QSize(1280, 720)


def screen(_folder: Path) -> str:
    """The plugin that talks to this system's screen can be loaded with all it needs."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    loader = QPluginLoader(str(plugins / "platforms" / PLATFORMS.get(sys.platform, "libqxcb.so")))
    if not loader.load():
        raise Wrong(loader.errorString())
    return Path(loader.fileName()).name


def binding(_folder: Path) -> str:
    """Calls that return nothing keep the references to None, without which Python ends.

    A packaged program brings the part of Qt that is written in Python compiled.
    """
    if getattr(sys, "frozen", False) and "files.dir" not in str(
        sys.modules["shibokensupport"].__file__
    ):
        raise Wrong("the Python part of Qt is compiled anew at each start")
    app.application()
    label, before = QLabel(), sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    lost = before - sys.getrefcount(None)
    if lost > CALLS / 2:
        raise Wrong(f"{CALLS} calls lost {lost} references to None")
    return f"{CALLS} calls lost no reference"


def fonts(_folder: Path) -> str:
    """The font of the window was loaded."""
    app.application()
    if FAMILY not in QFontDatabase.families():
        raise Wrong(f"{FAMILY} is not among the fonts")
    return f"{FAMILY}, {', '.join(QFontDatabase.styles(FAMILY))}"


def translations(_folder: Path) -> str:
    """The window and Qt's own dialogs speak Spanish."""
    application, language = app.application(), Language()
    language.use("es")
    said = application.translate("Wording", "Closed"), application.translate("QShortcut", "Space")
    language.use("en")
    if said != ("Cerrado", "Espacio"):
        raise Wrong(f"in Spanish stands {said}")
    return ", ".join(said)


def pictures(_folder: Path) -> str:
    """Every icon is drawn, and the usual pictures can be read."""
    app.application()
    unread = PICTURES - {
        bytes(form.data()).decode() for form in QImageReader.supportedImageFormats()
    }
    if unread:
        raise Wrong(f"cannot read {', '.join(sorted(unread))}")
    theme = Theme()
    theme.choose(FOLLOW_SYSTEM, 1.0)
    icons, files = Icons(theme), sorted((resources() / "icons").glob("*.svg"))
    for file in files:
        drawn = icons.pixmap(file.stem, "text", 32).toImage()
        if not any(QColor(drawn.pixelColor(x, y)).alpha() for x in range(32) for y in range(32)):
            raise Wrong(f"{file.name} is empty")
    return f"{len(files)} icons; {', '.join(sorted(PICTURES))}"


def papers(folder: Path) -> str:
    """A paper with accents and a code becomes a PDF on every kind of sheet, in our own font."""
    app.application()
    paper = Paper("slip", "es", "A-7", "<p>Atención</p>", "<p>Señalización</p>", "", "A-7")
    for name in SHEETS:
        content = pdf(paper, Setup(name))
        (folder / f"{name}.pdf").write_bytes(content)
        if not content.startswith(b"%PDF") or FAMILY.encode() not in content:
            raise Wrong(f"{name}: no PDF with {FAMILY}")
    return f"PDF for {', '.join(SHEETS)}"


def screens(folder: Path) -> str:
    """The window opens on the demo office, and so do all of its panels and screens."""
    application, store = app.application(), Store(folder / "demo")
    window = app.build_window(store)
    try:
        window.resize(SHOWN)
        window.start()
        application.processEvents()
        picture = window.grab().toImage()
        if picture.allGray() or picture.isNull():
            raise Wrong("the desk stays empty")
        opened = [make(window.place) for make in (places.PANELS | places.SCREENS).values()]
    finally:
        window.close()
        window.place.jobs.stop()
        store.close()
    return f"the desk and {len(opened)} panels and screens"


CHECKS = {
    "screen": screen, "binding": binding, "fonts": fonts, "translations": translations,
    "pictures": pictures, "papers": papers, "screens": screens,
}  # fmt: skip
