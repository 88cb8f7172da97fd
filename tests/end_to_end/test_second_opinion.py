import json
from dataclasses import replace

from tests.end_to_end.conftest import Project
from tests.opinions.chat_server import Reply, labels_all, serving

TWO_AT_A_TABLE = """\
Mara sat down. Tobias sat down. Greta sat down.

"It will rain."

"It will not."

"We shall see."
"""


def speakers(project: Project, *options: str) -> list[str]:
    done = project.run("script", "story.txt", "--format", "jsonl", *options)
    assert done.returncode == 0, done.stderr
    return [row["speaker"] for row in map(json.loads, done.stdout.splitlines()) if row["kind"] == "dialogue"]


def asking(project: Project, url: str) -> Project:
    return replace(project, settings=(("AUDIOBOOK_OPINION_URL", url), ("AUDIOBOOK_OPINION_MODEL", "test")))


def test_doubtful_lines_follow_the_second_opinion_and_are_asked_once(project: Project) -> None:
    project.story.write_text(TWO_AT_A_TABLE, encoding="utf-8")
    before = speakers(project)
    with serving(labels_all(before[0])) as server:
        there = asking(project, server.url)
        after = speakers(there, "--second-opinion", "chat")
        asked = len(server.received)
        assert asked > 0
        assert speakers(there, "--second-opinion", "chat") == after
        assert len(server.received) == asked
    assert set(after) == {before[0]}


def test_the_cast_file_can_ask_for_it_in_every_command(project: Project) -> None:
    project.story.write_text(TWO_AT_A_TABLE, encoding="utf-8")
    project.make()
    text = project.cast_file.read_text(encoding="utf-8")
    project.cast_file.write_text(text.replace("[book]\n", '[book]\nsecond_opinion = "chat"\n', 1), encoding="utf-8")
    with serving(labels_all(speakers_by_rules(project))) as server:
        there = asking(project, server.url)
        assert len(set(speakers(there))) == 1
    assert len(set(speakers(there))) == 1


def speakers_by_rules(project: Project) -> str:
    """The first speaker, without asking anybody."""
    copy = project.folder / "copy.txt"
    copy.write_text(TWO_AT_A_TABLE, encoding="utf-8")
    rows = map(json.loads, project.run("script", "copy.txt", "--format", "jsonl").stdout.splitlines())
    return str(next(row["speaker"] for row in rows if row["kind"] == "dialogue"))


def test_a_source_that_fails_leaves_the_lines_as_they_were(project: Project) -> None:
    project.story.write_text(TWO_AT_A_TABLE, encoding="utf-8")
    before = speakers(project)
    with serving(Reply(status=400)) as server:
        assert speakers(asking(project, server.url), "--second-opinion", "chat") == before


def test_a_source_that_is_not_set_up_is_an_error_of_code_5(project: Project) -> None:
    done = project.run("script", "story.txt", "--second-opinion", "chat")
    assert done.returncode == 5
    assert "AUDIOBOOK_OPINION_URL" in done.stderr
