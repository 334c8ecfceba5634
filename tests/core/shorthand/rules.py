"""tests: the twelve rules once more, apart from the reader - they judge each reading by what it makes of the text.

A reading marks what each stretch of a line is and says what the line states. `broken` works out from the stretches,
with its own tables and its own arithmetic, what they may state, and names each rule that the reading breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TypeAlias

from core.issue import Issue, ScaleKind
from core.line import Verb
from core.number import Marks
from core.shorthand import Context, Reading, Role, Span, Statement, Status
from core.side import Side
from core.term import Package, Term, Value

US, THEM = Side.US, Side.THEM
WHO = {
    "en": {"t": THEM, "they": THEM, "<": THEM, "w": US, "we": US, ">": US},
    "de": {"sie": THEM, "wir": US},
}
VERBS = {
    "en": {
        "ok": Verb.AGREE, "no": Verb.REFUSE, "park": Verb.PARK, "?": Verb.ASK, "ask": Verb.ASK,
        "!": Verb.PROMISE, "todo": Verb.PROMISE, "~": Verb.GUESS, "guess": Verb.GUESS,
        "x": Verb.TACTIC, "tactic": Verb.TACTIC, "z": Verb.SANCTION, "sanction": Verb.SANCTION,
        "+": Verb.NEW_ISSUE, "new": Verb.NEW_ISSUE,
    },
    "de": {
        "einig": Verb.AGREE, "nein": Verb.REFUSE, "parken": Verb.PARK, "frage": Verb.ASK, "zusage": Verb.PROMISE,
        "vermutung": Verb.GUESS, "taktik": Verb.TACTIC, "drohung": Verb.SANCTION, "neu": Verb.NEW_ISSUE,
    },
}  # fmt: skip
CLAUSES = {
    "en": {"if": "if", "for": "for", "until": "until", "by": "by", "pkg": "pkg"},
    "de": {"wenn": "if", "für": "for", "bis": "until", "per": "by", "paket": "pkg"},
}
DAYS = {"d": 1, "day": 1, "days": 1, "w": 7, "wk": 7, "wks": 7, "week": 7, "weeks": 7, "m": 30, "mo": 30} | {
    "month": 30, "months": 30, "y": 360, "yr": 360, "yrs": 360, "year": 360, "years": 360,
}  # fmt: skip
GERMAN_DAYS = {"tag": 1, "tage": 1, "tagen": 1, "woche": 7, "wochen": 7, "monat": 30, "monate": 30, "monaten": 30} | {
    "j": 360, "jahr": 360, "jahre": 360, "jahren": 360,
}  # fmt: skip
MEASURED_IN = {"days": 1, "weeks": 7, "months": 30}
SIGNS = "+-\u2013\u2212"
FREE = (Verb.PROMISE, Verb.SANCTION, Verb.TACTIC)
NAMES_ONLY = (Verb.AGREE, Verb.REFUSE, Verb.PARK, Verb.ASK)

# What a term states, comparable: the issue, the value, the other end of a range.
Stated: TypeAlias = "tuple[int, Fraction | date | str, Fraction | date | str | None]"


def broken(reading: Reading, number: int, table: Context) -> list[str]:
    """Return what rules the reading of this number (from 0) breaks, in words; none where it is allowed."""
    return list(Judge(reading, number, table).complaints())


@dataclass(frozen=True)
class Piece:
    """A stretch of the line that belongs to a term: what it is, its text, and whether it touches the one before."""

    role: Role
    text: str
    span: Span
    together: bool


@dataclass(frozen=True)
class Group:
    """One term as the stretches tell it: the issues that its name may mean (none: a bare number), value and unit."""

    named: tuple[int, ...]
    text: str
    unit: str
    is_real: bool  # an equals sign before it: a sign is no step
    span: Span


class Judge:
    """One reading under judgement."""

    def __init__(self, reading: Reading, number: int, table: Context) -> None:
        self.reading = reading
        self.line = reading.text
        self.said = reading.choices[number]
        self.spans = reading.marks[number]
        self.table = table
        german = table.language.startswith("de")
        languages = ("en", "de") if german else ("en",)
        self.who = {word: side for each in languages for word, side in WHO[each].items()}
        self.verbs = {word: verb for each in languages for word, verb in VERBS[each].items()}
        self.clauses = {word: clause for each in languages for word, clause in CLAUSES[each].items()}
        self.days = DAYS | GERMAN_DAYS if german else DAYS
        self.per_cent = {"%", "prozent"} if german else {"%"}
        self.thousands = ("tsd", "k") if german else ("k",)
        self.issues = {issue.id: issue for issue in table.issues}

    def complaints(self) -> Iterator[str]:
        yield from self._every_letter_is_somebodys()
        yield from self._who_and_verb()
        yield from self._around()
        if self.said.verb in (Verb.OFFER, Verb.GUESS) and (self.said.terms or self.said.verb is Verb.OFFER):
            yield from self._terms()
        elif self.said.verb in NAMES_ONLY:
            yield from self._names()
        elif self.said.verb in FREE or self.said.verb is Verb.GUESS:
            yield from self._words()
        elif self.said.verb is Verb.NEW_ISSUE:
            yield from self._new_issue()

    # the whole line

    def _every_letter_is_somebodys(self) -> Iterator[str]:
        end = 0
        taken: set[int] = set()
        for span in self.spans:
            if not end <= span.start < span.end <= len(self.line):
                yield "stretches overlap"
            end = span.end
            taken |= set(range(span.start, span.end))
        for at, letter in enumerate(self.line):
            if at in taken or letter.isspace() or letter in ";,":
                continue
            parts = at + 1 in taken and (letter == "=" or (letter == "." and at - 1 in taken))
            if not parts:
                yield f"nothing may be dropped: {letter!r} at {at}"

    def _who_and_verb(self) -> Iterator[str]:
        first, second = self._first_words()
        who = self.who.get(first)
        is_promise = first.startswith("!") and self.who.get(first[1:]) is not None
        if is_promise:
            who = self.who[first[1:]]
        marked = [each for each in self.spans if each.role is Role.WHO]
        if (who is None) is not (not marked):
            yield "3: who is the first token and nothing else"
        if who is not None and self.said.side is not who:
            yield "3: another side speaks"
        if who is None and self.said.verb is not Verb.AGREE:
            yield from self._silent_speaker()
        word = first if who is None else second
        verb = Verb.PROMISE if is_promise else self.verbs.get(word)
        expected = verb or (Verb.OFFER if self.said.terms else Verb.NOTE)
        if self.said.verb is not expected:
            yield f"4: {expected} was said"

    def _silent_speaker(self) -> Iterator[str]:
        last = self.table.last_speaker
        if self.said.verb is Verb.NOTE:
            if self.said.side is not None:
                yield "3: a note has no speaker of its own"
        elif last is not None and self.said.side is not last:
            yield "3: without who it is the last speaker"
        elif last is None and self.said.verb is not Verb.NEW_ISSUE:
            sides = {each.side for each in self.reading.choices}
            if self.reading.status is not Status.ASK or (sides != {US, THEM} and len(self.reading.choices) < 9):
                yield "3: nobody spoke before: it is asked"

    def _first_words(self) -> tuple[str, str]:
        """Return the first token, and the second where a blank or the end follows it, in small letters."""
        found = re.match(r"[\s;,]*([^\s;,]+)(?:[\s;,]+([^\s;,]+))?(?=\s|$)?", self.line)
        if found is None:
            return "", ""
        after_first, after_second = self.line[found.end(1) :][:1], self.line[found.end() :][:1]
        first = found[1].casefold() if found[1].casefold().lstrip("!") in self.who or _ends(after_first) else ""
        second = (found[2] or "").casefold() if _ends(after_second) else ""
        return first, second

    def _around(self) -> Iterator[str]:
        notes = [self._text(each) for each in self.spans if each.role is Role.NOTE]
        if [note[1:].strip() for note in notes] != ([self.said.note] if notes else []) or (self.said.note and not notes):
            yield "10: the note is what stands behind the number sign"
        if any(letter.isnumeric() for letter in self.said.rest) and self.said.verb not in FREE:
            yield "1: no number may be left over"
        if (self.reading.status is Status.LEFTOVER) is not bool(self.said.rest and self.said.terms):
            if self.reading.status is not Status.ASK:
                yield "1: words left over are told"
        if self.said.at is not None and self.said.at > self.table.now:
            yield "8: said in the future"
        words = [(self._text(each), each) for each in self.spans if each.role is Role.WORD]
        in_words = self.said.verb in FREE or (self.said.verb is Verb.GUESS and not self.said.terms)
        if not in_words:
            yield from self._clauses_said([text for text, _ in words])
        clocks = [text for text, _ in words if re.fullmatch(r"@[0-9.:/-]+", text) and not (in_words and not self.said.at)]
        if bool(clocks) is not (self.said.at is not None):
            yield "8: @ says when"
        for text in clocks:
            found = re.fullmatch(r"@(\d{1,2}):(\d\d)", text)
            if found and self.said.at is not None:
                if (self.said.at.hour, self.said.at.minute) != (int(found[1]), int(found[2])):
                    yield "8: another time of day"
            elif self.said.at is not None and self.said.at.date() not in self._days_typed(text[1:], None, past=True):
                yield "8: another day"

    def _clauses_said(self, words: list[str]) -> Iterator[str]:
        untils = [text for text in words if self.clauses.get(text.split()[0].casefold()) == "until"]
        if bool(untils) is not (self.said.valid_until is not None):
            yield "8: until says how long"
        for text in untils:
            typed = text.split(None, 1)[1].rstrip(",;!?")
            if typed[0].isdigit() and " " not in typed:
                said = (self.said.at or self.table.now).date()
                if self.said.valid_until not in self._days_typed(typed, None, today=said):
                    yield "8: until another day"
        channels = [text for text in words if self.clauses.get(text.split()[0].casefold()) == "by"]
        if bool(channels) is not (self.said.channel is not None):
            yield "8: by says the channel"
        if self.said.is_final is not any(text == "!!" for text in words):
            yield "8: !! at the end is final"

    # offers and guesses

    def _terms(self) -> Iterator[str]:
        sections = self._sections()
        rest = [self._text(each) for each in self.spans if each.role is Role.UNREAD]
        if " ".join(rest) != self.said.rest:
            yield "1: words left over are kept"
        if any(len(word) == 1 and word.casefold() in self.who for word in rest):
            yield "3: a letter that means who is left over"
        package = self._package()
        stated = [self.said.terms, self.said.conditions, self.said.in_return]
        if package:
            if tuple(_key(each) for each in self.said.terms[: len(package)]) != tuple(_key(each) for each in package):
                yield "8: a package is taken whole"
            stated[0] = self.said.terms[len(package) :]
        claims = tuple(_key(each) for part in stated for each in part)
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

    def _against(self, way: Sequence[Sequence[Group]], claims: tuple[Stated, ...], taken: set[int]) -> Iterator[str]:
        groups = [each for part in way for each in part]
        named = taken | {claim[0] for claim, group in zip(claims, groups, strict=True) if group.named}
        columns: list[set[Stated]] = []
        must_ask = False
        for claim, group in zip(claims, groups, strict=True):
            if group.named:
                able = {each for issue_id in group.named for each in self._values(self.issues[issue_id], group)}
                must_ask = must_ask or self._asks(self.issues[claim[0]], group)
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
            listed = {tuple(_key(t) for t in (*c.terms, *c.conditions, *c.in_return)) for c in self.reading.choices}
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
            quoted = span.role is Role.VALUE and text[0] in "\"\u201c\u201e\u00ab" and current > 0
            parted = parted or bool(re.search("[;,.]", self.line[end : span.start]))
            end = span.end
            if span.role in (Role.ISSUE, Role.VALUE, Role.UNIT) and not was_label and not quoted:
                sections[current].append(Piece(span.role, text, span, together=not parted))
                parted = False
            else:
                parted = True
        return sections

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
            named = self._named(head.text)
            options = tuple(each for each in named if self._option(self.issues[each], rest[0].text) is not None)
            if options or not number_first:
                unit = rest[1].text if len(rest) > 1 and rest[1].role is Role.UNIT else ""
                group = self._group(options or named, rest[0], unit)
                yield from ([group, *more] for more in self._groups(rest[2 if unit else 1 :], number_first=number_first))
        if head.role is not Role.VALUE:
            return
        unit = rest[0].text if rest and rest[0].role is Role.UNIT else ""
        rest = rest[1:] if unit else rest
        if number_first and rest and rest[0].role is Role.ISSUE and rest[0].together:
            group = self._group(self._named(rest[0].text), head, unit)
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
            issue.id: self._values(issue, group, exactly=True)
            for issue in self.table.issues
            if issue.id not in named and issue.kind is not ScaleKind.OPTIONS
        }
        held = {issue_id: {each for each in found if self._holds(each)} for issue_id, found in able.items()}
        last = held.get(self.table.last_issue or 0)
        asked = any(self._asks(self.issues[each], group) for each, found in held.items() if found)
        if last:
            return last, self._asks(self.issues[self.table.last_issue or 0], group)
        if any(held.values()):
            return {each for found in held.values() for each in found}, asked
        return {each for found in able.values() for each in found}, True

    def _holds(self, stated: Stated) -> bool:
        issue = self.issues[stated[0]]
        ends = sorted((_plain(issue.best), _plain(issue.worst)))  # type: ignore[type-var]  # never options
        return all(each is None or ends[0] <= each <= ends[1] for each in stated[1:])  # type: ignore[operator]

    # what a stretch may state

    def _values(self, issue: Issue, group: Group, *, exactly: bool = False) -> set[Stated]:
        if issue.kind is ScaleKind.OPTIONS:
            label = self._option(issue, group.text)
            return set() if label is None else {(issue.id, label, None)}
        is_step = group.text[0] in SIGNS and not group.is_real
        if issue.kind is ScaleKind.DATE:
            return self._dates(issue, group, is_step=is_step)
        if is_step:
            return self._steps(issue, group, exactly=exactly)
        low, dots, high = group.text.partition("..")
        highs = self._amounts(issue, high if dots else low, group.unit, exactly=exactly)
        if not dots:
            return {(issue.id, value, None) for value in highs}
        found = re.fullmatch(r"(.*[0-9])([^0-9]*)", low)
        number, own = found.groups() if found else (low, "")
        # "4..6w": the unit stands for the whole range, or 4 is in the issue's own
        units = (own,) if own else ("", group.unit)
        lows = {each for unit in units for each in self._amounts(issue, number, unit, exactly=exactly)}
        return {(issue.id, one, None if one == other else other) for one in lows for other in highs}

    def _amounts(self, issue: Issue, text: str, unit: str, *, exactly: bool) -> set[Fraction]:
        sign = -1 if text[0] in SIGNS[1:] else 1
        digits = text[1:] if text[0] in SIGNS else text
        number = number_of(digits, self.table.marks)
        if number is None:
            return set()
        able = [sign * number * factor for factor in self._factors(issue, unit)]
        return {_rounded(each) for each in able if _is_finite(each) or not exactly}

    def _factors(self, issue: Issue, unit: str) -> set[Fraction]:
        """Return what a number with this unit is multiplied by to be in the issue's own unit; none: it cannot be."""
        word = " ".join(unit.casefold().split())
        in_thousands = issue.unit.startswith("k ")
        own = issue.unit.removeprefix("k ")
        thousand = next((each for each in self.thousands if word == each or word.startswith(f"{each} ")), None)
        if thousand is None and word.startswith("k") and word[1:] and self._plain_factor(issue, word[1:]) is not None:
            thousand = "k"
        rest = word if thousand is None else word.removeprefix(thousand).strip()
        if word == "m" and own not in MEASURED_IN and issue.kind is ScaleKind.NUMERIC:
            return {Fraction(size, 1000 if in_thousands else 1) for size in (1_000_000, 1000)}
        plain = self._plain_factor(issue, rest)
        if plain is None:
            return set()
        if thousand is not None:
            return {plain * (1 if in_thousands else 1000)}
        return {plain / 1000 if in_thousands and rest else plain}

    def _plain_factor(self, issue: Issue, word: str) -> Fraction | None:
        own = "days" if issue.kind is ScaleKind.DATE else issue.unit.removeprefix("k ")
        if not word:
            return Fraction(1)
        if own in MEASURED_IN:
            days = self.days.get(word)
            return None if days is None else Fraction(days, MEASURED_IN[own])
        words = {"EUR/can": {"eur/can", "eur", "\u20ac"}, "cans": {"cans", "can"}, "%": self.per_cent, "": set()}
        return Fraction(1) if word in words[own] else None

    def _steps(self, issue: Issue, group: Group, *, exactly: bool) -> set[Stated]:
        own = self.table.standing.get(self.said.side or THEM, {}).get(issue.id)
        if own is None or own.upto is not None or not isinstance(own.value, Decimal) or ".." in group.text:
            return set()
        sign = 1 if group.text[0] == "+" else -1
        number = number_of(group.text[1:], self.table.marks)
        if number is None:
            return set()
        if group.unit.casefold() in self.per_cent and issue.unit != "%":
            return {(issue.id, _rounded(Fraction(own.value) * (1 + sign * number / 100)), None)}
        able = [number * factor for factor in self._factors(issue, group.unit)]
        by = {_rounded(each) for each in able if _is_finite(each) or not exactly}
        return {(issue.id, Fraction(own.value) + sign * each, None) for each in by}

    def _dates(self, issue: Issue, group: Group, *, is_step: bool) -> set[Stated]:
        if is_step:
            own = self.table.standing.get(self.said.side or THEM, {}).get(issue.id)
            number = number_of(group.text[1:], self.table.marks)
            if own is None or not isinstance(own.value, date) or number is None:
                return set()
            steps = {(1 if group.text[0] == "+" else -1) * number * factor for factor in self._factors(issue, group.unit)}
            return {(issue.id, own.value + timedelta(int(each)), None) for each in steps if each.denominator == 1}
        if group.unit:
            return set()
        alone = {(issue.id, day, None) for day in self._days_typed(group.text, issue)}
        ranges = {
            (issue.id, one, other)
            for found in re.finditer(r"(?=\.\.)", group.text)
            for one in self._days_typed(group.text[: found.start()], issue)
            for other in self._days_typed(group.text[found.start() + 2 :], issue)
            if one != other
        }
        return alone | ranges

    def _days_typed(
        self, text: str, issue: Issue | None, *, past: bool = False, today: date | None = None
    ) -> set[date]:
        """Return the days that a text may mean: of an issue all years that its range holds, else the nearest one."""
        parts = _day_parts(text, self.table.marks.date_order)
        if parts is None:
            return set()
        today = today or self.table.now.date()
        year, month, day = parts
        if year is not None:
            return _day(year, month, day)
        around = sorted({found for year in range(today.year - 9, today.year + 10) for found in _day(year, month, day)})
        if issue is not None and isinstance(issue.best, date) and isinstance(issue.worst, date):
            held = {each for each in around if issue.best <= each <= issue.worst}
            if held:
                return held
        near = [each for each in around if (each <= today if past else each >= today)]
        return {near[-1 if past else 0]} if near else set()

    def _asks(self, issue: Issue, group: Group) -> bool:
        return len(self._factors(issue, group.unit)) > 1 if issue.kind is ScaleKind.NUMERIC else False

    def _option(self, issue: Issue, text: str) -> str | None:
        said = " ".join(text.lstrip("=").strip("\"\u201c\u201d\u201e").casefold().split())
        return next((each.label for each in issue.options if each.label.casefold() == said), None)

    def _named(self, text: str) -> tuple[int, ...]:
        said = " ".join(text.casefold().split())
        exact = tuple(each.id for each in self.table.issues if said in (each.name.casefold(), each.alias.casefold()))
        if exact or len(said) < 3:
            return exact
        begun = tuple(each.id for each in self.table.issues if each.name.casefold().startswith(said))
        return begun if len(begun) == 1 else ()

    def _typos_told(self, claims: Sequence[Stated]) -> Iterator[str]:
        doubtful = 0
        for issue_id, *ends in claims:
            issue = self.issues[issue_id]
            if issue.kind is ScaleKind.OPTIONS:
                continue
            low, high = sorted((_place(_plain(issue.best)), _place(_plain(issue.worst))))
            far = [max(low - _place(each), _place(each) - high) for each in ends if each is not None]
            doubtful += any(each > high - low for each in far)
        if doubtful != len(self.said.typos):
            yield "1: a value far outside its range is marked"

    # the other verbs

    def _names(self) -> Iterator[str]:
        named = [self._named(self._text(each)) for each in self.spans if each.role is Role.ISSUE]
        if any(each.role in (Role.VALUE, Role.UNIT, Role.UNREAD) for each in self.spans):
            yield "5: only names may stand here"
        if any(not each for each in named):
            yield "5: a name names nothing"
        if self.said.verb is not Verb.AGREE:
            bare = {(), self.table.last_issues, *((each,) for each in self.table.last_issues)}
            if named and not (
                len(self.said.issues) == len(named)
                and all(one in ids for one, ids in zip(self.said.issues, named, strict=True))
            ):
                yield "5: other issues are named"
            if not named and self.said.issues not in (bare - {()} if self.said.verb is Verb.PARK else {()}):
                yield "5: nothing is named"
            return
        yield from self._agreed([each[0] for each in named if each])

    def _agreed(self, named: Sequence[int]) -> Iterator[str]:
        side = self.said.side
        if side is None:
            yield "5: nobody agrees"
            return
        first, _ = self._first_words()
        if first not in self.who:
            makers = {self.table.last_offer_by.get(each) for each in named} or {self.table.last_offer_side}
            if makers != {side.other}:
                yield "5: ok is said by the side that did not make the last offer"
        other = self.table.standing.get(side.other, {})
        settled = {_key(each) for each in self.said.terms}
        whole = [
            {_key(each) for each in (*offer.terms, *offer.conditions)}
            for offer in self.table.conditional
            if offer.side is side.other
        ]
        stands = {_key(each) for each in other.values()}
        taken = [each for each in whole if each <= settled]
        if not settled or not settled <= stands.union(*taken):
            yield "5: more is agreed than the other side put on the table"
        if not set(named) <= {each[0] for each in settled}:
            yield "5: an issue named is not agreed"

    def _words(self) -> Iterator[str]:
        kept = self.line
        for span in reversed(self.spans):
            text = self._text(span)
            clause = self.clauses.get(text.split()[0].casefold())
            is_time = span.role is Role.WORD and text.startswith("@") and self.said.at is not None
            if self.said.verb is Verb.GUESS and clause in ("until", "by") and _bare(text) not in _bare(self.said.rest):
                is_time = True
            is_time = is_time or (self.said.is_final and text == "!!")
            if span.role in (Role.WHO, Role.VERB, Role.NOTE) or is_time:
                kept = f"{kept[: span.start]} {kept[span.end :]}"
        if kept.split() != self.said.rest.split() and _bare(kept) != _bare(self.said.rest):
            yield "4: the words are kept as typed"
        if self.said.verb is Verb.TACTIC and self.said.tactic != int((re.match("[0-9]+", self.said.rest) or [0])[0]):
            yield "4: a tactic goes by its number"
        if self.said.verb is Verb.PROMISE and not self.said.rest:
            yield "4: nothing is promised"

    def _new_issue(self) -> Iterator[str]:
        new = self.said.new_issue
        values = [self._text(each) for each in self.spans if each.role is Role.VALUE]
        names = [self._text(each) for each in self.spans if each.role is Role.ISSUE]
        if new is None or len(names) != 1 or not values:
            yield "10: name and range are needed"
            return
        if new.name != " ".join(names[0].split()) or self._named(new.name) and len(new.name) >= 3 and any(
            new.name.casefold() in (each.name.casefold(), each.alias.casefold()) for each in self.table.issues
        ):
            yield "10: the name"
        if new.kind is ScaleKind.NUMERIC:
            ends = [re.search(r"[0-9][0-9.,'\u2019\u00a0\u202f]*[0-9]|[0-9]", each) for each in values[0].split("..")]
            numbers = [number_of(each[0], self.table.marks) for each in ends if each is not None]
            figures = [abs(Fraction(each)) for each in (new.best, new.worst) if isinstance(each, Decimal)]
            if len(numbers) != 2 or not all(
                number is not None and (number == 0 or figure / number in _POWERS)
                for number, figure in zip(numbers, figures, strict=True)
            ):
                yield "10: the ends"
        if [new.weight, new.share, new.money_worth].count(None) < 2:
            yield "10: one weight"

    def _text(self, span: Span) -> str:
        return self.line[span.start : span.end]


_POWERS = {Fraction(1), Fraction(1000), *(Fraction(one, other) for one in (1, 7, 30, 360) for other in (1, 7, 30, 360))}


def number_of(text: str, marks: Marks) -> Fraction | None:
    """Return the number that digits and marks write by rule 2, letter by letter; None where they write none."""
    if not text or not re.fullmatch(r"[0-9.,'\u2019\u00a0\u202f\u2009 ]+", text) or not text[-1].isdigit():
        return None
    groups = {" ": " \u00a0\u202f\u2009", "\u2019": "'\u2019"}
    group = "" if not marks.group else groups[" "] if marks.group.isspace() else groups.get(marks.group, marks.group)
    other = "," if marks.decimal == "." else "."
    for mark in (marks.decimal, other):
        whole, _, fraction = text.partition(mark) if mark in text else (text, "", "")
        if (mark in text and not fraction.isdigit()) or text.count(mark) > 1:
            continue
        if mark == other and (mark not in text or (other in group and any(each in group for each in whole))):
            continue
        triples = re.split(f"[{re.escape(group)}]", whole) if group else [whole]
        plain = len(triples) == 1
        grouped = not plain and 0 < len(triples[0]) <= 3 and triples[0][0] != "0" and all(len(t) == 3 for t in triples[1:])
        if all(each.isdigit() for each in triples if each or not plain) and (plain or grouped):
            digits = "".join(triples) + fraction
            if digits and len(digits) <= 30:
                return Fraction(int(digits), 10 ** len(fraction))
    if other in group and text.count(other) >= 1:
        triples = text.split(other)
        if 0 < len(triples[0]) <= 3 and triples[0][0] != "0" and all(len(each) == 3 and each.isdigit() for each in triples[1:]):
            return Fraction("".join(triples))
    return None


def _day_parts(text: str, order: str) -> tuple[int | None, int, int] | None:
    if found := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(r"(\d\d?)[.](\d\d?)[.](\d{4}|\d\d)?", text) or re.fullmatch(r"(\d\d?)-(\d\d?)-(\d{4})", text):
        return _century(found[3]), int(found[2]), int(found[1])
    if found := re.fullmatch(r"(\d{4})/(\d\d?)/(\d\d?)", text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(r"(\d\d?)/(\d\d?)(?:/(\d{4}|\d\d))?", text):
        day, month = int(found[1]), int(found[2])
        return (_century(found[3]), day, month) if order.index("m") < order.index("d") else (_century(found[3]), month, day)
    return None


def _century(text: str | None) -> int | None:
    return None if text is None else int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> set[date]:
    try:
        return {date(year, month, day)}
    except ValueError:
        return set()


def _key(term: Term) -> Stated:
    upto = None if term.upto is None else _plain(term.upto)
    return term.issue_id, _plain(term.value), upto


def _plain(value: Value | None) -> Fraction | date | str:
    assert value is not None
    return Fraction(value) if isinstance(value, Decimal) else value


def _place(value: Fraction | date | str) -> Fraction:
    assert not isinstance(value, str)
    return Fraction(value.toordinal()) if isinstance(value, date) else value


def _rounded(value: Fraction) -> Fraction:
    """Return a value that has an end as it is, else to six places, half up."""
    if _is_finite(value):
        return value
    return (1 if value > 0 else -1) * Fraction(int(abs(value) * 10**6 * 2 + 1) // 2, 10**6)


def _is_finite(value: Fraction | int) -> bool:
    rest = Fraction(value).denominator
    while rest % 2 == 0:
        rest //= 2
    while rest % 5 == 0:
        rest //= 5
    return rest == 1


def _ends(letter: str) -> bool:
    return not letter or letter.isspace()


def _bare(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter not in ";,")
