"""tests: how somebody was seen to deal is counted by basis and age, and the style to take follows from it by rule."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.negotiation import Willingness
from core.note import Note, Topic
from core.sentences import SENTENCES
from core.side import Basis
from core.style import Style
from core.styles import Certainty, Stakes, advise_style, observed, stakes
from core.supplier import Supplier
from tests.core.cases import negotiation

DAY = date(2026, 11, 24)
SUPPLIER = Supplier(id=1, name="Sorano")


def note(number: int, style: Style | None, days: int = 0, basis: Basis = Basis.OBSERVED) -> Note:
    """Build a note on how somebody dealt so many days ago."""
    return Note(
        id=number,
        supplier_id=1,
        counterpart_id=7,
        topic=Topic.STYLE,
        basis=basis,
        text="dealt so",
        on=DAY - timedelta(days=days),
        style=style,
    )


def test_without_a_note_that_names_a_style_nothing_is_said() -> None:
    assert observed([], DAY) is None
    assert observed([note(1, None)], DAY) is None


def test_what_was_seen_most_and_lately_leads_with_its_sample() -> None:
    found = observed([note(1, Style.COMPETING), note(2, Style.COMPROMISING, 20), note(3, Style.COMPETING, 40)], DAY)
    assert found is not None
    assert (found.style, found.times, found.is_changing) == (Style.COMPETING, 3, False)
    assert [(each.style, each.times, each.share) for each in found.seen] == [
        (Style.COMPETING, 2, Fraction(2, 3)),
        (Style.COMPROMISING, 1, Fraction(1, 3)),
    ]
    assert (found.seen[0].first, found.seen[0].last) == (DAY - timedelta(days=40), DAY)


def test_age_and_basis_weigh() -> None:
    # one seen now outweighs three guesses of now and one seen three years ago
    old = [note(1, Style.AVOIDING, 3 * 365), *(note(2 + at, Style.AVOIDING, basis=Basis.GUESS) for at in range(2))]
    found = observed([*old, note(9, Style.COMPETING, 1)], DAY)
    assert found is not None
    assert found.style is Style.COMPETING
    assert found.seen[0].share == Fraction(1, 1 + Fraction(1, 4) + Fraction(2, 4))
    assert observed([note(1, Style.AVOIDING, 364), note(2, Style.COMPETING, 365)], DAY).seen[0].share == Fraction(2, 3)  # type: ignore[union-attr] # there are notes


def test_a_change_shows_while_the_old_style_still_leads() -> None:
    found = observed([note(number, Style.AVOIDING, 90) for number in range(3)] + [note(9, Style.COMPETING)], DAY)
    assert found is not None
    assert (found.style, found.newest, found.is_changing) == (Style.AVOIDING, Style.COMPETING, True)


@pytest.mark.parametrize(
    ("notes", "certainty"),
    [
        ([note(1, Style.COMPETING)], Certainty.FAINT),
        ([note(1, Style.COMPETING), note(2, Style.COMPETING)], Certainty.LIKELY),
        ([note(at, Style.COMPETING) for at in range(3)], Certainty.SURE),
        ([note(at, Style.COMPETING, basis=Basis.GUESS) for at in range(5)], Certainty.FAINT),
        ([*(note(at, Style.COMPETING) for at in range(3)), *(note(9 + at, Style.AVOIDING) for at in range(2))],
         Certainty.LIKELY),
        ([note(at, Style.COMPETING, 3 * 365) for at in range(5)], Certainty.FAINT),
    ],
)  # fmt: skip
def test_how_sure_it_is_follows_from_weight_and_share(notes: list[Note], certainty: Certainty) -> None:
    found = observed(notes, DAY)
    assert found is not None
    assert found.certainty is certainty


@given(
    st.lists(st.tuples(st.sampled_from(Style), st.integers(0, 2000), st.sampled_from(Basis)), min_size=1, max_size=30)
)
def test_shares_add_up_and_the_order_of_notes_changes_nothing(said: list[tuple[Style, int, Basis]]) -> None:
    notes = [note(number, style, days, basis) for number, (style, days, basis) in enumerate(said)]
    found = observed(notes, DAY)
    assert found is not None
    assert sum(each.share for each in found.seen) == 1
    assert found.times == len(notes)
    assert found == observed(notes[::-1], DAY)
    assert found.style is found.seen[0].style
    assert all(each.share <= found.seen[0].share for each in found.seen)


@pytest.mark.parametrize(
    ("known", "style"),
    [
        (Stakes(important=True, lasting=True), Style.COLLABORATING),
        (Stakes(important=True, lasting=True, has_time=False), Style.COMPROMISING),
        (Stakes(important=True, lasting=True, willing=False), Style.COMPROMISING),
        (Stakes(important=True, lasting=False), Style.COMPETING),
        (Stakes(important=False, lasting=True), Style.ACCOMMODATING),
        (Stakes(important=False, lasting=False), Style.AVOIDING),
        (Stakes(lasting=True), Style.COLLABORATING),
        (Stakes(theirs=Style.COMPETING, important=False, lasting=True), Style.COMPROMISING),
        (Stakes(theirs=Style.COMPETING, important=True, lasting=False), Style.COMPETING),
        (Stakes(theirs=Style.AVOIDING, important=True, lasting=False), Style.COLLABORATING),
        (Stakes(theirs=Style.ACCOMMODATING, important=True, lasting=False), Style.COLLABORATING),
        (Stakes(theirs=Style.COLLABORATING, important=True, lasting=False), Style.COLLABORATING),
        (Stakes(theirs=Style.COMPROMISING, important=True, lasting=True), Style.COLLABORATING),
    ],
)
def test_the_style_to_take_follows_from_the_stakes_and_from_theirs(known: Stakes, style: Style) -> None:
    advice = advise_style(known)
    assert advice.style is style
    assert advice.reasons


def test_without_knowing_whether_the_relation_lasts_there_is_no_advice_but_what_to_find_out() -> None:
    advice = advise_style(Stakes(theirs=Style.COMPETING, important=True))
    assert advice.style is None
    assert [each.code for each in advice.unknown] == ["style.unknown_lasting", "style.unknown_time"]


def test_a_relation_that_suffered_is_told() -> None:
    codes = [each.code for each in advise_style(Stakes(important=True, lasting=True, relationship=-1)).reasons]
    assert codes == ["style.important", "style.lasting", "style.relation_bad"]


def test_the_stakes_are_gathered_from_the_matter_and_the_file() -> None:
    matter = negotiation(is_lasting=False, has_time=True, willingness=Willingness.UNWILLING)
    found = stakes(matter, Supplier(id=1, name="x", profit_impact=2, supply_risk=4), None, relationship=1, earlier=3)
    assert found == Stakes(important=True, lasting=False, has_time=True, willing=False, relationship=1)
    assert stakes(None, SUPPLIER, None) == Stakes()
    assert stakes(None, SUPPLIER, None, earlier=1).lasting is True
    assert stakes(None, Supplier(id=1, name="x", profit_impact=2), None).important is None
    assert stakes(None, Supplier(id=1, name="x", profit_impact=2, supply_risk=1), None).important is False
    assert stakes(negotiation(willingness=Willingness.UNSURE), SUPPLIER, None).willing is None


@given(
    st.builds(
        Stakes,
        theirs=st.sampled_from([None, *Style]),
        important=st.sampled_from([None, True, False]),
        lasting=st.sampled_from([None, True, False]),
        has_time=st.sampled_from([None, True, False]),
        willing=st.sampled_from([None, True, False]),
        relationship=st.sampled_from([None, -2, -1, 0, 1, 2]),
    )
)
def test_every_reason_has_a_sentence_and_nobody_who_gives_way_is_pressed(known: Stakes) -> None:
    advice = advise_style(known)
    assert all(each.code in SENTENCES for each in (*advice.reasons, *advice.unknown))
    assert (advice.style is None) == (known.lasting is None)
    if known.theirs in (Style.AVOIDING, Style.ACCOMMODATING, Style.COLLABORATING):
        assert advice.style is not Style.COMPETING
