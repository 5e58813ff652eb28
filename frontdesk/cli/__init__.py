"""The command line: JSON in UTF-8, one object a line; exit 0 done, 1 refused, 2 usage. Never Qt."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper

import click

from frontdesk import __version__
from frontdesk.base.errors import UserError
from frontdesk.cli import audit, branches, care, data, desk, house, reports
from frontdesk.cli.session import Program, data_option


@click.group(cls=Program, params=[data_option()])
@click.version_option(__version__, prog_name="frontdesk")
def main() -> None:
    """Answers, routes and complaints of a reception desk.

    Without a command the window opens; --demo opens it on a fresh demo office.

    --self-test [FILE] says what this copy of the program lacks, on the screen and in FILE.
    """
    if sys.stdout is None:  # closed by whoever started the program
        raise UserError("output.closed")
    sys.stdin = sys.stdin or TextIOWrapper(BytesIO())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


for command in (
    *data.COMMANDS,
    *branches.COMMANDS,
    *desk.COMMANDS,
    *house.COMMANDS,
    *reports.COMMANDS,
    *care.COMMANDS,
    *audit.COMMANDS,
):
    main.add_command(command)
