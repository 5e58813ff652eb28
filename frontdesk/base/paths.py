"""Where things lie: the data folder of a desk and the resources that come with the program."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

DATABASE = "frontdesk.db"


def data_dir(chosen: str | os.PathLike[str] | None = None) -> Path:
    """Return the data folder: the chosen one, else FRONTDESK_DATA, else the system's own place."""
    chosen = chosen or os.environ.get("FRONTDESK_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("Frontdesk", appauthor=False))


def state_dir() -> Path:
    """Return where this user's state lies, outside every data folder; FRONTDESK_STATE moves it."""
    chosen = os.environ.get("FRONTDESK_STATE")
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_state_dir("Frontdesk", appauthor=False))


def database(folder: Path) -> Path:
    """Return the database file of a data folder."""
    return folder / DATABASE


@lru_cache(maxsize=1)
def resources() -> Path:
    """Return the folder of the packed resources, or of the source tree's."""
    packed = Path(__file__).resolve().parent.parent / "resources"
    return packed if packed.is_dir() else packed.parent.parent / "resources"
