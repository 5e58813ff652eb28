"""Rule packs: which kinds of complaint there are, by when they are answered, what the law asks."""

from frontdesk.core.rules.packs import Kind, Pack
from frontdesk.core.rules.shipped import choose, every

__all__ = ["Kind", "Pack", "choose", "every"]
