"""The report command: one object a line, with the cases behind its figure."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from frontdesk.core import contacts, offices, phone, queue, routing, stages, voice
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from tests.helpers.command_line import run
from tests.helpers.desks import NOW


def served(folder: Path) -> str:
    """Let one visitor wait two minutes at an office; return the contact."""
    store = Store(folder)
    with store.write() as tx:
        offices.put_many(tx, [Office("o", "TAX", "Tax office", hours="24/7")], now=NOW)
        slip = routing.issue_slip(tx, "", "o", now=NOW)
        contact = queue.enter(tx, slip.id, now=NOW).contact_id
        contacts.close(tx, now=NOW)
        queue.call_next(tx, "o", now=NOW + timedelta(minutes=2))
        queue.start(tx, contact, now=NOW + timedelta(minutes=3))
        queue.done(tx, contact, now=NOW + timedelta(minutes=8))
        phone.log(tx, "busy", now=NOW)
        assert len(stages.every(tx.db, contact)) == 3
    store.close()
    return contact


def test_a_figure_comes_with_its_cases(folder: Path) -> None:
    """The count, the median, the ninth tenth, and the contacts that make them."""
    contact = served(folder)
    (line,) = run("report", "waiting", "--json", "--data", folder).done().rows
    assert line == {
        "report": "waiting", "office": "o", "office_name": "Tax office", "count": 1,
        "median_s": 120.0, "p90_s": 120.0, "cases": [contact],
    }  # fmt: skip
    (line,) = run("report", "first-time-right", "--json", "--data", folder).done().rows
    assert (line["count"], line["share"], line["wrong"]) == (1, 1.0, [])


def test_a_period_is_given_by_its_days(folder: Path) -> None:
    """Both included; a day that is none is said."""
    served(folder)
    for since, until, count in (
        ("2026-11-23", "2026-11-23", 1), ("2026-11-24", "", 0), ("", "2026-11-22", 0),
    ):  # fmt: skip
        words = ["--since", since, "--until", until, "--data", folder]
        assert len(run("report", "phone", "--json", *words).done().rows) == count
    assert "2026-12-31" in run("report", "phone", "--since", "soon", "--data", folder).refusal()


def test_people_read_a_table(folder: Path) -> None:
    """Without --json there are the figures alone; an unknown report names those there are."""
    served(folder)
    assert run("report", "phone", "--data", folder).done().out == "busy\t1\n"
    assert "first-time-right" in run("report", "nonsense", "--data", folder).refusal()


def test_what_the_knowledge_lacks_is_a_report(folder: Path) -> None:
    """Gaps by meaning, with the rows behind them; articles to look at by who keeps them."""
    store = Store(folder)
    with store.write() as tx:
        cases = [voice.not_found(tx, words, at_desk=False, now=NOW).id
                 for words in ("civil weddings", "civil wedding")]  # fmt: skip
        late = Article("Late", id="a", owner="Ana", review_on="2020-01-01")
        articles.save(tx, late, now=NOW)
    store.close()
    (gap,) = run("report", "gaps", "--json", "--data", folder).done().rows
    assert (gap["count"], gap["state"], sorted(gap["cases"])) == (2, "open", sorted(cases))
    assert run("report", "gaps", "--until", "2026-11-22", "--data", folder).done().out == ""
    lines = run("report", "freshness", "--json", "--data", folder).done().rows
    assert {"report": "freshness", "view": "overdue", "owner": "Ana", "count": 1,
            "cases": ["a"]} in lines  # fmt: skip


def test_an_article_is_shown_as_it_was(folder: Path) -> None:
    """By its code and an instant; before it was there, and for no article at all, that is said."""
    store = Store(folder)
    for minute, say in ((0, "Two photos"), (10, "One photo")):
        with store.write() as tx:
            article = Article("Passport", id="a", code="P-1", say=say)
            articles.save(tx, article, now=NOW + timedelta(minutes=minute))
    store.close()
    for at, say in (("2026-11-23T09:35Z", "Two photos"), ("2026-11-23T09:45Z", "One photo")):
        (row,) = run("as-was", "P-1", at, "--json", "--data", folder).done().rows
        assert (row["say"], row["code"]) == (say, "P-1")
    assert "P-1" in run("as-was", "P-1", "2026-11-22", "--data", folder).refusal()
    assert (
        run("as-was", "a", "2026-11-23T09:35Z", "--data", folder)
        .done()
        .out.endswith("published\nTwo photos\n")
    )
