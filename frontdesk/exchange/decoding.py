"""In which code a text was written: what gives words, however old the program that wrote it."""

from __future__ import annotations


def decoded(data: bytes) -> str:
    """Return the text of bytes: UTF-8 or UTF-16 where they are, else an old code page."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data, cp_isolation=["cp1252", "cp850", "mac_roman"]).best()
        return str(best) if best else data.decode("cp1252", errors="replace")
