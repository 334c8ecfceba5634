"""tests: what on another issue pays for a concession."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from core.analysis.compensation import Compensation, compensation
from core.analysis.party import Party, our_party, their_party
from core.message import Message
from core.negotiation import Negotiation
from core.side import Side
from core.term import Term
from tests.core.analysis.test_price_increase import TODAY, known
from tests.core.cases import DAY, changed, four_issues


def sides(found: Negotiation) -> tuple[Party, Party | None]:
    ours, theirs = our_party(found, DAY), their_party(found)
    assert not isinstance(ours, Message)
    return ours, None if isinstance(theirs, Message) else theirs


def paid(found: Negotiation, concession: Term) -> Compensation:
    told = compensation(found, *sides(found), TODAY, concession)
    assert isinstance(told, Compensation), told
    return told


def test_each_issue_pays_for_our_concession_by_its_least_step_and_asks_no_more_than_they_gain() -> None:
    found = paid(known(), Term(issue_id=1, value=Decimal(105)))
    assert found.giver is Side.US
    assert (found.concession.ours, found.concession.theirs) == (Fraction("-0.05"), Fraction("0.04"))
    by_issue = {each.issue_id: each for each in found.payments}
    # payment is at our best already
    assert by_issue[2].least is None
    lead = by_issue[3]
    assert lead.least is not None
    assert lead.least.end == Decimal(6)  # a week is .0333: two are needed
    assert lead.most is not None
    assert lead.most.end == Decimal(7)  # and one is all that .04 pays for
    assert not lead.suits_both
    warranty = by_issue[4]
    assert warranty.least is not None
    assert warranty.most is not None
    assert (warranty.least.end, warranty.most.end) == (Decimal(36), Decimal(36))  # it costs them nothing
    assert warranty.suits_both


def test_their_concession_is_paid_for_likewise() -> None:
    found = paid(known(), Term(issue_id=1, value=Decimal(103)))
    assert found.giver is Side.THEM
    by_issue = {each.issue_id: each for each in found.payments}
    payment = by_issue[2]
    assert payment.least is not None
    assert payment.most is not None
    assert payment.least.end == Decimal(55)  # .04 of .4 are 4.6 days
    assert payment.most.end == Decimal(49)  # .05 of .2 are 11.5 days for us
    assert payment.suits_both
    assert by_issue[4].least is None


def test_without_estimates_our_own_price_is_known_and_nothing_else() -> None:
    told = paid(four_issues(), Term(issue_id=1, value=Decimal(105)))
    lead = next(each for each in told.payments if each.issue_id == 3)
    assert lead.least is not None
    assert lead.most is None
    assert lead.least.theirs is None
    gain = compensation(four_issues(), *sides(four_issues()), TODAY, Term(issue_id=1, value=Decimal(103)))
    assert isinstance(gain, Message)


def test_steps_are_as_fine_as_the_issue_says_and_keep_its_limit() -> None:
    found = paid(known(), Term(issue_id=3, value=Decimal(9)))
    price = next(each for each in found.payments if each.issue_id == 1)
    assert price.least is not None
    assert price.least.end == Decimal("103.33")
    limited = changed(known(), 4, limit=Decimal(24))
    within = paid(limited, Term(issue_id=1, value=Decimal(105)))
    # a warranty better than the limit is no trouble, so 36 pays as before
    assert [each.least is not None for each in within.payments if each.issue_id == 4] == [True]


def test_what_is_not_on_the_table_cannot_be_given() -> None:
    told = compensation(known(), *sides(known()), {2: Decimal(60)}, Term(issue_id=1, value=Decimal(105)))
    assert isinstance(told, Message)
    assert told.code == "compensation.not_stated"
    same = compensation(known(), *sides(known()), TODAY, Term(issue_id=1, value=Decimal(104)))
    assert isinstance(same, Message)
    assert same.code == "compensation.no_concession"
