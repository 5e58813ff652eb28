"""A power cut without pulling the plug: every write and flush of a program is recorded by strace,
and the disk is rebuilt as it may be found after a cut at any moment.

What was flushed is there. Of what was written since, each piece is there, gone, or torn at one of
its sectors, as a disk with a cache leaves it; and a file that was deleted may be back.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.helpers.command_line import ROOT

SECTOR = 512
CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,unlink,openat"
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (\d+)", re.DOTALL)
_OPENED = re.compile(r"\d+<([^>]*)>(?:, )?(.*)", re.DOTALL)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the program did to a file, or said (`path` is empty then)."""

    did: str
    path: str
    offset: int = 0
    data: bytes = b""


@dataclass(slots=True)
class _File:
    """A file on the disk, and what was done to it since it was last flushed."""

    flushed: bytearray
    since: list[Step] = field(default_factory=list)
    is_gone: bool = False


def recorded(program: str, *words: str, log: Path) -> list[Step]:
    """Run a Python program under strace to its end; return what it did."""
    command = ["strace", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run(
        [*command, sys.executable, "-c", program, *words], check=True, cwd=ROOT,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    return list(_steps(log.read_text("ascii").splitlines()))


def after_cut(
    files: dict[str, bytes], steps: Sequence[Step], chance: random.Random
) -> dict[str, bytes]:
    """Return the files as they may be found after these steps and then no more power."""
    disk = {path: _File(bytearray(data)) for path, data in files.items()}
    for step in steps:
        file = disk.setdefault(step.path, _File(bytearray()))
        if step.did == "flush":
            for done in file.since:
                _do(file.flushed, done, done.data)
            file.since.clear()
        elif step.did == "delete":
            file.is_gone = True
        elif step.did == "make" and file.is_gone:
            disk[step.path] = _File(bytearray())
        elif step.path:
            file.since.append(step)
    found = {}
    for path, file in disk.items():
        if not path or (file.is_gone and chance.random() < 1 / 2):
            continue
        for done in file.since:
            _do(file.flushed, done, _left_of(done.data, chance))
        found[path] = bytes(file.flushed)
    return found


def _left_of(data: bytes, chance: random.Random) -> bytes | None:
    """Return all of a write, none of it, or its first sectors."""
    fate = chance.randrange(3)
    if fate == 0:
        return data
    sectors = len(data) // SECTOR
    return data[: chance.randrange(sectors) * SECTOR] if fate == 1 and sectors else None


def _do(content: bytearray, step: Step, data: bytes | None) -> None:
    if data is None:
        return
    if step.did == "cut":
        del content[step.offset :]
        content.extend(bytes(step.offset - len(content)))
    else:
        content.extend(bytes(max(0, step.offset - len(content))))
        content[step.offset : step.offset + len(data)] = data


def _steps(lines: Sequence[str]) -> Iterator[Step]:
    for line in lines:
        call = _CALL.match(line)
        if call is None:
            continue
        name, told, _ = call.groups()
        if name in {"unlink", "openat"}:
            path = _bytes(told).decode()
            if name == "unlink" or "O_CREAT" in told:
                yield Step("delete" if name == "unlink" else "make", path)
            continue
        opened = _OPENED.match(told)
        if opened is None:
            continue
        path, rest = _unescaped(opened.group(1)), opened.group(2)
        if name in {"fsync", "fdatasync"}:
            yield Step("flush", path)
        elif name == "ftruncate":
            yield Step("cut", path, int(rest))
        elif name == "pwrite64":
            yield Step("write", path, int(rest.rpartition(", ")[2]), _bytes(rest))
        elif path.startswith("pipe:"):
            yield Step("said", "", 0, _bytes(rest))


def _bytes(told: str) -> bytes:
    text = _TEXT.search(told)
    return bytes.fromhex(text.group(1).replace("\\x", "")) if text else b""


def _unescaped(path: str) -> str:
    return bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path
