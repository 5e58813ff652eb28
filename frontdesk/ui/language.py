"""The language of the window, switched while it runs.

Every widget with words of its own is `Translated`: it sets its words in `retranslate`, which is
called once when it is built and again when the language changes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator

from frontdesk.base.languages import LANGS, SOURCE, fallbacks
from frontdesk.base.paths import resources

SPEAKS_UPON = {"PE": ("CL",), "AR": ("CL", "PE")}  # whose words a country has as well as its own


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
        raise NotImplementedError  # each subclass has its own


class Language(QObject):
    """The language in use, with its translators installed on the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = SOURCE
        self.locale = QLocale(QLocale.Language.English)
        self._translators: list[QTranslator] = []

    def use(self, code: str, country: str = "") -> None:
        """Speak `code` (es, en), with the dates, numbers and, where it has its own, the words of a
        country: what it says otherwise lies upon the catalogue of the language.
        """
        self.code = code if code in LANGS else SOURCE
        self.locale = QLocale(f"{self.code}_{country}" if country else self.code)
        QLocale.setDefault(self.locale)
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
        own = resources() / "i18n"
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        files = [
            file
            for lang in reversed(fallbacks(self.code))  # the last one that knows a text says it
            if lang != SOURCE or self.code == SOURCE
            for file in (
                qt / f"qtbase_{lang}.qm",
                own / f"frontdesk_{lang}.qm",
                *(
                    own / "regions" / f"{lang}_{region}.qm"
                    for region in (*SPEAKS_UPON.get(country, ()), country)
                ),
            )
        ]
        loaded = (self._loaded(file) for file in files if file.is_file())
        self._translators = [translator for translator in loaded if translator]

    def _loaded(self, file: Path) -> QTranslator | None:
        translator = QTranslator(self)
        if not translator.load(str(file)):
            return None
        QCoreApplication.installTranslator(translator)
        return translator
