"""tests: two-party cases as records, and the plain enumeration that the engine is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

from core.alternative import Alternative, Form
from core.analysis.case import Case, case_of
from core.estimate import Estimate, Subject
from core.issue import Issue, Option, ScaleKind
from core.message import Message
from core.negotiation import Negotiation
from core.side import Basis
from tests.core.cases import DAY, alternative, figure, issue, negotiation

Pair = tuple[Fraction, Fraction]


def estimate(issue_id: int | None, subject: Subject, likely: Any, **fields: Any) -> Estimate:
    """Build an estimate from plain figures; a pair of `low` and `high` makes it a range."""
    for end in ("low", "high"):
        if fields.get(end) is not None:
            fields[end] = figure(fields[end])
    basis = fields.pop("basis", Basis.GUESS)
    return Estimate(negotiation_id=1, issue_id=issue_id, subject=subject, likely=figure(likely), basis=basis, **fields)


def option_issue(issue_id: int, weight: Any, values: Sequence[Any], name: str = "") -> Issue:
    """Build an issue whose options are named o1, o2 ... with these values."""
    options = tuple(Option(f"o{at}", Decimal(str(value))) for at, value in enumerate(values, start=1))
    return Issue(
        id=issue_id,
        negotiation_id=1,
        place=issue_id,
        name=name or f"Issue {issue_id}",
        kind=ScaleKind.OPTIONS,
        options=options,
        weight=Decimal(str(weight)),
    )


def option_estimates(issue_id: int, weight: Any, values: Sequence[Any]) -> list[Estimate]:
    """Build what a published case says of their side on one issue."""
    found = [estimate(issue_id, Subject.WEIGHT, weight)]
    for at, value in enumerate(values, start=1):
        found.append(estimate(issue_id, Subject.OPTION, value, option=f"o{at}"))
    return found


def points_alternative(points: Any) -> Alternative:
    """Build an alternative that is worth so many points."""
    return alternative(1, "Other supplier", form=Form.POINTS, points=points)


def golden() -> Negotiation:
    """Return the golden case of the bargaining solutions: three issues with three options, disagreement (35, 30)."""
    return negotiation(
        option_issue(1, 50, (1, "0.6", 0), "Price"),
        option_issue(2, 30, (1, "0.5", 0), "Term"),
        option_issue(3, 20, (1, "0.5", 0), "Volume"),
        alternatives=(points_alternative(35),),
        estimates=(
            *option_estimates(1, 30, (0, "0.5", 1)),
            *option_estimates(2, 50, (0, "0.6", 1)),
            *option_estimates(3, 20, (0, "0.6", 1)),
            estimate(None, Subject.RESERVATION, 30),
        ),
    )


def known_case(found: Negotiation) -> Case:
    """Return the case of a negotiation that has everything it needs."""
    case = case_of(found, DAY)
    assert not isinstance(case, Message), case
    return case


# -- random cases ----------------------------------------------------------------------------------------------------

KINDS = (
    "plain", "ties", "single", "identical", "careless", "outside", "long", "steps", "no_zone", "flat",
)  # fmt: skip


def random_case(random: Random, kind: str) -> Negotiation:
    """Return a random two-party negotiation of one kind, small enough to be enumerated."""
    count = 1 if kind == "single" else random.randint(1, 5)
    most = {1: 8, 2: 7, 3: 6, 4: 4, 5: 3}[count]
    issues, estimates = [], []
    for issue_id in range(1, count + 1):
        size = random.randint(1, most)
        our_weight, their_weight = _weight(random, kind), _weight(random, kind)
        if kind == "careless":
            our_weight, their_weight = random.choice(((0, their_weight), (our_weight, 0), (our_weight, their_weight)))
        if issue_id == 1:
            our_weight, their_weight = our_weight or 3, their_weight or 2
        if kind == "steps" and random.random() < 0.7:
            best, worst = random.sample(range(-5, 12), 2)
            step = Decimal(abs(best - worst)) / random.choice((1, 2, 4, 5))
            their_best, their_worst = random.sample(range(-8, 15), 2)
            issues.append(issue(issue_id, f"Issue {issue_id}", best, worst, our_weight, step=step))
            estimates += [
                estimate(issue_id, Subject.WEIGHT, their_weight),
                estimate(issue_id, Subject.BEST, their_best),
                estimate(issue_id, Subject.WORST, their_worst),
            ]
            continue
        ours = [_value(random, kind) for _ in range(size)]
        theirs = [_value(random, kind) for _ in range(size)]
        if kind == "identical":
            ours, theirs = ours[:1] * size, theirs[:1] * size
        issues.append(option_issue(issue_id, our_weight, ours))
        estimates += option_estimates(issue_id, their_weight, theirs)
    floors = (95, 95) if kind == "no_zone" else (random.randint(-10, 60), random.randint(-10, 60))
    alternatives = () if random.random() < 0.2 else (points_alternative(floors[0]),)
    if random.random() < 0.8:
        estimates.append(estimate(None, Subject.RESERVATION, floors[1]))
    return negotiation(*issues, alternatives=alternatives, estimates=tuple(estimates))


def _weight(random: Random, kind: str) -> Any:
    if kind == "long":
        return Decimal(random.randrange(1, 10**14)).scaleb(-11)
    return random.randint(1, 3) if kind == "ties" else random.randint(0, 40)


def _value(random: Random, kind: str) -> Any:
    match kind:
        case "ties":
            return Decimal(random.randint(0, 2)) / 2
        case "outside":
            return Decimal(random.randint(-150, 250)) / 100
        case "long":
            return Decimal(random.randrange(10**13)).scaleb(-13)
        case "flat":
            return Decimal("0.5")
    return Decimal(random.randint(0, 100)) / 100


# -- enumeration -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Enumerated:
    """Everything that plain enumeration of all packages finds, by the definitions alone."""

    packages: int
    feasible: int
    frontier: list[Pair]
    nash: list[Pair]
    kalai_smorodinsky: list[Pair]
    welfare: list[Pair]


def enumerate_case(found: Negotiation) -> Enumerated:
    """Value every package by fractions, from the records alone and without any part of the engine."""
    columns = [_column(found, each) for each in found.issues]
    our_total = sum(Fraction(each.weight or 0) for each in found.issues)
    their_total = sum(_likely(found, each.id, Subject.WEIGHT) or 0 for each in found.issues)
    pairs: list[Pair] = []
    for chosen in product(*columns):
        ours = sum((pair[0] for pair in chosen), Fraction(0)) / our_total
        theirs = sum((pair[1] for pair in chosen), Fraction(0)) / their_total
        pairs.append((ours, theirs))
    distinct = sorted(set(pairs), reverse=True)
    efficient = [
        pair
        for pair in distinct
        if not any(other != pair and other[0] >= pair[0] and other[1] >= pair[1] for other in distinct)
    ]
    floors = _floors(found)
    feasible = [pair for pair in pairs if pair[0] >= floors[0] and pair[1] >= floors[1]]
    suited = [pair for pair in efficient if pair[0] >= floors[0] and pair[1] >= floors[1]]
    most = [max((pair[side] - floors[side] for pair in feasible), default=Fraction(0)) for side in (0, 1)]

    def least_share(pair: Pair) -> Fraction:
        shares = [(pair[side] - floors[side]) / most[side] for side in (0, 1) if most[side] > 0]
        return min(shares, default=Fraction(0))

    return Enumerated(
        packages=len(pairs),
        feasible=len(feasible),
        frontier=efficient,
        nash=_best(suited, lambda pair: (pair[0] - floors[0]) * (pair[1] - floors[1])),
        kalai_smorodinsky=_best(suited, least_share),
        welfare=_best(suited, sum),
    )


def _best(pairs: list[Pair], measure: Any) -> list[Pair]:
    most = max((measure(pair) for pair in pairs), default=None)
    tied = [pair for pair in pairs if measure(pair) == most]
    return sorted(tied, key=lambda pair: (-sum(pair), -pair[0]))


def _column(found: Negotiation, each: Issue) -> list[Pair]:
    mine = Fraction(each.weight or 0)
    theirs = _likely(found, each.id, Subject.WEIGHT) or Fraction(0)
    if each.kind is ScaleKind.OPTIONS:
        known = {estimate.option: Fraction(str(estimate.likely)) for estimate in found.estimates
                 if estimate.issue_id == each.id and estimate.subject is Subject.OPTION}  # fmt: skip
        return [(mine * Fraction(option.value), theirs * known[option.label]) for option in each.options]
    best, worst, step = (Fraction(str(figure)) for figure in (each.best, each.worst, each.step))
    good, bad = _likely(found, each.id, Subject.BEST), _likely(found, each.id, Subject.WORST)
    assert good is not None
    assert bad is not None
    places = [best + (worst - best) / abs(worst - best) * step * at for at in range(int(abs(worst - best) / step) + 1)]
    places = places if places[-1] == worst else [*places, worst]
    return [
        (mine * (place - worst) / (best - worst), theirs * (place - bad) / (good - bad) if theirs else Fraction(0))
        for place in places
    ]


def _likely(found: Negotiation, issue_id: int | None, subject: Subject) -> Fraction | None:
    likely = [each.likely for each in found.estimates if each.issue_id == issue_id and each.subject is subject]
    return Fraction(str(likely[0])) if likely else None


def _floors(found: Negotiation) -> Pair:
    points = [each.points for each in found.alternatives if each.points is not None]
    ours = Fraction(points[0]) / 100 if points else Fraction(0)
    return ours, (_likely(found, None, Subject.RESERVATION) or Fraction(0)) / 100
