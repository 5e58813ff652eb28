"""Filing complaints in a process that is killed at a moment nobody chose."""

from __future__ import annotations

import json
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

from frontdesk.core import checking, complaints
from frontdesk.store.store import Store
from tests.helpers.command_line import lines, started

CASES = 4_000  # more than anybody files before the kill


def file_and_kill(folder: Path, chance: random.Random) -> list[str]:
    """File until killed; return the folios that were printed.

    The moment is drawn over the number of folios seen and a fraction of the time that one takes,
    so that kills fall anywhere in a save, on slow machines and fast ones alike.
    """
    folios: list[str] = []
    with started("complaint", "file", "-", "--data", folder) as desk:
        assert desk.stdin
        assert desk.stdout
        feeder = threading.Thread(target=_feed, args=(desk.stdin,))
        feeder.start()
        after, pause = chance.randrange(1, 12), chance.random() * 0.004
        while len(folios) < after and (line := desk.stdout.readline()):
            folios.append(json.loads(line)["folio"])
        threading.Event().wait(pause)
        desk.send_signal(signal.SIGKILL)
        whole = [line for line in desk.stdout if line.endswith(b"\n")]
        folios += [json.loads(line)["folio"] for line in whole]
        feeder.join()
    return folios


def faults_after(folder: Path, folios: list[str]) -> list[str]:
    """What is wrong with a desk after a kill: a folio lost, a number missing, an unsound file."""
    store = Store(folder)
    cases = list(complaints.every(store.read()))
    lost = sorted(set(folios) - {case.folio for case in cases})
    numbers = [case.number for case in cases]
    gaps = [] if numbers == list(range(1, len(numbers) + 1)) else [f"numbers {numbers}"]
    unsound = checking.faults(store)
    store.close()
    return [*lost, *gaps, *unsound]


def _feed(stdin: object) -> None:
    try:
        stdin.write(lines([{"text": f"Text {n} " + "x" * (n % 700)} for n in range(CASES)]))  # type: ignore[attr-defined]
        stdin.close()  # type: ignore[attr-defined]
    except OSError:
        return  # the reader is dead, as it should be


def cut_off(work: Callable[[], object], after_s: float) -> float:
    """Do a piece of work in a forked process that is killed some time after its start; return how
    long it lived. A fork has everything loaded, so that the kill falls into the work itself.
    """
    start = time.perf_counter()
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)  # nothing of the parent is flushed or closed twice
    timer = threading.Timer(after_s, os.kill, (child, signal.SIGKILL))
    timer.start()
    os.waitpid(child, 0)
    timer.cancel()
    return time.perf_counter() - start
