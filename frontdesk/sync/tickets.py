"""Tickets at the hub: the desks of a branch tell each other what changed, and one gets each call.

What a ticket holds is encrypted with a key that only the desks of its site have; the hub sees which
version of which ticket it is. Row-level security keeps each site to its own rows.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from frontdesk.core.queue.sharing import Told
from frontdesk.core.queue.versions import Version
from frontdesk.store.events import Body

if TYPE_CHECKING:
    from nacl.secret import SecretBox
    from nacl.signing import SigningKey
    from psycopg import Connection

MAX_BYTES = 1 << 20
MAX_UNPACKED_BYTES = 8 << 20
KEPT = "2 days"
RECENT = "10 minutes"  # more than any transaction takes to commit
SCHEMA = """
CREATE TABLE IF NOT EXISTS frontdesk.ticket(
  site text NOT NULL REFERENCES frontdesk.site(id), id text NOT NULL, turn bigint NOT NULL,
  lamport bigint NOT NULL, writer text NOT NULL, holder text NOT NULL, rev bigint NOT NULL,
  body bytea NOT NULL, contact bytea NOT NULL, contact_rev bigint NOT NULL,
  rivals text NOT NULL DEFAULT '', at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site, id),
  CHECK (octet_length(body) <= {most} AND octet_length(contact) <= {most}));
CREATE INDEX IF NOT EXISTS ticket_at ON frontdesk.ticket(site, at);
CREATE OR REPLACE FUNCTION frontdesk.tell_ticket() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN NEW.at = clock_timestamp(); PERFORM pg_notify(''frontdesk_'' || NEW.site, '''');
   RETURN NEW; END';
DROP TRIGGER IF EXISTS ticket_tell ON frontdesk.ticket;
CREATE TRIGGER ticket_tell BEFORE INSERT OR UPDATE ON frontdesk.ticket
  FOR EACH ROW EXECUTE FUNCTION frontdesk.tell_ticket();
ALTER TABLE frontdesk.ticket ENABLE ROW LEVEL SECURITY;
ALTER TABLE frontdesk.ticket FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS ticket_own ON frontdesk.ticket;
CREATE POLICY ticket_own ON frontdesk.ticket
  USING (site = frontdesk.own_site()) WITH CHECK (site = frontdesk.own_site());
"""
GRANT = "GRANT SELECT, INSERT, UPDATE, DELETE ON frontdesk.ticket TO {role}"
_VERSION = "id, turn, lamport, writer, holder, rev"
_PUT = f"""
INSERT INTO frontdesk.ticket AS t(site, {_VERSION}, body, contact, contact_rev)
VALUES(%(site)s, %(id)s, %(turn)s, %(lamport)s, %(writer)s, %(holder)s, %(rev)s, %(body)s,
       %(contact)s, %(contact_rev)s)
ON CONFLICT (site, id) DO UPDATE SET turn = excluded.turn, lamport = excluded.lamport,
  writer = excluded.writer, holder = excluded.holder, rev = excluded.rev, body = excluded.body
WHERE t.turn < excluded.turn OR (t.turn = excluded.turn AND (
  (t.lamport = excluded.lamport AND t.writer = excluded.writer AND t.rev < excluded.rev)
  OR (%(provisional)s AND (excluded.lamport, excluded.writer) < (t.lamport, t.writer))))
"""


def channel(site_id: str) -> str:
    """Return the channel on which the desks of a site hear of each other."""
    return f"frontdesk_{site_id}"


def box(site_key: SigningKey) -> SecretBox:
    """Return what hides tickets from all but the desks that hold a site's key."""
    from nacl.encoding import RawEncoder
    from nacl.hash import blake2b
    from nacl.secret import SecretBox

    key = blake2b(site_key.encode(), person=b"fd tickets", digest_size=32, encoder=RawEncoder)
    return SecretBox(key)


def put(db: Connection[tuple[Any, ...]], site_id: str, told: Told, sealer: SecretBox, *,
        provisional: bool) -> bool:  # fmt: skip
    """Put a version in the place of an older one; False where another desk's is in force.

    A new turn begins once: who is second is refused. What was taken without the hub (`provisional`)
    goes before another claim of the same turn where it is the lower one.
    """
    v = told.version
    values = {
        "site": site_id, "id": v.contact_id, "turn": v.turn, "lamport": v.lamport,
        "writer": v.writer, "holder": v.holder, "rev": v.rev, "provisional": provisional,
        "body": _seal("ticket", v, told.part, sealer),
        "contact": _seal("contact", v, told.contact, sealer),
        "contact_rev": told.contact_rev,
    }  # fmt: skip
    done = db.execute(_PUT, values).rowcount == 1
    if told.contact_rev:
        db.execute(
            "UPDATE frontdesk.ticket SET contact = %(contact)s, contact_rev = %(contact_rev)s "
            "WHERE site = %(site)s AND id = %(id)s AND contact_rev < %(contact_rev)s",
            values,
        )
    if done:
        return True
    row = db.execute(
        f"SELECT {_VERSION} FROM frontdesk.ticket WHERE site = %s AND id = %s",
        (site_id, v.contact_id),
    ).fetchone()
    return row is not None and Version(*row) == v


def claim(
    db: Connection[tuple[Any, ...]], site_id: str, told: Told, sealer: SecretBox
) -> Told | None:
    """Grant a desk the call of a ticket: None, or the ticket of the desk that was faster."""
    if put(db, site_id, told, sealer, provisional=False):
        return None
    (other,) = get(db, site_id, [told.version.contact_id], sealer)
    return other


def heads(
    db: Connection[tuple[Any, ...]], site_id: str, *, everything: bool
) -> dict[str, tuple[Version, int, set[str]]]:
    """Return which versions the hub has of a site's tickets, that of the contact's part, and its
    rivals: of all, or of what was told lately.
    """
    rows = db.execute(
        f"SELECT {_VERSION}, contact_rev, rivals FROM frontdesk.ticket "
        "WHERE site = %s AND at > now() - %s::interval",
        (site_id, KEPT if everything else RECENT),
    )
    return {row[0]: (Version(*row[:6]), row[6], set(row[7].split())) for row in rows}


def get(
    db: Connection[tuple[Any, ...]], site_id: str, ids: Sequence[str], sealer: SecretBox
) -> list[Told]:
    """Return tickets of a site; one that was not sealed by a desk of it is left out."""
    from nacl.exceptions import CryptoError

    rows = db.execute(
        f"SELECT {_VERSION}, body, contact, contact_rev, rivals FROM frontdesk.ticket "
        "WHERE site = %s AND id = ANY(%s) ORDER BY lamport, writer",
        (site_id, list(ids)),
    )
    found = []
    for row in rows:
        version = Version(*row[:6])
        try:
            part = _open("ticket", version, row[6], sealer)
            contact = _open("contact", version, row[7], sealer)
        except (CryptoError, ValueError, zlib.error):
            continue
        found.append(Told(version, part, contact, row[8], tuple(row[9].split())))
    return found


def tell_rival(
    db: Connection[tuple[Any, ...]], site_id: str, contact_id: str, desk: str
) -> None:  # fmt: skip
    """Tell the desk that kept a ticket that this desk had called it too."""
    db.execute(
        "UPDATE frontdesk.ticket SET rivals = trim(rivals || ' ' || %s) "
        "WHERE site = %s AND id = %s",
        (desk, site_id, contact_id),
    )


def purge(db: Connection[tuple[Any, ...]], site_id: str) -> None:
    """Let former days go; the closing events have long travelled by envelope."""
    db.execute(
        "DELETE FROM frontdesk.ticket WHERE site = %s AND at < now() - %s::interval",
        (site_id, KEPT),
    )


def _seal(what: str, version: Version, told: Body, sealer: SecretBox) -> bytes:
    """Encrypt what is told, bound to its ticket, so that no row can be put in another's place."""
    text = json.dumps([what, version.contact_id, told], ensure_ascii=False).encode()
    return bytes(sealer.encrypt(zlib.compress(text)))


def _open(what: str, version: Version, data: bytes, sealer: SecretBox) -> Body:
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(sealer.decrypt(bytes(data)), MAX_UNPACKED_BYTES)
    told = json.loads(text)
    if told[:2] != [what, version.contact_id] or not isinstance(told[2], dict):
        raise ValueError(version.contact_id)
    found: Body = told[2]
    return found
