"""A story that grows: a chapter more in its folder, or a new version of its EPUB, costs what is new and no more."""

import json
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from audiobook.production.release.finding import read_published_book
from audiobook.publishing.feed import chapter_guid
from audiobook.workspace.paths import Workspace
from tests.end_to_end.conftest import Project
from tests.reading.epub.epub_files import EpubFile

_PLACES = ("harbour", "lighthouse", "orchard", "quarry", "station", "mill")
_THINGS = ("lantern", "anchor", "kettle", "violin", "compass", "ledger")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A chapter of the serial: what its file is called in the EPUB, its title, and its words."""

    file: str
    title: str
    words: tuple[str, ...]


def part(number: int) -> Part:
    """Write a chapter whose words are no other chapter's."""
    place, thing = _PLACES[number - 1], _THINGS[number - 1]
    words = (
        f"Mara came to the {place} before it was light, and the {thing} lay where Tobias had left it that winter.",
        f"“Nobody told me about the {thing},” said Mara.",
        f"“Nobody ever asks at the {place},” said Tobias. He turned the {thing} over in his hands.",
        "“Give it back,” she said.",
        f"So the {place} kept its secret, and the {thing} was carried home under a coat for the last time that year.",
    )
    return Part(file=f"part{number:04}", title=f"Chapter {number}: The {place.title()}", words=words)


FOUR = tuple(part(number) for number in (1, 2, 3, 4))


def numbered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Number chapters through, as an exporter does."""
    return tuple(
        replace(each, title=f"Chapter {number}:{each.title.partition(':')[2]}") for number, each in enumerate(parts, 1)
    )


def write_epub(folder: Path, parts: Sequence[Part], *, listed: Callable[[str], str] = str) -> None:
    pages = [
        (each.file, f"<h2>{each.title}</h2>" + "".join(f"<p>{words}</p>" for words in each.words)) for each in parts
    ]
    toc = [(listed(each.title), f"{each.file}.xhtml", 1) for each in parts]
    EpubFile(pages=pages, toc=toc).write(folder, "serial.epub")


def write_folder(folder: Path, parts: Sequence[Part]) -> None:
    (folder / "serial").mkdir(exist_ok=True)
    for each in parts:
        (folder / "serial" / f"{each.file}.txt").write_text("\n\n".join((each.title, *each.words)), encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of the script: the chapter's title without its number, who says the line, and its words."""

    chapter: int
    title: str
    speaker: str | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Serial:
    """The program run on a serial, and what a listener and its maker know of it."""

    project: Project
    source: str

    def make(self) -> dict[str, Any]:
        done = self.project.run("make", self.source, "--engine", "tone", "--jobs", "1", "--json")
        assert done.returncode == 0, done.stderr
        did = json.loads(done.stdout)[0]["did"]
        assert isinstance(did, dict)
        return did

    def lines(self) -> dict[str, Line]:
        """Give what is spoken by the lines' ids."""
        done = self.project.run("script", self.source, "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        rows = [row for row in map(json.loads, done.stdout.splitlines()) if row["spoken"]]
        titles = {row["chapter"]: row["text"].partition(": ")[2] for row in rows if row["kind"] == "heading"}
        return {
            row["id"]: Line(
                chapter=row["chapter"], title=titles[row["chapter"]], speaker=row["speaker"], text=row["text"]
            )
            for row in rows
        }

    def guids(self) -> dict[str, str]:
        """Give each chapter's id in the feed by its title without its number."""
        workspace = Workspace(build_dir=self.project.folder / "build", voices_dir=self.project.folder / "voices")
        published = read_published_book(workspace.release_folder("serial"), workspace)
        return {each.released.title.partition(": ")[2]: chapter_guid(published, each) for each in published.chapters}

    def cast(self) -> dict[str, Any]:
        return tomllib.loads((self.project.folder / "voices" / "serial.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a serial."""

    lines: dict[str, Line]
    guids: dict[str, str]
    cast: dict[str, Any]

    def new_takes(self, before: "Known") -> int:
        """Count what nobody has said before in these words."""
        said = {(line.speaker, line.text) for line in before.lines.values()}
        return len({(line.speaker, line.text) for line in self.lines.values()} - said)


def first_run(serial: Serial) -> Known:
    """Make the serial once, with a correction of a line that stands word for word in every chapter."""
    lines = serial.lines()
    wrong = next(id_ for id_, line in lines.items() if line.title == "The Orchard" and "Give it" in line.text)
    lines[wrong] = replace(lines[wrong], speaker="Tobias")
    assert serial.project.run("assign", serial.source, wrong, "Tobias").returncode == 0
    serial.make()
    return Known(lines=lines, guids=serial.guids(), cast=serial.cast())


def what_stays(serial: Serial, before: Known, *, but: Sequence[str] = ()) -> Known:
    """Check that ids, voices, corrections and the feed's ids are as they were, and give what is known now.

    Args:
        but: words in lines that are other ones now, or beside such ones.
    """
    now = Known(lines=serial.lines(), guids=serial.guids(), cast=serial.cast())
    kept = {id_: line for id_, line in before.lines.items() if not any(words in line.text for words in but)}
    found = {id_: now.lines.get(id_) for id_ in kept}
    assert {id_: line and replace(line, chapter=0) for id_, line in found.items()} == {
        id_: replace(line, chapter=0) for id_, line in kept.items()
    }
    assert before.guids.items() <= now.guids.items()
    assert (now.cast["characters"], now.cast["corrections"]) == (before.cast["characters"], before.cast["corrections"])
    corrected = [line.title for line in now.lines.values() if "Give it" in line.text and line.speaker == "Tobias"]
    assert corrected == ["The Orchard"]
    return now


@pytest.fixture
def epub(tmp_path: Path) -> Serial:
    write_epub(tmp_path, FOUR)
    return Serial(project=Project(tmp_path), source="serial.epub")


def test_a_chapter_added_to_the_folder_costs_itself(tmp_path: Path) -> None:
    write_folder(tmp_path, FOUR)
    serial = Serial(project=Project(tmp_path), source="serial")
    before = first_run(serial)
    write_folder(tmp_path, [part(5)])
    did = serial.make()
    now = what_stays(serial, before)
    assert (did["rendered"], did["spoken_takes"]) == ([5], now.new_takes(before))


def test_a_chapter_added_to_the_epub_costs_itself(epub: Serial) -> None:
    before = first_run(epub)
    write_epub(epub.project.folder, [*FOUR, part(5)])
    did = epub.make()
    now = what_stays(epub, before)
    assert (did["rendered"], did["spoken_takes"]) == ([5], now.new_takes(before))


def test_a_chapter_put_in_between_costs_itself_and_the_numbers_behind_it(epub: Serial) -> None:
    before = first_run(epub)
    write_epub(epub.project.folder, numbered([*FOUR[:2], part(5), *FOUR[2:]]))
    did = epub.make()
    numbers = ("Chapter 3", "Chapter 4", "came to the orchard", "came to the quarry")
    now = what_stays(epub, before, but=numbers)
    assert (sorted(did["rendered"]), did["spoken_takes"]) == ([3, 4, 5], now.new_takes(before))
    titles = 2
    assert did["spoken_takes"] <= titles + sum(line.chapter == 3 for line in now.lines.values())


def test_a_mended_word_costs_its_line(epub: Serial) -> None:
    before = first_run(epub)
    mended = replace(FOUR[1], words=tuple(words.replace("under a coat", "beneath a coat") for words in FOUR[1].words))
    write_epub(epub.project.folder, [FOUR[0], mended, *FOUR[2:]])
    did = epub.make()
    assert (did["rendered"], did["spoken_takes"]) == ([2], 1)
    what_stays(epub, before, but=["lighthouse kept", "she said"])


def test_new_names_of_the_files_inside_cost_nothing(epub: Serial) -> None:
    before = first_run(epub)
    renamed = [replace(each, file=f"Text_split_{number:03}") for number, each in enumerate(FOUR, 7)]
    write_epub(epub.project.folder, renamed)
    did = epub.make()
    assert (did["rendered"], did["spoken_takes"]) == ([], 0)
    what_stays(epub, before)


def test_other_titles_in_the_table_of_contents_cost_no_sound(epub: Serial) -> None:
    before = first_run(epub)
    write_epub(epub.project.folder, FOUR, listed=lambda title: title.partition(": ")[2].upper())
    did = epub.make()
    assert (did["rendered"], did["spoken_takes"]) == ([], 0)
    what_stays(epub, before)
