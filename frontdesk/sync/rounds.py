"""One round of exchange with one place: read all that is new for us, write what it lacks.

Every step is one transaction and can be repeated, so a round that was killed, or a stick that was
pulled, is mended by the next one. What is refused is said and noted; the rest goes through.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from frontdesk import __version__
from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core import folding
from frontdesk.store import settings
from frontdesk.store.store import Store, Tx
from frontdesk.sync import (
    envelopes,
    identity,
    keys,
    papers,
    receipts,
    releases,
    revoking,
    segments,
)
from frontdesk.sync.envelopes import Envelope
from frontdesk.sync.transports import MAX_FILE_BYTES, Folder, Transport

COPIES = "segments"  # our copies of what not everybody has yet, in the data folder
FOLDED_BY = "sync.folded_by"
CACHE_KIB = 65_536
LAST_AT, GAVE_AT, GOT_AT = "sync.last_at", "sync.gave_at", "sync.got_at"
EARLY = "early"  # a paper that nothing names yet; looked at again when there are new events
DONE = ("applied", "carried", "elsewhere", "settled")

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Round:
    """What one round did: envelopes read and written, events new here, and what was refused."""

    read: int = 0
    events: int = 0
    written: int = 0
    release: int = 0
    loaded: int = 0  # events new in the hub's table for reports
    renewed: bool = False
    refused: list[UserError] = field(default_factory=list)
    later: list[str] = field(default_factory=list)


def exchange(
    store: Store, place: Transport, *, now: datetime, progress: Progress | None = None
) -> Round:
    """Exchange with a place. Raises UserError where this desk has joined nobody or the place fails.

    `progress` is told after each envelope how many are done and how many there are; what it raises
    ends the round, and the next one goes on from there. Whoever starts it, what comes in is written
    by the machine: its authors were asked where they wrote it.
    """
    with store.acting_as(None):
        return _exchange(store, place, progress, now=now)


def _exchange(store: Store, place: Transport, progress: Progress | None, *, now: datetime) -> Round:
    keys.signer(store.read())
    store.read().execute(f"PRAGMA cache_size = -{CACHE_KIB}")  # a round writes in many places
    done = Round(renewed=identity.watch(store, now=now))
    copies = _copies(store)
    _catch_up(store)
    _take_in(store, copies, done, progress, now=now)
    _take_in(store, place, done, progress, now=now)
    revoking.check(store.read())
    _make(store, copies, now=now)
    _drop_settled(store, copies, now=now)
    _hand_out(store, copies, place, done, progress)
    done.release = releases.current(store.read())
    with store.write() as tx:
        settings.put(tx, LAST_AT, iso(now))
        if done.written:
            settings.put(tx, GAVE_AT, iso(now))
        if done.read > len(done.refused):
            settings.put(tx, GOT_AT, iso(now))
    return done


def status(db: sqlite3.Connection) -> dict[str, object]:
    """Return when we last exchanged, gave and got, what waits, and what was refused and why.

    Of what waits: events in no envelope yet, then envelopes that somebody has not acknowledged, by
    kind, and since when the oldest waits.
    """
    waiting = db.execute(
        "SELECT kind, count(*), min(at) FROM envelope WHERE state IN ('applied', 'carried') "
        "AND kind IN ('segment', 'paper') GROUP BY kind ORDER BY kind"
    ).fetchall()
    refused = db.execute(
        "SELECT name, who, why, state, at FROM envelope WHERE state IN ('refused', 'later') "
        "ORDER BY at DESC LIMIT 100"
    ).fetchall()
    names = ("name", "from", "code", "state", "at")
    return {
        "last_at": settings.get(db, LAST_AT),
        "gave_at": settings.get(db, GAVE_AT),
        "got_at": settings.get(db, GOT_AT),
        "release": releases.current(db),
        "new_events": segments.waiting(db),
        "unacknowledged": sum(count for _, count, _ in waiting),
        "waiting": {kind: count for kind, count, _ in waiting},
        "waiting_since": min((at for _, _, at in waiting), default=""),
        "later": sum(state == "later" for _, _, _, state, _ in refused),
        "refused": [dict(zip(names, row, strict=True)) for row in refused if row[3] == "refused"],
    }


def _copies(store: Store) -> Folder:
    return Folder(store.folder / COPIES, create=True)


def _catch_up(store: Store) -> None:
    """Fold anew after an update: what the older program kept without understanding it, too."""
    if settings.get(store.read(), FOLDED_BY) == __version__:
        return
    with store.write() as tx:
        if settings.get(tx.db, FOLDED_BY):
            folding.rebuild(tx)
        settings.put(tx, FOLDED_BY, __version__)


def _take_in(
    store: Store, place: Transport, done: Round, progress: Progress | None, *, now: datetime
) -> None:
    known, there = _finished(store.read()), list(place.names())
    if not known.issuperset(there):  # what comes may name a paper that waits
        known = _finished(store.read(), early=False)
    new = sorted((name for name in there if name not in known), key=_order)
    for n, name in enumerate(new):
        if progress:
            progress(n, len(new))
        data = place.get(name)
        if not data:
            continue
        done.read += 1
        try:
            done.events += _take(store, name, data, now=now)
        except UserError as error:
            if not error.code.startswith("envelope."):
                raise
            _note_refusal(store, name, error, done, now=now)


def _order(name: str) -> tuple[bool, int, str]:
    """Releases first, for they say who is believed, and each before the next."""
    number = int(name.split("-")[1]) if name.startswith("release-") else 0
    return number == 0, number, name


def _finished(db: sqlite3.Connection, *, early: bool = True) -> set[str]:
    """Return what is not to be read again; an early paper is, once there are new events."""
    marks = ",".join("?" * len(DONE))
    rows = db.execute(
        f"SELECT name FROM envelope WHERE state IN ({marks}) "
        "OR (state = ? AND from_n = (SELECT coalesce(max(n), 0) FROM event))",
        (*DONE, EARLY if early else ""),
    )
    return {name for (name,) in rows}


def _take(store: Store, name: str, data: bytes, *, now: datetime) -> int:
    """Take one envelope in; return how many events were new. Raises UserError where refused."""
    db = store.read()
    if len(data) > MAX_FILE_BYTES:
        raise UserError("envelope.bomb", name=name, who="?")
    revoked = {one for (one,) in db.execute("SELECT id FROM certificate WHERE revoked = 1")}
    envelope = envelopes.verify(name, data, keys.head_key(db), revoked)
    site_id = keys.signer(db).site_id
    content = before = None
    is_known = site_id in envelope.addressed and segments.is_known(db, envelope)
    if envelope.kind != "receipt" and site_id in envelope.addressed and not is_known:
        content = envelopes.open_content(envelope, site_id, _site_key(db))
        before = _content_of(store, releases.rests_on(envelope))
    is_ours = site_id in (envelope.site_id, *envelope.addressed)
    is_ours = is_ours or (envelope.kind == "receipt" and envelope.certificates[0].facts["head"])
    if is_ours:
        _copies(store).put(name, data)
    with store.write() as tx:
        if envelope.kind == "release":
            revoking.learn(tx, envelope)
        return _unite(tx, envelope, content, before, is_ours=is_ours, is_known=is_known, now=now)


def _site_key(db: sqlite3.Connection) -> bytes:
    key = keys.secret(db, keys.SITE)
    return key.encode() if key else b""


def _content_of(store: Store, release: str) -> bytes | None:
    """Return the content of a release at head office, where our copy of it is kept and whole."""
    db = store.read()
    signer = keys.signer(db)
    if not release or not signer.site.facts["head"]:
        return None
    with suppress(UserError):
        envelope = envelopes.verify(release, _copies(store).get(release), keys.head_key(db))
        return envelopes.open_content(envelope, signer.site_id, _site_key(db))
    return None


def _unite(
    tx: Tx,
    envelope: Envelope,
    content: bytes | None,
    before: bytes | None,
    *,
    is_ours: bool,
    is_known: bool,
    now: datetime,
) -> int:
    desk_id = envelope.desk_id
    if keys.known(tx.db, desk_id) is None or receipts.is_back(tx.db, desk_id, now=now):
        _promise_history(tx, envelope)
    envelopes.keep_certificates(tx, envelope, now=now)
    events, first, last = 0, 0, 0
    is_read = content is not None or envelope.kind == "receipt" or is_known
    state = "applied" if is_read else "carried" if is_ours else "elsewhere"
    if envelope.kind == "receipt":
        receipts.apply(tx, envelope)
    elif content is not None and envelope.kind == "release":
        if releases.is_for_later(envelope):
            raise UserError("envelope.newer", name=envelope.name, who=envelope.who)
        releases.apply(tx, envelope, content, before=before, now=now)
    elif content is not None and envelope.kind == "paper":
        state = state if papers.apply(tx, envelope, content) else EARLY
    elif content is not None:
        events, first, last = segments.apply(tx, envelope, content, now=now)
    _note(
        tx, envelope.name, envelope.kind, state, site_id=envelope.site_id,
        desk_id=envelope.desk_id, who=envelope.who, addressed=envelope.addressed,
        digest=str(envelope.facts.get("events_hash", "")) if content else "",
        span=(first, last) if events else (segments.last_row(tx.db) * (state == EARLY), 0), now=now,
    )  # fmt: skip
    return events


def _make(store: Store, copies: Folder, *, now: datetime) -> None:
    """Put into envelopes what is new here. Their bytes lie on the disk before they are noted."""
    identity.settle(store)  # what leaves is never ahead of the anchor
    with store.write() as tx:
        signer = keys.signer(tx.db)
        made = [(s.name, "segment", s.addressed, s.data) for s in segments.flush(tx, now=now)]
        made += [(s.name, "paper", s.addressed, s.data) for s in papers.flush(tx, now=now)]
        for site_id in identity.promised_histories(tx):
            segs = segments.history(tx, site_id, now=now)
            made += [(s.name, "segment", s.addressed, s.data) for s in segs]
            again = papers.again(tx, site_id, now=now)
            made += [(s.name, "paper", s.addressed, s.data) for s in again]
        for kind, written in (
            ("release", releases.publish(tx, now=now)), ("receipt", receipts.write(tx, now=now))
        ):  # fmt: skip
            if written:
                made.append((written[0], kind, (), written[1]))
        for name, kind, addressed, data in made:
            copies.put(name, data)
            _note(
                tx, name, kind, "applied", site_id=signer.site_id, desk_id=signer.desk_id,
                who="", addressed=addressed, span=(0, 0), now=now,
            )  # fmt: skip


def _hand_out(
    store: Store, copies: Folder, place: Transport, done: Round, progress: Progress | None
) -> None:
    there = set(place.names())
    noted = _finished(store.read())
    lacking = [name for name in copies.names() if name in noted and name not in there]
    for n, name in enumerate(sorted(lacking, key=_order)):
        if progress:
            progress(n, len(lacking))
        done.written += place.put(name, copies.get(name))


def _drop_settled(store: Store, copies: Folder, *, now: datetime) -> None:
    with store.write() as tx:
        settled = receipts.settled(tx.db, now=now)
        tx.executemany(
            "UPDATE envelope SET state = 'settled' WHERE name = ?", [(name,) for name in settled]
        )
    rows = store.read().execute("SELECT name FROM envelope WHERE state = 'settled'")
    gone = {name for (name,) in rows}
    for name in copies.names():
        if name in gone:
            copies.drop(name)


def _promise_history(tx: Tx, envelope: Envelope) -> None:
    """Note that a site has a new desk, or one that was restored, which is to get its history.

    Head office gives it to the desks of all sites; to head office, when it is another desk than
    before, everybody does: what it had acknowledged may be gone with its old disk.
    """
    is_head = keys.signer(tx.db).site.facts["head"]
    of_head = envelope.certificates[0].facts["head"]
    before = tx.db.execute(
        "SELECT 1 FROM certificate WHERE noun = 'desk' AND site_id = ?", (envelope.site_id,)
    ).fetchone()
    if is_head or (of_head and before):
        identity.promise_history(tx, envelope.site_id)


def _note_refusal(store: Store, name: str, error: UserError, done: Round, *, now: datetime) -> None:
    """Note why an envelope was not taken; it is looked at again each time, for it may be mended."""
    state = "later" if error.code == "envelope.newer" else "refused"
    if state == "later":
        done.later.append(name)
    done.refused.append(error)
    who = str(error.details.get("who", ""))
    with store.write() as tx:
        _note(
            tx, name, "", state, site_id="", desk_id="", who=who, addressed=(), span=(0, 0),
            why=error.code, now=now,
        )  # fmt: skip


def _note(
    tx: Tx, name: str, kind: str, state: str, *, site_id: str, desk_id: str, who: str,
    addressed: Iterable[str], span: tuple[int, int], why: str = "", digest: str = "", now: datetime,
) -> None:  # fmt: skip
    tx.execute(
        "INSERT OR REPLACE INTO envelope(name, kind, state, site_id, desk_id, addressed, from_n, "
        "to_n, why, who, at, digest) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
        (name, kind, state, site_id, desk_id, json.dumps(sorted(addressed)), *span, why, who,
         iso(now), digest),
    )  # fmt: skip
