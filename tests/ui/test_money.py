"""Money as the reader writes it."""

from __future__ import annotations

import pytest

from frontdesk.ui.language import Language
from frontdesk.ui.wording import Wording


@pytest.mark.parametrize(
    ("lang", "country", "amount", "currency", "told"),
    [
        ("es", "ES", "45", "EUR", "45 €"),
        ("es", "ES", "12.5", "EUR", "12,50 €"),
        ("en", "GB", "45", "EUR", "€45"),
        ("es", "CO", "25000", "COP", "COP 25.000"),
        ("es", "ES", "gratis para mayores", "", "gratis para mayores"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_money_has_the_form_of_the_country(
    lang: str, country: str, amount: str, currency: str, told: str
) -> None:
    """The euro has a sign of its own; what many countries call $ is told by its code."""
    language = Language()
    language.use(lang, country)
    said = Wording(language, "UTC").money(amount, currency)
    language.use("en")
    assert said.replace("\xa0", " ") == told
