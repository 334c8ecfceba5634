"""tests: the generator - the same logbook for the same seed, sound, of its size, judged and read by the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.exchange import dump_json
from core.judge import judge_line
from core.line import Verb
from core.meeting import Channel
from core.negotiation import Negotiation, Status
from core.number import Marks
from core.shorthand import Context, read
from core.side import Side
from core.verdict import Flag, Given, Light
from core.words import Words
from db.generator import DAY
from db.generator.chance import LANGUAGES, About, Chance, Voice
from db.generator.plan import SIZES, plans
from db.logbook import Logbook

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def logbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logbook]:
    with Logbook.generate(tmp_path_factory.mktemp("made") / "small.logroll", "small", 1, clock=lambda: NOW) as made:
        yield made


@pytest.fixture(scope="module")
def negotiations(logbook: Logbook) -> list[Negotiation]:
    return [logbook.negotiations.load(row.id) for row in logbook.negotiations.rows()]


def exported(path: Path, seed: int, day: date | None = None) -> str:
    with Logbook.generate(path, "small", seed, day) as made:
        return dump_json.to_text(made.dump())


def test_the_same_seed_and_day_make_the_same_bytes_and_others_do_not(tmp_path: Path) -> None:
    first = exported(tmp_path / "1.logroll", 1)
    assert exported(tmp_path / "2.logroll", 1, DAY) == first
    assert exported(tmp_path / "3.logroll", 2) != first
    assert exported(tmp_path / "4.logroll", 1, date(2027, 3, 1)) != first


def test_it_is_sound_by_the_check_that_every_logbook_takes(logbook: Logbook) -> None:
    found = logbook.verify()
    assert found.findings == ()
    assert (found.entries, found.documents) == (1_200, 1_200)


def test_it_holds_just_as_many_of_everything_as_its_size_says(
    logbook: Logbook, negotiations: list[Negotiation]
) -> None:
    size = SIZES["small"]
    suppliers = logbook.suppliers.rows()
    assert (len(suppliers), len(logbook.counterparts.rows()), len(negotiations)) == (7, 30, 15)
    notes = sum(len(logbook.notes.of_supplier(row.id)) for row in suppliers)
    assert notes + sum(len(each.offers) for each in negotiations) == size.noted
    assert max(len(each.lines) for each in negotiations) > 3 * size.long_talk


@pytest.mark.parametrize("name", ["small", "reference", "large"])
def test_the_plan_of_every_size_adds_up_to_the_last_record(name: str) -> None:
    size = SIZES[name]
    made = plans(size, Chance(7))
    filed = size.suppliers + size.people
    assert sum(plan.offers + plan.notes for plan in made) == size.noted
    assert filed + sum(plan.documents for plan in made) == size.documents
    assert filed + sum(plan.entries for plan in made) == size.entries
    assert all(plan.edits >= 0 and plan.remarks >= 0 and plan.offers >= 0 for plan in made)


def test_every_offer_holds_the_verdict_that_the_rules_gave_it(negotiations: list[Negotiation]) -> None:
    flags, lights = set(), set()
    for negotiation in negotiations:
        for number, line in enumerate(negotiation.lines):
            if line.verb in (Verb.OFFER, Verb.AGREE):
                at_the_time = replace(negotiation, lines=negotiation.lines[:number])
                verdicts = judge_line(at_the_time, replace(line, id=0), with_repairs=False)
                assert verdicts is not None
                assert (line.said, line.stands) == (Given.of(verdicts[0]), Given.of(verdicts[1]))
                flags.add(verdicts[1].flag)
                lights.add(verdicts[1].batna)
            else:
                assert line.said is None
    assert flags == set(Flag)
    assert {Light.CERTAIN, Light.CLEAR} <= lights


def test_every_line_is_what_the_meeting_line_reads_in_its_text(negotiations: list[Negotiation]) -> None:
    marks = Marks.of(Words("en", "en_GB"))
    told = ("side", "verb", "terms", "conditions", "in_return", "issues", "rest", "note", "valid_until", "is_final")
    verbs = set()
    for negotiation in negotiations:
        for number, line in enumerate(negotiation.lines[:60]):
            before = replace(negotiation, lines=negotiation.lines[:number])
            statement = read(line.text, Context.of(before, marks=marks, now=line.at)).statement
            names = [name for name in told if name != "side" or line.verb is not Verb.NOTE]
            assert [getattr(statement, name) for name in names] == [getattr(line, name) for name in names], line.text
            verbs.add(line.verb)
    assert {Verb.OFFER, Verb.AGREE, Verb.PROMISE, Verb.NOTE, Verb.ASK, Verb.REFUSE, Verb.GUESS} <= verbs


def test_steps_of_both_sides_are_kept_as_the_rules_propose_them(negotiations: list[Negotiation]) -> None:
    sides = {step.side for each in negotiations for step in each.concessions}
    assert sides == set(Side)
    for negotiation in negotiations:
        promises = [line for line in negotiation.lines if line.verb is Verb.PROMISE]
        assert [each.line_id for each in negotiation.commitments] == [line.id for line in promises]


def test_the_last_negotiations_are_open_and_the_others_have_their_debrief(negotiations: list[Negotiation]) -> None:
    by_id = sorted(negotiations, key=lambda each: each.id)
    assert all(each.status.is_open and each.debrief is None for each in by_id[-4:])
    assert {each.status for each in by_id} >= {Status.AGREED, Status.TALKING, Status.PREPARING}
    for each in by_id[:-4]:
        assert each.debrief is not None
        assert (each.status is Status.AGREED) == bool(each.debrief.deal)


def test_each_meeting_is_held_on_one_day_and_its_lines_are_said_in_it(negotiations: list[Negotiation]) -> None:
    for each in negotiations:
        for meeting in each.meetings:
            said = [line.at for line in each.lines if line.meeting_id == meeting.id]
            if meeting.started_at is None or meeting.ended_at is None:
                assert said == []
                continue
            assert meeting.started_at.date() == meeting.ended_at.date()
            assert said == sorted(said)
            assert all(meeting.started_at < at < meeting.ended_at for at in said)
            assert (meeting.channel is Channel.ROOM) == bool(meeting.place)


def test_a_promise_is_due_after_it_was_made(negotiations: list[Negotiation]) -> None:
    made = {line.id: line.at.date() for each in negotiations for line in each.lines}
    promises = [promise for each in negotiations for promise in each.commitments]
    assert promises
    assert all(each.due is not None and each.due > made[each.line_id or 0] for each in promises)


def test_a_tactic_is_called_what_its_number_means(negotiations: list[Negotiation]) -> None:
    said = {(line.tactic, line.rest) for each in negotiations for line in each.lines if line.verb is Verb.TACTIC}
    phrases = {(number, text) for each in map(Voice, LANGUAGES) for number in each.parts("tactics")
               for text in each.of("tactics", number)}  # fmt: skip
    assert said
    for number, rest in said:
        begun = [text.partition("{")[0].casefold() for part, text in phrases if part == str(number)]
        assert any(rest.partition(" ")[2].casefold().startswith(each) for each in begun)


def test_a_negotiation_speaks_of_the_goods_of_its_supplier_alone(
    logbook: Logbook, negotiations: list[Negotiation]
) -> None:
    for each in negotiations:
        supplier = logbook.suppliers.load(each.supplier_id)
        voice = next(voice for voice in map(Voice, LANGUAGES) if voice.country == supplier.country)
        trade = list(voice.of("categories")).index(supplier.category)
        foreign = {thing.casefold() for thing in voice.of("things")} - {g.casefold() for g in voice.goods(trade)}
        texts = [each.title, each.matter, *(position.position for position in each.positions)]
        texts += [line.text for line in each.lines]
        assert not [text for text in texts for thing in foreign if thing in text.casefold()]


def test_no_year_that_is_over_lies_ahead(negotiations: list[Negotiation]) -> None:
    for each in negotiations:
        begun = each.created_at.year if each.created_at is not None else 0
        titles = [int(found) for found in re.findall(r"\b20\d\d\b", each.title)]
        assert all(year == begun + 1 for year in titles)


def test_nothing_is_noted_twice_on_one_person_while_there_is_more_to_say(logbook: Logbook) -> None:
    for row in logbook.counterparts.rows():
        texts = [note.text for note in logbook.notes.of_counterpart(row.id)]
        assert len(texts) - len(set(texts)) <= 1


def test_no_moment_lies_behind_the_day_or_outside_working_hours(
    logbook: Logbook, negotiations: list[Negotiation]
) -> None:
    meetings = [meeting for each in negotiations for meeting in each.meetings if meeting.started_at is not None]
    assert max(each.ended_at for each in meetings if each.ended_at is not None).date() < DAY
    # a talk that began before closing time is brought to its end
    assert all(8 <= each.started_at.hour < 18 for each in meetings if each.started_at is not None)
    assert all(each.started_at.weekday() < 5 for each in meetings if each.started_at is not None)
    planned = [row.next_meeting_at for row in logbook.negotiations.rows() if row.next_meeting_at is not None]
    assert planned
    assert min(planned).date() > DAY


def test_what_was_done_last_can_be_undone_and_done_again(tmp_path: Path) -> None:
    with Logbook.generate(tmp_path / "made.logroll", "small", 3, clock=lambda: NOW) as made:
        before = made.dump().tables["note"]
        for _ in range(40):
            assert made.journal.undo() is not None
        assert made.dump().tables["note"] != before
        for _ in range(40):
            assert made.journal.redo() is not None
        assert made.dump().tables["note"] == before
        assert made.verify().is_sound


def test_search_finds_words_of_every_script(logbook: Logbook, negotiations: list[Negotiation]) -> None:
    for language in LANGUAGES:
        town = Voice(language).of("towns")[0]
        if any(town in line.text for each in negotiations for line in each.lines):
            assert logbook.search(town)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_every_language_can_be_said(language: str) -> None:
    voice, english = Voice(language), Voice("en")
    chance = Chance(language)
    for name in english.names:
        for part in english.parts(name):
            for text in (voice.say(chance, About("A", "B", DAY), name, part) for _ in range(30)):
                assert text.strip()
                assert "{" not in text
    assert voice.names == english.names
    assert [voice.parts(name) for name in voice.names] == [english.parts(name) for name in english.names]
    assert voice.trades == len(voice.of("categories"))
    assert all(len(set(voice.goods(trade))) == 2 for trade in range(voice.trades))


def test_what_stops_it_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Logbook.generate(tmp_path / "made.logroll", "small", 1, progress=stop)
    assert not list(tmp_path.iterdir())


def test_a_talk_goes_on_where_the_generator_left_it(tmp_path: Path) -> None:
    with Logbook.generate(tmp_path / "made.logroll", "small", 1, clock=lambda: NOW) as made:
        open_one = next(row for row in made.negotiations.rows() if row.lines > 100)
        before = made.negotiations.load(open_one.id)
        meeting = made.meetings.start(open_one.id).made
        made.meetings.end(meeting)
        after = made.negotiations.load(open_one.id)
        assert after.round_number == before.round_number + 1
        assert made.verify().is_sound


def test_progress_grows_to_the_end(tmp_path: Path) -> None:
    told: list[float] = []
    Logbook.generate(tmp_path / "made.logroll", "small", 1, progress=told.append).close()
    assert told == sorted(told)
    assert told[-1] == 1
