"""The program in a process of its own on a real screen, worked by keys from outside."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from frontdesk.base import paths

PATIENCE_S = 30.0
PAUSE_S = 0.05
KEY_DELAY_MS = 25


class Program:
    """One window on a data folder. What it did is read from its database, from outside.

    `start` is another command that opens the window, as that of an installed program.
    """

    def __init__(
        self,
        folder: Path,
        *options: str,
        start: Sequence[str] = (),
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self.folder = folder
        self._readable = f"{paths.database(folder).as_uri()}?mode=ro"
        command = start or (sys.executable, "-m", "frontdesk", "--data", str(folder))
        variables = {**environment, "QT_QPA_PLATFORM": "xcb"}
        self.process = subprocess.Popen([*command, *options], env=variables)
        self.window = self._shown_window()
        _xdotool("windowactivate", "--sync", self.window)
        _xdotool("windowfocus", "--sync", self.window)

    def press(self, *keys: str) -> Program:
        """Press keys by their X names: `F3`, `Return`, `ctrl+Return`."""
        _xdotool("key", "--delay", str(KEY_DELAY_MS), *keys)
        return self

    def types(self, text: str) -> Program:
        """Type text letter by letter; letters with accents would be remapped while others wait."""
        _xdotool("type", "--delay", str(KEY_DELAY_MS), text)
        return self

    def follow(self) -> Program:
        """Go on in the window of the process that this one has started in its place."""
        self.process.wait(timeout=PATIENCE_S)
        self.window = str(until(_search, "a window of the next process"))
        _xdotool("windowactivate", "--sync", self.window)
        return self

    def wait_for(self, sql: str, *values: object) -> Any:
        """Return the first value of a query on the database, once there is one that is not null."""
        return until(lambda: self._value(sql, values), sql)

    def kill(self) -> None:
        """End the program as a power cut does: nothing of it runs any more."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        """Close the window as its user does, and wait for the program to end."""
        if self.process.poll() is None:
            self.press("ctrl+q")
            try:
                self.process.wait(timeout=PATIENCE_S)
            except subprocess.TimeoutExpired:
                self.kill()

    def _shown_window(self) -> str:
        pid = str(self.process.pid)
        found = until(lambda: _search(pid) or self._ended(), "a window")
        assert self.process.poll() is None, "the program ended before it showed a window"
        return str(found)

    def _ended(self) -> str | None:
        return "ended" if self.process.poll() is not None else None

    def _value(self, sql: str, values: tuple[object, ...]) -> Any:
        try:
            with closing(sqlite3.connect(self._readable, uri=True, timeout=PATIENCE_S)) as db:
                row = db.execute(sql, values).fetchone()
        except sqlite3.OperationalError:  # one database is gone and the next is not there yet
            return None
        return row[0] if row else None


def until(asked: Callable[[], Any], what: str, patience_s: float = PATIENCE_S) -> Any:
    """Return the answer once it is not empty; fail when patience ends."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        if answer := asked():
            return answer
        time.sleep(PAUSE_S)
    raise AssertionError(f"waited in vain for {what}")


def _search(pid: str = "") -> str | None:
    of = ["--all", "--pid", pid] if pid else []  # by default xdotool takes any of its conditions
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", *of, "--name", "Frontdesk"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return found.stdout.split()[-1] if found.stdout.strip() else None


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, capture_output=True)
