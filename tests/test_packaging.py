"""What the packaged program and its installers are made of; the whole proof is a script apart."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from importlib.machinery import SourcelessFileLoader
from pathlib import Path

import click
import pytest

from frontdesk import __version__, app
from frontdesk.cli import main as command_line
from frontdesk.self_test import libraries as self_tested
from installers import contents, man_page, qt_support
from installers.linux import deb, libraries

ROOT = Path(__file__).resolve().parent.parent
INSTALLERS = ROOT / "installers"
NSIS = INSTALLERS / "windows" / "frontdesk.nsi"
WORKFLOW = ROOT / ".github" / "workflows" / "build.yml"


def imported() -> set[str]:
    """Every module that the program imports."""
    return {
        source for module in self_tested.modules() for source, _ in self_tested.imported(module)
    }


def commands(group: click.Group = command_line) -> list[click.Command]:
    """Every command of the command line, those of groups too."""
    found: list[click.Command] = []
    for command in group.commands.values():
        found += commands(command) if isinstance(command, click.Group) else [command]
    return found


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("libQt6Widgets.so.6", True),
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/QtCore.abi3.so", True),
        ("PySide6/QtCore.pyd", True),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", True),
        ("PySide6/Qt/lib/libicudata.so.73", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/translations/qtbase_es.qm", True),
        ("frontdesk/resources/i18n/frontdesk_es.qm", True),
        ("holidays-0.109.dist-info/METADATA", True),
        ("libQt6Qml.so.6", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/Qt/lib/libQt6Pdf.so.6", False),
        ("PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        ("PySide6/Qt/plugins/imageformats/libqpdf.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/opengl32sw.dll", False),
        ("frontdesk/resources/i18n/frontdesk_es.ts", False),
        ("click-8.5.1.dist-info/RECORD", False),
    ],
)
def test_what_of_qt_and_the_libraries_goes_in(name: str, kept: bool) -> None:
    """A window's parts go in on every system; what a desk never opens stays out."""
    assert contents.is_kept(name) is kept


def test_the_system_brings_its_own_libraries_but_not_python() -> None:
    """A package leaves system libraries to the system; a portable program takes them along."""
    place = "/usr/lib/x86_64-linux-gnu/"
    assert not contents.is_kept("libssl.so.3", place + "libssl.so.3", portable=False)
    assert contents.is_kept("libssl.so.3", place + "libssl.so.3", portable=True)
    python = "libpython3.11.so.1.0"
    assert contents.is_kept(python, place + python, portable=False)


def test_nothing_left_out_is_imported() -> None:
    """No module of the program asks for what packaging leaves out, and Qt's parts are all kept."""
    tops = {name.partition(".")[0] for name in imported()}
    assert tops & set(contents.LEFT_OUT) == set()
    bindings = {
        name.removeprefix("PySide6.Qt") for name in imported() if name.startswith("PySide6.")
    }
    assert bindings <= contents.QT_LIBRARIES


def test_the_python_part_of_qt_goes_in_compiled(tmp_path: Path) -> None:
    """Every module that Qt for Python imports at its start lies where it looks for it first."""
    wanted = {name for name in sys.modules if name.startswith("shibokensupport.")}
    found = qt_support.compiled(tmp_path)
    for file, folder in found:
        assert SourcelessFileLoader("module", file).get_code("module")
        assert contents.is_kept(f"{folder}/{Path(file).name}")
    places = {f"{folder}/{Path(file).stem}" for file, folder in found}
    names = {
        place.removeprefix("shiboken6/files.dir/").removesuffix("/__init__").replace("/", ".")
        for place in places
    }
    assert wanted
    assert wanted <= names


def test_one_version_everywhere() -> None:
    """The version is read from the program; no recipe holds a number of its own."""
    assert contents.version() == __version__
    for recipe in (NSIS, WORKFLOW, INSTALLERS / "frontdesk.spec", INSTALLERS / "macos" / "dmg.sh"):
        assert __version__ not in recipe.read_text(encoding="utf-8"), recipe.name


def test_the_menu_entry_fits_the_package(tmp_path: Path) -> None:
    """It starts the program that the package puts on the path, under the icon that it brings."""
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[method-assign,assignment]  # keys keep their capitals
    entry.read(INSTALLERS / "linux" / "frontdesk.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    tree = laid_out(tmp_path)
    assert (tree / "usr/bin" / main["Exec"]).resolve() == (tree / "usr/lib/frontdesk/frontdesk")
    assert (tree / f"usr/share/icons/hicolor/scalable/apps/{main['Icon']}.svg").is_file()
    assert (tree / f"usr/share/icons/hicolor/256x256/apps/{main['Icon']}.png").is_file()
    for name in ("GenericName", "Comment", "Keywords"):
        assert main[name] != main[f"{name}[es]"]


def laid_out(folder: Path, program: Path = Path(sys.executable)) -> Path:
    """The tree of a package whose program is some other one."""
    packaged, tree = folder / "program", folder / "tree"
    packaged.mkdir()
    shutil.copy(program.resolve(), packaged / "frontdesk")
    deb.lay_out(tree, packaged)
    return tree


def test_the_manual_page_knows_every_command_and_option() -> None:
    """It is made of the command line's help, so what the help names the page names."""
    page = man_page.page().replace(r"\-", "-")
    for command in commands():
        assert re.search(rf"^\.SS\n(?:\w+ )*{command.name}\b", page, re.MULTILINE), command.name
        for option in (opt for p in command.params for opt in p.opts if opt.startswith("--")):
            assert option in page, f"{command.name} {option}"
    assert all(word in page for word in ("--demo", "--data", "--self-test", "FRONTDESK_DATA"))


@pytest.mark.skipif(not shutil.which("man"), reason="needs man")
def test_the_manual_page_can_be_read(tmp_path: Path) -> None:
    """`man` finds no fault in it."""
    file = tmp_path / "frontdesk.1"
    file.write_text(man_page.page(), encoding="utf-8")
    done = subprocess.run(
        ["man", "--warnings", "-l", str(file)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "the desk program of a reception" in done.stdout


@pytest.mark.skipif(
    not all(map(shutil.which, ("dpkg-deb", "objdump", "dpkg-query"))), reason="needs Debian's tools"
)
def test_a_package_depends_on_what_its_programs_link_to(tmp_path: Path) -> None:
    """The C library from the version on that is needed, the time zones, and nothing of ours."""
    tree = laid_out(tmp_path, Path("/bin/ls"))
    package = deb.pack(tree, tmp_path)
    said = subprocess.run(
        ["dpkg-deb", "--field", str(package), "Depends"], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(r"\blibc6 \(>= 2\.\d+\)", said)
    assert {"libselinux1", "tzdata"} <= set(re.split(r",\s*", said.strip()))
    own = libraries.linked([Path("/bin/ls")], frozenset({"libselinux.so.1"}))
    assert "libselinux.so.1" not in own.sonames


def test_the_windows_installer_speaks_both_languages() -> None:
    """Every sentence of it stands in English and in Spanish."""
    text = NSIS.read_text(encoding="utf-8")
    names = {
        lang: set(re.findall(rf"^LangString (\w+) \$\{{LANG_{lang}\}}", text, re.MULTILINE))
        for lang in ("ENGLISH", "SPANISH")
    }
    assert names["ENGLISH"] == names["SPANISH"]
    assert set(re.findall(r"\$\((\w+)\)", text)) == names["ENGLISH"]


def test_the_windows_uninstaller_touches_no_data() -> None:
    """No folder is emptied but the one that holds nothing else than the program."""
    removal = NSIS.read_text(encoding="utf-8")
    assert set(re.findall(r'RMDir /r "([^"]+)"', removal)) == {r"$INSTDIR\_internal"}


@pytest.mark.skipif(not shutil.which("makensis"), reason="needs makensis")
def test_the_windows_installer_compiles(tmp_path: Path) -> None:
    """NSIS takes the script without a warning."""
    program = tmp_path / "program" / "_internal"
    program.mkdir(parents=True)
    (program / "file").write_text("x")
    setup = tmp_path / "Frontdesk-setup-of-tests.exe"
    words = [f"-DPROGRAM={program.parent}", f"-DVERSION={__version__}", f"-DOUT={setup}"]
    subprocess.run(["makensis", "-V2", "-WX", *words, str(NSIS)], check=True)
    assert setup.read_bytes().startswith(b"MZ")


def test_the_workflow_calls_what_there_is() -> None:
    """Every recipe and script that the workflow names exists, and each program is self-tested."""
    text = WORKFLOW.read_text(encoding="utf-8")
    named = set(re.findall(r"installers/[\w./]+\.\w+", text))
    assert {name for name in named if not (ROOT / name).is_file()} == set()
    assert len(named) > 4
    jobs = re.split(r"^  (\w+):$", text.partition("\njobs:\n")[2], flags=re.MULTILINE)
    for name, job in zip(jobs[1::2], jobs[2::2], strict=True):
        if name in {"appimage", "windows", "macos"}:
            assert "--self-test" in job or "dmg.sh" in job, name


@pytest.mark.parametrize(("frozen", "words"), [(True, []), (False, ["-m", "frontdesk"])])
def test_the_program_starts_itself_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, frozen: bool, words: list[str]
) -> None:
    """Packaged it is its own command; from source it is a module of Python."""
    started: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append((program, arguments))
        return True, 1

    monkeypatch.setattr("PySide6.QtCore.QProcess.startDetached", start)
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    assert app.start_again(tmp_path) == 0
    assert started == [(sys.executable, [*words, "--data", str(tmp_path)])]
