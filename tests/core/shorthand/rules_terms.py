"""tests: the rules of terms once more - offers and guesses, judged by the stretches of the line that they take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from core.issue import ScaleKind
from core.shorthand import Context, Reading, Role, Span, Status
from core.side import Side
from core.term import Package
from tests.core.shorthand.rules_figures import SIGNS, Figures, Group, Stated, key, place_of_value, plain_value

QUOTES = '"\u201c\u201e\u00ab'


@dataclass(frozen=True)
class Piece:
    """A stretch of the line that belongs to a term: what it is, its text, and whether it touches the one before."""

    role: Role
    text: str
    span: Span
    together: bool


class Terms:
    """The terms of one reading under judgement."""

    def __init__(
        self, reading: Reading, number: int, table: Context, who: Mapping[str, Side], clauses: Mapping[str, str]
    ) -> None:
        self.reading = reading
        self.line = reading.text
        self.said = reading.choices[number]
        self.spans = reading.marks[number]
        self.table = table
        self.who = who
        self.clauses = clauses
        self.issues = {issue.id: issue for issue in table.issues}
        self.figures = Figures(table, self.said.side or Side.THEM)

    def complaints(self) -> Iterator[str]:
        sections = self._sections()
        rest = [self._text(each) for each in self.spans if each.role is Role.UNREAD]
        if " ".join(rest) != self.said.rest:
            yield "1: words left over are kept"
        if any(len(word) == 1 and word.casefold() in self.who for word in rest):
            yield "3: a letter that means who is left over"
        for one, other in pairwise(self.spans):
            leads = one.role is Role.UNREAD and self.clauses.get(self._text(one).casefold()) in ("until", "by")
            is_number = other.role is Role.VALUE and self._text(other)[0] not in QUOTES
            if leads and is_number and not re.search("[;,]", self.line[one.end : other.start]):
                yield "8: a number behind until or by is no term"
        package = self._package()
        stated = [self.said.terms, self.said.conditions, self.said.in_return]
        if package:
            if tuple(key(each) for each in self.said.terms[: len(package)]) != tuple(key(each) for each in package):
                yield "8: a package is taken whole"
            stated[0] = self.said.terms[len(package) :]
        claims = tuple(key(each) for part in stated for each in part)
        issues = [each[0] for each in claims] + [each.issue_id for each in package]
        if len(set(issues)) < len(issues):
            yield "6: an issue is stated twice"
        ways = [way for number_first in (False, True) for way in self._grouped(sections, number_first=number_first)]
        fitting = [way for way in ways if [len(part) for part in way] == [len(part) for part in stated]]
        found: list[str] = []
        for way in fitting:
            found = list(self._against(way, claims, {each.issue_id for each in package}))
            if not found:
                break
        yield from found if fitting else ["6: the stretches are no terms"]
        yield from self._typos_told(claims)
        yield from self._quotes_kept()

    def _against(self, way: Sequence[Sequence[Group]], claims: tuple[Stated, ...], taken: set[int]) -> Iterator[str]:
        groups = [each for part in way for each in part]
        named = taken | {claim[0] for claim, group in zip(claims, groups, strict=True) if group.named}
        columns: list[set[Stated]] = []
        must_ask = False
        for claim, group in zip(claims, groups, strict=True):
            if group.named:
                able = {each for issue_id in group.named for each in self.figures.values(self.issues[issue_id], group)}
                must_ask = must_ask or self.figures.asks(self.issues[claim[0]], group)
            else:
                able, homeless = self._homes(group, named)
                must_ask = must_ask or homeless
                if claim[0] in named:
                    yield "6: a bare number goes to an issue that is named"
            if claim not in able:
                yield f"6, 7, 11: {self.line[group.span.start : group.span.end]!r} cannot be {claim}"
            columns.append(able)
        if must_ask and self.reading.status is not Status.ASK:
            yield "1: this is asked"
        combined = {
            way for way in product(*columns) if len({each[0] for each in way}) == len(way)
        } if len(columns) < 5 else set()  # fmt: skip
        if len(combined) > 1 and self.reading.status is not Status.ASK:
            yield "1: several readings, and one was taken"
        if self.reading.status is Status.ASK and len(self.reading.choices) < 9:
            listed = {tuple(key(t) for t in (*c.terms, *c.conditions, *c.in_return)) for c in self.reading.choices}
            if any(not any(set(one) <= set(other) for other in listed) for one in combined):
                yield "1: a reading is not listed"

    def _sections(self) -> list[list[Piece]]:
        sections: list[list[Piece]] = [[], [], []]
        current, skip, end, parted = 0, False, 0, True
        for span in self.spans:
            text = self._text(span)
            clause = self.clauses.get(text.split()[0].casefold()) if span.role is Role.WORD else None
            if clause in ("if", "for"):
                current = 1 if clause == "if" else 2
            skip, was_label = clause == "pkg", skip
            quoted = span.role is Role.VALUE and text[0] in QUOTES and current > 0
            parted = parted or bool(re.search("[;,.]", self.line[end : span.start]))
            end = span.end
            if span.role in (Role.ISSUE, Role.VALUE, Role.UNIT) and not was_label and not quoted:
                sections[current].append(Piece(span.role, text, span, together=not parted))
                parted = False
            else:
                parted = True
        return sections

    def _quotes_kept(self) -> Iterator[str]:
        words: dict[str, list[str]] = {"if": [], "for": []}
        current = ""
        for span in self.spans:
            text = self._text(span)
            clause = self.clauses.get(text.split()[0].casefold()) if span.role is Role.WORD else None
            current = clause if clause in words else current
            if span.role is Role.VALUE and text[0] in QUOTES and current:
                words[current].append(text[1:-1])
        if ["; ".join(words["if"]), "; ".join(words["for"])] != [self.said.condition_words, self.said.in_return_words]:
            yield "9: the words of a condition are kept"

    def _package(self) -> Package:
        if not self.said.package:
            return ()
        return self.table.packages[self.said.package]

    def _grouped(self, sections: list[list[Piece]], *, number_first: bool) -> list[list[list[Group]]]:
        ways = [list(self._groups(part, number_first=number_first)) for part in sections]
        return [list(way) for way in product(*ways)]

    def _groups(self, pieces: Sequence[Piece], *, number_first: bool) -> Iterator[list[Group]]:
        if not pieces:
            yield []
            return
        head, rest = pieces[0], pieces[1:]
        if head.role is Role.ISSUE and rest and rest[0].role is Role.VALUE and rest[0].together:
            named = self.figures.named(head.text)
            options = tuple(each for each in named if self.figures.option(self.issues[each], rest[0].text) is not None)
            if options or not number_first:
                unit = rest[1].text if len(rest) > 1 and rest[1].role is Role.UNIT else ""
                group = self._group(options or named, rest[0], unit)
                yield from (
                    [group, *more] for more in self._groups(rest[2 if unit else 1 :], number_first=number_first)
                )
        if head.role is not Role.VALUE:
            return
        unit = rest[0].text if rest and rest[0].role is Role.UNIT else ""
        rest = rest[1:] if unit else rest
        if number_first and rest and rest[0].role is Role.ISSUE and rest[0].together:
            group = self._group(self.figures.named(rest[0].text), head, unit)
            yield from ([group, *more] for more in self._groups(rest[1:], number_first=number_first))
        else:
            group = self._group((), head, unit)
            yield from ([group, *more] for more in self._groups(rest, number_first=number_first))

    def _group(self, named: tuple[int, ...], value: Piece, unit: str) -> Group:
        is_real = value.span.start > 0 and self.line[value.span.start - 1] == "="
        text = value.text
        if text.startswith("="):
            is_real, text = True, text[1:]
        money = re.match(rf"([{re.escape(SIGNS)}]?)(?:\u20ac|EUR)(?=[0-9.,])", text, re.IGNORECASE)
        if money:
            text, unit = money[1] + text[money.end() :], f"{unit} EUR".strip()
        return Group(named, text, unit, is_real, value.span)

    def _homes(self, group: Group, named: set[int]) -> tuple[set[Stated], bool]:
        """Return where a bare number may go by rule 6, and whether it has to be asked in any case."""
        able = {
            issue.id: self.figures.values(issue, group, exactly=True)
            for issue in self.table.issues
            if issue.id not in named and issue.kind is not ScaleKind.OPTIONS
        }
        held = {issue_id: {each for each in found if self._holds(each)} for issue_id, found in able.items()}
        last = held.get(self.table.last_issue or 0)
        asked = any(self.figures.asks(self.issues[each], group) for each, found in held.items() if found)
        if last:
            return last, self.figures.asks(self.issues[self.table.last_issue or 0], group)
        if any(held.values()):
            return {each for found in held.values() for each in found}, asked
        return {each for found in able.values() for each in found}, True

    def _holds(self, stated: Stated) -> bool:
        issue = self.issues[stated[0]]
        ends = sorted((plain_value(issue.best), plain_value(issue.worst)))
        return all(each is None or ends[0] <= each <= ends[1] for each in stated[1:])  # type: ignore[operator]

    def _typos_told(self, claims: Sequence[Stated]) -> Iterator[str]:
        doubtful = 0
        for issue_id, *ends in claims:
            issue = self.issues[issue_id]
            if issue.kind is ScaleKind.OPTIONS:
                continue
            low, high = sorted((place_of_value(plain_value(issue.best)), place_of_value(plain_value(issue.worst))))
            far = [max(low - place_of_value(each), place_of_value(each) - high) for each in ends if each is not None]
            doubtful += any(each > high - low for each in far)
        if doubtful != len(self.said.typos):
            yield "1: a value far outside its range is marked"

    def _text(self, span: Span) -> str:
        return self.line[span.start : span.end]
