"""tests: ui/prepare/steps/alternative_details.py - the talk that an alternative follows, announced when it changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from core.alternative import Alternative
from core.line import Line
from core.log import compose
from core.negotiation import Status
from core.words import NO_BREAK
from tests.ui.conftest import NOW
from tests.ui.prepare.conftest import Bench
from ui.meet.entry import read_line
from ui.navigation import NEGOTIATION, Place
from ui.prepare.steps.alternatives_step import AlternativesStep
from ui.widgets.flag import Level

Key = Qt.Key


def log(bench: Bench, talk: int, text: str, at: datetime, logged_at: datetime) -> Line:
    """Log a line in the other talk."""
    logbook, say = bench.driver.logbook, bench.driver.program.tools.say
    negotiation = logbook.negotiations.load(talk)
    made = logbook.lines.log(talk, compose(negotiation, read_line(negotiation, text, say, at), at, logged_at)).made
    return next(line for line in logbook.negotiations.load(talk).lines if line.id == made)


@pytest.fixture
def talk(bench: Bench) -> int:
    """Begin a talk with another supplier, who offers 1.41 and 45 days three weeks ago."""
    logbook = bench.driver.logbook
    supplier = logbook.suppliers.add(name="Frutas Ebro").made
    made = logbook.negotiations.add(supplier_id=supplier, title="Sweetcorn 2027").made
    for name, unit in (("Price", "EUR/can"), ("Payment", "days")):
        logbook.issues.add(made, name=name, alias=name[:2].lower(), unit=unit, best=Decimal(1), worst=Decimal(99))
    before = NOW - timedelta(days=21)
    log(bench, made, "they 1.41 price, 45d payment", before, before)
    return made


@pytest.fixture
def step(bench: Bench, talk: int) -> AlternativesStep:
    """Show an alternative with a price of 1.45."""
    bench.add_price()
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "meet"))
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "prepare"))
    bench.step("alternatives")
    bench.tabbed("Ebro", "1.45")
    page = bench.view.page
    assert isinstance(page, AlternativesStep)
    return page


def only(bench: Bench) -> Alternative:
    """Return the only alternative."""
    (found,) = bench.negotiation.alternatives
    return found


def choose(bench: Bench, step: AlternativesStep, presses: int = 1) -> None:
    """Choose the talk to follow from its list by keys."""
    step.details.given_choice.setFocus()
    for _ in range(abs(presses)):
        bench.driver.press(Key.Key_Down if presses > 0 else Key.Key_Up)


def news(step: AlternativesStep) -> str:
    """Return what is announced."""
    return step.details.news.text.replace(NO_BREAK, " ")


def test_what_stands_over_there_is_copied_with_its_day(bench: Bench, step: AlternativesStep) -> None:
    choose(bench, step)
    assert [term.value for term in only(bench).terms] == [Decimal("1.41")]
    (following,) = bench.negotiation.followings
    assert following.copied_at == NOW
    told = step.details.followed.text().replace(NO_BREAK, " ")
    assert told == "Copied 24 Nov 2026 from Frutas Ebro, Sweetcorn 2027. Payment is no issue here."
    assert not step.details.news.isVisible()
    assert "their offer in another talk, copied 24 Nov 2026" in " ".join(bench.driver.texts(bench.view.side))
    bench.undo()
    assert (only(bench).terms[0].value, bench.negotiation.followings) == (Decimal("1.45"), ())


def test_a_change_is_announced_and_taken_over_by_a_button(bench: Bench, step: AlternativesStep, talk: int) -> None:
    choose(bench, step)
    log(bench, talk, "they 1.39 price", NOW, NOW + timedelta(minutes=1))
    bench.view.show_negotiation(bench.negotiation_id)
    assert only(bench).terms[0].value == Decimal("1.41")
    assert news(step) == (
        "Their offer in Frutas Ebro, Sweetcorn 2027 changed since 24 Nov 2026: Price from 1.41 EUR/can to 1.39 "
        "EUR/can. Take it over?"
    )
    assert bench.cell(only(bench).id, "name").level is Level.CHECK
    titles = [bench.driver.program.tools.say.message(each.title) for each in bench.view.presenter.prepared.advice]
    assert "Offer changed: Ebro" in titles
    step.details.take.click()
    assert only(bench).terms[0].value == Decimal("1.39")
    assert not step.details.news.isVisible()
    bench.undo()
    assert only(bench).terms[0].value == Decimal("1.41")
    assert step.details.news.isVisible()


def test_an_offer_that_is_deleted_over_there_is_told_and_leaves_when_it_is_taken_over(
    bench: Bench, step: AlternativesStep, talk: int
) -> None:
    choose(bench, step)
    book = bench.driver.logbook
    (line,) = book.negotiations.load(talk).lines
    book.lines.delete(line.id)
    bench.view.show_negotiation(bench.negotiation_id)
    assert only(bench).terms[0].value == Decimal("1.41"), "nothing is taken over by itself"
    assert "Price 1.41 EUR/can stands no longer" in news(step)
    step.details.take.click()
    assert only(bench).terms == ()
    assert not step.details.news.isVisible()


def test_a_change_can_be_left_and_the_next_one_is_told_again(bench: Bench, step: AlternativesStep, talk: int) -> None:
    choose(bench, step)
    log(bench, talk, "they 1.39 price", NOW, NOW)
    later = NOW + timedelta(minutes=1)
    log(bench, talk, "they 1.38 price", NOW, later)
    bench.view.show_negotiation(bench.negotiation_id)
    assert "to 1.38 EUR/can" in news(step)
    step.details.leave.click()
    assert only(bench).terms[0].value == Decimal("1.41")
    log(bench, talk, "they 1.37 price", NOW, later)
    bench.view.show_negotiation(bench.negotiation_id)
    assert "to 1.37 EUR/can" in news(step)


def test_it_can_follow_nothing_again_and_keeps_its_terms(bench: Bench, step: AlternativesStep) -> None:
    choose(bench, step)
    choose(bench, step, -1)
    assert bench.negotiation.followings == ()
    assert only(bench).terms[0].value == Decimal("1.41")
    assert step.details.followed.text() == ""


def test_a_talk_of_which_nothing_fits_is_not_followed(bench: Bench, step: AlternativesStep) -> None:
    bench.driver.logbook.issues.change(bench.issue("Price").id, unit="EUR/kg")
    bench.view.show_negotiation(bench.negotiation_id)
    choose(bench, step)
    assert bench.negotiation.followings == ()
    assert bench.driver.answers.codes == ["following.nothing"]
    assert step.details.given_choice.currentIndex() == 0


def test_a_talk_that_failed_is_told_and_offers_nothing_to_take(bench: Bench, step: AlternativesStep, talk: int) -> None:
    choose(bench, step)
    bench.driver.logbook.negotiations.change(talk, status=Status.NO_DEAL)
    bench.view.show_negotiation(bench.negotiation_id)
    assert "ended without a deal" in news(step)
    assert not step.details.take.isVisible()


def test_a_talk_that_is_deleted_is_told(bench: Bench, step: AlternativesStep, talk: int) -> None:
    choose(bench, step)
    bench.driver.logbook.negotiations.delete(talk)
    bench.view.show_negotiation(bench.negotiation_id)
    told = step.details.followed.text()
    assert told == "" or "a talk that is deleted" in told
    assert only(bench).terms[0].value == Decimal("1.41")
