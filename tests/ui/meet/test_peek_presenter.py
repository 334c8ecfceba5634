"""What peek says: how their offer stands, what to give and to ask, two packages, and what it rests on."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from core.side import Side
from core.words import Words
from db.logbook import Logbook
from tests.ui.meet.conftest import PEAS, Clock
from ui.meet.peek_presenter import Part, Peeked
from ui.meet.presenter import MeetPresenter


def _say_all(presenter: MeetPresenter, clock: Clock, *lines: str) -> None:
    for text in lines:
        clock.turn(minutes=1)
        presenter.log(presenter.read(text))


def _peek(presenter: MeetPresenter) -> Peeked:
    return presenter.peek.peek()


def _texts(part: Part) -> list[str]:
    return [f"{each.text} {each.figure}".strip() for each in part.lines]


def _asks(presenter: MeetPresenter, text: str = "") -> Part:
    return presenter.peek.typed(presenter.read(text) if text else None).asks


def test_the_headline_says_how_their_offer_stands(presenter: MeetPresenter, clock: Clock) -> None:
    assert _peek(presenter).headline == "Past your limit on Price, and worse than the BATNA"
    _say_all(presenter, clock, "t p 1.245, pay 30")
    assert _peek(presenter).headline == "0.2 points below your minimum"
    _say_all(presenter, clock, "t p 1.235")
    assert _peek(presenter).headline == "Perhaps worse than the BATNA: it depends on Lead time, Price held until"
    _say_all(presenter, clock, "t lead 2w, held 21.5.2027")
    assert _peek(presenter).headline.startswith("Better than the BATNA, but ")
    _say_all(presenter, clock, "t p 1.19, pay 60")
    assert _peek(presenter).headline == "Your target is reached"


def test_their_offer_and_what_it_is_held_against_lie_on_one_scale(presenter: MeetPresenter, clock: Clock) -> None:
    _say_all(presenter, clock, "t p 1.28")
    peeked = _peek(presenter)
    assert {mark.word for mark in peeked.marks} <= {"BATNA", "Minimum", "Target", "Best"}
    assert {mark.word for mark in peeked.marks if mark.is_main} == {"BATNA", "Target"}
    assert peeked.table is not None
    assert peeked.table_words.startswith("On the table ")


def test_our_targets_are_told_for_every_open_issue(presenter: MeetPresenter, clock: Clock) -> None:
    before = {each.name: (each.value, each.unit) for each in _peek(presenter).targets}
    assert before["Price"] == ("1.215", "EUR/kg")
    _say_all(presenter, clock, "t p 1.200", "w ok p")
    assert "Price" not in {each.name for each in _peek(presenter).targets}


def test_why_and_what_repairs_it(presenter: MeetPresenter, clock: Clock) -> None:
    _say_all(presenter, clock, "t p 1.28")
    peeked = _peek(presenter)
    assert any("Price 1.28 against" in each for each in _texts(peeked.why))
    assert any(each.startswith("Price 1.28 to ") for each in _texts(peeked.repair))
    for line in peeked.repair.lines:
        for at, length in line.bold:
            assert line.text[at : at + length]


def test_a_line_of_ours_is_told_with_what_it_costs_and_what_to_ask_in_return(
    presenter: MeetPresenter, clock: Clock
) -> None:
    _say_all(presenter, clock, "w p 1.190, pay 60", "t p 1.245, pay 30")
    typed = presenter.peek.typed(presenter.read("w p 1.195"))
    assert typed.about.title == "You are about to give"
    assert typed.about.aside == "inside your limits"
    assert typed.about.lines[0].figure.startswith("–")
    assert typed.asks.title == "Ask in return, one of"
    assert typed.asks.lines
    assert all(each.figure.startswith("+") for each in typed.asks.lines)
    assert "gives them" in typed.about.lines[0].text
    most = presenter.peek.typed(presenter.read("w p 1.24"))
    assert _texts(most.asks) == ["Nothing on the table makes good for it."]


def test_a_line_of_theirs_is_told_as_what_they_give_or_take(presenter: MeetPresenter, clock: Clock) -> None:
    _say_all(presenter, clock, "t p 1.245")
    assert presenter.peek.typed(presenter.read("t p 1.240")).about.title == "They are about to give"
    taking = presenter.peek.typed(presenter.read("t p 1.28"))
    assert taking.about.title == "They are about to take"
    assert _texts(taking.about)[0] == "Past your limit on Price."


def test_a_line_with_several_readings_and_one_that_says_no_terms_change_nothing(
    presenter: MeetPresenter, clock: Clock
) -> None:
    _say_all(presenter, clock, "w p 1.19, pay 60", "t p 1.245", "t p 1.240 if lead 2w")
    several = presenter.peek.typed(presenter.read("w ok"))
    assert _texts(several.about) == ["The line can be read in several ways. Choose one first."]
    assert several.asks.title == "Ask next, one of"
    assert presenter.peek.typed(presenter.read("t # looks at the clock")).about == Part()
    assert presenter.peek.typed(None).about == Part()


def test_what_rests_on_estimates_says_so(presenter: MeetPresenter, logbook: Logbook, clock: Clock) -> None:
    _say_all(presenter, clock, "w p 1.190, pay 60", "t p 1.245, pay 30")
    peeked = _peek(presenter)
    assert peeked.check == "their side is a guess"
    assert peeked.pair is not None
    assert peeked.pair.tells.aside == "guess"
    assert _texts(peeked.prefer) == [
        "Price 60 %, Payment 25 %, Lead time 10 % (guess)".replace(" %", "\u00a0%"),
        "A margin that keeps the plant running (said)",
    ]
    assert _asks(presenter, "w p 1.195").aside == "by what it costs them (guess)"
    assert "costs them" in _texts(_asks(presenter, "w p 1.195"))[0]
    for each in presenter.negotiation.estimates:
        logbook.estimates.delete(each.id)
    presenter.load(PEAS)
    peeked = _peek(presenter)
    assert peeked.check == "their side is not estimated"
    assert peeked.pair is not None
    assert peeked.pair.tells.aside == "guess"
    assert _texts(peeked.prefer) == ["A margin that keeps the plant running (said)"]
    assert _asks(presenter, "w p 1.195").aside == "their side is not estimated"


def test_the_ladder_is_told_with_what_is_to_come_back(presenter: MeetPresenter, logbook: Logbook, clock: Clock) -> None:
    price, payment, *_ = presenter.negotiation.issues
    logbook.planned_concessions.delete_many([each.id for each in presenter.negotiation.planned_concessions])
    steps = (
        {"issue_id": price.id, "to_value": Decimal("1.20"), "return_issue_id": payment.id, "return_value": Decimal(60)},
        {"issue_id": payment.id, "to_value": Decimal(30), "in_return": "a year's price"},
    )
    logbook.planned_concessions.add_many(PEAS, steps)
    presenter.load(PEAS)
    _say_all(presenter, clock, "w p 1.190, pay 45")
    first, second = (each.replace("\u00a0", " ") for each in _texts(_peek(presenter).gives))
    assert first.startswith("Price 1.190 to 1.20 EUR/kg for Payment 60 days, 5,200.00 EUR –")
    assert second.startswith("Payment 45 to 30 days for a year's price, ")
    _say_all(presenter, clock, "w p 1.205, pay 30")
    assert _texts(_peek(presenter).gives) == ["Everything on your concession ladder is given."]


def test_two_packages_become_candidates_when_one_is_taken_and_lie_on_the_table_once_logged(
    presenter: MeetPresenter, logbook: Logbook, clock: Clock
) -> None:
    for each in presenter.negotiation.candidates:
        logbook.candidates.delete(each.id)
    presenter.load(PEAS)
    _say_all(presenter, clock, "w p 1.190, pay 60, lead 1w", "t p 1.245, pay 30, lead 3w")
    before = _peek(presenter).pair
    assert before is not None
    assert before.labels == ("A", "B")
    line, changes = presenter.peek.take(2)
    assert line == "w pkg B"
    assert changes is not None
    presenter.load(PEAS)
    made = presenter.negotiation.candidates
    assert [(each.label, each.by, each.is_shared) for each in made] == [("A", Side.US, False), ("B", Side.US, False)]
    again = _peek(presenter).pair
    assert again is not None
    assert [row.values for row in again.rows] == [row.values for row in before.rows]
    _say_all(presenter, clock, line)
    assert [each.is_shared for each in logbook.negotiations.load(PEAS).candidates] == [False, True]
    said = _peek(presenter).pair
    assert said is not None
    assert (said.labels, said.shared) == (("A", "B"), (False, True))
    assert presenter.peek.take(1) == ("w pkg A", None)
    _say_all(presenter, clock, "w pkg A")
    following = _peek(presenter).pair
    assert following is None or following.labels == ("C", "D")


def test_a_talk_that_turns_is_told_with_ways_back(presenter: MeetPresenter, clock: Clock) -> None:
    assert _peek(presenter).signs == Part()
    _say_all(presenter, clock, "t p 1.28", "t z stop delivery")
    peeked = _peek(presenter)
    assert "They threatened: “stop delivery”." in _texts(peeked.signs)
    assert peeked.ways.lines[0].text.startswith("Take time")
    assert peeked.ways.lines[0].muted


def test_time_spent_on_little_is_told_with_what_to_go_on_with(presenter: MeetPresenter, clock: Clock) -> None:
    presenter.start()
    presenter.load(PEAS)
    _say_all(presenter, clock, "t ? lead")
    clock.turn(minutes=40)
    peeked = _peek(presenter)
    assert any("Lead time, which is 4.6" in each for each in _texts(peeked.signs))
    assert _texts(peeked.ways) == ["Park it, and go on with Price."]


def test_where_nothing_was_entered_peek_says_what_is_missing(logbook: Logbook, say: Words, clock: Clock) -> None:
    made = logbook.negotiations.add(supplier_id=1, title="Lids").made
    presenter = MeetPresenter(logbook, say, clock)
    presenter.load(made)
    peeked = _peek(presenter)
    assert peeked.headline == "They have offered nothing yet"
    assert peeked.no_scale.startswith("No value can be told: enter an issue")
    assert (peeked.pair, peeked.targets, peeked.marks, peeked.table) == (None, (), (), None)
    assert _texts(_asks(presenter)) == ["Weigh the issues first."]
    assert _texts(peeked.prefer) == ["Nothing is estimated of their side."]


@pytest.mark.parametrize("weight", [None, Decimal(10)])
def test_one_issue_has_no_two_packages(logbook: Logbook, say: Words, clock: Clock, weight: Decimal | None) -> None:
    made = logbook.negotiations.add(supplier_id=1, title="Lids").made
    logbook.issues.add(made, name="Price", best=Decimal(1), worst=Decimal(2), weight=weight)
    presenter = MeetPresenter(logbook, say, clock)
    presenter.load(made)
    _say_all(presenter, clock, "w price 1.1", "t price 1.8")
    peeked = _peek(presenter)
    assert peeked.pair is None
    assert peeked.no_pair == ("" if weight is None else "Two packages need two open issues that count.")
    assert peeked.headline.startswith("Cannot be judged" if weight is None else "No BATNA")


def test_long_names_are_told_by_both_ends(logbook: Logbook, say: Words, clock: Clock) -> None:
    made = logbook.negotiations.add(supplier_id=1, title="Lids").made
    for number in (1, 2):
        logbook.issues.add(
            made, name=f"Warranty on parts and labour, site {number}", alias=f"s{number}", best=Decimal(0),
            worst=Decimal(9), weight=Decimal(1), fair=Decimal(3),
        )  # fmt: skip
    presenter = MeetPresenter(logbook, say, clock)
    presenter.load(made)
    names = [each.name for each in _peek(presenter).targets]
    assert len(set(names)) == 2
    assert all(len(name) <= 28 and name.endswith(f"site {number}") for number, name in enumerate(names, start=1))


def test_nothing_is_worked_out_before_it_is_asked_for_and_all_of_it_can_be_ahead(
    presenter: MeetPresenter, clock: Clock
) -> None:
    _say_all(presenter, clock, "w p 1.190, pay 60", "t p 1.245, pay 30")
    steps = 0
    while presenter.peek.warm():
        steps += 1
    assert steps == 4
    assert not presenter.peek.warm()
    clock.now += timedelta(minutes=1)
    assert not presenter.peek.warm()
    clock.now += timedelta(days=1)
    assert presenter.peek.warm()
