"""Public holidays by country and region, from the `holidays` library, by year.

The library is loaded with the first question. Days of the town and the house's own are rows of the
local closure table, which wins over this calendar.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from frontdesk.base.errors import UserError

_LANGUAGES = {"en": "en_US"}


@lru_cache(maxsize=64)
def public_holidays(country: str, region: str, year: int, lang: str) -> Mapping[date, str]:
    """Return the holidays of a year with their names; an unknown region has its country's."""
    if not country:
        return {}
    from holidays import country_holidays

    lang = _LANGUAGES.get(lang, lang)
    for subdivision in dict.fromkeys((region or None, None)):
        try:
            found = country_holidays(country, subdiv=subdivision, years=year, language=lang)
        except NotImplementedError:  # how holidays says that it does not know the place
            continue
        return dict(found)
    return {}


def check(country: str, region: str) -> None:
    """Raise UserError where no calendar of that country, or of that region in it, is known.

    A country whose regions share one calendar takes any region.
    """
    from holidays import country_holidays, list_supported_countries

    if not country:
        return
    regions = list_supported_countries().get(country)
    if regions is None:
        raise UserError("calendar.country", field="country", country=country)
    try:
        country_holidays(country, subdiv=region if regions and region else None)
    except NotImplementedError as error:  # as above
        known = ", ".join(regions)
        raise UserError(
            "calendar.region", field="region", region=region, country=country, known=known
        ) from error
