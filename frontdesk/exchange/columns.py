"""Which column is which field, by the names that offices give them in three languages."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold, line
from frontdesk.exchange import parts

_ASIDE = re.compile(r"\(.*?\)|\[.*?\]| s/\.?$|[€$£%]")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_SMALL = frozenset(["de", "del", "la", "el", "los", "las", "do", "da", "dos", "das", "of", "the"])

# The first field that a kind has wins: `oficina` is where a person works, or an office's own name.
ALIASES = {
    "office": (
        "office oficina dependencia codigo_oficina oficina_codigo dependencia_codigo "
        "department unit area unidad departamento setor unidade orgao balcao office_id"
    ),
    "name": (
        "name nombre nombre_completo oficina dependencia full_name nombre_y_apellidos "
        "apellidos_y_nombres denominacion nome nome_completo orgao nombres apellidos_nombre "
        "apellidos_nombres nombre_apellidos peticionario nombre_peticionario quejoso "
        "nombre_quejoso solicitante denunciante reclamante funcionario empleado "
        "servidor_publico office_name location_name"
    ),
    "id": "id identificador",
    "code": (
        "code codigo cod clave ref referencia reference sku codigo_del_tramite "
        "codigo_do_servico codigo_tramite num_tramite id_tramite homoclave clave_empleado "
        "num_empleado numero_empleado legajo service_code"
    ),
    "title": (
        "title titulo nombre name nombre_del_tramite tramite asunto producto servicio cargo "
        "denominacion nombre_del_servicio nombre_del_producto procedimiento procedure "
        "service product item tema position puesto nome nome_do_servico servico assunto "
        "concepto service_name procedure_name product_name nombre_procedimiento "
        "nombre_tramite nombre_tramite_servicio tramite_servicio tramite_o_servicio "
        "servicio_o_tramite pregunta question"
    ),
    "kind": "kind tipo clase",
    "lang": "lang language idioma lengua",
    "say": (
        "say respuesta que_decir respuesta_corta resumen summary answer short_answer "
        "respuesta_al_publico resposta resumo"
    ),
    "body": (
        "body texto descripcion description contenido detalle detalles details information "
        "informacion descricao detalhes informacoes que_es ques_es en_que_consiste consiste "
        "objeto objetivo o_que_e service_description como_se_hace como_se_realiza que_hacer"
    ),
    "text": (
        "text texto queja reclamo relato hechos descripcion description queja_o_sugerencia "
        "queja_o_reclamo complaint"
    ),
    "who": (
        "who quien quien_puede dirigido_a eligibility who_can_apply beneficiarios "
        "destinatarios publico_objetivo quem_pode requisitos_solicitante "
        "quien_puede_solicitarlo quien_puede_solicitar quien_puede_pedirlo "
        "a_quien_va_dirigido a_quien_se_dirige"
    ),
    "requirements": (
        "requirements requisitos documentos papeles documentacion documents "
        "required_documents documentos_necesarios documentos_requeridos "
        "documentacion_necesaria que_traer documentos_necessarios what_to_bring requirement "
        "requisito que_necesito que_necesito_para_hacerlo que_se_necesita que_llevar "
        "que_debo_llevar"
    ),
    "cost": (
        "cost costo coste precio tarifa tasa valor price fee fees importe monto arancel "
        "derechos custo preco taxa derecho_tramitacion derecho_pago tasas costes "
        "cuanto_cuesta cuanto_vale"
    ),
    "currency": "currency moneda divisa",
    "term": (
        "term plazo duracion tiempo time_limit turnaround plazo_de_resolucion "
        "tiempo_de_respuesta prazo duracao processing_time plazo_dias dias_habiles "
        "plazo_atencion cuanto_tarda tardanza tiempo_estimado plazo_maximo cuanto_demora"
    ),
    "legal_basis": (
        "legal_basis base_legal normativa norma marco_legal fundamento_legal legislacao "
        "base_juridica fundamento fundamento_juridico sustento_legal"
    ),
    "keywords": (
        "keywords palabras_clave sinonimos etiquetas tags palavras_chave categoria category "
        "alias otros_nombres nombre_alternativo"
    ),
    "authority": "authority atribucion autoridad",
    "valid_from": "valid_from vigente_desde desde",
    "valid_to": "valid_to vigente_hasta hasta",
    "owner": (
        "owner responsable unidad_responsable responsavel responsible area_responsable "
        "dependencia_responsable unidad_gestora organo_responsable orgao_responsavel"
    ),
    "review_on": "review_on revisar revision fecha_de_revision",
    "state": "state estado",
    "phone": (
        "phone telefono tel celular movil extension phone_number telephone tlf tlfno "
        "telefono_de_contacto anexo interno telefone ramal telefonos phones telefono_fijo "
        "telefono_celular telefono_oficina conmutador"
    ),
    "email": "email correo correo_electronico e_mail mail correo_e",
    "floor": "floor piso planta level nivel andar",
    "room": "room sala despacho puerta ventanilla local modulo",
    "directions": (
        "directions indicaciones como_llegar direccion address ubicacion domicilio "
        "endereco street_address"
    ),
    "site": "site sede sucursal sede_codigo codigo_sede branch filial",
    "hours": (
        "hours horario horarios hora opening_hours schedule opening_times "
        "horario_de_atencion horario_atencion horario_de_atendimento hours_operation "
        "office_hours business_hours horas_atencion dias_horarios dias_y_horarios "
        "dias_horas_atencion"
    ),
    "article": "article articulo articulo_codigo codigo_articulo tramite servicio article_id",
    "on_behalf": "on_behalf en_nombre_de representado representante",
    "remedy_asked": "remedy_asked remedio_pedido pedido solicitud pretension",
    "severity": "severity gravedad",
    "anonymous": "anonymous anonimo anonima",
    "restricted": "restricted restringido restringida reservado reservada",
    "role": "role rol papel",
    "line": "line linea sinonimos synonyms",
    "received_at": (
        "received_at fecha recibida recibido fecha_de_recepcion date received data "
        "fecha_de_ingreso fecha_apertura fecha_radicacion fecha_radicado fecha_registro "
        "fecha_presentacion fecha_queja fecha_reclamo fecha_creacion fecha_hechos"
    ),
}

# Names that may go on: "Descripción de la solicitud", "Documentación a aportar". Those that say
# something else when they go on, such as a postal code, are not among them.
_BEGINNINGS = {
    "descripcion": ("body", "text"), "nombre_tramite": ("title",), "nombre_servicio": ("title",),
    "nombre_procedimiento": ("title",), "requisitos": ("requirements",),
    "documentacion": ("requirements",), "documentos": ("requirements",), "costo": ("cost",),
    "coste": ("cost",), "plazo": ("term",), "tiempo": ("term",), "normativa": ("legal_basis",),
    "fundamento": ("legal_basis",), "horario": ("hours",), "horarios": ("hours",),
    "telefono": ("phone",), "telefonos": ("phone",), "correo": ("email",),
    "domicilio": ("directions",), "ubicacion": ("directions",), "direccion": ("directions",),
}  # fmt: skip
# What a name means only where no other column does.
_ELSE = {
    "location": ("directions", "name"), "calle": ("directions",), "centro": ("name",),
    "titular": ("name",), "dependencia": ("owner",), "departamento": ("owner",),
    "area": ("owner",),
    "comments": ("text",), "asunto": ("text",), "motivo": ("text",), "detalle": ("text",),
    "details": ("text",), "mensaje": ("text",), "comentario": ("text",), "comentarios": ("text",),
}  # fmt: skip
_OTHERS = frozenset([
    "verano", "invierno", "anterior", "fax", "general", "web", "emergencia", "apertura", "cierre",
    "inicio", "fin",
])  # fmt: skip


class Columns:
    """What the columns of a file mean: by a mapping that was given, by the one that was used for
    such a file before, or else by their names.
    """

    def __init__(
        self, fields: Sequence[str], mapping: Mapping[str, str] | None = None,
        remembered: Callable[[str], Mapping[str, str]] | None = None,
    ) -> None:  # fmt: skip
        """Take the fields of a kind, and column -> field, '' for a column that is left out."""
        self._fields, self._given, self._remembered = fields, mapping, remembered
        self.mapping: dict[str, str] = {}  # of all columns that were seen

    @property
    def lone(self) -> str:
        """The only field of a kind that is a list of lines, '' for any other kind."""
        return self._fields[0] if len(self._fields) == 1 else ""

    def known(self, names: Sequence[str]) -> int:
        """Return how many of some names mean a field."""
        return sum(map(bool, self._meant(names).values()))

    def fields_of(self, names: Sequence[str]) -> list[str]:
        """Return for each column the field that it becomes, '' where it is left out; what is a part
        of a field keeps its name, marked.
        """
        meant = self._meant(names)
        self.mapping |= {name: meant.get(name, "") for name in names if name}
        loose = {name: f"{parts.MARK}{name}" for name in parts.of(names, meant, self._fields)}
        return [meant.get(name, "") or loose.get(name, "") for name in names]

    def _meant(self, names: Sequence[str]) -> dict[str, str]:
        given = self._given
        if given is None and self._remembered:
            given = self._remembered(shape(names))
        kept = {name: field for name, field in (given or {}).items() if name in {*names}}
        free = [field for field in self._fields if field not in {*kept.values()}]
        return guess([name for name in names if name not in kept], free) | kept


def shape(names: Iterable[str]) -> str:
    """Return the hash by which a file with the same columns is known again, whatever their order.

    Lists of one office keep their columns from month to month; their names and rows change.
    """
    told = sorted(filter(None, (fold(line(name)) for name in names)))
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:32]


def guess(names: Iterable[str], fields: Iterable[str]) -> dict[str, str]:
    """Return column -> field for the column names that we know among the fields of a kind."""
    keys = {name: _key(name) for name in names}
    wanted = set(fields)
    found = {name: key for name, key in keys.items() if key in wanted}
    wanted -= set(found.values())
    for name in [name for name in keys if name not in found]:  # of two the first
        meant = (field for field, known in _known().items() if keys[name] in known)
        free = next((field for field in meant if field in wanted), None)
        if free:
            found[name] = free
            wanted.remove(free)
    for less_sure in (_begun, _else):
        for name in [name for name in keys if name not in found]:
            free = next((field for field in less_sure(keys[name]) if field in wanted), None)
            if free:
                found[name] = free
                wanted.remove(free)
    return found


def _begun(key: str) -> Iterator[str]:
    """Yield what a name means that goes on behind a known one."""
    if not _OTHERS & {*key.split("_")}:
        for beginning, fields in _BEGINNINGS.items():
            if key.startswith(f"{beginning}_"):
                yield from fields


def _else(key: str) -> Iterator[str]:
    yield from _ELSE.get(key, ())


@cache
def _known() -> dict[str, frozenset[str]]:
    return {field: frozenset(map(_key, names.split())) for field, names in ALIASES.items()}


def _key(name: str) -> str:
    """Return what counts of a column's name: no accents, units, footnote marks or small words."""
    bare = _NO_WORD.sub(" ", _ASIDE.sub(" ", fold(line(name))))
    return "_".join(word for word in bare.split() if word not in _SMALL)


def read_map(file: Path | None, fields: Iterable[str]) -> dict[str, str]:
    """Return column -> field from a mapping file (TOML or JSON: field = "column")."""
    if file is None:
        return {}
    import tomllib

    try:
        text = file.read_text(encoding="utf-8")
        mapping = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise UserError("import.map", file=file.name) from error
    columns = mapping.values() if isinstance(mapping, dict) else [None]
    if not all(isinstance(column, str) for column in columns) or mapping.keys() - set(fields):
        raise UserError("import.map", file=file.name)
    return {column: field for field, column in mapping.items()}
