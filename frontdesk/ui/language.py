"""The language of the window, switched while it runs.

Every widget with words of its own is `Translated`: it sets its words in `retranslate`, which is
called once when it is built and again when the language changes.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator

from frontdesk.base.paths import resources

SOURCE = "en"
LANGS = ("es", "en")


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text of a table for the collector, which knows this name; Qt's is without a type."""
    return text


class Translated:
    """Mix-in of widgets with words: `class Strip(Translated, QFrame)`. Call `retranslate` once."""

    def changeEvent(self, event: QEvent) -> None:
        """Set the words anew after a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # of the widget class that comes after

    def retranslate(self) -> None:
        """Set all words of this widget, by `self.tr`."""
        raise NotImplementedError


class Language(QObject):
    """The language in use, with its translators installed on the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = SOURCE
        self.locale = QLocale(QLocale.Language.English)
        self._translators: list[QTranslator] = []

    def use(self, code: str, country: str = "") -> None:
        """Speak `code` (es, en), with the dates and numbers of a country where it is known."""
        self.code = code if code in LANGS else SOURCE
        self.locale = QLocale(f"{self.code}_{country}" if country else self.code)
        QLocale.setDefault(self.locale)
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
        own = str(resources() / "i18n")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators = [
            translator
            for name, folder in (("qtbase", qt), ("frontdesk", own))
            if (translator := self._loaded(f"{name}_{self.code}", folder))
        ]

    def _loaded(self, name: str, folder: str) -> QTranslator | None:
        translator = QTranslator(self)
        if not translator.load(name, folder):
            return None
        QCoreApplication.installTranslator(translator)
        return translator
