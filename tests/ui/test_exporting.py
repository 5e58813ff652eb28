"""Everything goes out by keys: what and how by a few letters, then the path."""

from __future__ import annotations

from pathlib import Path

from frontdesk.exchange import exporting
from frontdesk.store.store import Store
from frontdesk.ui.screens.exporting.screen import ExportScreen
from frontdesk.ui.screens.exporting.words import named
from frontdesk.ui.window import MainWindow
from tests.helpers.receptionist import Receptionist


def screen(window: MainWindow) -> ExportScreen:
    """The screen, opened as from the palette."""
    window.commands.run("screen.exporting")
    shown = window.stack.currentWidget()
    assert isinstance(shown, ExportScreen)
    return shown


def test_articles_go_out_as_a_workbook(receptionist: Receptionist, tmp_path: Path) -> None:
    """A few letters, Enter, the path, Enter; the line says how many and where."""
    shown = screen(receptionist.window)
    receptionist.types("art exc").press("Return")
    shown.path.clear()
    receptionist.types(str(tmp_path / "all")).press("Return")
    assert (tmp_path / "all.xlsx").is_file()
    assert "1 rows are in" in receptionist.said()


def test_a_place_that_cannot_be_is_said_at_the_path(
    receptionist: Receptionist, tmp_path: Path
) -> None:
    """Nothing opens a dialog; Esc goes back to the formats."""
    shown = screen(receptionist.window)
    receptionist.types("calendar").press("Return")
    shown.path.clear()
    receptionist.types(str(tmp_path / "nowhere" / "a.ics")).press("Return")
    assert shown.field.refusal()
    receptionist.press("Esc")
    assert shown.pages.currentWidget() is shown.finder


def test_every_format_is_named_and_can_be_written(
    window: MainWindow, stocked: Store, tmp_path: Path
) -> None:
    """The list offers nothing that does not work."""
    from tests.helpers.desks import NOW

    formats = exporting.formats()
    assert len({named(each) for each in formats}) == len(formats)
    for number, each in enumerate(formats):
        file = tmp_path / f"{number}{each.ending}"
        exporting.write(stocked.read(), each.what, file, form=each.form, now=NOW)
        assert file.exists(), each.id
    assert window.isVisible()
