"""core: templates, the issues that a category of purchase usually has - names, units, keys and steps, no figures.

They lie as data in `resources/templates`, one file a category, with their words in each language. What a template
cannot know - ends, weights, limits - stays empty.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.issue import Issue, ScaleKind
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTemplate:
    """A template of the user's own: its name, and its issues as text in the form of the files in `resources`."""

    id: int = 0
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Template:
    """A category with its name and the issues that are usually on the table, in order of what they usually count."""

    key: str
    name: str
    issues: tuple[Issue, ...]


def templates(language: str, currency: str) -> tuple[Template, ...]:
    """Return all templates with their words in a language, in English where they have none, and units in a currency."""
    return tuple(template(key, language, currency) for key in CATEGORIES)


def template(key: str, language: str, currency: str) -> Template:
    """Return one template; raise KeyError for a category that there is none of."""
    if key not in CATEGORIES:
        raise KeyError(key)
    given = tomllib.loads(resource_path("templates", f"{key}.toml").read_text(encoding="utf-8"))
    issues = tuple(_issue(each, place, language, currency) for place, each in enumerate(given["issues"]))
    return Template(key, _word(given["name"], language), issues)


def _issue(given: Mapping[str, Any], place: int, language: str, currency: str) -> Issue:
    step = given.get("step")
    return Issue(
        negotiation_id=0,
        place=place,
        name=_word(given["name"], language),
        alias=_word(given["alias"], language),
        kind=ScaleKind(given.get("kind", ScaleKind.NUMERIC.value)),
        unit=_word(given.get("unit", ""), language).replace("{currency}", currency),
        step=None if step is None else Decimal(step),
        is_volume=bool(given.get("is_volume")),
    )


def _word(given: str | Mapping[str, str], language: str) -> str:
    """Return a word, or what it is in a language; a word that is the same everywhere stands for itself."""
    return given if isinstance(given, str) else given.get(language, given[FALLBACK])
