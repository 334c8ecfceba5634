"""tests: the cheat card says in codes what its key reads back, and nothing in plain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.cheat import CheatCard, Rung, cheat_card, decode
from core.issue import Issue, Option, ScaleKind
from core.negotiation import Negotiation
from core.plan import PlannedConcession

D = Decimal
PRICE = Issue(
    id=1, negotiation_id=1, name="Price", alias="p", unit="EUR/can", best=D("1.35"), worst=D("1.60"), step=D("0.01"),
    reference_quantity=D(100_000), opening=D("1.36"), fair=D("1.40"), limit=D("1.45"),
)  # fmt: skip
VOLUME = Issue(id=2, negotiation_id=1, name="Volume", best=D(50_000), worst=D(150_000), fair=D(30_000), limit=D(50_000))
COVER = Issue(
    id=3, negotiation_id=1, name="Recall cover", kind=ScaleKind.OPTIONS,
    options=(Option("none", D(0)), Option("shared", D("0.5")), Option("full", D(1))), fair="full", limit="shared",
)  # fmt: skip
START = Issue(
    id=4, negotiation_id=1, name="Start", kind=ScaleKind.DATE, best=date(2026, 12, 1), worst=date(2027, 2, 1),
    fair=date(2026, 12, 15),
)  # fmt: skip
MATTER = Negotiation(
    id=1, supplier_id=1, title="Tins", issues=(PRICE, VOLUME, COVER, START),
    planned_concessions=(
        PlannedConcession(
            id=1, negotiation_id=1, issue_id=1, to_value=D("1.38"), return_issue_id=3, return_value="shared"
        ),
        PlannedConcession(id=2, negotiation_id=1, issue_id=2, to_value=D(40_000), in_return="they sign this week"),
    ),
)  # fmt: skip


def code_of(card: CheatCard, issue: Issue) -> str:
    return next(code.name for code in card.codes if code.issue is issue)


@given(st.integers(0, 999_999))
def test_every_figure_of_every_card_is_read_back_exactly(seed: int) -> None:
    card = cheat_card(MATTER, seed)
    assert sorted(code.name for code in card.codes) == ["K1", "K2", "K3", "K4"]
    assert sorted(rung for _, rung in card.columns) == sorted(Rung)
    for code in card.codes:
        for rung in Rung:
            value = getattr(code.issue, rung.value)
            if value is not None:
                assert code.read(card.cell(code, rung)) == value
            else:
                assert card.cell(code, rung) == ""


@given(st.integers(0, 999_999))
def test_a_price_is_shifted_by_the_key_number_and_never_stands_there_as_it_is(seed: int) -> None:
    card = cheat_card(MATTER, seed)
    price = next(code for code in card.codes if code.issue is PRICE)
    assert 3 <= price.shift <= 19
    assert [card.cell(price, rung) for rung in Rung] == [str(cents + price.shift) for cents in (40, 36, 45)]


def test_the_same_seed_draws_the_same_card_and_others_draw_others() -> None:
    assert cheat_card(MATTER, 7) == cheat_card(MATTER, 7)
    orders = {tuple(code.issue.id for code in cheat_card(MATTER, seed).codes) for seed in range(40)}
    columns = {cheat_card(MATTER, seed).columns for seed in range(40)}
    assert len(orders) > 10
    assert len(columns) == 6


def test_large_round_figures_are_written_small() -> None:
    card = cheat_card(MATTER, 3)
    volume = next(code for code in card.codes if code.issue is VOLUME)
    assert (volume.write(D(30_000)), volume.power) == ("3", -4)


def test_the_ladder_is_written_as_give_for_get() -> None:
    card = cheat_card(MATTER, 5)
    price, volume, cover = (code_of(card, issue) for issue in (PRICE, VOLUME, COVER))
    shift = next(code.shift for code in card.codes if code.issue is PRICE)
    assert [(step.get, step.give) for step in card.steps] == [
        (f"{cover} B", f"{price} {38 + shift}"),
        ("G", f"{volume} 4"),
    ]
    assert card.words == (("G", "they sign this week"),)


def test_an_issue_without_figures_stays_out() -> None:
    bare = replace(MATTER, issues=(PRICE, Issue(id=9, negotiation_id=1, name="Spare parts")), planned_concessions=())
    assert [code.issue.name for code in cheat_card(bare, 1).codes] == ["Price"]


def test_notes_in_code_become_lines_that_can_be_read() -> None:
    card = cheat_card(MATTER, 11)
    price, cover = (code_of(card, issue) for issue in (PRICE, COVER))
    written = next(code for code in card.codes if code.issue is PRICE).write(D("1.45"))
    assert decode(f"t {price} {written}, {cover} C @10:02", card) == "t p 1.45, Recall cover=full @10:02"
    assert decode(f"t {price.lower()}={written}", card, ",") == "t p 1,45"
    assert decode("t K77 5 and K4711 5", card) == "t K77 5 and K4711 5"


def test_a_negative_figure_is_read_as_a_value_and_not_as_a_step() -> None:
    index = Issue(id=5, negotiation_id=1, name="Index", alias="idx", best=D(-5), worst=D(-1), fair=D(-4))
    card = cheat_card(replace(MATTER, issues=(index,), planned_concessions=()), 7)
    (code,) = card.codes
    assert decode(f"t {code.name} {code.write(D(-3))}", card) == "t idx=-3"
