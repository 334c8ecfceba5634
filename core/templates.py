"""core: templates, the issues that a category of purchase usually has - names, units, keys and steps, no figures.

Those of the program lie as data in `resources/templates`, one file a category, with their words in each language; the
user's own are kept in the logbook in the same form. What a template cannot know - ends, limits, ladder - stays empty;
one of the user's own keeps the weights that were given, and the options.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.currency import head_of_unit
from core.errors import BadInput
from core.exact import read_decimal
from core.issue import Issue, Option, ScaleKind
from core.resources import resource_path

CATEGORIES = (
    "raw-material",
    "packaging",
    "logistics",
    "it-software",
    "services",
    "facility",
    "contract-renewal",
    "price-increase",
)
FALLBACK = "en"
_HEAD = re.compile(r"[/\s]")
_CURRENCY = "{currency}"
_OWN = "own:"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTemplate:
    """A template of the user's own: its name, and its issues as text in the form of the files in `resources`."""

    id: int = 0
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Template:
    """A category with its name and the issues that are usually on the table, in order of what they usually count.

    `saved_id` is the record of one of the user's own, 0 for one of the program's.
    """

    key: str
    name: str
    issues: tuple[Issue, ...]
    saved_id: int = 0


def templates(language: str, currency: str) -> tuple[Template, ...]:
    """Return all templates with their words in a language, in English where they have none, and units in a currency."""
    return tuple(template(key, language, currency) for key in CATEGORIES)


def template(key: str, language: str, currency: str) -> Template:
    """Return one template; raise KeyError for a category that there is none of."""
    if key not in CATEGORIES:
        raise KeyError(key)
    content = resource_path("templates", f"{key}.toml").read_text(encoding="utf-8")
    name = _word(tomllib.loads(content)["name"], language)
    return Template(key, name, read_issues(content, currency, language))


def own_templates(saved: Iterable[SavedTemplate], currency: str) -> tuple[Template, ...]:
    """Return the user's own templates with units in a currency; one that cannot be read is left out."""
    found = []
    for each in saved:
        try:
            found.append(Template(f"{_OWN}{each.id}", each.name, read_issues(each.content, currency), each.id))
        except BadInput:
            continue
    return tuple(found)


def written(issues: Sequence[Issue], currency: str) -> str:
    """Write issues in the form of a template; a unit in the negotiation's currency is written for any other."""
    return "\n".join(line for each in issues for line in ("[[issues]]", *_lines(each, currency), ""))


def read_issues(content: str, currency: str, language: str = FALLBACK) -> tuple[Issue, ...]:
    """Read the issues of a template; raises BadInput for what is none."""
    try:
        given = tomllib.loads(content)
        return tuple(_issue(each, place, language, currency) for place, each in enumerate(given.get("issues", ())))
    except (tomllib.TOMLDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput("template.unreadable") from error


def _issue(given: Mapping[str, Any], place: int, language: str, currency: str) -> Issue:
    options = tuple(Option(str(each["label"]), read_decimal(each["value"])) for each in given.get("options", ()))
    return Issue(
        negotiation_id=0,
        place=place,
        name=_word(given["name"], language),
        alias=_word(given.get("alias", ""), language),
        kind=ScaleKind(given.get("kind", ScaleKind.NUMERIC.value)),
        unit=_word(given.get("unit", ""), language).replace(_CURRENCY, currency),
        step=_decimal(given.get("step")),
        options=options,
        weight=_decimal(given.get("weight")),
        is_volume=bool(given.get("is_volume")),
    )


def _decimal(given: str | None) -> Decimal | None:
    return None if given is None else read_decimal(given)


def _lines(issue: Issue, currency: str) -> Iterator[str]:
    yield f"name = {_quoted(issue.name)}"
    if issue.alias:
        yield f"alias = {_quoted(issue.alias)}"
    if issue.kind is not ScaleKind.NUMERIC:
        yield f"kind = {_quoted(issue.kind.value)}"
    if unit := issue.unit:
        head = _HEAD.split(unit, maxsplit=1)[0]  # a sign of the currency, or its code
        yield f"unit = {_quoted(_CURRENCY + unit[len(head) :] if head_of_unit(head) == currency else unit)}"
    if issue.step is not None:
        yield f"step = {_quoted(str(issue.step))}"
    if issue.weight is not None:
        yield f"weight = {_quoted(str(issue.weight))}"
    if issue.is_volume:
        yield "is_volume = true"
    if issue.options:
        pairs = (f"{{ label = {_quoted(each.label)}, value = {_quoted(str(each.value))} }}" for each in issue.options)
        yield f"options = [{', '.join(pairs)}]"


def _quoted(text: str) -> str:
    """Write a text as a basic string of TOML, which escapes what JSON does, and the delete character too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _word(given: str | Mapping[str, str], language: str) -> str:
    """Return a word, or what it is in a language; a word that is the same everywhere stands for itself."""
    return given if isinstance(given, str) else given.get(language, given[FALLBACK])
