"""People as rows: name, what they are here, the letters with which they sign in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.core.accounts import Account
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.widgets.table import Cell, RowsModel

ROLES = {
    "receptionist": QT_TRANSLATE_NOOP("Accounts", "Receptionist"),
    "admin": QT_TRANSLATE_NOOP("Accounts", "Administrator"),
    "manager": QT_TRANSLATE_NOOP("Accounts", "Manager"),
}


def role_word(role: str) -> str:
    """Return the word of a role, '' for none."""
    return QCoreApplication.translate("Accounts", ROLES[role]) if role in ROLES else ""


class AccountsModel(RowsModel):
    """One row a person."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Accounts", "Letters"),
            QCoreApplication.translate("Accounts", "Name"),
            QCoreApplication.translate("Accounts", "Role"),
        )

    def cells(self, row: Account) -> tuple[Cell, ...]:
        """Return a person."""
        sign = Cell(row.initials, "key-round") if row.initials else Cell("–", tone="muted")
        return (sign, Cell(row.name), Cell(role_word(row.role), tone="muted"))
