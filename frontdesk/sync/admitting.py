"""Access to the hub: head office makes its tables, and a role for each branch that has none yet."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from frontdesk.core import sites
from frontdesk.core.roles import require
from frontdesk.store.store import Store
from frontdesk.sync import hub, joining


@dataclass(frozen=True, slots=True)
class Admitted:
    """A branch that was given a role; its password is told once."""

    name: str
    role: str
    password: str
    address: str


def admit(
    store: Store, address: str, *, file: Path | None = None, now: datetime
) -> tuple[Admitted, ...]:
    """Make or renew the hub of an address of its owner, and the roles that branches lack.

    With a file, their addresses are kept there, else no role is made. Raises UserError away from
    head office, for who may not, and where the hub or the file fails.
    """
    with store.write() as tx:
        require(tx, "site.write")
        joining.become_head(tx, now=now)
    db = store.read()
    with closing(hub.connect(address)) as there, there.transaction():
        hub.set_up(there, sites.here(db).site_id)
        made = tuple(
            Admitted(name, *access, _address(address, *access))
            for site_id, code, name in sites.branches(db)
            if (access := hub.admit(there, site_id, code))
        )
        if file and made:
            joining.write(file, {one.name: one.address for one in made})
    return made


def _address(owner: str, role: str, password: str) -> str:
    """Return the owner's address as that of another role."""
    parts = urlsplit(owner)
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{role}:{password}@{host}").geturl()
