"""The life of a case: its steps, remedies, stopped clocks and papers; causes and their actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

TEXTS = (
    "severity", "complexity", "impact", "immediate", "on_behalf", "owner_id", "owner_name",
    "remedy_asked", "remedy_offered", "remedy_accepted", "acknowledge_by", "acknowledged_at",
    "assessed_at", "investigated_at", "answered_at", "term_from", "extended_until", "suspended_on",
    "guidance_at", "cause_id", "changed_at",
)  # fmt: skip
NUMBERS = ("safety", "restricted", "anonymous", "satisfaction", "reopened")

BOARD = (
    "CREATE INDEX complaint_received ON complaint(received_at)",
    "CREATE INDEX complaint_state ON complaint(state, due_on)",
    """CREATE INDEX complaint_overdue ON complaint(due_on)
        WHERE state NOT IN ('closed', 'annulled', 'answered') AND suspended_on = ''""",
    "CREATE INDEX complaint_office ON complaint(office_id, received_at)",
    "CREATE INDEX complaint_owner ON complaint(owner_id, state)",
    "CREATE INDEX complaint_kind ON complaint(kind, state)",
    "CREATE INDEX complaint_article ON complaint(article_id, received_at) WHERE article_id <> ''",
    "CREATE INDEX complaint_cause ON complaint(cause_id, received_at) WHERE cause_id <> ''",
)

WORDS = (
    """CREATE TABLE complaint_text(
        n INTEGER PRIMARY KEY, complaint_id TEXT NOT NULL UNIQUE, stems TEXT NOT NULL) STRICT""",
    """CREATE VIRTUAL TABLE complaint_stem USING fts5(
        stems, content='', columnsize=0, detail=none, tokenize='ascii')""",
    "CREATE VIRTUAL TABLE complaint_vocabulary USING fts5vocab(complaint_stem, 'row')",
)

PAPERS = (
    """CREATE TABLE attachment(
        complaint_id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY(complaint_id, position)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX attachment_content_of ON attachment(sha256)",
    "CREATE TABLE attachment_content(sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT",
)

CAUSES = (
    """CREATE TABLE cause(
        id TEXT PRIMARY KEY, title TEXT NOT NULL, category TEXT NOT NULL, whys TEXT NOT NULL,
        desk TEXT NOT NULL, opened_at TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE action(
        id TEXT PRIMARY KEY, cause_id TEXT NOT NULL, what TEXT NOT NULL, owner TEXT NOT NULL,
        due_on TEXT NOT NULL, state TEXT NOT NULL, set_at TEXT NOT NULL, settled_on TEXT NOT NULL,
        outcome TEXT NOT NULL) STRICT""",
    "CREATE INDEX action_cause ON action(cause_id)",
    "CREATE INDEX action_due ON action(due_on) WHERE state = 'open'",
)


def migrate(db: Database) -> None:
    """Give each case the columns of its life, and make what stands around a case.

    The full-text table holds stems only and no text of its own; `complaint_text` keeps the stems
    in their order, because a contentless row can only be taken out by what was put in.
    """
    for column in TEXTS:
        db.execute(f"ALTER TABLE complaint ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    for column in NUMBERS:
        db.execute(f"ALTER TABLE complaint ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE complaint ADD COLUMN fields TEXT NOT NULL DEFAULT '{}'")
    for statement in (*BOARD, *WORDS, *PAPERS, *CAUSES):
        db.execute(statement)
