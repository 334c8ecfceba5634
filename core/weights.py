"""core: weights, how much each issue counts - as entered, as ranked, or as its range is worth in money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from core.errors import BadInput
from core.exact import as_decimal, is_finite_decimal
from core.issue import Issue, ScaleKind
from core.message import Message, message
from core.negotiation import Negotiation, Weighting


def shares(negotiation: Negotiation) -> dict[int, Fraction] | Message:
    """Return each issue's share of the whole, exact and adding up to 1, or why there are none.

    An issue without a weight counts 0 (in money: one that is no money), so that an issue added in a talk does
    not blind the judgement of the others; `core.ladder.issue_checks` points it out.
    """
    match negotiation.weighting:
        case Weighting.DIRECT:
            found: dict[int, Fraction] | Message = _entered(negotiation.issues)
        case Weighting.RANKING:
            found = _ranked(negotiation.issues)
        case Weighting.MONEY:
            found = _money(negotiation.issues)
    if isinstance(found, Message):
        return found
    total = sum(found.values(), Fraction(0))
    if total == 0:
        return message(f"weights.none_{negotiation.weighting}" if negotiation.issues else "weights.no_issues")
    return {issue_id: weight / total for issue_id, weight in found.items()}


def money_worth(issue: Issue) -> Fraction | None:
    """Return M, what the issue's whole range is worth in money: as entered, else as a unit price makes it.

    None where the issue is no money, or a unit price lacks its two ends.
    """
    if issue.money_worth is not None:
        return Fraction(issue.money_worth)
    if not issue.is_unit_price or not isinstance(issue.best, Decimal) or not isinstance(issue.worst, Decimal):
        return None
    per_unit = money_per_unit(issue)
    return None if per_unit is None else abs(Fraction(issue.best) - Fraction(issue.worst)) * per_unit


def money_per_unit(issue: Issue) -> Fraction | None:
    """Return what one unit of a unit price comes to in money: reference quantity / price basis."""
    if not issue.is_unit_price or issue.reference_quantity is None or issue.price_basis <= 0:
        return None
    return Fraction(issue.reference_quantity) / Fraction(issue.price_basis)


def money_per_share(negotiation: Negotiation, found: Mapping[int, Fraction] | None = None) -> Fraction | None:
    """Return what the whole scale from 0 to 1 is worth in money, None without a money issue that counts.

    Where weights are money this is sum M; else the M of the money issues by the share that they were given.
    `found` are the shares, where they are known already.
    """
    known = shares(negotiation) if found is None else found
    if isinstance(known, Message):
        return None
    money, share = Fraction(0), Fraction(0)
    for issue in negotiation.issues:
        worth = money_worth(issue)
        if worth is not None and worth > 0 and known[issue.id] > 0:
            money, share = money + worth, share + known[issue.id]
    return money / share if share else None


def with_new_issue(
    negotiation: Negotiation, new: Issue, share: Decimal | None = None
) -> tuple[Decimal | None, dict[int, Decimal]]:
    """Return the weight of an issue added in the talk, and the new weights of the issues whose weight changes.

    A weight entered is on the scale of the weights that stand: with S their sum, the new issue takes the share
    w = weight / S and the others are scaled by 1 - w, so that the sum stays S. Where that has no finite decimals
    all weights are multiplied by the least whole number that gives them. `share` says w itself. Given its money
    worth alone, the issue takes w = M / (M + what the whole scale was worth). Ranks from the new one's on move
    down by one; weights in money scale by themselves. Raises BadInput for a weight that would leave nothing to
    the others.
    """
    if negotiation.weighting is Weighting.MONEY:
        return new.weight, {}
    if negotiation.weighting is Weighting.RANKING:
        return new.weight, _ranks_after(negotiation.issues, new.weight)
    standing = {issue.id: Fraction(issue.weight or 0) for issue in negotiation.issues}
    total = sum(standing.values(), Fraction(0))
    taken = _new_share(negotiation, new, total) if share is None else Fraction(share)
    if taken is None or total == 0:
        return share if new.weight is None else new.weight, {}
    if not 0 <= taken < 1:
        raise BadInput("weights.too_large", issue=new.name, total=as_decimal(total))
    scaled = {issue_id: weight * (1 - taken) for issue_id, weight in standing.items()}
    factor = _finite_factor((*scaled.values(), taken * total))
    changed = {issue_id: as_decimal(weight * factor) for issue_id, weight in scaled.items() if standing[issue_id]}
    return as_decimal(taken * total * factor), {
        issue_id: weight for issue_id, weight in changed.items() if weight != standing[issue_id]
    }


def without_issue(negotiation: Negotiation, issue_id: int, entered: Decimal | None = None) -> dict[int, Decimal]:
    """Return the weights that the others had before an issue was added in the talk, undoing `with_new_issue`.

    `entered` is its weight as it was typed then, which tells the scale of the others; without it their sum becomes
    what it is with the issue. Only weights that change are returned.
    """
    gone = negotiation.issue_by_id[issue_id].weight
    others = {issue.id: issue.weight for issue in negotiation.issues if issue.id != issue_id}
    if negotiation.weighting is Weighting.MONEY or not gone:
        return {}
    if negotiation.weighting is Weighting.RANKING:
        return {each: as_decimal(Fraction(rank) - 1) for each, rank in others.items() if rank and rank > gone}
    standing = {each: Fraction(weight) for each, weight in others.items() if weight}
    rest = sum(standing.values(), Fraction(0))
    if rest <= 0:
        return {}
    total = rest + Fraction(gone)
    if entered:
        total = Fraction(entered) * total / Fraction(gone)
    scaled = {each: weight * total / rest for each, weight in standing.items()}
    factor = _finite_factor(scaled.values())
    return {each: as_decimal(weight * factor) for each, weight in scaled.items() if weight * factor != standing[each]}


def _new_share(negotiation: Negotiation, new: Issue, total: Fraction) -> Fraction | None:
    if new.weight is not None:
        return Fraction(new.weight) / total if total else None
    worth, scale = money_worth(new), money_per_share(negotiation)
    if worth is None or worth <= 0 or scale is None:
        return None
    return worth / (worth + scale)


def _finite_factor(numbers: Iterable[Fraction]) -> int:
    factor = 1
    for number in numbers:
        part = number * factor
        if not is_finite_decimal(part):
            rest = part.denominator
            for prime in (2, 5):
                while rest % prime == 0:
                    rest //= prime
            factor *= rest
    return factor


def _ranks_after(issues: Iterable[Issue], rank: Decimal | None) -> dict[int, Decimal]:
    if rank is None:
        return {}
    return {
        issue.id: as_decimal(Fraction(issue.weight) + 1)
        for issue in issues
        if issue.weight is not None and issue.weight >= rank
    }


def _entered(issues: Iterable[Issue]) -> dict[int, Fraction] | Message:
    found = {}
    for issue in issues:
        if issue.weight is not None and issue.weight < 0:
            return message("weights.negative", issue=issue.name)
        found[issue.id] = Fraction(issue.weight or 0)
    return found


def _ranked(issues: tuple[Issue, ...]) -> dict[int, Fraction]:
    """Weigh by rank-order-centroid (Barron and Barrett 1996): rank k of n counts 1/n sum of 1/j for j = k..n.

    Tied issues share the mean of the places that they take together.
    """
    found = {issue.id: Fraction(0) for issue in issues}
    ranked = sorted((issue.weight, issue.id) for issue in issues if issue.weight is not None and issue.weight > 0)
    count = len(ranked)
    centroids: list[Fraction] = []
    running = Fraction(0)
    for place in range(count, 0, -1):
        running += Fraction(1, place)
        centroids.append(running / count)
    centroids.reverse()
    start = 0
    while start < count:
        end = start
        while end < count and ranked[end][0] == ranked[start][0]:
            end += 1
        mean = sum(centroids[start:end], Fraction(0)) / (end - start)
        for _, issue_id in ranked[start:end]:
            found[issue_id] = mean
        start = end
    return found


def _money(issues: Iterable[Issue]) -> dict[int, Fraction] | Message:
    found = {}
    for issue in issues:
        worth = money_worth(issue)
        if worth is None and issue.is_unit_price and issue.kind is ScaleKind.NUMERIC:
            return message("scale.no_ends", issue=issue.name)
        if worth is not None and worth < 0:
            return message("weights.negative_money", issue=issue.name)
        if worth == 0 and issue.money_worth is None:
            return message("scale.same_ends", issue=issue.name)
        found[issue.id] = worth or Fraction(0)
    return found
