"""Rows are a function of the events: folded one by one or made anew, they are the same."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.base.errors import UserError
from frontdesk.core import checking, complaints, contacts, folding, gaps, offices, promises, voice
from frontdesk.core.offices import Office
from frontdesk.core.routing import issue_slip, withdraw
from frontdesk.store.events import in_order
from frontdesk.store.store import Store, Tx
from tests.helpers.desks import NOW, copied


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that can happen at a desk, with some text that somebody typed."""

    tx: Tx
    text: str
    now: datetime

    def file(self) -> None:
        complaints.file(self.tx, self.text, at_desk=len(self.text) % 2 == 0, now=self.now)

    def file_and_fail(self) -> None:
        complaints.file(self.tx, self.text, at_desk=True, now=self.now)
        raise UserError("complaint.empty")

    def file_again(self) -> None:
        complaints.file(self.tx, self.text, complaint_id=self._one("complaint"), now=self.now)

    def annul(self) -> None:
        complaints.annul(self.tx, self._one("complaint"), self.text, now=self.now)

    def close_case(self) -> None:
        complaints.close(self.tx, self._one("complaint"), self.text, now=self.now)

    def look_up(self) -> None:
        contacts.note(self.tx, "looked_up", label=self.text, now=self.now)

    def read(self) -> None:
        contacts.note(self.tx, "read", ref="a", label=self.text, now=self.now)

    def name_visitor(self) -> None:
        contacts.name_visitor(self.tx, self.text, now=self.now)

    def next_visitor(self) -> None:
        contacts.close(self.tx, now=self.now)

    def promise(self) -> None:
        tomorrow = self.now + timedelta(days=1)
        promises.make(self.tx, self.text, due_at=tomorrow, at_desk=True, now=self.now)

    def keep_promise(self) -> None:
        promises.settle(self.tx, self._one("promise"), "kept", now=self.now)

    def not_found(self) -> None:
        voice.not_found(self.tx, self.text, now=self.now)

    def customer_told(self) -> None:
        voice.customer_told(self.tx, self.text, at_desk=False, now=self.now)

    def withdraw_gap(self) -> None:
        voice.withdraw(self.tx, self._one("gap"), now=self.now)

    def not_helped(self) -> None:
        voice.not_helped(self.tx, self._one("article"), self.text, now=self.now)

    def dismiss_gap(self) -> None:
        gaps.dismiss(self.tx, [self.text], self.text, 1, now=self.now)

    def reopen_gap(self) -> None:
        gaps.withdraw(self.tx, self._one("gap_closing"), now=self.now)

    def write_article(self) -> None:
        gaps.write(self.tx, [self.text], 1, now=self.now)

    def route(self) -> None:
        issue_slip(self.tx, office_id="archive", reason="insists", now=self.now)

    def withdraw_slip(self) -> None:
        withdraw(self.tx, self._one("slip"), now=self.now)

    def _one(self, table: str) -> str:
        """The id of one of the rows there are, else one that nobody knows."""
        ids = [row[0] for row in self.tx.db.execute(f"SELECT id FROM {table} ORDER BY id")]
        return ids[len(self.text) % len(ids)] if ids else "nobody"


DEEDS = sorted(name for name, deed in vars(Moment).items() if callable(deed) and name[0] != "_")
days = st.lists(st.tuples(st.sampled_from(DEEDS), st.text(min_size=1, max_size=12)), max_size=25)


@settings(max_examples=40)
@given(days)
def test_a_day_folded_step_by_step_is_the_day_folded_at_once(
    template: Path, day: list[tuple[str, str]]
) -> None:
    """Whatever happened in whatever order: same rows, gapless folios, nothing for `check`."""
    with TemporaryDirectory() as place:
        store = Store(copied(template, Path(place) / "data"))
        with store.write() as tx:
            offices.put_many(tx, [Office("archive", "ARC", "Archive")], now=NOW)
        spend(store, day)
        assert checking.faults(store) == []
        numbers = [case.number for case in complaints.every(store.read())]
        assert numbers == list(range(1, len(numbers) + 1))
        store.close()


def spend(store: Store, day: list[tuple[str, str]]) -> None:
    """Do one thing after the other; what the desk refuses is part of the day."""
    for minute, (deed, text) in enumerate(day):
        with suppress(UserError), store.write() as tx:
            getattr(Moment(tx, text, NOW + timedelta(minutes=minute)), deed)()


def test_each_deed_can_be_done(store: Store) -> None:
    """The random days are not days of refusals: in a good order everything leaves its event."""
    with store.write() as tx:
        offices.put_many(tx, [Office("archive", "ARC", "Archive")], now=NOW)
    cases = [("file", "a"), ("file", "a"), ("annul", "ab"), ("close_case", "a")]
    spend(store, [*cases, *((deed, "ab") for deed in (*reversed(DEEDS), *DEEDS))])
    kinds = {event.kind for event in in_order(store.read())}
    assert {
        "complaint.filed", "complaint.annulled", "complaint.closed", "contact.closed",
        "gap.opened", "gap.withdrawn", "closing.made", "closing.withdrawn", "promise.made",
        "promise.settled", "slip.issued", "slip.withdrawn",
    } <= kinds  # fmt: skip


def test_a_kind_of_tomorrow_is_kept_unfolded(store: Store) -> None:
    """An event that this program does not know yet stays in the log and changes no row."""
    with store.write() as tx:
        event = tx.append("drone.landed", "x", {"where": "roof"}, NOW)
        folding.fold(tx, event)
        folding.rebuild(tx)
    assert list(in_order(store.read(), "x")) == [event]
    assert checking.faults(store) == []


def test_the_open_contact_outlives_a_rebuild(store: Store) -> None:
    """It is no event yet, so making the rows anew leaves it alone."""
    with store.write() as tx:
        contacts.note(tx, "looked_up", label="passport", now=NOW)
        open_now = contacts.current(tx.db)
        folding.rebuild(tx)
        assert contacts.current(tx.db) == open_now


def test_an_erased_promise_goes_and_the_rest_stays(store: Store) -> None:
    """Events whose text is gone make no row, and the others are folded as before."""
    with store.write() as tx:
        gone, stays = (
            promises.make(tx, what, due_at=NOW + timedelta(days=1), now=NOW) for what in "ab"
        )
        tx.execute("UPDATE event SET body = NULL WHERE entity = ?", (gone.id,))
        folding.rebuild(tx)
    assert promises.still_open(store.read()) == [stays]
