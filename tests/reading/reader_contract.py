"""One story in every format a reader supports: what all readers must make of it.

A new reader joins by adding its writer to `WRITERS`: a function from the story to a file's name and bytes.
"""

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.reading.epub.epub_files import EpubFile


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChapter:
    """A chapter: heading, paragraphs of the first scene, paragraphs of the second."""

    heading: str
    first_scene: tuple[str, ...]
    second_scene: tuple[str, ...]


STORY = (
    StoryChapter(
        heading="Chapter One: The Ferry",
        first_scene=(
            "The ferry was late again, and Maud had counted every gull on the pier twice before she heard its horn.",
            "“You’re late,” she said.",
            "“We are exactly as late as yesterday,” said the ferryman, “so by now you might call it punctual.”",
        ),
        second_scene=(
            "They were half across when the fog came down over the water, thick and white and quiet as a held breath.",
        ),
    ),
    StoryChapter(
        heading="Chapter Two: The Café",
        first_scene=(
            "Nobody in the café had seen a ferry that day, or any other day, which was odd for a harbour café.",
        ),
        second_scene=("“There is no ferry,” the waiter said. “There was one once.”", "Maud put down her cup."),
    ),
)
NOTE = "A/N: Thanks for reading this far!"

Writer = Callable[[], tuple[str, bytes]]


def _plain(paragraph_gap: str, *, newline: str = "\n", wrap: int | None = None) -> str:
    parts: list[str] = []
    for chapter in STORY:
        parts += (chapter.heading, *chapter.first_scene, "* * *", *chapter.second_scene)
    parts.append(NOTE)
    wrapped = [textwrap.fill(part, wrap) if wrap else part for part in parts]
    return paragraph_gap.join(wrapped).replace("\n", newline)


def _markdown() -> str:
    parts: list[str] = []
    for chapter in STORY:
        parts += (f"## {chapter.heading}", *chapter.first_scene, "---", *chapter.second_scene)
    return "\n\n".join(("# The Lost Ferry", *parts, NOTE))


def _html() -> str:
    """The story as a page, in quotation marks that an encoder wrote as codes here and there."""
    parts = ["<h1>The Lost Ferry</h1>"]
    for chapter in STORY:
        parts.append(f"<h2>{chapter.heading}</h2>")
        parts += (f"<p>{text.replace('“', '&ldquo;', 1)}</p>" for text in chapter.first_scene)
        parts.append("<hr/>")
        parts += (f"<p>{text}</p>" for text in chapter.second_scene)
    return "\n".join((*parts, f"<p>{NOTE}</p>"))


def _epub(version: int) -> bytes:
    pages: list[tuple[str, str]] = []
    for number, chapter in enumerate(STORY, 1):
        first = "".join(f"<p>{text}</p>" for text in chapter.first_scene)
        second = "".join(f"<p>{text}</p>" for text in chapter.second_scene)
        pages.append((f"c{number}", f"<h2>{chapter.heading}</h2>{first}<hr/>{second}"))
    pages.append(("note", f"<p>{NOTE}</p>"))
    toc = [(chapter.heading, f"c{number}.xhtml", 1) for number, chapter in enumerate(STORY, 1)]
    return EpubFile(pages=pages, toc=toc, version=version).data()


WRITERS: Mapping[str, Writer] = {
    "utf-8": lambda: ("ferry.txt", _plain("\n\n").encode()),
    "utf-8 with mark": lambda: ("ferry.txt", _plain("\n\n").encode("utf-8-sig")),
    "utf-16 little endian": lambda: ("ferry.txt", b"\xff\xfe" + _plain("\n\n").encode("utf-16-le")),
    "utf-16 big endian": lambda: ("ferry.txt", b"\xfe\xff" + _plain("\n\n").encode("utf-16-be")),
    "utf-16 without mark": lambda: ("ferry.txt", _plain("\n\n").encode("utf-16-le")),
    "windows-1252": lambda: ("ferry.txt", _plain("\n\n").encode("windows-1252")),
    "crlf": lambda: ("ferry.txt", _plain("\n\n", newline="\r\n").encode()),
    "cr": lambda: ("ferry.txt", _plain("\n\n", newline="\r").encode()),
    "hard-wrapped": lambda: ("ferry.txt", _plain("\n\n", wrap=60).encode()),
    "one line a paragraph": lambda: ("ferry.txt", _plain("\n").encode()),
    "markdown": lambda: ("ferry.md", _markdown().encode()),
    "html": lambda: ("ferry.html", f"<!DOCTYPE html><body>{_html()}</body>".encode()),
    "html in windows-1252": lambda: ("ferry.htm", f'<meta charset="latin1">{_html()}'.encode("windows-1252")),
    "epub 2": lambda: ("ferry.epub", _epub(2)),
    "epub 3": lambda: ("ferry.epub", _epub(3)),
}
