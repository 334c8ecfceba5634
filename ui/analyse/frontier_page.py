"""ui: the frontier view - both values of every package that cannot be bettered, and where the table stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.analysis.distance import Distance, distance
from core.findings.frontier import Bargain, Placed, grounds_words, missing, package_words
from core.message import Message
from core.spans import banded
from core.verdict import Flag as CoreFlag
from ui.analyse.chart_pane import ChartPane
from ui.analyse.page import AnalysePage
from ui.analyse.presenter import Analysed, AnalysePresenter
from ui.flag_levels import LEVELS
from ui.jobs import Progress
from ui.navigation import NEGOTIATION, Place
from ui.prompts import Answer
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.page import stacked
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_LETTERS = "ABC"


class FrontierPage(AnalysePage):
    """The frontier at the left; at the right the packages side by side, the chosen one, and three equal ones."""

    def __init__(self, tools: Tools, presenter: AnalysePresenter, parent: QWidget | None = None) -> None:
        """Build the view, empty."""
        super().__init__(tools, presenter, main=560, side=440, first=620, parent=parent)
        theme, say = tools.theme, tools.say
        self._may_edit = True
        self._step = "theirs"  # of Prepare, where what is missing is entered
        self._chart = ChartPane(tools, self)
        self._lacks_title = Text(theme, "", "sentence", bold=True, wrap=True, parent=self)
        self._lacks = Text(theme, "", "body", wrap=True, parent=self)
        self.enter = Button(theme, say("Estimate their side"), ButtonKind.PRIMARY, parent=self)
        self._count = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        shown: tuple[QWidget, ...] = (self._lacks_title, self._lacks, self._chart, self._count)
        for each in shown:
            self.main.column.addWidget(each)
        row = QHBoxLayout()
        row.addWidget(self.enter)
        row.addStretch(1)
        self.main.column.insertLayout(2, row)
        self.main.column.addStretch(1)
        self.packages = DataTable(theme, say, say("Packages side by side"), fits=True, parent=self)
        self._chosen_title = SectionTitle(theme, "", aside=say("selected"), parent=self)
        self._chosen = Text(theme, "", "body", wrap=True, parent=self)
        self._chosen.setContentsMargins(0, theme.space(8), 0, 0)
        self.equal = DataTable(theme, say, say("Three equal packages"), bleed=0, fits=True, parent=self)
        self._equal_title = SectionTitle(theme, say("Three equal packages"), line=False, parent=self)
        self._equal_note = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._equal_note.setContentsMargins(0, theme.space(8), 0, 0)
        self._grounds = Flag(theme, say, Level.CHECK, parent=self)
        title = SectionTitle(theme, say("Packages side by side"), line=False, parent=self)
        self.side.column.addWidget(stacked(title, self.packages))
        self.side.column.addWidget(stacked(self._chosen_title, self._chosen))
        self.side.column.addWidget(stacked(self._equal_title, self.equal, self._equal_note))
        self.side.column.addWidget(self._grounds)
        self.side.column.addStretch(1)
        self.packages.current_changed.connect(self._on_package_chosen)
        self.equal.row_activated.connect(self._on_preferred)
        self._chart.view.canvas.stop_reached.connect(self._on_stop_reached)
        self.enter.clicked.connect(
            lambda: self.go_wanted.emit(Place(NEGOTIATION, self.presenter.negotiation.id, "prepare", self._step))
        )

    @property
    def chart(self) -> ChartPane:
        return self._chart

    def focus_first(self) -> None:
        if self._chart.has_chart:
            key = self.packages.current()
            self._chart.begin()
            if key is not None:
                self.packages.go_to(key)
                self._on_package_chosen(key)
        else:
            self.enter.setFocus(Qt.FocusReason.TabFocusReason)

    def show_found(self, *, another: bool) -> None:
        found = self.presenter.found
        if found.is_slow:
            self._wait_for(found)
            return
        bargain = found.bargain
        lacking = isinstance(bargain, Message)
        for needed in (self._lacks_title, self._lacks, self.enter):
            needed.setVisible(lacking)
        self._chart.setVisible(not lacking)
        self._count.setVisible(not lacking)
        self.panes_row.give_way(lacking)
        if isinstance(bargain, Message):
            title, words = missing(found.seen, bargain)
            ours = found.seen.valuation.obstacle is not None
            self._step = "issues" if ours else "theirs"
            say = self.tools.say
            self.enter.set_label(say("Enter the issues") if ours else say("Estimate their side"))
            self._lacks_title.setText(title)
            self._lacks.setText(words)
            self._chart.set_chart(None)
            return
        self._chart.set_chart(found.frontier)
        self._count.setText(self._counted(bargain))
        self._show_packages(bargain, another=another)
        self._show_equal()
        self._grounds.set_flag(Level.CHECK, grounds_words(found.seen, bargain))

    # inside

    def _wait_for(self, found: Analysed) -> None:
        """Work a large frontier out while one goes on; it is shown when it is there."""
        say = self.tools.say
        for part in (self._chart, self._count, self.enter, self._lacks):
            part.setVisible(False)
        self.panes_row.give_way(True)
        self._lacks_title.setVisible(True)
        words = say("The frontier of {n} issues is being worked out.", n=len(found.negotiation.issues))
        self._lacks_title.setText(words)
        self._chart.set_chart(None)

        def work(_progress: Progress) -> Analysed:
            # the finding keeps what it has worked out
            _ = found.equal_packages
            return found

        def show(worked: Analysed) -> None:
            if worked is self.presenter.found:
                self.show_found(another=True)
                self.chart_changed.emit()

        self.tools.jobs.start(words, work, show, self.tools.prompts.trouble)

    def _counted(self, bargain: Bargain) -> str:
        say, front = self.tools.say, bargain.frontier
        notes = [say("Left and Right go from package to package.")]
        efficient = len(bargain.solutions.efficient)
        if bargain.solutions.has_zone:
            notes.append(
                say.plural(
                    "{n} efficient package is better than both walk-aways.",
                    "{n} efficient packages are better than both walk-aways.",
                    efficient,
                )
            )
        notes += [say.message(note) for note in (*bargain.case.notes, front.note) if note is not None]
        return " ".join(notes)

    def _show_packages(self, bargain: Bargain, *, another: bool) -> None:
        say, right = self.tools.say, Qt.AlignmentFlag.AlignRight
        self.packages.set_columns(
            [
                TableColumn("name", say("Package"), stretch=1),
                TableColumn("ours", say("Ours"), right),
                TableColumn("theirs", say("Theirs"), right),
                TableColumn("flag", say("Flag")),
            ]
        )
        batna = self.presenter.found.seen.batna_value
        ordered = sorted(bargain.placed, key=lambda each: -each.ours)
        rows = [self._placed_row(each) for each in ordered]
        if batna is not None:
            place = sum(1 for each in ordered if each.ours >= batna.high)
            name = TableCell(say("BATNA"), bold=True)
            cells = {"name": name, "ours": TableCell(self.presenter.found.seen.points(batna), bold=True)}
            rows.insert(place, TableRow("batna", cells, edge=True))
        self.packages.set_rows(rows)
        self._chosen_title.setVisible(False)
        self._chosen.setVisible(False)
        if another or self.packages.current() is None:
            wanted = next((each.key for key in ("deal", "theirs", "ours") for each in ordered if each.key == key), "")
            if wanted:
                self.packages.go_to(wanted)
        self._on_package_chosen(self.packages.current())

    def _placed_row(self, each: Placed) -> TableRow:
        say, seen = self.tools.say, self.presenter.found.seen
        theirs = banded(say, each.theirs, each.band)
        level, why = CoreFlag.FINE, ""
        if seen.batna_value is None:
            level, why = CoreFlag.CHECK, say("no BATNA")
        elif each.ours < seen.batna_value.low:
            level, why = CoreFlag.ACT, say("below BATNA")
        return TableRow(
            each.key,
            {
                "name": TableCell(each.name),
                "ours": TableCell(say.number(each.ours * 100, 1), bold=True),
                "theirs": TableCell(theirs),
                "flag": TableCell(why, flag=LEVELS[level]),
            },
        )

    def _on_stop_reached(self, words: str) -> None:
        bargain = self.presenter.found.bargain
        if isinstance(bargain, Message):
            return
        chosen = next((each for each in bargain.placed if words.startswith(f"{each.name}:")), None)
        if chosen is not None:
            self.packages.go_to(chosen.key)

    def _on_package_chosen(self, key: object) -> None:
        bargain = self.presenter.found.bargain
        if isinstance(bargain, Message):
            return
        chosen = next((each for each in bargain.placed if each.key == key), None)
        self._chosen_title.setVisible(chosen is not None)
        self._chosen.setVisible(chosen is not None)
        if chosen is None:
            return
        self._ring(chosen.name)
        say, seen = self.tools.say, self.presenter.found.seen
        self._chosen_title.set_title(chosen.name)
        lines = [package_words(seen, chosen.package)]
        if chosen.assumed:
            lines.append(say("What it leaves open is taken at the baselines."))
        far = distance(bargain.case, bargain.frontier, chosen.package)
        if isinstance(far, Distance):
            lines += self._far(far)
        self._chosen.setText("\n".join(lines))

    def _ring(self, name: str) -> None:
        """Let the ring in the chart follow the row chosen."""
        canvas = self._chart.view.canvas
        stops = canvas.scene.stops if canvas.scene is not None else ()
        found = next((at for at, stop in enumerate(stops) if stop.words.startswith(f"{name}:")), -1)
        canvas.go_to(found)

    def _far(self, far: Distance) -> list[str]:
        say, seen = self.tools.say, self.presenter.found.seen
        lines = []
        if far.is_efficient or far.fairest is None:
            lines.append(say("No package is better for both."))
        else:
            lines.append(
                say(
                    "Without loss to them we could gain {ours} points, without loss to us they could gain {theirs}.",
                    ours=say.points(far.our_room),
                    theirs=say.points(far.their_room),
                )
            )
            better = far.fairest
            lines.append(
                say(
                    "Better for both, {ours} and about {theirs}: {terms}.",
                    ours=say.points(better.ours),
                    theirs=say.points(better.theirs),
                    terms=package_words(seen, better.package),
                )
            )
        if far.past_limit:
            names = seen.listed([seen.negotiation.issue_by_id[each].name for each in far.past_limit])
            lines.append(say("Past our limit on {names}.", names=names))
        return lines

    def set_editing(self, *, allowed: bool) -> None:
        self._may_edit = allowed

    def _on_preferred(self, at: object) -> None:
        """Ask whether their choice shall move what we estimate to count to them, with each share before and after."""
        say, seen = self.tools.say, self.presenter.found.seen
        if not isinstance(at, int) or not self._may_edit:
            return
        shifts = self.presenter.preference(at)
        if not any(each.raised for each in shifts):
            self.tools.prompts.tell(say("That choice tells nothing: it gives them no more than the others."))
            return
        lines = [
            say(
                "{issue}: {before} to {after}",
                issue=seen.negotiation.issue_by_id[each.issue_id].name,
                before=say.share(each.before, 1),
                after=say.share(each.after, 1),
            )
            for each in shifts
        ]

        def answered(key: str) -> None:
            if key == "move":
                source = say("preferred {package} of equal packages", package=_LETTERS[at])
                self.run_and_offer(lambda: self.presenter.learn(shifts, source))

        self.tools.prompts.ask(
            say("They prefer {package}. Move what counts to them?", package=_LETTERS[at]),
            (Answer("move", say("Move the estimates"), primary=True), Answer("leave", say("Leave them"))),
            answered,
            detail="\n".join(lines),
        )

    def _show_equal(self) -> None:
        say, right = self.tools.say, Qt.AlignmentFlag.AlignRight
        found = self.presenter.found.equal_packages
        self._equal_title.setVisible(found is not None)
        self.equal.setVisible(found is not None and bool(found.packages))
        self._equal_note.setVisible(found is not None)
        if found is None:
            return
        self._equal_title.set_aside(say("each worth about {value} to us", value=say.points(found.target)))
        self.equal.set_columns(
            [
                TableColumn("name", "", muted=True),
                TableColumn("terms", say("Package"), stretch=1, wrap=True),
                TableColumn("ours", say("Ours"), right),
                TableColumn("theirs", say("Theirs"), right),
            ]
        )
        self.equal.set_rows(
            [
                TableRow(
                    at,
                    {
                        "name": TableCell(_LETTERS[at]),
                        "terms": TableCell(package_words(self.presenter.found.seen, each.package)),
                        "ours": TableCell(say.points(each.ours), bold=True),
                        "theirs": TableCell(say.points(each.theirs)),
                    },
                )
                for at, each in enumerate(found.packages)
            ]
        )
        note = say(
            "Put them on the table together. Press Enter on the one that they prefer: what counts to them is moved a "
            "little."
        )
        self._equal_note.setText(note if found.note is None else say.message(found.note))
