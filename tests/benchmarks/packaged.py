"""What the packaged program costs at its start and at rest, beside the same from source and peers.

    dbus-run-session .venv/bin/python -m tests.benchmarks.packaged PROGRAM [RUNS]

PROGRAM is the packaged one, opened on the demo office. Zeal, CherryTree and Zim take part where
they are installed; CherryTree and Zim get the demo's articles as their notes. All are started in
turn, on a virtual screen of their own. A program is shown with the first picture of which half is
as it stays, complete with the first that stays as it is, and rests when it has used no CPU time for
seconds; our box takes keys from the first picture on. What its child processes take counts as well.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from frontdesk.base import clock
from frontdesk.core import demo
from frontdesk.store.store import Store
from tests.helpers.screen import a_screen

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7
PATIENCE_S = 120.0
LOOK_S = 0.02
REST_S = 3.0
IDLE_S = 0.1
SMALL = QSize(160, 100)
CARET_DOTS = 40  # of 16,000
TICKS = os.sysconf("SC_CLK_TCK")
MOST = 1.5
FROZEN, SOURCE = "packaged", "from source"
KEPT = ("PATH", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS")

Seen = tuple[float, bytes]


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds until the window was shown, complete and at rest, and memory then (PSS)."""

    shown_s: float
    complete_s: float
    rest_s: float
    mb: float


def started(command: Sequence[str], environment: Mapping[str, str], screen: Screen) -> Cost:
    """Start a program, wait until it rests, end it."""
    empty = screen.picture()
    process = subprocess.Popen(
        command, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        seen = watched(process, screen, empty)
        last = seen[-1][1]
        half = _differing(empty, last) / 2
        shown = next(cpu for cpu, picture in seen if _differing(picture, last) < half)
        complete = next(cpu for n, (cpu, _) in enumerate(seen) if _stays(seen[n:]))
        return Cost(shown, complete, seen[-1][0], memory_mb(process.pid))
    finally:
        for member in tree(process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(member, signal.SIGKILL)
        process.wait()
        while not _alike(screen.picture(), empty):
            time.sleep(LOOK_S)


def watched(process: subprocess.Popen[bytes], screen: Screen, empty: bytes) -> list[Seen]:
    """Look at a program until it has a window and rests: CPU seconds and picture at each look."""
    seen: list[Seen] = [(0, empty)]
    end, worked, spent = time.monotonic() + PATIENCE_S, time.monotonic(), 0.0
    while time.monotonic() - worked < REST_S or _alike(seen[-1][1], empty):
        if process.poll() is not None or time.monotonic() > end:
            raise SystemExit(f"{process.args!r} shows no window that rests.")
        cpu = cpu_s(process.pid)
        if cpu - spent > IDLE_S:  # a caret blinks with less
            worked, spent = time.monotonic(), cpu
        seen.append((cpu, screen.picture()))
        time.sleep(LOOK_S)
    return seen


def _stays(seen: Sequence[Seen]) -> bool:
    return all(_alike(picture, seen[-1][1]) for _, picture in seen)


def _alike(one: bytes, other: bytes) -> bool:
    """Whether two pictures are the same but for a caret."""
    return _differing(one, other) <= CARET_DOTS


def _differing(one: bytes, other: bytes) -> int:
    return one != other and sum(a != b for a, b in zip(one, other, strict=True))


class Screen:
    """The virtual screen, looked at from outside."""

    def __init__(self) -> None:
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        self._app = QGuiApplication([])

    def picture(self) -> bytes:
        """What is on it, small and without colours."""
        shot = self._app.primaryScreen().grabWindow(0).toImage()
        return bytes(
            shot.scaled(SMALL).convertToFormat(QImage.Format.Format_Grayscale8).constBits()
        )


# ---------------------------------------------------------------------------- processes


def tree(pid: int) -> list[int]:
    """The processes of a program: its own and all that belong to its session."""
    running = [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]
    return [member for member in running if (fields := _fields(member)) and fields[3] == pid]


def cpu_s(pid: int) -> float:
    """The CPU seconds of a program with its children, the ended ones too."""
    return sum(sum(_fields(member)[11:15]) for member in tree(pid)) / TICKS


def memory_mb(pid: int) -> float:
    """The memory of a program: what is shared counts by its share (PSS)."""
    kilobytes = 0
    for member in tree(pid):
        with contextlib.suppress(OSError):
            text = Path(f"/proc/{member}/smaps_rollup").read_text(encoding="ascii")
            kilobytes += next(int(x.split()[1]) for x in text.splitlines() if x.startswith("Pss:"))
    return kilobytes * 1024 / 1e6


def _fields(pid: int) -> list[int]:
    """The numbers of a process's line in /proc behind its name: [3] is the session."""
    try:
        rest = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []
    return [0, *(int(field) for field in rest[1:20])]


# ---------------------------------------------------------------------------- who takes part


def programs(packaged: str, made: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the programs that take part with their commands."""
    data = made / "desk"
    store = Store(data, create=True)
    demo.build(store, now=clock.now())
    rows = store.read().execute("SELECT title, body FROM article ORDER BY title").fetchall()
    store.close()
    yield FROZEN, [packaged, "--data", str(data)]
    yield SOURCE, [sys.executable, "-m", "frontdesk", "--data", str(data)]
    if shutil.which("zeal"):
        yield "Zeal", ["zeal"]
    if shutil.which("cherrytree"):
        yield "CherryTree", ["cherrytree", str(cherrytree(made, rows))]
    if shutil.which("zim"):
        yield "Zim", ["zim", "--standalone", str(zim(made, rows))]


def cherrytree(made: Path, rows: Sequence[tuple[str, str]]) -> Path:
    """Write articles as a document of CherryTree."""
    nodes = "".join(
        f'<node name="{escape(title)}" unique_id="{n}" prog_lang="custom-colors" tags="" '
        f'readonly="0" custom_icon_id="0" is_bold="0" foreground="" ts_creation="0" '
        f'ts_lastsave="0"><rich_text>{escape(body)}</rich_text></node>'
        for n, (title, body) in enumerate(rows, 1)
    )
    file = made / "articles.ctd"
    file.write_text(f'<?xml version="1.0"?><cherrytree>{nodes}</cherrytree>', encoding="utf-8")
    return file


def zim(made: Path, rows: Sequence[tuple[str, str]]) -> Path:
    """Write articles as a notebook of Zim."""
    folder = made / "notebook"
    folder.mkdir()
    (folder / "notebook.zim").write_text("[Notebook]\nname=Articles\nhome=Home\n")
    head = "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n\n"
    for number, (title, body) in enumerate([("Home", ""), *rows]):
        name = f"Article{number}" if number else "Home"
        text = f"{head}====== {title} ======\n{body}\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def environment(made: Path) -> dict[str, str]:
    """A home of their own for all, in which each leaves what its first start leaves."""
    return {name: value for name, value in os.environ.items() if name in KEPT} | {
        "HOME": str(made), "XDG_RUNTIME_DIR": str(made), "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "QTWEBENGINE_DISABLE_SANDBOX": "1",
    }  # fmt: skip


def main() -> int:
    """Print the table; fail where the packaged program misses its aims."""
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    with tempfile.TemporaryDirectory() as folder, a_screen():
        made = Path(folder)
        known, around, screen = dict(programs(sys.argv[1], made)), environment(made), Screen()
        costs: dict[str, list[Cost]] = {name: [] for name in known}
        for run in range(-1, runs):  # the first start of each warms what it reads
            for name, command in known.items():
                cost = started(command, around, screen)
                if run >= 0:
                    costs[name].append(cost)
    return tell(costs)


def tell(costs: Mapping[str, Sequence[Cost]]) -> int:
    """Print medians as ratios to the program from source; return 1 where an aim is missed."""
    middle = {
        name: Cost(*map(statistics.median, zip(*map(astuple, known), strict=True)))
        for name, known in costs.items()
    }
    base = middle[SOURCE]
    print("| program | CPU until shown | until complete | until it rests | memory |")
    print("|---|---|---|---|---|")
    for name, cost in middle.items():
        ratios = zip(astuple(cost), astuple(base), strict=True)
        print(f"| {name} | {' | '.join(f'{mine / theirs:.2f}' for mine, theirs in ratios)} |")
    told = (base.shown_s, base.complete_s, base.rest_s, base.mb)
    print("1 is {:.2f} s, {:.2f} s, {:.2f} s and {:.0f} MB.".format(*told))
    frozen = middle.pop(FROZEN)
    del middle[SOURCE]
    behind = [n for n, c in middle.items() if frozen.shown_s > c.shown_s or frozen.mb > c.mb]
    print("It is behind " + ", ".join(behind) if behind else "It is before all of them.")
    return 1 if behind or frozen.shown_s > MOST * base.shown_s else 0


if __name__ == "__main__":
    raise SystemExit(main())
