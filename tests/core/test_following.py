"""tests: core/following.py - the offer of another talk is copied where it fits, and a change over there is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given

from core.alternative import Following
from core.following import Followed, Moved, all_moved, copy_of, matter_of, moved
from core.issue import Issue, Option, ScaleKind
from core.line import Line
from core.negotiation import Negotiation, Status
from core.side import Side
from core.term import Value
from core.words import Words
from tests.core.cases import MOMENT, alternative, issue, line, negotiation, terms
from tests.core.talks import talks

US, THEM = Side.US, Side.THEM
SAY = Words()
OURS = (
    issue(1, "Price", 100, 110, 50, unit="EUR/t"),
    issue(2, "Payment", 60, 14, 20, unit="days"),
    issue(3, "Lead time", 4, 10, 20, unit="weeks"),
)
# the same matter with another supplier, its issues in another order, written and measured a little otherwise
THEIRS = (
    issue(11, "lead TIME", 20, 60, 20, unit="days"),
    issue(12, " payment ", 90, 7, 20, unit="Days"),
    issue(13, "price", 90, 120, 50, unit="eur/t"),
    issue(14, "Pallets", 1, 0, 10),
)
LATER = MOMENT + timedelta(days=1)


def ours(*terms_: Any) -> Negotiation:
    """Return our matter with one alternative."""
    known = terms(dict(terms_))
    following = Following(
        id=1, negotiation_id=1, alternative_id=1, followed_id=2, copied_at=MOMENT + timedelta(hours=1)
    )
    return replace(
        negotiation(*OURS), alternatives=(replace(alternative(1, "Ebro"), terms=known),), followings=(following,)
    )


def theirs(*lines: Line, issues: tuple[Issue, ...] = THEIRS, **fields: Any) -> Negotiation:
    """Return the other talk."""
    made = negotiation(*issues, lines=lines)
    return replace(made, **{"id": 2, "title": "Peas 2027", "supplier_name": "Frutas Ebro", **fields})


def stated(*lines: Line, **fields: Any) -> dict[int, Value]:
    """Return what is copied of a talk."""
    return {term.issue_id: term.value for term in copy_of(ours(), theirs(*lines, **fields), LATER).terms}


COPIED = theirs(line(1, THEM, {13: 104}))


def change(other: Negotiation, *own: Any, then: Negotiation = COPIED) -> Moved | None:
    """Return what changed since the copy was made, an hour after the first moment."""
    found = ours(*own)
    return moved(found, found.followings[0], Followed(other, then), LATER)


def words(found: Moved | None) -> str:
    """Return a change in words."""
    assert found is not None
    return SAY.message(found.message).replace("\u00a0", " ")


# the copy


def test_terms_are_copied_by_name_and_unit_whatever_their_case() -> None:
    assert stated(line(1, THEM, {12: 45, 13: 104})) == {1: Decimal(104), 2: Decimal(45)}


def test_what_has_no_place_here_is_told() -> None:
    copy = copy_of(ours(), theirs(line(1, THEM, {11: 30, 12: 45, 14: 1})), LATER)
    told = [SAY.message(each) for each in copy.remarks]
    assert told == [
        "lead TIME: days there, weeks here.", "Pallets is no issue here.",
        "Nothing stands there on Price, Lead time.",
    ]  # fmt: skip


def test_only_what_they_stand_by_is_copied() -> None:
    conditional = line(2, THEM, {13: 101}, conditions={12: 7})
    mine = line(3, US, {13: 99})
    expired = line(4, THEM, {12: 60}, valid_until=MOMENT.date())
    assert stated(line(1, THEM, {13: 104, 12: 45}), conditional, mine, expired) == {1: Decimal(104), 2: Decimal(45)}


def test_a_range_is_copied_as_a_range() -> None:
    (term,) = copy_of(ours(), theirs(line(1, THEM, {13: (103, 105)})), LATER).terms
    assert (term.value, term.upto) == (Decimal(103), Decimal(105))


def test_money_in_another_currency_is_not_taken_for_ours() -> None:
    unit_price = issue(13, "Price", 90, 120, 50, reference_quantity=10)
    own = replace(negotiation(issue(1, "Price", 100, 110, 50, reference_quantity=10)), currency="EUR")
    other = theirs(line(1, THEM, {13: 104}), issues=(unit_price,), currency="USD")
    copy = copy_of(own, other, LATER)
    assert copy.terms == ()
    assert SAY.message(copy.unmatched[0]) == "Price is in USD there."
    assert len(copy_of(own, replace(other, currency="EUR"), LATER).terms) == 1


def test_a_price_per_thousand_is_not_taken_for_one_per_piece() -> None:
    per_thousand = issue(13, "Price", 90, 120, 50, unit="EUR/t", price_basis=1000)
    copy = copy_of(ours(), theirs(line(1, THEM, {13: 104}), issues=(per_thousand,)), LATER)
    assert SAY.message(copy.unmatched[0]) == "Price is per 1,000 there, per 1 here."


def test_an_option_must_be_known_here() -> None:
    def delivery(issue_id: int, *labels: str) -> Issue:
        options = tuple(Option(label, Decimal(at)) for at, label in enumerate(labels))
        return Issue(id=issue_id, negotiation_id=1, name="Delivery", kind=ScaleKind.OPTIONS, options=options)

    own, other = negotiation(delivery(1, "exw", "free")), (delivery(11, "fca", "free"),)
    assert len(copy_of(own, theirs(line(1, THEM, {11: "free"}), issues=other), LATER).terms) == 1
    copy = copy_of(own, theirs(line(1, THEM, {11: "fca"}), issues=other), LATER)
    assert SAY.message(copy.unmatched[0]) == "Delivery: “fca” is no option here."


# what changed since


def test_a_new_figure_over_there_is_told_and_not_taken_by_itself() -> None:
    other = theirs(line(1, THEM, {13: 104}), line(120, THEM, {13: 102, 12: 45}))
    found = change(other, (1, 104))
    assert words(found) == (
        "Their offer in Frutas Ebro, Peas 2027 changed since 24 Nov 2026: Price from 104 EUR/t to 102 EUR/t, "
        "Payment is now 45 days. Take it over?"
    )
    assert found is not None
    assert {term.issue_id: term.value for term in found.copy.terms} == {1: Decimal(102), 2: Decimal(45)}


def test_without_a_change_nothing_is_told() -> None:
    assert change(theirs(line(1, THEM, {13: 104})), (1, 104)) is None
    # what we say, or what has no place here, is no change
    assert change(theirs(line(1, THEM, {13: 104}), line(120, US, {13: 90}), line(121, THEM, {14: 1})), (1, 104)) is None


def test_a_line_that_was_corrected_or_deleted_since_is_a_change() -> None:
    told = change(theirs(line(1, THEM, {13: 103})), (1, 104))
    assert "Price from 104 EUR/t to 103 EUR/t" in words(told)
    gone = change(theirs(), (1, 104))
    assert "Price 104 EUR/t stands no longer" in words(gone)
    assert gone is not None
    assert (gone.gone, gone.copy.terms) == ((1,), ())


def test_an_issue_that_is_called_otherwise_over_there_now_offers_nothing_here() -> None:
    renamed = theirs(line(1, THEM, {13: 104}), issues=(replace(THEIRS[2], name="List price"),))
    assert "Price 104 EUR/t stands no longer" in words(change(renamed, (1, 104)))


def test_what_was_said_before_but_logged_later_is_a_change() -> None:
    late = line(2, THEM, {13: 103}, logged_at=MOMENT + timedelta(hours=5))
    assert words(change(theirs(line(1, THEM, {13: 104}), late), (1, 104))).count("from 104 EUR/t to 103 EUR/t") == 1


def test_a_figure_that_the_user_typed_already_is_no_change() -> None:
    other = theirs(line(1, THEM, {13: 104}), line(120, THEM, {13: 102}))
    assert change(other, (1, 102)) is None
    assert change(other, (1, "103.5")) is not None


def test_an_offer_that_ran_out_or_was_withdrawn_stands_no_longer() -> None:
    told = change(theirs(line(1, THEM, {13: 104}, valid_until=MOMENT.date())), (1, 104))
    assert "Price 104 EUR/t stands no longer" in words(told)
    taken_back = line(1, THEM, {13: 104})
    gone = replace(taken_back, terms=tuple(replace(each, withdrawn_at=LATER) for each in taken_back.terms))
    assert change(theirs(gone), (1, 104)) is not None


def test_a_talk_that_failed_offers_nothing() -> None:
    found = change(theirs(line(1, THEM, {13: 104}), status=Status.NO_DEAL), (1, 104))
    assert found is not None
    assert (found.is_over, found.copy.terms) == (True, ())
    assert "ended without a deal" in words(found)


def test_changes_are_found_by_alternative() -> None:
    own = ours((1, 104))
    other = theirs(line(1, THEM, {13: 104}), line(120, THEM, {13: 102}))
    assert list(all_moved(own, {1: Followed(other, COPIED)}, LATER)) == [1]
    assert all_moved(own, {}, LATER) == {}
    assert matter_of(other) == "Frutas Ebro, Peas 2027"


@given(talks())
def test_a_copy_made_now_has_not_changed(talk: tuple[Line, ...]) -> None:
    now = max([MOMENT, *(each.at for each in talk), *(each.logged_at for each in talk)])
    named = {1: 13, 2: 12, 3: 11}
    lines = tuple(
        replace(each, terms=tuple(replace(term, issue_id=named[term.issue_id]) for term in each.terms)) for each in talk
    )
    other = theirs(*lines)
    copy = copy_of(ours(), other, now)
    own = replace(ours(), alternatives=(replace(alternative(1, "Ebro"), terms=copy.terms),))
    following = Following(id=1, negotiation_id=1, alternative_id=1, followed_id=2, copied_at=now)
    assert moved(own, following, Followed(other, other), now) is None
    assert {term.issue_id for term in copy.terms} | {issue.id for issue in copy.unsaid} == {1, 2, 3}
