"""A picture that says it is 100,000 pixels wide and high is never unpacked, wherever it stands."""

from __future__ import annotations

import base64
import json
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.test_texts import WATCHED
from tests.exchange.test_workbooks import PEAK
from tests.helpers.command_line import ROOT
from tests.helpers.documents import docx, heading, picture
from tests.helpers.workbooks import altered, xlsx

SIDE = 100_000
MOST_KB = 300_000


def chunk(name: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def huge() -> bytes:
    """A PNG of few bytes that would fill forty gigabytes."""
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 6, 0, 0, 0)
    data = zlib.compress(bytes(4 * SIDE + 1) * 20)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part) for part in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    )


def word(folder: Path) -> Path:
    """A Word document with the picture inside."""
    plain = docx(
        folder / "plain.docx", heading("Permit"), picture("r"),
        links=[("r", "image", "media/big.png")],
    )  # fmt: skip
    return altered(plain, folder / "a.docx", {}, word__media__big_dot_png=huge())


def page(folder: Path) -> Path:
    """A page with the picture in its own address."""
    data = base64.b64encode(huge()).decode()
    (folder / "a.html").write_text(
        f'<h1>Permit</h1><img src="data:image/png;base64,{data}" width="{SIDE}" height="{SIDE}">'
    )
    return folder / "a.html"


def markdown(folder: Path) -> Path:
    """A text with the picture in a link."""
    data = base64.b64encode(huge()).decode()
    (folder / "a.md").write_text(f"# Permit\n\n![x](data:image/png;base64,{data}) end")
    return folder / "a.md"


def workbook(folder: Path) -> Path:
    """A workbook with the picture beside its sheet."""
    plain = xlsx(folder / "plain.xlsx", [("code", "title"), ("A", "Permit")])
    return altered(plain, folder / "a.xlsx", {}, xl__media__big_dot_png=huge())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's peak")
@pytest.mark.parametrize("make", [word, page, markdown, workbook])
def test_a_huge_picture_is_left_out_in_bounded_memory(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    """The words come in, with at most 300 MB for both processes together."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, make(tmp_path)], capture_output=True, check=True, cwd=ROOT
    )
    said, kilobytes = json.loads(done.stdout)
    assert said == 1
    assert kilobytes < MOST_KB


@pytest.mark.parametrize("make", [word, page, markdown])
def test_its_text_has_no_picture_and_nothing_else_is_touched(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    """Neither the network nor a file other than the document and the program's own."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, make(tmp_path)], capture_output=True, check=True, cwd=ROOT
    )
    told, said = map(json.loads, done.stdout.splitlines())
    assert "Permit" in told["text"]
    assert "image/png" not in told["text"]
    own = (str(tmp_path), sys.prefix, sys.base_prefix, str(ROOT))
    assert [event for event, _ in said if event != "open"] == []
    assert [path for _, path in said if not path.startswith(own)] == []


def test_the_workbook_process_touches_nothing_else_either(tmp_path: Path) -> None:
    """Links and formulas that lead elsewhere are not followed."""
    plain = xlsx(tmp_path / "plain.xlsx", [("code", "title"), ("A", "=WEBSERVICE(1)")])
    link = b'<Relationship Id="x" Type="t" Target="file:///etc/passwd" TargetMode="External"/>'
    file = altered(plain, tmp_path / "a.xlsx", {
        "xl/_rels/workbook.xml.rels": (b"</Relationships>", link + b"</Relationships>"),
    })  # fmt: skip
    watched = WATCHED.replace("text_process", "workbook_process")
    watched = watched.replace("print(json", "print()\nprint(json")
    watched = watched.replace("main(sys.argv[1:])", 'main([sys.argv[1], ""])')
    done = subprocess.run(
        [sys.executable, "-c", watched, file], capture_output=True, check=True, cwd=ROOT,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    said = json.loads(done.stdout.splitlines()[-1])
    own = (str(tmp_path), sys.prefix, sys.base_prefix, str(ROOT))
    assert [event for event, _ in said if event != "open"] == []
    assert [path for _, path in said if not path.startswith(own)] == []
