"""Doubtful words of a complaint are under a wave; one key proposes, a digit takes, 0 learns."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from frontdesk.core import spelling
from frontdesk.store.store import Store
from frontdesk.ui.screens.complaint.screen import ComplaintPanel
from tests.helpers.receptionist import Receptionist


def writing(receptionist: Receptionist, text: str) -> ComplaintPanel:
    """F4 in Spanish, a text (with signs that no key has), and a rest."""
    receptionist.window.place.language.use("es")
    QGuiApplication.clipboard().setText(text or " ")
    receptionist.press("F4", "Ctrl+V")
    form = receptionist.window.desk.panel
    assert isinstance(form, ComplaintPanel)
    form.spelling.look()
    return form


def written(form: ComplaintPanel) -> str:
    """What stands in the text."""
    return str(form.typed().get("text", ""))


def waves(form: ComplaintPanel) -> list[str]:
    """The words that are drawn with a wave."""
    edit = form.fields["text"].entry
    assert isinstance(edit, QPlainTextEdit)
    block = edit.document().firstBlock()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    units = block.text().encode("utf-16-le")
    return [
        units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        for one in block.layout().formats()
        if one.format.underlineStyle() == wave
    ]


def menu() -> QMenu:
    """The list that is open."""
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def test_a_wave_stands_under_what_is_doubtful(receptionist: Receptionist) -> None:
    """Not under the word that is still being typed, nor under what is right; emoji count as one."""
    form = writing(receptionist, "🙂 mi recivo no llegó y la facturra")
    assert form.spelling.doubted() == ["recivo", "facturra"]
    assert waves(form) == ["recivo"]
    receptionist.types(" ")
    assert waves(form) == ["recivo", "facturra"]


def test_one_key_proposes_and_a_digit_takes(receptionist: Receptionist) -> None:
    """Ctrl+. goes to the last doubtful word before the caret; typing goes on from there."""
    form = writing(receptionist, "mi recivo no llegó")
    receptionist.press("Ctrl+.")
    assert menu().actions()[0].text() == "&1  recibo"
    menu().actions()[0].trigger()
    menu().close()
    assert written(form) == "mi recibo no llegó"
    form.spelling.look()
    assert waves(form) == []


def test_a_word_of_the_house_is_learned(receptionist: Receptionist, stocked: Store) -> None:
    """It is never doubted again, here or in another form."""
    form = writing(receptionist, "el glimpfort no llegó")
    receptionist.press("Ctrl+.")
    menu().actions()[-1].trigger()
    menu().close()
    assert form.spelling.doubted() == []
    assert spelling.added(stocked.read()) == ["glimpfort"]
    assert written(form) == "el glimpfort no llegó"


def test_the_language_in_use_judges(receptionist: Receptionist) -> None:
    """A change of language looks all words up anew."""
    form = writing(receptionist, "la queja de ayer ")
    assert form.spelling.doubted() == []
    receptionist.window.place.language.use("en")
    form.spelling.look()
    assert "queja" in form.spelling.doubted()


def test_a_megabyte_is_looked_at_in_part(receptionist: Receptionist) -> None:
    """The first words; no wave is drawn in a paragraph without end."""
    form = writing(receptionist, "")
    edit = form.fields["text"].entry
    assert isinstance(edit, QPlainTextEdit)
    edit.setPlainText("recivo " * 150_000)
    form.spelling.look()
    assert len(form.spelling.doubted()) < 5_000
    assert waves(form) == []
