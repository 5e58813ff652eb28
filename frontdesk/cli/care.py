"""Commands that look after the program itself."""

from __future__ import annotations

from pathlib import Path

import click

from frontdesk.base import clock
from frontdesk.cli.session import Session, emit


@click.command("support")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.pass_obj
def support(session: Session, file: Path | None) -> None:
    """Write a zip for whoever looks after the program; without FILE, show what it would hold.

    Versions, sizes, counts, choices of look and the log: no names, nothing of what was typed.
    """
    from frontdesk.exchange import support as parts_for

    texts = parts_for.parts(session.store(), now=clock.now())
    if file is None:
        for name, text in texts.items():
            emit({"name": name, "text": text})
    else:
        emit({"file": str(parts_for.write(file, texts)), "parts": len(texts)})


COMMANDS = (support,)
