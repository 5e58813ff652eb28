"""Killed in the middle of an exchange: repeating finishes it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.long.kill_exchange import kill_exchanges


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_exchange_is_finished_by_the_next(tmp_path: Path, seed: int) -> None:
    """Nothing lost, nothing doubled, both databases whole."""
    assert kill_exchanges(tmp_path, 6, random.Random(seed)) == []
