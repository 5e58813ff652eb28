"""Which panels and screens there are, each imported when it is first opened.

A new panel is one function here and one row in the command table; the window does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.panel import Panel
    from frontdesk.ui.screen import Screen


def route(place: Workplace) -> Panel:
    """F3."""
    from frontdesk.ui.screens.route.screen import RoutePanel

    return RoutePanel(place)


def complaint(place: Workplace) -> Panel:
    """F4."""
    from frontdesk.ui.screens.complaint.screen import ComplaintPanel

    return ComplaintPanel(place)


def promise(place: Workplace) -> Panel:
    """F5."""
    from frontdesk.ui.screens.promise.screen import PromisePanel

    return PromisePanel(place)


def today(place: Workplace) -> Screen:
    """Due promises and the day's contacts."""
    from frontdesk.ui.screens.today.screen import TodayScreen

    return TodayScreen(place)


def cases(place: Workplace) -> Screen:
    """The open complaints."""
    from frontdesk.ui.screens.cases.screen import CasesScreen

    return CasesScreen(place)


def queue(place: Workplace) -> Screen:
    """F6."""
    from frontdesk.ui.screens.queue.screen import QueueScreen

    return QueueScreen(place)


def expected(place: Workplace) -> Screen:
    """Who is expected today."""
    from frontdesk.ui.screens.expected.screen import ExpectedScreen

    return ExpectedScreen(place)


def announcement(place: Workplace) -> Panel:
    """Somebody is to come."""
    from frontdesk.ui.screens.expected.announcing import AnnouncePanel

    return AnnouncePanel(place)


def phone(place: Workplace) -> Screen:
    """The calls of today."""
    from frontdesk.ui.screens.phone.screen import PhoneScreen

    return PhoneScreen(place)


def strays(place: Workplace) -> Screen:
    """The articles that send people wrong."""
    from frontdesk.ui.screens.strays.screen import StraysScreen

    return StraysScreen(place)


def article(place: Workplace) -> Screen:
    """The article on the desk's table, to be edited."""
    from frontdesk.ui.screens.article.screen import ArticleScreen

    return ArticleScreen(place)


def new_article(place: Workplace) -> Screen:
    """An article that is not there yet."""
    from frontdesk.ui.screens.article.screen import NewArticleScreen

    return NewArticleScreen(place)


def privacy(place: Workplace) -> Screen:
    """What is held on one person."""
    from frontdesk.ui.screens.privacy.screen import PrivacyScreen

    return PrivacyScreen(place)


def audit(place: Workplace) -> Screen:
    """Who did what, and when."""
    from frontdesk.ui.screens.audit.screen import AuditScreen

    return AuditScreen(place)


def support(place: Workplace) -> Screen:
    """What whoever looks after the program needs to see."""
    from frontdesk.ui.screens.support.screen import SupportScreen

    return SupportScreen(place)


def offices(place: Workplace) -> Screen:
    """Offices, their hours and closures."""
    from frontdesk.ui.screens.offices.screen import OfficesScreen

    return OfficesScreen(place)


def services(place: Workplace) -> Screen:
    """Which office serves which article."""
    from frontdesk.ui.screens.services.screen import ServicesScreen

    return ServicesScreen(place)


def staff(place: Workplace) -> Screen:
    """The people of the house."""
    from frontdesk.ui.screens.staff.screen import StaffScreen

    return StaffScreen(place)


def sites(place: Workplace) -> Screen:
    """Head office and branches."""
    from frontdesk.ui.screens.sites.screen import SitesScreen

    return SitesScreen(place)


def synonyms(place: Workplace) -> Screen:
    """The words of the house."""
    from frontdesk.ui.screens.synonyms.screen import SynonymsScreen

    return SynonymsScreen(place)


def accounts(place: Workplace) -> Screen:
    """Roles, letters and PINs."""
    from frontdesk.ui.screens.accounts.screen import AccountsScreen

    return AccountsScreen(place)


def importing(place: Workplace) -> Screen:
    """What the office has already."""
    from frontdesk.ui.screens.importing.screen import ImportScreen

    return ImportScreen(place)


def exporting(place: Workplace) -> Screen:
    """Everything the desk knows, as files."""
    from frontdesk.ui.screens.exporting.screen import ExportScreen

    return ExportScreen(place)


def gaps(place: Workplace) -> Screen:
    """What nobody could answer."""
    from frontdesk.ui.screens.gaps.screen import GapsScreen

    return GapsScreen(place)


def freshness(place: Workplace) -> Screen:
    """The articles to look at again."""
    from frontdesk.ui.screens.freshness.screen import FreshnessScreen

    return FreshnessScreen(place)


def causes(place: Workplace) -> Screen:
    """What is being done about causes."""
    from frontdesk.ui.screens.causes.screen import CausesScreen

    return CausesScreen(place)


def update(place: Workplace) -> Screen:
    """A new version of the program."""
    from frontdesk.ui.screens.update.screen import UpdateScreen

    return UpdateScreen(place)


def manual(place: Workplace) -> Screen:
    """The manual that comes with the program."""
    from frontdesk.ui.screens.manual.screen import ManualScreen

    return ManualScreen(place)


def copies(place: Workplace) -> Screen:
    """The copies of the database."""
    from frontdesk.ui.screens.copies.screen import CopiesScreen

    return CopiesScreen(place)


def branch(place: Workplace) -> Screen:
    """Exchange with the other sites."""
    from frontdesk.ui.screens.branch.screen import BranchScreen

    return BranchScreen(place)


def rules(place: Workplace) -> Screen:
    """The rules that complaints go by."""
    from frontdesk.ui.screens.rules.screen import RulesScreen

    return RulesScreen(place)


def templates(place: Workplace) -> Screen:
    """The words of letters and papers."""
    from frontdesk.ui.screens.templates.screen import TemplatesScreen

    return TemplatesScreen(place)


# Command id -> what opens over the answer, with the visitor strip still on screen.
PANELS: dict[str, Callable[[Workplace], Panel]] = {
    "desk.route": route,
    "desk.complaint": complaint,
    "desk.promise": promise,
    "expected.announce": announcement,
}

# Command id -> what takes the place of the desk.
SCREENS: dict[str, Callable[[Workplace], Screen]] = {
    "screen.today": today,
    "screen.cases": cases,
    "screen.queue": queue,
    "screen.expected": expected,
    "screen.phone": phone,
    "screen.strays": strays,
    "screen.causes": causes,
    "screen.importing": importing,
    "screen.exporting": exporting,
    "screen.accounts": accounts,
    "screen.offices": offices,
    "screen.services": services,
    "screen.staff": staff,
    "screen.sites": sites,
    "screen.synonyms": synonyms,
    "screen.copies": copies,
    "screen.branch": branch,
    "screen.templates": templates,
    "screen.rules": rules,
    "screen.gaps": gaps,
    "screen.freshness": freshness,
    "article.edit": article,
    "article.new": new_article,
    "screen.privacy": privacy,
    "screen.audit": audit,
    "screen.support": support,
    "screen.update": update,
    "screen.manual": manual,
}

# What a receptionist needs all day has a word of its own on the rail.
ON_RAIL = ("screen.queue", "screen.today", "screen.cases")
