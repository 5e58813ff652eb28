"""The first start: country and region, the name of the office, a demo or an empty desk.

Three questions and nothing else; the rest has defaults that can be changed later.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.base.text import fold
from frontdesk.core import sites
from frontdesk.ui.language import Language, Translated
from frontdesk.ui.messages import FieldError
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.choice import Choice
from frontdesk.ui.widgets.field import Field

WIDTH_PX = 620


class Answers(NamedTuple):
    """What was answered. `country` is ISO 3166 with the region, as `sites.create` takes it."""

    name: str
    country: str
    lang: str
    wants_demo: bool
    invitation: Path | None = None  # the file of head office that makes this desk one of a branch


def places(language: Language) -> list[tuple[str, str]]:
    """Return (code, name) of the countries that have a calendar and a zone here, then regions."""
    from holidays import country_holidays

    found: dict[str, str] = {}
    for country in sorted({code[:2] for code in sites.ZONES}):
        name = country_name(country, language)
        found[country] = name
        regions = getattr(country_holidays(country), "subdivisions_aliases", {})
        for region, code in regions.items():  # a region with two names is told by its first
            found.setdefault(f"{country}-{code}", f"{name} · {region}")
    return sorted(found.items(), key=lambda one: fold(one[1]))


def country_name(country: str, language: Language) -> str:
    """Return the name of a country in the language in use, where Qt has it in that language."""
    territory = QLocale.codeToTerritory(country)
    own = QLocale(f"{language.code}_{country}")
    if own.territory() == territory and own.nativeTerritoryName():
        return str(own.nativeTerritoryName())
    return str(QLocale.territoryToString(territory))


class FirstRun(Translated, QDialog):
    """The three questions; `answers` holds what was said once it is accepted."""

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language = language
        self.answers: Answers | None = None
        self.country, self.name = Choice(), QLineEdit()
        self.name.setMaxLength(sites.MAX_NAME_CHARS)
        self._country, self._name = Field(self.country), Field(self.name)
        self._title, self._words, self._how = QLabel(), QLabel(), QLabel()
        self.demo, self.empty, self.start = QRadioButton(), QRadioButton(), QPushButton()
        self.branch = QRadioButton()
        self._refused = FieldError()
        self._with = QButtonGroup(self)
        for button in (self.empty, self.branch, self.demo):
            self._with.addButton(button)
        self.empty.setChecked(True)
        self._lay_out(theme)
        for button in (self.demo, self.branch):
            button.toggled.connect(self._ask_only_what_counts)
            button.toggled.connect(self._refused.clear_mark)
        self.start.clicked.connect(self._answer)
        self.retranslate()
        self.country.set_choices(places(language))
        self.country.choose(QLocale.system().name().partition("_")[2])
        self.name.setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle("Frontdesk")
        self._title.setText(self.tr("Welcome to Frontdesk"))
        self._words.setText(self.tr("Three questions, and the desk is ready."))
        self._country.set_label(self.tr("1. &Country, or country and region"))
        self._country.note(self.tr("Decides holidays, the terms of complaints and the forms."))
        self._name.set_label(self.tr("2. &Name of the office"))
        self._name.note(self.tr("As it stands on slips and receipts."))
        self._how.setText(self.tr("3. Begin with"))
        self.empty.setText(self.tr("An &empty desk, for your own office"))
        self.branch.setText(self.tr("A &branch: with the file that head office gave you"))
        self.demo.setText(self.tr("A &demo office, to look around; it is removed by one command"))
        self.start.setText(self.tr("Start (Enter)"))

    def _lay_out(self, theme: Theme) -> None:
        self.setMinimumWidth(theme.px(WIDTH_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space("l"), theme.space("l"), theme.space("l"),
                                  theme.space("l"))  # fmt: skip
        column.setSpacing(theme.space("m"))
        self._title.setProperty("role", "title")
        self._how.setProperty("role", "heading")
        for label in (self._words, self._how):
            label.setWordWrap(True)
        for widget in (
            self._title, self._words, self._country, self._name, self._how, self.empty, self.branch,
            self._refused, self.demo,
        ):  # fmt: skip
            column.addWidget(widget)
        self.start.setProperty("primary", True)
        self.start.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.start)
        column.addLayout(foot)

    def _ask_only_what_counts(self) -> None:
        for field in (self._country, self._name):
            field.setEnabled(self.empty.isChecked())

    def _answer(self) -> None:
        if self.branch.isChecked():
            self._ask_invitation()
            return
        self._country.accept()
        self._name.accept()
        answers = Answers(
            self.name.text(), self.country.chosen(), self._language.code, self.demo.isChecked()
        )
        try:
            if not answers.wants_demo:
                sites.described(
                    answers.name, country=answers.country, lang=answers.lang, rules="",
                    zone_name="",
                )  # fmt: skip
        except UserError as error:
            field = self._name if error.field == "name" else self._country
            field.refuse(sentence(error, self._language.code))
            return
        self.answers = answers
        self.accept()

    def _ask_invitation(self) -> None:
        """Ask for the file, and take it if it is whole; whose it is stands on the desk then."""
        from PySide6.QtWidgets import QFileDialog

        from frontdesk.sync import joining

        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("The file that head office gave you"), "", "JSON (*.json)"
        )
        if not chosen:
            return
        try:
            told = joining.read(Path(chosen))
        except UserError as error:
            self._refused.refuse(self.branch, sentence(error, self._language.code))
            return
        name, lang = str(told["site"]["name"]), self._language.code
        self.answers = Answers(name, "", lang, wants_demo=False, invitation=Path(chosen))
        self.accept()
