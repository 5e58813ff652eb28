"""Set Frontdesk up from its source and start it, with nothing but Python itself.

    python3 start.py [arguments]        open the program on the demo office
    python3 start.py test [arguments]   run every check; the arguments go to pytest

The first run makes `.venv` and fills it; later runs see from a stamp in it that nothing changed and
go straight on. The same file serves Linux, Windows and macOS.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from installers import translations

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "frontdesk.stamp"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)

# What Qt needs from a Linux system, and the Debian package that brings it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# A virtual screen for the tests that press keys in a real window, and who gives windows the focus.
SCREEN_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "openbox": "openbox", "xdotool": "xdotool"}

# The server through which tests exchange like branches with a network; skipped without it.
SERVER_PROGRAMS = {"pg_ctlcluster": "postgresql"}


def main(arguments: list[str]) -> int:
    """Set up what is missing, then start the program or the checks; return the exit code."""
    if sys.version_info < OLDEST:
        wanted, found = ".".join(map(str, OLDEST)), sys.version.split()[0]
        return stop(f"Frontdesk needs Python {wanted} or newer; this is {found}.")
    test = arguments[:1] == ["test"]
    if not (set_up("test" if test else "") and translations_ready()):
        return 1
    return checks(arguments[1:]) if test else program(arguments)


def stop(sentence: str) -> int:
    """Say why it does not go on; return the exit code for that."""
    print(sentence, file=sys.stderr)
    return 1


def program(arguments: list[str]) -> int:
    """Open the window on the demo office; a command goes to the command line as it is."""
    window = not arguments or arguments[0].startswith("--data")
    return run(str(PYTHON), "-m", "frontdesk", *(["--demo"] if window else []), *arguments)


def run(*command: str, **environment: str) -> int:
    """Run a command to its end with these variables besides the current ones."""
    try:
        return subprocess.run(command, env=os.environ | environment, check=False).returncode
    except KeyboardInterrupt:
        return 130


# ------------------------------------------------------------------------------------- set-up


def set_up(extra: str) -> bool:
    """Make `.venv` hold what pyproject.toml asks for; at once True where it does already."""
    done = STAMP.read_text(encoding="utf-8") if STAMP.is_file() and PYTHON.is_file() else ""
    if done in {fingerprint("test"), fingerprint(extra)}:
        return True
    if not system_ready(test=extra == "test"):
        return False
    print("Setting Frontdesk up in .venv. This is done once and needs the network.", flush=True)
    STAMP.unlink(missing_ok=True)
    if not is_same_python():
        venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=True)
    wanted = f"{ROOT}[{extra}]" if extra else str(ROOT)
    if run(*pip_install(), "--constraint", str(ROOT / "constraints.txt"), "--editable", wanted):
        stop("The packages could not be installed, see above. Run the same command again.")
        return False
    STAMP.write_text(fingerprint(extra), encoding="utf-8")
    return True


def pip_install() -> list[str]:
    """The command that installs; silent where nobody watches a progress bar."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    return command if sys.stdout.isatty() else [*command, "--quiet"]


def fingerprint(extra: str) -> str:
    """What the contents of `.venv` depend on, as one line."""
    digest = hashlib.sha256(f"{ROOT} {sys.version_info[:2]} {extra}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def is_same_python() -> bool:
    """Whether `.venv` is there and was made by this version of Python."""
    config = VENV / "pyvenv.cfg"
    if not (PYTHON.is_file() and config.is_file()):
        return False
    version = f"version = {sys.version_info.major}.{sys.version_info.minor}."
    return any(line.startswith(version) for line in config.read_text("utf-8").splitlines())


def translations_ready() -> bool:
    """Compile the translations that changed; Qt reads them compiled only."""
    try:
        translations.compile_stale(PROGRAMS)
    except subprocess.CalledProcessError:
        stop("A translation in resources/i18n could not be compiled, see above.")
        return False
    return True


# ------------------------------------------------------------------------------------- system


def system_ready(*, test: bool) -> bool:
    """Whether the system has what pip cannot bring; on Debian as root it is installed."""
    missing = missing_packages()
    debian = shutil.which("apt-get") is not None
    if debian and is_root():
        return install([*missing, *([*missing_screen(), *missing_server()] if test else [])])
    if not missing:
        return True
    if debian:
        stop("The system lacks packages that Frontdesk needs. Install them, then run this again:")
        stop("  sudo apt-get install " + " ".join(missing))
        return False
    stop("The system seems to lack, by their Debian names: " + " ".join(missing))
    stop("Should the window not open, install them with your system's package manager.")
    return has_ensurepip()


def is_root() -> bool:
    """Whether this is a Unix root, as in a container."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: list[str]) -> bool:
    """Install Debian packages as root; True when they are there afterwards."""
    if not packages:
        return True
    print("Installing what the system lacks: " + " ".join(packages), flush=True)
    command = ["apt-get", "install", "--yes", "--no-install-recommends", "-qq", *packages]
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if run("apt-get", "update", "-qq", **quiet) or run(*command, **quiet):
        stop("They could not be installed, see above. By hand: " + " ".join(command))
        return False
    return True


def missing_packages() -> list[str]:
    """The Debian packages without which `.venv` cannot be made or the window cannot open."""
    if sys.platform != "linux":
        return []
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if not has_ensurepip():
        missing.insert(0, f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def has_ensurepip() -> bool:
    """Whether this Python can make a virtual environment; Debian packs that part apart."""
    return importlib.util.find_spec("ensurepip") is not None


def loads(library: str) -> bool:
    """Whether the system finds a shared library by this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_screen() -> list[str]:
    """The Debian packages of a virtual screen that are not there."""
    return [package for name, package in SCREEN_PROGRAMS.items() if shutil.which(name) is None]


def missing_server() -> list[str]:
    """The Debian package of the server for tests, unless it is there."""
    return [package for name, package in SERVER_PROGRAMS.items() if shutil.which(name) is None]


# ------------------------------------------------------------------------------------- checks


def checks(arguments: list[str]) -> int:
    """Run every check, the cheap ones first, and say at the end which failed."""
    os.chdir(ROOT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    commands = {
        "ruff check": tool("ruff", "check"),
        "ruff format": tool("ruff", "format", "--check"),
        "mypy": tool("mypy"),
        "lint-imports": tool("lint-imports", "--no-logo"),
        "pytest on a screen": on_a_screen(*tool("pytest", "-q", "tests/e2e")),
        "pytest": tool("pytest", "-n", "2", *arguments),
    }
    failed = []
    for name, command in commands.items():
        print(f"\n--- {name}", flush=True)
        if command and run(*command):
            failed.append(name)
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


def tool(name: str, *arguments: str) -> list[str]:
    """The command of a program that pip installed."""
    return [str(PROGRAMS / name), *arguments]


def on_a_screen(*command: str) -> list[str]:
    """The same command on a virtual screen with a window manager, which gives windows the focus.

    Empty where there is no such screen: the days at the desk then run offscreen alone.
    """
    if sys.platform != "linux" or missing_screen():
        return []
    shell = f"openbox & QT_QPA_PLATFORM=xcb exec {shlex.join(command)}"
    screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x800x24"]
    return [*screen, "sh", "-c", shell]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
