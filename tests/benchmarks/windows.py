"""tests: programs that show a window, started as processes of their own - the product's and the smallest ones.

python -m tests.benchmarks.windows bare
python -m tests.benchmarks.windows bare-rows LOGBOOK
python -m tests.benchmarks.windows product LOGBOOK
python -m tests.benchmarks.windows places LOGBOOK

Each tells on its output what it has reached - "painted", "rows" - and then the MiB that it holds there.
"""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_FORBIDDEN = ("sqlalchemy", "alembic", "reportlab", "numpy", "PIL")


def until(reached: str, *words: str) -> float:
    """Start a window, wait until it tells that it has reached a point, end it and return the MiB it holds then."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}
    # a program that was started before has its bytecode
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        environment |= {f"XDG_{name}_HOME": folder for name in ("CONFIG", "DATA", "STATE")}
        command = [sys.executable, "-m", "tests.benchmarks.windows", *words]
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert process.stdout is not None
        try:
            for line in process.stdout:
                told, _, mebibytes = line.partition(" ")
                if told == reached:
                    return float(mebibytes)
        finally:
            process.kill()
            process.wait()
    raise RuntimeError(f"{words} never reached {reached}")


def _tell(reached: str) -> None:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    print(reached, pages * os.sysconf("SC_PAGE_SIZE") / 2**20, flush=True)


def _bare(fill: Callable[[Any], None] | None = None) -> None:
    from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Model(QAbstractTableModel):
        def __init__(self) -> None:
            super().__init__()
            self.rows: list[tuple[Any, ...]] = []

        def rowCount(self, parent: Any = None) -> int:  # noqa: N802
            return len(self.rows)

        def columnCount(self, parent: Any = None) -> int:  # noqa: N802
            return 7

        def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
            return str(self.rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None

    class Window(QMainWindow):
        told = False

        def paintEvent(self, event: Any) -> None:  # noqa: N802
            super().paintEvent(event)
            if not self.told:
                self.told = True
                QTimer.singleShot(0, self.on_painted)

        def on_painted(self) -> None:
            _tell("painted")
            if fill is not None:
                model.beginResetModel()
                fill(model)
                model.endResetModel()
                table.repaint()
                _tell("rows")

    app = QApplication([])
    window = Window()
    for name in ("File", "Edit", "Go", "View", "Help"):
        menu = window.menuBar().addMenu(name)
        for number in range(6):
            menu.addAction(f"{name} {number}")
    model, table = Model(), QTableView()
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1280, 800)
    window.show()
    app.exec()


def _orm_page(path: Path) -> Callable[[Any], None]:
    def fill(model: Any) -> None:
        import sqlcipher3
        from sqlalchemy import create_engine, select
        from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

        class Base(DeclarativeBase):
            pass

        # as many classes as a logbook has tables
        names = ["negotiation", *(f"filler_{number}" for number in range(24))]
        columns = ("title", "matter", "mode", "status", "currency", "lead", "approver")
        classes = [
            type(
                name.title(),
                (Base,),
                {
                    "__tablename__": name,
                    "__annotations__": {"id": Mapped[int], **dict.fromkeys(columns, Mapped[str])},
                    "id": mapped_column(primary_key=True),
                },
            )
            for name in names
        ]
        engine = create_engine(
            "sqlite://", module=sqlcipher3.dbapi2, creator=lambda: sqlcipher3.dbapi2.connect(str(path))
        )
        with Session(engine) as session:
            kind: Any = classes[0]
            for row in session.scalars(select(kind).order_by(kind.id.desc()).limit(50)):
                model.rows.append(tuple(getattr(row, name) for name in columns))

    return fill


def _product(path: Path, *, all_places: bool) -> None:
    from datetime import UTC, datetime

    from PySide6.QtWidgets import QApplication

    from ui import garbage, imports

    garbage.hold()  # as the door does
    imports.let_be()
    from ui.app import Program
    from ui.crash_file import CrashFile
    from ui.settings_store import SettingsStore

    app = QApplication([])

    class Told(Program):
        def _on_painted(self) -> None:
            loaded = [name for name in _FORBIDDEN if name in sys.modules]
            if loaded:
                raise SystemExit(f"loaded before the first paint: {loaded}")
            _tell("painted")
            super()._on_painted()
            assert self.desk is not None
            self.desk.files.opened.connect(look)

    clock = lambda: datetime(2026, 11, 23, 9, tzinfo=UTC)  # noqa: E731
    program = Told(app, SettingsStore(), CrashFile(version="0"), clock)

    def look() -> None:
        assert program.desk is not None
        session = program.desk.session
        assert session is not None
        assert session.screen is not None
        QApplication.sendPostedEvents()  # what is to be laid out, and then painted
        _tell("rows")
        garbage.settle()
        if all_places:
            _walk(session)

    program.show(path)
    app.exec()


def _walk(session: Any) -> None:
    """Open every place, and every tab of the longest talk, each in a turn of the event loop of its own, as keys do."""
    from PySide6.QtCore import QTimer

    from ui.navigation import NEGOTIATION, NEGOTIATIONS, PEOPLE, SETTINGS, SUPPLIERS, Place

    first = session.logbook.negotiations.ids()[0]
    tabs = [Place(NEGOTIATION, first, part) for part in ("prepare", "meet", "analyse", "debrief", "documents")]
    places = [Place(NEGOTIATIONS), Place(SUPPLIERS, 1), Place(PEOPLE, 1), *tabs, Place(SETTINGS)]

    def go_on() -> None:
        session.screen.repaint()
        if places:
            session.go(places.pop(0))
            QTimer.singleShot(20, go_on)
        else:
            _tell("walked")

    go_on()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare"]:
            _bare()
        case ["bare-rows", file]:
            _bare(_orm_page(Path(file)))
        case ["product", file]:
            _product(Path(file), all_places=False)
        case ["places", file]:
            _product(Path(file), all_places=True)
