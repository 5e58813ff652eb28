"""A case goes to another branch: that branch gets all of it, and both see what is done on it."""

from __future__ import annotations

from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core import sites
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.filing import one_line
from frontdesk.core.complaints.steps import happen, open_case
from frontdesk.store.store import Tx


def hand_to_site(
    tx: Tx, complaint_id: str, site: str, reason: str = "", *, now: datetime
) -> Complaint:
    """Hand a case to a site, given by id, code or name; folio and term stay what they are.

    Which office there answers is for that site to say. Raises UserError for this site itself and
    for one that is not known here.
    """
    case = open_case(tx.db, complaint_id, "handed_over")
    rows = tx.db.execute(
        "SELECT id, name FROM site WHERE (id = ?1 OR code = upper(?1) OR name = ?1) AND id <> ?2",
        (line(site), sites.here(tx.db).site_id),
    ).fetchall()
    if len(rows) != 1:
        raise UserError("complaint.no_site", field="site", given=line(site)[:60])
    ((site_id, name),) = rows
    body = {"office": "", "office_name": name, "reason": one_line(reason), "site": site_id}
    return happen(tx, case, "handed_over", body, now)
