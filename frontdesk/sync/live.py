"""The live queue: what the desks of a branch tell each other through the hub, as long as it is
there.

A thread of its own notes what changed here, tells it and takes in what others told. A call asks the
hub first; where it does not answer in time the call is made all the same, and the hub says later
whether somebody else made it too.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import queue
from frontdesk.core.queue import sharing, versions
from frontdesk.core.queue.sharing import Told
from frontdesk.core.queue.versions import Version
from frontdesk.core.sites import here
from frontdesk.store.store import Store, Tx
from frontdesk.sync import keys, lines, segments, tickets
from frontdesk.sync.line import AwayError, Line

if TYPE_CHECKING:
    from nacl.secret import SecretBox

GRANT_S = 2.0  # as long as somebody at a counter waits gladly
TELL_S = 30.0
TICK_S = 60.0  # what a lost notice would hide is found so much later
LOCAL = frozenset({"ticket", "errand", "ticket_stage", "ticket_call", "contact", "contact_entry"})

log = logging.getLogger(__name__)

Changed = Callable[[frozenset[str]], object]


class Live:
    """The live queue of a desk. `changed` is called on its thread with the tables that changed."""

    def __init__(
        self, store: Store, address: str, changed: Changed,
        now: Callable[[], datetime] = clock.now,
    ) -> None:  # fmt: skip
        """Raises UserError at a desk that has joined nobody. Nothing starts before `start`."""
        db = store.read()
        keys.signer(db)
        self._site_id = here(db).site_id
        self._store, self._changed, self._now = store, changed, now
        self._sealer = _sealer(db)
        self._news, self._ends, self._whole = threading.Event(), threading.Event(), True
        self._line = Line(address, tickets.channel(self._site_id), self.wake)
        self._thread = threading.Thread(target=self._run, name="live-queue", daemon=True)

    @property
    def is_up(self) -> bool:
        """Whether the hub answered the last time."""
        return self._line.is_up

    @property
    def is_level(self) -> bool:
        """Whether all that the hub has was taken in since it answered again."""
        return not self._whole

    def start(self) -> None:
        """Begin to tell and to listen."""
        self._line.start()
        self._thread.start()

    def stop(self) -> None:
        """Tell what is still to be told, if the hub is there, and end."""
        self._ends.set()
        self._news.set()
        if self._thread.is_alive():
            self._thread.join(timeout=TELL_S)
        self._line.stop()

    def wake(self) -> None:
        """Look again: something changed here, or was told at the hub."""
        self._news.set()

    def grant(self, tx: Tx, ticket: queue.Ticket) -> Told | None:
        """Ask the hub for a ticket that is being called; `queue.call_next` takes this."""
        told = sharing.claim(tx, ticket.contact_id)
        try:
            other = self._line.ask(
                partial(tickets.claim, site_id=self._site_id, told=told, sealer=self._sealer),
                GRANT_S,
            )
        except AwayError:
            versions.doubt(tx, ticket.contact_id)
            return None
        if other is None:
            versions.confirm(tx, told.version)
        return other

    def exchange(self) -> None:
        """Note what changed here, tell it, and take in what others told. Raises AwayError."""
        with self._store.acting_as(None):
            with self._store.write() as tx:
                sharing.note_changes(tx)
            try:
                self._take_in()
                self._tell()
            except AwayError:
                with self._store.write() as tx:
                    versions.doubt(tx)
                self._whole = True
                raise

    def _run(self) -> None:
        while True:
            self._news.wait(TICK_S)
            self._news.clear()
            try:
                self.exchange()
            except AwayError:
                pass
            except UserError as error:  # the disk is full, or another program writes for long
                log.warning("the live queue waits: %s", error.code)
            except Exception:
                log.exception("the live queue failed")
            if self._ends.is_set():
                return

    def _take_in(self) -> None:
        whole, ask = self._whole, self._line.ask
        heads = ask(
            partial(tickets.heads, site_id=self._site_id, everything=whole), TELL_S
        )  # fmt: skip
        new = self._unknown(heads)
        read = partial(tickets.get, site_id=self._site_id, ids=new, sealer=self._sealer)
        told = ask(read, TELL_S) if new else []
        if told or whole:
            with self._store.write() as tx:
                for one in told:
                    self._take(tx, one)
                if whole:
                    sharing.retell(tx, list(heads))
        if whole:
            ask(partial(tickets.purge, site_id=self._site_id), TELL_S)
        self._whole = False
        if told or whole:
            self._changed(frozenset(tx.touched))

    def _unknown(self, heads: dict[str, tuple[Version, int, set[str]]]) -> list[str]:
        """Return which tickets another desk has changed, or called too."""
        db = self._store.read()
        known, rivals, own = versions.known(db), sharing.rivals(db), {here(db).desk}
        return [
            one
            for one, (version, contact_rev, told) in heads.items()
            if known.get(one) != (version, contact_rev) or told - rivals.get(one, set()) - own
        ]

    def _take(self, tx: Tx, told: Told) -> None:
        """Take one ticket in; one that cannot be is left as it is here, and the rest goes on."""
        tx.execute("SAVEPOINT taking")
        try:
            closing = sharing.take(tx, told, now=self._now())
            if closing:
                segments.unite(tx, [lines.of_columns(closing["event"])], now=self._now())
        except (sqlite3.IntegrityError, ValueError, TypeError, KeyError, IndexError):
            log.warning("a shared ticket was not understood")
            tx.execute("ROLLBACK TO taking")
        finally:
            tx.execute("RELEASE taking")

    def _tell(self) -> None:
        for told, provisional in sharing.pending(self._store.read()):
            put = partial(
                tickets.put, site_id=self._site_id, told=told, sealer=self._sealer,
                provisional=provisional,
            )  # fmt: skip
            if self._line.ask(put, TELL_S):
                with self._store.write() as tx:
                    versions.confirm(tx, told.version)
                self._changed(frozenset({"shared_ticket"}))
            else:
                self._news.set()  # another desk was faster: its version is on its way
        for contact_id in sharing.given_up(self._store.read()):
            desk = here(self._store.read()).desk
            tell = partial(
                tickets.tell_rival, site_id=self._site_id, contact_id=contact_id, desk=desk
            )
            self._line.ask(tell, TELL_S)
            with self._store.write() as tx:
                sharing.rival_told(tx, contact_id)


def _sealer(db: sqlite3.Connection) -> SecretBox:
    key = keys.secret(db, keys.SITE)
    if key is None:
        raise UserError("sync.not_joined")
    return tickets.box(key)
