"""db: the generator at work - companies and people first, then one negotiation after the other, then search."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import event

from core.message import message
from core.note import Topic
from core.side import Basis
from db import recency
from db.engine import for_writing, open_engine
from db.generator.bulk import Bulk
from db.generator.calendar import Calendar
from db.generator.chance import LANGUAGES, About, Chance, Voice
from db.generator.matters import SLOW, Desk, Goods, prepare
from db.generator.plan import Plan, Size, plans
from db.generator.talks import plan_meeting, talk
from db.rules import short
from db.search import rebuild, without_triggers

# The day on which a generated logbook ends unless another is given: a fixed one, so that the file is always the same.
DAY = date(2026, 11, 23)

_TRIES = 20  # to find something new to note

# Nobody else sees the file before it is whole, and one that is not whole is thrown away: nothing need be kept safe.
_IN_HASTE = ("synchronous = OFF", "journal_mode = OFF", "secure_delete = OFF", "cache_size = -262144")


def generate(path: Path, size: Size, seed: int, day: date, progress: Callable[[float], None]) -> None:
    """Fill the empty logbook at `path`, which nobody else uses; the same for the same size, seed and day.

    `progress` is called with the share that is done, 0 to 1.
    """
    engine = open_engine(path, write=True, migrating=True)
    event.listen(engine, "connect", _hasten)
    try:
        with for_writing(engine).begin() as connection, without_triggers(connection):
            _Writer(Bulk(connection), size, seed, day).write(progress)
            rebuild(connection)
            recency.rebuild(connection)
        progress(1.0)
    finally:
        engine.dispose()


def _hasten(connection: Any, record: object) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    for each in _IN_HASTE:
        connection.execute(f"PRAGMA {each}").fetchall()


class _Writer:
    """Writes one logbook."""

    def __init__(self, bulk: Bulk, size: Size, seed: int, day: date) -> None:
        self._bulk = bulk
        self._size = size
        self._seed = seed
        self._plans = plans(size, Chance(seed, "plan"))
        lines = sum(plan.lines for plan in self._plans)
        self._calendar = Calendar(day, lines + SLOW * (size.entries - lines))
        self._voices = [Voice(language) for language in LANGUAGES]
        self._people: list[list[int]] = []
        self._voice_of: list[Voice] = []
        self._trade_of: list[int] = []
        self._known: set[tuple[int, str]] = set()

    def write(self, progress: Callable[[float], None]) -> None:
        chance = Chance(self._seed, "companies")
        self._add_suppliers(chance)
        self._add_people(chance)
        self._bulk.close()
        for number, plan in enumerate(self._plans):
            self._add_matter(plan, Chance(self._seed, number))
            self._bulk.close()
            if number % 20 == 0:
                # the index of search is made after this, in about a tenth of the time
                progress(0.9 * number / len(self._plans))
        self._bulk.finish()

    def _add_suppliers(self, chance: Chance) -> None:
        names: dict[str, int] = {}
        for _ in range(self._size.suppliers):
            voice = chance.one(self._voices)
            trade = chance.whole(0, voice.trades - 1)
            name = voice.firm(chance, trade)
            names[name] = names.get(name, 0) + 1
            name = name if names[name] == 1 else f"{name} {names[name]}"
            at = self._calendar.next(SLOW)
            self._bulk.step(message("journal.supplier_added", name=short(name)), at)
            self._bulk.add(
                "supplier",
                name=name,
                category=voice.of("categories")[trade],
                city=chance.one(voice.of("towns")),
                country=voice.country,
                our_share_of_their_sales=Decimal(chance.whole(1, 60)),
                our_share_basis=chance.one(tuple(Basis)),
                their_share_of_our_supply=Decimal(chance.whole(5, 100)),
                their_share_basis=Basis.OBSERVED,
                contract_end=self._calendar.day + timedelta(days=chance.whole(-60, 700)),
                background=voice.say(chance, self._about(chance, voice, trade, at.date()), "backgrounds"),
                created_at=at,
            )
            self._voice_of.append(voice)
            self._trade_of.append(trade)
            self._people.append([])

    def _add_people(self, chance: Chance) -> None:
        count = self._size.suppliers
        for number in range(self._size.people):
            at_supplier = number if number < count else self._some_supplier(chance)
            voice = self._voice_of[at_supplier]
            name = voice.person(chance)
            at = self._calendar.next(SLOW)
            about = self._about(chance, voice, self._trade_of[at_supplier], at.date())
            self._bulk.step(message("journal.counterpart_added", name=short(name)), at)
            made = self._bulk.add(
                "counterpart",
                supplier_id=at_supplier + 1,
                name=name,
                role=chance.one(voice.of("roles")),
                authority=voice.say(chance, about, "authority"),
                authority_basis=chance.one(tuple(Basis)),
                authority_on=at.date(),
                email=f"contact{number + 1}@example.com",
                phone=f"+00 {chance.whole(100, 999)} {chance.whole(100_000, 999_999)}",
                created_at=at,
            )
            self._people[at_supplier].append(made)

    def _add_matter(self, plan: Plan, chance: Chance) -> None:
        at_supplier = self._some_supplier(chance)
        voice, people = self._voice_of[at_supplier], self._people[at_supplier]
        thing, other = chance.several(voice.goods(self._trade_of[at_supplier]), 2)
        goods = Goods(thing, other, self._trade_of[at_supplier], Chance(self._seed, at_supplier, thing))
        desk = Desk(self._bulk, self._calendar, chance, voice, goods)
        negotiation = prepare(desk, plan, at_supplier + 1)
        meeting = None
        if plan.has_talk:
            met = chance.several(people, chance.whole(1, 3))
            meeting = talk(desk, plan, negotiation, met)
        if plan.is_open and not plan.is_long:
            plan_meeting(desk, negotiation.id)
        for _ in range(plan.notes):
            self._add_note(desk, at_supplier + 1, people, meeting)

    def _add_note(self, desk: Desk, supplier_id: int, people: list[int], meeting: int | None) -> None:
        chance, topic = desk.chance, desk.chance.one(tuple(Topic))
        person = None if topic is Topic.BUSINESS else chance.one(people)
        text = self._news(desk, topic, person or -supplier_id)
        on = desk.step("journal.note_added", text=short(text))
        self._bulk.add(
            "note",
            supplier_id=supplier_id,
            counterpart_id=person,
            topic=topic,
            basis=chance.one(tuple(Basis)),
            text=text,
            on=on,
            meeting_id=meeting if chance.happens(0.4) else None,
            source=desk.say("sources") if chance.happens(0.3) else "",
        )

    def _news(self, desk: Desk, topic: Topic, about_whom: int) -> str:
        """Return something that was not noted on somebody before, as far as the phrases go."""
        for _ in range(_TRIES):
            text = desk.say("notes", topic.value)
            if (about_whom, text) not in self._known:
                break
        self._known.add((about_whom, text))
        return text

    def _about(self, chance: Chance, voice: Voice, trade: int, on: date) -> About:
        thing, other = chance.several(voice.goods(trade), 2)
        return About(thing, other, on)

    def _some_supplier(self, chance: Chance) -> int:
        """Return the place of a supplier: the first of them are dealt with far more than the last."""
        return chance.whole(0, chance.whole(0, self._size.suppliers - 1))
