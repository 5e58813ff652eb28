"""Killed in the middle of a restore, an import, a migration or an exchange."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.long.kill_work import JOBS, kill

KILLS = 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("name", JOBS)
def test_what_was_killed_is_whole_and_repeating_finishes_it(name: str, tmp_path: Path) -> None:
    """Nothing acknowledged is lost, and `check` passes before and after."""
    assert kill(tmp_path, JOBS[name], KILLS, random.Random(2)) == []
