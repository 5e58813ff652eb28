"""Papers to a PDF file or to a printer of the system.

The work is done on the slow lane: asking the system for its printers may take seconds. Where there
is no printer at all the paper is kept in the data folder, so that nothing waits for a dialog.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from frontdesk.base.errors import UserError
from frontdesk.exchange.paper import Paper
from frontdesk.store.store import Store
from frontdesk.ui.sheets import DEFAULT_SHEET, SHEETS, Setup, draw, pdf
from frontdesk.ui.workplace import Workplace

FOLDER = "papers"
NO_PRINTER = "-"  # as the printer's name: papers are kept as PDF although there may be a printer


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a paper went: to a printer by its name, or into a file."""

    paper: Paper
    printer: str = ""
    file: Path | None = None


class Press(QObject):
    """What a panel prints with; which paper and printer is kept in the window's settings."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._window = place, parent

    @property
    def setup(self) -> Setup:
        """The paper and printer in use."""
        value = self._place.settings.value
        sheet = str(value("paper/sheet", DEFAULT_SHEET, type=str))
        return Setup(
            sheet if sheet in SHEETS else DEFAULT_SHEET,
            bool(value("paper/large", False, type=bool)),
            str(value("paper/printer", "", type=str)),
        )

    def has_printer(self) -> bool:
        """Tell whether papers go to a printer, and not into a file."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return (self.setup.printer or QPrinterInfo.defaultPrinterName()) not in {"", NO_PRINTER}

    def print(self, paper: Paper, undo: Callable[[], object] | None = None) -> None:
        """Print a paper on the printer in use; `undo` takes back what it was printed for."""
        tell = partial(self._tell, undo=undo)
        self._place.jobs.slow(self, print_paper, paper, self.setup, done=tell)

    def save(self, paper: Paper) -> None:
        """Ask for a file and write the paper there as PDF."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save as PDF"), f"{paper.name}.pdf", "PDF (*.pdf)"
        )
        if chosen:
            self._place.jobs.slow(self, keep_pdf, paper, self.setup, Path(chosen), done=self._tell)

    def use_sheet(self, sheet: str) -> None:
        """Print on this kind of paper from now on."""
        self._keep("sheet", sheet)

    def toggle_large(self) -> None:
        """Print larger from now on, or no longer."""
        self._keep("large", not self.setup.large)

    def use_no_printer(self) -> None:
        """Keep papers as PDF in the data folder from now on."""
        self._keep("printer", NO_PRINTER)

    def choose_printer(self) -> None:
        """Ask which printer takes slips and receipts from now on."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self.setup.printer not in {"", NO_PRINTER}:
            printer.setPrinterName(self.setup.printer)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Printer for slips and receipts"))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._keep("printer", printer.printerName())

    def _keep(self, name: str, value: object) -> None:
        self._place.settings.setValue(f"paper/{name}", value)
        setup = self.setup
        names = {
            "roll72": self.tr("72 mm roll"), "roll80": self.tr("80 mm roll"), "a5": "A5", "a4": "A4"
        }  # fmt: skip
        size = self.tr("large print") if setup.large else self.tr("usual print")
        printers = {"": self.tr("the system's printer"), NO_PRINTER: self.tr("as PDF")}
        told = (names[setup.sheet], size, printers.get(setup.printer, setup.printer))
        text = self.tr("Papers from now on: {how}").format(how=", ".join(told))
        self._place.messages.say(text, "info")

    def _tell(self, printed: Printed, undo: Callable[[], object] | None = None) -> None:
        if printed.printer:
            text = self.tr("{title}: sent to {printer}").format(
                title=printed.paper.title, printer=printed.printer
            )
        else:
            text = self.tr("{title}: kept as PDF in {file}").format(
                title=printed.paper.title, file=printed.file
            )
        self._place.messages.say(text, "info", undo)


# ---------------------------------------------------------------------------- work of the slow lane


def print_paper(store: Store, paper: Paper, setup: Setup) -> Printed:
    """Print a paper; where the system has no printer at all, keep it as a PDF in the data folder.

    Raises UserError where the chosen printer is gone or refuses.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    name = setup.printer or QPrinterInfo.defaultPrinterName()
    if name in {"", NO_PRINTER}:
        return keep_pdf(store, paper, setup)
    if name not in QPrinterInfo.availablePrinterNames():
        raise UserError("printing.gone", printer=name)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setDocName(paper.name)
    if not draw(paper, setup, printer):
        raise UserError("printing.refused", printer=name)
    return Printed(paper, printer=name)


def keep_pdf(store: Store, paper: Paper, setup: Setup, file: Path | None = None) -> Printed:
    """Write a paper as PDF into a chosen file, else into the papers of the data folder."""
    target = file or store.folder / FOLDER / f"{paper.name}.pdf"
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(pdf(paper, setup))
        os.replace(part, target)  # noqa: PTH105 - Path.replace says the same, os says it is atomic
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError("printing.unwritable", file=target) from error
    return Printed(paper, file=target)
