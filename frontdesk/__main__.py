"""The program's entry: the window when only its own options are given, else the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    The window's own few options are read here, because importing the command line's parser costs
    a fifth of what a bare window does.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--open-workbook"]:  # a process apart, for a file that may be hostile
        from frontdesk.exchange.workbook_process import main as open_workbook

        return open_workbook(words[1:])
    if words[:1] == ["--open-texts"]:
        from frontdesk.exchange.text_process import main as open_texts

        return open_texts(words[1:])
    if words[:1] == ["--print-manual"]:  # for the command line, which never loads Qt itself
        from frontdesk.app import print_manual

        return print_manual(words[1:])
    if words[:1] == ["--self-test"]:
        from frontdesk.self_test import main as self_test

        return self_test(words[1:])
    window = _window_options(words)
    if window is None:
        gc.disable()  # a command ends before its garbage counts; looking for it costs a tenth
        from frontdesk.cli import main as command_line

        gc.freeze()  # nor is it looked for among the modules when the command ends
        return int(command_line(words, prog_name="frontdesk"))  # raises SystemExit itself
    gc.disable()  # nothing that is imported becomes garbage; looking for it costs some hundredths
    from frontdesk import plain_import

    plain_import.restore()
    from frontdesk.app import main as open_window

    gc.freeze()
    gc.enable()
    return open_window(window[0], demo=window[1])


def _window_options(words: Sequence[str]) -> tuple[str | None, bool] | None:
    """Return (data folder, demo) when the words only say how to open the window, else None."""
    folder, demo, rest = None, False, iter(words)
    for word in rest:
        if word == "--demo":
            demo = True
        elif word == "--data":
            folder = next(rest, None)
            if folder is None:
                return None
        elif word.startswith("--data="):
            folder = word.removeprefix("--data=")
        else:
            return None
    return folder, demo


if __name__ == "__main__":
    raise SystemExit(main())
