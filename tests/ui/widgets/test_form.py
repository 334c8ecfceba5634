"""tests: ui/widgets/form.py."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.field import Field, GrowingEditor
from ui.widgets.flag import Flag
from ui.widgets.form import FormRows
from ui.widgets.text import Text


def test_a_field_gets_its_rows_name_and_hint(qtbot: QtBot, theme: Theme, say: Words) -> None:
    form = FormRows(theme, say, hairlines=True)
    qtbot.addWidget(form)
    field = Field(theme, "")
    form.add_row("Country", field, hint="ISO code")
    assert field.accessibleName() == "Country"
    assert field.accessibleDescription() == "ISO code"


def test_a_problem_is_said_under_its_field_and_taken_back(qtbot: QtBot, theme: Theme, say: Words) -> None:
    form = FormRows(theme, say)
    qtbot.addWidget(form)
    price, notes = Field(theme, "Price"), GrowingEditor(theme, "Notes")
    form.add_row("Price", price)
    form.add_row("Notes", notes)
    form.show()
    QApplication.processEvents()
    form.set_problem(price, "not a number")
    assert form.problem(price) == "not a number"
    assert form.problem(notes) == ""
    assert price.accessibleDescription() == "check not a number"
    assert [flag.isVisible() for flag in form.findChildren(Flag)] == [True, False]
    form.set_problem(price, "")
    assert not any(flag.isVisible() for flag in form.findChildren(Flag))
    assert price.accessibleDescription() == ""


def test_a_row_can_be_hidden_whole(qtbot: QtBot, theme: Theme, say: Words) -> None:
    form = FormRows(theme, say)
    qtbot.addWidget(form)
    price = Field(theme, "Price")
    form.add_row("Price", price)
    form.show()
    form.show_row(price, False)
    assert price.isHidden()
    theme.set_factor(2)
    form.show_row(price, True)
    assert not price.isHidden()


def test_a_name_stands_level_with_the_words_of_its_box(qtbot: QtBot, theme: Theme, say: Words) -> None:
    form = FormRows(theme, say)
    qtbot.addWidget(form)
    box = QCheckBox("Final")
    form.add_row("State", box)
    form.resize(300, form.sizeHint().height())
    form.show()
    label = next(each for each in form.findChildren(Text) if each.text() == "State")
    first_line = label.y() + label.contentsMargins().top() + theme.line_height("body") / 2
    assert abs(first_line - box.geometry().center().y() - 0.5) <= 1
