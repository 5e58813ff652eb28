"""The hub: head office's PostgreSQL as one more place for envelopes, for branches with a network.

Each site has a role that may add envelopes of its own and read what is addressed to it, nothing
else: row-level security keeps that, whatever program connects. Head office's loader alone fills the
event table, partitioned by month, for reports over all branches. psycopg is imported only here.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from frontdesk.base.errors import UserError
from frontdesk.sync import envelopes, tickets
from frontdesk.sync.transports import MAX_FILE_BYTES

if TYPE_CHECKING:
    from psycopg import Connection

SCHEMES = ("postgresql://", "postgres://")
CHANNEL = "frontdesk"
KEPT = "7 days"  # so long an envelope stays that everybody has
CONNECT_S = 10
WATCHFUL: dict[str, Any] = {
    "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 2, "tcp_user_timeout": 5000,
}  # fmt: skip
_FOR_A_WHILE = ("starting up", "shutting down", "recovery", "too many", "terminating", "accepting")
_WORDS = {
    "password": "sync.hub_login", "certificate": "sync.hub_unsafe", "SSL": "sync.hub_unsafe",
    "invalid": "sync.hub_address", "Servname": "sync.hub_address",
}  # fmt: skip

SCHEMA = """
CREATE SCHEMA IF NOT EXISTS frontdesk;
CREATE TABLE IF NOT EXISTS frontdesk.site(
  id text PRIMARY KEY, role name NOT NULL UNIQUE, is_head boolean NOT NULL);
ALTER TABLE frontdesk.site ADD COLUMN IF NOT EXISTS revoked boolean NOT NULL DEFAULT false;
CREATE TABLE IF NOT EXISTS frontdesk.bundle(
  name text PRIMARY KEY, site text NOT NULL REFERENCES frontdesk.site(id),
  addressed text[] NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  data bytea NOT NULL, CHECK (octet_length(data) <= {most}));
CREATE INDEX IF NOT EXISTS bundle_site ON frontdesk.bundle(site);
CREATE INDEX IF NOT EXISTS bundle_addressed ON frontdesk.bundle USING gin(addressed);
CREATE TABLE IF NOT EXISTS frontdesk.event(
  id bytea NOT NULL, site text NOT NULL, writer text NOT NULL, seq bigint NOT NULL,
  lamport bigint NOT NULL, at timestamptz NOT NULL, entity text NOT NULL, kind text NOT NULL,
  body jsonb, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE IF NOT EXISTS frontdesk.event_other PARTITION OF frontdesk.event DEFAULT;
CREATE TABLE IF NOT EXISTS frontdesk.loaded(writer text PRIMARY KEY, n bigint NOT NULL);
CREATE OR REPLACE FUNCTION frontdesk.own_site() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = frontdesk, pg_temp AS
  'SELECT id FROM site WHERE role = session_user AND NOT revoked';
CREATE OR REPLACE FUNCTION frontdesk.is_head() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = frontdesk, pg_temp AS
  'SELECT coalesce((SELECT is_head FROM site WHERE role = session_user), false)';
CREATE OR REPLACE FUNCTION frontdesk.tell() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN PERFORM pg_notify(''{channel}'', NEW.site); RETURN NULL; END';
CREATE OR REPLACE FUNCTION frontdesk.stamp() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN NEW.at = now(); RETURN NEW; END';
DROP TRIGGER IF EXISTS bundle_stamp ON frontdesk.bundle;
CREATE TRIGGER bundle_stamp BEFORE INSERT ON frontdesk.bundle
  FOR EACH ROW EXECUTE FUNCTION frontdesk.stamp();
DROP TRIGGER IF EXISTS bundle_tell ON frontdesk.bundle;
CREATE TRIGGER bundle_tell AFTER INSERT ON frontdesk.bundle
  FOR EACH ROW EXECUTE FUNCTION frontdesk.tell();
ALTER TABLE frontdesk.bundle ENABLE ROW LEVEL SECURITY;
ALTER TABLE frontdesk.bundle FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS bundle_read ON frontdesk.bundle;
CREATE POLICY bundle_read ON frontdesk.bundle FOR SELECT USING (
  frontdesk.is_head() OR site = frontdesk.own_site()
  OR addressed && ARRAY[frontdesk.own_site(), '*']);
DROP POLICY IF EXISTS bundle_write ON frontdesk.bundle;
DROP POLICY IF EXISTS bundle_prune ON frontdesk.bundle;
CREATE POLICY bundle_prune ON frontdesk.bundle FOR DELETE USING (frontdesk.is_head());
CREATE POLICY bundle_write ON frontdesk.bundle FOR INSERT WITH CHECK (
  site = frontdesk.own_site());
"""


class Hub:
    """PostgreSQL as a place for envelopes; a context manager, so that it is left tidily."""

    def __init__(self, address: str, site_id: str) -> None:
        """Connect as a site. Raises UserError where the hub does not answer or knows us not."""
        self.site_id = site_id
        self.db = connect(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def names(self) -> list[str]:
        """Return the envelopes that this site may read; lists names, for readers of serial numbers
        skip what commits late.
        """
        with said():
            rows = self.db.execute("SELECT name FROM frontdesk.bundle").fetchall()
        return [name for (name,) in rows if envelopes.NAME.fullmatch(name)]

    def get(self, name: str) -> bytes:
        """Return the bytes of an envelope."""
        with said():
            row = self.db.execute(
                "SELECT data FROM frontdesk.bundle WHERE name = %s", (name,)
            ).fetchone()
        return bytes(row[0]) if row else b""

    def put(self, name: str, data: bytes) -> bool:
        """Put an envelope of our own site there; those of others are theirs to put."""
        facts = envelopes.claims(data)
        if facts["site"] != self.site_id:
            return False
        addressed = facts["to"] or ["*"]  # a receipt is for all
        if name.startswith("release-"):
            addressed = [*facts["to"], "*"]  # its manifest tells a site that it is revoked
        with said():
            self.db.execute(
                "INSERT INTO frontdesk.bundle(name, site, addressed, data) VALUES(%s,%s,%s,%s) "
                "ON CONFLICT DO NOTHING",
                (name, self.site_id, addressed, data),
            )
        return True

    def listen(self) -> None:
        """Ask to be told of what is put there from now on."""
        with said():
            self.db.execute(f"LISTEN {CHANNEL}")

    def news(self, timeout_s: float) -> bool:
        """Wait until somebody puts something there; False when nobody did in that time."""
        with said():
            return any(True for _ in self.db.notifies(timeout=timeout_s, stop_after=1))


def connect(address: str, *, watchful: bool = False) -> Connection[tuple[Any, ...]]:
    """Connect to a hub; `watchful` notices in seconds that the network swallows everything.

    Raises UserError where the hub does not answer, lets nobody in, shows another certificate than
    it should, or where psycopg is not installed.
    """
    try:
        import psycopg
    except ImportError as error:
        raise UserError("sync.no_hub_driver") from error
    try:
        return psycopg.connect(
            address, autocommit=True, connect_timeout=CONNECT_S, **(WATCHFUL if watchful else {})
        )
    except psycopg.ProgrammingError as error:
        raise UserError("sync.hub_address") from error
    except psycopg.OperationalError as error:
        raise UserError(_trouble(str(error))) from error


def _trouble(said_by_server: str) -> str:
    """Return the code of what keeps us out; before one is let in there are words alone, no code.

    A server that starts, stops or is full answers too, and is only away for a while.
    """
    if "FATAL" in said_by_server:
        is_away = any(word in said_by_server for word in _FOR_A_WHILE)
        return "sync.no_hub" if is_away else "sync.hub_login"
    return next((code for word, code in _WORDS.items() if word in said_by_server), "sync.no_hub")


def set_up(db: Connection[tuple[Any, ...]], head_id: str) -> None:
    """Make or renew the hub's tables, as its owner; the owner itself is head office."""
    from psycopg import sql

    with said(), db.transaction():
        db.execute(SCHEMA.format(most=MAX_FILE_BYTES, channel=CHANNEL).encode())
        db.execute(tickets.SCHEMA.format(most=tickets.MAX_BYTES).encode())
        db.execute(
            "INSERT INTO frontdesk.site(id, role, is_head) VALUES(%s, session_user, true) "
            "ON CONFLICT DO NOTHING",
            (head_id,),
        )
        roles = db.execute("SELECT role FROM frontdesk.site WHERE NOT is_head").fetchall()
        for (role,) in roles:  # of a hub that was made before there were tickets
            db.execute(sql.SQL(tickets.GRANT).format(role=sql.Identifier(role)))


def admit(db: Connection[tuple[Any, ...]], site_id: str, code: str) -> tuple[str, str] | None:
    """Make the role of a site and return it with its password; None where it has one already."""
    from psycopg import sql

    role = f"frontdesk_{re.sub('[^a-z0-9]', '', code.lower())}_{site_id[-8:]}"
    password = secrets.token_urlsafe(24)
    grants = (
        "CREATE ROLE {role} LOGIN PASSWORD {password} NOSUPERUSER NOCREATEROLE",
        "GRANT USAGE ON SCHEMA frontdesk TO {role}",
        "GRANT SELECT, INSERT (name, site, addressed, data) ON frontdesk.bundle TO {role}",
        tickets.GRANT,
    )
    with said(), db.transaction():
        if db.execute("SELECT 1 FROM frontdesk.site WHERE id = %s", (site_id,)).fetchone():
            return None
        for grant in grants:
            db.execute(
                sql.SQL(grant).format(role=sql.Identifier(role), password=sql.Literal(password))
            )
        db.execute(
            "INSERT INTO frontdesk.site(id, role, is_head) VALUES(%s,%s,false)", (site_id, role)
        )
    return role, password


def bar(db: Connection[tuple[Any, ...]], site_ids: Sequence[str]) -> None:
    """Let sites that are revoked write nothing more; head office calls it with each round."""
    with said():
        db.execute(
            "UPDATE frontdesk.site SET revoked = true WHERE id = ANY(%s) AND NOT revoked",
            (list(site_ids),),
        )


def prune(db: Connection[tuple[Any, ...]], names: Sequence[str], *, kept: str = KEPT) -> int:
    """Let envelopes go of which there are signed receipts of all whom they were for.

    Return how many; only head office may. Whoever comes later gets the history anew.
    """
    with said():
        done = db.execute(
            "DELETE FROM frontdesk.bundle WHERE name = ANY(%s) AND at < now() - %s::interval",
            (list(names), kept),
        )
    return done.rowcount


@contextmanager
def said() -> Iterator[None]:
    """Turn what PostgreSQL says into what the person can do."""
    import psycopg

    try:
        yield
    except psycopg.errors.InsufficientPrivilege as error:
        raise UserError("sync.hub_refused") from error
    except psycopg.OperationalError as error:
        raise UserError("sync.no_hub") from error
    except psycopg.errors.UndefinedTable as error:
        raise UserError("sync.hub_empty") from error
