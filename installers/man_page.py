"""The manual page of `frontdesk`, made from the command line's own help, so that it never lags.

python installers/man_page.py > frontdesk.1
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from frontdesk import __version__  # noqa: E402 - the page is made of the sources beside it
from frontdesk.cli import main as program  # noqa: E402 - as above

OWN = (
    ("--demo", "Open the window on a fresh demo office."),
    ("--data DIR", "The data folder, of the window and of every command."),
    ("--self-test [FILE]", "Say what this copy of the program lacks; exit 0 if nothing."),
)
ENVIRONMENT = (
    ("FRONTDESK_DATA", "The data folder, unless --data names one."),
    ("FRONTDESK_STATE", "Where this user's state lies, outside every data folder."),
)
FILES = (
    ("~/.local/share/Frontdesk", "The data folder: the database, its backups, and logs."),
    ("~/.local/state/Frontdesk", "The state, and the report of the last self-test."),
)


def page() -> str:
    """Return the whole page in the notation of man."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH FRONTDESK 1 "" "Frontdesk {__version__}" "User Commands"'
    yield from (".SH NAME", r"frontdesk \- the desk program of a reception")
    yield from (".SH SYNOPSIS", ".B frontdesk", r"[\-\-demo] [\-\-data DIR]", ".br")
    yield from (".B frontdesk", "COMMAND [OPTIONS] [ARGUMENTS]")
    yield from (".SH DESCRIPTION", *_paragraphs(program.help or ""))
    yield from (".SH OPTIONS", *_terms(OWN))
    yield ".SH COMMANDS"
    yield from _commands(program, ())
    yield from (".SH ENVIRONMENT", *_terms(ENVIRONMENT))
    yield from (".SH FILES", *_terms(FILES))
    yield from (".SH EXIT STATUS", "0 done, 1 refused with a sentence, 2 a mistake in the command.")


def _commands(group: click.Group, path: tuple[str, ...]) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))
            continue
        arguments = " ".join(
            parameter.make_metavar(click.Context(command))
            for parameter in command.params
            if isinstance(parameter, click.Argument)
        )
        yield from (".SS", _safe(" ".join([*path, name, arguments]).strip()))
        yield from _paragraphs(command.help or "")
        yield from _terms(_options(command))


def _options(command: click.Command) -> Iterator[tuple[str, str]]:
    context = click.Context(command)
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record and isinstance(parameter, click.Option) and parameter.name != "data":
            yield record


def _paragraphs(text: str) -> Iterator[str]:
    for part in text.replace("\b", "").split("\n\n"):
        yield from (".PP", _safe(" ".join(part.split())))


def _terms(pairs: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> Iterator[str]:
    for term, said in pairs:
        yield from (".TP", rf"\fB{_safe(term)}\fR", _safe(said))


def _safe(text: str) -> str:
    """Return text in which nothing is taken for a request."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    sys.stdout.write(page())
