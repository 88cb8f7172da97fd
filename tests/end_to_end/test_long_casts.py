"""The cast of a long manuscript, from the text to the file: the same in every process, and kept when the book grows."""

from pathlib import Path

import pytest

from audiobook.casting.cast_file import read_cast
from tests.end_to_end.conftest import Project

CHAPTERS = 16
LEADS = ("Mara", "Tobias", "Ingrid", "Edwin")
WALK_ONS = ("baker", "porter", "sailor", "clerk", "nurse", "groom", "cook", "guard")
INTERLUDE = """\
Interlude

"Who is there?" asked Ingrid.

"Only me," said Wilbur. He came in.

"Sit down," said Mara.

"""
PRONOUNS = {"Mara": "She", "Ingrid": "She"}


def chapter(number: int) -> str:
    """Two leads talk about this and that; somebody passes by and says one thing."""
    one, two = LEADS[number % 4], LEADS[(number + 1 + number % 2) % 4]
    turns = [
        f'"The {thing} is late," said {one}. {PRONOUNS.get(one, "He")} waited.\n\n'
        f'"It is the {number}th time," said {two}. {PRONOUNS.get(two, "He")} sighed.\n\n'
        for thing in ("ferry", "letter", "carriage", "doctor")
    ]
    passing = f'"Good evening," said the {WALK_ONS[number % 8]}.\n\n"Good evening," said {one}.\n\n'
    return f"Chapter {number + 1}: Evening {number + 1}\n\n" + "".join(turns) + passing


@pytest.fixture
def long_project(project: Project) -> Project:
    project.story.write_text("".join(map(chapter, range(CHAPTERS))), encoding="utf-8")
    return project


def write_cast(project: Project) -> bytes:
    """Have the whole cast written, and read the file without what is new in every book."""
    assert project.run("cast", "story.txt", "set", "narrator", "--volume", "-1").returncode == 0
    lines = project.cast_file.read_bytes().splitlines()
    return b"\n".join(line for line in lines if not line.startswith(b"id = "))


def test_the_cast_and_the_script_are_the_same_whatever_the_seed_of_hashes(
    long_project: Project, tmp_path: Path
) -> None:
    found = []
    for seed in ("1", "4711"):
        folder = tmp_path / seed
        folder.mkdir()
        (folder / "story.txt").write_bytes(long_project.story.read_bytes())
        project = Project(folder, settings=(("PYTHONHASHSEED", seed),))
        script = project.run("script", "story.txt", "--format", "jsonl").stdout
        reasons = project.run("cast", "story.txt", "--why").stdout
        found.append((write_cast(project), script, reasons))
    assert found[0] == found[1]
    assert b"[characters.Ingrid]" in found[0][0]


@pytest.mark.parametrize("place", [CHAPTERS, CHAPTERS // 2], ids=["end", "middle"])
def test_a_chapter_more_changes_no_entry_of_the_file(long_project: Project, place: int) -> None:
    write_cast(long_project)
    before = read_cast(long_project.cast_file)
    chapters = [chapter(number) for number in range(CHAPTERS)]
    long_project.story.write_text("".join((*chapters[:place], INTERLUDE, *chapters[place:])), encoding="utf-8")
    write_cast(long_project)
    after = read_cast(long_project.cast_file)
    kept = {role.name: (role.profile, role.adjustment, role.gender) for role in after.roles}
    assert {name: kept[name] for name in (role.name for role in before.roles)} == {
        role.name: (role.profile, role.adjustment, role.gender) for role in before.roles
    }
    assert (after.narrator and after.narrator.profile) == (before.narrator and before.narrator.profile)
    assert "Wilbur" in kept
    assert kept["Wilbur"][0] not in {kept["Ingrid"][0], kept["Mara"][0]}
