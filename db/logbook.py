"""db: the logbook, the door to the file - opened, created and upgraded here, with one store a noun."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlcipher3 import dbapi2 as driver

from core.errors import BadInput, ReadOnly, UnreadableFile
from core.hit import Hit
from core.zone import now
from db import search
from db.engine import REVISION, close, is_marked_read_only, merge, open_engine, read_header
from db.errors import told
from db.lock import WriterLock
from db.stores.alternatives import Alternatives, Attachments
from db.stores.candidates import Candidates
from db.stores.counterparts import Counterparts
from db.stores.drafts import Drafts
from db.stores.ends import Commitments, Concessions, Debriefs
from db.stores.issues import Issues
from db.stores.items import Items
from db.stores.lines import Lines
from db.stores.meetings import Meetings
from db.stores.names import Names
from db.stores.negotiations import Negotiations
from db.stores.notes import Notes
from db.stores.own_lists import Tactics, Templates
from db.stores.parts import (
    ClaimedCosts,
    CommonGoals,
    Contracts,
    CostParts,
    Needs,
    PlannedConcessions,
    PlanPoints,
    Spends,
)
from db.stores.preparations import Preparations
from db.stores.steps import Journal
from db.stores.strategy import Answers, Estimates, Positions
from db.stores.suppliers import Suppliers
from db.stores.timelines import Timelines
from db.work import Work

if TYPE_CHECKING:
    from core.exchange.dump import Dump
    from core.verification import Verification


class Logbook:
    """One open logbook file. Every change is a verb of one of its stores; `close` leaves one file."""

    def __init__(self, path: Path, engine: Engine, lock: WriterLock | None, clock: Callable[[], datetime]) -> None:
        """Take an engine on a file of the program's own revision; use `create` and `open`."""
        self.path = path
        self._engine = engine
        self._lock = lock
        self._work = Work(engine, clock, is_read_only=lock is None)
        self.suppliers = Suppliers(self._work)
        self.contracts = Contracts(self._work)
        self.spends = Spends(self._work)
        self.cost_parts = CostParts(self._work)
        self.counterparts = Counterparts(self._work)
        self.notes = Notes(self._work)
        self.negotiations = Negotiations(self._work)
        self.preparations = Preparations(self._work)
        self.names = Names(self._work)
        self.issues = Issues(self._work)
        self.items = Items(self._work)
        self.answers = Answers(self._work)
        self.positions = Positions(self._work)
        self.needs = Needs(self._work)
        self.common_goals = CommonGoals(self._work)
        self.candidates = Candidates(self._work)
        self.plan_points = PlanPoints(self._work)
        self.planned_concessions = PlannedConcessions(self._work)
        self.claimed_costs = ClaimedCosts(self._work)
        self.tactics = Tactics(self._work)
        self.templates = Templates(self._work)
        self.alternatives = Alternatives(self._work)
        self.attachments = Attachments(self._work)
        self.estimates = Estimates(self._work)
        self.meetings = Meetings(self._work)
        self.lines = Lines(self._work)
        self.concessions = Concessions(self._work)
        self.commitments = Commitments(self._work)
        self.debriefs = Debriefs(self._work)
        self.timelines = Timelines(self._work)
        self.drafts = Drafts(self._work)
        self.journal = Journal(self._work)

    @classmethod
    def create(cls, path: Path, *, clock: Callable[[], datetime] = now, holder: str = "window") -> Self:
        """Make an empty logbook at `path` and open it for writing.

        Raises BadInput where something lies there already, StorageTrouble where nothing can be written.
        """
        # Imported here since only a new or an old file needs it.
        from db.migrate import create  # noqa: PLC0415

        path = path.absolute()
        if path.exists():
            raise BadInput("logbook.exists", path=str(path))
        with told():
            create(path)
        return cls.open(path, clock=clock, holder=holder)

    @classmethod
    def create_sample(cls, path: Path, *, clock: Callable[[], datetime] = now, holder: str = "window") -> Self:
        """Make a logbook with the article's four cases and open it for writing; raises as `create` does.

        What stops it leaves nothing behind.
        """
        from db.migrate import create  # noqa: PLC0415 - as in `create`
        from db.sample import play  # noqa: PLC0415
        from db.sample_reader import Calendar  # noqa: PLC0415

        path = path.absolute()
        if path.exists():
            raise BadInput("logbook.exists", path=str(path))

        def fill(temporary: Path) -> None:
            calendar = Calendar(clock())
            engine = open_engine(temporary, write=True, in_haste=True)
            with cls(temporary, engine, WriterLock(temporary, holder, calendar), calendar) as logbook:
                play(logbook, calendar)

        with told():
            create(path, fill=fill)
        return cls.open(path, clock=clock, holder=holder)

    @classmethod
    def open(
        cls, path: Path, *, write: bool = True, clock: Callable[[], datetime] = now, holder: str = "window"
    ) -> Self:
        """Open a logbook; one of an older program is upgraded first. `holder` is what others are told who holds it.

        With `write=False` nothing is changed, and any number may read beside one that writes. Raises UnreadableFile
        (missing, no logbook, damaged, newer; or older and not to be written), ReadOnly, InUse, StorageTrouble; the
        file is then as it was.
        """
        with told():
            path = path.resolve()
            header = read_header(path)
            if not write:
                if header.revision < REVISION:
                    raise UnreadableFile("logbook.older", path=str(path))
                return cls._opened(path, None, clock)
            if is_marked_read_only(path):
                raise ReadOnly("logbook.read_only", path=str(path))
            lock = WriterLock(path, holder, clock)
            try:
                if header.revision < REVISION:
                    from db.migrate import migrate  # noqa: PLC0415 - as in `create`

                    migrate(path)
                return cls._opened(path, lock, clock)
            except BaseException:
                lock.release()
                raise

    @classmethod
    def _opened(cls, path: Path, lock: WriterLock | None, clock: Callable[[], datetime]) -> Self:
        engine = open_engine(path, write=lock is not None)
        logbook = cls(path, engine, lock, clock)
        try:
            # The first reading finds what the header does not tell: a file that is damaged inside.
            with logbook._work.reading() as connection:
                found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        except DBAPIError as error:
            engine.dispose()
            raise UnreadableFile("logbook.damaged", path=str(path)) from error
        except BaseException:
            engine.dispose()
            raise
        if found != f"{REVISION:04d}":
            engine.dispose()
            raise UnreadableFile("logbook.damaged", path=str(path))
        return logbook

    @property
    def is_read_only(self) -> bool:
        """Tell whether the logbook was opened for reading only."""
        return self._lock is None

    def settle(self) -> None:
        """Bring what the last verbs wrote beside the file into it, as far as nobody else reads; for a moment of rest.

        What is saved is safe before as well; the file is then whole by itself, and opens as fast as ever.
        """
        with self._work.resting():
            # another thread may have closed it meanwhile
            if self._lock is not None:
                with suppress(driver.Error, SQLAlchemyError, OSError):
                    merge(self._engine)

    def close(self) -> None:
        """Close the file and leave it whole, alone and free; twice does no harm."""
        with self._work.resting():
            if self._lock is None:
                self._engine.dispose()
                return
            # What cannot be tidied now is tidied by the next one who opens the file: nothing is lost by it.
            with suppress(driver.Error, SQLAlchemyError, OSError):
                close(self._engine)
            self._lock.release()
            self._lock = None
            # a verb that comes too late must not open the file again
            self._work.is_read_only = True

    def at_one_moment(self) -> AbstractContextManager[None]:
        """Let every reading of this thread in the block see the file as it is now; nothing is written in it."""
        return self._work.at_one_moment()

    def search(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """Return the records that hold every word of the text, also as a beginning: best first, or newest of many."""
        with self._work.reading() as connection:
            return search.find(connection, text, limit)

    def verify(self) -> Verification:
        """Check file, references, search and journal against the records; takes time in proportion to the size."""
        from db.verify import verify  # noqa: PLC0415 - seldom needed, and not for the first screen

        with self._work.reading() as connection:
            return verify(connection)

    def dump(self) -> Dump:
        """Return everything in the logbook as plain values."""
        from db.dump import dump  # noqa: PLC0415 - as in `verify`

        with self._work.reading() as connection:
            return dump(connection)

    @classmethod
    def from_dump(cls, path: Path, dump: Dump, *, clock: Callable[[], datetime] = now, holder: str = "window") -> Self:
        """Make a logbook at `path` that holds just what a dump holds, ids and journal too, and open it for writing.

        Raises BadInput where something lies at `path`, or the dump contradicts itself; nothing is made then.
        """
        from db.dump import check_revision, restore  # noqa: PLC0415 - as in `create`
        from db.migrate import create  # noqa: PLC0415

        path = path.absolute()
        if path.exists():
            raise BadInput("logbook.exists", path=str(path))
        check_revision(dump)
        with told():
            create(path, fill=lambda temporary: restore(temporary, dump))
        return cls.open(path, clock=clock, holder=holder)

    @classmethod
    def generate(
        cls,
        path: Path,
        size: str,
        seed: int,
        day: date | None = None,
        progress: Callable[[float], None] = lambda _done: None,
        *,
        clock: Callable[[], datetime] = now,
        holder: str = "window",
    ) -> Self:
        """Make a large logbook of invented matters at `path`, to measure on, and open it for writing.

        It holds the same for the same size, seed and day: the day on which it ends, a fixed one unless given.
        `progress` is told the share done, 0 to 1. Raises BadInput where something lies at `path`; whatever stops
        it, nothing is made then.
        """
        from db.generator import DAY, SIZES, generate  # noqa: PLC0415 - as in `create`
        from db.migrate import create  # noqa: PLC0415

        path = path.absolute()
        if path.exists():
            raise BadInput("logbook.exists", path=str(path))
        chosen = SIZES[size]
        with told():
            create(path, fill=lambda temporary: generate(temporary, chosen, seed, day or DAY, progress))
        return cls.open(path, clock=clock, holder=holder)

    def __enter__(self) -> Self:
        """Return the logbook."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, whatever happened."""
        self.close()
