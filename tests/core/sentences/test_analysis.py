"""tests: every code of the analysis has its sentence, and no sentence is left over."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import core
from core.sentences.analysis import SENTENCES

# Codes that are put together: of a sign by its side, of a way by its name.
BUILT = {"sign.sanction_us", "sign.sanction_them"} | {
    f"shift.{way}{end}" for way in ("break", "interests", "trade") for end in ("", "_risk")
}


def test_codes_and_sentences_are_the_same_set() -> None:
    folder = Path(core.__file__).parent / "analysis"
    written = "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.py")))
    fields = {code.partition(".")[0] for code in SENTENCES}
    used = {code for code in re.findall(r'"([a-z_]+\.[a-z_]+)"', written) if code.partition(".")[0] in fields}
    assert used | BUILT == {code.removesuffix(".one") for code in SENTENCES}


def test_sentences_are_whole_and_named_data_only() -> None:
    for code, sentence in SENTENCES.items():
        names = [name for _, name, _, _ in Formatter().parse(sentence) if name is not None]
        assert all(name.isidentifier() for name in names), code
        assert code == "zopa.length" or sentence[-1] in ".?”:", code
