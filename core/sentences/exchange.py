"""core: the sentences about what enters and leaves a logbook as text."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "import.unreadable": "{file} cannot be read. Check its name and that it is a JSON file in UTF-8.",
    "import.no_json": "This is no JSON that a logbook could have written ({why}). Nothing was imported.",
    "import.no_logbook": "This JSON is no export of a logbook. Nothing was imported.",
    "import.no_rows": "The table {table} of this export is no list of records. Nothing was imported.",
}
