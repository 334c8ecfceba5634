"""tests: the sentences of the lights, their reasons and the repairs, as they are read in the meeting."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import core
from core.alternative import Unsaid
from core.issue import Option, ScaleKind
from core.judge import judge
from core.negotiation import Negotiation
from core.sentences import SENTENCES
from core.sentences import verdicts as own
from core.side import Side
from core.verdict import Verdict
from core.words import Words
from tests.core.cases import DAY, alternative, canned_food, changed, four_issues, issue, negotiation, terms

SAY = Words()
WHOLE = {1: 104, 2: 30, 3: 8, 4: 24}


def verdict(subject: Negotiation, values: dict[int, Any]) -> Verdict:
    return judge(subject, terms(values), Side.THEM, DAY)


def batna(subject: Negotiation, values: dict[int, Any]) -> str:
    return SAY.message(verdict(subject, values).batna_reason).replace("\u00a0", " ")


def details(subject: Negotiation, values: dict[int, Any]) -> list[str]:
    return [SAY.message(each).replace("\u00a0", " ") for each in verdict(subject, values).term_reasons]


def test_light_two_says_how_much_worse_or_better() -> None:
    case = four_issues()
    assert batna(case, {1: 102, 2: 14, 3: 10, 4: 12}) == "8.6 points worse than the BATNA, Second supplier."
    assert batna(case, WHOLE) == "Worth the same as the BATNA, Second supplier."
    assert batna(case, {2: 60, 3: 4, 4: 36, 1: (104, 105)}).startswith("At least 26.4 points better than the BATNA")
    assert batna(case, {1: 106}) == (
        "From 28.6 points worse to 21.4 points better than the BATNA, Second supplier: "
        "it depends on Payment, Lead time, Warranty."
    )


def test_an_interval_that_just_reaches_the_batna_says_so() -> None:
    case = four_issues(alternatives=(alternative(1, "Half", {1: 105}, unsaid=Unsaid.RANGE),))
    case = replace(case, alternatives=(replace(case.alternatives[0], terms=terms({1: 105, 2: 60, 3: 4, 4: 36})),))
    assert batna(case, {1: 105}) == (
        "Up to 50.0 points worse than the BATNA, Half, at best the same: it depends on Payment, Lead time, Warranty."
    )
    low = replace(case, alternatives=(replace(case.alternatives[0], terms=terms({1: 105, 2: 14, 3: 10, 4: 12})),))
    assert batna(low, {1: 105}) == "At least as good as the BATNA, Half."


def test_an_alternative_that_spans_is_what_it_depends_on() -> None:
    case = four_issues(alternatives=(alternative(1, "Open", {1: 104}, unsaid=Unsaid.RANGE),))
    assert batna(case, WHOLE).endswith("it depends on what is still open in the alternative.")


def test_the_figure_at_the_baselines_is_added_where_all_are_known() -> None:
    case = four_issues()
    for issue_id, figure in ((2, 30), (3, 8), (4, 24)):
        case = changed(case, issue_id, baseline=Decimal(figure))
    assert batna(case, {1: 106}).endswith("With the rest at its baseline: worth 38.6, 10.0 points worse.")
    assert batna(case, {1: 103}).endswith("With the rest at its baseline: worth 53.6, 5.0 points better.")
    assert batna(case, {1: 104}).endswith("With the rest at its baseline: worth 48.6, the same as the BATNA.")
    spanning = replace(case, alternatives=(alternative(1, "Open", {1: 104}, unsaid=Unsaid.RANGE),))
    assert batna(spanning, {1: 106}).endswith("With the rest at its baseline: worth 38.6.")


def test_without_any_alternative_it_says_what_to_enter() -> None:
    assert batna(four_issues(alternatives=()), WHOLE) == "No BATNA: enter an alternative to judge against."


def test_an_alternative_without_its_figure_says_what_to_enter() -> None:
    case = four_issues(alternatives=(alternative(1, "No deal", no_deal=True),))
    assert batna(case, WHOLE) == "Cannot be judged: enter the points that “No deal” is worth."


def test_small_differences_are_never_shown_as_nothing() -> None:
    big = issue(1, "Price", 0, 100_000, step="0.01", reference_quantity=1, unit="EUR")
    case = negotiation(replace(big, weight=Decimal(1)), alternatives=(alternative(1, "A", {1: 5000}),))
    assert batna(case, {1: 5001}) == "1.00 EUR worse than the BATNA, A."
    tiny = negotiation(issue(1, "Points", 1000, 0, 1), alternatives=(alternative(1, "A", {1: "500.01"}),))
    assert batna(tiny, {1: 500}) == "less than 0.1 points worse than the BATNA, A."


def test_light_four_gives_unit_per_cent_and_money() -> None:
    assert details(canned_food(), {1: "1.50"}) == ["10,000.00 EUR worse than the BATNA on Price: 0.10 EUR/can, 7.14 %."]
    assert details(four_issues(), {3: 10}) == ["Lead time is 2 weeks (25 %) worse than the BATNA’s."]


def test_light_four_of_days_options_and_a_figure_of_zero() -> None:
    closing = issue(1, "Closing", date(2026, 12, 1), date(2026, 12, 31), 1, kind=ScaleKind.DATE)
    options = (Option("free", Decimal(1)), Option("ours", Decimal(0)))
    freight = issue(2, "Freight", weight=1, kind=ScaleKind.OPTIONS, options=options)
    paid = replace(freight, id=3, name="Pallets", money_worth=Decimal(250))
    share = issue(4, "Prepaid", 0, 100, 1, unit="%")
    other = alternative(1, "A", {1: date(2026, 12, 10), 2: "free", 3: "free", 4: 0})
    case = negotiation(closing, freight, paid, share, alternatives=(other,))
    assert details(case, {1: date(2026, 12, 11), 2: "ours", 3: "ours", 4: 30}) == [
        "Closing is 1 day worse than the BATNA’s.",
        "Freight ours is worse than the BATNA’s free.",
        "250.00 EUR worse than the BATNA on Pallets: ours against free.",
        "Prepaid is 30 % worse than the BATNA’s.",
    ]
    assert details(case, {1: date(2026, 12, 13)}) == ["Closing is 3 days worse than the BATNA’s."]


def test_a_limit_of_days_says_how_many() -> None:
    closing = issue(
        1, "Closing", date(2026, 12, 1), date(2026, 12, 31), 1, kind=ScaleKind.DATE, limit=date(2026, 12, 20)
    )
    found = verdict(negotiation(closing), {1: date(2026, 12, 24)})
    assert SAY.message(found.limit_reason) == "Closing 24 Dec 2026 is past the limit 20 Dec 2026 by 4 days."


@pytest.mark.parametrize("name", ["<b>&<img src=file:///etc>", "{why}", "שלום 🥫", "100 %"])
def test_names_are_text_and_nothing_else(name: str) -> None:
    case = changed(four_issues(alternatives=(alternative(1, name, WHOLE),)), 1, name=name, limit=Decimal(101))
    found = verdict(case, {1: 109, 2: 14, 3: 10, 4: 12})
    assert name in SAY.message(found.limit_reason)
    assert name in SAY.message(found.batna_reason)
    assert name in SAY.message(found.repairs[0].reason)


def test_every_code_of_the_rules_has_its_sentence_and_every_sentence_is_well_formed() -> None:
    modules = ("batna", "judge", "reasons", "phrases", "repair", "weights", "value", "ladder", "log")
    folder = Path(core.__file__).parent
    used = {
        code
        for name in modules
        for code in re.findall(
            r'(?:message|BadInput)\(\s*"([a-z_]+\.[a-z_]+)"', (folder / f"{name}.py").read_text("utf-8")
        )
    }
    assert used
    assert used <= SENTENCES.keys()
    for sentence in own.SENTENCES.values():
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(sentence))
