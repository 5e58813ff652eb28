"""The power is cut at random moments, and the cut has teeth."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.long.power_cut import cut

needs_strace = pytest.mark.skipif(
    not shutil.which("strace")
    or subprocess.run(["strace", "true"], capture_output=True, check=False).returncode != 0,
    reason="strace is not there, or may not trace",
)


@needs_strace
def test_no_acknowledged_case_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    """Whatever became of what was not flushed, and the database is whole."""
    assert cut(tmp_path, 8, random.Random(3)) == []


@needs_strace
def test_a_program_that_flushes_less_loses_cases(tmp_path: Path) -> None:
    """The planted error: with synchronous=NORMAL the same cuts lose what was acknowledged."""
    faults = cut(tmp_path, 4, random.Random(3), "NORMAL")
    assert any(fault.startswith("lost ") for fault in faults)
