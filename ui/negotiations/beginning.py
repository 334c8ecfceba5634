"""ui: how a negotiation begins - with what was typed, and with what is known from before. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from core.alternative import Alternative
from core.changes import Changes
from core.currency import named_currency
from core.errors import BadInput
from core.issue import Issue
from core.negotiation import Depth, Mode, Negotiation
from core.number import Marks
from core.prefill import Prefill, from_template, together
from core.quick_start import Typing, quick_start
from core.supplier import SupplierRow
from core.templates import Template, own_templates, templates
from core.words import Words
from ui.before import Before, read_before

if TYPE_CHECKING:
    from db.logbook import Logbook

KNOWN, NOTHING = "known", "nothing"
QUICK = ("issues", "limits", "batna")  # lines that only a sudden talk is begun with


class BeginningPresenter:
    """Stand between the panel that begins a negotiation and the logbook."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock
        self.suppliers: tuple[SupplierRow, ...] = logbook.suppliers.rows()
        self._ids = {row.name.casefold(): row.id for row in self.suppliers}
        self._before: dict[int, Before] = {}

    def supplier_id(self, name: str) -> int:
        """Return the supplier on file of this name, 0 for a new one."""
        return self._ids.get(name.strip().casefold(), 0)

    def usual_currency(self) -> str:
        """Return the currency of the negotiation that was changed last, EUR before the first."""
        store = self._logbook.negotiations
        # the first of the open ones and the first of the closed ones
        ids, (opened, _) = store.ids(), store.count()
        rows = [row for row in store.some((*ids[:1], *ids[opened : opened + 1])) if row.changed_at is not None]
        return max(rows, key=lambda row: row.changed_at or self._clock()).currency if rows else "EUR"

    def starts(self) -> list[tuple[str, str]]:
        """Return what a preparation can be filled with from the beginning: key and words."""
        say = self._say
        return [
            (KNOWN, say("what is known from before")),
            *((each.key, say("{name} (template)", name=each.name)) for each in self._templates().values()),
            (NOTHING, say("nothing")),
        ]

    def known_words(self, supplier: str, currency: str) -> str:
        """Return in a sentence what is known from before of a supplier; empty where that is nothing."""
        before, say = self._known(supplier), self._say
        code = named_currency(currency.strip(), "") or ""
        count = before.everything_for(Negotiation(supplier_id=0, title="", currency=code)).count
        if not count:
            return ""
        if before.earlier is not None and before.on is not None:
            return say.plural(
                "{n} entry from “{title}” of {day} and the notes, marked until you touch it.",
                "{n} entries from “{title}” of {day} and the notes, marked until you touch them.",
                count,
                title=before.earlier.title,
                day=before.on,
            )
        return say.plural("{n} entry from the notes.", "{n} entries from the notes.", count)

    def begin(self, typed: Mapping[str, str]) -> Changes:
        """Begin a negotiation as it was typed, in one step; `made` is the negotiation.

        Raises BadInput where something is missing or cannot be read, so that nothing is added by halves.
        """
        supplier, title = typed["supplier"].strip(), typed["title"].strip()
        if not supplier:
            raise BadInput("negotiation.no_supplier")
        if not title:
            raise BadInput("negotiation.no_title")
        currency = named_currency(typed["currency"].strip(), "")
        if currency is None:
            raise BadInput("currency.unknown", currency=typed["currency"].strip()[:20])
        depth, known = Depth(typed["depth"]), self.supplier_id(supplier)
        quick = self._quick(typed, currency) if depth is Depth.SUDDEN else Prefill()
        return self._logbook.preparations.begin(
            known or supplier,
            typed=quick,
            lent=self._lent(typed["start"], supplier, currency, quick),
            title=title,
            currency=currency,
            mode=Mode(typed["mode"]),
            depth=depth,
        )

    # inside

    def _quick(self, typed: Mapping[str, str], currency: str) -> Prefill:
        how = Typing(currency=currency, marks=Marks.of(self._say), now=self._clock(), language=self._say.language)
        return quick_start(typed["issues"], typed["limits"], typed["batna"], how)

    def _lent(self, start: str, supplier: str, currency: str, quick: Prefill) -> Prefill:
        issues = tuple(
            Issue(id=at, negotiation_id=0, name=each["name"], kind=each["kind"])
            for at, each in enumerate(quick.issues, start=1)
        )
        alternatives = tuple(Alternative(negotiation_id=0, name=each["name"]) for each in quick.alternatives)
        begun = Negotiation(supplier_id=0, title="", currency=currency, issues=issues, alternatives=alternatives)
        if start == NOTHING:
            return Prefill()
        if start == KNOWN:
            before = self._known(supplier)
            # who types the issues of a sudden talk means these and no others
            return before.sides_for(begun) if issues else before.everything_for(begun)
        lent = Prefill() if issues else from_template(begun, self._templates(currency)[start])
        return together(lent, self._known(supplier).sides_for(begun))

    def _known(self, supplier: str) -> Before:
        known = self.supplier_id(supplier)
        if not known:
            return Before()
        if known not in self._before:
            self._before[known] = read_before(self._logbook, known, self._say, self._clock().date())
        return self._before[known]

    def _templates(self, currency: str = "EUR") -> dict[str, Template]:
        own = own_templates(self._logbook.templates.all(), currency)
        return {each.key: each for each in (*own, *templates(self._say.language, currency))}
