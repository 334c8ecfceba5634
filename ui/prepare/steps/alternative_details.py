"""ui: the details of one alternative - how it is given, what proves it, which talk it follows, its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.alternative import Alternative, Form, Unsaid
from core.following import Moved
from core.verdict import Flag as CoreFlag
from core.words import Words
from ui.autosave import SavedChoice
from ui.prepare.attachments import files_of
from ui.prepare.steps.details import LABEL, Details
from ui.prepare.steps.files_panel import FilesPanel
from ui.prepare.worths import explanation, following_words, validity
from ui.record_form import RecordForm
from ui.sheets.kept import Kept
from ui.sheets.prepared import Prepared
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flag import Flag, Level
from ui.widgets.reason_strip import ReasonStrip
from ui.widgets.text import Text

_NOTHING = "0"


class AlternativeDetails(Details):
    """Show and edit one alternative."""

    follow_wanted = Signal(int)  # the negotiation, 0 for none
    take_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, say, parent)
        self.explained = Text(theme, "", wrap=True, parent=self)
        self._validity = Flag(theme, say, Level.FINE, parent=self)
        self.news = ReasonStrip(theme, say, self)
        self.take = Button(theme, say("Take it over"), parent=self)
        self.leave = Button(theme, say("Leave it"), parent=self)
        self.given = self._build_given()
        self.followed = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.proof = self._build_proof()
        self.files = FilesPanel(theme, say, self)
        self._news_row = QHBoxLayout()
        self._news_row.addWidget(self.news, 1)
        for button in (self.take, self.leave):
            self._news_row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.given)
        left.addWidget(self.followed)
        left.addStretch(1)
        right.addWidget(self.proof)
        right.addStretch(1)
        self._row.addLayout(left, 1)
        self._row.addLayout(right, 1)
        self._top = QVBoxLayout()
        for part in (self._title, self.explained, self._validity):
            self._top.addWidget(part)
        self._top.addLayout(self._news_row)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._top)
        self._box.addLayout(self._row)
        self._box.addWidget(self.files)
        for form in self.forms:
            form.edited.connect(self._on_edited)
        self.take.clicked.connect(self.take_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def forms(self) -> tuple[RecordForm, RecordForm]:
        return self.given, self.proof

    def _build_given(self) -> RecordForm:
        say = self._say
        given = RecordForm(self._theme, say, label_width=LABEL, parent=self)
        given.add_choice(
            "form",
            say("Given as"),
            [
                (Form.PACKAGE.value, say("a package of terms")),
                (Form.TOTAL.value, say("a total in money")),
                (Form.POINTS.value, say("points, 0 to 100")),
            ],
        )
        given.add_line("total", say("Total"), hint=say("what the unit prices come to together"))
        given.add_line("points", say("Points"), hint=say("0 to 100; may be negative"))
        given.add_choice(
            "unsaid",
            say("Unsaid terms"),
            [
                (Unsaid.BASELINE.value, say("take the baseline, marked assumed")),
                (Unsaid.RANGE.value, say("stay open over the whole range")),
            ],
        )
        given.add_choice("no_deal", say("No deal"), [("no", say("no")), ("yes", say("yes, it means doing nothing"))])
        given.add_choice("follows", say("Follows"), [(_NOTHING, say("no other talk"))])
        return given

    def _build_proof(self) -> RecordForm:
        say = self._say
        proof = RecordForm(self._theme, say, label_width=LABEL, parent=self)
        proof.add_line("probability", say("Chance"), hint=say("that it comes off, in per cent"))
        proof.add_text("evidence", say("Evidence"), hint=say("a written quote, a list price, a calculation"))
        proof.add_line("evidence_on", say("Dated"), hint=say("a day, such as 31 Dec 2026"))
        proof.add_text(
            "improve", say("To improve it"), hint=say("what would make it better: ask, test, order a sample")
        )
        return proof

    def show_alternative(
        self,
        prepared: Prepared,
        alternative: Alternative,
        texts: Mapping[str, str],
        kept: Mapping[str, Kept],
        talks: Sequence[tuple[int, str]],
        *,
        another: bool,
    ) -> None:
        """Show an alternative; `talks` are those that it may follow, with what each is called."""
        say = self._say
        self._title.set_title(alternative.name)
        flag, words = validity(prepared, alternative, say)
        self._validity.set_flag(Level(flag.value), words)
        self._validity.setVisible(flag is not CoreFlag.FINE)
        self.explained.setText(" ".join(explanation(prepared, prepared.worths[alternative.id], say)))
        self._show_news(prepared.moved.get(alternative.id))
        following = next(
            (each for each in prepared.negotiation.followings if each.alternative_id == alternative.id), None
        )
        self.given_choice.offer([(_NOTHING, say("no other talk")), *((str(key), name) for key, name in talks)])
        shown = {**texts, "follows": _NOTHING if following is None else str(following.followed_id)}
        for form in self.forms:
            show = form.show_record if another else form.show_values
            show({key: shown[key] for key in form.fields})
            form.show_marks(alternative.prefilled)
            for key, field in form.fields.items():
                form.set_problem(field, kept[key].reason if key in kept else "")
        has_points = alternative.form is Form.POINTS or alternative.no_deal
        for key, is_shown in (
            ("total", alternative.form is Form.TOTAL),
            ("points", has_points),
            ("unsaid", alternative.form is not Form.POINTS),
            ("follows", alternative.form is Form.PACKAGE and not alternative.no_deal),
        ):
            self.given.show_row(self.given.fields[key], is_shown)
        told = following_words(prepared, following, say)
        self.followed.setText(told)
        self.followed.setVisible(bool(told))
        self.files.show_files(files_of(prepared.negotiation, alternative.id))

    @property
    def given_choice(self) -> SavedChoice:
        """Return the choice of the talk to follow."""
        field = self.given.fields["follows"]
        if not isinstance(field, SavedChoice):
            raise TypeError("the talk to follow is chosen from a list")
        return field

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        self.files.set_editing(allowed=allowed)
        self.take.setEnabled(allowed)
        self.leave.setEnabled(allowed)

    def _show_news(self, change: Moved | None) -> None:
        text = "" if change is None else self._say.message(change.message)
        self.news.set_reason(None if change is None else Level.CHECK, text)
        self.take.setVisible(change is not None and not change.is_over)
        self.leave.setVisible(change is not None and not change.is_over)

    def _on_edited(self, key: str, text: str) -> None:
        if key == "follows":
            self.follow_wanted.emit(int(text))
        else:
            self.edited.emit(key, text)

    def _dress(self) -> None:
        space = self._theme.space
        self._top.setSpacing(space(8))
        self._news_row.setSpacing(space(8))
        self._box.setSpacing(space(16))
