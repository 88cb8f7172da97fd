"""Who speaks in other languages: what a tag says outright, and nothing more."""

from pathlib import Path

import pytest

from audiobook.model.script import Gender, KnownCharacter, Script
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.script_writer import write_script


def script_of(tmp_path: Path, text: str, language: str, *known: KnownCharacter) -> Script:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return write_script(read_manuscript(tmp_path / "a.txt", book="a", language=language), known=known)


def lines(script: Script) -> list[tuple[str | None, str]]:
    return [(segment.speaker, segment.text) for segment in script.segments if segment.kind == "dialogue"]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("de", "»Seit acht Uhr«, sagte Anna. »Es regnet.«\n\n»So?«, fragte der Alte.", ["Anna", "Anna", "unknown"]),
        ("de", "»Setzen Sie sich«, sagte Frau Vogel leise.\n\nPeter sagte: »Nein.«", ["Frau Vogel", "Peter"]),
        (
            "fr",
            "— Il a menti, dit Paul. Il ment toujours.\n\n— Et vous ? demanda M. Roux.",
            ["Paul", "Paul", "M. Roux"],
        ),
        ("fr", "« Depuis midi, répondit Claire. Il est tard. »\n\n« Ah ! » dit-elle.", ["Claire", "unknown"]),
        ("es", "—Desde las ocho —dijo Lucía—. Es tarde.\n\n—¡No! —gritó el viejo.", ["Lucía", "Lucía", "unknown"]),
    ],
)
def test_a_tag_with_a_name_is_believed_and_nothing_is_guessed(
    tmp_path: Path, language: str, text: str, speakers: list[str]
) -> None:
    script = script_of(tmp_path, text, language)
    assert [speaker for speaker, _ in lines(script)] == speakers


def test_what_is_not_told_has_no_confidence_and_says_why(tmp_path: Path) -> None:
    script = script_of(tmp_path, "»So?«, fragte der Alte.\n\n»Ja«, sagte Anna.", "de")
    unknown = next(segment for segment in script.segments if segment.speaker == "unknown")
    assert unknown.confidence == 0
    assert "German" in unknown.evidence
    assert [(person.name, person.gender) for person in script.characters] == [("Anna", Gender.FEMALE)]


def test_aliases_of_the_cast_file_are_honoured_in_every_language(tmp_path: Path) -> None:
    known = KnownCharacter(name="Anna Vogel", aliases=("Anna",), gender=Gender.FEMALE)
    assert lines(script_of(tmp_path, "»Ja«, sagte Anna.", "de", known))[0][0] == "Anna Vogel"
