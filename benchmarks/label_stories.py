"""Turn the stories labelled inline into the three files that `attribution.py` reads.

    python benchmarks/label_stories.py benchmarks/stories/dev benchmarks/stories/held-out

Knows the `.story` form: a line for each character, a line `===`, then the story, each quotation marked where it stands.
Refuses to know what a program says about it.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TYPES = {"e": "explicit", "a": "anaphoric", "i": "implicit"}
_CONTINUED = "+"
_CAST_BORDER = "\n===\n"
_CAST_LINE = re.compile(r"(?P<code>\w+) = (?P<name>[^|]+) \| (?P<aliases>[^|]+) \| (?P<gender>[MFX])")
_QUOTATION = re.compile(r"<(?P<code>\w+) (?P<type>[eai+])\|(?P<words>[^<>]+)>")


class StoryFormError(Exception):
    """A `.story` file does not have the form that the corpus' README describes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledStory:
    """A story in the compact form: the content of its three files."""

    text: str
    quotations: str
    characters: str


def label_story(written: str) -> LabelledStory:
    """Take the marks out of a story and say where the quotations stand.

    Raises:
        StoryFormError: a line of the cast cannot be read, or a quotation's speaker is not in it.
    """
    cast, border, story = written.partition(_CAST_BORDER)
    if not border:
        raise StoryFormError("no line === between cast and story")
    characters = dict(_read_cast(cast))
    text, rows = _take_out_marks(story.strip("\n") + "\n", {code: entry["name"] for code, entry in characters.items()})
    return LabelledStory(text=text, quotations=_as_lines(rows), characters=_as_list(characters.values()))


def _read_cast(cast: str) -> Iterator[tuple[str, dict[str, object]]]:
    for line in cast.strip().splitlines():
        found = _CAST_LINE.fullmatch(line)
        if found is None:
            raise StoryFormError(f"not `code = name | aliases | gender`: {line}")
        aliases = [alias.strip() for alias in found["aliases"].split(";")]
        yield found["code"], {"name": found["name"], "aliases": aliases, "gender": found["gender"]}


def _take_out_marks(story: str, names: dict[str, object]) -> tuple[str, list[dict[str, object]]]:
    rows: list[dict[str, object]] = []
    pieces: list[str] = []
    length = position = 0
    for found in _QUOTATION.finditer(story):
        between = story[position : found.start()]
        length += len(between)
        rows.append(_describe(found, start=length, names=names, before=rows))
        pieces += (between, found["words"])
        length += len(found["words"])
        position = found.end()
    text = "".join((*pieces, story[position:]))
    if left := re.search(r"[<>]", text):
        raise StoryFormError(f"a mark is left over: {text[max(0, left.start() - 20) : left.end() + 40]}")
    return text, rows


def _describe(
    found: re.Match[str], *, start: int, names: dict[str, object], before: list[dict[str, object]]
) -> dict[str, object]:
    speaker = names.get(found["code"])
    if speaker is None:
        raise StoryFormError(f"nobody in the cast is called {found['code']}: {found[0]}")
    span = {"start": start, "end": start + len(found["words"])}
    if found["type"] != _CONTINUED:
        number = len({row["q"] for row in before})
        return {"q": f"Q{number}", **span, "speaker": speaker, "type": _TYPES[found["type"]]}
    if not before or before[-1]["speaker"] != speaker:
        raise StoryFormError(f"nothing of the same speaker goes before: {found[0]}")
    return {"q": before[-1]["q"], **span, "speaker": speaker, "type": before[-1]["type"]}


def _as_lines(rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _as_list(entries: object) -> str:
    return json.dumps(list(entries), ensure_ascii=False, indent=1) + "\n"  # type: ignore[call-overload]


def write_labelled(path: Path) -> None:
    """Write `NAME.txt`, `NAME.jsonl` and `NAME.chars.json` beside `NAME.story`.

    Raises:
        StoryFormError: the story is not in the form; names the file.
    """
    try:
        labelled = label_story(path.read_text(encoding="utf-8"))
    except StoryFormError as error:
        raise StoryFormError(f"{path}: {error}") from error
    files = {".txt": labelled.text, ".jsonl": labelled.quotations, ".chars.json": labelled.characters}
    for suffix, content in files.items():
        path.with_suffix(suffix).write_text(content, encoding="utf-8", newline="\n")


def main() -> None:
    """Label every story of the folders named on the command line."""
    for folder in sys.argv[1:]:
        for path in sorted(Path(folder).glob("*.story")):
            write_labelled(path)


if __name__ == "__main__":
    main()
