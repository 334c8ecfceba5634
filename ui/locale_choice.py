"""ui: the region in which numbers and days are shown - the system's own, or one that the user chose."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from core.words import Words

# Offered by name; every other is there as the system's own.
REGIONS = (
    *("en_GB", "en_IE", "en_US", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_BE", "nl_NL", "nl_BE", "es_ES", "it_IT"),
    *("pt_PT", "pl_PL", "cs_CZ", "da_DK", "sv_SE", "nb_NO", "fi_FI"),
)
# The languages that the program speaks.
LANGUAGES = ("en",)
_PLAIN = "en_GB"


def system_region() -> str:
    """Return the region of this computer, the British where it names none."""
    name = QLocale.system().name()
    return name if "_" in name else _PLAIN


def words_for(region: str) -> Words:
    """Return the words in which the window speaks; an empty `region` is the system's."""
    language = QLocale.system().name().partition("_")[0]
    return Words(language if language in LANGUAGES else LANGUAGES[0], region or system_region())


def region_name(code: str) -> str:
    """Return a region's name in its own language, as people look for it."""
    from core.region import Region  # noqa: PLC0415 - not before the first paint

    return Region(code).name
