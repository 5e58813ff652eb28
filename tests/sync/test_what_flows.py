"""What flows: each table goes down in releases, up in events, or says why it stays at its desk."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from frontdesk.core import (
    attachments,
    checking,
    complaints,
    contacts,
    expected,
    folding,
    offices,
    people,
    phone,
    promises,
    queue,
    routing,
    voice,
    wordings,
)
from frontdesk.core.complaints.attachments import attach
from frontdesk.core.gaps import closings
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.search import keep_house_synonyms
from frontdesk.store.store import Store
from tests.helpers.branches import meet
from tests.helpers.desks import NOW

DOWN = {
    "account", "article", "closure", "office", "paper_wording", "person", "requirement",
    "rule_pack", "search_synonym", "service", "step",
}  # fmt: skip
BY_HASH = {"attachment_content"}
# Keys, envelopes and who is who: exchange keeps them itself.
EXCHANGE = {
    "certificate", "desk", "double_call", "envelope", "erased", "event", "receipt", "release",
    "released_closure", "secret_key", "shared_ticket", "site", "writer",
}  # fmt: skip
# Made from other rows, of today, or a matter of one desk.
AT_THE_DESK = {
    "_sqlite_migrations", "absence", "article_replaced", "article_review", "article_version",
    "complaint_text",
    "draft", "errand", "import_batch", "import_row", "import_shape", "search_choice", "search_doc",
    "seal", "search_state", "search_text", "search_word", "series", "setting", "sign_in_try",
    "ticket", "ticket_call", "ticket_stage",
}  # fmt: skip
INDEXES = ("complaint_stem", "complaint_vocabulary", "search_")
OFFICE = Office("reg", "REG", "Registro", hours="Mo-Su 00:00-24:00")


def test_no_table_is_forgotten(north: Store) -> None:
    """Whoever adds a table says here how what is in it reaches the other sites, or why it stays."""
    tables = {
        name
        for (name,) in north.read().execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith(INDEXES) or name in DOWN | AT_THE_DESK
    }
    known = [DOWN, BY_HASH, EXCHANGE, AT_THE_DESK, set(folding.FOLDED)]
    assert tables - set().union(*known) == set()
    assert sum(map(len, known)) == len(set().union(*known))


def test_what_head_office_publishes_comes_down_whole(
    head: Store, north: Store, share: Path
) -> None:
    """Articles with their steps and papers to bring, offices, closures, staff, rules, synonyms,
    wordings: the same rows at the branch.
    """
    with head.write() as tx:
        offices.put_many(tx, [OFFICE], now=NOW)
        day = NOW.date().isoformat()
        tx.execute(
            "INSERT INTO closure(id, office_id, from_on, to_on, hours, reason, shortens) "
            "VALUES('c', 'reg', ?1, ?1, '', 'obras', 0)",
            (day,),
        )
        news = Article("Nueva tasa", id="n", kind="news", lang="es", valid_from=day)
        alta = Article(
            "Alta", id="a", lang="es", requirements=("DNI",), steps=(Step("reg", "Pide", 5),)
        )
        articles.put_many(tx, [articles.checked(one) for one in (news, alta)], now=NOW)
        offices.serve(tx, [("a", "reg")])
        people.put_many(tx, [Person("p", "P1", "Ana Gil", office_id="reg")], now=NOW)
        keep_house_synonyms(tx, ["luz, electricidad"])
        name = wordings.every(tx.db)[0]
        wordings.save(tx, name.lang, name.name, f"{name.shipped} ¡Gracias!", now=NOW)
        tx.execute("INSERT INTO account VALUES('p', 'AG', 'x', ?)", (day,))
    meet(share, head, north)
    for table in DOWN:
        assert _rows(head, table) == _rows(north, table), table
    empty = {table for table in DOWN if not _rows(head, table)}
    assert empty <= {"rule_pack", "search_synonym"}


def test_what_happens_at_a_desk_goes_up_whole(head: Store, north: Store, share: Path) -> None:
    """One of each noun: at head office the rows are the same."""
    with north.write() as tx:
        offices.put_many(tx, [OFFICE], now=NOW)
        people.put_many(tx, [Person("p", "P1", "Ana Gil", office_id="reg")], now=NOW)
        articles.put_many(tx, [articles.checked(Article("Alta", id="a", lang="es"))], now=NOW)
        contacts.begin(tx, now=NOW)
        slip = routing.issue_slip(tx, "", "reg", now=NOW)
        ticket = queue.enter(tx, slip.id, now=NOW)
        contacts.close(tx, now=NOW)
        queue.call_next(tx, "reg", now=NOW)
        queue.start(tx, ticket.contact_id, now=NOW)
        queue.wrong_office(tx, ticket.contact_id, "", "other_office", now=NOW)
        case = complaints.file(tx, "No llega el recibo", now=NOW)
        attach(tx, case.id, "a.pdf", b"a paper", now=NOW)
        cause = complaints.causes.open_cause(tx, "Imprenta", now=NOW)
        complaints.causes.act(tx, cause.id, "Cambiarla", "Ana", NOW.date(), now=NOW)
        complaints.join(tx, case.id, cause_id=cause.id, now=NOW)
        promises.make(tx, "Llamar", due_at=NOW + timedelta(hours=1), now=NOW)
        voice.not_found(tx, "luz", now=NOW)
        closings.dismiss(tx, ["luz"], "no es nuestro", 1, now=NOW)
        phone.log(tx, "busy", now=NOW)
        expected.announce(tx, "Luis", host_id="p", at=NOW + timedelta(hours=1), now=NOW)
        contacts.close(tx, now=NOW)
    meet(share, north, head)
    for table in folding.FOLDED:
        assert _rows(north, table, folding.FOLDED[table]), table
        assert _rows(north, table, folding.FOLDED[table]) == _rows(
            head, table, folding.FOLDED[table]
        ), table
    (paper,) = attachments.of(head.read(), "complaint", case.id)
    assert attachments.content(head.read(), paper.sha256) == b"a paper"
    assert [checking.faults(store) for store in (head, north)] == [[], []]


def _rows(store: Store, table: str, where: str = "1") -> list[tuple[object, ...]]:
    """The rows of a table without numbers and instants of this database's own."""
    own = {"n", "changed_at", "created_at", "changed_by"}
    columns = [
        name
        for (name,) in store.read().execute("SELECT name FROM pragma_table_info(?)", (table,))
        if name not in own or table == "paper_wording"
    ]
    found = store.read().execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where}")
    return sorted(found.fetchall(), key=repr)
