"""The desk as another program sees it: its accessible tree through AT-SPI, as text.

`python -m tests.access_tree FILE` opens the program on the demo office on a virtual screen with a
session bus of its own, asks a question, and writes role, name, description and states of all that
is on screen. It needs Debian's at-spi2-core, python3-pyatspi, dbus-daemon, xvfb and openbox; the
bus is read by the system's Python, which has pyatspi. It is run by hand: somebody reads the text.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.helpers.screen import a_screen

SYSTEM_PYTHON = "/usr/bin/python3"
STARTS_IN_S = 60
READER = """
import sys, time
import pyatspi

TOLD = {pyatspi.STATE_FOCUSED: "focused", pyatspi.STATE_SELECTED: "selected",
        pyatspi.STATE_CHECKED: "checked", pyatspi.STATE_EDITABLE: "editable",
        pyatspi.STATE_FOCUSABLE: "focusable"}

def found():
    for app in pyatspi.Registry.getDesktop(0):
        for window in app or ():
            if window and "Frontdesk" in (window.name or ""):
                return window

def told(one, depth=0):
    states = one.getState()
    if not states.contains(pyatspi.STATE_SHOWING) and depth:
        return
    words = [one.getRoleName(), repr(one.name)]
    if one.description:
        words.append("| " + one.description)
    words += sorted(name for state, name in TOLD.items() if states.contains(state))
    print("  " * depth + " ".join(words))
    for child in one:
        if child is not None:
            told(child, depth + 1)

until = time.monotonic() + float(sys.argv[1])
while not (window := found()) and time.monotonic() < until:
    time.sleep(0.5)
time.sleep(4)
pyatspi.Registry.generateKeyboardEvent(0, sys.argv[2], pyatspi.KEY_STRING)
time.sleep(3)
told(window)
"""


def main() -> int:
    """Open the program, read it from outside, write the text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--ask", default="empadronamiento")
    wish = parser.parse_args()
    with a_screen(), tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "read.sh"
        script.write_text(
            f'"{sys.executable}" -m frontdesk --demo --data "{folder}/data" & frontdesk=$!\n'
            f'{SYSTEM_PYTHON} -c "$READER" {STARTS_IN_S} "{wish.ask}"; kill $frontdesk\n',
            encoding="utf-8",
        )
        told = subprocess.run(
            ["dbus-run-session", "--", "sh", str(script)],
            check=False, capture_output=True, text=True,
            env={**os.environ, "READER": READER, "QT_QPA_PLATFORM": "xcb",
                 "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"},
        )  # fmt: skip
    wish.file.write_text(told.stdout, encoding="utf-8")
    sys.stderr.write(told.stderr)
    return told.returncode


if __name__ == "__main__":
    sys.exit(main())
