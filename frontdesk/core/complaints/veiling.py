"""A restricted case for who may not read it: its course, its terms and its owner office."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from frontdesk.core.complaints.life import CaseFile
from frontdesk.core.erasure import PERSONAL, without_person


def veiled(file: CaseFile) -> CaseFile:
    """Return the file without what anybody typed, and without its papers."""
    steps = tuple(replace(step, body=without_person(step.body)) for step in file.steps)
    blank: dict[str, Any] = {
        name: "" for name in PERSONAL if isinstance(getattr(file.case, name, None), str)
    }
    return CaseFile(replace(file.case, **blank | {"fields": "{}"}), steps, ())
