"""The command line: the same verbs as the window, one sentence for every trouble, answers that follow the schema."""

from __future__ import annotations

import errno
import io
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sqlcipher3 import dbapi2

from core.resources import resource_path
from core.words import Words
from db.generator import SIZES
from db.logbook import Logbook
from ui.commandline import DAMAGED, DONE, FAILED, USAGE, Desk, main, without_display

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@dataclass
class Terminal:
    """Runs commands and keeps what they print."""

    out: str = ""
    err: str = ""

    def run(self, *words: object) -> int:
        out, err = io.StringIO(), io.StringIO()
        code = main([str(each) for each in words], Desk(Words("en", "en_GB"), lambda: NOW, out, err))
        self.out, self.err = out.getvalue(), err.getvalue()
        return code

    def json(self, *words: object) -> Any:
        assert self.run(*words, "--json") == DONE, self.err
        answer = json.loads(self.out)
        schema = json.loads(resource_path("schema", "answers.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(answer)
        return answer

    def json_of(self, *words: object) -> Any:
        """Return the answer of a command that does not end well."""
        assert self.run(*words, "--json") != DONE
        return json.loads(self.out)


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


@pytest.fixture(scope="module")
def sample_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.logroll"
    Logbook.create_sample(file, clock=lambda: NOW).close()
    return file


@pytest.fixture
def sample(sample_once: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "sample.logroll"
    copy.write_bytes(sample_once.read_bytes())
    return copy


def test_new_makes_an_empty_logbook_and_never_writes_over_a_file(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "mine.logroll"
    assert terminal.run("new", file) == DONE
    before = file.read_bytes()
    assert terminal.run("new", file) == FAILED
    assert "exists already" in terminal.err
    assert file.read_bytes() == before


def test_an_offer_in_breach_is_judged_with_figures_and_repairs(terminal: Terminal, sample: Path) -> None:
    answer = terminal.json("offer", sample, "-n", "cans", "t 1.50 price 0 prepaid")
    (offer,) = answer["offers"]
    assert offer["lights"]["batna"] == "certain"
    assert offer["said"]["value"]["min"] == pytest.approx(0.52114, abs=1e-5)
    assert offer["difference"]["unit"] == "0.10"
    assert offer["difference"]["percent"] == pytest.approx(7.142857142857)
    assert offer["difference"]["total"] == "10000.00"
    assert offer["said"]["difference"]["package"]["money"] == {"min": "-9000.00", "max": "-9000.00"}
    assert offer["repairs"]


def test_the_first_case_turns_into_a_breach_without_the_switching_cost(terminal: Terminal, sample: Path) -> None:
    deal = "t 1.40 price 100 prepaid"
    (offer,) = terminal.json("offer", sample, "-n", "cans", deal)["offers"]
    assert offer["lights"]["batna"] == "clear"
    assert offer["difference"]["package"]["money"]["min"] == "117.22"
    with Logbook.open(sample, clock=lambda: NOW) as logbook:
        negotiation = logbook.negotiations.load(logbook.negotiations.find("cans"))
        logbook.alternatives.change(negotiation.alternatives[0].id, switching_cost=0)
    (offer,) = terminal.json("offer", sample, "-n", "cans", deal)["offers"]
    assert offer["lights"]["batna"] == "certain"
    assert offer["difference"]["package"]["money"]["min"] == "-882.78"


def test_a_line_may_begin_with_a_hyphen(terminal: Terminal, sample: Path) -> None:
    assert terminal.run("offer", sample, "-n", "peas", "--json", "-0.002 price") == DONE
    assert json.loads(terminal.out)["line"]["text"] == "-0.002 price"


def test_an_own_offer_past_our_limit_needs_a_reason(terminal: Terminal, sample: Path) -> None:
    assert terminal.run("offer", sample, "-n", "peas", "w p 1.29") == FAILED
    assert "limit" in terminal.err
    answer = terminal.json("offer", sample, "-n", "peas", "w p 1.29", "--reason", "to keep the line running")
    assert answer["offers"][0]["exception"] == "to keep the line running"


def test_an_unread_line_is_kept_and_said_to_be_unread(terminal: Terminal, sample: Path) -> None:
    answer = terminal.json("offer", sample, "-n", "peas", "t blah 7 foo 9")
    assert answer["status"] == "unread"
    assert terminal.json("verdict", sample, "-n", "peas")["unread"][0]["text"] == "t blah 7 foo 9"
    assert terminal.run("offer", sample, "-n", "peas", "t blah 7 foo 9") == DONE
    assert terminal.out.startswith("Unread")


def test_a_line_joins_the_meeting_that_is_open(terminal: Terminal, sample: Path) -> None:
    terminal.run("offer", sample, "-n", "peas", "t p 1.28")
    terminal.run("offer", sample, "-n", "peas", "t p 1.27")
    with Logbook.open(sample, write=False) as logbook:
        negotiation = logbook.negotiations.load(logbook.negotiations.find("peas"))
        first, second = negotiation.offers[-2:]
        assert first.meeting_id == second.meeting_id
        assert negotiation.open_meeting is not None
        assert negotiation.open_meeting.id == second.meeting_id


def test_verdict_judges_every_offer_both_ways(terminal: Terminal, sample: Path) -> None:
    answer = terminal.json("verdict", sample, "-n", "cans")
    assert answer["batna"]["name"] == "Tarsia Foods"
    assert [offer["side"] for offer in answer["offers"]] == ["us", "them", "us"]
    for offer in answer["offers"]:
        assert offer["value"] == offer["stands"]["value"]
        assert offer["given"]["said"]["lights"] == offer["said"]["lights"]
    assert terminal.run("verdict", sample, "-n", "cans") == DONE
    assert "BATNA" in terminal.out


def test_analyse_says_of_the_sample_what_can_be_said_and_what_is_missing(terminal: Terminal, sample: Path) -> None:
    for number in ("1", "2", "3", "4"):
        answer = terminal.json("analyse", sample, "-n", number)
        assert answer["answer"] == "analyse"
        assert answer["findings"]
        assert answer["frontier"] is not None or answer["missing"]
        assert terminal.run("analyse", sample, "-n", number) == DONE
        said = terminal.out.splitlines()
        assert said == [each["text"] for each in answer["findings"]]
    answer = terminal.json("analyse", sample, "-n", "cans")
    price = answer["zopa"]["issues"][0]
    assert (price["issue"], price["overlap"]) == ("Price", "certain")
    assert answer["offers"] == terminal.json("verdict", sample, "-n", "cans")["offers"]


def test_a_negotiation_is_found_by_id_or_by_a_unique_part_of_its_title(terminal: Terminal, sample: Path) -> None:
    assert terminal.run("verdict", sample, "-n", "1") == DONE
    assert terminal.run("verdict", sample, "-n", "PENTHOUSE") == DONE
    for unknown in ("zebra", "99", "a"):
        assert terminal.run("verdict", sample, "-n", unknown) == FAILED
        assert len(terminal.err.strip().splitlines()) == 1


def test_export_import_and_export_again_are_byte_identical(terminal: Terminal, sample: Path, tmp_path: Path) -> None:
    first, second, copy = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "copy.logroll"
    assert terminal.run("export", sample, "-o", first) == DONE
    assert terminal.run("import", copy, first) == DONE
    assert terminal.run("export", copy, "-o", second) == DONE
    assert first.read_bytes() == second.read_bytes()
    assert terminal.run("verify", copy) == DONE


def test_verify_finds_damage_and_says_so_by_its_exit_code(terminal: Terminal, sample: Path) -> None:
    assert terminal.json("verify", sample)["sound"] is True
    content = bytearray(sample.read_bytes())
    for page in range(6, len(content) // 4096 - 1, 3):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    sample.write_bytes(bytes(content))
    assert terminal.run("verify", sample) == DAMAGED
    assert terminal.out


def test_a_logbook_that_is_open_for_writing_is_read_but_not_written(terminal: Terminal, sample: Path) -> None:
    with Logbook.open(sample, clock=lambda: NOW, holder="the window"):
        assert terminal.run("verdict", sample, "-n", "cans") == DONE
        assert terminal.run("offer", sample, "-n", "cans", "t p 1.45") == FAILED
        assert "the window" in terminal.err


@pytest.mark.parametrize(
    "words",
    [
        ("verdict", "missing.logroll", "-n", "1"),
        ("analyse", "missing.logroll", "-n", "1"),
        ("verify", "missing.logroll"),
        ("export", "missing.logroll", "-o", "out.json"),
        ("import", "new.logroll", "missing.json"),
        ("report", "prep", "missing.logroll", "-n", "1"),
    ],
)
def test_trouble_is_one_sentence_on_standard_error(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert terminal.run(*words) == FAILED
    assert terminal.out == ""
    assert len(terminal.err.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words", [(), ("dance",), ("offer",), ("offer", "f", "line"), ("report", "novel", "f", "-n", "1"), ("verdict", "f")]
)
def test_what_is_not_understood_is_a_usage_error(
    terminal: Terminal, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert terminal.run(*words) == USAGE
    assert "--help" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[]", '{"format":"logroll","revision":99,"tables":{}}', "\x00\x01"])
def test_a_file_that_is_no_export_makes_no_logbook(terminal: Terminal, tmp_path: Path, text: str) -> None:
    source, target = tmp_path / "in.json", tmp_path / "out.logroll"
    source.write_text(text, encoding="utf-8")
    assert terminal.run("import", target, source) == FAILED
    assert not target.exists()


def test_reports_are_written_where_asked(terminal: Terminal, sample: Path, tmp_path: Path) -> None:
    for kind in ("prep", "debrief"):
        target = tmp_path / f"{kind}.pdf"
        assert terminal.run("report", kind, sample, "-n", "cans", "-o", target) == DONE, terminal.err
        assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("command", [("export",), ("report", "prep"), ("report", "debrief")])
def test_an_answer_is_never_written_over_a_logbook(terminal: Terminal, sample: Path, command: tuple[str, ...]) -> None:
    before = sample.read_bytes()
    negotiation = () if command[0] == "export" else ("-n", "1")
    assert terminal.run(*command, sample, *negotiation, "-o", sample) == FAILED
    assert "is a logbook" in terminal.err
    assert sample.read_bytes() == before


@pytest.mark.parametrize("command", [("export",), ("report", "prep")])
@pytest.mark.parametrize(("place", "said"), [("missing/out", "no folder"), (".", "is a folder")])
def test_a_place_that_cannot_be_written_is_told_in_one_sentence(
    terminal: Terminal, sample: Path, command: tuple[str, ...], place: str, said: str
) -> None:
    negotiation = () if command[0] == "export" else ("-n", "1")
    assert terminal.run(*command, sample, *negotiation, "-o", sample.parent / place) == FAILED
    assert terminal.out == ""
    assert said in terminal.err
    assert len(terminal.err.strip().splitlines()) == 1
    assert [each.name for each in sample.parent.iterdir()] == [sample.name]


def test_a_full_disk_behind_the_output_is_told(sample: Path) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    err = io.StringIO()
    assert main(["verify", str(sample)], Desk(Words("en", "en_GB"), lambda: NOW, Full(), err)) == FAILED
    assert err.getvalue().startswith("The disk is full.")


def test_words_in_another_encoding_are_kept_and_name_nothing_wrong(terminal: Terminal, sample: Path) -> None:
    assert terminal.run("offer", sample, "-n", "cans", os.fsdecode(b"t price 1.49 # caf\xe9")) == DONE
    assert terminal.run("offer", sample, "-n", "cans", os.fsdecode(b"t \xff 1.48")) == DONE
    assert terminal.out.startswith("Unread, kept as typed: t \ufffd 1.48")
    assert terminal.run("verify", sample) == DONE
    assert terminal.run("verdict", sample, "-n", os.fsdecode(b"\xff")) == FAILED


def test_without_a_display_it_says_what_to_do_and_what_the_sample_says() -> None:
    out, err = io.StringIO(), io.StringIO()
    assert without_display(Desk(Words("en", "en_GB"), lambda: NOW, out, err)) == DONE
    assert err.getvalue() == ""
    for part in ("DISPLAY", "main.py verdict FILE -n NEGOTIATION", "Tarsia Foods", "certain breach"):
        assert part in out.getvalue()


def test_the_answer_to_a_logged_line_says_all_that_was_judged(terminal: Terminal, sample: Path) -> None:
    assert terminal.run("offer", sample, "-n", "cans", "t price 1.30 for prepaid 100 until 30.11. !!") == DONE
    first = terminal.out.splitlines()[0].replace("\u00a0", " ")
    assert "They offer  Price 1.30 USD/can (outside the range)  for Prepaid 100 %  final  until 30 Nov 2026" in first
    answer = terminal.json("verdict", sample, "-n", "cans")["offers"][-1]
    assert answer["outside"] == ["Price"]
    assert answer["in_return"][0]["issue"] == "Prepaid"
    assert answer["valid_until"] == "2026-11-30"
    assert terminal.run("offer", sample, "-n", "cans", "ok price") == DONE
    assert "We agree  Price" in terminal.out.splitlines()[0]


class Screen(io.StringIO):
    """A terminal, told when something is shown on it."""

    def __init__(self, *, stops: bool = False) -> None:
        super().__init__()
        self.stops = stops

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self.stops and "written" in text:
            self.stops = False
            raise KeyboardInterrupt
        return super().write(text)


def test_generate_makes_the_same_logbook_again_and_never_writes_over_a_file(terminal: Terminal, tmp_path: Path) -> None:
    first, second = tmp_path / "1.logroll", tmp_path / "2.logroll"
    assert terminal.run("generate", first, "--size", "small", "--seed", "4") == DONE
    assert terminal.err == "", "no progress where nobody looks"
    assert terminal.run("generate", second, "--size", "small", "--seed", "4", "--day", "2026-11-23") == DONE
    for number, file in enumerate((first, second)):
        assert terminal.run("export", file, "-o", tmp_path / f"{number}.json") == DONE
        assert terminal.run("verify", file) == DONE
    assert (tmp_path / "0.json").read_bytes() == (tmp_path / "1.json").read_bytes()
    assert terminal.run("generate", first, "--size", "small") == FAILED
    assert "exists already" in terminal.err


def test_generate_shows_how_far_it_is_and_leaves_nothing_when_stopped(tmp_path: Path) -> None:
    file = tmp_path / "made.logroll"
    words = ["generate", str(file), "--size", "small"]
    stopped = Screen(stops=True)
    assert main(words, Desk(Words("en", "en_GB"), lambda: NOW, io.StringIO(), stopped)) == FAILED
    assert "Nothing was made." in stopped.getvalue()
    assert not list(tmp_path.iterdir())
    whole = Screen()
    assert main(words, Desk(Words("en", "en_GB"), lambda: NOW, io.StringIO(), whole)) == DONE
    assert "100 % written" in whole.getvalue()


def test_generate_knows_the_sizes_that_there_are(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    for size in SIZES:
        terminal.run("generate", "--size", size)
        assert "invalid choice" not in capsys.readouterr().err
    for words in (("f",), ("f", "--size", "huge"), ("f", "--size", "small", "--day", "soon")):
        assert terminal.run("generate", *words) == USAGE


def test_a_file_that_was_cut_off_is_damage_to_verify_and_one_sentence_to_all_else(
    terminal: Terminal, sample: Path, tmp_path: Path
) -> None:
    sample.write_bytes(sample.read_bytes()[:8192])
    assert terminal.run("verify", sample) == DAMAGED
    assert terminal.json_of("verify", sample)["sound"] is False
    for words in (("verdict", sample, "-n", "1"), ("export", sample, "-o", tmp_path / "out.json")):
        assert terminal.run(*words) == FAILED
        assert "damaged" in terminal.err
        assert len(terminal.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE issue SET best = 'n:abc' WHERE id = 1",
        "UPDATE issue SET kind = 'evil' WHERE id = 1",
        "UPDATE supplier SET name = CAST(x'ff00fe' AS TEXT) WHERE id = 1",
        "DROP TABLE term",
    ],
)
def test_a_value_changed_behind_the_programs_back_is_told_in_one_sentence(
    terminal: Terminal, sample: Path, change: str
) -> None:
    connection = dbapi2.connect(str(sample))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(change)
    connection.commit()
    connection.close()
    for words in (("verdict", sample, "-n", "1"), ("offer", sample, "-n", "1", "t 1.48")):
        assert terminal.run(*words) == FAILED
        assert "damaged" in terminal.err
        assert len(terminal.err.strip().splitlines()) == 1
    assert terminal.run("verify", sample) == DAMAGED
