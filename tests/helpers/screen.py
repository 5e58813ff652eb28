"""A virtual screen of one's own, with somebody who gives windows the focus."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SCREEN = "1280x800x24"


@contextmanager
def a_screen() -> Iterator[None]:
    """Open a virtual screen; DISPLAY names it meanwhile."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.environ["DISPLAY"] = f":{os.read(reading, 16).decode().strip()}"
    focus = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        for process in (focus, server):
            process.terminate()
            process.wait()
