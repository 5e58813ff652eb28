"""One run of the command line: its data folder and language, what it prints, how it refuses."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sqlite3
import sys
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import click

from frontdesk.base import clock, paths
from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.base.text import clean
from frontdesk.core import sites
from frontdesk.store.failures import explain
from frontdesk.store.store import Store

_told = json.JSONEncoder(ensure_ascii=False).encode
# Python and JavaScript break lines at these too, which JSON leaves as they are.
_BREAKS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


class Session:
    """The data folder of one run of the command line."""

    def __init__(self) -> None:
        """Take the folder from the environment until --data says otherwise."""
        self.folder = paths.data_dir()
        self._store: Store | None = None

    def store(self, *, create: bool = False) -> Store:
        """Return the folder's database, opened once."""
        if self._store is None:
            self._store = Store(self.folder, create=create)
            if not create:
                _watch(self._store)
        return self._store

    def close(self) -> None:
        """Close the database, if it was opened, and remember outside of it what was written."""
        if self._store:
            from frontdesk.sync import identity

            identity.keep_up(self._store)
            self._store.close()

    def lang(self) -> str:
        """Return the language of the site, or of the system where no site could be opened."""
        with contextlib.suppress(UserError, sqlite3.Error):
            if self._store:
                return sites.here(self._store.read()).lang
        import locale

        return "es" if (locale.getlocale()[0] or "").lower().startswith("es") else "en"


def _watch(store: Store) -> None:
    """Take a new identity where the data folder is a copy, before anything is written in it."""
    from frontdesk.sync import identity

    with contextlib.suppress(UserError, sqlite3.Error):  # one that can only be read writes nothing
        identity.watch(store, now=clock.now())


class Commands(click.Group):
    """A group whose commands all take --data."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, giving it the option that chooses the data folder."""
        cmd.params.append(data_option())
        super().add_command(cmd, name)


class Program(Commands):
    """The whole command line, which says refusals in one sentence."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a UserError or a failing disk ends with one sentence and exit 1."""
        try:
            result: object = super().invoke(ctx)
        except UserError as error:
            refuse(ctx.obj, error)
        except sqlite3.Error as error:
            plain = explain(error, ctx.obj.folder)
            if plain is None:
                raise
            refuse(ctx.obj, plain)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left of it
            refuse(ctx.obj, UserError("output.full"))
        else:
            return result
        finally:
            ctx.obj.close()
        raise SystemExit(1)


def data_option() -> click.Option:
    """Return the option that every command takes."""

    def choose(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
        session = ctx.find_root().ensure_object(Session)
        if value:
            session.folder = paths.data_dir(value)

    return click.Option(
        ["--data"], metavar="DIR", expose_value=False, is_eager=True, callback=choose,
        help="The data folder; by default FRONTDESK_DATA, else the system's own place.",
    )  # fmt: skip


def emit(value: dict[str, Any]) -> None:
    """Print one JSON object on its line, at once."""
    emit_all([value])


def emit_all(values: Iterable[dict[str, Any]]) -> None:
    """Print many JSON objects, one a line, for a reader who waits for the last of them anyway."""
    write = sys.stdout.write
    for value in values:
        text = _told(value)
        if not text.isprintable():  # the cheapest way to see that none of the breaks is in it
            text = text.translate(_BREAKS)
        write(text + "\n")
    sys.stdout.flush()


def refuse(session: Session, error: UserError, prefix: str = "") -> None:
    """Print the sentence of an error."""
    lang = session.lang()
    click.echo(prefix + " ".join(clean(sentence(error, lang)).splitlines()), err=True)


def instant(session: Session, text: str | None) -> datetime:
    """Return the instant of ISO text, in the site's zone where it names none; now without text."""
    if not text:
        return clock.now()
    zone = clock.zone(sites.here(session.store().read()).zone)
    try:
        return clock.parse(text, zone)
    except ValueError as error:
        raise click.BadParameter(text, param_hint="--at") from error
