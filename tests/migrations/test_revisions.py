"""tests: the revisions are a chain, forward only, and import nothing of ours."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from db.engine import REVISION

MIGRATIONS = Path(__file__).parent.parent.parent / "migrations"


@pytest.fixture
def scripts() -> ScriptDirectory:
    """Return the revisions as Alembic sees them."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_the_revisions_are_one_chain_that_ends_where_the_program_is(scripts: ScriptDirectory) -> None:
    assert scripts.get_heads() == [f"{REVISION:04d}"]
    chain = [each.revision for each in scripts.walk_revisions()]
    assert chain == [f"{number:04d}" for number in range(REVISION, 0, -1)]


def test_no_revision_goes_back(scripts: ScriptDirectory) -> None:
    for each in scripts.walk_revisions():
        with pytest.raises(NotImplementedError):
            each.module.downgrade()


@pytest.mark.parametrize("path", [*MIGRATIONS.rglob("*.py")], ids=lambda path: str(path.relative_to(MIGRATIONS)))
def test_a_revision_imports_nothing_of_ours(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= {"__future__", "typing", "alembic", "sqlalchemy"}
