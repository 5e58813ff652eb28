"""The simulation: desks that work, part, break, are cloned and restored, and are equal in the end.

Two to six sites with wild clocks meet at sticks and shares that lose, repeat, reorder and cut what
they carry. In the end everybody meets: the same events, the same rows, nothing acknowledged lost,
the erased stay erased, rebuilt equals incremental. FRONTDESK_HISTORIES sets how many histories.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.core import complaints, contacts, erasure, folding, promises, sites, voice
from frontdesk.core.complaints import life
from frontdesk.store import events
from frontdesk.store.store import Store
from frontdesk.sync import identity, rounds
from frontdesk.sync.transports import Folder
from tests.helpers.branches import on_pc
from tests.helpers.desks import NOW

HISTORIES = int(os.environ.get("FRONTDESK_HISTORIES", "100"))
CLOCKS = (NOW, NOW.replace(year=2035), NOW.replace(year=1999))
MEMORY = next(
    (d for d in (str(Path("/dev") / "shm"),) if Path(d).is_dir()), None
)  # real files, no disk to wait for
MAX_DESKS = 8
WORDS = ("recibo", "agua", "cola", "horario")


class Pc:
    """A desk on its PC, with a state folder and a clock of its own."""

    def __init__(self, store: Store, state: Path, clock: datetime) -> None:
        self.store, self.state, self.clock = store, state, clock

    def now(self) -> datetime:
        """Some minutes later than the last time."""
        self.clock += timedelta(minutes=7)
        return self.clock

    def exchange(self, place: Path) -> rounds.Round:
        """Meet a place on this PC."""
        with on_pc(self.state):
            return rounds.exchange(self.store, Folder(place, create=True), now=self.now())


class Branches(RuleBasedStateMachine):
    """What can happen to the desks of an organisation."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp(prefix="frontdesk-branches-", dir=MEMORY))
        self.pcs: list[Pc] = []
        self.cases: set[str] = set()
        self.written: set[bytes] = set()
        self.backups: list[tuple[int, Path]] = []
        self.count = 0

    # ------------------------------------------------------------------------ the beginning

    @initialize(desks=st.integers(1, 5), clocks=st.lists(st.sampled_from(CLOCKS), min_size=6))
    def set_up(self, desks: int, clocks: list[datetime]) -> None:
        """Head office and some desks: two of the north, one of each other site."""
        names = ("head", "north", "north2", "south", "east", "west")[: desks + 1]
        for n, name in enumerate(names):
            shutil.copytree(self.template / name, self.root / name)
            state = self.root / f"state-{n}"
            pc = Pc(Store(self.root / name), state, clocks[n])
            with on_pc(state):
                identity.watch(pc.store, now=pc.now())
            self.pcs.append(pc)

    def teardown(self) -> None:
        """Let everybody meet, look whether all is well, and clean up."""
        try:
            if self.pcs:
                self.meet_all()
                self.compare()
        finally:
            for pc in self.pcs:
                pc.store.close()
            shutil.rmtree(self.root, ignore_errors=True)

    # ------------------------------------------------------------------------ work at a desk

    def pc(self, which: int) -> Pc:
        """One of the PCs."""
        return self.pcs[which % len(self.pcs)]

    def do(self, which: int, deed: Callable[[Any, datetime], Any]) -> Any:
        """Do something in one transaction; what is refused is no harm."""
        pc = self.pc(which)
        with on_pc(pc.state):
            identity.watch(pc.store, now=pc.now())
        try:
            with pc.store.write() as tx:
                done = deed(tx, pc.now())
        except UserError:
            return None
        self.written |= {one for (one,) in pc.store.read().execute("SELECT id FROM event")}
        return done

    def one_case(self, which: int, chance: int) -> str:
        """A case that this desk knows, else nobody's."""
        rows = self.pc(which).store.read().execute("SELECT id FROM complaint ORDER BY id")
        ids = [one for (one,) in rows]
        return str(ids[chance % len(ids)]) if ids else "nobody"

    @rule(which=st.integers(0, 7), word=st.sampled_from(WORDS))
    def serve(self, which: int, word: str) -> None:
        """Serve a visitor, from look-up to outcome."""

        def deed(tx: Any, now: datetime) -> None:
            contacts.note(tx, "looked_up", label=word, now=now)
            contacts.name_visitor(tx, f"Ana {word}", now=now)
            contacts.close(tx, now=now + timedelta(minutes=1))

        self.do(which, deed)

    @rule(which=st.integers(0, 7), word=st.sampled_from(WORDS))
    def leave_open(self, which: int, word: str) -> None:
        """Begin with a visitor and do not end: a clone then has the same visitor."""
        self.do(which, lambda tx, now: contacts.note(tx, "looked_up", label=word, now=now))

    @rule(which=st.integers(0, 7), word=st.sampled_from(WORDS))
    def file(self, which: int, word: str) -> None:
        """File a complaint."""
        case = self.do(which, lambda tx, now: complaints.file(tx, word, name="Ana", now=now))
        self.cases |= {case.id} if case else set()

    @rule(which=st.integers(0, 7), chance=st.integers(0, 9), step=st.integers(0, 3))
    def work(self, which: int, chance: int, step: int) -> None:
        """Do something on a case that another desk may be working on as well."""
        case = self.one_case(which, chance)
        steps: list[Callable[[Any, datetime], Any]] = [
            lambda tx, now: life.assess(tx, case, severity="high", now=now),
            lambda tx, now: life.close(tx, case, f"Respuesta {which}", now=now),
            lambda tx, now: life.reopen(tx, case, now=now),
            lambda tx, now: life.note(tx, case, f"Nota {which}", now=now),
        ]
        self.do(which, steps[step])

    @rule(which=st.integers(0, 7), kept=st.booleans())
    def promise(self, which: int, kept: bool) -> None:
        """Promise something, or settle the first promise there is."""
        row = self.pc(which).store.read().execute("SELECT min(id) FROM promise").fetchone()
        if kept and row[0]:
            self.do(which, lambda tx, now: promises.settle(tx, row[0], "kept", now=now))
        else:
            self.do(
                which,
                lambda tx, now: promises.make(tx, "Llamar", due_at=now + timedelta(1), now=now),
            )

    @rule(which=st.integers(0, 7), known=st.booleans())
    def tell(self, which: int, known: bool) -> None:
        """Leave a gap, or an event of a program of tomorrow."""
        if known:
            self.do(which, lambda tx, now: voice.not_found(tx, "drones", at_desk=False, now=now))
        else:
            self.do(which, lambda tx, now: tx.append("drone.landed", "roof", {"n": which}, now))

    @rule(which=st.integers(0, 7), chance=st.integers(0, 9))
    def erase(self, which: int, chance: int) -> None:
        """Erase the person of a case."""
        case = self.one_case(which, chance)
        self.do(which, lambda tx, now: erasure.erase(tx, case, now=now))

    # ------------------------------------------------------------------------ meeting

    @rule(which=st.integers(0, 7), place=st.integers(0, 2))
    def meet(self, which: int, place: int) -> None:
        """Exchange with one of three places."""
        self.pc(which).exchange(self.root / f"place-{place}")

    @rule(place=st.integers(0, 2), fate=st.integers(0, 4), seed=st.integers(0, 999))
    def lose(self, place: int, fate: int, seed: int) -> None:
        """What sticks and shares do: files vanish, are cut, changed, moved or copied elsewhere."""
        folder = self.root / f"place-{place}"
        names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
        chance = random.Random(seed)
        for name in chance.sample(names, len(names) // 2):
            file = folder / name
            data = file.read_bytes()
            if fate == 0:
                file.unlink()
            elif fate == 1:
                file.write_bytes(data[: chance.randrange(len(data))])
            elif fate == 2:
                place_of_change = chance.randrange(len(data))
                file.write_bytes(data[:place_of_change] + b"\0" + data[place_of_change + 1 :])
            else:
                other = self.root / f"place-{(place + 1) % 3}"
                other.mkdir(exist_ok=True)
                (other / name).write_bytes(data)
                if fate == 4:
                    file.unlink()

    # ------------------------------------------------------------------------ what befalls PCs

    @rule(which=st.integers(0, 7), whole=st.booleans())
    def clone(self, which: int, whole: bool) -> None:
        """Copy a data folder to another PC; `whole` images the PC, with what would give it away."""
        if len(self.pcs) >= MAX_DESKS:
            return
        old = self.pc(which)
        old.store.close()
        self.count += 1
        folder = self.root / f"clone-{self.count}"
        shutil.copytree(old.store.folder, folder)
        state = self.root / f"state-clone-{self.count}"
        with on_pc(old.state):
            anchor = identity.anchor_of(old.store.folder)
        if whole and anchor.is_file():
            with on_pc(state):
                copy = identity.anchor_of(folder)
            copy.parent.mkdir(parents=True)
            shutil.copyfile(anchor, copy)
        self.pcs.append(Pc(Store(folder), state, old.clock))

    @rule(which=st.integers(0, 7), word=st.sampled_from(WORDS))
    def image_at_work(self, which: int, word: str) -> None:
        """Image a PC between two visitors: both go on, and put what they did into two places."""
        before = len(self.pcs)
        self.clone(which % before, whole=True)
        if len(self.pcs) > before:
            for n, one in enumerate((which % before, before)):
                self.promise(one, kept=False)
                self.file(one, word)
                self.meet(one, n)

    @rule(which=st.integers(0, 7))
    def back_up(self, which: int) -> None:
        """Keep the database as it is now."""
        pc = self.pc(which)
        pc.store.close()
        self.count += 1
        kept = self.root / f"backup-{self.count}"
        shutil.copyfile(paths.database(pc.store.folder), kept)
        self.backups.append((which % len(self.pcs), kept))

    @rule(chance=st.integers(0, 9), fresh=st.booleans())
    def restore(self, chance: int, fresh: bool) -> None:
        """Put an old database back by hand; `fresh` on a new PC without the anchor of the old."""
        if not self.backups:
            return
        which, kept = self.backups[chance % len(self.backups)]
        pc = self.pcs[which]
        lost = {one for (one,) in pc.store.read().execute("SELECT id FROM event")}
        pc.store.close()
        for file in pc.store.folder.glob("frontdesk.db*"):
            file.unlink()
        shutil.copyfile(kept, paths.database(pc.store.folder))
        if fresh:
            shutil.rmtree(pc.state, ignore_errors=True)
        copies = Folder(pc.store.folder / rounds.COPIES, create=True).names()
        left = {one for (one,) in pc.store.read().execute("SELECT id FROM event")}
        if lost - left:  # what was never put in an envelope died with the disk
            self.written -= lost - left - self.carried(copies)
        with on_pc(pc.state):
            identity.watch(pc.store, now=pc.now())

    def carried(self, _copies: list[str]) -> set[bytes]:
        """What lies in envelopes or at other desks is not lost: only that may be missed."""
        known: set[bytes] = set()
        for pc in self.pcs:
            known |= {one for (one,) in pc.store.read().execute("SELECT id FROM event")}
        return known

    # ------------------------------------------------------------------------ the end

    def meet_all(self) -> None:
        """Everybody meets at one good share, until nobody has anything new."""
        share = self.root / "good share"
        for _ in range(12):
            done = [pc.exchange(share) for pc in self.pcs]
            if not any(one.written or one.events or one.renewed for one in done):
                return
        raise AssertionError("they never come to an end")

    def compare(self) -> None:
        """All desks of a site are equal; head office has everything; rebuilt is as folded."""
        by_site: dict[str, list[Pc]] = {}
        for pc in self.pcs:
            by_site.setdefault(sites.here(pc.store.read()).site_id, []).append(pc)
        head = ids(self.pcs[0].store)
        assert self.written <= head
        for desks in by_site.values():
            first = desks[0].store
            for pc in desks[1:]:
                assert missing(pc.store, first) == missing(first, pc.store) == []
                assert rows(pc.store) == rows(first)
            assert rows(first) == rebuilt(first)
            if first is not self.pcs[0].store:
                agree(first, self.pcs[0].store)
        for pc in self.pcs:
            assert brought_back(pc.store) == []
            assert list(events.faults(pc.store.read())) == []


def brought_back(store: Store) -> list[str]:
    """The events of which this desk has the text although it knows that they were erased."""
    bodies = {one.hex(): body for one, body in store.read().execute("SELECT id, body FROM event")}
    told = store.read().execute("SELECT body FROM event WHERE kind = 'erase' AND body IS NOT NULL")
    erased = [json.loads(body)["event"] for (body,) in told]
    return [one for one in erased if bodies.get(one) is not None]


def ids(store: Store) -> set[bytes]:
    """All events of a desk."""
    return {one for (one,) in store.read().execute("SELECT id FROM event")}


def missing(there: Store, here: Store) -> list[tuple[str, str]]:
    """What one desk knows and the other does not: kinds and entities."""
    lacking = ids(there) - ids(here)
    rows_there = there.read().execute("SELECT id, kind, entity FROM event ORDER BY n")
    return [(kind, entity) for one, kind, entity in rows_there if one in lacking]


def rows(store: Store) -> dict[str, set[tuple[object, ...]]]:
    """All rows that are folded, but for visitors who still stand at this desk."""
    return {
        table: set(store.read().execute(f"SELECT * FROM {table} WHERE {condition}"))
        for table, condition in folding.FOLDED.items()
    }


def rebuilt(store: Store) -> dict[str, set[tuple[object, ...]]]:
    """The rows as they are when they are made anew."""
    with store.write() as tx:
        folding.rebuild(tx)
    return rows(store)


def agree(branch: Store, head: Store) -> None:
    """Each case, contact, promise and gap of the branch stands at head office as it does there."""
    for table in ("complaint", "contact", "promise", "gap"):
        assert rows(branch)[table] <= rows(head)[table], table


def live_through(template: Path, histories: int) -> None:
    """Live through some histories."""
    machine = type("Lived", (Branches,), {"template": template})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=histories, stateful_step_count=40, deadline=None, phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck), print_blob=False, report_multiple_bugs=False,
            derandomize=histories <= 200,
        ),
    )  # fmt: skip


def test_all_sites_end_equal(organisation_of_six: Path) -> None:
    """Whatever happened: the same events, the same rows, nothing lost, the erased stay erased."""
    live_through(organisation_of_six, HISTORIES)
