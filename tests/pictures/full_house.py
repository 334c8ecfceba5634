"""tests: Prepare fuller than anybody wishes for - fourteen issues, long names in two scripts, amounts of nine digits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from core.need import NeedKind
from core.negotiation import Weighting
from core.side import Basis, Side
from core.strategy import Question
from core.term import Term
from tests.pictures.stage import NOW, Stage
from ui.navigation import NEGOTIATION, Place
from ui.prepare.view import PrepareView
from ui.widgets.sheet_view import SheetView

SUPPLIER = "Vereinigte Süddeutsche Konservenfabriken und Verpackungswerke Gesellschaft mbH & Co. KG"
TITLE = "Rahmenvertrag Konserven, Gläser und Schlauchbeutel 2027 bis 2029 einschließlich Eigenmarken"
ISSUES = (
    ("Abnahmemenge der Rahmenvereinbarung über zwei Kalenderjahre", "Tausend Dosen"),
    ("Τιμή μονάδας παραδοτέα στις εγκαταστάσεις μας", "EUR"),
    ("Zahlungsziel nach Rechnungseingang", "Tage"),
    ("Lieferzeit ab verbindlicher Bestellung", "Wochen"),
    ("Gewährleistungsfrist einschließlich Verschleißteilen", "Monate"),
    ("Ποινική ρήτρα καθυστέρησης παράδοσης", "%/Woche"),
    ("Mindesthaltbarkeit bei Anlieferung", "Monate"),
    ("Werkzeugkostenbeteiligung", "EUR"),
    ("Preisgleitklausel für Weißblech", "%"),
    ("Vertragslaufzeit", "Jahre"),
    ("Konsignationslager am Standort Nordhafen", "Paletten"),
    ("Όγκος συσκευασίας", "Liter"),
    ("Verwertung der Restbestände nach Auslauf", "EUR"),
    ("Schulung des Personals vor Ort", "Tage"),
)
OTHERS = (
    "Κονσερβοποιία Βορείου Ελλάδος Α.Ε., υποκατάστημα Θεσσαλονίκης",
    "Zweitquelle Konservenwerke Niederrhein Aktiengesellschaft",
)
_RUNGS = {"opening": 0, "best_outcome": 1, "fair": 3, "minimum": 6, "limit": 7, "baseline": 5}
_NEED = "Sichere Versorgung über die gesamte Saison, auch wenn die Ernte in Süditalien schlechter ausfällt"
_ANSWER = "Wir wollen eine Vereinbarung, die über die Saison hinaus trägt und in der beide Seiten ihre Kosten kennen."


def full_house(stage: Stage) -> int:
    """Enter it all, and return the negotiation."""
    book = stage.logbook
    supplier = book.suppliers.add(name=SUPPLIER).made
    made = book.negotiations.add(supplier_id=supplier, title=TITLE, weighting=Weighting.MONEY).made
    for at, (name, unit) in enumerate(ISSUES):
        best, worst = Decimal(100 + at), Decimal(200 + 3 * at)
        if at == 1:
            best, worst = Decimal("123456789.75"), Decimal("234567890.50")
        step = (worst - best) / 10
        least = Decimal("0.01") if at == 1 else Decimal(1)
        figures = {rung: (best + step * part).quantize(least) for rung, part in _RUNGS.items()}
        worth = Decimal((at + 3) * 25_000_003)
        book.issues.add(made, name=name, unit=unit, best=best, worst=worst, step=least, money_worth=worth, **figures)
    issues = book.negotiations.load(made).issues
    for at in range(9):
        terms = tuple(Term(issue_id=each.id, value=each.fair) for each in issues[at // 3 :] if each.fair is not None)
        book.alternatives.add(
            made,
            name=f"{OTHERS[at % 2]} {at + 1}",
            terms=terms,
            switching_cost=Decimal(123_456_789) * at,
            evidence="Schriftliches Angebot der Niederlassung, bestätigt am Telefon und per Einschreiben",
            evidence_on=NOW.date() - timedelta(days=20 * at),
            valid_until=NOW.date() + timedelta(days=12 * at - 5),
        )
    for side in Side:
        basis = Basis.GUESS if side is Side.THEM else None
        for at in range(12):
            kind = NeedKind.HOPE if at % 2 else NeedKind.CONCERN
            book.needs.add(made, side=side, kind=kind, text=f"{_NEED}, {at + 1}", basis=basis)
        for question in Question:
            book.answers.put(made, side, question, _ANSWER, basis)
    book.planned_concessions.add_many(
        made,
        [
            {"issue_id": issue.id, "to_value": issue.fair, "return_issue_id": back.id, "return_value": back.fair}
            for issue, back in zip(issues[:5], issues[1:6], strict=True)
        ],
    )
    return made


def of_full_house(step: str, *, right: bool = False) -> Callable[[Stage], None]:
    """Return what shows a step of it; `right` with its sheet scrolled to the last column."""

    def bring(stage: Stage) -> None:
        stage.go(Place(NEGOTIATION, full_house(stage), "prepare", step))
        view = stage.part(PrepareView)
        view.go_step(step)
        # rows grow with their text once their widths are known
        stage.settle(200)
        if right:
            name = "Concession ladder" if step == "plan" else "Issues"
            sheet = next(each for each in view.findChildren(SheetView) if each.accessibleName() == name)
            sheet.horizontalScrollBar().setValue(sheet.horizontalScrollBar().maximum())

    return bring


FULL_HOUSE: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "prepare-long-goal": (False, of_full_house("goal")),
    "prepare-long-issues": (False, of_full_house("issues")),
    "prepare-long-issues-right": (False, of_full_house("issues", right=True)),
    "prepare-long-needs": (False, of_full_house("needs")),
    "prepare-long-alternatives": (False, of_full_house("alternatives")),
    "prepare-long-theirs": (False, of_full_house("theirs")),
    "prepare-long-ladder": (False, of_full_house("plan", right=True)),
}
