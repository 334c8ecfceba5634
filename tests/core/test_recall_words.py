"""tests: the words that card and file share say how sure, of how many, and nothing where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.encounters import Encounters, encounters
from core.line import Verb
from core.meeting import Meeting
from core.recall_words import advised, dealt, foreseen, varied
from core.side import Basis, Side
from core.style import Style
from core.styles import Stakes, advise_style, observed
from core.tactics import tactics
from core.words import Words
from tests.core.cases import MOMENT, four_issues, line
from tests.core.test_styles import DAY, note
from tests.core.turns import turns_of

SAY = Words()


def used(*numbers: int) -> Encounters:
    meetings = (Meeting(id=1, negotiation_id=1, started_at=MOMENT, people=(7,)),)
    lines = tuple(line(at, Side.US, verb=Verb.TACTIC, tactic=each, meeting_id=1) for at, each in enumerate(numbers, 1))
    return encounters(turns_of([four_issues(meetings=meetings, lines=lines)], 7), tactics("en"))


def test_how_somebody_dealt_is_told_with_its_sample_and_its_change() -> None:
    one = observed([note(1, Style.COMPETING)], DAY)
    assert one is not None
    assert dealt(SAY, one) == "Competing, a first impression, seen once"
    several = [*(note(at, Style.AVOIDING, 60) for at in range(3)), note(9, Style.COMPETING)]
    changing = observed(several, DAY + timedelta(days=1))
    assert changing is not None
    assert dealt(SAY, changing) == "Avoiding, sure: 3 of 4 times, lately competing"
    guessed = observed([replace(each, basis=Basis.GUESS) for each in several[:3]], DAY)
    assert guessed is not None
    assert dealt(SAY, guessed) == "Avoiding, a first impression: 3 of 3 times"


def test_the_style_to_take_or_what_to_find_out() -> None:
    assert advised(SAY, advise_style(Stakes(lasting=True))) == "Collaborating"
    assert advised(SAY, advise_style(Stakes())).startswith("Too little is known: whether we stay with them")


def test_how_foreseeable_we_are_and_what_to_vary() -> None:
    assert (foreseen(SAY, used()), varied(SAY, used())) == ("", ("", ""))
    assert foreseen(SAY, used(1, 4, 1, 4)) == ""
    assert varied(SAY, used(1)) == ("Vary: Silence", "Never used with them; the last was Anchoring.")
    regular = used(1, 4, 1, 4, 1, 4, 1, 4)
    assert foreseen(SAY, regular, short=True) == "Guessed right in 86 % of cases (8 uses)."
    known = foreseen(SAY, regular)
    assert known == "A guesser is right in 86 % of cases (8 uses), variety 0.22 of 1."
