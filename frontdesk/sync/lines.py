"""The lines of a segment: [envelope, salt, body] as JSON, one an event.

Envelope and body are taken as the very text that was hashed, so nothing is parsed and written again
to see whether it is true, and an event that is known is told from its line without parsing it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from frontdesk.store import events
from frontdesk.store.events import HASH_BYTES, Event
from frontdesk.sync.concerned import Row

MAX_LAMPORT = 1 << 53
_TEXT = r'[^"\\\x00-\x1f\x7f]{1,200}'
_AT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
_NUMBER = r"(0|[1-9]\d{0,15})"
_LINE = re.compile(
    rf'\[(\["({_TEXT})",{_NUMBER},"([0-9a-f]{{32}})?",{_NUMBER},"({_AT})","({_TEXT})",'
    rf'"({_TEXT})","([0-9a-f]{{32}})"\]),"([0-9a-f]{{32}})?",(\{{.*\}}|null)\]'
)


def encode(rows: Iterable[Row]) -> bytes:
    """Return events as the lines of a segment."""
    lines = []
    for row in rows:
        envelope = json.dumps(
            [row.writer, row.seq, row.prev.hex(), row.lamport, row.at, row.entity, row.kind,
             row.body_hash.hex()],
            ensure_ascii=False, separators=(",", ":"),
        )  # fmt: skip
        lines.append(f'[{envelope},"{row.salt.hex()}",{row.body or "null"}]\n')
    return "".join(lines).encode()


def decode(lines: Sequence[bytes], ids: Sequence[bytes] | None = None) -> Iterator[Row]:
    """Yield the events of a segment's lines. Raises ValueError for a line that is none.

    `ids` are those of `ids_of`, where they are known already. Whether a body fits its hash is for
    `check_bodies` to say, of those that are new.
    """
    unhex, match_line = bytes.fromhex, _LINE.fullmatch
    for told, event_id in zip(lines, ids or ids_of(lines), strict=True):
        line = told.decode("utf-8")
        match = match_line(line)
        if match is None:
            yield _unusual(line)
            continue
        _, writer, seq, prev, lamport, at, entity, kind, body_hash, salt, body = match.groups()
        is_there = body != "null"
        yield Row(
            writer, int(seq), unhex(prev or ""), int(lamport), at, entity, kind,
            unhex(salt or "") if is_there else b"", body if is_there else None, unhex(body_hash),
            event_id,
        )  # fmt: skip


def check_bodies(rows: Iterable[Row]) -> None:
    """Raise ValueError for a body that is not the one its envelope was made for."""
    sha256 = hashlib.sha256
    for row in rows:
        if (
            row.body is not None
            and sha256(row.salt + row.body.encode()).digest()[:HASH_BYTES] != row.body_hash
        ) or row.lamport > MAX_LAMPORT:
            raise ValueError(row.entity)


def split(content: bytes) -> list[bytes]:
    """Return the lines of a segment's content."""
    return [line for line in content.split(b"\n") if line]


def ids_of(lines: Iterable[bytes]) -> list[bytes]:
    """Return the ids of the events of lines: the hash of each envelope as it stands there.

    Of a line with unusual characters it may be another one, that no event has.
    """
    sha256 = hashlib.sha256
    return [sha256(line[1 : line.find(b'"],') + 2]).digest()[:HASH_BYTES] for line in lines]


def digest(lines: Iterable[bytes], ids: Iterable[bytes]) -> str:
    """Return what tells the events of lines, each with its body or without, from any others."""
    bare = bytes(line.endswith(b",null]") for line in lines)
    return hashlib.sha256(b"".join([*ids, bare])).hexdigest()[:32]


def of_columns(values: Sequence[Any]) -> Row:
    """Return the event of the log's columns in order, bytes in hex; its id is computed."""
    unhex = bytes.fromhex
    writer, seq, prev, lamport, at, entity, kind, salt, body, body_hash = values[:10]
    row = Row(
        writer, seq, unhex(prev), lamport, at, entity, kind, unhex(salt), body, unhex(body_hash),
        b"",
    )  # fmt: skip
    return next(decode(split(encode([row]))))


def _unusual(line: str) -> Row:
    """Return the event of a line with unusual characters. Raises ValueError where it is none."""
    value = json.loads(line)
    if not (isinstance(value, list) and len(value) == 3 and isinstance(value[0], list)):  # noqa: PLR2004 - envelope, salt, body
        raise ValueError(line[:80])
    envelope, salt, body = value
    try:
        writer, seq, prev, lamport, at, entity, kind, body_hash = envelope
        text = None if body is None else events.dump(body)
        event = Event(
            b"", writer, seq, bytes.fromhex(prev), lamport, at, entity, kind, bytes.fromhex(salt),
            None, bytes.fromhex(body_hash),
        )  # fmt: skip
    except (TypeError, AttributeError) as error:
        raise ValueError(line[:80]) from error
    texts = all(isinstance(one, str) for one in (writer, at, entity, kind))
    numbers = all(type(one) is int and 0 <= one <= MAX_LAMPORT for one in (seq, lamport))
    if not (texts and numbers):
        raise ValueError(line[:80])
    return Row(
        writer, seq, event.prev, lamport, at, entity, kind, event.salt, text, event.body_hash,
        events.hash_envelope(event),
    )  # fmt: skip
