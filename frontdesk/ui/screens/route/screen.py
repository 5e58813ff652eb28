"""F3: the way of a need, its papers ticked by keys, and a number for the visitor.

The gate is core's: a closed door or a missing paper stops the slip, and Enter then does what spares
a wasted walk. Keys that come while something is looked up or written are kept and done after it.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.languages import LANGS
from frontdesk.core import queue, routing
from frontdesk.core.routing import REASONS, Plan, Slip
from frontdesk.exchange import documents
from frontdesk.exchange.paper import Paper
from frontdesk.ui.keys import CONTROL, ENTER, is_plain
from frontdesk.ui.messages import announce
from frontdesk.ui.panel import Panel
from frontdesk.ui.printing import Press
from frontdesk.ui.screens.route import form
from frontdesk.ui.screens.route.form import Issued
from frontdesk.ui.screens.route.pages import IssuedPage, ReasonPage, WayPage
from frontdesk.ui.workplace import Matter, Workplace

OWN_CONTROLS = (Qt.Key.Key_A, Qt.Key.Key_O, Qt.Key.Key_R, Qt.Key.Key_0)
LANGUAGE_NAMES = {"es": "Español", "en": "English"}
Stroke = tuple[int, bool]  # a key, and whether Ctrl was held


class RoutePanel(Panel):
    """Ticks, gate, number. A visitor's papers are in the site's language, or in the other one."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self._plan: Plan | None = None
        self._issued: Issued | None = None
        self._waits = False  # something is looked up or written
        self._early: list[Stroke] = []
        self._print_then = False
        self._lang = place.here.lang
        self._slip_id = ""
        self._press = Press(place, self)
        self._way, self._why, self._given = WayPage(place), ReasonPage(place), IssuedPage(place)
        self._pages = QStackedWidget()
        for page in (self._way, self._why, self._given):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect()
        self.retranslate()

    def open(self, matter: Matter) -> None:
        """Look up where the matter leads."""
        super().open(matter)
        self._start()

    def focus_first(self) -> None:
        """Put the focus on the papers; after a number was given, start on the next errand."""
        if self.is_done and not self._waits:
            self._start()
        if self._waits or self._plan:  # else it has been left again: there was nothing to route
            self._focus()

    def submit(self) -> None:
        """Do what Enter does."""
        self._take(Qt.Key.Key_Return, control=False)

    def save_draft(self) -> None:
        """Keep nothing: ticks are made anew faster than they are remembered."""

    def back(self) -> bool:
        """Go back from the reasons to the way."""
        if self._pages.currentWidget() is not self._why:
            return False
        self._show(self._way)
        return True

    def paper(self) -> Paper | None:
        """Return the slip, or the list of the papers still missing."""
        now = self.place.jobs.now()
        if self._issued:
            slip, plan = self._issued.slip, self._issued.plan
            return documents.slip(slip, plan, self.place.here, self._lang, now=now)
        if self._plan and self._plan.missing:
            return documents.missing_papers(self._plan, self.place.here, self._lang, now=now)
        return None

    def print_paper(self, press: Press) -> bool:
        """Print the panel's paper; with a slip under way, once it is there."""
        if self._waits or self._early:
            self._print_then = True
            return True
        if self._issued and (paper := self.paper()):
            press.print(paper, partial(self._withdraw, self._issued.slip))
            return True
        return super().print_paper(press)

    def retranslate(self) -> None:
        """Set the words that depend on what is shown."""
        self.setAccessibleName(self.tr("Route"))
        self._name_language()
        if self._plan:
            self._show_gate()

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the page on screen; the rest goes to the window, and so into the box."""
        control = event.modifiers() == CONTROL
        plain = is_plain(event)
        key = event.key()
        if self._is_ours(key) if plain else control and key in self._controls():
            self._take(key, control=control)
        else:
            super().keyPressEvent(event)

    def _controls(self) -> tuple[Qt.Key, ...]:
        on_way = self._pages.currentWidget() is self._way
        return OWN_CONTROLS if on_way else (Qt.Key.Key_O,)

    def _is_ours(self, key: int) -> bool:
        if key in ENTER:
            return True
        return Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and not self.is_done

    def _take(self, key: int, *, control: bool) -> None:
        if self._waits:
            if not (self.is_done and key in ENTER):  # Enter twice is one slip, seen before it goes
                self._early.append((key, control))
            return
        page = self._pages.currentWidget()
        if key == Qt.Key.Key_O:
            self._other_language()
        elif page is self._given:
            self._next_visitor()
        elif page is self._why:
            self._take_reason(key)
        else:
            self._take_on_way(key, control=control)

    def _take_on_way(self, key: int, *, control: bool) -> None:
        if control and key == Qt.Key.Key_R:
            self._ask_reason()
        elif control and key == Qt.Key.Key_0:
            self._way.priority.take_next()
        elif control or key == Qt.Key.Key_0:
            self._way.papers.toggle_all()
        elif key in ENTER:
            self._proceed()
        else:
            self._way.list.go_to(key - Qt.Key.Key_1)
            self._way.papers.toggle(key - Qt.Key.Key_1)

    def _take_reason(self, key: int) -> None:
        row = self._why.list.currentIndex().row() if key in ENTER else key - Qt.Key.Key_1
        if 0 <= row < len(REASONS):
            self._issue(reason=REASONS[row])

    def _catch_up(self) -> None:
        """Do what was asked while the panel waited."""
        while self._early and not self._waits:
            key, control = self._early.pop(0)
            self._take(key, control=control)
        if self._print_then and not self._waits:
            self._print_then = False
            self.print_paper(self._press)

    # ------------------------------------------------------------------ the way

    def _start(self) -> None:
        self._plan = self._issued = None
        self._early, self._print_then, self.is_done = [], False, False
        self._lang, self._slip_id = self.place.here.lang, uuid7()
        self._name_language()
        self._waits = True
        self._way.show_plan(None, self.place.jobs.now())
        self._way.priority.start()
        self._way.show_gate("", "", "", can_override=False)
        self._show(self._way)
        matter = self.matter
        self.place.jobs.read(
            self, form.look_up, matter.article_id, matter.office_id, matter.query,
            now=self.place.jobs.now(), done=self._take_plan, failed=self._nowhere,
        )  # fmt: skip

    def _take_plan(self, plan: Plan) -> None:
        self._waits = False
        self._plan = plan
        self._way.show_plan(plan, plan.at)
        self._show_gate()
        if self._has_focus():
            self._focus()
        self._catch_up()

    def _nowhere(self, error: UserError) -> None:
        self._waits, self._early, self._print_then = False, [], False
        self.place.messages.refuse(error)
        self.leave()

    def _tick(self) -> None:
        if self._plan:
            at, papers = self.place.jobs.now(), self._way.papers.ticked
            self._plan = routing.decide(self._plan.need, at=at, papers=papers)
            self._show_gate()

    def _show_gate(self) -> None:
        plan = self._plan
        if plan is None:
            return
        offer = form.offer(plan)
        deed = {
            "slip": self.tr("Give the number (Enter)"),
            "later": self.tr("Number for {when} (Enter)"),
            "papers": self.tr("Print the papers still missing (Enter)"),
            "reason": self.tr("Send all the same… (Enter)"),
            "nothing": "",
        }[offer.deed].format(when=self._moment(offer.at) if offer.at else "")
        if deed != self._way.go.text():
            announce(self._way.go, deed)
        tone = "danger" if offer.deed == "nothing" else "warn"
        self._way.show_gate(
            self._against(plan, offer.against), tone, deed,
            can_override=bool(plan.refusals) and plan.can_override and offer.deed != "reason",
        )  # fmt: skip

    def _against(self, plan: Plan, error: UserError | None) -> str:
        """Return what stands in the way as the desk says it: who is closed, how much is missing."""
        told = []
        for line in plan.lines:
            if line.refusal in {"route.closed", "route.cutoff"} and line.state and line.office:
                opening, _ = self.place.wording.opening(line.state, plan.at)
                told.append(
                    self.tr("{office} cannot take them now: {opening}").format(
                        office=line.office.name, opening=opening[:1].lower() + opening[1:]
                    )
                )
        if plan.missing:
            total = len(plan.need.requirements)
            told.append(
                self.tr("Papers not ticked: {missing} of {total}").format(
                    missing=len(plan.missing), total=total
                )
            )
        if not told and error:
            told.append(self.place.messages.sentence(error))
        return "\n".join(dict.fromkeys(told))  # an office that is gone to twice is closed once

    def _moment(self, instant: datetime) -> str:
        local = instant.astimezone(clock.zone(self.place.here.zone))
        day = QDate(local.year, local.month, local.day)
        words = self.place.wording
        return f"{words.locale.toString(day, 'ddd d MMM')}, {words.time(instant)}"

    # ------------------------------------------------------------------ deeds

    def _proceed(self) -> None:
        self._tick()  # by the clock of this moment
        if self._plan is None:
            return
        offer = form.offer(self._plan)
        if offer.deed == "slip":
            self._issue()
        elif offer.deed == "later":
            self._issue(for_at=offer.at)
        elif offer.deed == "papers":
            self._hand_list(self._plan)
        elif offer.deed == "reason":
            self._ask_reason()
        elif offer.against:
            self.place.messages.refuse(offer.against)

    def _issue(self, *, for_at: datetime | None = None, reason: str = "") -> None:
        if self._plan is None:
            return
        self._waits = self.is_done = True
        self._given.show_issued(None, "", self._plan.at)
        self._show(self._given)
        self.place.jobs.write(
            self, form.issue, self._plan.need, papers=self._way.papers.ticked, for_at=for_at,
            reason=reason, slip_id=self._slip_id, priority=self._way.priority.code,
            done=self._take_slip, failed=self._refused,
        )  # fmt: skip

    def _take_slip(self, issued: Issued) -> None:
        self._waits = False
        self._issued = issued
        slip = issued.slip
        when = self._moment(clock.parse(slip.for_at)) if slip.for_at else ""
        self._given.show_issued(issued, when, self.place.jobs.now())
        if self._has_focus():
            self._focus()
        office = issued.plan.lines[0].office
        where = ", ".join(filter(None, (office.floor, office.room))) if office else ""
        text = self.tr("Number {number}: {office}").format(
            number=slip.number, office=", ".join(filter(None, (slip.office_name, where)))
        )
        self.place.messages.say(text, "ok", partial(self._withdraw, slip))
        self._catch_up()

    def _refused(self, error: UserError) -> None:
        """Come back to the way: a door has closed since the panel opened."""
        self._waits, self.is_done, self._early, self._print_then = False, False, [], False
        self._show(self._way)
        self._tick()
        self.place.messages.refuse(error)

    def _withdraw(self, slip: Slip) -> None:
        self.place.jobs.write(self, queue.take_back, slip.id, done=self._withdrawn)

    def _withdrawn(self, slip: Slip) -> None:
        text = self.tr("Number {number} taken back").format(number=slip.number)
        self.place.messages.say(text, "info")
        if self.isVisible() and self._issued and self._issued.slip.id == slip.id:
            self._start()

    def _hand_list(self, plan: Plan) -> None:
        self._early, self._print_then = [], False
        self.print_paper(self._press)
        self.place.jobs.write(self, form.papers_handed, plan.need)
        self.leave()

    def _next_visitor(self) -> None:
        self.place.jobs.write(self, form.next_visitor)
        self.leave()

    def _ask_reason(self) -> None:
        if self._plan and self._plan.refusals and self._plan.can_override:
            self._show(self._why)

    def _other_language(self) -> None:
        self._lang = LANGS[(LANGS.index(self._lang) + 1) % len(LANGS)]
        self._name_language()

    # ------------------------------------------------------------------ inside

    def _connect(self) -> None:
        way = self._way
        way.papers.dataChanged.connect(self._tick)
        way.list.picked.connect(way.papers.toggle)
        way.go.clicked.connect(self.submit)
        way.override.clicked.connect(partial(self._take, Qt.Key.Key_R, control=True))
        for page in (way, self._given):
            page.language.clicked.connect(partial(self._take, Qt.Key.Key_O, control=True))
        self._why.list.picked.connect(lambda row: self._take(Qt.Key.Key_1 + row, control=False))
        self._why.back.clicked.connect(self.back)
        self._given.next.clicked.connect(self.submit)
        self._given.print.clicked.connect(lambda: self.print_paper(self._press))

    def _name_language(self) -> None:
        text = self.tr("Papers in: {language} (Ctrl+O)")
        for page in (self._way, self._given):
            page.language.setText(text.format(language=LANGUAGE_NAMES[self._lang]))

    def _show(self, page: QWidget) -> None:
        is_here = self._has_focus()
        if is_here:
            self.setFocus()  # a focus that is hidden would wander off to the next widget
        self._pages.setCurrentWidget(page)
        if is_here:
            self._focus()

    def _has_focus(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _focus(self) -> None:
        page = self._pages.currentWidget()
        if self._waits or (page is self._way and not self._way.go.isEnabled()):
            self.setFocus()
        elif page is self._given:
            self._given.next.setFocus()
        elif page is self._why:
            self._why.list.start()
        elif self._way.papers.rowCount():
            self._way.list.start()
        else:
            self._way.go.setFocus()
