"""RESULTS.md: each script puts what it printed into a section of its own, with the machine and the command.

Knows the page and its marks; refuses to know what was measured. What stands between the two marks of a section is the
script's and is replaced as a whole; what stands outside is a person's and is never touched.
"""

import argparse
import io
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from machine import describe_machine, load_now

PAGE = Path(__file__).resolve().with_name("RESULTS.md")
_MARKED = re.compile(
    r"^<!-- made by (?P<script>\S+): (?P<title>.+) -->\n(?P<text>.*?)^<!-- end of (?P=title) -->$",
    re.MULTILINE | re.DOTALL,
)
_MARKDOWN_TABLE = re.compile(r"^\|---", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page that a script made.

    Attributes:
        script: its file's name.
        title: unique on the page.
        text: what stands between the marks.
    """

    script: str
    title: str
    text: str


def add_record_options(parser: argparse.ArgumentParser, *, section: str) -> None:
    """Let a script's command line ask for `recorded`; `section` is the title unless another is given."""
    options = parser.add_argument_group("the page of results")
    options.add_argument("--record", action="store_true", help="put what is printed into RESULTS.md beside the script")
    options.add_argument(
        "--section", default=section, metavar="TITLE", help=f'of the section it goes into (default "{section}")'
    )


@contextmanager
def recorded(given: argparse.Namespace, *, page: Path = PAGE) -> Iterator[None]:
    """Put what the block prints into its section of the page if `--record` was given and the block ends well."""
    if not given.record:
        yield
        return
    load, printed = load_now(), io.StringIO()
    with redirect_stdout(_Both(sys.stdout, printed)):
        yield
    script = Path(sys.argv[0]).name
    facts = (f"{date.today():%d %B %Y}".lstrip("0"), describe_machine(), *_load(load))  # noqa: DTZ011 -- a reader's day
    head = f"## {given.section}\n\n{', '.join(facts)}\n\n    {_as_typed(script, sys.argv[1:])}\n\n"
    section = Section(script=script, title=given.section, text=head + _as_markdown(printed.getvalue()))
    page.write_text(with_section(page.read_text(encoding="utf-8"), section), encoding="utf-8")


def sections_of(text: str) -> tuple[Section, ...]:
    """List what scripts made of a page."""
    return tuple(Section(**found.groupdict()) for found in _MARKED.finditer(text))


def with_section(text: str, section: Section) -> str:
    """Put a section into a page: in place of the one with its title, or at the end."""
    marked = f"<!-- made by {section.script}: {section.title} -->\n{section.text}<!-- end of {section.title} -->"
    for found in _MARKED.finditer(text):
        if found["title"] == section.title:
            return text[: found.start()] + marked + text[found.end() :]
    return f"{text.rstrip()}\n\n{marked}\n"


class _Both(io.TextIOBase):
    """Writes to two places."""

    def __init__(self, *places: TextIO) -> None:
        self._places = places

    def write(self, text: str) -> int:
        for place in self._places:
            place.write(text)
        return len(text)

    def flush(self) -> None:
        for place in self._places:
            place.flush()


def _load(load: float | None) -> tuple[str, ...]:
    return () if load is None else (f"load {load:.1f} at the start",)


def _as_typed(script: str, words: Sequence[str]) -> str:
    """Give the command; of a path elsewhere on this machine only its last part, for the rest says nothing to others."""
    return shlex.join(
        ("python", f"benchmarks/{script}", *(Path(word).name if Path(word).is_absolute() else word for word in words))
    )


def _as_markdown(printed: str) -> str:
    """Leave Markdown as it is, and fence what is laid out by blanks."""
    printed = f"{printed.strip()}\n"
    return printed if _MARKDOWN_TABLE.search(printed) else f"```text\n{printed}```\n"
