"""kill -9 while filing: every folio that was printed is on record, and no number is missing."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.helpers.killing import faults_after, file_and_kill

KILLS = 12


@pytest.mark.skipif(sys.platform == "win32", reason="this system knows no kill -9")
def test_a_kill_loses_no_folio(folder: Path) -> None:
    """The same desk, killed again and again, goes on where it was."""
    chance = random.Random(20261121)
    printed: list[str] = []
    for _ in range(KILLS):
        printed += file_and_kill(folder, chance)
    assert len(set(printed)) == len(printed) > KILLS
    assert faults_after(folder, printed) == []
