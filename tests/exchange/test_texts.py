"""Word, Markdown and HTML become articles; what is hostile in them becomes harmless words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.errors import UserError
from frontdesk.exchange import cleaning, reading
from frontdesk.exchange.texts import Row
from tests.helpers.command_line import ROOT, run
from tests.helpers.documents import docx, heading, linked, paragraph, picture, table
from tests.helpers.workbooks import altered

HOSTILE = """<html><head><title>Bono social</title><script>steal()</script>
<style>@import url(http://evil.example/a.css)</style></head><body onload="go()">
<h1>Bono social</h1><p onclick="x()">Traiga el <b>DNI</b>.</p>
<img src="http://evil.example/a.png" alt="logo"><img src="file:///etc/passwd">
<iframe src="//evil.example/x">in frame</iframe><object data="x.swf">in object</object>
<a href="file:///etc/passwd">archivo</a> <a href="//evil.example/share">host</a>
<a href="javascript:alert(1)">guion</a> <a href="https://example.org/a">web</a>
<table><tr><td>Papel</td><td>Copia</td></tr><tr><td>DNI</td><td>1</td></tr></table>
</body></html>"""


def one(file: Path) -> Row:
    """The only row of a file."""
    ((_, row),) = reading.rows(file)
    assert isinstance(row, dict), row
    return row


def test_a_word_document_becomes_an_article(tmp_path: Path) -> None:
    """Its first heading is the title, its tables have a header, its links lead to the web only."""
    file = docx(
        tmp_path / "Tramite 1.docx", heading("Alta en el padrón"), paragraph("Traiga esto:"),
        table([("Papel", "Copias"), ("DNI", "2")]), linked("web", "r1"), linked("mal", "r2"),
        picture("r3"),
        links=[("r1", "hyperlink", "https://example.org"), ("r2", "hyperlink", "file:///etc"),
               ("r3", "image", "http://evil.example/a.png")],
    )  # fmt: skip
    row = one(file)
    assert row["title"] == "Alta en el padrón"
    assert row["body"] == (
        "Traiga esto:\n\n| Papel | Copias |\n| --- | --- |\n| DNI | 2 |\n\n"
        "[web](https://example.org)\n\nmal"
    )


def test_a_hostile_page_becomes_harmless_words(tmp_path: Path) -> None:
    """No script, no picture, no frame; links to files, hosts and scripts are words."""
    file = tmp_path / "a.html"
    file.write_text(HOSTILE)
    row = one(file)
    assert row["title"] == "Bono social"
    assert row["body"] == (
        "Traiga el **DNI**.\n\narchivo host\nguion [web](https://example.org/a)\n\n"
        "| Papel | Copia |\n| --- | --- |\n| DNI | 1 |"
    )


def test_hostile_markdown_becomes_harmless_words(tmp_path: Path) -> None:
    """HTML in it goes, and what Markdown itself can load."""
    file = tmp_path / "aviso_de-corte.md"
    file.write_text(
        "Hola <script>steal()</script><b>tú</b> ![logo](http://evil.example/a.png)\n"
        "[uno](file:///etc/passwd) [dos](//evil.example/x) [tres](https://example.org) a < b\n"
        "[cuatro][c] ![cinco][d]\n\n[c]: file:///etc/passwd\n[d]: http://evil.example/b.png\n"
        "<https://example.org/q>\n\n```\n<b>kept in code</b>\n```\n"
    )
    row = one(file)
    assert row["title"] == "aviso de corte"
    assert row["body"] == (
        "Hola tú logo\nuno dos [tres](https://example.org) a < b\n[cuatro][c] cinco\n\n"
        "[d]: http://evil.example/b.png\nhttps://example.org/q\n\n"
        "```\n<b>kept in code</b>\n```"
    )


def test_fields_may_stand_in_front(tmp_path: Path) -> None:
    """By any name that a column may have, with lists."""
    file = tmp_path / "a.md"
    file.write_text(
        '---\ncódigo: P-1\nTítulo: "Alta"\nRequisitos:\n  - DNI\n  - Foto\n---\n# Otra\n\nTexto\n'
    )
    assert one(file) == {
        "Título": "Alta", "código": "P-1",
        "Requisitos": ["DNI", "Foto"], "body": "Texto",
    }  # fmt: skip


def test_a_folder_is_imported_and_again_without_a_change(folder: Path, tmp_path: Path) -> None:
    """Each text keeps its identity by its place; hidden files and links out of it are none."""
    inside = tmp_path / "textos"
    (inside / "más").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("# Secret\n\nx")
    (inside / "a.md").write_text("# Alta\n\nTexto")
    (inside / "más" / "b.html").write_text("<h2>Baja</h2><p>Texto</p>")
    docx(inside / "c.docx", heading("Cambio"), paragraph("x"))
    (inside / ".d.md").write_text("# Hidden\n\nx")
    (inside / "~$c.docx").write_bytes(b"lock")
    (inside / "notes.txt").write_text("none")
    (inside / "out.md").symlink_to(tmp_path / "secret.md")
    assert run("import", "articles", inside, "--data", folder).done().rows == [
        {"new": 3, "changed": 0, "same": 0}
    ]
    (inside / "a.md").write_text("# Alta nueva\n\nTexto")
    assert run("import", "articles", inside, "--data", folder).done().rows == [
        {"new": 0, "changed": 1, "same": 2}
    ]
    out = tmp_path / "out.jsonl"
    run("export", "articles", out, "--data", folder).done()
    assert {json.loads(line)["title"] for line in out.read_text().splitlines()} == {
        "Alta nueva", "Baja", "Cambio",
    }  # fmt: skip


def test_one_bad_document_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    """A wrong ending, a bomb, entities, macros, half a file, an endless nest, an empty text."""
    good = docx(tmp_path / "a.docx", heading("Bien"), paragraph("x"))
    (tmp_path / "b.docx").write_text("<html>")
    altered(good, tmp_path / "c.docx", {}, word__big_dot_xml=b"0" * 130_000_000)
    name = "word/document.xml"
    altered(good, tmp_path / "d.docx", {name: (b"<w:document", b"<!DOCTYPE x><w:document")})
    altered(good, tmp_path / "e.docx", {}, word__vbaProject_dot_bin=b"x")
    (tmp_path / "f.docx").write_bytes(good.read_bytes()[:500])
    (tmp_path / "g.html").write_text("<div>" * 200_000)
    (tmp_path / "h.md").write_text("\n")
    (tmp_path / "i.md").write_bytes(good.read_bytes())
    endless = b"<w:p/>" * 8_000_000
    altered(good, tmp_path / "j.docx", {name: (b"</w:body>", endless + b"</w:body>")})
    docx(tmp_path / "k.docx", heading("Bien"), paragraph("y"))
    found = {
        n: r.code if isinstance(r, UserError) else r["title"] for n, r in reading.rows(tmp_path)
    }
    assert [found[n] for n in sorted(found)] == [
        "Bien", "import.no_document", "import.bomb", "import.entities", "import.macros",
        "import.damaged", "import.deep", "import.empty", "import.no_text", "import.damaged", "Bien",
    ]  # fmt: skip


def test_a_folder_without_texts_is_refused(folder: Path, tmp_path: Path) -> None:
    """In one sentence, that names the endings."""
    (tmp_path / "empty").mkdir()
    assert ".docx" in run("import", "articles", tmp_path / "empty", "--data", folder).refusal()


WATCHED = """
import json, sys
said = []
def watch(event, args):
    if event.startswith(("socket.", "subprocess.", "os.system", "urllib.", "os.exec", "ftplib.")):
        said.append([event, str(args)])
    elif event == "open" and isinstance(args[0], (str, bytes)):
        said.append([event, args[0] if isinstance(args[0], str) else args[0].decode()])
from frontdesk.exchange.text_process import main
sys.addaudithook(watch)
main(sys.argv[1:])
print(json.dumps(said))
"""


def test_nothing_outside_the_import_is_touched(tmp_path: Path) -> None:
    """Neither the network nor a file other than the documents and the program's own."""
    files = [
        docx(tmp_path / "a.docx", heading("x"), picture("r"),
             links=[("r", "image", "file:///etc/passwd")]),
        docx(tmp_path / "b.docx", picture("r"), links=[("r", "image", "//evil.example/a.png")]),
        tmp_path / "c.html", tmp_path / "d.md",
    ]  # fmt: skip
    files[2].write_text(HOSTILE)
    files[3].write_text("![x](http://evil.example/x.png) [a](file:///etc/passwd)")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *files], capture_output=True, check=True, cwd=ROOT
    )
    *rows, said = map(json.loads, done.stdout.splitlines())
    assert len(rows) == len(files)
    own = (str(tmp_path), sys.prefix, sys.base_prefix, str(ROOT))
    assert [event for event, _ in said if event != "open"] == []
    assert [path for _, path in said if not path.startswith(own)] == []
    assert any(path.startswith(str(tmp_path)) for _, path in said)


HOSTS = st.sampled_from(
    ["http://evil.example/x", "//evil.example/x", "file:///etc", "javascript:x"]
)
PIECES = st.sampled_from(
    ["[x]({}(a(b)))", "![x](\n{})", "<img src='{}'>", "<a href='{}'>x</a>", "![x]({})",
     "[x]({})", "[x]: {}", "<script src='{}'>", "<{}>", "<svg><image href='{}'>", "\n", " ", "x",
     "<p>", "</p>", "[", "](", ")", "`", "\\"]
)  # fmt: skip


@given(st.lists(st.tuples(PIECES, HOSTS), max_size=12))
def test_whatever_is_typed_nothing_can_be_loaded(pieces: list[tuple[str, str]]) -> None:
    """No picture and no tag is left of a page."""
    text, _ = cleaning.markdown_of("".join(p.format(h) for p, h in pieces), "a.html")
    assert "![" not in text
    for address in re.findall(r"\]\(\s*(\S{4})", text):
        assert address == "http"
    assert "<script" not in text
    assert "<img" not in text


def test_frequent_questions_are_an_article_each(tmp_path: Path) -> None:
    """With what stands under each; what stands before the first of them is not lost."""
    file = tmp_path / "preguntas_frecuentes.md"
    file.write_text(
        "# Preguntas frecuentes\n\nLlame al 010 para otras.\n\n## ¿Dónde pago?\nEn la caja.\n\n"
        "- Piso 1\n\n## ¿Atienden los sábados?\nNo.\n\n## Contacto\n010\n",
        encoding="utf-8",
    )
    rows = [row for _, row in reading.rows(file) if isinstance(row, dict)]
    assert [(row["title"], row["body"]) for row in rows] == [
        ("Preguntas frecuentes", "Llame al 010 para otras."),
        ("¿Dónde pago?", "En la caja.\n\n- Piso 1"),
        ("¿Atienden los sábados?", "No."),
    ]
    assert len({row["id"] for row in rows}) == 3


def test_a_word_file_of_questions_under_a_bold_title(tmp_path: Path) -> None:
    """Where each question is a first heading, the first of them is a question too."""
    file = docx(
        tmp_path / "faq.docx", heading("¿Dónde pago?"), paragraph("En la caja."),
        heading("¿Atienden los sábados?"), paragraph("No."),
    )  # fmt: skip
    rows = [row for _, row in reading.rows(file) if isinstance(row, dict)]
    assert [(row["title"], row["body"]) for row in rows] == [
        ("¿Dónde pago?", "En la caja."), ("¿Atienden los sábados?", "No."),
    ]  # fmt: skip


def test_a_sheet_with_questions_as_headings_stays_one_article(tmp_path: Path) -> None:
    """Only a text that says so is a list of questions."""
    file = tmp_path / "licencia.md"
    file.write_text("# Licencia\n\n## ¿Qué es?\nA\n\n## ¿Dónde?\nB\n", encoding="utf-8")
    assert one(file)["title"] == "Licencia"
