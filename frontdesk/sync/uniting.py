"""What two desks of head office published without knowing of each other, as one content.

Item by item, against the release on which the other one rests: who alone changed an item is
followed. Where both did, all desks choose the same one of the two, and whoever edited the other
finds it among the versions and is told, as at a branch.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Item = dict[str, Any] | list[Any] | str
Content = Mapping[str, Sequence[Item]]

_KEY_COLUMNS = {
    "accounts": 1, "papers": 3, "wordings": 2, "services": 2, "closures": 1, "rules": 2, "sites": 1,
}  # fmt: skip


def united(before: Content | None, ours: Content, theirs: Content) -> Content:
    """Return one content; `before` is what both began with, None where nobody knows it any more.

    Then nothing counts as taken away. What an older program does not publish stays as it is here.
    """
    if before == ours:
        return theirs
    known = before or {}
    return {
        part: _united(part, known.get(part, ()), ours.get(part, ()), theirs[part])
        if part in theirs
        else ours[part]
        for part in ours.keys() | theirs.keys()
    }


def _united(part: str, *contents: Sequence[Item]) -> list[Item]:
    before, ours, theirs = ({_key(part, item): item for item in items} for items in contents)
    keys = sorted(ours.keys() | theirs.keys())
    kept = (_one(before.get(key), ours.get(key), theirs.get(key)) for key in keys)
    return [item for item in kept if item is not None]


def _one(before: Item | None, ours: Item | None, theirs: Item | None) -> Item | None:
    if theirs in (ours, before):
        return ours
    if ours == before:
        return theirs
    return max(ours, theirs, key=_rank)


def _key(part: str, item: Item) -> str:
    if isinstance(item, dict):
        return str(item["id"])
    return json.dumps(item[: _KEY_COLUMNS.get(part, len(item))])


def _rank(item: Item | None) -> str:
    """Return by what one of two is chosen: of rows the last column first, for it tells the time."""
    if item is None:
        return ""
    return json.dumps(item[::-1] if isinstance(item, list) else item, sort_keys=True)
