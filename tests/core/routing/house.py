"""A small house to be routed in: built as plain values, or saved for the operations."""

from __future__ import annotations

from datetime import datetime

from frontdesk.base import clock
from frontdesk.core import offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.opening import Timetable
from frontdesk.core.routing import Need, Place, Stop
from frontdesk.store.store import Tx

ZONE = "Europe/Madrid"
PAPERS = ("DNI o pasaporte", "Contrato de alquiler")
REGISTRY = Office("reg", "REG", "Registro", floor="1", room="3", hours="Mo-Fr 08:30-14:00")
CASHIER = Office("caj", "CAJ", "Caja", hours="Mo-Fr 10:00-13:00")
NIGHT = Office("noc", "NOC", "Guardia", hours="24/7")
DARK = Office("osc", "OSC", "Archivo")
GONE = Office("old", "OLD", "Oficina antigua", hours="24/7", retired=True)
ABROAD = Office("abr", "ABR", "Asesoría externa", external=True, hours="24/7")
OFFICES = (REGISTRY, CASHIER, NIGHT, DARK, GONE, ABROAD)


def at(text: str) -> datetime:
    """An instant from the wall time of Madrid."""
    return datetime.fromisoformat(text).replace(tzinfo=clock.zone(ZONE))


MONDAY = at("2026-11-23 10:30")


def place(office: Office, *closures: offices.Closure) -> Place:
    """An office with its timetable in Andalusia."""
    return Place(
        office,
        Timetable(office.hours, ZONE, "ES", "AN", "es", closures, office.last_admission_min),
    )


def step(office: Office, text: str = "", minutes: int | None = None) -> Stop:
    """A stop at one office."""
    return Stop(text, minutes, (place(office),))


def need(*stops: Stop, **fields) -> Need:
    """A need of some stops."""
    return Need(Article(title="Alta en el padrón", id="a", **fields), stops, ZONE)


def furnish(tx: Tx) -> None:
    """Save the offices, and articles that lead to them."""
    now = MONDAY
    offices.put_many(tx, OFFICES, now=now)
    saved = (
        Article(
            "Alta en el padrón", id="padron", code="PAD-1", requirements=PAPERS,
            steps=(Step("reg", "Entrega la solicitud", 15), Step("caj", "Paga la tasa", 5)),
            cost="12.50", currency="EUR", term="10 días", authority="Hasta 20 EUR",
        ),
        Article("Certificado de empadronamiento", id="certificado"),
        Article("Licencia de obra mayor", id="obra", steps=(Step("old", "Presenta el plano"),)),
        Article("Bicicletas perdidas", id="bici", steps=(Step("nada", "Recoge", None),)),
        Article(
            "Vado permanente", id="vado",
            steps=(Step("reg", "Firma", 5), Step("reg", "firma ", 5)),
        ),
        Article("Consulta de archivo histórico", id="archivo", steps=(Step("osc", "", None),)),
        Article("Horario nuevo del mercadillo", id="noticia", kind="news"),
        Article("Perros peligrosos", id="norma", kind="policy"),
        Article("Perros peligrosos: cómo se pide la licencia", id="perros"),
    )  # fmt: skip
    articles.put_many(tx, [articles.checked(article) for article in saved], now=now)
    offices.serve(
        tx,
        [
            ("certificado", "reg"),
            ("certificado", "noc"),
            ("certificado", "old"),
            ("certificado", "abr"),
            ("perros", "noc"),
        ],
    )
