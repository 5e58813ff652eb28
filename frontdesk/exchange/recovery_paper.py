"""The paper with the recovery code, which is kept in a safe place and nowhere else."""

from __future__ import annotations

from datetime import datetime

from frontdesk.core.sites import Here
from frontdesk.exchange.paper import Paper, origin, p, words_of


def recovery_paper(code: str, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the paper; its file name tells nothing of the code."""
    words = words_of(lang)["recovery"]
    head = origin(desk, lang, now) + p("title", words["title"])
    body = p("folio", code) + p("text", words["use"])
    return Paper("recovery-code", lang, words["title"], head, body, p("foot", words["keep"]), qr="")
