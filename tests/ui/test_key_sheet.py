"""The help over the window: keys anywhere, in Meet the rules of the line, and from each to the other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.words import Words
from tests.ui.desk import Driver
from ui.key_sheet import AboutSheet, KeySheet, LineSheet
from ui.meet.line_guide import RULES, Guide
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, Place
from ui.widgets.button import Button
from ui.widgets.text import Text


def test_in_meet_f1_explains_the_line_with_every_rule_and_example(cases: Driver) -> None:
    cases.session.go(Place(NEGOTIATION, 1, "meet"))
    cases.run("keys")
    sheet = cases.panel(LineSheet)
    shown = cases.texts(sheet)
    guide = Guide(Words("en", "en_GB"), cases.program.tools.clock())
    for number, rule in enumerate(RULES, start=1):
        assert {f"{number}  {rule.title}", rule.text} <= shown
        assert {text for each in rule.examples for text in (guide.told(each).line, guide.told(each).words)} <= shown


def test_after_the_help_the_line_has_the_focus_again(cases: Driver) -> None:
    cases.session.go(Place(NEGOTIATION, 1, "meet"))
    view = next(each for each in cases.window.findChildren(MeetView) if each.isVisible())
    view.focus_first()
    cases.run("keys")
    cases.panel(LineSheet).turn_away()
    focus = view.entry.line.focusProxy()
    assert focus is not None
    assert focus.hasFocus()


def test_keys_and_line_lead_to_each_other(cases: Driver) -> None:
    cases.run("line_help")
    _button(cases.panel(LineSheet), "Keys").click()
    _button(cases.panel(KeySheet), "The line in Meet").click()
    assert cases.panel(LineSheet).isVisible()


def _button(sheet: QWidget, text: str) -> Button:
    return next(each for each in sheet.findChildren(Button) if each.text() == text)


def test_about_is_as_high_as_what_it_says(cases: Driver) -> None:
    cases.run("about")
    sheet = cases.panel(AboutSheet)
    texts = [each for each in sheet.panel.findChildren(Text) if each.wordWrap()]
    assert len(texts) == 4
    assert all(each.height() == each.heightForWidth(each.width()) for each in texts)
