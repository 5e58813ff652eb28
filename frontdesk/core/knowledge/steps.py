"""The steps of an article: what each asks for, and whether it can be walked. That is said when an
article is saved or imported, and once more when somebody is sent: an office may be retired by then.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from frontdesk.base.errors import UserError
from frontdesk.base.text import clean, fold, line
from frontdesk.core import offices
from frontdesk.core.offices import Office

if TYPE_CHECKING:
    from decimal import Decimal

    from frontdesk.core.knowledge.articles import Article

Known = Mapping[str, Office | None]


class Step(NamedTuple):
    """One step: what happens at an office, or at any of the `others`, and in how many minutes.

    `papers` are those that this step asks for besides the article's; `cost` is what is paid here,
    decimal text in the article's currency. Versions and releases tell it as a list, so a new field
    goes to the end and has a default.
    """

    office_id: str
    text: str
    minutes: int | None = None
    papers: tuple[str, ...] = ()
    cost: str = ""
    others: tuple[str, ...] = ()

    @property
    def offices(self) -> tuple[str, ...]:
        """The ids of all offices at which it can be done, the usual one first."""
        return tuple(filter(None, (self.office_id, *self.others)))

    def content(self) -> str:
        """Return what a digest is made of: a step that tells no more than the first three fields
        has the digest that it had when there were no others.
        """
        told = tuple(self)
        return str(told if any(told[3:]) else told[:3])


def from_list(told: Sequence[Any]) -> Step:
    """Return a step as another program told it: an older one tells less, a newer one more."""
    whole = (*told, *Step("", "")[len(told) :])
    office_id, text, minutes, papers, cost, others = whole[: len(Step._fields)]
    return Step(
        str(office_id), str(text), minutes, tuple(map(str, papers)), str(cost),
        tuple(map(str, others)),
    )  # fmt: skip


def cleaned(step: Step) -> Step:
    """Return a step as it is stored, without what nobody typed on purpose."""
    others = dict.fromkeys(other for other in step.others if other and other != step.office_id)
    papers = filter(None, map(line, step.papers))
    return Step(
        step.office_id, clean(step.text).strip(), step.minutes, tuple(dict.fromkeys(papers)),
        line(step.cost), tuple(others),
    )  # fmt: skip


class Place(NamedTuple):
    """A step where it is walked: of which article, the how manieth, and what happens there."""

    article_id: str
    code: str
    title: str
    number: int
    text: str


def at_office(db: sqlite3.Connection, office_id: str) -> list[Place]:
    """Return the steps that are done at an office, also those where it is one of several, of
    articles that are not retired; by title and number.
    """
    rows = db.execute(
        "SELECT a.id, a.code, a.title, s.position, s.text FROM step s "
        "JOIN article a ON a.id = s.article_id AND a.state <> 'retired' "
        "WHERE s.office_id = ?1 OR EXISTS (SELECT 1 FROM json_each(s.others) WHERE value = ?1) "
        "ORDER BY a.title, a.id, s.position",
        (office_id,),
    )
    return [Place(*row) for row in rows]


def total(costs: Iterable[str]) -> str:
    """Return the sum of amounts as decimal text; '' where there are none."""
    from decimal import Decimal  # a desk that opens adds nothing up

    amounts = [Decimal(cost) for cost in costs if cost]
    return f"{sum(amounts):f}" if amounts else ""


def check_costs(article: Article) -> None:
    """Raise UserError where a step's cost is no amount, or the steps cost more than the article."""
    for number, step in enumerate(article.steps, 1):
        if step.cost and _amount(step.cost) is None:
            raise UserError("step.cost", field="steps", number=number, title=article.title)
    parts = total(step.cost for step in article.steps)
    whole, sum_of_parts = _amount(article.cost), _amount(parts)
    if whole is not None and sum_of_parts is not None and sum_of_parts > whole:
        raise UserError(
            "step.cost_sum", field="steps", title=article.title, steps=parts, cost=article.cost
        )


def known(db: sqlite3.Connection, article: Article) -> Known:
    """Return the offices of all steps by id; None for one that there is not."""
    named = {office_id for step in article.steps for office_id in step.offices}
    return {office_id: offices.get(db, office_id) for office_id in named}


def check(db: sqlite3.Connection, article: Article) -> None:
    """Raise UserError where a step of the article cannot be walked: for who edits or imports it.

    A step that names no office at all passes: people wait at home, too. Nobody is sent there.
    """
    found = known(db, article)
    for number, (step, fault) in enumerate(zip(article.steps, faults(article, found), strict=True)):
        each = [_fault(found[office_id]) for office_id in step.offices]
        worst = next(filter(None, (*each, fault if each else "")), "")
        if worst:
            raise UserError(f"step.{worst}", field="steps", number=number + 1, title=article.title)


def faults(article: Article, found: Known) -> Iterator[str]:
    """Yield for each step what makes it impossible to walk, or "".

    Faults: retired, unknown_office, loop (the same thing at the same office twice). One office that
    is there is enough.
    """
    seen: set[tuple[str, str]] = set()
    for step in article.steps:
        stop = (step.office_id, fold(line(step.text)))
        each = [_fault(found[office_id]) for office_id in step.offices] or ["unknown_office"]
        yield each[0] if all(each) else "loop" if stop in seen else ""
        seen.add(stop)


def _fault(office: Office | None) -> str:
    if office is None:
        return "unknown_office"
    return "retired" if office.retired else ""


def _amount(text: str) -> Decimal | None:
    from decimal import Decimal, InvalidOperation

    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount >= 0 else None
