"""Whoever cannot see, cannot point or cannot see colours: what one screen still asks of them.

Each function walks what is on screen and returns its faults as sentences, empty where all is well.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from frontdesk.ui.tokens import LEAST_TARGET

MOST_STOPS = 120  # more presses of Tab than any screen has places for the focus
SEEN_PIXELS = 80  # that change at least where the focus comes: a caret alone has some twenty
NO_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Whitespace}
COLOURED = {"warn", "danger", "ok"}


def takes_focus(root: QWidget) -> list[QWidget]:
    """Whatever Tab should reach."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is root.window()
        and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
    ]


def unnamed(root: QWidget) -> list[str]:
    """What takes the focus and tells a screen reader neither name nor role."""
    faults = []
    for widget in takes_focus(root):
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            faults.append(f"no name: {named(widget)}")
        if told.role() in NO_ROLES and not isinstance(widget, QScrollArea):  # Qt gives it none
            faults.append(f"no role: {named(widget)}")
    return faults


def small(root: QWidget) -> list[str]:
    """What is pressed or typed into and is smaller than 24 pixels."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
    return [
        f"small: {named(widget)} {widget.width()}x{widget.height()}"
        for kind in kinds
        for widget in root.findChildren(kind)
        if widget.isVisible() and min(widget.width(), widget.height()) < LEAST_TARGET
    ]


def cut(root: QWidget) -> list[str]:
    """Words that have less room than they need, and what stands outside the window."""
    faults = [f"cut: {named(w)} {w.text()!r}" for w in root.findChildren(QLabel) if _is_cut(w)]
    for button in root.findChildren(QPushButton):
        wanted = button.sizeHint()
        if button.isVisible() and button.text() and button.width() < wanted.width() - 1:
            faults.append(f"cut: button {button.text()!r}")
        elif button.isVisible() and button.height() < wanted.height() - 1:
            faults.append(f"cut: button {button.text()!r} in height")
    for table in root.findChildren(QTableView):
        head = table.horizontalHeader()
        faults += [
            f"cut: {named(table)} column {place}"
            for place in range(table.model().columnCount())
            if table.isVisible() and head.isVisible() and not table.isColumnHidden(place)
            and head.sectionSize(place) < head.sectionSizeHint(place)
        ]  # fmt: skip
    return faults + [f"outside: {named(w)}" for w in takes_focus(root) if _is_outside(w)]


def _is_cut(label: QLabel) -> bool:
    if not label.isVisible() or not label.text() or label.pixmap().width():
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    wanted = label.sizeHint()
    return wanted.width() > label.width() + 1 or wanted.height() > label.height() + 1


def _is_outside(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QAbstractScrollArea):
            return False
        above = above.parentWidget()
    area = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    return not widget.window().rect().contains(area)


def walked(root: QWidget, *, back: bool = False) -> tuple[list[QWidget], list[str]]:
    """Press Tab until it comes round; return where it was, and each place where it stuck or where
    the focus cannot be seen.
    """
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    stops: list[QWidget] = []
    faults: list[str] = []
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        if here is None or here in stops:
            break
        stops.append(here)
        QApplication.processEvents()
        ringed = _seen(here)
        QTest.keyClick(here, key)
        QApplication.processEvents()
        if QApplication.focusWidget() is here and len(takes_focus(root)) > 1:
            faults.append(f"stuck: {named(here)}")
            break
        is_left = QApplication.focusWidget() is not here
        if is_left and not back and here.isVisible() and _differ(ringed, _seen(here)) < SEEN_PIXELS:
            faults.append(f"focus not seen: {named(here)}")
    return stops, faults


def _seen(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differ(one: QImage, other: QImage) -> int:
    if one.size() != other.size():
        return SEEN_PIXELS
    mine, theirs = bytes(one.constBits()), bytes(other.constBits())
    return sum(mine[n : n + 4] != theirs[n : n + 4] for n in range(0, len(mine), 4))


def deaf_to_letters(root: QWidget) -> list[str]:
    """Fields in which a letter does something else than to stand there."""
    faults = []
    for field in takes_focus(root):
        if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) or field.isReadOnly():
            continue
        field.setFocus()
        for letter in "enx":
            field.clear()
            QTest.keyClicks(field, letter)
            if letter not in _text(field).casefold():
                faults.append(f"{letter} is lost: {named(field)}")
        field.clear()
    return faults


def told_by_colour_alone(root: QWidget) -> list[str]:
    """Coloured cells without a sign or a word, and coloured labels without words."""
    faults = []
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if not (view.isVisible() and hasattr(model, "cells") and hasattr(model, "row")):
            continue
        for place in range(model.rowCount()):
            for cell in model.cells(model.row(place)):
                has_word = any(len(word.strip(".,:")) > 3 and word.strip(".,:").isalpha()
                               for word in cell.text.split())  # fmt: skip
                if cell.tone in COLOURED and not cell.icon and not has_word:
                    faults.append(f"colour alone: {named(view)} {cell.text!r}")
    return faults


def _text(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def named(widget: QWidget) -> str:
    """A widget as a person who mends it finds it."""
    text = getattr(widget, "text", str)
    word = widget.accessibleName() or (text() if callable(text) else "")
    above = type(widget.parentWidget()).__name__ if widget.parentWidget() else ""
    return f"{type(widget).__name__}({word!r}) in {above}"
