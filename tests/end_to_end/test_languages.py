"""Books in other languages: read, cast with voices of their own, and made into sound."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Project

GERMAN = """\
Kapitel 1: Der Steg

Anna stand am Steg und sah auf das schwarze Wasser. Es war der 3. März, und die Fähre kam nicht.

»Warten Sie schon lange?«, fragte der alte Mann mit der Laterne.

»Seit acht Uhr«, sagte Anna. »Dr. Vogel wollte z. B. um neun hier sein.«

Kapitel 2

»Steigen Sie ein«, rief Peter. Sie stieg ein, und niemand sprach ein Wort.
"""
FRENCH = """\
Chapitre premier

Claire attendait sur le quai. Il était dix heures, et le bac n’arrivait pas.

— Il a menti, dit Paul. M. Dupont ment toujours depuis 1994.

— Et vous ? demanda Claire.

Chapitre II

« Moi, jamais », dit Paul, et il monta dans le bac.
"""
SPANISH = """\
Capítulo 1

Lucía esperaba en el muelle. Eran las diez y la barca no llegaba.

—Desde las ocho —dijo Lucía—. La Sra. Gómez me lo dijo.

—¡Mentira! —exclamó Mateo—. Nunca ha salido a esa hora.

Capítulo 2

Subieron a la barca y nadie dijo nada.
"""


@pytest.mark.parametrize(
    ("language", "text", "narrated", "speakers"),
    [
        ("de", GERMAN, "German", {"Anna", "Peter"}),
        ("fr", FRENCH, "French", {"Paul", "Claire"}),
        ("es", SPANISH, "Spanish", {"Lucía", "Mateo"}),
    ],
)
def test_a_story_is_spoken_by_voices_of_its_language(
    project: Project, language: str, text: str, narrated: str, speakers: set[str]
) -> None:
    project.story.write_text(text, encoding="utf-8")
    done = project.run("make", "story.txt", "--jobs", "1", "--json")
    assert done.returncode == 0, done.stderr
    (book,) = json.loads(done.stdout)
    assert book["tags"]["language"] == language
    assert len(book["chapters"]) == 2
    assert any(note.startswith(f"read as {narrated} ({language})") for note in book["notes"])
    cast = project.cast_file.read_text(encoding="utf-8")
    voices = [line.split('"')[1] for line in cast.splitlines() if line.startswith("voice")]
    assert len(voices) == len(speakers) + 1
    assert all(voice.endswith(f"-{language}") for voice in voices)
    verified = project.run("verify", "story.txt", "--json")
    assert verified.returncode == 0, verified.stdout
    proof = json.loads(verified.stdout)
    assert proof["release"]["is_whole"]
    heard = {line.split(">")[0] for path in project.release.glob("*.vtt") for line in _voiced(path)}
    assert speakers <= heard


def _voiced(path: Path) -> list[str]:
    return [
        line.removeprefix("<v ") for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("<v ")
    ]


def test_the_language_can_be_set_for_good_or_for_a_run(project: Project) -> None:
    project.story.write_text("Anna.\n\nAnna, Anna.\n", encoding="utf-8")
    done = project.run("make", "story.txt", "--engine", "tone", "--jobs", "1", "--language", "it", "--json")
    assert json.loads(done.stdout)[0]["tags"]["language"] == "it"
    (project.folder / "story.book.toml").write_text('language = "nl"\n', encoding="utf-8")
    assert "read as Dutch (nl)" in project.run("script", "story.txt").stderr
