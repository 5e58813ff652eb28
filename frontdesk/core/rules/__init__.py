"""Rule packs: which kinds of complaint there are, by when they are answered, what the law asks."""

from frontdesk.core.rules.copies import copy, in_use, of_case, own, put_in_force, save
from frontdesk.core.rules.packs import Kind, Pack
from frontdesk.core.rules.reading import read_file
from frontdesk.core.rules.shipped import choose, every

__all__ = [
    "Kind",
    "Pack",
    "choose",
    "copy",
    "every",
    "in_use",
    "of_case",
    "own",
    "put_in_force",
    "read_file",
    "save",
]
