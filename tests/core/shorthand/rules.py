"""tests: the twelve rules once more, apart from the reader - they judge each reading by what it makes of the text.

A reading marks what each stretch of a line is and says what the line states. `broken` works out from the stretches,
with its own tables and its own arithmetic, what they may state, and names each rule that the reading breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from core.issue import ScaleKind
from core.line import Verb
from core.shorthand import Context, Reading, Role, Span, Status
from core.side import Side
from tests.core.shorthand.rules_figures import NUMBER, POWERS, Figures, day_parts, key, number_of
from tests.core.shorthand.rules_terms import Terms

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
# What may name the day that a promise is due, or lead to it.
DAY_WORDS = re.compile(
    "in|within|a|one|two|three|days?|weeks?|by|until|till|on|before|bis|zum|am|today|heute|tomorrow|mon(day)?|montag|mo|tues?(day)?|dienstag|di|weds?|wednesday|"
    "mittwoch|mi|thu(rs?(day)?)?|donnerstag|do|fri(day)?|freitag|fr|sat(urday)?|samstag|sonnabend|sa|sun(day)?|sonntag|so"
)
FREE = (Verb.PROMISE, Verb.SANCTION, Verb.TACTIC)
NAMES_ONLY = (Verb.AGREE, Verb.REFUSE, Verb.PARK, Verb.ASK)


def broken(reading: Reading, number: int, table: Context) -> list[str]:
    """Return what rules the reading of this number (from 0) breaks, in words; none where it is allowed."""
    return list(Judge(reading, number, table).complaints())


class Judge:
    """One reading under judgement."""

    def __init__(self, reading: Reading, number: int, table: Context) -> None:
        self.reading = reading
        self.number = number
        self.line = reading.text
        self.said = reading.choices[number]
        self.spans = reading.marks[number]
        self.table = table
        languages = ("en", "de") if table.language.startswith("de") else ("en",)
        self.who = {word: side for each in languages for word, side in WHO[each].items()}
        self.verbs = {word: verb for each in languages for word, verb in VERBS[each].items()}
        self.clauses = {word: clause for each in languages for word, clause in CLAUSES[each].items()}
        self.figures = Figures(table, self.said.side or THEM)

    def complaints(self) -> Iterator[str]:
        yield from self._every_letter_is_somebodys()
        yield from self._who_and_verb()
        yield from self._around()
        if self.said.verb in (Verb.OFFER, Verb.GUESS) and (self.said.terms or self.said.verb is Verb.OFFER):
            yield from Terms(self.reading, self.number, self.table, self.who, self.clauses).complaints()
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
        if [note[1:].strip() for note in notes] != ([self.said.note] if notes else []) or (
            self.said.note and not notes
        ):
            yield "10: the note is what stands behind the number sign"
        if any(letter.isnumeric() for letter in self.said.rest) and self.said.verb not in FREE:
            yield "1: no number may be left over"
        is_left = bool(self.said.rest and self.said.terms)
        if self.reading.status is not Status.ASK and (self.reading.status is Status.LEFTOVER) is not is_left:
            yield "1: words left over are told"
        if self.said.at is not None and self.said.at > self.table.now:
            yield "8: said in the future"
        words = [(self._text(each), each) for each in self.spans if each.role is Role.WORD]
        in_words = self.said.verb in FREE or (self.said.verb is Verb.GUESS and not self.said.terms)
        if not in_words:
            yield from self._clauses_said([text for text, _ in words])
        yield from self._time_said([text for text, _ in words if self._is_time(text)])

    def _time_said(self, times: list[str]) -> Iterator[str]:
        at = self.said.at
        if at is None or not times:
            if at is not None or times:
                yield "8: @ says when"
            return
        for text in times:
            clock = re.fullmatch(r"@(\d{1,2}):(\d\d)", text)
            if clock and (at.hour, at.minute) != (int(clock[1]), int(clock[2])):
                yield "8: another time of day"
            if not clock and at.date() not in self.figures.days_typed(text[1:], None, past=True):
                yield "8: another day"

    def _clauses_said(self, words: list[str]) -> Iterator[str]:
        untils = [text for text in words if self.clauses.get(text.split()[0].casefold()) == "until"]
        if bool(untils) is not (self.said.valid_until is not None):
            yield "8: until says how long"
        for text in untils:
            typed = text.split(None, 1)[1].rstrip(",;!?")
            if typed[0].isdigit() and " " not in typed:
                said = (self.said.at or self.table.now).date()
                if self.said.valid_until not in self.figures.days_typed(typed, None, today=said):
                    yield "8: until another day"
        channels = [text for text in words if self.clauses.get(text.split()[0].casefold()) == "by"]
        if bool(channels) is not (self.said.channel is not None):
            yield "8: by says the channel"
        if self.said.is_final is not any(text == "!!" for text in words):
            yield "8: !! at the end is final"

    # the other verbs

    def _names(self) -> Iterator[str]:
        named = [self.figures.named(self._text(each)) for each in self.spans if each.role is Role.ISSUE]
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
        settled = {key(each) for each in self.said.terms}
        whole = [
            {key(each) for each in (*offer.terms, *offer.conditions)}
            for offer in self.table.conditional
            if offer.side is side.other
        ]
        stands = {key(each) for each in other.values()}
        taken = [each for each in whole if each <= settled]
        if not settled or not settled <= stands.union(*taken):
            yield "5: more is agreed than the other side put on the table"
        if not set(named) <= {each[0] for each in settled}:
            yield "5: an issue named is not agreed"
        own = {key(each) for each in self.table.standing.get(side, {}).values()}
        listed = [{key(each) for each in choice.terms} for choice in self.reading.choices if choice.side is side]
        if not named and stands - own and not any(stands - own <= each for each in listed):
            yield "5: a bare ok may mean all that the other side stands by"

    def _without_day(self, kept: str) -> str:
        """Return the words of a promise without those that may name the day it is due, where the reading lacks them."""
        left = self.said.rest.replace(",", " ").replace(";", " ").split()
        found = []
        for word in kept.replace(",", " ").replace(";", " ").split():
            plain = word.casefold().rstrip(".!?")
            names_day = plain in dict(self.table.marks.months) or DAY_WORDS.fullmatch(plain) is not None
            names_day = names_day or any(letter.isdigit() for letter in word)
            if left and word.rstrip(".!?") == left[0].rstrip(".!?"):
                found.append(left.pop(0))
            elif not names_day:
                found.append(word)
        return " ".join(found)

    def _words(self) -> Iterator[str]:
        kept = self.line
        for span in reversed(self.spans):
            text = self._text(span)
            clause = self.clauses.get(text.split()[0].casefold())
            is_time = span.role is Role.WORD and self._is_time(text) and self.said.at is not None
            if self.said.verb is Verb.GUESS and clause in ("until", "by") and _bare(text) not in _bare(self.said.rest):
                is_time = True
            is_time = is_time or (self.said.is_final and text == "!!")
            if span.role in (Role.WHO, Role.VERB, Role.NOTE) or is_time:
                kept = f"{kept[: span.start]} {kept[span.end :]}"
        if self.said.verb is Verb.PROMISE and self.said.valid_until is not None:
            kept = self._without_day(kept)
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
        if new.name != " ".join(names[0].split()) or (
            self.figures.named(new.name)
            and len(new.name) >= 3
            and any(new.name.casefold() in (each.name.casefold(), each.alias.casefold()) for each in self.table.issues)
        ):
            yield "10: the name"
        if new.kind is ScaleKind.NUMERIC:
            ends = [re.search(NUMBER, each) for each in values[0].split("..")]
            numbers = [number_of(each[0], self.table.marks) for each in ends if each is not None]
            figures = [abs(Fraction(each)) for each in (new.best, new.worst) if isinstance(each, Decimal)]
            if len(numbers) != 2 or not all(
                number is not None and (number == 0 or figure / number in POWERS)
                for number, figure in zip(numbers, figures, strict=True)
            ):
                yield "10: the ends"
        given = [each for each in (new.weight, new.share, new.money_worth) if each is not None]
        weights = [number_of(each, self.table.marks) for text in values[1:] for each in re.findall(NUMBER, text)]
        if len(given) > 1 or len(weights) != len(given):
            yield "10: one weight, and only where one is typed"
        elif given and weights[0] and Fraction(given[0]) / weights[0] not in (1, 1000, Fraction(1, 100)):
            yield "10: another weight"

    def _text(self, span: Span) -> str:
        return self.line[span.start : span.end]

    def _is_time(self, text: str) -> bool:
        return bool(re.fullmatch(r"@(?:[01]?[0-9]|2[0-3]):[0-5][0-9]", text)) or (
            text.startswith("@") and day_parts(text[1:], self.table.marks.date_order) is not None
        )


def _ends(letter: str) -> bool:
    return not letter or letter.isspace()


def _bare(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter not in ";,")
