"""tests: part 5 of the prep, and what parts 3 and 4 take from the plan - needs, packages and what they bring them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.line import Line, Verb
from core.negotiation import Negotiation
from core.plan import PointKind
from core.reports.document import Bar, Bullets, Document, Part, Quotation, Section, Table
from core.reports.prep import prep
from core.side import Side
from core.tactic import OwnTactic
from core.words import NO_BREAK, Words
from tests.core.reports import cases
from tests.core.reports.planned import estimated, planned, threatened
from tests.core.reports.test_prep import blocks, row, tables, text_of, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader

    Reading = Callable[[Document], PdfReader]


def made(found: Negotiation, **more: Any) -> Document:
    return prep(found, cases.supplier(), cases.people(), cases.notes(), say=Words(), edition=cases.EDITION, **more)


def plan(found: Negotiation, **more: Any) -> Part:
    return made(found, **more).parts[4]


def section(part: Part, start: str) -> Section:
    titled = [each for each in blocks(part) if isinstance(each, Section)]
    return next(each for each in titled if each.title.replace(NO_BREAK, " ").startswith(start))


def titles(part: Part) -> list[str]:
    return [each.title.replace(NO_BREAK, " ") for each in blocks(part) if isinstance(each, Section)]


def bullets(found: Section) -> list[str]:
    (only,) = [each for each in blocks(found) if isinstance(each, Bullets)]
    return [words(point).replace(NO_BREAK, " ") for point in only.points]


# -- part 5 ----------------------------------------------------------------------------------------------------------


def test_the_plan_is_told_in_its_order_with_the_finding_as_title() -> None:
    part = plan(planned())
    assert part.title.replace(NO_BREAK, " ") == "Give at most 4,600 USD in 4 steps; 1 step brings nothing yet"
    assert (
        part.remark
        == "Tue 1 Dec, 10:00, Our office, price and cover. Mark Jansen leads, Petra Lindqvist keeps the log."
    )
    assert titles(part) == [
        "We open with",
        "Concession ladder: 4 steps for 4,600 USD, ending 22.8 points above the minimum",
        "Questions to ask",
        "Deal breakers and walk-away",
        "1 argument, and what they may reply",
        "Tactics to expect, and what we do",
        "Share and protect",
        "If the talk stalls",
        "1 meeting, planned or held",
        "Agenda: 35 minutes",
        "Before the meeting: 1 of 2 done",
    ]


def test_each_step_says_if_and_then_with_both_worths_and_where_the_package_is() -> None:
    ladder = next(each for each in tables(plan(planned())) if each.reference)
    cells = [[words(cell).replace(NO_BREAK, " ") for cell in row.cells[:-1]] for row in ladder.rows]
    assert cells == [
        ["0", "the talk opens", "", "open as above", "", "97.5"],
        ["1", "they give Recall cover full", "3,000", "go to 1.38 USD/can on Price", "2,000", "92.5"],
        ["2", "they give Shelf life 26 months", "333", "go to 30 days on Payment", "1,100", "88.1"],
        ["3", "they write down two weeks", "–", "go to 1.39 USD/can on Price", "1,000", "85.6"],
        ["4", "nothing is asked yet", "–", "go to 1.395 USD/can on Price", "500", "84.3"],
    ]
    bars = [row.cells[-1] for row in ladder.rows]
    assert all(isinstance(bar, Bar) for bar in bars)
    assert "Step 4: Nothing comes back for this step." in str(ladder.remark)


def test_a_ladder_that_gives_only_for_something_says_so() -> None:
    found = planned()
    part = plan(replace(found, planned_concessions=found.planned_concessions[:3]))
    assert part.title.replace(NO_BREAK, " ") == "Give at most 4,100 USD in 3 steps, and only for something"


def test_without_weights_the_steps_stand_without_figures() -> None:
    found = planned()
    bare = replace(
        found,
        issues=tuple(replace(each, weight=None, reference_quantity=None) for each in found.issues),
    )
    ladder = tables(plan(bare))[0]
    assert [column.head for column in ladder.columns] == [
        "",
        "If …",
        "Worth to us, points",
        "… then we",
        "Cost, points",
    ]
    assert "Concession ladder: 4 steps" in titles(plan(bare))


def test_planned_questions_take_the_place_of_those_by_rule_and_bring_their_answers() -> None:
    part = plan(planned())
    assert bullets(section(part, "Questions to ask"))[0] == (
        "Which term matters most this month, and why? – Cash, before Christmas"
    )
    none = plan(replace(planned(), plan_points=()))
    assert "Price: what do you need, and why?" not in bullets(section(part, "Questions to ask"))
    assert "Which of these terms matters most to you, and why?" in bullets(section(none, "Questions to ask"))


def test_what_was_asked_before_is_told_in_words_not_as_it_was_typed() -> None:
    found = replace(planned(), plan_points=())

    def asks(number: int, side: Side, text: str, **said: Any) -> Line:
        moment = cases.at(2, 10, number - 90)
        return Line(
            id=number, negotiation_id=14, at=moment, logged_at=moment, side=side, verb=Verb.ASK, text=text, **said
        )

    lines = (
        asks(91, Side.US, "w ? pay", issues=(4,)),
        asks(92, Side.THEM, "t ? price lead", issues=(1, 2)),
        asks(93, Side.US, "w ? pay", issues=(4,)),
    )
    assert bullets(section(plan(replace(found, lines=lines)), "Questions to ask"))[-2:] == [
        "Asked before: Payment",
        "They asked about Price and Lead time: have the answer ready.",
    ]


def test_many_questions_are_counted_rather_than_printed() -> None:
    question = next(each for each in planned().plan_points if each.kind is PointKind.QUESTION)
    many = tuple(replace(question, id=at, text=f"Question {at}", reply="") for at in range(1, 20))
    shown = bullets(section(plan(replace(planned(), plan_points=many)), "Questions to ask"))
    assert shown[-2:] == ["Question 12", "7 more questions."]


def test_we_leave_with_words_that_are_ready() -> None:
    breakers = section(plan(planned()), "Deal breakers")
    assert breakers.blocks[-1] == Quotation("Thank you. We will call you before the 11th, whatever we decide.")
    assert len(section(plan(replace(planned(), walk_away=" ")), "Deal breakers").blocks) == 1


def test_tactics_tell_what_was_seen_and_what_answers_them() -> None:
    history = (threatened(cases.negotiation()),)
    (table,) = [
        each for each in blocks(section(plan(planned(), history=history), "Tactics")) if isinstance(each, Table)
    ]
    assert [[words(cell) for cell in row.cells] for row in table.rows] == [
        ["they", "Deadline", "2 times, last Mar 2026", "Ask what happens the day after"],
        ["they", "Calls the boss", "", "Ask him to join"],
        ["we", "Silence", "", "after the first figure"],
    ]
    own = (OwnTactic(number=3, name="Clock"),)
    (table,) = [
        each for each in blocks(section(plan(planned(), own_tactics=own), "Tactics")) if isinstance(each, Table)
    ]
    assert words(table.rows[0].cells[1]) == "Clock"


def test_an_agenda_entry_without_words_is_called_by_its_issue_here_alone() -> None:
    (agenda,) = [each for each in blocks(section(plan(planned()), "Agenda")) if isinstance(each, Table)]
    assert [[words(cell) for cell in row.cells] for row in agenda.rows] == [
        ["What each side needs", "10", ""],
        ["Price", "25", "62.5"],
    ]


def test_a_plan_that_is_not_made_leaves_its_sections_out() -> None:
    bare = replace(cases.negotiation(), meetings=(), planned_concessions=())
    assert titles(plan(bare)) == ["We open with", "Questions to ask", "Deal breakers and walk-away"]
    assert plan(bare).title.startswith("Walk away from any package below")


def test_the_plan_can_be_read_in_the_pdf(read: Reading) -> None:
    text = text_of(read(made(estimated(planned()))))
    for said in ("Credible because: The wholesale index fell", "they give Shelf life 26 months", "If they ask:"):
        assert said in text


# -- parts 3 and 4 ---------------------------------------------------------------------------------------------------


def test_needs_of_both_sides_stand_beside_the_goals_that_they_lead_to() -> None:
    part = made(planned()).parts[2]
    needs = section(part, "Both want: Delivered and paid before the year ends")
    (table,) = [each for each in blocks(needs) if isinstance(each, Table)]
    assert [[words(cell) for cell in row.cells] for row in table.rows] == [
        [
            "Hope: full shelves on 4 January",
            "Delivered and paid before the year ends",
            "Hope: cash this year (observed)\nConcern: growers unpaid at New Year (said)",
        ],
        ["", "No quarrel about a recall in the press", ""],
        ["Concern: a recall that we pay alone", "", "Hope: a second order (guess)"],
    ]
    untied = replace(planned(), needs=tuple(replace(each, goal_id=None) for each in planned().needs))
    assert "No common goal is tied to the needs of both sides yet" in titles(made(untied).parts[2])
    assert "What both sides need; no common goal is found yet" in titles(
        made(replace(untied, common_goals=())).parts[2]
    )
    assert not any("need" in each for each in titles(made(cases.negotiation()).parts[2]))


def test_how_interests_stand_to_each_other_is_told_with_the_issue() -> None:
    asked = tables(made(planned()).parts[2])[0]
    assert words(next(each for each in asked.rows if "Payment" in words(each.cells[0])).cells[0]) == (
        "Payment\ndays\ninterests different: a trade"
    )


def test_candidates_are_compared_by_what_they_bring_both_parties() -> None:
    packages = tables(made(estimated(planned())).parts[3])[1]
    assert [column.head for column in packages.columns][-4:] == [
        "Value, points",
        "Against BATNA",
        "To them, estimate",
        "0 to 100, dash: BATNA",
    ]
    assert row(packages, "A Cash now")[:1] == ["A Cash now on the table"]
    assert row(packages, "A Cash now")[-4:-1] == ["78.8", "+14.4", "47 (43 to 52)"]
    assert row(packages, "B Season")[0] == "B Season theirs"
    assert row(packages, "C Standard")[0] == "C Standard of both"
    theirs = next(each for each in packages.rows if words(each.cells[0]).startswith("B Season"))
    assert isinstance(theirs.cells[-1], Bar)
    assert theirs.cells[-1].who == "them"


def test_without_estimates_nothing_is_said_of_what_packages_bring_them() -> None:
    heads = [column.head for column in tables(made(planned()).parts[3])[1].columns]
    assert "To them, estimate" not in heads
    assert len(heads) == 9


def test_an_estimate_that_is_no_figure_of_the_issue_has_no_unit_of_it() -> None:
    (assumptions,) = [
        each for each in tables(made(estimated(planned())).parts[5]) if each.columns[1].head == "Assumption"
    ]
    told = [words(each.cells[1]).replace(NO_BREAK, " ") for each in assumptions.rows]
    assert "Price, their weight: 40" in told
    assert "Price, their best end: 1.60 USD/can" in told
    assert "Recall cover, worth to them, none: 1" in told
