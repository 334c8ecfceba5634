"""ui: the command line, a second face of the same verbs; it shows no window and imports no Qt."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, NoReturn

from core.errors import BadInput, LogrollError, UnreadableFile, of_system
from core.message import Message
from core.version import VERSION
from core.words import Words
from core.zone import now
from db.logbook import Logbook
from ui import verdict_text

# Exit codes: what the user asked for was done, could not be done, was not understood, or the file is damaged.
DONE, FAILED, USAGE, DAMAGED = 0, 1, 2, 3

_SIZES = ("reference", "large", "small")
_OFFER_OPTIONS = {"-n": 1, "--negotiation": 1, "--reason": 1, "--json": 0, "-h": 0, "--help": 0}


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command works with: words, the time, and where its answer and its complaints go."""

    say: Words
    clock: Callable[[], datetime]
    out: IO[str]
    err: IO[str]

    def answer(self, text: str) -> None:
        """Print one answer."""
        print(text, file=self.out)

    def answer_json(self, plain: object) -> None:
        """Print an answer as JSON, indented, in its own script."""
        print(json.dumps(plain, ensure_ascii=False, indent=2), file=self.out)


def main(words: Sequence[str] | None = None, desk: Desk | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 not possible, 2 usage, 3 damage found by verify."""
    words = list(sys.argv[1:] if words is None else words)
    desk = desk or _own_desk()
    parser = _parser(desk.say)
    try:
        given = parser.parse_args(_ordered(words))
    except SystemExit as ended:
        return int(ended.code or 0)
    return _told(lambda: int(given.run(_legible(given), desk)), desk)


def without_display(desk: Desk | None = None) -> int:
    """Say what to do where no window can be shown, and show what the sample says; return the exit code."""
    desk = desk or _own_desk()
    return _told(lambda: _show_the_way(desk), desk)


def _show_the_way(desk: Desk) -> int:
    say = desk.say
    commands = (
        ("main.py sample FILE", say("write the sample logbook")),
        ("main.py verdict FILE -n NEGOTIATION", say("judge every offer of a negotiation")),
        ("main.py --help", say("everything else")),
    )
    desk.answer(say("Logroll found no display to open its window on."))
    desk.answer(say("Start it on a desktop, or set DISPLAY or WAYLAND_DISPLAY. The command line works without one:"))
    desk.answer("")
    for command, text in commands:
        desk.answer(f"  python {command:<40} {text}")
    desk.answer("")
    desk.answer(say("What the sample says, by the command line:"))
    desk.answer("")
    with tempfile.TemporaryDirectory(prefix="logroll-") as folder:
        file = Path(folder) / "sample.logroll"
        Logbook.create_sample(file, clock=desk.clock).close()
        return verdict(argparse.Namespace(file=file, negotiation="1", json=False), desk)


def _told(run: Callable[[], int], desk: Desk) -> int:
    """Run a command; tell in one sentence what it could not do."""
    try:
        code = run()
        desk.out.flush()
        return code
    except LogrollError as error:
        print(desk.say.message(error.message), file=desk.err)
    except BrokenPipeError:
        # The reader of a pipe has closed it: nobody is left to tell.
        _give_up_output()
    except OSError as error:
        print(desk.say.message(of_system(error).message), file=desk.err)
        _give_up_output()
    except KeyboardInterrupt:
        print(desk.say("Stopped."), file=desk.err)
    return FAILED


def _give_up_output() -> None:
    """Keep Python from writing at its end what could not be written before."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _legible(given: argparse.Namespace) -> argparse.Namespace:
    """Replace what the terminal passed on in another encoding, in words but not in the names of files."""
    for name in ("line", "reason", "negotiation"):
        if hasattr(given, name):
            setattr(given, name, os.fsencode(getattr(given, name)).decode("utf-8", "replace"))
    return given


def new(given: argparse.Namespace, desk: Desk) -> int:
    """Make an empty logbook."""
    Logbook.create(given.file, clock=desk.clock).close()
    desk.answer(desk.say("Made the empty logbook {file}.", file=str(given.file)))
    return DONE


def sample(given: argparse.Namespace, desk: Desk) -> int:
    """Make the sample logbook with the article’s four cases."""
    Logbook.create_sample(given.file, clock=desk.clock).close()
    desk.answer(desk.say("Made the sample logbook {file}.", file=str(given.file)))
    return DONE


def generate(given: argparse.Namespace, desk: Desk) -> int:
    """Make a large logbook of invented matters, to measure on."""
    shown = -1

    def show(done: float) -> None:
        nonlocal shown
        percent = int(100 * done)
        if percent != shown and desk.err.isatty():
            shown = percent
            print("\r" + desk.say("{percent} % written", percent=percent), end="", file=desk.err, flush=True)

    try:
        Logbook.generate(given.file, given.size, given.seed, given.day, show, clock=desk.clock).close()
    except KeyboardInterrupt:
        print("\n" + desk.say("Stopped. Nothing was made."), file=desk.err)
        return FAILED
    if shown >= 0:
        print(file=desk.err)
    desk.answer(
        desk.say(
            "Made the logbook {file} of size {size} with seed {seed}.",
            file=str(given.file),
            size=given.size,
            seed=given.seed,
        )
    )
    return DONE


def offer(given: argparse.Namespace, desk: Desk) -> int:
    """Log one line as in Meet and print its verdict."""
    from core.exchange import answers  # noqa: PLC0415
    from ui.meet.entry import log_line, read_line  # noqa: PLC0415

    with Logbook.open(given.file, clock=desk.clock, holder=desk.say("the command line")) as logbook:
        negotiation = logbook.negotiations.load(logbook.negotiations.find(given.negotiation))
        now = desk.clock()
        reading = read_line(negotiation, given.line, desk.say, now)
        logged = log_line(logbook, negotiation, reading, desk.say, now, given.reason)
    if given.json:
        desk.answer_json(
            answers.line_answer(logged.negotiation, logged.line, logged.words, logged.verdicts, logged.reason, desk.say)
        )
    else:
        desk.answer(verdict_text.logged(logged, desk.say))
    return DONE


def verdict(given: argparse.Namespace, desk: Desk) -> int:
    """Judge every offer of a negotiation as the logbook stands today."""
    from core.batna import rank  # noqa: PLC0415 - only the commands that judge load the rules
    from core.exchange import answers  # noqa: PLC0415
    from core.judge import verdicts  # noqa: PLC0415

    with Logbook.open(given.file, write=False, clock=desk.clock) as logbook:
        negotiation = logbook.negotiations.load(logbook.negotiations.find(given.negotiation))
    now = desk.clock()
    found, ranked = verdicts(negotiation, now), rank(negotiation, now.date())
    if given.json:
        desk.answer_json(answers.verdicts_answer(negotiation, found, ranked, desk.say))
    else:
        desk.answer(verdict_text.overview(negotiation, found, ranked, desk.say))
    return DONE


def analyse(given: argparse.Namespace, desk: Desk) -> int:
    """Analyse a negotiation as the logbook stands today: zones, frontier, solutions, trades, concessions."""
    from core.analysis import analysis  # noqa: PLC0415 - only the commands that judge load the rules
    from core.batna import rank  # noqa: PLC0415
    from core.exchange.analysis_answer import analysis_answer  # noqa: PLC0415
    from core.judge import verdicts  # noqa: PLC0415

    with Logbook.open(given.file, write=False, clock=desk.clock) as logbook:
        negotiation = logbook.negotiations.load(logbook.negotiations.find(given.negotiation))
    now = desk.clock()
    found = analysis.analyse(negotiation, now)
    if given.json:
        judged, ranked = verdicts(negotiation, now), rank(negotiation, now.date())
        desk.answer_json(analysis_answer(found, judged, ranked, desk.say))
    else:
        for each in analysis.findings(found):
            desk.answer(desk.say.message(each))
    return DONE


def report(given: argparse.Namespace, desk: Desk) -> int:
    """Write the prep or debrief PDF of a negotiation."""
    # Loading ReportLab takes as long as all the rest of the command line.
    from ui.documents.report import gather, make  # noqa: PLC0415

    with Logbook.open(given.file, write=False, clock=desk.clock) as logbook:
        material = gather(logbook, logbook.negotiations.find(given.negotiation))
    target = given.output or Path(material.file_name(given.kind))
    make(material, given.kind, target, desk.say, desk.clock())
    desk.answer(desk.say("Wrote {file}.", file=str(target)))
    return DONE


def export(given: argparse.Namespace, desk: Desk) -> int:
    """Write everything in the logbook as JSON."""
    from core.exchange import dump_json  # noqa: PLC0415 - only export and import need it
    from core.files import keep_logbook, write_text  # noqa: PLC0415

    keep_logbook(given.output)
    with Logbook.open(given.file, write=False, clock=desk.clock) as logbook:
        text = dump_json.to_text(logbook.dump())
    write_text(given.output, text)
    desk.answer(desk.say("Exported everything to {file}.", file=str(given.output)))
    return DONE


def import_(given: argparse.Namespace, desk: Desk) -> int:
    """Make a new logbook from an export."""
    from core.exchange import dump_json  # noqa: PLC0415 - only export and import need it

    dump = dump_json.from_text(_read(given.source))
    Logbook.from_dump(given.file, dump, clock=desk.clock).close()
    desk.answer(
        desk.say("Imported {source} into the new logbook {file}.", source=str(given.source), file=str(given.file))
    )
    return DONE


def verify(given: argparse.Namespace, desk: Desk) -> int:
    """Check the file, its journal, its search and its references."""
    checked: tuple[Message, ...] = ()
    try:
        with Logbook.open(given.file, write=False, clock=desk.clock) as logbook:
            found = logbook.verify()
        checked, findings = found.checked, found.findings
    except UnreadableFile as error:
        if error.message.code not in ("logbook.damaged", "logbook.value_damaged"):
            raise
        # So damaged that it cannot even be opened, or looked at to its end.
        findings = (error.message,)
    if given.json:
        desk.answer_json(
            {
                "answer": "verify",
                "sound": not findings,
                "checked": [desk.say.message(each) for each in checked],
                "findings": [desk.say.message(each) for each in findings],
            }
        )
    else:
        for each in (*checked, *findings):
            desk.answer(desk.say.message(each))
    return DAMAGED if findings else DONE


def _read(source: Path) -> str:
    try:
        return source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("import.unreadable", file=str(source)) from error


def _own_desk() -> Desk:
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a sign must not end the command.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # A program that was started without streams has none to write to.
    out, err = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    return Desk(_own_words(), now, out, err)


def _own_words() -> Words:
    region = (os.environ.get("LC_ALL") or os.environ.get("LC_NUMERIC") or os.environ.get("LANG") or "").partition(".")[
        0
    ]
    language = region.partition("_")[0]
    return Words(language or "en", region if "_" in region else "en_GB")


def _ordered(words: Sequence[str]) -> list[str]:
    """Put the options of `offer` before a `--`, so that its line may begin with a hyphen."""
    if not words or words[0] != "offer" or "--" in words:
        return list(words)
    options: list[str] = []
    rest: list[str] = []
    waiting = 0
    for word in words[1:]:
        if waiting:
            options.append(word)
            waiting -= 1
        elif word in _OFFER_OPTIONS:
            options.append(word)
            waiting = _OFFER_OPTIONS[word]
        elif word.partition("=")[0] in ("--negotiation", "--reason"):
            options.append(word)
        else:
            rest.append(word)
    return ["offer", *options, "--", *rest]


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence and where to read more."""

    say: Words | None = None  # what it complains in, given once it is made

    def error(self, text: str) -> NoReturn:
        say = self.say or Words()
        sentence = say("{program}: {trouble}. Use --help to see what it takes.", program=self.prog, trouble=text)
        print(sentence, file=sys.stderr)
        raise SystemExit(USAGE)


def _parser(say: Words) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="main.py", description=say("Logroll, the negotiation logbook. With a file or nothing it opens the window.")
    )
    parser.say = say
    parser.add_argument("--version", action="version", version=say("Logroll {version}", version=VERSION))
    commands = parser.add_subparsers(metavar=say("COMMAND"), required=True, parser_class=_Parser)

    def add(name: str, run: Callable[[argparse.Namespace, Desk], int], text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        command.say = say
        command.set_defaults(run=run)
        return command

    def add_file(command: argparse.ArgumentParser) -> None:
        command.add_argument("file", metavar=say("FILE"), type=Path, help=say("the logbook"))

    def add_negotiation(command: argparse.ArgumentParser) -> None:
        command.add_argument(
            "-n", "--negotiation", required=True, metavar=say("NEGOTIATION"), help=say("its id, or a part of its title")
        )

    def add_json(command: argparse.ArgumentParser) -> None:
        command.add_argument("--json", action="store_true", help=say("answer as JSON"))

    add_file(add("new", new, say("make an empty logbook")))
    add_file(add("sample", sample, say("make a logbook with the article’s four cases")))

    command = add("generate", generate, say("make a large logbook of invented matters, to measure on"))
    add_file(command)
    command.add_argument("--size", choices=_SIZES, required=True, help=say("how large it is"))
    command.add_argument(
        "--seed", type=int, default=1, metavar=say("NUMBER"), help=say("another number, another logbook; 1 by itself")
    )
    command.add_argument(
        "--day", type=date.fromisoformat, metavar=say("DAY"), help=say("the day on which it ends, such as 2026-11-23")
    )

    command = add("offer", offer, say("log a line as in Meet and print its verdict"))
    add_file(command)
    command.add_argument("line", metavar=say("LINE"), help=say('what was said, for example "t 1.48"'))
    add_negotiation(command)
    command.add_argument("--reason", default="", metavar=say("TEXT"), help=say("why we offer past our own limit"))
    add_json(command)

    command = add("verdict", verdict, say("judge every offer: value, lights, reason, repairs"))
    add_file(command)
    add_negotiation(command)
    add_json(command)

    command = add("analyse", analyse, say("analyse both sides: zone, frontier, solutions, trades, concessions"))
    add_file(command)
    add_negotiation(command)
    add_json(command)

    command = add("report", report, say("write a PDF"))
    command.add_argument("kind", choices=("prep", "debrief"))
    add_file(command)
    add_negotiation(command)
    command.add_argument("--audience", choices=("full",), default="full")
    command.add_argument("-o", "--output", type=Path, metavar=say("OUT.pdf"))

    command = add("export", export, say("write everything as JSON"))
    add_file(command)
    command.add_argument("-o", "--output", type=Path, required=True, metavar=say("OUT.json"))

    command = add("import", import_, say("make a new logbook from an export"))
    add_file(command)
    command.add_argument("source", type=Path, metavar=say("IN.json"))

    add_json(command := add("verify", verify, say("check file, journal, search and references")))
    add_file(command)
    return parser
