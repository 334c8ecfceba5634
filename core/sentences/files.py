"""core: the sentences about opening, saving, importing and exporting a logbook."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "job.cancelled": "Stopped. Nothing of it was kept.",
    "logbook.missing": "There is no file {path}. Check its name, or make a new logbook.",
    "logbook.exists": "{path} exists already and was left as it is. Choose another name.",
    "logbook.not_a_logbook": "{path} is no logbook. It was left as it is; choose another file.",
    "logbook.damaged": "The logbook is damaged. It was left as it is; open a backup, and keep this file.",
    "logbook.value_damaged": "The logbook is damaged: a record holds a value that cannot be read. It was left as "
    "it is; verify it to see which, and open a backup.",
    "logbook.newer": "{path} was written by a newer Logroll. It was left as it is; install the newer program.",
    "logbook.migration_failed": "The logbook could not be brought up to date and was left as it is. Keep the file and "
    "open it with the Logroll that wrote it.",
    "logbook.older": "{path} was written by an older Logroll. Open it once for writing, which brings it up to date.",
    "logbook.read_only": "The logbook may only be read here. Move it to a folder of your own to write in it.",
    "logbook.opened_for_reading": "The logbook was opened for reading only. Open it for writing to change it.",
    "logbook.in_use": "The logbook is open for writing elsewhere: {program}, process {pid} on {host}, since {since}. "
    "Close it there first.",
    "logbook.in_use_unknown": "The logbook is open for writing elsewhere. Close it there first.",
    "logbook.busy": "Another program holds the logbook. Nothing was saved; close that program and try again.",
    "disk.full": "The disk is full. Nothing was saved by this step; free some space and try again.",
    "disk.no_permission": "The system does not allow to write {path}. Choose a folder of your own.",
    "disk.no_folder": "There is no folder {path}. Make it first, or choose another one.",
    "disk.is_folder": "{path} is a folder. Give the file a name of its own.",
    "disk.name_too_long": "The name is too long for this disk. Choose a shorter one.",
    "disk.failing": "The disk does not answer as it should ({reason}). Nothing was saved by this step; "
    "check disk and folder and try again.",
    "file.is_logbook": "{path} is a logbook, and nothing else is written over one. Choose another name.",
    "import.unknown_table": "The file names {name}, which a logbook does not have. Nothing was imported.",
    "import.missing_table": "The file is not whole: it has no table {name}. Nothing was imported.",
    "import.unusable_row": "Row {row} of {name} cannot be used. Nothing was imported.",
    "import.unusable_rows": "Rows of {name} contradict each other. Nothing was imported.",
    "import.against_rules": "The file has a {name} that Logroll would not have kept: {why} Nothing was imported.",
    "import.broken_references": "The file is not whole: {name} refers to something missing. Nothing was imported.",
    "import.newer": "The file was exported by a newer Logroll. Install the newer program to import it.",
    "verify.records": "{count} records, every value and reference looked at.",
    "verify.entries": "{count} entries of the journal, compared with the records.",
    "verify.documents": "{count} search documents, compared with the records.",
    "verify.damaged": "The file is damaged: {detail}.",
    "verify.reference": "{kind} {id} refers to something that is missing.",
    "verify.search_missing": "{kind} {id} cannot be found by search, or is found by words that it does not hold.",
    "verify.search_left_over": "Search finds {kind} {id}, which is deleted.",
    "verify.search_index": "The index of search does not agree with its words.",
    "verify.recency": "The order in which negotiations are listed does not agree with the journal.",
    "verify.journal_differs": "{kind} {id} is not as the journal says.",
    "verify.journal_broken": "The journal of {kind} {id} does not follow from one entry to the next (entry {entry}).",
    "verify.unreadable": "{kind} {id} holds a value that cannot be read.",
    "verify.content": "The file {name} is not as it was attached.",
}
