"""F12: names, telephones and what people complain of are hidden until it is pressed again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.ui.window import MainWindow
from tests.helpers.receptionist import Receptionist


def private(window: MainWindow) -> list[QWidget]:
    """What shows personal data and is on screen."""
    found = [w for w in window.findChildren(QWidget) if w.property("private")]
    return [w for w in found if w.isVisible()]


@pytest.mark.parametrize("key", ["F4", "F5", "F9", "Ctrl+T", "Ctrl+L", "Ctrl+I"])
def test_a_key_hides_what_is_personal(
    window: MainWindow, receptionist: Receptionist, key: str
) -> None:
    """On every screen that shows a person, what opens later included."""
    receptionist.press("F12", key)
    shown = private(window)
    assert shown
    for widget in shown:
        assert window.privacy.hides(widget)
        middle = widget.mapTo(window, widget.rect().center())
        over = window.childAt(middle)
        assert over is not None
        assert over.property("veil"), f"{widget.accessibleName()} can be seen"
    receptionist.press("F12")
    assert not any(window.privacy.hides(widget) for widget in private(window))


def test_what_is_typed_goes_on_under_the_veil(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """The visitor says their name while somebody stands behind."""
    receptionist.press("F4").types("Me gritaron").press("F12").types(" en la caja")
    assert window.desk.panel
    assert "Me gritaron en la caja" in str(window.desk.panel.typed())


def test_the_window_says_that_it_hides(window: MainWindow, receptionist: Receptionist) -> None:
    """And how to come back."""
    receptionist.press("F12")
    assert "F12" in receptionist.said()
    receptionist.press("F12")
    assert "on show again" in receptionist.said()


def test_a_veil_follows_its_widget(window: MainWindow, receptionist: Receptionist) -> None:
    """A window made larger does not uncover an edge."""
    receptionist.press("Ctrl+T", "F12")
    window.resize(window.width() + 200, window.height() + 100)
    QApplication.processEvents()
    for widget in private(window):
        veil = next(w for w in widget.children() if isinstance(w, QWidget) and w.property("veil"))
        assert veil.size() == widget.size()
