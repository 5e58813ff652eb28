"""The manual against the program: what it names is there, and what is there it names.

By the manual's own marks: **commands** of the table, `keys` and `frontdesk` commands, “words of a
screen” (in Spanish «so»), [links](chapter.section).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as ET

import click
import pytest
from PySide6.QtGui import QKeySequence

from frontdesk.base.paths import resources
from frontdesk.cli import main
from frontdesk.core import manual
from frontdesk.core.indicators import REPORTS
from frontdesk.core.manual import Section
from frontdesk.ui import places
from frontdesk.ui.commands import TABLE
from frontdesk.ui.screens.article.keys import KEYS as EDITOR_KEYS
from frontdesk.ui.screens.queue.form import DIGITS as QUEUE_DIGITS

LANGS = ("en", "es")
CODE, BOLD = re.compile(r"`([^`]+)`"), re.compile(r"\*\*(.+?)\*\*")
QUOTED = {"en": re.compile("“([^”]+)”"), "es": re.compile("«([^»]+)»")}
LINK = re.compile(r"\]\(([\w.-]+)\)")
ROW = re.compile(r"^\| `frontdesk ([\w -]+)` \| ([^|]*)\|", re.MULTILINE)
# A key and the command whose key it is said to be: `F3` is **Route**, | `F3` | **Route**
KEY_FIRST = re.compile(r"`([^`]+)` (?:is|es|is the|es el|\|) \*\*(.+?)\*\*")
TITLE_FIRST = re.compile(r"\*\*([^*]+)\*\* \(`([^`]+)`\)")
SPANISH_KEYS = {"Intro": "Return", "Supr": "Del", "Mayús": "Shift", "Arriba": "Up", "Abajo": "Down"}
ENGLISH_KEYS = {"Enter": "Return", "Insert": "Ins"}
# Keys of widgets, which no table tells of: what they do is tested with their screens.
OF_WIDGETS = {
    "Return", "Del", "Up", "Down", "Ins", "Ctrl+Shift+N", "Shift+Del", "Alt+Up", "Alt+Down",
    "Ctrl+Return", "Ctrl+O", "Ctrl+Shift+O", "Shift+K", "Shift+O", "K", "O", "L", "Ctrl+R",
    "Ctrl+0", "Ctrl+.", "Ctrl+V", "Alt+F", "Alt+V", "Ctrl+F", "Ctrl+S", "V", "E", "N", "S", "R",
    "A", "F", "H", "D", "I", "J", "+", "?", "[[",
}  # fmt: skip
OPTIONS_OF_THE_WINDOW = {"--demo", "--self-test"}
LOOSE_TAIL = re.compile(r"\s*\([^()]*\)$|…$|^\d\s+")


@cache
def translations() -> dict[str, dict[str, str]]:
    """The Spanish of each string, by context."""
    root = ET.parse(resources() / "i18n" / "frontdesk_es.ts").getroot()  # noqa: S314 - our own
    return {
        context.findtext("name", ""): {
            message.findtext("source", ""): message.findtext("translation", "")
            for message in context.iter("message")
        }
        for context in root.iter("context")
    }


def titles(lang: str) -> dict[str, str]:
    """Title -> id of each command of the table."""
    spanish = translations()["Commands"]
    said = {command.id: command.text for command in TABLE}
    if lang == "es":
        said = {name: spanish.get(text, text) for name, text in said.items()}
    return {text: name for name, text in said.items()}


def text_of(lang: str) -> str:
    """All of the manual's text."""
    chapters = manual.chapters(lang)
    return "\n".join(
        text for one in chapters for text in (one.text, *(s.text for s in one.sections))
    )


def key(name: str) -> str:
    """A key as Qt names it, whatever the language; `Alt+1…9` and words stay."""
    for said, meant in (SPANISH_KEYS | ENGLISH_KEYS).items():
        name = re.sub(rf"(?<![\w]){said}(?![\w])", meant, name)
    return name


def keys_of(text: str) -> Iterator[str]:
    """What stands as a key in a text: not a command line, a file, an option or an example."""
    for said in CODE.findall(text):
        name = key(said)
        known = name in OF_WIDGETS or (QKeySequence(name)[0].key() if _fits(name) else 0)
        if known or name == "Alt+1…9":
            yield name


def _fits(name: str) -> bool:
    return bool(re.fullmatch(r"((Ctrl|Alt|Shift)\+)*(F\d{1,2}|[A-Z0-9+.-]|Esc|Return|Del)", name))


def commands_of_the_line() -> dict[str, click.Command]:
    """Every command of the command line by its words, groups left out."""
    found: dict[str, click.Command] = {}
    for name, command in main.commands.items():
        if isinstance(command, click.Group):
            found |= {f"{name} {sub}": one for sub, one in command.commands.items()}
        else:
            found[name] = command
    return found


def options_of(command: click.Command) -> set[str]:
    """The options of a command but for those that all of them have."""
    flags = {flag for one in command.params if isinstance(one, click.Option) for flag in one.opts}
    return flags - {"--data", "--help"}


def test_both_languages_have_the_same_sections_about_the_same() -> None:
    """Ids, their order, and the commands of each."""
    english, spanish = ([(s.id, s.about) for s in manual.sections(lang)] for lang in LANGS)
    assert english == spanish
    assert len({name for name, _ in english}) == len(english)


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_that_it_names_exists(lang: str) -> None:
    """What is bold is a title of the table."""
    assert set(BOLD.findall(text_of(lang))) - set(titles(lang)) == set()


@pytest.mark.parametrize("lang", LANGS)
def test_it_names_every_command(lang: str) -> None:
    """Over the whole table."""
    assert set(titles(lang)) - set(BOLD.findall(text_of(lang))) == set()


@pytest.mark.parametrize("lang", LANGS)
def test_a_key_beside_a_command_is_that_commands(lang: str) -> None:
    """In a table and in a sentence."""
    known = {command.id: command for command in TABLE}
    text, ids = text_of(lang), titles(lang)
    pairs = [*KEY_FIRST.findall(text), *((k, title) for title, k in TITLE_FIRST.findall(text))]
    meant = {(key(said), ids[title]) for said, title in pairs}
    wrong = {(said, name) for said, name in meant if said not in _keys_of_command(known[name])}
    assert wrong == set()
    with_keys = {command.id for command in TABLE if command.keys}
    assert with_keys - {name for _, name in meant} - {"answer.pick"} == set()


def _keys_of_command(command: object) -> set[str]:
    keys: tuple[str, ...] = command.keys  # type: ignore[attr-defined]
    return {*keys} if len(keys) == 1 else {"Alt+1…9"}


def test_both_languages_name_the_same_keys_in_each_section() -> None:
    """So that nothing is told in one language alone."""
    for english, spanish in zip(*(manual.sections(lang) for lang in LANGS), strict=True):
        one, other = set(keys_of(english.text)), set(keys_of(spanish.text))
        assert one ^ other <= {"Alt+F", "Alt+V"}, english.id


@pytest.mark.parametrize("lang", LANGS)
def test_every_key_that_it_names_means_something(lang: str) -> None:
    """Of the table, of the editor, of the queue, or of a widget that is told above."""
    table = {name for command in TABLE for name in command.keys} | {"Alt+1…9", "Esc"}
    digits = {str(digit) for digit in range(10)} | {f"Alt+{digit}" for digit in range(1, 10)}
    editor = {QKeySequence(held.value | name.value).toString() for held, name in EDITOR_KEYS}
    known = table | digits | editor | OF_WIDGETS | set(QUEUE_DIGITS.values())
    assert set(keys_of(text_of(lang))) - known == set()


@pytest.mark.parametrize("lang", LANGS)
def test_the_editors_and_the_queues_keys_are_all_told(lang: str) -> None:
    """Each in its section."""
    sections = {one.id: set(keys_of(one.text)) for one in manual.sections(lang)}
    editor = {QKeySequence(held.value | name.value).toString() for held, name in EDITOR_KEYS}
    assert {key(name) for name in editor if "Enter" not in name} <= sections["admin.article"]
    assert {*QUEUE_DIGITS.values(), "+"} <= sections["receptionist.queue"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_of_a_screen_stands_on_one(lang: str) -> None:
    """What is quoted is a string of the window, but for its key and its dots."""
    strings = [pair for context in translations().values() for pair in context.items()]
    known = {_bare(pair[lang == "es"]) for pair in strings}
    assert {
        word for word in QUOTED[lang].findall(text_of(lang)) if _bare(word) not in known
    } == set()


def _bare(word: str) -> str:
    return LOOSE_TAIL.sub("", LOOSE_TAIL.sub("", word.replace("&", "")))


@pytest.mark.parametrize("lang", LANGS)
def test_the_command_line_is_told_whole_and_nothing_else(lang: str) -> None:
    """Each command has a row with exactly its options."""
    section = next(one for one in manual.sections(lang) if one.id == "it.commands")
    told = {name: set(CODE.findall(options)) for name, options in ROW.findall(section.text)}
    assert told == {name: options_of(one) for name, one in commands_of_the_line().items()}


@pytest.mark.parametrize("lang", LANGS)
def test_each_command_line_could_be_typed(lang: str) -> None:
    """Wherever one stands: the command is there, and takes the options."""
    known = commands_of_the_line()
    for said in CODE.findall(text_of(lang)):
        if not said.startswith("frontdesk "):
            continue
        words = said.split()[1:]
        options = {word for word in words if word.startswith("-")}
        if words[0].startswith("--"):
            assert options <= {"--version", *OPTIONS_OF_THE_WINDOW}, said
            continue
        name = (
            " ".join(words[:2])
            if words[0] in main.commands and words[0] == "complaint"
            else words[0]
        )
        assert options <= options_of(known[name]), said


@pytest.mark.parametrize("lang", LANGS)
def test_every_report_is_told(lang: str) -> None:
    """By its name, and no other."""
    told = set(re.findall(r"`frontdesk report ([\w-]+)`", text_of(lang)))
    assert told == {*REPORTS, "conflicts"}


@pytest.mark.parametrize("lang", LANGS)
def test_links_lead_to_sections(lang: str) -> None:
    """By their ids."""
    assert set(LINK.findall(text_of(lang))) <= {one.id for one in manual.sections(lang)}


@pytest.mark.parametrize("lang", LANGS)
def test_every_screen_and_panel_has_its_section(lang: str) -> None:
    """F1 leads somewhere from each of them, and sections speak of no other."""
    told = {name for one in manual.sections(lang) for name in one.about}
    ids = {command.id for command in TABLE}
    assert told <= ids
    assert {*places.PANELS, *places.SCREENS} <= told


@pytest.mark.parametrize(
    ("lang", "asked", "first"),
    [
        ("es", "¿cómo deshago una importación?", "admin.import"),
        ("es", "cola", "receptionist.queue"),
        ("en", "how do I restore a copy", "it.copies"),
        ("en", "PC dies", "branch.dead-pc"),
    ],
)
def test_a_section_is_found_by_its_words(lang: str, asked: str, first: str) -> None:
    """The small words of a question do not count; other forms of a word do."""
    assert manual.find(lang, asked)[0].id == first


def test_the_box_tells_of_it_only_where_it_takes_nothing_away() -> None:
    """Where something was found, only for words that ask for help; where nothing was, always."""
    assert manual.offered("en", "queue", found=True) == []
    assert manual.offered("en", "queue", found=False)[0].id == "receptionist.queue"
    assert manual.offered("en", "keys of the queue", found=True)[0].id == "receptionist.queue"
    assert manual.offered("es", "xyzzy", found=False) == []


def test_a_question_mark_asks_the_manual_alone() -> None:
    """With a word those sections that have it, without one all of them."""
    assert manual.is_only_asked("? queue")
    assert not manual.is_only_asked("¿cuánto cuesta?")
    assert manual.offered("en", "? queue", found=True)[0].id == "receptionist.queue"
    assert manual.offered("en", "?", found=True) == list(manual.sections("en"))


def test_a_chapter_is_read_from_its_file() -> None:
    """Title, what stands before the first section, sections with their commands."""
    text = "# Title\n\nBefore.\n\n## One {#one desk.route desk.promise}\n\nText.\n\n## Two {#two}\n"
    chapter = manual.read("it", text)
    assert (chapter.title, chapter.text) == ("Title", "Before.")
    assert chapter.sections == (
        Section("it.one", "One", ("desk.route", "desk.promise"), "Text.", "Title"),
        Section("it.two", "Two", (), "", "Title"),
    )
