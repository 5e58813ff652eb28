"""The names of kinds, fields and states as people read them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.ui.language import QT_TRANSLATE_NOOP

KINDS = {
    "articles": QT_TRANSLATE_NOOP("Importing", "Articles"),
    "offices": QT_TRANSLATE_NOOP("Importing", "Offices"),
    "services": QT_TRANSLATE_NOOP("Importing", "Which office does what"),
    "people": QT_TRANSLATE_NOOP("Importing", "People of the house"),
    "complaints": QT_TRANSLATE_NOOP("Importing", "Complaints"),
    "synonyms": QT_TRANSLATE_NOOP("Importing", "Synonyms: the whole list"),
    "hsds": QT_TRANSLATE_NOOP("Importing", "Directory package (HSDS)"),
}
STATES = {
    "": QT_TRANSLATE_NOOP("Importing", "All"),
    "new": QT_TRANSLATE_NOOP("Importing", "New"),
    "changed": QT_TRANSLATE_NOOP("Importing", "Changed"),
    "same": QT_TRANSLATE_NOOP("Importing", "The same"),
    "edited": QT_TRANSLATE_NOOP("Importing", "Edited here since"),
    "refused": QT_TRANSLATE_NOOP("Importing", "Refused"),
    "check": QT_TRANSLATE_NOOP("Importing", "To be checked"),
}
FIELDS = {
    "id": QT_TRANSLATE_NOOP("Importing", "Identifier"),
    "code": QT_TRANSLATE_NOOP("Importing", "Code"),
    "title": QT_TRANSLATE_NOOP("Importing", "Title"),
    "name": QT_TRANSLATE_NOOP("Importing", "Name"),
    "kind": QT_TRANSLATE_NOOP("Importing", "Kind"),
    "lang": QT_TRANSLATE_NOOP("Importing", "Language"),
    "say": QT_TRANSLATE_NOOP("Importing", "What to say"),
    "body": QT_TRANSLATE_NOOP("Importing", "Text"),
    "text": QT_TRANSLATE_NOOP("Importing", "Text of the complaint"),
    "who": QT_TRANSLATE_NOOP("Importing", "Who may ask"),
    "requirements": QT_TRANSLATE_NOOP("Importing", "Papers to bring"),
    "steps": QT_TRANSLATE_NOOP("Importing", "Steps"),
    "cost": QT_TRANSLATE_NOOP("Importing", "Cost"),
    "currency": QT_TRANSLATE_NOOP("Importing", "Currency"),
    "cost_note": QT_TRANSLATE_NOOP("Importing", "Note on the cost"),
    "term": QT_TRANSLATE_NOOP("Importing", "Term"),
    "legal_basis": QT_TRANSLATE_NOOP("Importing", "Legal basis"),
    "keywords": QT_TRANSLATE_NOOP("Importing", "Keywords"),
    "authority": QT_TRANSLATE_NOOP("Importing", "What the desk may decide"),
    "valid_from": QT_TRANSLATE_NOOP("Importing", "Valid from"),
    "valid_to": QT_TRANSLATE_NOOP("Importing", "Valid until"),
    "owner": QT_TRANSLATE_NOOP("Importing", "Owner"),
    "review_on": QT_TRANSLATE_NOOP("Importing", "To be reviewed on"),
    "review_days": QT_TRANSLATE_NOOP("Importing", "Days between reviews"),
    "state": QT_TRANSLATE_NOOP("Importing", "State"),
    "source": QT_TRANSLATE_NOOP("Importing", "Source"),
    "licence": QT_TRANSLATE_NOOP("Importing", "Licence"),
    "phone": QT_TRANSLATE_NOOP("Importing", "Phone"),
    "email": QT_TRANSLATE_NOOP("Importing", "E-mail"),
    "floor": QT_TRANSLATE_NOOP("Importing", "Floor"),
    "room": QT_TRANSLATE_NOOP("Importing", "Room"),
    "directions": QT_TRANSLATE_NOOP("Importing", "How to get there"),
    "site": QT_TRANSLATE_NOOP("Importing", "Branch"),
    "hours": QT_TRANSLATE_NOOP("Importing", "Hours"),
    "last_admission_min": QT_TRANSLATE_NOOP("Importing", "Last admission, minutes before"),
    "external": QT_TRANSLATE_NOOP("Importing", "Outside the house"),
    "retired": QT_TRANSLATE_NOOP("Importing", "No longer in use"),
    "active": QT_TRANSLATE_NOOP("Importing", "Works here now"),
    "article": QT_TRANSLATE_NOOP("Importing", "Article"),
    "office": QT_TRANSLATE_NOOP("Importing", "Office"),
    "role": QT_TRANSLATE_NOOP("Importing", "Role"),
    "line": QT_TRANSLATE_NOOP("Importing", "Line"),
    "on_behalf": QT_TRANSLATE_NOOP("Importing", "On behalf of"),
    "remedy_asked": QT_TRANSLATE_NOOP("Importing", "What is asked for"),
    "severity": QT_TRANSLATE_NOOP("Importing", "Severity"),
    "anonymous": QT_TRANSLATE_NOOP("Importing", "Anonymous"),
    "restricted": QT_TRANSLATE_NOOP("Importing", "Restricted"),
    "received_at": QT_TRANSLATE_NOOP("Importing", "Received on"),
}


def say(text: str, **values: object) -> str:
    """Return a sentence of the wizard in the language in use."""
    return QCoreApplication.translate("Importing", text).format(**values)


def kind(name: str) -> str:
    """Return the words for a kind of rows."""
    return say(KINDS.get(name, name))


def field(name: str) -> str:
    """Return the words for a field; '' is a column that is left out."""
    if not name:
        return QCoreApplication.translate("Importing", "Left out")
    return say(FIELDS.get(name, name))


def state(name: str) -> str:
    """Return the word for what would come of a row."""
    return say(STATES.get(name, name))
