"""ui: the region in which numbers and days are shown - the system's own, or one that the user chose."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from core.words import Words

# Offered by name, each in its own language; every other is there as the system's own. Written down here, since asking
# Babel for all of them loads 14 MiB.
REGIONS = {
    "en_GB": "English (United Kingdom)",
    "en_IE": "English (Ireland)",
    "en_US": "English (United States)",
    "de_DE": "Deutsch (Deutschland)",
    "de_AT": "Deutsch (Österreich)",
    "de_CH": "Deutsch (Schweiz)",
    "fr_FR": "français (France)",
    "fr_BE": "français (Belgique)",
    "nl_NL": "Nederlands (Nederland)",
    "nl_BE": "Nederlands (België)",
    "es_ES": "español (España)",
    "it_IT": "italiano (Italia)",
    "pt_PT": "português (Portugal)",
    "pl_PL": "polski (Polska)",
    "cs_CZ": "čeština (Česko)",
    "da_DK": "dansk (Danmark)",
    "sv_SE": "svenska (Sverige)",
    "nb_NO": "norsk bokmål (Norge)",
    "fi_FI": "suomi (Suomi)",
}
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
    if code in REGIONS:
        return REGIONS[code]
    from core.region import Region  # noqa: PLC0415 - not before the first paint

    return Region(code).name
