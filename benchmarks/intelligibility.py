"""How well a finished book is understood by an ear that is not ours, beside the bare engine with the same sentences.

    python benchmarks/intelligibility.py [SOURCE] [--engine NAME ...] [--chapters 1,3] [--limit LINES]
    python benchmarks/intelligibility.py [SOURCE] --no-ear          # arithmetic only: is every line there, whole, once
    python benchmarks/intelligibility.py [SOURCE] --save LINES.json

Makes the book with the real `audiobook make`, in a temporary folder unless told where, has a speech recogniser write
down its MP3s, and does the same with what the engine says of each sentence when nothing is added: no delivery, no
trimming, no mixing, no encoding. README.md beside this file says what is counted.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from hearing.hearing_errors import LineResult
from hearing.listening import Excerpt, choose_lines, listen, prove
from hearing.made_book import Making, make, read_chapters
from hearing.recogniser import NoRecogniserError, WhisperRecogniser
from hearing.report import as_proof, as_tables
from program_cost import ProgramFailedError
from results_page import add_record_options, recorded

from audiobook.errors import AudiobookError
from audiobook.workspace.paths import Workspace

SAMPLE_BOOK = Path(__file__).resolve().parent.parent / "seeds" / "the-bear-at-quarter-to-eight"


def main() -> None:
    """Listen to what the command line asks for and print what was heard."""
    given = read_command_line()
    with recorded(given):
        listen_and_print(given)


def listen_and_print(given: argparse.Namespace) -> None:
    try:
        with tempfile.TemporaryDirectory(prefix="audiobook-ear-") as name:
            excerpts = [excerpt for engine in given.engine or [None] for excerpt in made(given, Path(name), engine)]
            if given.no_ear:
                print(as_proof(*prove(excerpts)))
                return
            recogniser = WhisperRecogniser(given.model, beam_size=given.beam, threads=given.threads)
            results = listen(excerpts, recogniser)
    except (ProgramFailedError, NoRecogniserError, AudiobookError) as error:
        raise SystemExit(str(error)) from error
    if given.save is not None:
        given.save.write_text(as_json(results), encoding="utf-8")
    print(f"{given.source.name}, Whisper {given.model}, beam {given.beam}; word errors in percent\n")
    print(as_tables(results, worst=given.worst))


def read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Have a speech recogniser listen to a finished book.")
    parser.add_argument("source", type=Path, nargs="?", default=SAMPLE_BOOK, help="default: the sample book")
    parser.add_argument("--engine", action="append", help="speaks everything; several times for several engines")
    parser.add_argument("--chapters", type=numbers, default=(), help="their numbers, by commas (default: all)")
    parser.add_argument("--limit", type=int, help="listen to so many lines only, shared out between the chapters")
    parser.add_argument("--model", default="base", help="a folder with a CTranslate2 model of Whisper, or a name")
    parser.add_argument("--beam", type=int, default=1, help="width of the recogniser's search (default 1)")
    parser.add_argument("--threads", type=int, default=1, help="of the recogniser (default 1)")
    parser.add_argument("--worst", type=int, default=20, help="list so many lines (default 20)")
    parser.add_argument("--build-dir", type=Path, help="where the book is made (default: a temporary folder)")
    parser.add_argument("--voices-dir", type=Path, help="its cast and profiles (default: a temporary folder)")
    parser.add_argument("--save", type=Path, help="write every line's result into this file, as JSON")
    parser.add_argument("--no-ear", action="store_true", help="no recogniser: prove that each line is there")
    add_record_options(parser, section="Understood by another ear")
    return parser.parse_args()


def numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def made(given: argparse.Namespace, folder: Path, engine: str | None) -> Sequence[Excerpt]:
    """Make the book with one engine, or with its cast's, and choose the lines to listen to."""
    own = folder / (engine or "cast")
    own.mkdir()
    workspace = Workspace(
        build_dir=(given.build_dir or own / "build").resolve(),
        voices_dir=(given.voices_dir or own / "voices").resolve(),
    )
    making = Making(source=given.source.resolve(), workspace=workspace, engine=engine)
    make(making, in_folder=own)
    return choose_lines(read_chapters(making, numbers=given.chapters), limit=given.limit)


def as_json(results: Sequence[LineResult]) -> str:
    return json.dumps([asdict(result) for result in results], indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
