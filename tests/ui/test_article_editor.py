"""The article editor: from nothing to found in the box, by keys; nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from frontdesk.core import attachments, drafts, people
from frontdesk.core.knowledge import articles, review, versions
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from frontdesk.ui.screens.article.editor import Editor
from frontdesk.ui.screens.article.screen import ArticleScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

PIPE = "a-1"


@pytest.fixture
def stocked(stocked: Store) -> Store:
    """Somebody who can keep an article."""
    with stocked.write() as tx:
        people.put_many(tx, [Person("p-1", "MR", "Marta Ruiz")], now=NOW)
    return stocked


def editor(window: MainWindow) -> Editor:
    """The editor, which must be on show."""
    shown = window.stack.currentWidget()
    assert isinstance(shown, ArticleScreen)
    return shown.editor


def stored(store: Store, article_id: str = PIPE) -> Article:
    """An article as it is stored."""
    article = articles.get(store.read(), article_id)
    assert article
    return article


def titled(store: Store, title: str) -> Article:
    """The one article with a title."""
    (article,) = (a for a in articles.every(store.read()) if a.title == title)
    return article


def save_elsewhere(store: Store, **changes: str) -> None:
    """Somebody else saves the article."""
    with store.write() as tx:
        articles.save(tx, replace(stored(store), **changes), now=NOW + timedelta(minutes=1))


def test_an_article_from_nothing_to_found(receptionist: Receptionist, stocked: Store) -> None:
    """Every page by keys alone; once published the box finds it, and no draft is left."""
    r = receptionist
    r.press("Ctrl+Shift+E").types("Zebra crossing permit").press("Tab")
    r.types("Bring the plan of the street and your card.").press("Tab", "Tab").types("ZEB-1")
    r.press("Alt+2").types("Some text. See [[bur").press("Return").types(".")
    r.press("Alt+3").types("Plan of the street").press("Return").types("Card")
    r.press("Down", "Tab").types("Hand in the plan").press("Return").types("registro")
    r.press("Return").types("15").press("Return").types("2,50")
    r.press("Alt+4").types("Any neighbour").press("Return").types("1.200,50")
    r.press("Return").types("EUR")
    r.press("Alt+5").types("marta").press("Tab").types("25/11/2026").press("Ctrl+Shift+Return")
    article = titled(stocked, "Zebra crossing permit")
    assert (article.state, article.code, article.owner) == ("published", "ZEB-1", "Marta Ruiz")
    assert article.requirements == ("Plan of the street", "Card")
    assert article.steps == (Step("o-2", "Hand in the plan", 15, (), "2.50"),)
    assert article.body == "Some text. See [Burst pipe in the street](article:AGU-04)."
    assert (article.who, article.cost, article.currency) == ("Any neighbour", "1200.50", "EUR")
    assert article.valid_from == "2026-11-25"
    assert drafts.load(stocked.read(), "article.new") == {}
    r.press("Esc", "Ctrl+K").types("zebra cros")
    answer = r.window.desk.answer()
    assert answer
    assert answer.card.article == article


def test_what_is_on_screen_is_edited(receptionist: Receptionist, stocked: Store) -> None:
    """Ctrl+E takes the article of the desk; Ctrl+Enter saves it in the state that it has."""
    receptionist.types("burst").press("Ctrl+E", "Tab").types("Ring the water office.")
    receptionist.press("Ctrl+Return")
    assert stored(stocked).say == "Ring the water office."
    assert stored(stocked).state == "published"
    assert receptionist.said() == "Saved: Burst pipe in the street"


def test_without_an_article_it_asks_which(receptionist: Receptionist, stocked: Store) -> None:
    """Those in hand are offered: a draft is not found by the box, and not lost for that."""
    with stocked.write() as tx:
        articles.save(tx, Article("Half an idea", "a-9", state="draft"), now=NOW)
    receptionist.press("Ctrl+E").types("half").press("Return")
    article = editor(receptionist.window).article
    assert article
    assert article.id == "a-9"


def test_what_is_typed_is_kept_when_one_leaves(receptionist: Receptionist, stocked: Store) -> None:
    """Esc leaves at once, and the same key comes back to every letter."""
    receptionist.press("Ctrl+Shift+E").types("Half a ti").press("Esc", "F2")
    assert drafts.load(stocked.read(), "article.new")["title"] == "Half a ti"
    receptionist.press("Ctrl+Shift+E").types("tle")
    assert editor(receptionist.window).typed()["title"] == "Half a title"


def test_what_is_typed_of_two_articles_is_kept_apart(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Another article on the table does not take the words of the first one along."""
    with stocked.write() as tx:
        articles.save(tx, Article("Other", "a-2", "OTH", state="draft"), now=NOW)
    receptionist.types("burst").press("Ctrl+E", "Tab").types("Mine").press("Ctrl+O")
    receptionist.types("burst").press("Return", "Ctrl+O")
    receptionist.types("other").press("Return")
    assert editor(receptionist.window).typed() == {}
    assert drafts.load(stocked.read(), f"article.{PIPE}")["say"] == "Mine"


@pytest.mark.parametrize(
    ("keys", "typed", "field"),
    [
        (("Alt+1",), "", "title"),
        (("Alt+4", "Return"), "a lot", "cost"),
        (("Alt+5", "Return"), "soonish", "valid_from"),
        (("Alt+5", "Return", "Return", "Return", "Return"), "often", "review_days"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    receptionist: Receptionist, stocked: Store, keys: tuple[str, ...], typed: str, field: str
) -> None:
    """On its page, with the caret in it; nothing is saved and nothing is lost."""
    receptionist.press("Ctrl+Shift+E").types("T" if typed else "").press(*keys).types(typed)
    receptionist.press("Alt+2", "Ctrl+Return")
    fields = editor(receptionist.window).pages.fields
    assert [name for name in fields if fields[name].refusal()] == [field]
    assert fields[field].entry.hasFocus()
    assert [a.id for a in articles.every(stocked.read())] == [PIPE]


def test_rows_are_moved_added_and_taken_away(receptionist: Receptionist, stocked: Store) -> None:
    """Alt and arrows move, Insert adds, Shift+Del and Backspace take away, and that is undone."""
    r = receptionist
    r.types("burst").press("Ctrl+E", "Alt+3").types("one").press("Insert").types("two")
    r.press("Insert").types("three").press("Alt+Up", "Alt+Up").press("Ctrl+Return")
    assert stored(stocked).requirements == ("three", "one", "two")
    r.press("Down", "Shift+Del", "Ctrl+Return")
    assert stored(stocked).requirements == ("three", "two")
    r.press("Insert", "Backspace", "Alt+1", "Alt+3", "Shift+Del")
    assert editor(r.window).pages.rows("requirements").values() == ["two"]
    r.window.place.messages.undo()
    r.press("Ctrl+Return")
    assert stored(stocked).requirements == ("three", "two")


def test_what_the_form_does_not_show_stays(receptionist: Receptionist, stocked: Store) -> None:
    """A step's other offices come through an edit unharmed."""
    step = Step("o-1", "Look at it", 20, ("Bill", "Card"), "", ("o-2",))
    with stocked.write() as tx:
        articles.save(tx, replace(stored(stocked), steps=(step,)), now=NOW)
    receptionist.types("burst").press("Ctrl+E", "Tab").types("x").press("Ctrl+Return")
    assert stored(stocked).steps == (step,)


def test_the_answer_is_counted_while_it_is_typed(receptionist: Receptionist) -> None:
    """Words of forty, seconds to say, and how it reads; a warning past forty."""
    receptionist.press("Ctrl+Shift+E", "Tab").types("Bring the bill.")
    field = editor(receptionist.window).pages.fields["say"]
    assert field.noted() == "3 of 40 words · 1 s to say"
    entry = field.entry
    assert isinstance(entry, QPlainTextEdit)
    entry.setPlainText("Bring the water bill to us. " * 8)
    assert field.noted().startswith("48 of 40 words · 19 s to say · very easy to read")


def test_words_are_doubted_in_the_language_of_the_article(receptionist: Receptionist) -> None:
    """The window speaks English; a Spanish article is not full of mistakes for that."""
    receptionist.press("Ctrl+Shift+E", "Tab").types("Traiga el recivo de la casa.")
    pages = editor(receptionist.window).pages
    spelling = pages.spelling["say"]
    spelling.look()
    assert {"Traiga", "recivo"} <= set(spelling.doubted())
    receptionist.press("Tab", "Tab", "Tab").types("e")
    assert pages.sheet()["lang"] == "es"
    assert spelling.doubted() == ["recivo"]


def test_what_is_hard_to_reach_is_told_with_its_line(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Enter on a finding goes to its line; links to nothing are told too."""
    with stocked.write() as tx:
        body = "# One\n\n### Three\n\n[x](article:NO-1)\n"
        articles.save(tx, replace(stored(stocked), body=body), now=NOW)
    receptionist.types("burst").press("Ctrl+E")
    here = editor(receptionist.window)
    assert here.side.told() == [
        "Line 3: The heading “Three” skips a level", "No article “NO-1” to link to",
    ]  # fmt: skip
    here.frame_.fit(10_000)
    receptionist.press("Alt+7", "Return")
    assert here.pages.body.hasFocus()
    assert here.pages.body.textCursor().blockNumber() + 1 == 3


def test_the_preview_loads_nothing(receptionist: Receptionist) -> None:
    """Neither a picture from the web nor a file of the machine is asked for."""
    receptionist.press("Ctrl+Shift+E", "Alt+2")
    here = editor(receptionist.window)
    here.pages.body.setPlainText("![x](file:///etc/hostname) ![y](https://example.org/y.png)")
    here.show_preview()
    (piece,) = here.side.text.pieces()
    assert piece.loadResource(2, "file:///etc/hostname") is None
    assert not piece.openLinks()


def test_a_link_is_followed_inside_the_program(receptionist: Receptionist, stocked: Store) -> None:
    """On the desk the link brings up the other article; any other address is only told."""
    with stocked.write() as tx:
        body = "See [the pipe](article:AGU-04)."
        articles.save(tx, Article("Water bill", "a-2", "WAT-1", body=body), now=NOW)
    receptionist.types("wat-1")
    window = receptionist.window
    window.desk.right.link_followed.emit("article:AGU-04")
    answer = window.desk.answer()
    assert answer
    assert answer.card.article.id == PIPE
    window.desk.right.link_followed.emit("https://example.org")
    assert receptionist.said() == "The desk opens no addresses: https://example.org"


def test_files_are_kept_once_and_go_with_the_article(
    receptionist: Receptionist, stocked: Store, tmp_path: Path
) -> None:
    """A file added before the first save belongs to the article after it."""
    paper = tmp_path / "form.pdf"
    paper.write_bytes(b"%PDF a form")
    receptionist.press("Ctrl+Shift+E").types("With a form")
    for _ in range(2):
        pasted = QMimeData()
        pasted.setUrls([QUrl.fromLocalFile(str(paper))])
        editor(receptionist.window).pages.body.insertFromMimeData(pasted)
    receptionist.press("Ctrl+Return")
    article = titled(stocked, "With a form")
    kept = attachments.of(stocked.read(), "article", article.id)
    assert [(file.name, file.bytes) for file in kept] == [("form.pdf", 11)]
    assert attachments.of(stocked.read(), attachments.DRAFT, article.id) == ()
    editor(receptionist.window).pages.files.row.focus_on(0)
    receptionist.press("Del")
    assert attachments.of(stocked.read(), "article", article.id) == ()
    receptionist.window.place.messages.undo()
    assert len(attachments.of(stocked.read(), "article", article.id)) == 1


def test_the_desk_hands_on_the_files_of_an_article(
    receptionist: Receptionist, stocked: Store
) -> None:
    """They stand in the answer, each a button; an article without any shows none."""
    with stocked.write() as tx:
        attachments.add(tx, "article", PIPE, b"%PDF a form", "form.pdf", now=NOW)
        articles.save(tx, Article("Water bill", "a-2", "WAT-1"), now=NOW)
    receptionist.types("burst")
    shown = [b for b in receptionist.window.desk.findChildren(QPushButton) if b.isVisible()]
    assert [b.text() for b in shown if "form.pdf" in b.text()] == ["form.pdf · 11 bytes"]
    receptionist.press("Ctrl+K").types("wat-1")
    shown = [b for b in receptionist.window.desk.findChildren(QPushButton) if b.isVisible()]
    assert [b for b in shown if "form.pdf" in b.text()] == []


# ---------------------------------------------------------------------------- two who write


def test_what_only_the_other_changed_is_taken_over(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Told at the save; the first answer joins both, and theirs stays as a version."""
    receptionist.types("burst").press("Ctrl+E", "Tab").types("Mine.")
    save_elsewhere(stocked, term="Two days")
    receptionist.press("Ctrl+Return")
    assert "Somebody else saved" in editor(receptionist.window).line.field.accessibleName()
    assert stored(stocked).say == ""
    receptionist.types("1")
    assert (stored(stocked).say, stored(stocked).term) == ("Mine.", "Two days")


@pytest.mark.parametrize(
    ("digit", "holds", "kept"), [("1", "Mine.", "Theirs."), ("2", "Theirs.", "Mine.")]
)
def test_where_both_changed_one_key_decides_and_both_are_kept(
    receptionist: Receptionist, stocked: Store, digit: str, holds: str, kept: str
) -> None:
    """Mine or theirs: the other one is a version, to be read and restored."""
    receptionist.types("burst").press("Ctrl+E", "Tab").types("Mine.")
    save_elsewhere(stocked, say="Theirs.")
    receptionist.press("Ctrl+Return").types(digit)
    assert stored(stocked).say == holds
    told = {version.article.say for version in versions.versions(stocked.read(), PIPE)}
    assert {holds, kept} <= told


# ---------------------------------------------------------------------------- its life


def test_the_states_are_passed_by_keys(receptionist: Receptionist, stocked: Store) -> None:
    """Draft, review, published, retired; undo goes one back."""
    r = receptionist
    r.press("Ctrl+Shift+E").types("Tides").press("Tab").types("At noon.").press("Ctrl+Return")
    tides = titled(stocked, "Tides")
    assert tides.state == "draft"
    for digit, state in (("1", "review"), ("1", "published"), ("3", "retired")):
        r.press("Ctrl+M").types(digit)
        assert stored(stocked, tides.id).state == state
    r.press("Alt+6", "Esc")
    r.window.place.messages.undo()
    assert stored(stocked, tides.id).state == "published"


def test_a_change_to_what_is_published_waits_in_review(
    receptionist: Receptionist, stocked: Store
) -> None:
    """One key sends it; the desk goes on showing the live text; whoever opens it saves it."""
    r = receptionist
    r.types("burst").press("Ctrl+E", "Tab").types("Shut the valve.").press("Ctrl+M").types("1")
    assert stored(stocked).say == ""
    assert "In review: What to say." in r.said()
    r.press("Esc").types("burst").press("Ctrl+E")
    assert editor(r.window).typed() == {}
    r.press("Ctrl+Return")
    assert stored(stocked).say == "Shut the valve."
    assert review.waiting(stocked.read(), PIPE) is None


def test_a_change_in_review_is_dropped_or_sent_again(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Corrected it is sent again; dropped, the live text is on the table."""
    r = receptionist
    r.types("burst").press("Ctrl+E", "Tab").types("Shut it.").press("Ctrl+M").types("1")
    r.press("Tab", "Ctrl+End").types(" Then ring.").press("Ctrl+M").types("1")
    found = review.waiting(stocked.read(), PIPE)
    assert found
    assert found.article.say == "Shut it. Then ring."
    r.press("Ctrl+M").types("1")
    assert review.waiting(stocked.read(), PIPE) is None
    assert editor(r.window).pages.sheet()["say"] == stored(stocked).say == ""


def test_verified_is_one_key(receptionist: Receptionist, stocked: Store) -> None:
    """The review date moves on, and what is being typed stays unsaved and typed."""
    receptionist.types("burst").press("Ctrl+E", "Tab").types("Mine").press("Ctrl+Shift+R")
    assert stored(stocked).review_on > "2026-11-23"
    assert stored(stocked).say == ""
    assert editor(receptionist.window).typed()["say"] == "Mine"
    receptionist.press("Ctrl+Return")
    assert stored(stocked).say == "Mine"


def test_every_field_has_a_name_and_room(receptionist: Receptionist, stocked: Store) -> None:
    """At twice the text, page by page: named for a screen reader, and large enough to hit."""
    with stocked.write() as tx:
        steps = (Step("o-1", "Look"),)
        articles.save(tx, replace(stored(stocked), requirements=("Bill",), steps=steps), now=NOW)
    receptionist.types("burst").press("Ctrl+E")
    receptionist.window.place.theme.apply("light", 2.0)
    here = editor(receptionist.window)
    for page in range(1, 6):
        here.turn_to(page)
        targets = [
            widget
            for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
            for widget in here.findChildren(kind)
            if widget.isVisible() and not isinstance(widget.parent(), QComboBox)
        ]
        assert [w for w in targets if w.height() < 24] == []
        named = [w for w in targets if not isinstance(w, QAbstractButton)]
        assert [w for w in named if not w.accessibleName()] == []
    receptionist.window.place.theme.apply("light", 1.0)
