"""tests: ui/debrief/presenter.py - what is shown of a talk and what is written, on a real file and without a window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.debrief import Outcome
from core.errors import BadInput, NotAllowed
from core.negotiation import Status
from core.verdict import Flag
from core.words import EN_DASH, NO_BREAK
from db.logbook import Logbook
from tests.ui.conftest import standing_clock
from tests.ui.debrief.conftest import SAY, TALK, log, play
from ui.debrief.presenter import DebriefPresenter, Stage
from ui.widgets.flag import Level

Presented = Callable[..., DebriefPresenter]


def texts(presenter: DebriefPresenter, field: str) -> dict[str, str]:
    return {row.name: getattr(row, field) for row in presenter.deal_rows()}


def agreed(presenter: DebriefPresenter) -> dict[str, str]:
    return {row.name: row.agreed.text for row in presenter.deal_rows()}


def issue_id(presenter: DebriefPresenter, name: str) -> int:
    return next(issue.id for issue in presenter.negotiation.issues if issue.name == name)


def reload(presenter: DebriefPresenter) -> None:
    presenter.load(presenter.negotiation.id)


def stage(presenter: DebriefPresenter) -> Stage:
    return presenter.stage


def closed(presented: Presented, *lines: str) -> DebriefPresenter:
    presenter = presented(*(lines or TALK))
    presenter.close(Outcome.AGREED)
    reload(presenter)
    return presenter


def test_the_deal_is_prefilled_from_the_log_and_what_is_open_is_named(presented: Presented) -> None:
    presenter = presented("t 1.54 price", "w 1.40", "t ok")
    assert stage(presenter) is Stage.CLOSING
    assert agreed(presenter) == {"Price": "1.40", "Prepaid": EN_DASH}
    assert texts(presenter, "state") == {"Price": "agreed in the talk", "Prepaid": "open"}
    assert presenter.open_issues() == "1 of 2 issues agreed; open: Prepaid"
    assert presenter.standing().startswith("As it stands: ")


def test_one_issue_is_counted_in_the_singular(presented: Presented) -> None:
    presenter = presented("t 1.54 price", "w 1.40", "t ok", issues=1)
    assert presenter.open_issues() == "1 of 1 issue agreed"
    presenter.close(Outcome.ADJOURNED)
    reload(presenter)
    assert presenter.title().startswith("Adjourned with 1 of 1 issue agreed")


def test_a_typed_term_counts_and_is_kept_until_it_is_signed(presented: Presented, blank_logbook: Logbook) -> None:
    presenter = presented("t 1.54 price", "w 1.40", "t ok")
    assert presenter.put_term(issue_id(presenter, "Prepaid"), "50") is None
    assert presenter.put_term(issue_id(presenter, "Price"), "1.39 EUR/can") is None
    again = DebriefPresenter(blank_logbook, SAY, standing_clock)
    again.load(presenter.negotiation.id)
    assert agreed(again) == {"Price": "1.39", "Prepaid": "50"}
    again.close(Outcome.AGREED)
    reload(again)
    assert [each.value for each in again.debrief.deal] == [Decimal("1.39"), Decimal(50)]  # type: ignore[union-attr]
    assert again.negotiation.status is Status.AGREED
    assert blank_logbook.drafts.read(f"debrief:{again.negotiation.id}") == ""


def test_a_text_that_cannot_be_read_stays_and_holds_the_closing_up(presented: Presented) -> None:
    presenter = presented(*TALK)
    presenter.put_term(issue_id(presenter, "Price"), "cheap")
    assert agreed(presenter)["Price"] == "cheap"
    strip = presenter.strip()
    assert strip.flag is Flag.CHECK
    assert strip.text.startswith("Price: “cheap” is no number.")
    with pytest.raises(BadInput):
        presenter.close(Outcome.AGREED)
    assert presenter.close(Outcome.NO_DEAL).entry


def test_a_term_can_be_left_open_though_the_log_agreed_it(presented: Presented) -> None:
    presenter = presented(*TALK)
    presenter.put_term(issue_id(presenter, "Prepaid"), "")
    presenter.close(Outcome.AGREED)
    reload(presenter)
    assert agreed(presenter)["Prepaid"] == EN_DASH


def test_closed_it_is_held_against_everything_prepared(presented: Presented) -> None:
    presenter = closed(presented)
    assert stage(presenter) is Stage.CLOSED
    price = next(row for row in presenter.deal_rows() if row.name == "Price")
    assert (price.baseline, price.ours, price.theirs) == ("1.46", "1.36", "1.54")
    assert (price.best, price.fair, price.minimum, price.batna) == ("1.38", "1.40", "1.41", "1.42")
    assert (price.agreed.text, price.change) == ("1.40", f"{EN_DASH}0.06")
    package = presenter.deal_rows()[-1]
    assert package.is_total
    assert package.agreed.text == "64.8"
    moved = [(row.who, row.text.replace(NO_BREAK, " "), row.worth) for row in presenter.moved()]
    assert moved == [
        ("They", "Price 1.54 to 1.40 EUR/can", "14,000.00"),
        ("We", "Price 1.36 to 1.40 EUR/can", "4,000.00"),
        ("We", "Prepaid 0 to 100 %", "882.78"),
    ]
    assert [row.flag for row in presenter.exceptions()] == [Flag.FINE]


def test_a_signed_term_is_changed_at_once_and_a_bad_one_is_kept_beside_it(presented: Presented) -> None:
    presenter = closed(presented)
    assert presenter.put_term(issue_id(presenter, "Price"), "1.44") is not None
    reload(presenter)
    assert agreed(presenter)["Price"] == "1.44"
    assert presenter.put_term(issue_id(presenter, "Price"), "dear") is None
    assert agreed(presenter)["Price"] == "dear"
    assert presenter.debrief.deal[0].value == Decimal("1.44")  # type: ignore[union-attr]
    assert presenter.put_term(issue_id(presenter, "Price"), "1.43") is not None
    reload(presenter)
    assert presenter.problems() == {}


def test_a_term_past_the_limit_and_a_breach_are_exceptions_to_act_on(presented: Presented) -> None:
    presenter = closed(presented)
    presenter.put_term(issue_id(presenter, "Price"), "1.55")
    reload(presenter)
    told = {row.text.replace(NO_BREAK, " ") for row in presenter.exceptions() if row.flag is Flag.ACT}
    assert "Price agreed at 1.55 EUR/can, past our limit 1.48" in told
    assert "Worth less than the BATNA, Campania" in told
    assert "Worth less than the minimum acceptable deal" in told
    assert presenter.strip().flag is Flag.ACT
    assert next(step.level for step in presenter.steps() if step.key == "exceptions") is Level.ACT


def test_an_own_line_past_the_limit_and_an_issue_added_are_exceptions(presented: Presented) -> None:
    presenter = closed(presented, "t 1.54 price", "w 1.50 price", "w + Penalty % 0..5 10", "t ok price")
    told = [row.text for row in presenter.exceptions()]
    assert any("“w 1.50 price”, because to see what they say" in text for text in told)
    assert any(text.startswith("Issue Penalty was added ") for text in told)


def test_the_judgement_is_of_the_day_of_closing(presented: Presented, blank_logbook: Logbook) -> None:
    presenter = presented(*TALK)
    blank_logbook.alternatives.change(presenter.negotiation.alternatives[0].id, valid_until=date(2026, 11, 20))
    presenter.close(Outcome.AGREED)
    reload(presenter)
    assert presenter.result.batna is None
    assert "no BATNA" in presenter.title()


def test_no_deal_signs_nothing_and_adjourned_can_be_closed_later(presented: Presented) -> None:
    presenter = presented(*TALK)
    presenter.close(Outcome.ADJOURNED)
    reload(presenter)
    assert stage(presenter) is Stage.CLOSED
    assert presenter.negotiation.status is Status.TALKING
    presenter.is_closing = True
    reload(presenter)
    assert stage(presenter) is Stage.CLOSING
    presenter.close(Outcome.NO_DEAL)
    reload(presenter)
    assert stage(presenter) is Stage.CLOSED
    assert not presenter.result.deal
    assert not presenter.can_edit_terms


def test_opened_again_it_keeps_what_was_signed_unless_the_log_says_anew(presented: Presented) -> None:
    presenter = presented(*TALK)
    presenter.put_term(issue_id(presenter, "Prepaid"), "80")
    presenter.close(Outcome.AGREED)
    reload(presenter)
    presenter.reopen()
    reload(presenter)
    assert stage(presenter) is Stage.CLOSING
    assert agreed(presenter) == {"Price": "1.40", "Prepaid": "80"}


def test_every_step_is_done_only_by_what_is_filled_in(presented: Presented) -> None:
    presenter = closed(presented)
    done = {step.key for step in presenter.steps() if step.done}
    assert done == {"outcome", "exceptions", "guesses"}
    for row in presenter.concessions():
        presenter.complete(row.concession_id, "")
    for key in ("their_outtake", "our_outtake", "learning"):
        presenter.write(key, "A sentence.")
    presenter.rate("-2")
    promised = presenter.negotiation.commitments[0].id
    presenter.change_commitment(promised, "they: certificates, 27 Nov")
    reload(presenter)
    assert presenter.commitments()[0].state == "nobody named"
    presenter.change_commitment(promised, "they (Elena): certificates, 27 Nov")
    reload(presenter)
    assert (presenter.commitments()[0].owner, presenter.commitments()[0].state) == ("Elena", "")
    assert presenter.commitment_line(promised) == "they (Elena): certificates, 27 Nov 2026"
    assert all(step.done for step in presenter.steps())
    presenter.write("learning", "   ")
    reload(presenter)
    assert not presenter.steps()[-1].done


def test_a_commitment_is_added_changed_kept_and_overdue(presented: Presented) -> None:
    presenter = closed(presented)
    made = presenter.add_commitment("we: pay 140,000.00 EUR up front, 20 Nov 2026").made
    reload(presenter)
    row = next(each for each in presenter.commitments() if each.commitment_id == made)
    assert (row.who, row.text, row.due, row.state) == ("We", "pay 140,000.00 EUR up front", "20 Nov 2026", "overdue")
    assert presenter.commitment_line(made) == "we: pay 140,000.00 EUR up front, 20 Nov 2026"
    presenter.toggle_kept(made)
    reload(presenter)
    assert presenter.commitments()[-1].state == "kept 24 Nov 2026"
    presenter.toggle_kept(made)
    presenter.change_commitment(made, "pay half")
    reload(presenter)
    found = next(each for each in presenter.negotiation.commitments if each.id == made)
    assert (found.text, found.due, found.done_on) == ("pay half", None, None)


def test_an_unread_line_is_cleared_up_and_keeps_its_text_and_time(presented: Presented) -> None:
    presenter = presented("t 1.54 price", "t blah 17 33")
    (row,) = presenter.unread.rows()
    assert presenter.unread.preview(row.line_id, row.text).reason
    with pytest.raises(BadInput):
        presenter.unread.clear_up(row.line_id, "t blah 17 34")
    assert presenter.unread.preview(row.line_id, "t 17% prepaid").words.startswith("They offer")
    presenter.unread.clear_up(row.line_id, "t 17% prepaid")
    reload(presenter)
    assert presenter.unread.rows() == ()
    line = next(each for each in presenter.negotiation.lines if each.id == row.line_id)
    assert line.text == "t blah 17 33"
    assert line.terms[0].value == Decimal(17)


def test_an_empty_negotiation_has_nothing_to_hold_against(blank_logbook: Logbook) -> None:
    supplier = blank_logbook.suppliers.add(name="New").made
    matter = blank_logbook.negotiations.add(supplier_id=supplier, title="New").made
    presenter = DebriefPresenter(blank_logbook, SAY, standing_clock)
    presenter.load(matter)
    assert stage(presenter) is Stage.EMPTY
    presenter.close(Outcome.AGREED)
    reload(presenter)
    assert stage(presenter) is Stage.CLOSED
    assert presenter.title() == "Agreed, without a term"
    assert presenter.deal_rows() == ()
    assert presenter.remarks() == ""


def test_words_before_a_closing_are_refused(blank_logbook: Logbook) -> None:
    presenter = DebriefPresenter(blank_logbook, SAY, standing_clock)
    presenter.load(play(blank_logbook, "t 1.54 price"))
    with pytest.raises(NotAllowed):
        presenter.write("learning", "too early")


def test_a_draft_that_is_none_is_passed_over(presented: Presented, blank_logbook: Logbook) -> None:
    presenter = presented(*TALK)
    for text in ("{", "[1]", '{"a": 1}', "7"):
        blank_logbook.drafts.keep(f"debrief:{presenter.negotiation.id}", text)
        reload(presenter)
        assert agreed(presenter)["Price"] == "1.40"


def test_what_is_agreed_anew_after_opening_again_counts(presented: Presented, blank_logbook: Logbook) -> None:
    presenter = presented("t 1.54 price", "w 1.40", "t ok")
    presenter.put_term(issue_id(presenter, "Prepaid"), "80")
    presenter.close(Outcome.AGREED)
    presenter.reopen()
    later = standing_clock() + timedelta(hours=1)
    log(blank_logbook, presenter.negotiation.id, ("w 60% prepaid", "t ok prepaid"), later)
    reload(presenter)
    assert agreed(presenter)["Prepaid"] == "60"
