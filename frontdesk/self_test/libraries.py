"""Every module of the program, and everything that any of its functions imports, however late.

No list is kept that could be forgotten: the names are read from the program's own code.
"""

from __future__ import annotations

import dis
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import CodeType

import frontdesk


class Missing(Exception):  # noqa: N818 - what was not found
    """What the program asks for and this copy does not have."""


def modules() -> Iterator[str]:
    """The names of the program's own modules."""
    yield frontdesk.__name__
    for module in pkgutil.walk_packages(frontdesk.__path__, f"{frontdesk.__name__}."):
        yield module.name


def imported(module: str) -> Iterator[tuple[str, str]]:
    """Yield (module, name taken from it or "") for each import in the code of a module."""
    spec = find_spec(module)
    code = spec.loader.get_code(module) if spec and spec.loader else None  # type: ignore[attr-defined]
    if code is None:
        raise Missing(module)
    yield from _imports(code)


def _imports(code: CodeType) -> Iterator[tuple[str, str]]:
    source = ""
    for step in dis.get_instructions(code):
        if step.opname == "IMPORT_NAME":
            source = step.argval
            yield source, ""
        elif step.opname == "IMPORT_FROM":
            yield source, step.argval
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _imports(constant)


def check(_folder: Path) -> str:
    """Import all modules and all that they import; name everything that fails."""
    own = list(modules())
    asked = {pair for module in own for pair in imported(module)}
    failures = sorted(filter(None, (_failure(*pair) for pair in asked)))
    if failures:
        raise Missing("; ".join(dict.fromkeys(failures)))
    for module in own:
        import_module(module)
    outside = {source for source, _ in asked if not source.startswith(frontdesk.__name__)}
    return f"{len(own)} modules and {len(outside)} from libraries"


def _failure(source: str, name: str) -> str:
    """Say why an import fails; nothing where it works or may be absent."""
    try:
        module = import_module(source)
        if name and not hasattr(module, name):
            import_module(f"{source}.{name}")
    except ImportError as error:
        return "" if _may_be_absent(source.partition(".")[0]) else f"{source}: {error}"
    return ""


def _may_be_absent(library: str) -> bool:
    """Whether it is of another system, or of the extra [hub], which packaged programs bring."""
    if library in {"resource", "winreg"}:
        return (library == "winreg") == (sys.platform != "win32")
    return library == "psycopg" and not getattr(sys, "frozen", False)


CHECKS = {"libraries": check}
