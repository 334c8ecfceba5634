"""tests: the four lights over offers, as said and as they stand, with the golden table and the article's first case."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.alternative import Form
from core.issue import Option, ScaleKind
from core.judge import judge, judge_line, stood, verdicts
from core.line import Verb
from core.negotiation import Negotiation
from core.side import Side
from core.verdict import Flag, Given, Interval, Light, Verdict
from core.weights import with_new_issue
from core.words import Words
from tests.core.cases import (
    DAY,
    MOMENT,
    alternative,
    canned_food,
    changed,
    four_issues,
    issue,
    line,
    negotiation,
    terms,
)

US, THEM = Side.US, Side.THEM
SAY = Words()
WHOLE = {1: 104, 2: 30, 3: 8, 4: 24}


def verdict(subject: Negotiation, values: dict[int, Any], side: Side = THEM) -> Verdict:
    return judge(subject, terms(values), side, DAY)


def reason(found: Verdict, light: str) -> str:
    return SAY.message(getattr(found, f"{light}_reason")).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("values", "value", "light"),
    [
        (WHOLE, ("0.4862", "0.4862"), Light.CLEAR),
        ({1: 105, 2: 60, 3: 5, 4: 24}, ("0.6667", "0.6667"), Light.CLEAR),
        ({1: 102, 2: 14, 3: 10, 4: 12}, ("0.4000", "0.4000"), Light.CERTAIN),
        ({1: 130, 2: 60, 3: 4, 4: 36}, ("-0.5000", "-0.5000"), Light.CERTAIN),
        ({1: 106}, ("0.2000", "0.7000"), Light.POSSIBLE),
        ({1: 108, 3: 10}, ("0.1000", "0.4000"), Light.CERTAIN),
    ],
)
def test_the_golden_table(values: dict[int, Any], value: tuple[str, str], light: Light) -> None:
    found = verdict(four_issues(), values)
    assert found.value is not None
    assert (f"{float(found.value.low):.4f}", f"{float(found.value.high):.4f}") == value
    assert found.batna is light


def test_a_worse_price_in_a_better_package_is_clear_and_named() -> None:
    found = verdict(four_issues(), {1: 105, 2: 60, 3: 5, 4: 24})
    assert (found.batna, found.term, found.flag) == (Light.CLEAR, Light.ACT, Flag.FINE)
    assert [each.issue_id for each in found.shortfalls] == [1]
    assert reason(found, "term") == "Worse than the BATNA on Price."
    assert reason(found, "batna") == "18.0 points better than the BATNA, Second supplier."


def test_a_price_far_outside_cannot_be_bought_back() -> None:
    found = verdict(four_issues(), {1: 130, 2: 60, 3: 4, 4: 36})
    assert (found.batna, found.outside) == (Light.CERTAIN, (1,))


def test_two_issues_unsaid_are_said_to_be_unsaid() -> None:
    found = verdict(four_issues(), {1: 108, 3: 10})
    assert found.unsaid == (2, 4)
    assert found.at_baselines is None
    assert reason(found, "batna").startswith("At least 8.6 points worse than the BATNA, Second supplier")


class TestFirstCase:
    """The canned food, figure by figure."""

    def test_one_fifty_in_two_weeks_is_a_certain_breach(self) -> None:
        found = verdict(canned_food(), {1: "1.50", 2: 0})
        assert found.batna is Light.CERTAIN
        assert found.value is not None
        assert f"{float(found.value.low):.5f}" == "0.52114"
        assert found.difference is not None
        assert found.difference.money == Interval(Fraction(-9000), Fraction(-9000))
        assert reason(found, "batna") == "9,000.00 EUR (43.1 points) worse than the BATNA, Other supplier."

    def test_the_price_is_ten_cents_a_can_worse(self) -> None:
        found = verdict(canned_food(), {1: "1.50"})
        (shortfall,) = found.shortfalls
        assert (shortfall.unit, shortfall.percent, shortfall.total) == (
            Decimal("0.10"),
            Fraction(1, 14),
            Fraction(10_000),
        )
        said = [SAY.message(each).replace("\u00a0", " ") for each in found.term_reasons]
        assert said == ["10,000.00 EUR worse than the BATNA on Price: 0.10 EUR/can, 7.14 %."]

    def test_unsaid_prepayment_leaves_the_figure_at_the_baseline(self) -> None:
        found = verdict(canned_food(), {1: "1.50"})
        assert found.batna is Light.CERTAIN
        assert found.at_baselines is not None
        assert f"{float(found.at_baselines):.5f}" == "0.52114"
        assert "At least 9,000.00 EUR" in reason(found, "batna")
        assert "With the rest at its baseline: worth 52.1, 9,000.00 EUR (43.1 points) worse." in reason(found, "batna")

    def test_one_forty_prepaid_is_clear_by_what_switching_costs(self) -> None:
        found = verdict(canned_food(), {1: "1.40", 2: 100})
        assert found.batna is Light.CLEAR
        assert found.value is not None
        assert f"{float(found.value.low):.5f}" == "0.95773"
        assert found.difference is not None
        assert found.difference.money == Interval(Fraction("117.22"), Fraction("117.22"))
        assert "117.22 EUR" in reason(found, "batna")
        assert [each.total for each in found.shortfalls] == [Fraction("882.78")]

    def test_without_the_switching_cost_the_same_deal_is_a_certain_breach(self) -> None:
        found = verdict(canned_food(switching_cost=0), {1: "1.40", 2: 100})
        assert found.batna is Light.CERTAIN
        assert found.difference is not None
        assert found.difference.money == Interval(Fraction("-882.78"), Fraction("-882.78"))
        assert reason(found, "batna").startswith("882.78 EUR")


def test_light_one_acts_past_the_limit_whatever_the_rest_is() -> None:
    case = changed(four_issues(), 1, limit=Decimal(103))
    found = verdict(case, {1: 104, 2: 60, 3: 4, 4: 36})
    assert (found.limit, found.batna, found.flag) == (Light.ACT, Light.CLEAR, Flag.ACT)
    assert found.past_limit == (1,)
    assert reason(found, "limit") == "Price 104 EUR is past the limit 103 EUR by 1 EUR."
    assert verdict(case, {1: 103}).limit is Light.CLEAR
    assert verdict(case, {2: 14}).limit is Light.NONE
    assert reason(verdict(case, {1: 104}, US), "limit") == "Price 104 EUR is past your limit 103 EUR by 1 EUR."


def test_a_range_partly_past_the_limit_acts_and_says_so() -> None:
    case = changed(four_issues(), 1, limit=Decimal(103))
    found = verdict(case, {1: (102, 104)})
    assert found.limit is Light.ACT
    assert reason(found, "limit") == "Part of Price 102 to 104 EUR is past the limit 103 EUR."
    assert reason(verdict(case, {1: (104, 106)}), "limit") == "Price 104 to 106 EUR is past the limit 103 EUR."
    assert verdict(case, {1: (101, 103)}).limit is Light.CLEAR


def test_limits_of_options_and_of_an_ideal_are_compared_by_value() -> None:
    freight = issue(
        1,
        "Freight",
        weight=1,
        kind=ScaleKind.OPTIONS,
        options=(Option("free", Decimal(1)), Option("ours", Decimal(0))),
        limit=None,
    )
    case = negotiation(replace(freight, limit="free"), issue(2, "Volume", 60, 100, 1, ideal=90, limit=75))
    found = verdict(case, {1: "ours", 2: 99})
    assert found.past_limit == (1, 2)
    assert reason(found, "limit") == "Freight ours is past the limit free. Volume 99 is past the limit 75."


def test_without_weights_lights_one_and_four_work() -> None:
    issues = tuple(replace(each, weight=Decimal(0)) for each in four_issues().issues)
    case = changed(four_issues(), 1, limit=Decimal(103))
    case = replace(case, issues=tuple(replace(each, weight=Decimal(0)) for each in case.issues))
    found = verdict(case, {1: 106})
    assert (found.limit, found.batna, found.minimum, found.term) == (
        Light.ACT,
        Light.CANNOT_JUDGE,
        Light.CANNOT_JUDGE,
        Light.ACT,
    )
    assert found.value is None
    assert reason(found, "batna") == "Cannot be judged: enter a weight for at least one issue."
    assert [each.terms[0].value for each in found.repairs] == [Decimal(103)]
    assert verdict(negotiation(*issues), {1: 106}).batna is Light.CANNOT_JUDGE


def test_with_equal_ends_lights_one_and_four_work_by_the_ladder() -> None:
    case = changed(four_issues(), 1, worst=Decimal(100), fair=Decimal(101), limit=Decimal(103))
    found = verdict(case, {1: 105})
    assert (found.limit, found.term) == (Light.ACT, Light.ACT)
    assert reason(found, "batna") == (
        "Cannot be judged: the best and the worst end of Price are the same; enter two different ones."
    )
    unknown = changed(case, 1, best=None, worst=None, fair=None)
    assert verdict(unknown, {1: 105}).limit is Light.CANNOT_JUDGE
    assert verdict(unknown, {1: 105}).flag is Flag.CHECK


def test_without_a_batna_nothing_is_ever_clear() -> None:
    found = verdict(four_issues(alternatives=()), {1: 100, 2: 60, 3: 4, 4: 36})
    assert (found.batna, found.term, found.flag) == (Light.NONE, Light.NONE, Flag.CHECK)
    expired = alternative(1, "Old", WHOLE, valid_until=DAY - timedelta(days=1))
    found = verdict(four_issues(alternatives=(expired,)), {1: 100})
    assert found.batna is Light.NONE
    assert reason(found, "batna") == "No BATNA: no alternative is valid on 24 Nov 2026. Renew one or enter another."


def test_between_two_readings_of_a_chance_the_breach_is_possible() -> None:
    case = four_issues(alternatives=(alternative(1, "Unsure", WHOLE, probability="0.5"),))
    found = verdict(case, {1: 102, 2: 14, 3: 10, 4: 12})  # .4, between .2431 and .4862
    assert found.batna is Light.POSSIBLE
    assert "whether the alternative comes off" in reason(found, "batna")
    assert verdict(case, {1: 108, 2: 14, 3: 10, 4: 12}).batna is Light.CERTAIN
    assert verdict(case, WHOLE).batna is Light.CLEAR


def test_the_minimum_is_a_package_met_by_any_terms_of_equal_value() -> None:
    case = four_issues()
    for issue_id, figure in ((1, 106), (2, 30), (3, 8), (4, 24)):
        case = changed(case, issue_id, minimum=Decimal(figure))
    met = verdict(case, {1: 107, 2: 53, 3: 8, 4: 24})
    assert met.minimum is Light.CLEAR
    short = verdict(case, {1: 107, 2: 30, 3: 8, 4: 24})
    assert (short.minimum, reason(short, "minimum")) == (
        Light.CERTAIN,
        "5.0 points worse than the minimum acceptable deal.",
    )
    assert verdict(case, {1: 107}).minimum is Light.POSSIBLE
    assert verdict(four_issues(), {1: 107}).minimum is Light.NONE


def test_an_issue_without_a_minimum_takes_its_baseline_or_spans() -> None:
    case = changed(four_issues(), 1, minimum=Decimal(106))
    assert verdict(case, {1: 105, 2: 60, 3: 4, 4: 12}).minimum is Light.POSSIBLE
    for issue_id, figure in ((2, 14), (3, 10), (4, 12)):
        case = changed(case, issue_id, baseline=Decimal(figure))
    assert verdict(case, {1: 106, 2: 14, 3: 10, 4: 12}).minimum is Light.CLEAR


def test_light_four_compares_stated_terms_only() -> None:
    case = changed(four_issues(alternatives=(alternative(1, "Partly", {1: 104}),)), 2, baseline=Decimal(60))
    found = verdict(case, {1: 103, 2: 14})
    assert (found.term, found.shortfalls) == (Light.CLEAR, ())
    assert verdict(case, {2: 14}).term is Light.NONE
    points = four_issues(alternatives=(alternative(1, "Points", form=Form.POINTS, points=50),))
    assert verdict(points, {1: 109}).term is Light.NONE


def test_a_volume_that_is_stated_adds_the_exact_total() -> None:
    volume = issue(3, "Volume", 160, 100, unit="k can", is_volume=True, money_worth=500, baseline=100)
    case = canned_food(switching_cost=0)
    case = replace(case, issues=(*case.issues, volume))
    case = replace(case, alternatives=(alternative(1, "Other supplier", {1: "1.40", 2: 0, 3: 100}),))
    found = verdict(case, {1: "1.45", 2: 0, 3: 120})
    assert found.difference is not None
    assert found.difference.total == -6000
    assert reason(found, "batna").endswith(
        "At 120 k can: 174,000.00 EUR in all, 6,000.00 EUR worse than at the BATNA’s price."
    )
    assert found.difference.points.low == verdict(case, {1: "1.45", 2: 0, 3: 120}).difference.points.high  # type: ignore[union-attr]
    unsaid = verdict(case, {1: "1.45"})
    assert unsaid.difference is not None
    assert unsaid.difference.total is None


def test_a_line_is_judged_as_said_and_as_it_stands() -> None:
    case = four_issues(lines=(line(1, THEM, {2: 60, 3: 4, 4: 36}),))
    pair = judge_line(case, line(0, THEM, {1: 106}, at=MOMENT + timedelta(minutes=5)))
    assert pair is not None
    said, stands = pair
    assert (said.batna, stands.batna) == (Light.POSSIBLE, Light.CLEAR)


def test_our_own_offers_are_judged_by_our_own_standing_offer() -> None:
    case = four_issues(lines=(line(1, THEM, {2: 60}), line(2, US, {2: 14, 3: 10, 4: 12})))
    pair = judge_line(case, line(0, US, {1: 109}, at=MOMENT + timedelta(minutes=5)))
    assert pair is not None
    assert pair[1].value == Interval(Fraction("0.05"), Fraction("0.05"))


def test_a_conditional_offer_is_judged_with_its_conditions() -> None:
    case = four_issues(lines=(line(1, THEM, {1: 102, 2: 60, 3: 4, 4: 36}),))
    pair = judge_line(case, line(0, THEM, {1: 100}, conditions={2: 14}, at=MOMENT + timedelta(minutes=5)))
    assert pair is not None
    assert pair[0].value == Interval(Fraction("0.5"), Fraction("0.8"))
    assert pair[1].value == Interval(Fraction("0.8"), Fraction("0.8"))
    assert judge(case, terms({1: 100}), THEM, DAY, terms({2: 14})).value == pair[0].value


def test_an_agreement_is_judged_too_and_other_lines_are_not() -> None:
    case = changed(four_issues(), 1, limit=Decimal(103))
    pair = judge_line(case, line(1, US, {1: 106}, verb=Verb.AGREE))
    assert pair is not None
    assert pair[0].limit is Light.ACT
    assert judge_line(case, line(1, THEM, {1: 90}, verb=Verb.GUESS)) is None
    assert judge_line(case, line(1, THEM, verb=Verb.NOTE)) is None
    gone = line(1, THEM, {1: 106})
    gone = replace(gone, terms=tuple(replace(term, withdrawn_at=MOMENT) for term in gone.terms))
    assert judge_line(case, gone) is None


def test_an_offer_is_judged_by_the_alternatives_of_its_own_day() -> None:
    cheap = alternative(2, "Cheap", {**WHOLE, 1: 95}, valid_until=DAY)
    case = four_issues(alternatives=(*four_issues().alternatives, cheap))
    today = judge_line(case, line(1, THEM, {1: 102, 2: 60, 3: 4, 4: 36}))
    tomorrow = judge_line(case, line(1, THEM, {1: 102, 2: 60, 3: 4, 4: 36}, at=MOMENT + timedelta(days=1)))
    assert today is not None
    assert tomorrow is not None
    assert (today[0].batna, today[0].batna_name) == (Light.CERTAIN, "Cheap")
    assert (tomorrow[0].batna, tomorrow[0].batna_name) == (Light.CLEAR, "Second supplier")


def test_todays_view_of_all_offers_is_that_of_each_line() -> None:
    lines = (
        line(1, THEM, {1: 108}),
        line(2, US, {1: 100, 2: 60}),
        line(3, THEM, {1: 106}, conditions={2: 14}),
        line(4, US, {1: 106, 2: 14}, verb=Verb.AGREE),
        line(5, THEM, {3: 6}),
        line(6, THEM, verb=Verb.NOTE),
    )
    case = four_issues(lines=lines)
    found = verdicts(case, MOMENT)
    assert list(found) == [1, 2, 3, 4, 5]
    assert stood(case, MOMENT) == {at: (stands.value, stands.at_baselines) for at, (_, stands) in found.items()}
    assert all(judge_line(case, each) == found[each.id] for each in lines[:5])


def test_terms_of_issues_that_are_gone_do_not_count() -> None:
    assert verdict(four_issues(), {1: 106, 77: 5}).value == verdict(four_issues(), {1: 106}).value


def test_adding_an_issue_changes_no_stored_verdict() -> None:
    case = four_issues()
    first = line(1, THEM, {1: 105, 2: 60, 3: 5, 4: 24})
    pair = judge_line(case, first)
    assert pair is not None
    stored = replace(first, said=Given.of(pair[0]), stands=Given.of(pair[1]))
    new = issue(5, "Prepaid", 0, 100, "0.5", added_in_talk=True)
    weight, others = with_new_issue(case, new)
    issues = tuple(replace(each, weight=others.get(each.id, each.weight)) for each in case.issues)
    later = replace(case, issues=(*issues, replace(new, weight=weight)), lines=(stored,))
    assert later.lines[0].said == Given.of(pair[0])
    assert later.lines[0].said is not None
    assert Given.from_json(later.lines[0].said.to_json()) == Given.of(pair[0])
    now = verdicts(later)[1][0]
    assert (pair[0].batna, now.batna) == (Light.CLEAR, Light.POSSIBLE)


figures = {1: st.integers(100, 130), 2: st.integers(0, 60), 3: st.integers(4, 20), 4: st.integers(0, 36)}


@given(
    st.fixed_dictionaries({}, optional=figures),
    st.fixed_dictionaries({}, optional=figures),
    st.dictionaries(st.integers(1, 4), st.integers(0, 12)),
)
def test_a_certain_breach_is_never_cleared_by_saying_more_or_offering_less(
    said: dict[int, int], more: dict[int, int], worse: dict[int, int]
) -> None:
    case = four_issues()
    if verdict(case, said).batna is not Light.CERTAIN:
        return
    ranges = {1: (100, 110), 2: (14, 60), 3: (4, 10), 4: (12, 36)}
    within = {key: min(max(value, ranges[key][0]), ranges[key][1]) for key, value in more.items()}
    stated = {**within, **said}
    assert verdict(case, stated).batna is Light.CERTAIN
    signs = {1: 1, 2: -1, 3: 1, 4: -1}
    lowered = {key: value + signs[key] * worse.get(key, 0) for key, value in said.items()}
    assert verdict(case, {**stated, **lowered}).batna is Light.CERTAIN
