"""The composition root: the one place where store, jobs, look, language and window meet.

What is not needed for the first painted desk is imported after it.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLockFile, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from frontdesk.base import clock, paths
from frontdesk.base.errors import UserError
from frontdesk.base.languages import LANGS, SOURCE
from frontdesk.core import sites
from frontdesk.core.roles import NOBODY, has_pins
from frontdesk.store import settings
from frontdesk.store.store import Store
from frontdesk.ui.icons import Icons
from frontdesk.ui.jobs import Jobs
from frontdesk.ui.language import Language
from frontdesk.ui.leaving import START_AGAIN, Work
from frontdesk.ui.live import LiveQueue
from frontdesk.ui.messages import Messages
from frontdesk.ui.session import Session
from frontdesk.ui.theme import FOLLOW_SYSTEM, Theme, load_fonts
from frontdesk.ui.window import MainWindow
from frontdesk.ui.wording import Wording
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from frontdesk.ui.first_run import Answers

log = logging.getLogger(__name__)

REFUSED = 1
DEMO_REMOVED = 4  # asked for by the window; a fresh one opens


def main(data_dir: str | os.PathLike[str] | None = None, *, demo: bool = False) -> int:
    """Open the window on a data folder; return the exit code when it is closed."""
    if not _has_screen():
        return _refuse_on_terminal(UserError("app.no_screen"))
    folder = _demo_folder(data_dir) if demo else paths.data_dir(data_dir)
    app = application()
    lock = QLockFile(str(_made(folder) / "desk.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        from frontdesk.ui.single import raise_first

        if not raise_first(folder):
            return _refuse_in_window(UserError("app.taken", folder=folder))
        return _refuse_on_terminal(UserError("app.second_start", folder=folder))
    try:
        code = _run(app, folder, demo=demo)
    except UserError as error:
        code = START_AGAIN if was_rescued(error, folder) else _refuse_in_window(error)
    lock.unlock()
    return start_again(folder) if code in {DEMO_REMOVED, START_AGAIN} else code


def _run(app: QApplication, folder: Path, *, demo: bool) -> int:
    """Show the window of a data folder until it is closed, or its demo is taken away."""
    store = open_store(folder, demo=demo, asks=_first_answers)
    window = build_window(store)
    _watch(window, folder)
    if settings.get(store.read(), settings.DEMO_BUILT_ON):
        window.commands.bind("demo.remove", lambda: app.exit(DEMO_REMOVED))
    window.start()
    QTimer.singleShot(200, lambda: _after_first_paint(window, folder, demo=demo))
    QTimer.singleShot(200, lambda: offer_first_admin(window, store))
    code = app.exec()
    window.close()
    window.place.jobs.stop()
    window.place.live.stop()
    work = window.place.leaving.work
    if not demo:
        from frontdesk.sync import identity

        identity.keep_up(store)
    if code == DEMO_REMOVED:
        from frontdesk.core import demo as demo_office

        demo_office.remove(store, now=clock.now())
    store.close()
    if code == START_AGAIN and work:
        done_or_told(work, folder)
    return code


def was_rescued(error: UserError, folder: Path) -> bool:
    """Offer the last good copy of a database that cannot be opened."""
    from frontdesk.ui.rescue import DAMAGED, Look, offered

    return error.code == DAMAGED and offered(folder, Look(*_first_look(system_language())))


def done_or_told(work: Work, folder: Path) -> None:
    """Do what the window left to be done; what is refused is said, and the window opens again."""
    try:
        work(folder)
    except UserError as error:
        _refuse_in_window(error)


def print_manual(words: Sequence[str]) -> int:
    """Write the manual as a PDF: FILE, language and chapter ('' for all). Print one JSON object."""
    import json

    from frontdesk.ui.booklet import write

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    file, lang, name = words
    try:
        told: dict[str, object] = {"pages": write(Path(file), lang, name)}
    except UserError as error:
        told = {"error": error.code, **{n: str(one) for n, one in error.details.items()}}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def start_again(folder: Path) -> int:
    """Open the folder in a new process: nothing of the demo's window lives on."""
    from PySide6.QtCore import QProcess

    module = [] if getattr(sys, "frozen", False) else ["-m", "frontdesk"]
    started, _ = QProcess.startDetached(sys.executable, [*module, "--data", str(folder)])
    return 0 if started else REFUSED


def application() -> QApplication:
    """Return the application, dressed in Fusion and our font."""
    QCoreApplication.setApplicationName("Frontdesk")
    QCoreApplication.setOrganizationName("Frontdesk")
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
    load_fonts()
    return app


def stand_still() -> None:
    """Let nothing move, so that nobody has to ask the system for less motion."""
    from PySide6.QtCore import Qt  # many enumerations, which the first paint does not need

    for effect in Qt.UIEffect:
        QApplication.setEffectEnabled(effect, False)


def open_store(
    folder: Path, *, demo: bool = False, asks: Callable[[str], Answers | None] = lambda _lang: None
) -> Store:
    """Open the folder's database; one without an office gets the demo, or what `asks` is told.

    With `demo`, a demo office of another day is made anew: its history always ends today. Without
    answers the office has a name and nothing else, so that the desk works all the same.
    """
    store = Store(folder, create=True)
    if demo and _removed_when_old(store):
        store = Store(folder, create=True)
    try:
        sites.here(store.read())
    except UserError:
        _set_up(store, None if demo else asks(system_language()), demo=demo)
    return store


def build_window(store: Store, jobs: Jobs | None = None) -> MainWindow:
    """Put a window together on an open store; tests hand in jobs of their own."""
    here = sites.here(store.read())
    settings = QSettings(str(store.folder / "window.ini"), QSettings.Format.IniFormat)
    language, theme = Language(), Theme()
    language.use(str(settings.value("language", here.lang, type=str)), here.country)
    theme.choose(
        str(settings.value("look/palette", FOLLOW_SYSTEM, type=str)),
        float(str(settings.value("look/text", 1.0, type=float))),
        str(settings.value("look/density", "comfortable", type=str)),
    )
    jobs = jobs or Jobs(store)
    jobs.actor = NOBODY if has_pins(store.read()) else None
    place = Workplace(
        here=here,
        jobs=jobs,
        messages=(messages := Messages(language)),
        theme=theme,
        icons=Icons(theme),
        wording=Wording(language, here.zone),
        language=language,
        settings=settings,
        session=Session(jobs),
        live=LiveQueue(jobs, messages),
    )
    window = MainWindow(place)
    theme.dress()
    window.box.painted_first.connect(lambda: QTimer.singleShot(0, stand_still))
    window.commands.bind("window.tour", lambda: _tour(window))
    window.commands.bind("branch.exchange", lambda: _exchange(window))
    for part in (language, theme, place.messages, place.jobs, place.session, place.live):
        part.setParent(window)
    return window


def offer_first_admin(window: MainWindow, store: Store) -> None:
    """Open the form of the first administrator in a new office, once; who types already, types."""
    wanted = settings.get(store.read(), settings.WANTS_ADMIN)
    if wanted and window.place.jobs.actor is None and not window.box.text():
        window.commands.run("screen.accounts")
        with store.write() as tx:
            settings.put(tx, settings.WANTS_ADMIN, "")


def _exchange(window: MainWindow) -> None:
    from frontdesk.ui.screens.branch.screen import BranchScreen

    window.open_screen("screen.branch")
    shown = window.stack.currentWidget()
    if isinstance(shown, BranchScreen):
        shown.exchange()


def _tour(window: MainWindow) -> None:
    from frontdesk.ui.tour import toggle

    toggle(window)


def _after_first_paint(window: MainWindow, folder: Path, *, demo: bool) -> None:
    from frontdesk.base import logs
    from frontdesk.ui.single import listen

    listen(window, folder, lambda: _tell_second_start(window, folder))
    logs.start(folder)
    if not demo:  # a demo is exchanged with nobody, and its people never were
        from frontdesk.core import privacy
        from frontdesk.sync import identity
        from frontdesk.ui.care import Care

        Care(window).start()
        window.place.jobs.slow(window, privacy.by_rule, now=clock.now())

        window.place.jobs.slow(
            window, identity.watch, now=clock.now(), done=lambda _: window.place.live.start()
        )


def _tell_second_start(window: MainWindow, folder: Path) -> None:
    messages = window.place.messages
    messages.say(messages.sentence(UserError("app.second_start", folder=folder)), "info")


def _removed_when_old(store: Store) -> bool:
    """Remove a demo office whose history does not end today; return whether there was one."""
    now, db = clock.now(), store.read()
    built_on = settings.get(db, settings.DEMO_BUILT_ON)
    if not built_on or built_on == clock.day(now, sites.here(db).zone).isoformat():
        return False
    from frontdesk.core import demo

    demo.remove(store, now=now)
    return True


def _first_answers(lang: str) -> Answers | None:
    """Ask the three questions of the first start; None where they were left."""
    from frontdesk.ui.first_run import FirstRun

    questions = FirstRun(*_first_look(lang))
    questions.exec()
    return questions.answers


def _first_look(lang: str) -> tuple[Language, Theme]:
    """Return how a dialog speaks and looks before there is a window."""
    language, theme = Language(), Theme()
    language.use(lang)
    theme.choose(FOLLOW_SYSTEM, 1.0)
    theme.dress()
    stand_still()
    return language, theme


def _set_up(store: Store, answers: Answers | None, *, demo: bool) -> None:
    if demo or (answers and answers.wants_demo):
        from frontdesk.core.demo import build

        build(store, now=clock.now())
        return
    if answers and answers.invitation:
        _join(store, answers.invitation)
        return
    lang = system_language()
    name = answers.name if answers else _sentence(UserError("app.new_office"), lang)
    country = answers.country if answers else ""
    with store.write() as tx:
        sites.create(tx, name, country=country, lang=lang, now=clock.now())
        if answers:
            settings.put(tx, settings.WANTS_ADMIN, "1")


def _join(store: Store, invitation: Path) -> None:
    from frontdesk.sync import identity, joining

    with store.write() as tx:
        joining.join(tx, joining.read(invitation), now=clock.now())
    identity.settle(store)


def system_language() -> str:
    """Return the language of the system where we speak it, else the source language."""
    from PySide6.QtCore import QLocale

    code = QLocale.system().name()[:2]
    return code if code in LANGS else SOURCE


def _demo_folder(chosen: str | os.PathLike[str] | None) -> Path:
    return paths.data_dir(chosen) if chosen else paths.data_dir() / "demo"


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        log.warning("the data folder cannot be made")
    return folder


def _has_screen() -> bool:
    named = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY")
    return sys.platform != "linux" or bool(named or os.environ.get("WAYLAND_DISPLAY"))


def _refuse_on_terminal(error: UserError) -> int:
    if sys.stderr:  # a program without a console has none
        sys.stderr.write(_sentence(error, _terminal_language()) + "\n")
    return REFUSED


def _sentence(error: UserError, lang: str) -> str:
    from frontdesk.base.sentences import sentence

    return sentence(error, lang)


def _terminal_language() -> str:
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return named[:2] if named[:2] in LANGS else SOURCE


def _refuse_in_window(error: UserError) -> int:
    from PySide6.QtWidgets import QMessageBox

    _refuse_on_terminal(error)
    QMessageBox.critical(None, "Frontdesk", _sentence(error, system_language()))
    return REFUSED


def _watch(window: MainWindow, folder: Path) -> None:
    """Send every error that nobody expected to the log and to one dialog that can be copied."""
    from contextlib import suppress

    with suppress(OSError):
        faulthandler.enable((folder / "logs" / "crash.log").open("a"))
    bug = window.place.jobs.bug

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        import traceback

        log.critical("an error nobody expected", exc_info=(kind, error, trace))
        bug.emit("".join(traceback.format_exception(kind, error, trace)))

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
