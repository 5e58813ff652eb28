"""Prove on a bare Debian 12 that what a person is told to do works, and leaves nothing behind.

    python installers/linux/prove.py frontdesk_0.1.0_amd64.deb    # the package
    python installers/linux/prove.py --source [-k WORDS]          # the two commands of the README

Needs root, a network, debootstrap, xvfb, openbox and xdotool. The screen and the keys are this
computer's, so that the bare system holds nothing but what the program itself asks for.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from installers.linux.roots import Root, bare  # noqa: E402 - they lie beside this script
from tests.helpers.program import PATIENCE_S, Program, until  # noqa: E402 - as above
from tests.helpers.screen import a_screen  # noqa: E402 - as above

USER = "desk"
SOURCE = "opt/frontdesk"
COMPLAINT = "Dos horas en la sala 0.03 y ninguna llamada"
PROMISE = "Llamar con la fecha de la visita"
SLIPS = "SELECT count(*) FROM slip WHERE origin = '' HAVING count(*) = ?"
ANSWERED = "SELECT 1 FROM contact WHERE origin = '' AND outcome = 'answered'"
FILED = "SELECT folio FROM complaint WHERE origin = '' AND text = ?"
GONE = "SELECT 'gone' WHERE NOT EXISTS(SELECT 1 FROM setting WHERE key = 'demo')"
PROMISED = "SELECT 1 FROM promise WHERE what = ?"
# What any installation of a package changes, by the package manager's own doing.
TRACES = (
    "etc/ld.so.cache", "etc/shadow-", "usr/share/mime", "usr/share/icons", "usr/share/man",
    "usr/share/applications", "usr/share/glib-2.0", "usr/share/doc",
)  # fmt: skip

SHOOT = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(sys.argv)
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


def main() -> None:
    """Prove what the command line asks for; the first thing that fails ends it with its words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", nargs="?", type=Path, help="the .deb")
    parser.add_argument("--source", action="store_true", help="the set-up from source")
    parser.add_argument("-k", dest="words", default="", help="which tests; all without it")
    parser.add_argument("--pictures", type=Path, default=Path("proof"), help="for screenshots")
    cache = Path(tempfile.gettempdir()) / "frontdesk-proof"
    parser.add_argument("--cache", type=Path, default=cache, help="where the bare roots lie")
    parser.add_argument(
        "--also", type=Path, action="append", default=[],
        help="a folder of packages to which pip is pointed here; with --source",
    )  # fmt: skip
    wish = parser.parse_args()
    wish.pictures.mkdir(parents=True, exist_ok=True)
    with a_screen():
        if wish.package:
            prove_package(wish.package, wish.cache, wish.pictures / "package.png")
        if wish.source:
            prove_source(wish)


def prove_package(package: Path, cache: Path, picture: Path) -> None:
    """Install, test, work a morning, remove; nothing is left but the data."""
    with bare(cache, "package") as root:
        files, packages = root.files(), root.packages()
        target = root.folder / package.name
        target.write_bytes(package.read_bytes())
        root.run("apt-get", "-y", "-qq", "install", "--no-install-recommends", f"/{package.name}")
        added = sorted(root.packages() - packages)
        if any(name.startswith("python3") for name in added):
            raise SystemExit("It asks for Python.")
        tell("installed", f"with {len(added) - 1} packages: {' '.join(added)}")
        tell("self-test", root.run("frontdesk", "--self-test", user=USER).splitlines()[-1])
        morning(root, picture)
        again(root)
        root.run("apt-get", "-y", "-qq", "purge", "frontdesk")
        root.run("apt-get", "-y", "-qq", "autoremove", "--purge")
        left = {f for f in root.files() - files if not f.startswith(TRACES) or "frontdesk" in f}
        if left or root.packages() != packages:
            raise SystemExit(f"Left behind: {sorted(left)} {root.packages() - packages}")
        desk = root.folder / f"home/{USER}/.local/share/Frontdesk/demo/frontdesk.db"
        if not desk.is_file():
            raise SystemExit("The data went with the program.")
        tell("removed", f"nothing is left but the data, {desk.stat().st_size / 1e6:.1f} MB")


def morning(root: Root, picture: Path) -> None:
    """Answer, route with a slip, file a complaint, promise: by keys, on the demo office."""
    folder = root.folder / f"home/{USER}/.local/share/Frontdesk/demo"
    program = Program(
        folder, start=root.command("/usr/bin/frontdesk", "--demo", user=USER),
        environment=root.environment({}, USER),
    )  # fmt: skip
    try:
        program.types("farola apagada").press("Return", "ctrl+Return")
        program.wait_for(ANSWERED)
        program.types("duplicado certificado").press("F3", "0", "Return")
        program.wait_for(SLIPS, 1)
        program.press("Return", "F4").types(COMPLAINT).press("ctrl+Return")
        folio = program.wait_for(FILED, COMPLAINT)
        program.press("Escape", "ctrl+k").types("empadronarme").press("F5")
        program.types(PROMISE).press("Tab").types("+3").press("Return")
        program.wait_for(PROMISED, PROMISE)
        shoot(picture)
    finally:
        program.close()
    inside = f"/home/{USER}/.local/share/Frontdesk/demo"
    root.run("frontdesk", "check", "--data", inside, user=USER)
    listed = root.run("frontdesk", "complaints", "--json", "--data", inside, user=USER)
    if COMPLAINT not in {json.loads(line)["text"] for line in listed.splitlines()}:
        raise SystemExit("The complaint is not listed.")
    tell("morning", f"answer, slip, {folio}, promise; checked; {picture}")


def again(root: Root) -> None:
    """Take the demo away: the program ends, and starts itself again on an office of one's own."""
    place = f"home/{USER}/own"
    program = Program(
        root.folder / place,
        start=root.command("/usr/bin/frontdesk", "--data", f"/{place}", "--demo", user=USER),
        environment=root.environment({}, USER),
    )  # fmt: skip
    program.press("ctrl+shift+p").types("Quitar la oficina").press("Return")
    program.wait_for(GONE)
    program.process.wait(PATIENCE_S)
    pid = until(shown_pid, "the program to start again")
    path = Path(f"/proc/{pid}/exe").readlink()
    os.kill(pid, signal.SIGTERM)
    if path.name != "frontdesk":
        raise SystemExit(f"{path} was started.")
    tell("started again", "by itself, without the demo")


def prove_source(wish: argparse.Namespace) -> None:
    """Run the two commands of the README on a system that has Python alone."""
    picture = wish.pictures / "source.png"
    with bare(wish.cache, "source", wish.also) as root:
        root.run("apt-get", "-y", "-qq", "install", "--no-install-recommends", "python3")
        tree = root.folder / SOURCE
        tree.mkdir(parents=True)
        archive = subprocess.run(
            ["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True
        )
        subprocess.run(["tar", "-x", "-C", str(tree)], input=archive.stdout, check=True)
        script = f"/{SOURCE}/start.py"
        start = [*root.command("python3", script)]
        window = subprocess.Popen(
            start, env=root.environment({"QT_QPA_PLATFORM": "xcb"}), start_new_session=True
        )
        try:
            until(lambda: shown_pid() or window.poll() is not None, "a window", patience_s=600)
            if window.poll() is not None:
                raise SystemExit("It ended before it showed a window.")
            shoot(picture)
        finally:
            os.killpg(window.pid, signal.SIGTERM)  # start.py and the program that it started
            window.wait()
        tell("start.py", f"opened the demo office; {picture}")
        narrowed = ["-k", wish.words] if wish.words else []
        said = root.run("python3", script, "test", *narrowed, DISPLAY="")
        tell("start.py test", said.strip().splitlines()[-1])


# ---------------------------------------------------------------------------- the screen


def shown_pid() -> int:
    """The process whose window is on the screen; 0 for none."""
    search = ["xdotool", "search", "--onlyvisible", "--name", "Frontdesk", "getwindowpid"]
    found = subprocess.run(search, check=False, capture_output=True, text=True).stdout.split()
    return int(found[-1]) if found else 0


def shoot(picture: Path) -> None:
    """Take a picture of the whole screen."""
    subprocess.run(
        [sys.executable, "-c", SHOOT, str(picture)], check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
    )  # fmt: skip


def tell(step: str, what: str) -> None:
    """Say what was proved."""
    print(f"{step:<14}{what}", flush=True)


if __name__ == "__main__":
    main()
