import json

import pytest

from tests.end_to_end.conftest import STORY, Project


def speakers(project: Project) -> dict[str, str]:
    rows = project.run("script", "story.txt", "--format", "jsonl").stdout.splitlines()
    return {row["text"]: row["speaker"] for row in map(json.loads, rows)}


def row_number(project: Project, words: str) -> str:
    rows = project.run("script", "story.txt", "--format", "jsonl").stdout.splitlines()
    return next(str(number) for number, row in enumerate(rows, start=1) if words in json.loads(row)["text"])


def test_an_assigned_line_keeps_its_speaker_when_the_text_around_it_changes(project: Project) -> None:
    done = project.run("assign", "story.txt", row_number(project, "You are late"), "Mara")
    assert done.returncode == 0, done.stderr
    assert speakers(project)['"You are late."'] == "Mara"
    project.story.write_text("Chapter 0\n\nA new beginning.\n\n" + STORY, encoding="utf-8")
    assert speakers(project)['"You are late."'] == "Mara"


def test_a_range_of_lines_is_assigned_at_once(project: Project) -> None:
    first, last = row_number(project, "Only me"), row_number(project, "You are late")
    assert project.run("assign", "story.txt", f"{first}-{last}", "narrator").returncode == 0
    assert speakers(project)['"Only me,"'] == speakers(project)['"You are late."'] == "narrator"


def test_an_assignment_can_be_taken_back(project: Project) -> None:
    before = speakers(project)
    number = row_number(project, "You are late")
    project.run("assign", "story.txt", number, "narrator")
    with project.cast_file.open("a", encoding="utf-8") as file:
        file.write("# a note of mine\n")
    assert project.run("assign", "story.txt", number, "--undo").returncode == 0
    assert speakers(project) == before
    text = project.cast_file.read_text(encoding="utf-8")
    assert "[[corrections]]" not in text
    assert "# a note of mine" in text
    again = project.run("assign", "story.txt", number, "--undo")
    assert (again.returncode, "nobody corrected line" in again.stderr) == (2, True)


def test_lines_that_run_backwards_are_refused_with_the_right_way_round(project: Project) -> None:
    done = project.run("assign", "story.txt", "3-1", "Mara")
    assert done.returncode == 2
    assert "1-3" in done.stderr


@pytest.mark.parametrize("names", [("Mara and Tobias",), ("Mara", "and", "Tobias"), ("Mara,", "Tobias")])
def test_two_who_say_a_line_together_are_named_as_one_writes_it(project: Project, names: tuple[str, ...]) -> None:
    number = row_number(project, "You are late")
    assert project.run("assign", "story.txt", number, *names).returncode == 0
    rows = project.run("script", "story.txt", "--format", "jsonl").stdout.splitlines()
    assert json.loads(rows[int(number) - 1])["speakers"] == ["Mara", "Tobias"]


@pytest.mark.parametrize(
    ("line", "name", "told"),
    [
        ("zzzzzzzz", "Mara", 'no line of this book has the id "zzzzzzzz"'),
        ("5, 7", "Mara", '"5, 7" is neither the number of a line nor a range'),
        ("900", "Mara", "there is no line 900"),
        ("3", "and", '"and" names nobody'),
    ],
)
def test_a_line_or_speaker_that_is_none_is_told_with_the_way(project: Project, line: str, name: str, told: str) -> None:
    done = project.run("assign", "story.txt", line, name)
    assert (done.returncode, told in done.stderr, "hint:" in done.stderr) == (2, True, True)
    assert not project.cast_file.exists()


def test_a_correction_whose_line_is_gone_is_reported_and_kept(project: Project) -> None:
    project.run("assign", "story.txt", row_number(project, "You are late"), "Mara")
    before = project.cast_file.read_text(encoding="utf-8")
    project.story.write_text(STORY.replace('"You are late."', ""), encoding="utf-8")
    done = project.run("script", "story.txt")
    assert done.returncode == 0
    assert "You are late" in done.stderr
    assert project.cast_file.read_text(encoding="utf-8") == before


def test_a_line_or_a_speaker_that_does_not_exist_is_refused(project: Project) -> None:
    assert project.run("assign", "story.txt", "999", "Mara").returncode == 2
    done = project.run("assign", "story.txt", "3", "Mira")
    assert done.returncode == 2
    assert "Mara" in done.stderr
    assert not project.cast_file.exists()


def test_somebody_new_gets_a_voice_in_the_next_run(project: Project) -> None:
    done = project.run("assign", "story.txt", row_number(project, "Only me"), "Ghost", "--new")
    assert done.returncode == 0, done.stderr
    project.make()
    assert "[characters.Ghost]" in project.cast_file.read_text(encoding="utf-8")


def test_merged_characters_are_one_in_the_script(project: Project) -> None:
    assert project.run("cast", "story.txt", "merge", "Mara", "Tobias").returncode == 0
    assert set(speakers(project).values()) - {None, "narrator"} == {"Mara"}
    assert project.run("cast", "story.txt", "split", "Mara", "Tobias").returncode == 0
    assert set(speakers(project).values()) - {None, "narrator"} == {"Mara", "Tobias"}


def test_a_renamed_character_bears_the_new_name_in_the_script(project: Project) -> None:
    assert project.run("cast", "story.txt", "rename", "Tobias", "The Keeper").returncode == 0
    assert "The Keeper" in speakers(project).values()
    assert "Tobias" not in speakers(project).values()


def test_without_doubt_nothing_is_listed(project: Project) -> None:
    project.story.write_text('"Go," said Anna.\n', encoding="utf-8")
    done = project.run("script", "story.txt", "--doubtful")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_cast_file_of_dotted_keys_can_be_added_to(project: Project) -> None:
    project.cast_file.parent.mkdir()
    written = 'book.title = "T"\ncharacters.Mara.voice = "ada"\nnarrator.voice = "rupert"\n'
    project.cast_file.write_text(written, encoding="utf-8")
    project.make()
    text = project.cast_file.read_text(encoding="utf-8")
    assert all(line in text.splitlines() for line in written.splitlines())
    assert "[characters.Tobias]" in text


def test_several_speak_a_line_together(project: Project) -> None:
    number = row_number(project, "You are late")
    for names in (("Tobias", "Mara"), ("Tobias & Mara",), ("Tobias and Mara",)):
        assert project.run("assign", "story.txt", number, *names).returncode == 0
        rows = project.run("script", "story.txt", "--format", "jsonl").stdout.splitlines()
        (row,) = (row for row in map(json.loads, rows) if "You are late" in row["text"])
        assert (row["speaker"], row["speakers"]) == ("Tobias", ["Tobias", "Mara"])
    assert project.run("assign", "story.txt", number, "Tobias").returncode == 0
    assert speakers(project)['"You are late."'] == "Tobias"
    assert "Mara" not in project.cast_file.read_text(encoding="utf-8").split("[[corrections]]")[1].split("after")[0]


def test_somebody_unknown_never_speaks_along(project: Project) -> None:
    done = project.run("assign", "story.txt", row_number(project, "You are late"), "Mara", "unknown")
    assert (done.returncode, "unknown" in done.stderr) == (2, True)
