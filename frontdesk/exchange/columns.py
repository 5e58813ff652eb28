"""Which column is which field: the names that offices give them, in Spanish and English."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold, line

ALIASES = {
    "id": "id identificador",
    "code": "code codigo cod clave",
    "title": "title titulo nombre name nombre_del_tramite tramite asunto producto servicio",
    "name": "name nombre oficina dependencia nombre_completo",
    "kind": "kind tipo clase",
    "lang": "lang language idioma lengua",
    "say": "say respuesta que_decir respuesta_corta resumen summary answer",
    "body": "body texto descripcion description contenido detalle detalles",
    "text": "text queja reclamo relato hechos",
    "who": "who quien quien_puede dirigido_a eligibility",
    "requirements": "requirements requisitos documentos papeles documentacion",
    "cost": "cost costo coste precio tarifa tasa valor price fee fees",
    "currency": "currency moneda divisa",
    "term": "term plazo duracion tiempo",
    "legal_basis": "legal_basis base_legal normativa norma",
    "keywords": "keywords palabras_clave sinonimos etiquetas tags",
    "authority": "authority atribucion autoridad",
    "valid_from": "valid_from vigente_desde desde",
    "valid_to": "valid_to vigente_hasta hasta",
    "owner": "owner responsable",
    "review_on": "review_on revisar revision fecha_de_revision",
    "state": "state estado",
    "phone": "phone telefono tel celular movil extension",
    "email": "email correo correo_electronico e_mail",
    "floor": "floor piso planta",
    "room": "room sala despacho puerta ventanilla local",
    "directions": "directions indicaciones como_llegar direccion address",
    "hours": "hours horario horarios hora opening_hours",
    "office": "office oficina_codigo codigo_oficina dependencia_codigo",
    "article": "article articulo_codigo codigo_articulo",
    "role": "role rol papel",
    "received_at": "received_at fecha recibida recibido fecha_de_recepcion",
}


def guess(names: Iterable[str], fields: Iterable[str]) -> dict[str, str]:
    """Return column -> field for the column names that we know among the fields of a kind."""
    wanted, found = set(fields), dict[str, str]()
    for name in names:
        key = "_".join(fold(line(name)).replace("-", " ").split())
        meant = [key, *(field for field, aliases in ALIASES.items() if key in aliases.split())]
        free = [field for field in meant if field in wanted and field not in found.values()]
        if free:
            found[name] = free[0]
    return found


def read_map(file: Path | None) -> dict[str, str]:
    """Return column -> field from a mapping file (TOML or JSON: field = "column")."""
    if file is None:
        return {}
    try:
        text = file.read_text(encoding="utf-8")
        mapping = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise UserError("import.map", file=file.name) from error
    if not all(isinstance(column, str) for column in mapping.values()):
        raise UserError("import.map", file=file.name)
    return {column: field for field, column in mapping.items()}
