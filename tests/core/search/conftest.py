"""A small reception's knowledge, to search in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from frontdesk.core.search import Context, Doc, Found, put, search
from frontdesk.store.store import Store

DAY = "2026-11-23"


def doc(doc_id: str, title: str, **fields: str) -> Doc:
    """A document with a title; the other fields are empty or usual."""
    usual = {
        "noun": "article", "lang": "es", "kind": "procedure", "code": "", "say": "",
        "keywords": "", "body": "", "valid_from": "", "valid_to": "",
    }  # fmt: skip
    return Doc(id=doc_id, title=title, **(usual | fields))  # type: ignore[arg-type]


KNOWLEDGE = (
    doc("birth", "Certificado de nacimiento", code="REG-1", body="Se pide en el registro civil."),
    doc("licence", "Licencia de obra menor", code="LIC-2", say="Traiga el plano y la tasa pagada."),
    doc("market", "Venta ambulante en el mercadillo", body="Puestos los jueves, con seguro."),
    doc("fine", "Multas de tráfico: recurso de reposición"),
    doc("complain", "Servicio de quejas y sugerencias", keywords="libro, hoja"),
    doc("driving", "Renovación de la licencia de conducir"),
    doc("cream", "Leche condensada desnatada", kind="product", code="10146"),
    doc("towing", "Towing rules for trailers", lang="en", body="You may tow a caravan."),
    doc("pool", "Abono de temporada para la piscina", valid_to="2025-09-30"),
    doc("pool26", "Abono de la piscina cubierta"),
    doc("registry", "Registro civil", noun="office", kind="office", code="P1"),
    doc("ana", "Ana Núñez Ibáñez", noun="person", kind="person", code="A7", say="Jefa"),
)


@pytest.fixture
def stocked(store: Store) -> Store:
    """A desk that knows the above."""
    with store.write() as tx:
        put(tx, KNOWLEDGE)
    return store


@pytest.fixture
def ask(stocked: Store) -> Callable[[str], Found]:
    """Return the function that searches this desk."""
    return lambda text: search(stocked.read(), text, Context("es", DAY), 10)


@pytest.fixture
def first(ask: Callable[[str], Found]) -> Callable[[str], str]:
    """Return the function that gives the id of the first hit, or ''."""
    return lambda text: next((hit.id for hit in ask(text).hits), "")
