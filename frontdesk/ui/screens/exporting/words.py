"""The names of what is exported and of its formats."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.exchange.exporting import Format
from frontdesk.ui.language import QT_TRANSLATE_NOOP

WHAT = {
    "articles": QT_TRANSLATE_NOOP("Exporting", "Articles"),
    "offices": QT_TRANSLATE_NOOP("Exporting", "Offices"),
    "services": QT_TRANSLATE_NOOP("Exporting", "Which office does what"),
    "people": QT_TRANSLATE_NOOP("Exporting", "People of the house"),
    "complaints": QT_TRANSLATE_NOOP("Exporting", "Complaints"),
    "synonyms": QT_TRANSLATE_NOOP("Exporting", "Synonyms"),
    "hsds": QT_TRANSLATE_NOOP("Exporting", "Services and offices"),
    "jsonld": QT_TRANSLATE_NOOP("Exporting", "Services for search engines"),
    "vcard": QT_TRANSLATE_NOOP("Exporting", "People of the house"),
    "icalendar": QT_TRANSLATE_NOOP("Exporting", "Closures"),
    "open311": QT_TRANSLATE_NOOP("Exporting", "Complaints for a city's portal"),
}
FORMS = {
    "xlsx": QT_TRANSLATE_NOOP("Exporting", "Excel workbook (.xlsx)"),
    "csv": QT_TRANSLATE_NOOP("Exporting", "table as text (.csv)"),
    "ods": QT_TRANSLATE_NOOP("Exporting", "OpenDocument sheet (.ods)"),
    "jsonl": QT_TRANSLATE_NOOP("Exporting", "for programs (.jsonl)"),
    "markdown": QT_TRANSLATE_NOOP("Exporting", "folder of Markdown texts"),
    "html": QT_TRANSLATE_NOOP("Exporting", "folder of web pages"),
    "word": QT_TRANSLATE_NOOP("Exporting", "folder of Word documents"),
    "hsds": QT_TRANSLATE_NOOP("Exporting", "directory package (HSDS 3.1)"),
    "jsonld": QT_TRANSLATE_NOOP("Exporting", "schema.org (JSON-LD)"),
    "vcard": QT_TRANSLATE_NOOP("Exporting", "address book (vCard)"),
    "icalendar": QT_TRANSLATE_NOOP("Exporting", "calendar (iCalendar)"),
    "open311": QT_TRANSLATE_NOOP("Exporting", "service requests (Open311)"),
}


def named(chosen: Format) -> str:
    """Return what is exported and how, as one line."""
    parts = (WHAT[chosen.what], FORMS[chosen.form])
    return " · ".join(QCoreApplication.translate("Exporting", part) for part in parts)


def file_name(chosen: Format) -> str:
    """Return the first part of the file's name, in the language in use."""
    word = QCoreApplication.translate("Exporting", WHAT[chosen.what])
    return word.lower().replace(" ", "-").replace("'", "")
