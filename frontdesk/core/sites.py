"""Who we are: the site (a branch or head office) and this desk of it."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from frontdesk.base.clock import zone
from frontdesk.base.errors import UserError
from frontdesk.base.ids import short_code, uuid7
from frontdesk.base.languages import LANGS
from frontdesk.base.text import fold, line
from frontdesk.core import edits
from frontdesk.core.roles import require
from frontdesk.store.store import Tx

MAX_NAME_CHARS = 120
_COUNTRY = re.compile(r"([A-Z]{2})(?:-([A-Z0-9]{1,3}))?")
_GENERIC = frozenset({
    "oficina", "sede", "sucursal", "delegacion", "agencia", "centro", "municipalidad",
    "ayuntamiento", "alcaldia", "distrito", "empresa", "servicio", "servicios", "atencion",
    "del", "las", "los", "para", "office", "branch", "city", "town", "council", "center",
    "centre", "agency", "head", "the", "and",
})  # fmt: skip
# The zone of the capital; a region that keeps another time is named beside its country.
ZONES = {
    "AR": "America/Argentina/Buenos_Aires", "BO": "America/La_Paz", "BR": "America/Sao_Paulo",
    "CL": "America/Santiago", "CO": "America/Bogota", "CR": "America/Costa_Rica",
    "CU": "America/Havana", "DO": "America/Santo_Domingo", "EC": "America/Guayaquil",
    "ES": "Europe/Madrid", "ES-CN": "Atlantic/Canary", "GB": "Europe/London",
    "GQ": "Africa/Malabo", "GT": "America/Guatemala", "HN": "America/Tegucigalpa",
    "MX": "America/Mexico_City", "MX-BCN": "America/Tijuana", "MX-SON": "America/Hermosillo",
    "MX-ROO": "America/Cancun", "NI": "America/Managua", "PA": "America/Panama",
    "PE": "America/Lima", "PR": "America/Puerto_Rico", "PT": "Europe/Lisbon",
    "PY": "America/Asuncion", "SV": "America/El_Salvador", "US": "America/New_York",
    "UY": "America/Montevideo", "VE": "America/Caracas", "CL-MA": "America/Punta_Arenas",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Here:
    """The desk we are and its site. `region` is the ISO 3166-2 part after the country, or empty."""

    site_id: str
    site: str
    name: str
    is_head: bool
    country: str
    region: str
    lang: str
    zone: str
    rules: str
    desk: str


@dataclass(frozen=True, slots=True)
class Site:
    """A site as a list shows it; `ours` is the one of this desk."""

    id: str
    code: str
    name: str
    is_head: bool
    country: str
    region: str
    lang: str
    zone: str
    ours: bool


def create(
    tx: Tx, name: str, *, is_head: bool = False, country: str = "", lang: str = "es",
    rules: str = "", zone_name: str = "", now: datetime,
) -> Here:  # fmt: skip
    """Set this database up as a desk of a new site; once only.

    `country` is ISO 3166 with an optional region (`ES-AN`), `zone_name` an IANA zone, by default
    the country's. Raises UserError for a second set-up, an empty name, an unknown language,
    country or region: its public holidays decide when offices open and answers are due.
    """
    require(tx, "site.write")
    if tx.db.execute("SELECT 1 FROM site").fetchone():
        raise UserError("site.exists")
    site = described(name, country=country, lang=lang, rules=rules, zone_name=zone_name)
    site_id = uuid7()
    tx.execute(
        "INSERT INTO site(id, code, name, is_head, country, region, lang, zone, rules) "
        "VALUES(?,?,?,?,?,?,?,?,?)",
        (site_id, site["code"], site["name"], int(is_head), site["country"], site["region"], lang,
         site["zone"], rules),
    )  # fmt: skip
    tx.execute(
        "INSERT INTO desk(id, site_id, code, is_here) VALUES(?,?,?,1)",
        (uuid7(), site_id, short_code(4)),
    )
    renew_writer(tx)
    told = {"name": site["name"], "country": site["country"], "lang": lang}
    tx.append("site.created", site_id, told, now)
    return here(tx.db)


def described(name: str, *, country: str, lang: str, rules: str, zone_name: str) -> dict[str, str]:
    """Return a site as it is stored, without an id. Raises UserError as `create` does."""
    name = line(name)
    if not name or len(name) > MAX_NAME_CHARS:
        raise UserError("site.name", field="name", most=MAX_NAME_CHARS)
    if lang not in LANGS:
        raise UserError("site.lang", field="lang", langs=", ".join(LANGS))
    country, region = split_country(country)
    from frontdesk.core.opening import check_calendar  # with a set-up, not with every start

    check_calendar(country, region)
    return {
        "code": code_of(name), "name": name, "country": country, "region": region, "lang": lang,
        "zone": zone_name or zone_of(country, region), "rules": rules,
    }  # fmt: skip


def here(db: sqlite3.Connection) -> Here:
    """Return this desk. Raises UserError before set-up."""
    row = db.execute(
        "SELECT s.id, s.code, s.name, s.is_head, s.country, s.region, s.lang, s.zone, s.rules, "
        "d.code FROM desk d JOIN site s ON s.id = d.site_id WHERE d.is_here = 1"
    ).fetchone()
    if row is None:
        raise UserError("site.absent")
    return Here(*(*row[:3], bool(row[3]), *row[4:]))


def branches(db: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Return id, code and name of the branches that are known here, by name."""
    return db.execute(
        "SELECT id, code, name FROM site WHERE is_head = 0 ORDER BY name, id"
    ).fetchall()


def every(db: sqlite3.Connection) -> list[Site]:
    """Return all sites that are known here, our own first, then by name."""
    rows = db.execute(
        "SELECT s.id, s.code, s.name, s.is_head, s.country, s.region, s.lang, s.zone, "
        "s.id = (SELECT site_id FROM desk WHERE is_here = 1) AS ours "
        "FROM site s ORDER BY ours DESC, s.name, s.id"
    )
    return [Site(*(*row[:3], bool(row[3]), *row[4:8], bool(row[8]))) for row in rows]


def change(
    tx: Tx, site_id: str, *, name: str, country: str, zone_name: str, base: str = "", now: datetime
) -> Site:
    """Change our own site; its code stays, because folios bear it. `country` as in `create`.

    Raises UserError as `create` does, `site.zone` for a zone that there is not, `site.theirs` for
    another site, which says itself what it is, and `record.changed`.
    """
    require(tx, "site.write")
    known = {site.id: site for site in every(tx.db)}
    before = known.get(site_id)
    if before is None or not before.ours:
        raise UserError("site.theirs", name=before.name if before else line(site_id)[:40])
    edits.check(base, before)
    told = described(
        name, country=country, lang=before.lang, rules="", zone_name=zone_name.strip()
    )  # fmt: skip
    if str(zone(told["zone"])) != told["zone"]:
        raise UserError("site.zone", field="zone", given=line(zone_name)[:40])
    tx.execute(
        "UPDATE site SET name = ?, country = ?, region = ?, zone = ? WHERE id = ?",
        (told["name"], told["country"], told["region"], told["zone"], site_id),
    )
    after = next(site for site in every(tx.db) if site.id == site_id)
    edits.note(tx, "site", before, after, now=now)
    return after


def has_releases(db: sqlite3.Connection) -> bool:
    """Tell whether head office's releases came here: they replace what a branch changes itself."""
    return db.execute("SELECT 1 FROM release LIMIT 1").fetchone() is not None


def renew_identity(tx: Tx, *, now: datetime) -> Here:
    """Take a new writer and a new desk code, after a restore: the old ones may live elsewhere.

    The folio series starts anew under the new code, so no folio can be given twice.
    """
    require(tx, "site.write")
    old = here(tx.db)
    renew_writer(tx)
    tx.execute("UPDATE desk SET code = ? WHERE is_here = 1", (short_code(4),))
    tx.append("desk.renewed", old.site_id, {"from": old.desk, "to": here(tx.db).desk}, now)
    return here(tx.db)


def renew_writer(tx: Tx) -> None:
    """Begin a new chain of events, after the highest Lamport time seen."""
    lamport = tx.db.execute("SELECT coalesce(max(lamport), 0) FROM event").fetchone()[0]
    tx.execute("UPDATE writer SET current = 0 WHERE current = 1")
    tx.execute(
        "INSERT INTO writer(id, seq, head, lamport, current) VALUES(?, 0, x'', ?, 1)",
        (uuid7(), lamport),
    )


def split_country(text: str) -> tuple[str, str]:
    """Return country and region of ISO 3166 text; both empty for empty text."""
    if not text:
        return "", ""
    match = _COUNTRY.fullmatch(text.strip().upper())
    if not match:
        raise UserError("site.country", field="country", given=line(text)[:20])
    return match.group(1), match.group(2) or ""


@lru_cache(maxsize=8)
def zone_of(country: str, region: str) -> str:
    """Return the IANA zone of a country and region; UTC where we do not know it."""
    name = ZONES.get(f"{country}-{region}") or ZONES.get(country, "UTC")
    return name if str(zone(name)) == name else "UTC"


def code_of(name: str) -> str:
    """Return the code of a site for its folios: four letters of the word that tells it apart."""
    words: list[str] = re.findall(r"[a-z0-9]+", fold(name))
    telling = [word for word in words if word not in _GENERIC and len(word) > 2]  # noqa: PLR2004 - de, la, of
    return (telling or words or ["site"])[0][:4].upper()
