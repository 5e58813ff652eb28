"""The keys that mean something on one screen alone: plain digits, letters, Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class OwnKey(NamedTuple):
    """One thing that a screen does by itself, in the words of the language in use.

    `key` is as people read it, empty where only palette and buttons reach it.
    """

    key: str
    title: str
    do: Callable[[], object]
    sentence: str = ""
    icon: str = "corner-down-left"
