"""A small house in Lima, where the law knows priorities, and visitors who come to it."""

from __future__ import annotations

from datetime import datetime, timedelta

from frontdesk.base import clock
from frontdesk.core import contacts, offices, queue, routing, sites
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.store.store import Store, Tx

ZONE = "America/Lima"
OFFICES = (
    Office("reg", "REG", "Registro", floor="1", room="3", hours="Mo-Fr 08:00-18:00"),
    Office("caj", "CAJ", "Caja", floor="2", room="7", hours="Mo-Fr 08:00-18:00"),
    Office("arc", "ARC", "Archivo", hours="Mo-Fr 08:00-18:00"),
    Office("noc", "NOC", "Guardia", hours="Mo-Fr 20:00-23:00"),
)


def at(text: str) -> datetime:
    """An instant from the wall time of Lima."""
    return datetime.fromisoformat(text).replace(tzinfo=clock.zone(ZONE))


MONDAY = at("2026-11-23 09:00")


def minutes(count: float) -> datetime:
    """Some minutes into the morning."""
    return MONDAY + timedelta(minutes=count)


def furnish(store: Store) -> None:
    """Set the site up in Peru, with offices and two articles."""
    with store.write() as tx:
        sites.create(tx, "Municipalidad de Prueba", country="PE", zone_name=ZONE, now=MONDAY)
        offices.put_many(tx, OFFICES, now=MONDAY)
        saved = (
            Article(
                "Partida de nacimiento", id="partida", code="PAR-1",
                steps=(Step("reg", "Entrega la solicitud", 10), Step("caj", "Paga la tasa", 5)),
            ),
            Article("Consulta de archivo", id="consulta", steps=(Step("arc", "Pide", 5),)),
        )  # fmt: skip
        articles.put_many(tx, [articles.checked(article) for article in saved], now=MONDAY)


def send(
    tx: Tx, *places: str, visitor: str = "", priority: str = "", now: datetime = MONDAY
) -> queue.Ticket:
    """Serve a visitor at the desk, who goes to wait with a slip for each article or office."""
    contacts.begin(tx, now=now)
    if visitor:
        contacts.name_visitor(tx, visitor, now=now)
    for place in places:
        article, office = ("", place) if offices.get(tx.db, place) else (place, "")
        slip = routing.issue_slip(tx, article, office, now=now)
        ticket = queue.enter(tx, slip.id, priority=priority, now=now)
    contacts.close(tx, now=now)
    return ticket


def serve(tx: Tx, office_id: str, now: datetime) -> queue.Ticket:
    """Call the next one of an office, who is there at once."""
    ticket = queue.call_next(tx, office_id, now=now)
    return queue.start(tx, ticket.contact_id, now=now)
