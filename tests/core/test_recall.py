"""tests: the recall card holds what is read in the last minute, and nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given as drawn
from hypothesis import strategies as st

from core.commitment import Commitment
from core.counterpart import Counterpart
from core.debrief import Learning
from core.encounters import encounters
from core.line import Verb
from core.meeting import Meeting
from core.note import Note, Topic
from core.recall import KeepRate, Known, keep_rate, opening_of, promises, recall, shown_notes, sittings
from core.side import Basis, Side
from core.style import Style
from core.styles import Stakes, advise_style, observed
from core.tactics import tactics
from core.verdict import Flag
from tests.core.cases import four_issues, line

NOW = datetime(2026, 11, 24, 9, 18, tzinfo=UTC)
DAY = NOW.date()
PERSON = Counterpart(id=7, supplier_id=1, name="Elena Ruggeri")


def promise(number: int, side: Side, due: int | None = None, done: int | None = None) -> Commitment:
    """Build a promise; days count from today."""
    return Commitment(
        id=number,
        negotiation_id=1,
        side=side,
        text=f"Promise {number}",
        due=None if due is None else DAY + timedelta(days=due),
        done_on=None if done is None else DAY + timedelta(days=done),
    )


def note(number: int, topic: Topic, on: date = DAY) -> Note:
    return Note(id=number, supplier_id=1, counterpart_id=7, topic=topic, basis=Basis.SAID, text=f"Note {number}", on=on)


def held(number: int, days: int) -> Meeting:
    return Meeting(id=number, negotiation_id=number, started_at=NOW + timedelta(days=days))


def planned(number: int, **when: int) -> Meeting:
    return Meeting(id=number, negotiation_id=number, planned_at=NOW + timedelta(**when))


def test_an_empty_file_makes_a_card_that_only_asks() -> None:
    card = recall(PERSON, "Sorano Canning", NOW)
    assert (card.sittings.met, card.sittings.last, card.sittings.next) == (0, None, None)
    assert (card.promises, card.rates, card.notes, card.opening, card.learning) == ((), (), (), (), None)
    assert [gap.question.code for gap in card.gaps] == ["ask.authority", "ask.interest", "ask.concern"]


def test_open_promises_come_overdue_first_with_their_flags() -> None:
    given = [
        promise(1, Side.US),
        promise(2, Side.THEM, due=40),
        promise(3, Side.THEM, due=-1),
        promise(4, Side.US, due=0),
        promise(5, Side.US, due=-9, done=-8),
    ]
    found = promises(given, DAY)
    assert [(each.commitment.id, each.flag) for each in found] == [
        (3, Flag.ACT),
        (4, Flag.CHECK),
        (2, Flag.FINE),
        (1, Flag.CHECK),
    ]
    card = recall(PERSON, "x", NOW, commitments=given)
    assert [each.commitment.id for each in card.promised(Side.THEM)] == [3, 2]


def test_the_keep_rate_counts_what_fell_due_or_was_kept() -> None:
    given = [
        promise(1, Side.THEM, due=-9, done=-9),
        promise(2, Side.THEM, due=-9, done=-8),
        promise(3, Side.THEM, due=-1),
        promise(4, Side.THEM, due=0),
        promise(5, Side.THEM, done=-3),
        promise(6, Side.THEM),
        promise(7, Side.US, due=5, done=-1),
    ]
    assert keep_rate(given, Side.THEM, DAY) == KeepRate(2, 4)
    assert keep_rate(given, Side.US, DAY) == KeepRate(1, 1)
    assert keep_rate(given[3:4], Side.THEM, DAY) is None


def test_meetings_are_counted_when_they_were_held() -> None:
    found = sittings([held(1, -30), held(2, -3), planned(3, days=9), planned(4, days=2), planned(5, days=-5)], NOW)
    assert found.met == 2
    assert found.last is not None
    assert found.last.id == 2
    assert found.next is not None
    assert found.next.id == 4
    # one of this morning that has not begun is still the next
    assert sittings([planned(6, hours=-1)], NOW).next is not None


def test_of_many_notes_the_newest_of_each_topic_stay() -> None:
    few = [note(number, Topic.LIKE, DAY - timedelta(days=number)) for number in range(12)]
    assert [each.id for each in shown_notes(few)] == list(range(12))
    many = [*few, note(12, Topic.STYLE, DAY - timedelta(days=400)), note(13, Topic.FAMILY)]
    assert [each.id for each in shown_notes(many)] == [12, 0, 13]
    assert recall(PERSON, "x", NOW, known=Known(notes=many)).more_notes == 11


def test_the_opening_is_what_our_first_offer_said_with_its_conditions() -> None:
    talk = four_issues(
        lines=(
            line(1, Side.THEM, {1: 108}),
            line(2, None, verb=Verb.NOTE),
            line(3, Side.US, {1: 101}, conditions={4: 24}),
            line(4, Side.US, {1: 103}),
        )
    )
    assert [(issue.name, str(term.value)) for issue, term in opening_of(talk)] == [("Price", "101"), ("Warranty", "24")]
    assert opening_of(four_issues(lines=(line(1, Side.THEM, {1: 108}),))) == ()


def test_the_card_carries_learning_and_the_matter_that_comes_up() -> None:
    learning = Learning(negotiation_id=3, title="Peas 2025", text="Ask why first", on=DAY)
    talk = four_issues(lines=(line(1, Side.US, {1: 101}),))
    card = recall(PERSON, "Sorano", NOW, learning=learning, negotiation=talk, before=talk, meetings=[held(1, -3)])
    assert (card.learning, card.negotiation_title, card.opened_in) == (learning, "Matter", "Matter")


def test_of_a_long_file_the_newest_of_each_topic_are_enough() -> None:
    newest = [note(1, Topic.LIKE), note(2, Topic.STYLE), replace(note(3, Topic.LIKE), on=DAY - timedelta(days=9))]
    card = recall(PERSON, "x", NOW, known=Known(notes=newest, note_count=5_000))
    assert [each.id for each in card.notes] == [2, 1]
    assert card.more_notes == 4_998


def test_what_they_know_about_us_how_they_dealt_and_the_meetings_are_on_it() -> None:
    known = tuple(replace(note(number, Topic.BUSINESS), is_about_us=True) for number in range(4))
    seen = observed([replace(note(9, Topic.STYLE), style=Style.COMPETING)], DAY)
    met = encounters((), tactics("en"))
    whole = Known(about_us=known, style=seen, advice=advise_style(Stakes(lasting=True)), encounters=met)
    card = recall(PERSON, "x", NOW, known=whole)
    assert card.about_us == known[:2]
    assert (card.style, card.encounters) == (seen, met)
    assert card.advice is not None
    assert card.advice.style is Style.COLLABORATING


DAYS = st.one_of(st.none(), st.integers(-40, 40))
PROMISES = st.lists(st.tuples(st.sampled_from(Side), DAYS, DAYS), max_size=10)


@drawn(PROMISES)
def test_any_promises_are_shown_while_open_and_counted_once_due_or_done(
    made: list[tuple[Side, int | None, int | None]],
) -> None:
    known = [promise(number, *each) for number, each in enumerate(made, start=1)]
    shown = promises(known, DAY)
    assert {each.commitment.id for each in shown} == {each.id for each in known if each.done_on is None}
    order = [each.commitment.due or date.max for each in shown]
    assert order == sorted(order)
    for each in shown:
        is_overdue = each.commitment.due is not None and each.commitment.due < DAY
        assert (each.flag is Flag.ACT) is is_overdue
    for side in Side:
        rate = keep_rate(known, side, DAY)
        own = [
            each for each in made if each[0] is side and (each[2] is not None or (each[1] is not None and each[1] < 0))
        ]
        assert (0 if rate is None else rate.of) == len(own)
        if rate is not None:
            in_time = [each for each in own if each[2] is not None and (each[1] is None or each[2] <= each[1])]
            assert rate.kept == len(in_time)


@drawn(PROMISES.filter(bool))
def test_keeping_one_more_promise_never_lowers_what_was_kept(made: list[tuple[Side, int | None, int | None]]) -> None:
    known = [promise(number, *each) for number, each in enumerate(made, start=1)]
    for at, each in enumerate(known):
        if each.done_on is None:
            after = [*known[:at], replace(each, done_on=DAY), *known[at + 1 :]]
            before_rate, after_rate = keep_rate(known, each.side, DAY), keep_rate(after, each.side, DAY)
            assert after_rate is not None
            assert after_rate.kept >= (0 if before_rate is None else before_rate.kept)


@drawn(st.lists(st.tuples(st.sampled_from(Topic), st.integers(0, 900)), max_size=40))
def test_of_any_notes_the_newest_of_each_topic_stands_on_the_card(noted: list[tuple[Topic, int]]) -> None:
    notes = [note(number, topic, DAY - timedelta(days=ago)) for number, (topic, ago) in enumerate(noted, start=1)]
    shown = shown_notes(notes)
    assert {each.topic for each in shown} == {each.topic for each in notes}
    for topic in {each.topic for each in notes}:
        newest = max((each for each in notes if each.topic is topic), key=lambda each: (each.on, each.id))
        assert newest in shown
    assert shown == shown_notes(notes[::-1])
