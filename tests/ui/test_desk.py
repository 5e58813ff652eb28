"""The desk by keys: results as one types, the answer beside them, and a record nobody filled in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextFormat
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from frontdesk.core import contacts, drafts, offices, voice
from frontdesk.core.contacts import Contact
from frontdesk.core.knowledge import articles, life
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from frontdesk.ui.screens.desk.model import ResultsModel, Row
from frontdesk.ui.widgets.reading import Reading
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW, SITE
from tests.helpers.receptionist import Receptionist

REGISTRY = Office("reg", "REG", "Registry", floor="1", room="3", hours="Mo-Fr 08:30-14:00")
ARTICLES = (
    Article(
        "Residence permit", id="permit", code="RES-1", lang="en", say="Bring passport and photo.",
        who="Foreign residents", cost="12.50", currency="EUR", term="30 days",
        authority="Up to 5 EUR", owner="Rosa", requirements=("Passport", "Photograph"),
        steps=(Step("reg", "You sign.", 5),),
        body="# Long\n\nText with <b>HTML</b> and ![x](file:///etc/passwd)",
    ),
    Article("Residence abroad", id="abroad", lang="en", say="At the consulate."),
    Article("Dog licence", id="dog", lang="en"),
)  # fmt: skip


@pytest.fixture
def stocked(store: Store) -> Store:
    """Three articles and one office, open on this Monday at 10:30."""
    with store.write() as tx:
        offices.put_many(tx, [REGISTRY], now=NOW)
        articles.put_many(tx, [articles.checked(a) for a in ARTICLES], now=NOW)
        offices.serve(tx, [("permit", "reg")])
    return store


def titles(window: MainWindow) -> list[str]:
    """The titles in the list."""
    model = window.desk.model
    return [model.index(n).data() for n in range(model.rowCount())]


def last(store: Store) -> Contact:
    """The contact that began last."""
    return contacts.on_day(store.read(), NOW.date(), "Europe/Madrid")[0]


def test_results_come_as_one_types(window: MainWindow, receptionist: Receptionist) -> None:
    """Some letters are enough; the best hit's answer is on screen and what matched is marked."""
    receptionist.types("resid")
    assert set(titles(window)) >= {"Residence permit", "Residence abroad"}
    row = window.desk.model.row(0)
    assert row is not None
    assert row.runs == ((0, 9),)
    answer = window.desk.answer()
    assert answer is not None
    assert answer.card.article.title == titles(window)[0]


def test_what_does_not_hold_today_is_never_the_answer_by_itself(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """Not even under its own name; it says so where it stands."""
    old = Article("Residence", id="old", lang="en", valid_to="2026-11-22")
    with stocked.write() as tx:
        articles.save(tx, old, now=NOW)
    receptionist.types("residence")
    rows = [window.desk.model.row(n) for n in range(3)]
    assert [row.id for row in rows if row][-1] == "old"
    assert [row.under.startswith("Not in force today") for row in rows if row] == [
        False, False, True
    ]  # fmt: skip


def test_a_stale_answer_says_so(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """Until somebody verifies it."""
    stale = Article(
        "Dog licence", id="dog", lang="en", say="Bring the dog.", review_on="2026-11-22"
    )
    with stocked.write() as tx:
        articles.save(tx, stale, now=NOW)

    def told() -> list[str]:
        receptionist.press("Ctrl+K").types("dog licence")
        labels = window.desk.right.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and "overdue" in label.text()]

    assert told() == ["Review overdue: check before you promise"]
    with stocked.write() as tx:
        life.verify(tx, "dog", now=NOW)
    assert told() == []


def test_arrows_and_digits_choose_while_the_caret_stays(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """The choice moves, the focus does not, and what is typed next still lands in the box."""
    receptionist.types("residence").press("Down")
    assert window.desk.list.currentIndex().row() == 1
    receptionist.press("Alt+1")
    assert window.desk.list.currentIndex().row() == 0
    receptionist.types("!")
    assert window.box.text() == "residence!"


def test_an_answer_takes_at_most_four_control_keys(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The words, Enter, Ctrl+Enter: the visit is in the database as answered, with its article."""
    receptionist.types("permit").press("Return", "Ctrl+Return")
    contact = last(stocked)
    assert (contact.outcome, contact.closed_at is None) == ("answered", False)
    assert ("read", "permit") in [(entry.what, entry.ref) for entry in contact.entries]
    assert receptionist.control_keys <= 4
    assert receptionist.window.box.text() == ""


def test_an_unhappy_visitor_is_no_answer(receptionist: Receptionist, stocked: Store) -> None:
    """Who leaves unhappy is written down as such, and the window says so."""
    receptionist.types("permit").press("Ctrl+Shift+Return")
    assert last(stocked).outcome == "unhappy"
    assert receptionist.said()


def test_what_a_customer_told_takes_two_keys(receptionist: Receptionist, stocked: Store) -> None:
    """F7, the words, Enter: a gap with the article it was said about; undo withdraws it."""
    receptionist.types("permit").press("F7").types("The fee went up").press("Return")
    (gap,) = voice.still_open(stocked.read())
    assert (gap.kind, gap.text, gap.article_id) == ("customer_told", "The fee went up", "permit")
    assert receptionist.control_keys <= 2
    receptionist.press("Ctrl+Z")
    assert voice.still_open(stocked.read()) == []


def test_what_was_not_found_has_its_words_already(
    receptionist: Receptionist, stocked: Store
) -> None:
    """F8 and Enter record what was searched for."""
    receptionist.types("zeppelin").press("F8", "Return")
    (gap,) = voice.still_open(stocked.read())
    assert (gap.kind, gap.query) == ("not_found", "zeppelin")
    assert receptionist.focus() is receptionist.window.box


def test_an_empty_line_is_refused_beside_its_field(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """No dialog: the sentence stands under the field, the caret in it, and typing takes it away."""
    receptionist.press("F7", "Return")
    line = window.one_line
    assert line.error.isVisible()
    assert line.error.text() == line.field.accessibleDescription()
    assert receptionist.focus() is line.field
    receptionist.types("a")
    assert not line.error.isVisible()
    assert voice.still_open(stocked.read()) == []


def test_what_was_being_told_survives(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """A line that was left is there again, and it is saved a second after its first key."""
    receptionist.press("F7").types("The lift").press("Esc", "F7")
    assert window.one_line.field.text() == "The lift"
    window.deeds.close()
    assert drafts.load(stocked.read(), "voice.told") == {"text": "The lift"}


def test_copy_takes_the_answer_unless_words_are_marked(receptionist: Receptionist) -> None:
    """Ctrl+C gives the answer as plain text, without what is the desk's own."""
    receptionist.types("permit").press("Ctrl+C")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Residence permit\n\nBring passport and photo.")
    assert "- Photograph" in text
    assert "Up to 5 EUR" not in text
    assert "Rosa" not in text
    receptionist.press("Ctrl+K", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "permit"


def test_escape_climbs_down(window: MainWindow, receptionist: Receptionist) -> None:
    """The line, then the words, then the first page; never the window."""
    receptionist.types("permit").press("F7", "Esc")
    assert not window.one_line.isVisible()
    assert window.box.text() == "permit"
    receptionist.press("Esc")
    assert window.box.text() == ""
    receptionist.press("Down", "Esc", "Esc")
    assert not window.desk.list.currentIndex().isValid()
    assert window.isVisible()


def test_keys_outside_any_field_reach_the_box(window: MainWindow) -> None:
    """Twelve keys typed while a list, a button or nothing has the focus all land in the box."""
    window.desk.list.setFocus()
    for number, letter in enumerate("permit letter"):
        if number == 6:
            window.setFocus()
        target = QApplication.focusWidget() or window
        QTest.keyClicks(target, letter)
    assert window.box.text() == "permit letter"


def test_keys_pressed_during_a_change_of_view_all_land(receptionist: Receptionist) -> None:
    """To the complaints, back to the desk, and on typing without a pause."""
    receptionist.press("Ctrl+T", "F2").types("dog licence 1")
    assert receptionist.window.box.text() == "dog licence 1"


def test_nothing_found_says_what_was_understood(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """The list says why it is empty and the right-hand side offers F8."""
    receptionist.types("xqzw")
    assert titles(window) == []
    assert window.desk.answer() is None


def test_a_command_can_be_asked_for_in_the_box(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """Its name finds it; Enter does it and leaves no words behind."""
    receptionist.types("dark colours").press("Return")
    assert window.place.theme.palette.name == "dark"
    assert window.box.text() == ""
    window.commands.run("look.light")


def test_the_first_page_offers_what_is_asked_most(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """What was read at this desk this week stands in the list before anybody types."""
    receptionist.types("permit").press("Return", "Ctrl+Return")
    assert "Residence permit" in titles(window)


def test_news_stand_on_the_first_page_from_their_day_on(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """News of today and of the coming days come first, those that have ended do not come."""
    news = [
        Article("Lift repaired", kind="news", lang="en", valid_from="2026-11-23"),
        Article("Fair", kind="news", lang="en", valid_from="2026-11-01", valid_to="2026-11-02"),
    ]
    with stocked.write() as tx:
        articles.put_many(tx, [articles.checked(item) for item in news], now=NOW)
    window.desk.retranslate()
    assert titles(window)[0] == "Lift repaired"
    assert "Fair" not in titles(window)


def test_the_language_changes_while_the_window_is_open(
    window: MainWindow, qapp: QApplication
) -> None:
    """Words, placeholders and commands follow at once, there and back."""
    english = window.box.placeholderText()
    window.commands.run("language.es")
    qapp.processEvents()
    assert window.box.placeholderText() != english
    assert window.commands.of("window.desk").title == "Mostrador"
    window.commands.run("language.en")
    qapp.processEvents()
    assert window.box.placeholderText() == english


def test_the_title_of_the_window_names_nobody(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """It is read from across the hall: the office only."""
    receptionist.types("permit").press("Return", "Ctrl+N").types("Ana Ruiz").press("Return")
    assert window.windowTitle() == f"Frontdesk · {SITE}"


def test_the_visitors_name_is_kept(receptionist: Receptionist, stocked: Store) -> None:
    """Ctrl+N, the name, Enter; it closes with the visit."""
    receptionist.types("permit").press("Return", "Ctrl+N").types("Ana Ruiz").press("Return")
    contact = contacts.current(stocked.read())
    assert contact is not None
    assert contact.visitor == "Ana Ruiz"


def test_all_that_takes_the_focus_has_a_name(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """A screen reader can say what each field, list and button is, with an answer on screen."""
    receptionist.types("permit").press("F7")
    nameless = [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_the_model_keeps_qts_rules() -> None:
    """Resetting rows does what Qt's own tester demands."""
    model = ResultsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for count in (3, 0, 1):
        model.set_rows([Row("article", str(n), "news", f"Title {n}") for n in range(count)])
        assert model.rowCount() == count


@pytest.fixture
def reading(qapp: QApplication) -> Iterator[Reading]:
    """The widget for long texts."""
    reading = Reading()
    yield reading
    reading.deleteLater()


def test_a_text_loads_nothing_and_shows_all_of_itself(reading: Reading) -> None:
    """Neither files nor shares nor the network are asked; after an HTML tag the text goes on."""
    reading.show_markdown("before <b>bold</b> after ![x](file:///etc/passwd)\n\n# End")
    for address in ("file:///etc/passwd", "http://example.org/x.png", "//host/share/x"):
        assert reading.loadResource(2, address) is None
    text = reading.document().toPlainText()
    assert "after" in text
    assert "End" in text


def test_headings_of_a_text_are_alike_and_stand_apart(reading: Reading) -> None:
    """Under the title of an article none is larger than another, whatever its author chose."""
    reading.show_markdown("# One\n\nText\n\n## Two\n\n- a\n\n### Three")
    blocks = [reading.document().findBlockByNumber(n) for n in range(5)]
    heads = [block for block in blocks if block.blockFormat().headingLevel()]
    size = QTextFormat.Property.FontSizeAdjustment
    told = [(head.text(), head.begin().fragment().charFormat().intProperty(size)) for head in heads]
    assert told == [("One", 1), ("Two", 1), ("Three", 1)]
    assert [head.blockFormat().topMargin() > 0 for head in heads] == [False, True, True]
