"""The first file of the packaged program; everything is decided in `frontdesk.__main__`."""

from __future__ import annotations

from frontdesk.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
