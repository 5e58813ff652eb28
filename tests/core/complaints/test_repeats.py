"""Repeats while typing: measured on labelled pairs, summed up for the desk, joined with one key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from frontdesk.core import complaints, folding, offices
from frontdesk.core.complaints import causes, words
from frontdesk.core.complaints.concepts import meaning
from frontdesk.core.complaints.phrases import told_in
from frontdesk.core.complaints.repeats import ALIKE, likeness
from frontdesk.core.offices import Office
from frontdesk.core.search import keep_house_synonyms
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PAIRS = Path(__file__).with_name("repeats_pairs.toml")
FRESH = Path(__file__).with_name("repeats_fresh.toml")
STRANGER = Path(__file__).with_name("repeats_stranger.toml")
NEVER_MET = 70  # the groups above were written after the program's words


@dataclass(frozen=True, slots=True)
class Pair:
    """Two complaints of one office, and whether they are the same matter."""

    group: int
    office: str
    one: str
    other: str
    is_same: bool


def pairs(*, odd: bool) -> Iterator[Pair]:
    """The labelled pairs of one half."""
    for group in tomllib.loads(PAIRS.read_text(encoding="utf-8"))["group"]:
        if group["id"] % 2 != odd:
            continue
        known = group["id"], group["office"]
        for one, other in combinations(group["same"], 2):
            yield Pair(*known, one, other, is_same=True)
        for one in group["same"]:
            for other in group["near"]:
                yield Pair(*known, one, other, is_same=False)
        for one, other in combinations(group["near"], 2):
            yield Pair(*known, one, other, is_same=False)


def fresh_pairs(*, odd: bool) -> list[Pair]:
    """One half of the pairs from very different houses, each as it stands."""
    lists = tomllib.loads(FRESH.read_text(encoding="utf-8"))
    return [
        Pair(0, house, one, other, is_same=name == "alike")
        for name, rows in lists.items()
        for house, one, other in rows[not odd :: 2]
    ]


def strangers_pairs(*, odd: bool) -> list[Pair]:
    """One half of the pairs of somebody who had seen neither the program nor its words."""
    rows = tomllib.loads(STRANGER.read_text(encoding="utf-8"))["pairs"]
    return [
        Pair(0, house, one, other, is_same=is_same)
        for house, is_same, _kind, one, other in rows[not odd :: 2]
    ]


def hints(store: Store, half: list[Pair]) -> dict[Pair, bool]:
    """Whether the hint for `one` shows `other`, with all complaints of the half on record."""
    places = {
        name: Office(f"O{n}", f"O{n}", name) for n, name in enumerate({p.office for p in half})
    }
    filed: dict[str, str] = {}
    with store.write() as tx:
        offices.put_many(tx, places.values(), now=NOW)
        for pair in half:
            for text in (pair.one, pair.other):
                if text not in filed:
                    case = complaints.file(tx, text, office=pair.office, now=NOW)
                    filed[text] = case.id
    seen: dict[str, set[str]] = {}
    for pair in half:
        if pair.one not in seen:
            found = complaints.alike(
                store.read(), pair.one, places[pair.office].id, now=NOW, besides=filed[pair.one]
            )
            seen[pair.one] = {case for group in found for case in group.complaint_ids}
    return {pair: filed[pair.other] in seen[pair.one] for pair in half}


def measures(told: dict[Pair, bool]) -> tuple[float, float]:
    """Precision and recall."""
    right = sum(is_told and pair.is_same for pair, is_told in told.items())
    return right / sum(told.values()), right / sum(pair.is_same for pair in told)


def test_there_are_enough_pairs_with_hard_ones_among_them() -> None:
    """Both halves: at least 300 pairs, more of them different than alike."""
    for odd in (True, False):
        half = list(pairs(odd=odd))
        assert len(half) >= 300
        assert sum(pair.is_same for pair in half) * 2 < len(half)


def test_the_fresh_pairs_are_of_many_houses_and_mostly_hard() -> None:
    """Both halves: as many different as alike, most of the different ones hard."""
    lists = tomllib.loads(FRESH.read_text(encoding="utf-8"))
    hard, easy = len(lists["hard"]), len(lists["easy"])
    assert len(lists["alike"]) >= 120 <= hard + easy
    assert hard >= 70
    assert len({house for rows in lists.values() for house, *_ in rows}) >= 16


def test_the_hint_is_right_and_finds_what_there_is_on_the_unseen_half(desk: Store) -> None:
    """Precision at least 0.85 at a recall of at least 0.70 on the half that was not tuned on.

    The groups that came after the program's words are in it. Taken alone they are found less often
    by far, for a matter without known words is found by its own words only: that share is watched
    too, so that it is not lost without notice.
    """
    told = hints(desk, list(pairs(odd=False)))
    precision, recall = measures(told)
    assert precision >= 0.86
    assert recall >= 0.70
    never_met = {pair: is_told for pair, is_told in told.items() if pair.group > NEVER_MET}
    assert measures(never_met)[1] >= 0.10


def test_the_hint_holds_for_houses_of_every_kind(desk: Store) -> None:
    """From town hall to hotel, in the words of six countries, on the half not tuned on."""
    precision, recall = measures(hints(desk, fresh_pairs(odd=False)))
    assert precision >= 0.87
    assert recall >= 0.85


def test_the_strangers_pairs_are_many_and_mostly_hard() -> None:
    """Both halves: 210 pairs of ten houses, more of them different than alike."""
    for odd in (True, False):
        half = strangers_pairs(odd=odd)
        assert len(half) == 210
        assert len({pair.office for pair in half}) == 10
        assert sum(pair.is_same for pair in half) * 2 < len(half)


def test_the_hint_holds_for_a_stranger(desk: Store) -> None:
    """Somebody else's sentences on the half not tuned on: below the others by far, and held there.

    Before any tuning it was 0.69 and 0.37 on this half.
    """
    precision, recall = measures(hints(desk, strangers_pairs(odd=False)))
    assert precision >= 0.74
    assert recall >= 0.50


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No funcoina el asensor", "El ascensor está averiado"),
        ("el cajero se tragó mi tarjeta", "el atm me retuvo el plástico"),
        ("me siguen cobrando la cuota y me di de baja", "Anulé el plan y continúan los cargos"),
    ],
)
def test_the_same_in_other_words_and_with_a_wrong_letter_is_alike(one: str, other: str) -> None:
    """A slip of one letter in a word that is known, and words of other countries."""
    assert likeness(meaning(told_in(one)), meaning(told_in(other))) >= ALIKE


def test_the_same_trouble_of_another_thing_is_not_alike() -> None:
    """What says little alone needs its thing."""
    lift = meaning(told_in("El ascensor no funciona"))
    printer = meaning(told_in("La impresora no funciona"))
    assert likeness(lift, printer) < ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pregunta a qué hora abre la piscina", "la piscina no abre a su hora"),
        ("quisiera saber cuánto cobran por el duplicado", "me cobran el duplicado dos veces"),
        ("quiere felicitar a la enfermera del turno", "la enfermera del turno me gritó"),
        ("me subieron el límite de la tarjeta", "me bajaron el límite de la tarjeta"),
        ("la ducha del cuarto gotea", "el aire acondicionado del cuarto gotea"),
    ],
)
def test_a_question_praise_the_contrary_and_another_part_are_not_alike(
    one: str, other: str
) -> None:
    """The words of a complaint, and none or another one."""
    assert likeness(meaning(told_in(one)), meaning(told_in(other))) < ALIKE


def test_a_word_of_the_house_is_understood_at_once(desk: Store) -> None:
    """An admin's synonym leads the hint to cases that were filed before."""
    case = filed(desk, "El ascensor está averiado")
    text = "El chirimbolo no sube y está tronadísimo"
    assert complaints.alike(desk.read(), text, now=NOW) == []
    with desk.write() as tx:
        keep_house_synonyms(tx, ["chirimbolo, ascensor", "tronadísimo, averiado"])
    (group,) = complaints.alike(desk.read(), text, now=NOW)
    assert group.complaint_ids == (case,)


def test_two_that_only_share_their_subject_are_not_alike() -> None:
    """The same bill, another problem."""
    twice = meaning(told_in("Me cobraron dos veces el recibo del agua"))
    late = meaning(told_in("No me llega el recibo del agua"))
    again = meaning(told_in("El banco me cargó por duplicado la factura del agua"))
    assert likeness(twice, again) > likeness(twice, late)
    assert likeness(twice, twice) > ALIKE > likeness(twice, late)
    assert likeness(twice, late) == likeness(late, twice)


def filed(store: Store, text: str, **given: Any) -> str:
    """A case on record; its id."""
    with store.write() as tx:
        return complaints.file(tx, text, now=NOW, **given).id


def test_the_hint_counts_people_and_names_the_open_action(desk: Store) -> None:
    """Three cases of two people, since when, the cause they have, who mends it and by when."""
    with desk.write() as tx:
        offices.put_many(tx, [Office("O1", "AGU", "Aguas"), Office("O2", "LUZ", "Luz")], now=NOW)
    first = filed(
        desk, "Nos cortaron el agua sin avisar", office="O1", phone="600 111 222",
        received_at=NOW - timedelta(days=13),
    )  # fmt: skip
    second = filed(desk, "Corte de agua sin aviso", office="O1", phone="600111222")
    third = filed(desk, "Cortan el agua y nadie avisa", office="O1", name="José")
    filed(desk, "Cortan el agua y nadie avisa", office="O1", received_at=NOW - timedelta(days=200))
    with desk.write() as tx:
        annulled = complaints.file(tx, "Corte de agua sin avisar", office="O1", now=NOW)
        complaints.annul(tx, annulled.id, "repetida", now=NOW)
    text = "Esta mañana cortaron el agua y no avisaron"
    (alone,) = complaints.alike(desk.read(), text, "O1", now=NOW)
    assert (set(alone.complaint_ids), alone.people) == ({first, second, third}, 2)
    assert (alone.since_at[:10], alone.last_at[:10]) == ("2026-11-10", "2026-11-23")
    assert (alone.office_name, alone.is_same_office) == ("Aguas", True)
    assert (alone.cause, alone.action) == (None, None)
    mine = filed(desk, text, office="O1")
    with desk.write() as tx:
        cause = complaints.join(tx, mine, alike=alone.complaint_ids, now=NOW)
        causes.act(tx, cause.id, "Avisar con SMS", "Aguas", NOW.date(), now=NOW)
        causes.act(tx, cause.id, "Cartel", "Prensa", NOW.date() + timedelta(days=1), now=NOW)
    (group,) = complaints.alike(desk.read(), text, "O1", now=NOW, besides=mine)
    assert group.cause == causes.get(desk.read(), cause.id)
    assert group.action is not None
    assert (group.action.what, group.action.owner) == ("Avisar con SMS", "Aguas")
    (other,) = complaints.alike(desk.read(), text, "O2", now=NOW)
    assert not other.is_same_office


@pytest.mark.parametrize("text", ["", " ", "?!", "de la que", "queja", "x" * 1_000_000, "\x00'\"*"])
def test_a_text_that_says_nothing_has_no_repeats(desk: Store, text: str) -> None:
    """Neither an error nor everybody."""
    filed(desk, "Nos cortaron el agua sin avisar")
    assert complaints.alike(desk.read(), text, now=NOW) == []


def test_a_case_that_goes_leaves_no_word_behind(desk: Store) -> None:
    """Erased events take the words along, and making rows anew doubles none."""
    gone = filed(desk, "La lavadora explotó en Villanueva")
    stays = filed(desk, "La lavadora pierde agua")
    with desk.write() as tx:
        tx.execute("UPDATE event SET body = NULL WHERE entity = ?", (gone,))
        folding.rebuild(tx)
        terms = {term for (term,) in tx.db.execute("SELECT term FROM complaint_vocabulary")}
        assert not any("explot" in term or "villanuev" in term for term in terms)
        rows = tx.db.execute("SELECT complaint_id, stems FROM complaint_text").fetchall()
    assert rows == [(stays, words.indexed("La lavadora pierde agua"))]
