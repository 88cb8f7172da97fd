"""`audiobook publish`: a site in a folder, as a web server without any sense of its own would serve it."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest

from tests.end_to_end.conftest import STORY, Project

BASE = "https://example.org/my%20books/"


@pytest.fixture
def made(project: Project) -> Project:
    project.make()
    return project


def publish(project: Project, *arguments: str) -> dict[str, Any]:
    done = project.run("publish", *arguments, "--base-url", BASE, "--to", "site", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told


def files_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.name[0] != "."}


def test_whatever_page_and_feed_lead_to_is_in_the_folder(made: Project) -> None:
    publish(made)
    site = made.folder / "site"
    for page in (path for path in files_of(site) if path.endswith((".html", ".xml"))):
        text = (site / page).read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src|url|data-[a-z]+)="([^"#]+)', text):
            address = urljoin(BASE + page, link)
            if address.startswith(BASE) and "/" in link:
                path = urlsplit(address).path.removeprefix(urlsplit(BASE).path)
                assert (site / (f"{path}index.html" if path.endswith("/") or not path else path)).is_file(), (
                    page,
                    link,
                )


def test_every_chapter_lies_under_its_address_byte_for_byte(made: Project) -> None:
    publish(made)
    feed = feedparser.parse((made.folder / "site" / "story" / "feed.xml").read_bytes())
    assert not feed.bozo
    sounds = [
        (made.folder / "site" / entry.enclosures[0].href.removeprefix(BASE)).read_bytes() for entry in feed.entries
    ]
    assert sounds == [content for name, content in sorted(made.files().items()) if name.endswith(".mp3")]
    assert [int(entry.enclosures[0].length) for entry in feed.entries] == [len(sound) for sound in sounds]


def test_a_second_run_writes_nothing_and_a_changed_line_its_chapter_only(made: Project) -> None:
    before = publish(made)
    assert (publish(made)["written"], publish(made)["removed"]) == ([], [])
    made.story.write_text(STORY.replace("Mind the step,", "Mind the cat,"), encoding="utf-8")
    made.make()
    after = publish(made)
    assert {path.rsplit("/", 1)[-1] for path in after["removed"]} <= {
        "02-Chapter-2-The-Cellar.mp3",
        "02-Chapter-2-The-Cellar.vtt",
        "02-Chapter-2-The-Cellar.json",
        "02-Chapter-2-The-Cellar.chapters.json",
    }
    assert {path for path in after["written"] if path.endswith(".mp3")}
    assert files_of(made.folder / "site") == set(after["written"]) | set(after["unchanged"])
    assert set(before["written"]) - files_of(made.folder / "site") == set(after["removed"])


def test_a_book_is_named_by_its_name_its_manuscript_or_its_folder(made: Project) -> None:
    for name in ("story", "story.txt", "build/story", "build/story/", "build/story/release.json"):
        assert [book["title"] for book in publish(made, name)["books"]] == ["Story"]
    assert len(publish(made, "story", "build/story")["books"]) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("nobody", "--base-url", BASE, "--to", "site"), 2, ("nobody", "there are: story")),
        (("--base-url", "example.org", "--to", "site"), 2, ("example.org", "https://")),
        (("--base-url", BASE, "--to", "."), 8, ("does not come from here", "choose a folder")),
        (("--base-url", BASE, "--to", "story.txt"), 8, ("story.txt",)),
        (("--base-url", BASE, "--to", "site", "--build-dir", "empty"), 2, ("no finished book", "audiobook make")),
    ],
)
def test_what_cannot_be_is_told_with_what_to_do(
    made: Project, arguments: tuple[str, ...], code: int, told: tuple[str, ...]
) -> None:
    before = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    done = made.run("publish", *arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert all(part in done.stderr for part in told)
    assert {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()} == before


def test_a_book_that_is_not_complete_says_what_mends_it(made: Project) -> None:
    next(made.release.glob("*.vtt")).unlink()
    done = made.run("publish", "--base-url", BASE, "--to", "site")
    assert done.returncode == 8
    assert "hint: audiobook make" in done.stderr
    made.make()
    publish(made)


def test_a_cast_file_that_is_gone_is_named_before_anything_is_written(made: Project) -> None:
    made.cast_file.unlink()
    done = made.run("publish", "--base-url", BASE, "--to", "site")
    assert done.returncode == 8
    assert "no id for this book" in done.stderr
    assert not (made.folder / "site").exists()
