"""A real PostgreSQL for tests: in a folder of its own, on a socket, gone when they end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

PASSWORD = "only-for-tests"  # noqa: S105 - of a server that lives as long as the test
OWNER = "head_owner"


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs; None where it is not installed."""
    for name in ("initdb", "pg_ctl"):
        if found := shutil.which(name):
            return Path(found).resolve().parent
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    return places[-1].parent if places else None


needed = pytest.mark.skipif(
    programs() is None, reason="PostgreSQL is not installed (Debian: postgresql)"
)


class Server:
    """A server that runs; `address` is of a database that an ordinary role owns."""

    def __init__(self, place: Path, control: Sequence[str | Path], how: str) -> None:
        self.address = address(place, OWNER, PASSWORD, "hub")
        self._control, self._how = control, how

    def start(self) -> None:
        """Let it run."""
        _as_postgres([*self._control, "-o", self._how, "start"])

    def kill(self) -> None:
        """End it as a power cut does."""
        _as_postgres([*self._control, "-m", "immediate", "stop"])


@contextmanager
def server() -> Iterator[Server]:
    """Run a server as long as it is needed."""
    bin_folder = programs()
    assert bin_folder
    place = Path(tempfile.mkdtemp(prefix="fd-pg-"))
    (place / "password").write_text(PASSWORD, encoding="ascii")
    if os.geteuid() == 0:
        for path in (place, place / "password"):
            shutil.chown(path, "postgres", "postgres")
    data = place / "data"
    make = ["--username=postgres", "--auth=scram-sha-256", f"--pwfile={place}/password"]
    _as_postgres([bin_folder / "initdb", "-D", data, "--no-sync", "--encoding=UTF8", *make])
    how = f"-c listen_addresses='' -c unix_socket_directories='{place}' -c fsync=off"
    control = [bin_folder / "pg_ctl", "-D", data, "-w", "-l", place / "log"]
    made = Server(place, control, how)
    made.start()
    try:
        _own_database(address(place, "postgres", PASSWORD, "postgres"))
        yield made
    finally:
        made.kill()
        shutil.rmtree(place, ignore_errors=True)


def address(place: Path, user: str, password: str, database: str) -> str:
    """The address of a database of the server on the socket in a folder."""
    return f"postgresql://{user}:{password}@/{database}?host={place}"


def _own_database(as_superuser: str) -> None:
    import psycopg

    with psycopg.connect(as_superuser, autocommit=True) as db:
        db.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE PASSWORD '{PASSWORD}'")
        db.execute(f"CREATE DATABASE hub OWNER {OWNER}")


def _as_postgres(command: Sequence[str | Path]) -> None:
    """Run a program as somebody that PostgreSQL agrees to run as."""
    who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*who, *command], check=True, cwd=tempfile.gettempdir(),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
