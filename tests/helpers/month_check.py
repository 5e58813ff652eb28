"""Holds the reports of a branch against the figures of the simulation's own log."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from frontdesk.core import checking, indicators
from frontdesk.store.store import Store
from tests.helpers.month_figures import Figures, middle, ninth_tenth


def agree(store: Store, figures: Figures, now: datetime) -> None:
    """Fail where a report says something else than the log."""
    for name in ("waiting", "walk", "service", "hold"):
        _stages_agree(store, name, getattr(figures, name), now)
    said = {(x["article"], x["office"]): x["count"] for x in _pooled(store, now)}
    assert said == dict(figures.bounces)
    right = {x["office"]: (x["count"], x["share"]) for x in _report(store, "first-time-right", now)}
    assert right == {
        office: (len(slips), pytest.approx(1 - len(slips & figures.wrong) / len(slips), abs=1e-4))
        for office, slips in figures.served.items()
    }
    gave_up = {
        x["office"]: (x["count"], len(x["cases"])) for x in _report(store, "abandonment", now)
    }
    assert gave_up == {o: (count, figures.gave_up[o]) for o, count in figures.tickets.items()}
    calls = {x["outcome"]: x["count"] for x in _report(store, "phone", now)}
    assert calls == dict(figures.calls)
    outcomes = {x["outcome"]: x["count"] for x in _report(store, "outcomes", now)}
    routed = sum(figures.tickets.values())
    assert outcomes == {**figures.outcomes, "routed": routed}
    assert checking.faults(store) == []


def _stages_agree(store: Store, name: str, lived: dict[str, list[float]], now: datetime) -> None:
    said = {line["office"]: line for line in _report(store, name, now)}
    assert said.keys() == lived.keys(), name
    for office, lengths in lived.items():
        line = said[office]
        assert line["count"] == len(line["cases"]) == len(lengths), (name, office)
        assert line["median_s"] == pytest.approx(middle(lengths), abs=0.01), (name, office)
        assert line["p90_s"] == pytest.approx(ninth_tenth(lengths), abs=0.01), (name, office)


def _pooled(store: Store, now: datetime) -> list[dict[str, Any]]:
    """The lines of the bounce report; an article has an office at one step at most."""
    lines = _report(store, "bounce", now)
    assert len({(line["article"], line["office"]) for line in lines}) == len(lines)
    return lines


def _report(store: Store, name: str, now: datetime) -> list[dict[str, Any]]:
    return indicators.report(store.read(), name, now=now)
