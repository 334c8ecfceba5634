"""What a user reads goes through the catalogue, and every message has a sentence and what it needs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from core.sentences import SENTENCES

ROOT = Path(__file__).parents[1]

# What shows its text as it stands: Qt's own widgets and setters, the program's widgets, and printing.
SHOWING = re.compile(
    r"Q(?:Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu|LineEdit|Dialog|DockWidget)"
    r"|set(?:Text|PlainText|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|AccessibleName"
    r"|AccessibleDescription|Title|LabelText|InformativeText|IconText|Prefix|Suffix|SpecialValueText)"
    r"|add(?:Action|Menu|Tab|Row|Item|Items)|showMessage|showText|print"
)
# Names of keys are told to the shortcut parser; the name of the program and of its kind of file are names.
NO_WORDS = re.compile(
    r"(?:(?:Ctrl|Alt|Shift|Meta)\+)*(?:[A-Z0-9,./]|F[0-9]+|Esc|Escape|Del|Delete|Return|Enter|Space|Tab|Up|Down|Left"
    r"|Right|Home|End)|Logroll|main\.py.*|logroll"
)
ERRORS = {
    "LogrollError", "NotFound", "NotAllowed", "UnreadableFile", "InUse", "ReadOnly", "StorageTrouble", "BadInput",
    "Cancelled",
}  # fmt: skip


def trees(*places: str) -> Iterator[tuple[str, ast.Module]]:
    for place in places:
        path = ROOT / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = (
                called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            )
            yield node, name


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the words that an argument holds as they stand."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.JoinedStr(values=values):
            for each in values:
                yield from literals(each)
        case ast.BinOp(left=left, right=right):
            yield from literals(left)
            yield from literals(right)
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)


def own_widgets() -> set[str]:
    """Return the classes of the program's widgets: what a screen is put together from."""
    return {
        node.name
        for _, tree in trees("ui/widgets")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(isinstance(base, ast.Name) for base in node.bases)
    } - {"Shortcut"}


def is_words(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", text)) and not NO_WORDS.fullmatch(text.strip(" -–"))


def names_something(text: str) -> bool:
    """Tell whether a text is a name inside the program: a key of a column, an icon, an object's name."""
    return bool(re.fullmatch(r"[a-z][a-z0-9_.\-/]*", text))


def test_no_screen_shows_words_that_were_not_said() -> None:
    widgets = own_widgets()
    assert {"Button", "Text", "Field"} <= widgets
    found = []
    for name, tree in trees("ui", "main.py"):
        for call, called in calls(tree):
            shows = SHOWING.fullmatch(called) is not None
            if not shows and called not in widgets:
                continue
            for argument in (*call.args, *(each.value for each in call.keywords)):
                # a widget is also given names of icons and roles; a setter of Qt shows whatever it gets
                found += [
                    f"{name}:{call.lineno} {called}({text!r})"
                    for text in literals(argument)
                    if is_words(text) and (shows or not names_something(text))
                ]
    assert not found, "\n".join(found)


def test_nothing_but_the_command_line_prints() -> None:
    printing = {
        name for name, tree in trees("core", "db", "ui", "main.py") for _, called in calls(tree) if called == "print"
    }
    assert printing <= {"ui/commandline.py"}


def said(tree: ast.Module) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Yield every message and every error that is made, with its code."""
    for call, called in calls(tree):
        if ((called == "message" and isinstance(call.func, ast.Name)) or called in ERRORS) and call.args:
            yield call, call.args[0]


def fields_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def codes_of(code: ast.expr) -> list[str] | None:
    """Return the codes that an expression can come to, None where the call site does not tell."""
    match code:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.IfExp(body=body, orelse=orelse):
            first, second = codes_of(body), codes_of(orelse)
            return None if first is None or second is None else [*first, *second]
    return None


@pytest.mark.parametrize("place", ["core", "db", "ui"])
def test_every_message_has_a_sentence_and_the_data_that_it_needs(place: str) -> None:
    found = []
    for name, tree in trees(place):
        for call, code in said(tree):
            where = f"{name}:{call.lineno}"
            if isinstance(code, ast.JoinedStr):
                parts = [
                    re.escape(str(each.value)) if isinstance(each, ast.Constant) else r"[a-z_.]*"
                    for each in code.values
                ]
                pattern = re.compile("".join(str(each) for each in parts))
                if not any(pattern.fullmatch(each) for each in SENTENCES):
                    found.append(f"{where} no sentence like {pattern.pattern}")
            given = {each.arg for each in call.keywords}
            for each in codes_of(code) or ():
                if each not in SENTENCES:
                    found.append(f"{where} no sentence for {each}")
                # with ** the call site does not tell all of its data; a step is named once its record is known
                elif None not in given and (given or not each.startswith("journal.")):
                    missing = fields_of(SENTENCES[each]) - given
                    if not missing:
                        continue
                    found.append(f"{where} {each} is given {sorted(map(str, given))}: {SENTENCES[each]}")
    assert not found, "\n".join(found)
