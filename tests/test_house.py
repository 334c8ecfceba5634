"""tests: the house itself - what the linters cannot see of the law, the locks, the top level and the words in files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import QObject

from core.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
FLOORS = ("core", "db", "ui", "migrations")

# What a checkout may hold at its top.
TOP_LEVEL = {
    *FLOORS, "main.py", "resources", "tests", "pyproject.toml", "Makefile", "requirements.lock",
    "requirements-dev.lock", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".ci", ".editorconfig",
    ".gitattributes", ".gitignore",
}  # fmt: skip
# What tools leave there; never kept.
LEFT_BY_TOOLS = {
    ".git", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis",
    "__pycache__", "pictures",
}  # fmt: skip

# The libraries that a floor may name, longest place first. The standard library is everybody's, but for sqlite3,
# which is not the driver that the files are written with.
LIBRARIES = {
    "core/reports": {"core", "babel", "reportlab", "fontTools"},
    "core": {"core", "babel"},
    "db": {"core", "db", "sqlalchemy", "alembic", "sqlcipher3", "filelock", "platformdirs"},
    "ui/commandline.py": {"core", "db", "ui", "babel", "platformdirs"},
    "ui": {"core", "db", "ui", "babel", "platformdirs", "PySide6", "shiboken6"},
    "migrations": {"sqlalchemy", "alembic"},
    "main.py": {"core", "ui"},
}

# Tests that mirror no single file: of the house, of whole ways through the program, of the files of old revisions,
# and those of what several files promise together.
MIRROR_NOTHING = (
    "tests/test_house.py", "tests/ui/test_journey", "tests/golden/", "tests/screen/", "tests/pictures/",
    "tests/test_words_everywhere.py", "tests/core/shorthand/test_any_line.py", "tests/db/test_kill.py",
    "tests/migrations/test_revisions.py", "tests/ui/cover/test_nothing_shows.py", "tests/ui/meet/test_sixty_lines.py",
    "tests/ui/meet/test_kill.py", "tests/ui/meet/test_any_keys.py", "tests/ui/test_any_keys.py",
    "tests/ui/test_long_use.py",
)  # fmt: skip


def python_files(*places: str) -> Iterator[Path]:
    """Yield the Python files at and below these places of the top level."""
    for place in places:
        path = ROOT / place
        found = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        yield from (file for file in found if "__pycache__" not in file.parts)


def name_of(file: Path) -> str:
    """Return a file's path from the top level, with slashes."""
    return file.relative_to(ROOT).as_posix()


def product_files() -> list[Path]:
    """Return every Python file of the program itself."""
    return list(python_files(*FLOORS, "main.py"))


def imported(file: Path) -> set[str]:
    """Return the full names of the modules that a file imports anywhere, inside functions too."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(file)} imports relatively"
            names.add(node.module or "")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            first = node.args[0] if node.args else None
            if called in {"import_module", "__import__", "run_module"} and isinstance(first, ast.Constant):
                names.add(str(first.value))
    return names


def run_blocked(blocked: tuple[str, ...], code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh Python in which importing the named packages fails as if they were not installed."""
    block = f"""
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ModuleNotFoundError(f"{{name}} is not installed here", name=name)
sys.meta_path.insert(0, Blocked())
sys.path.insert(0, {str(ROOT)!r})
"""
    command = [sys.executable, "-X", "utf8", "-c", block + code]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


# -- the law of the floors -------------------------------------------------------------------------------------------


def test_nobody_imports_main() -> None:
    for file in [*product_files(), *python_files("tests")]:
        assert "main" not in {name.partition(".")[0] for name in imported(file)}, name_of(file)


def test_each_floor_names_only_its_own_libraries() -> None:
    for file in product_files():
        place = next(place for place in LIBRARIES if f"{name_of(file)}/".startswith(f"{place}/"))
        tops = {name.partition(".")[0] for name in imported(file)}
        foreign = {top for top in tops if top not in sys.stdlib_module_names or top == "sqlite3"}
        assert foreign <= LIBRARIES[place], f"{name_of(file)} imports {foreign - LIBRARIES[place]}"


def test_the_screens_know_only_the_door_of_the_logbook() -> None:
    for file in python_files("ui"):
        behind_the_door = {name for name in imported(file) if name.partition(".")[0] == "db"} - {"db.logbook"}
        assert not behind_the_door, f"{name_of(file)} imports {behind_the_door}"


def test_core_works_where_neither_qt_nor_sql_is_installed() -> None:
    done = run_blocked(
        ("PySide6", "shiboken6", "sqlalchemy", "alembic", "sqlcipher3", "sqlite3", "filelock", "db", "ui"),
        """
import importlib, pkgutil
from datetime import date
from decimal import Decimal
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    importlib.import_module(module.name)
from core.alternative import Alternative
from core.batna import batna
from core.issue import Issue
from core.negotiation import Negotiation
from core.term import Term
ranges = [("price", 100, 110, 5), ("payment", 60, 14, 2), ("lead time", 4, 10, 2), ("warranty", 36, 12, 1)]
issues = tuple(
    Issue(id=n, negotiation_id=1, name=name, best=Decimal(best), worst=Decimal(worst), weight=Decimal(weight))
    for n, (name, best, worst, weight) in enumerate(ranges, 1)
)
terms = tuple(Term(issue_id=n, value=Decimal(value)) for n, value in enumerate((104, 30, 8, 24), 1))
other = Alternative(id=1, negotiation_id=1, name="another supplier", terms=terms)
whole = Negotiation(id=1, supplier_id=1, title="x", issues=issues, alternatives=(other,))
print(batna(whole, date(2026, 3, 2)).value.low)
""",
    )
    assert (done.returncode, done.stdout.strip()) == (0, "671/1380"), done.stderr


def test_the_command_line_starts_where_qt_is_not_installed() -> None:
    done = run_blocked(("PySide6", "shiboken6"), "import ui.commandline; print('started')")
    assert (done.returncode, done.stdout.strip()) == (0, "started"), done.stderr


def test_the_program_says_the_version_that_the_project_has() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


# -- the locks -------------------------------------------------------------------------------------------------------


def locked(lock: Path) -> dict[str, str]:
    """Return the version of each package in a lock file."""
    entries = re.findall(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in entries}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.name))
def test_a_lock_names_versions_and_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "/" not in text, "a path, or an option that names one"
    entries = re.split(r"\n(?=\S)", text.strip())
    for entry in entries:
        assert re.fullmatch(
            r"[a-z0-9.-]+==[\w.]+( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+", entry.strip()
        ), entry[:120]


def test_the_locks_hold_what_the_project_asks_for_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"]
    groups = project["dependency-groups"]
    asked_dev = asked + [entry for group in groups.values() for entry in group if isinstance(entry, str)]
    run, dev = (locked(lock) for lock in LOCKS)
    for requirements, versions in ((asked, run), (asked_dev, dev)):
        for requirement in map(Requirement, requirements):
            assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement
    assert run.items() <= dev.items()
    assert run["shiboken6"] == run["pyside6-essentials"]


def test_calls_that_return_nothing_take_no_reference_from_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("a")
    assert sys.getrefcount(None) > before - 1_000


# -- the tree --------------------------------------------------------------------------------------------------------


def test_the_top_level_holds_only_what_the_house_knows() -> None:
    assert {path.name for path in ROOT.iterdir()} <= TOP_LEVEL | LEFT_BY_TOOLS


def test_every_module_says_first_which_floor_it_is_on_and_what_it_does() -> None:
    for file in product_files():
        first, *rest = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").splitlines() or [""]
        floor = name_of(file).partition("/")[0].removesuffix(".py")
        assert re.fullmatch(rf"{floor}: .+[.]", first), f"{name_of(file)}: {first!r}"
        assert not rest or not rest[0], name_of(file)


def test_no_file_is_too_long_to_be_read() -> None:
    for file in [*product_files(), *python_files("tests", ".ci")]:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 600, name_of(file)


def test_every_test_file_mirrors_a_source_file() -> None:
    for file in python_files("tests"):
        name = name_of(file)
        if file.name.startswith("test_") and not name.startswith(MIRROR_NOTHING):
            source = ROOT / name.removeprefix("tests/").replace("test_", "", 1)
            assert source.exists() or source.with_suffix("").is_dir(), f"{name} mirrors nothing"


def test_no_file_names_a_machine_or_a_place_to_fetch_from() -> None:
    # put together here, so that this file does not find itself
    words = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "index" + "-url", "find" + "-links", "py" + "pi.org"]
    harmless = "--no-emit-" + words[3]
    traces = re.compile("|".join(map(re.escape, words)) + r"|://[^\s\"']*\.(?:whl|tar\.gz)")
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if parts[0] in LEFT_BY_TOOLS or "__pycache__" in parts or not path.is_file():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font, a picture, a logbook
        assert not traces.findall(text.replace(harmless, "")), name_of(path)
