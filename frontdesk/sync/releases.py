"""Releases: what head office publishes, as one numbered and signed file that replaces the last.

Branches merge nothing: what the release no longer holds is retired there, never deleted. What a
branch owns stays its own: closures that it set itself, and those of a whole house. Desks of head
office, and one whose folder was copied, unite what each of them published.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from operator import itemgetter
from typing import Any

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.core import attachments, offices, people
from frontdesk.core.knowledge import articles, drafting
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.search import house_synonyms, keep_house_synonyms
from frontdesk.store import migrations, settings
from frontdesk.store.store import Tx
from frontdesk.sync import envelopes, keys, revoking, uniting
from frontdesk.sync.envelopes import Envelope

RESTORED_OVER = "sync.restored_over"  # releases up to this number were given up by a restore
PUBLISHED = ("published", "retired")  # drafts and reviews stay where they are written


def publish(tx: Tx, *, now: datetime) -> tuple[str, bytes] | None:
    """Return the name and bytes of the next release, None where nothing changed since the last.

    Only head office has anything to publish.
    """
    signer = keys.signer(tx.db)
    if not signer.site.facts["head"]:
        return None
    content = json.dumps(_content(tx.db), ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(content).hexdigest()
    number, rests_on, last = _newest(tx.db)
    if digest == last:
        return None
    name = f"release-{number + 1}-{digest[:16]}.zip"
    facts = {
        "number": number + 1, "schema": migrations.LATEST, "previous": number,
        "rests_on": rests_on, "made_at": iso(now), "revoked": revoking.sites(tx.db),
    }  # fmt: skip
    data = envelopes.pack("release", name, facts, content, signer=signer, to=keys.sites(tx.db))
    _note(tx, number + 1, name, digest, now)
    return name, data


def is_for_later(envelope: Envelope) -> bool:
    """Tell whether only a newer program can take a release in."""
    schema = envelope.facts.get("schema")
    return not isinstance(schema, int) or schema > migrations.LATEST


def current(db: sqlite3.Connection) -> int:
    """Return the number of the release in use, 0 before the first."""
    return _newest(db)[0]


def rests_on(envelope: Envelope) -> str:
    """Return the name of the release from which another one came about, '' where it tells none."""
    name = str(envelope.facts.get("rests_on", ""))
    return name if envelopes.NAME.fullmatch(name) else ""


def give_up(tx: Tx, number: int) -> None:
    """Let a copy that was brought back hold, against what was published after it was made."""
    settings.put(tx, RESTORED_OVER, str(number))


def apply(
    tx: Tx, envelope: Envelope, content: bytes, *, before: bytes | None = None, now: datetime
) -> bool:
    """Put a release in the place of the one before; False where a later one is in use already.

    A desk of head office meets those of another one, or its own after somebody laid a copy in
    place: it unites them with its own, `before` being the content on which theirs rests. One that
    was restored by the program only counts on from them.
    Raises UserError where it is not head office's or does not hold what a release holds.
    """
    if not envelope.certificates[0].facts["head"]:
        raise UserError("envelope.foreign", name=envelope.name, who=envelope.who)
    is_head = keys.signer(tx.db).site.facts["head"]
    try:
        number = int(envelope.facts["number"])
        newest, name, _ = _newest(tx.db)
        is_rival = is_head and number == newest and envelope.name != name
        if number <= newest and not is_rival:
            return False
        if not is_head:
            _apply(tx, json.loads(content), now)
        elif number > int(settings.get(tx.db, RESTORED_OVER, "0")):
            _unite(tx, json.loads(content), json.loads(before) if before else None, now)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise UserError("envelope.unreadable", name=envelope.name, who=envelope.who) from error
    _note(tx, number, envelope.name, hashlib.sha256(content).hexdigest(), now)
    tx.append("release.applied", uuid7(), {"number": number}, now)
    return True


def _newest(db: sqlite3.Connection) -> tuple[int, str, str]:
    """Return number, name and digest of the release in use; 0 and '' before the first."""
    row = db.execute(
        "SELECT number, name, digest FROM release ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return row or (0, "", "")


def _unite(tx: Tx, theirs: dict[str, Any], before: dict[str, Any] | None, now: datetime) -> None:
    ours = json.loads(json.dumps(_content(tx.db)))
    one = uniting.united(before, ours, theirs)
    if one != ours:
        tx.execute("DELETE FROM closure WHERE office_id <> ''")  # those that hold are all in it
        _apply(tx, one, now)


def _content(db: sqlite3.Connection) -> dict[str, Any]:
    """Return all that head office publishes; equal content gives equal text."""
    kept = [asdict(a) for a in articles.every(db) if a.state in PUBLISHED]
    kept.sort(key=itemgetter("id"))  # each desk of head office got them in an order of its own
    everyone = people.every(db, former=True)
    return {
        "articles": kept,
        "offices": [_lasting(asdict(o)) for o in offices.every(db, retired=True)],
        "people": [_lasting(asdict(p)) for p in everyone],
        "accounts": _rows(db, f"{_ACCOUNT} FROM account ORDER BY 1"),
        "papers": _rows(db, f"{_PAPER} FROM attachment WHERE noun = 'article' ORDER BY 1, 2, 3"),
        "wordings": _rows(db, f"{_WORDING} FROM paper_wording ORDER BY 1, 2"),
        "services": _rows(db, "article_id, office_id FROM service ORDER BY 1, 2"),
        "closures": _rows(db, f"{_CLOSURE} FROM closure WHERE office_id <> '' ORDER BY id"),
        "rules": _rows(db, "name, version, text, saved_at FROM rule_pack ORDER BY 1, 2"),
        "synonyms": house_synonyms(db),
        "sites": [
            [text, signature.hex(), revoked]
            for text, signature, revoked in db.execute(
                "SELECT text, signature, revoked FROM certificate WHERE noun = 'site' ORDER BY id"
            )
        ],
        "revoked": [one for (one,) in db.execute(
            "SELECT id FROM certificate WHERE revoked = 1 ORDER BY id"
        )],
    }  # fmt: skip


_ACCOUNT = "person_id, initials, secret, set_at"
_PAPER = "entity_id, noun, position, name, sha256, bytes, at"
_WORDING = "lang, name, text, changed_at"
_CLOSURE = "id, office_id, from_on, to_on, hours, reason, shortens"


def _apply(tx: Tx, told: Mapping[str, Any], now: datetime) -> None:
    places = {o["id"]: Office(**_known(Office, o)) for o in told["offices"]}
    gone = [replace(o, retired=True) for o in offices.every(tx.db) if o.id not in places]
    offices.put_many(tx, [*places.values(), *gone], now=now)
    _apply_articles(tx, told["articles"], now)
    _apply_people(tx, told, now)
    tx.execute("DELETE FROM service")
    offices.serve(tx, [(article_id, office_id) for article_id, office_id in told["services"]])
    _apply_closures(tx, told["closures"])
    tx.executemany(
        "INSERT OR REPLACE INTO rule_pack(name, version, text, saved_at) VALUES(?,?,?,?)",
        told["rules"],
    )
    keep_house_synonyms(tx, told["synonyms"])
    _apply_papers(tx, told)
    _apply_sites(tx, told, now)


def _apply_people(tx: Tx, told: Mapping[str, Any], now: datetime) -> None:
    """Replace the staff; who has a PIN that was given here stays, or the branch would be locked.

    Of two PINs of one person the one set last holds, wherever that was.
    """
    staff = {p["id"]: Person(**_known(Person, p)) for p in told["people"]}
    own = {one for (one,) in tx.db.execute("SELECT person_id FROM account")}
    left = [replace(p, active=False) for p in people.every(tx.db) if p.id not in staff.keys() | own]
    people.put_many(tx, [*staff.values(), *left], now=now)
    tx.executemany(
        f"INSERT INTO account({_ACCOUNT}) VALUES(?,?,?,?) ON CONFLICT(person_id) DO UPDATE SET "
        "initials = excluded.initials, secret = excluded.secret, set_at = excluded.set_at "
        "WHERE excluded.set_at > account.set_at",
        told.get("accounts", []),
    )


def _apply_articles(tx: Tx, told: list[dict[str, Any]], now: datetime) -> None:
    kept = {one["id"]: articles.checked(articles.from_dict(one)) for one in told}
    gone = [
        replace(article, state="retired")
        for article in articles.every(tx.db)
        if article.state == "published" and article.id not in kept
    ]
    coming = [*kept.values(), *gone]
    drafting.note_replaced(tx, coming, edited_since=_last_at(tx.db))
    articles.put_many(tx, coming, now=now)


def _last_at(db: sqlite3.Connection) -> str:
    """Return when the release in use was applied, '' before the first."""
    return str(db.execute("SELECT coalesce(max(at), '') FROM release").fetchone()[0])


def _apply_closures(tx: Tx, told: list[list[Any]]) -> None:
    """Replace the closures that releases brought; those of this branch stay.

    An older head office does not tell whether one shortens: there none did.
    """
    tx.execute("DELETE FROM closure WHERE id IN (SELECT id FROM released_closure)")
    tx.execute("DELETE FROM released_closure")
    tx.executemany(
        f"INSERT OR REPLACE INTO closure({_CLOSURE}) VALUES(?,?,?,?,?,?,?)",
        [(*row, 0)[:7] for row in told],
    )
    tx.executemany("INSERT INTO released_closure(id) VALUES(?)", [row[:1] for row in told])


def _apply_papers(tx: Tx, told: Mapping[str, Any]) -> None:
    """Replace which papers articles have, and the house's wording of slips and letters.

    The contents travel in envelopes of their own. An older head office tells of neither.
    """
    if "papers" in told:
        tx.execute("DELETE FROM attachment WHERE noun = 'article'")
        tx.executemany(f"INSERT INTO attachment({_PAPER}) VALUES(?,?,?,?,?,?,?)", told["papers"])
        attachments.sweep(tx)
    if "wordings" in told:
        tx.execute("DELETE FROM paper_wording")
        tx.executemany(f"INSERT INTO paper_wording({_WORDING}) VALUES(?,?,?,?)", told["wordings"])


def _apply_sites(tx: Tx, told: Mapping[str, Any], now: datetime) -> None:
    head_key = keys.head_key(tx.db)
    for text, signature, _ in told["sites"]:
        certificate = keys.read([text, signature])
        if keys.is_signed(text.encode(), certificate.signature, head_key):
            keys.keep(tx, certificate, now=now)
            envelopes.enter_site(tx, certificate.facts)
    tx.execute("UPDATE certificate SET revoked = 0")
    tx.executemany(
        "UPDATE certificate SET revoked = 1 WHERE id = ?", [(one,) for one in told["revoked"]]
    )


def _lasting(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row without the instant at which this database wrote it."""
    return {name: value for name, value in row.items() if name != "changed_at"}


def _known(noun: type[Office | Person], told: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that this program knows of what a program as new or older told."""
    names = {field.name for field in fields(noun)}
    return {name: value for name, value in told.items() if name in names}


def _rows(db: sqlite3.Connection, what: str) -> list[list[Any]]:
    return [list(row) for row in db.execute(f"SELECT {what}")]


def _note(tx: Tx, number: int, name: str, digest: str, now: datetime) -> None:
    tx.execute(
        "INSERT OR REPLACE INTO release(number, name, digest, at) VALUES(?,?,?,?)",
        (number, name, digest, iso(now)),
    )
