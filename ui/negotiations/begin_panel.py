"""ui: the panel that begins a negotiation - how far it is prepared, with whom, about what, and filled with what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.naming import depth_hint, depth_word, mode_word
from core.negotiation import Depth, Mode
from ui.negotiations.beginning import KNOWN, QUICK, BeginningPresenter
from ui.new_record import NewRecord
from ui.tools import Tools
from ui.widgets.text import Text


class BeginPanel(NewRecord):
    """Ask for supplier and subject; for a sudden talk also for issues, limit and BATNA, a line each."""

    def __init__(
        self,
        tools: Tools,
        host: QWidget,
        presenter: BeginningPresenter,
        begun: Callable[[Changes], object],
        *,
        supplier: int = 0,
        subject: str = "",
        depth: Depth = Depth.FULL,
    ) -> None:
        """Take what begins it, what to do then, supplier and subject where they are known, and the depth."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, say, host, say("New negotiation"), say("Begin"), self._begin)
        self._presenter = presenter
        self._begun = begun
        words = [(each.value, depth_word(say, each)) for each in Depth]
        self.depths = self.add_segments("depth", say("Preparation"), words, depth.value)
        self._depth_words = Text(theme, "", "meta", color="muted", wrap=True, parent=self.panel)
        self.add_under(self._depth_words)
        known = [row.name for row in presenter.suppliers]
        chosen = next((row.name for row in presenter.suppliers if row.id == supplier), "")
        hint = say("a supplier on file, or a new name")
        self.supplier = self.add_line("supplier", say("Supplier"), value=chosen, hint=hint, known=known)
        self.add_line("title", say("Subject"), value=subject, hint=say("such as Sweetcorn 340 g, 2027"))
        self.add_line("issues", say("Issues"), hint=say("price 1.40..1.60 EUR; payment 60..14 days"))
        self.add_line("limits", say("Limit"), hint=say("the figure that we pass for nothing, such as 1.55"))
        self.add_line("batna", say("BATNA"), hint=say("who else, and at what: Tarsia 1.45"))
        self.start = self.add_choice("start", say("Fill in"), presenter.starts(), KNOWN)
        self.known = Text(theme, "", "meta", color="muted", wrap=True, parent=self.panel)
        self.add_under(self.known)
        self.currency = self.add_line("currency", say("Currency"), value=presenter.usual_currency())
        self.add_choice("mode", say("Mode"), [(mode.value, mode_word(say, mode)) for mode in Mode])
        self.depths.chosen.connect(lambda _key: self._fit())
        self.start.edited.connect(lambda _key: self._fit())
        for line in (self.supplier, self.currency):
            line.textChanged.connect(lambda _text: self._fit())
        self._fit()

    def _fit(self) -> None:
        """Show the lines of the depth, and what is known of the supplier."""
        depth = Depth(self.depths.current)
        self._depth_words.setText(depth_hint(self._say, depth))
        for key in QUICK:
            self.show_row(key, depth is Depth.SUDDEN)
        is_known = self.start.currentData() == KNOWN
        words = self._presenter.known_words(self.supplier.text(), self.currency.text()) if is_known else ""
        self.known.setText(words)
        self.known.setVisible(bool(words))
        if self.isVisible():
            self.arrange()

    def _begin(self, typed: Mapping[str, str]) -> None:
        self._begun(self._presenter.begin(typed))
