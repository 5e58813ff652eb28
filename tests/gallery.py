"""Every screen in every look, as pictures to be looked at: `python -m tests.gallery FOLDER`.

Pictures are made of the real window on a real database; nothing is compared, somebody looks. Each
panel and screen of `ui/places` has at least one state here by itself; `--sheets` lays the looks of
a state side by side on one sheet.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from frontdesk import app
from frontdesk.ui import places
from frontdesk.ui.bug_dialog import BugDialog
from frontdesk.ui.first_run import FirstRun
from frontdesk.ui.language import LANGS
from frontdesk.ui.screens.article.screen import ArticleScreen
from frontdesk.ui.screens.desk.visitor_view import VisitorView
from frontdesk.ui.screens.hall.window import Hall
from frontdesk.ui.tokens import PALETTES
from frontdesk.ui.tour import Tour
from frontdesk.ui.window import MainWindow

WAIT_MS = 400
STEPS_HOME = 4
SIZES = {
    "1280x720": (QSize(1280, 720), 1.0, "comfortable"),
    "1920x1080": (QSize(1920, 1080), 1.5, "comfortable"),
    "200": (QSize(1280, 720), 2.0, "comfortable"),
    "compact": (QSize(1280, 720), 1.0, "compact"),
}
QUESTION = "empadronamiento"
SHEET = QSize(960, 540)
SHEET_COLUMNS = 2
OFFICE_LIST = """Listado de trámites;;;;;
Código;Nombre del trámite;Importe;Plazo;Requisitos;Observaciones
PAD-01;Empadronamiento;Gratuito;En el acto;DNI;Solo con cita
LIC-07;Licencia de obra menor;35,50 €;30 días;Plano y presupuesto;
;;;;;sin título
MUL-02;Pago de multas;;;;Descuento del 50 % en 20 días
"""


def wait() -> None:
    """Let the window work. QTest.qWait would hold Python's lock and starve the lanes."""
    loop = QEventLoop()
    QTimer.singleShot(WAIT_MS, loop.quit)
    loop.exec()


def home(window: MainWindow) -> None:
    """The first page."""
    window.box.clear()


def answer(window: MainWindow) -> None:
    """A question with its answer."""
    window.box.setText(QUESTION)


def nothing(window: MainWindow) -> None:
    """A question without an answer."""
    window.box.setText("xyzzy plugh")


def office(window: MainWindow) -> None:
    """An office found by its name."""
    window.box.setText("Tesorería y Caja")


def told(window: MainWindow) -> None:
    """F7 over an answer."""
    window.box.setText(QUESTION)
    window.commands.run("voice.told")


def command(command_id: str) -> Callable[[MainWindow], None]:
    """What a command opens over an answer."""

    def reach(window: MainWindow) -> None:
        window.box.setText(QUESTION)
        wait()
        window.commands.run(command_id)

    return reach


def filed(window: MainWindow) -> None:
    """A complaint just filed, with its Undo."""
    command("desk.complaint")(window)
    QTest.keyClicks(window.focusWidget(), "Nadie contesta")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def next_one(window: MainWindow) -> None:
    """The form again, while the Undo of the last one still stands below it."""
    filed(window)
    wait()
    window.commands.run("desk.complaint")


def editor(page: int, *, asks: bool = False) -> Callable[[MainWindow], None]:
    """A page of the editor on an article."""

    def reach(window: MainWindow) -> None:
        command("article.edit")(window)
        wait()
        shown = window.stack.currentWidget()
        if isinstance(shown, ArticleScreen):
            shown.editor.turn_to(page)
            if asks:
                shown.editor.ask_turn()

    return reach


def edited(command_id: str) -> Callable[[MainWindow], None]:
    """A list of the house with something typed into its form."""

    def reach(window: MainWindow) -> None:
        window.commands.run(command_id)
        wait()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        QTest.keyClicks(window.focusWidget(), " 2")

    return reach


def closing(window: MainWindow) -> None:
    """Ctrl+D with a sentence."""
    window.commands.run("house.close")
    QTest.keyClicks(window.focusWidget(), "24 y 31 de diciembre cerramos a las 12")


def first_admin(window: MainWindow) -> None:
    """The first administrator, half typed."""
    window.commands.run("screen.accounts")
    wait()
    QTest.keyClicks(window.focusWidget(), "Ana Ruiz")


def covered(*, change: bool) -> Callable[[MainWindow], None]:
    """The lock over the desk, after a wrong PIN; it goes with the next state."""

    def reach(window: MainWindow) -> None:
        window.guard.cover(change=change)
        QTest.keyClicks(window.focusWidget(), "AR")
        QTest.keyClicks(window.focusWidget(), "0000")
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    return reach


def hidden(window: MainWindow) -> None:
    """F12 over the complaints."""
    window.commands.run("screen.cases")
    wait()
    window.commands.run("window.privacy")


def wizard(*steps: str) -> Callable[[MainWindow], None]:
    """The import of a workbook as an office has it, as far as some steps."""

    def reach(window: MainWindow) -> None:
        file = Path(tempfile.gettempdir()) / "tramites.csv"
        file.write_text(OFFICE_LIST, encoding="utf-8")
        window.commands.run("screen.importing")
        screen = window.stack.currentWidget()
        for step in steps:
            getattr(screen, step)(*([file] if step == "open_file" else []))
            wait()

    return reach


def tour(window: MainWindow) -> None:
    """The first step of the tour, over the desk."""
    card = window.findChild(Tour) or Tour(window)
    card.start()


def first_run(window: MainWindow) -> None:
    """The three questions, the first refused."""
    asked = FirstRun(window.place.language, window.place.theme)
    asked.setParent(window, asked.windowFlags())
    asked.show()
    asked.country.clear()
    asked.start.click()


def bug(window: MainWindow) -> None:
    """The one dialog for an error nobody expected."""
    BugDialog(window).tell("Traceback (most recent call last):\n  ...\nValueError: 42")


def walked() -> dict[str, Callable[[MainWindow], None]]:
    """Every panel and screen there is, by the name of its command."""
    return {name: command(name) for name in (*places.PANELS, *places.SCREENS)}


STATES: dict[str, Callable[[MainWindow], None]] = {
    **walked(),
    "home": home,
    "answer": answer,
    "nothing": nothing,
    "office": office,
    "told": told,
    "filed": filed,
    "next-one": next_one,
    "hall": command("queue.hall"),
    "call": command("phone.log"),
    "editor-say": editor(1),
    "editor-text": editor(2),
    "editor-way": editor(3),
    "editor-terms": editor(4),
    "editor-upkeep": editor(5),
    "editor-versions": editor(6),
    "editor-preview": editor(7),
    "editor-turns": editor(1, asks=True),
    "form-offices": edited("screen.offices"),
    "form-services": edited("screen.services"),
    "form-staff": edited("screen.staff"),
    "form-sites": edited("screen.sites"),
    "form-synonyms": edited("screen.synonyms"),
    "form-rules": edited("screen.rules"),
    "form-templates": edited("screen.templates"),
    "copies": command("screen.copies"),
    "branch": command("screen.branch"),
    "closing": closing,
    "import-columns": wizard("open_file"),
    "import-report": wizard("open_file", "try_it"),
    "palette": command("window.palette"),
    "keys": command("window.keys"),
    "visitor": command("answer.show"),
    "tour": tour,
    "first-run": first_run,
    "bug": bug,
    "first-admin": first_admin,
    "locked": covered(change=False),
    "change-user": covered(change=True),
    "hidden": hidden,
}


def over(window: MainWindow) -> list[QWidget]:
    """The dialogs and views that stand over the window."""
    others = [w for w in QApplication.topLevelWidgets() if w is not window]
    return [w for w in others if w.isVisible() and isinstance(w, QDialog | VisitorView | Hall)]


def take(window: MainWindow, folder: Path, only: str) -> None:
    """Bring the window into each state in each look, and keep a picture of it."""
    for palette, language, size in product(PALETTES, LANGS, SIZES):
        names = {f"{state}-{palette}-{language}-{size}": state for state in STATES}
        wanted = {name: state for name, state in names.items() if only in name}
        if not wanted:
            continue
        area, scale, density = SIZES[size]
        window.place.theme.apply(palette, scale, density)
        window.place.language.use(language, window.place.here.country)
        for name, state in wanted.items():
            window.resize(area)  # each anew: a state that pushed the window out is seen by itself
            STATES[state](window)
            wait()
            for widget in [*over(window), window][:1]:
                widget.grab().save(str(folder / f"{name}.png"))
            leave(window)


def leave(window: MainWindow) -> None:
    """Go back to the first page from any state."""
    for widget in over(window):
        widget.close()
    if (card := window.findChild(Tour)) and card.isVisible():
        card.leave()
    window.guard.uncover()
    if window.privacy.is_on:
        window.privacy.toggle()
    window.activateWindow()
    for _ in range(STEPS_HOME):
        window.back()


def lay_sheets(folder: Path) -> None:
    """Lay all looks of a state on one sheet, SHEET_COLUMNS beside each other."""
    for state in STATES:
        looks = sorted(
            file for palette in PALETTES for file in folder.glob(f"{state}-{palette}-*.png")
        )
        rows = -(-len(looks) // SHEET_COLUMNS)
        sheet = QImage(
            SHEET.width() * SHEET_COLUMNS, SHEET.height() * rows, QImage.Format.Format_RGB32
        )
        sheet.fill(Qt.GlobalColor.gray)
        painter = QPainter(sheet)
        for number, file in enumerate(looks):
            row, column = divmod(number, SHEET_COLUMNS)
            shown = QImage(str(file)).scaled(
                SHEET,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            at = QRect(column * SHEET.width(), row * SHEET.height(), shown.width(), shown.height())
            painter.drawImage(at, shown)
        painter.end()
        if looks:
            sheet.save(str(folder / f"sheet-{state}.png"))


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, help="a data folder; by default a fresh demo office")
    parser.add_argument("--sheets", action="store_true", help="a sheet of all looks of a state")
    parser.add_argument("--only", default="", help="a part of the picture's name")
    wish = parser.parse_args()
    wish.folder.mkdir(parents=True, exist_ok=True)
    app.application()
    with tempfile.TemporaryDirectory() as fresh:
        store = app.open_store(wish.data or Path(fresh), demo=True)
        window = app.build_window(store)
        window.start()
        window.fill()  # which the first paint does, on a machine that has time for it
        window.activateWindow()
        wait()
        take(window, wish.folder, wish.only)
        if wish.sheets:
            lay_sheets(wish.folder)
        window.place.jobs.stop()
        store.close()


if __name__ == "__main__":
    main()
