"""The sites that are known here, as list and form: without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import edits, sites
from frontdesk.core.sites import Site
from frontdesk.ui.records.record import Record


def read(db: Any) -> list[Record]:
    """Return all sites, our own first."""
    return [_record(site) for site in sites.every(db)]


def save(tx: Any, site_id: str, values: Mapping[str, Any], *, base: str, now: datetime) -> Record:
    """Save our own site from the form. Raises UserError as `sites.change`."""
    try:
        site = sites.change(
            tx, site_id, name=str(values["name"]), country=str(values["country"]),
            zone_name=str(values["zone"]), base=base, now=now,
        )  # fmt: skip
    except UserError as error:
        if error.field == "region":  # which is typed behind the country
            raise UserError(error.code, **{**error.details, "field": "country"}) from error
        raise
    return _record(site)


def _record(site: Site) -> Record:
    country = "-".join(filter(None, (site.country, site.region)))
    values = {"name": site.name, "country": country, "zone": site.zone}
    under = " · ".join(filter(None, (site.code, country, site.zone)))
    return Record(site.id, site.name, under, values, edits.digest(site))
