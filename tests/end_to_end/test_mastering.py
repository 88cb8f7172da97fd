"""Profiles, credits, a sample and sounds of one's own, asked for as their user asks for them."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.codecs.sound_files import sine, write_sound
from tests.end_to_end.conftest import Project

RECORDED = """
[[recordings]]
text = '"Mind the step,"'
file = "step.wav"
"""


def record(path: Path, *, seconds: float = 1.0, hz: float = 440.0, rate_hz: int = 44100) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    signal = np.concatenate([np.zeros(rate_hz // 2), sine(seconds, rate_hz=rate_hz, hz=hz, peak=0.05)])
    return write_sound(path, signal, rate_hz=rate_hz, codec="pcm_s16le", sample_format="s16", layout="stereo")


def say(project: Project, text: str) -> None:
    """Write something into the cast file, which a first run has made; [book] stands in it already."""
    with project.cast_file.open("a", encoding="utf-8") as file:
        file.write(text)


def say_in_book(project: Project, line: str) -> None:
    before = project.cast_file.read_text(encoding="utf-8")
    project.cast_file.write_text(before.replace("[book]\n", f"[book]\n{line}\n", 1), encoding="utf-8")


def lines(project: Project, chapter: int) -> list[list[Any]]:
    release = json.loads((project.release / "release.json").read_text(encoding="utf-8"))
    return [line for each in release["chapters"] if each["number"] == chapter for line in each["lines"]]


NOTHING = {"spoken_takes": 0, "rendered": [], "retagged": [], "encoded": [], "written": []}


def test_acx_puts_credits_into_files_of_their_own(project: Project) -> None:
    project.make("--profile", "acx")
    assert sorted(name for name in project.files() if name.endswith(".mp3")) == [
        "00 - Opening Credits.mp3",
        "01 - Chapter 1 - The Gate.mp3",
        "02 - Chapter 2 - The Cellar.mp3",
        "03 - Closing Credits.mp3",
    ]


def test_librivox_speaks_credits_within_the_first_and_last_chapter(project: Project) -> None:
    project.make("--profile", "librivox")
    assert lines(project, 1)[0][5] == "Story."
    assert lines(project, 2)[-1][5] == "The end."
    assert lines(project, 1)[0][0] == "announced-opening"


def test_words_of_credits_are_no_words_of_the_manuscript(project: Project) -> None:
    project.make("--profile", "librivox")
    assert project.run("verify", "story.txt").returncode == 0
    assert "announced" not in project.run("script", "story.txt", "--format", "jsonl").stdout


def test_profile_of_the_cast_file_is_made_and_the_option_wins(project: Project) -> None:
    project.make()
    say_in_book(project, 'profile = "small"')
    say(project, '\n[profiles.small]\nbased_on = "podcast"\nbit_rate_kbps = 32\n')
    sizes = {name: len(content) for name, content in project.files().items() if name.endswith(".mp3")}
    project.make()
    smaller = {name: len(content) for name, content in project.files().items() if name.endswith(".mp3")}
    assert all(smaller[name] < sizes[name] for name in sizes)
    project.make("--profile", "podcast")
    assert {name: len(content) for name, content in project.files().items() if name in sizes} == sizes


@pytest.mark.parametrize("profile", ["librivox", "acx"])
def test_a_second_run_in_any_profile_does_nothing(project: Project, profile: str) -> None:
    project.make("--profile", profile, "--sample")
    before = project.files()
    assert project.make("--profile", profile)["did"] == NOTHING
    assert project.files() == before


def test_changed_credits_speak_themselves_and_nothing_else(project: Project) -> None:
    project.make("--profile", "acx")
    say(project, '\n[credits]\nopening = "{title}, a story of two."\n')
    did = project.make("--profile", "acx")["did"]
    assert did == NOTHING | {"spoken_takes": 1, "written": ["00 - Opening Credits.mp3"]}


def test_credits_can_be_asked_for_and_refused(project: Project) -> None:
    project.make("--credits")
    assert lines(project, 1)[0][0] == "announced-opening"
    project.make("--profile", "acx", "--no-credits")
    assert "00 - Opening Credits.mp3" not in project.files()


def test_files_of_another_profile_do_not_stay_behind(project: Project) -> None:
    project.make("--profile", "acx")
    project.make()
    assert not [name for name in project.files() if "Credits" in name]


def test_sample_is_made_kept_and_given_up(project: Project) -> None:
    project.make("--sample")
    assert "Retail Sample.mp3" in project.files()
    project.story.write_text(project.story.read_text(encoding="utf-8").replace("gate", "door"), encoding="utf-8")
    assert "Retail Sample.mp3" in project.make()["did"]["written"]
    project.make("--no-sample")
    assert "Retail Sample.mp3" not in project.files()


def test_sample_of_a_chapter_that_is_not_there_is_named_with_its_line(project: Project) -> None:
    project.make()
    say_in_book(project, "sample = 9")
    done = project.run("make", "story.txt", "--engine", "tone")
    assert done.returncode == 4
    assert "voices/story.toml:" in done.stderr
    assert "chapter 9" in done.stderr


def test_new_author_writes_the_tags_of_chapters_and_sample_anew(project: Project) -> None:
    project.make("--profile", "acx", "--sample")
    did = project.make("--profile", "acx", "--author", "Somebody", "--no-credits")["did"]
    assert (did["spoken_takes"], did["rendered"], sorted(did["retagged"])) == (0, [], [1, 2])
    assert did["written"] == ["Retail Sample.mp3"]


def test_recording_is_heard_instead_of_its_line_and_nothing_is_spoken_again(project: Project) -> None:
    project.make()
    record(project.cast_file.parent / "step.wav", seconds=3.0)
    say(project, RECORDED)
    did = project.make()["did"]
    assert did == NOTHING | {"rendered": [2]}
    (line,) = [line for line in lines(project, 2) if line[5] == '"Mind the step,"']
    assert line[1] == "Tobias"
    assert line[3] == pytest.approx(3.0 * 22050, abs=0.1 * 22050)


def test_another_recording_under_the_same_name_makes_its_chapter_again(project: Project) -> None:
    project.make()
    record(project.cast_file.parent / "step.wav")
    say(project, RECORDED)
    project.make()
    first = project.files()
    assert project.make()["did"] == NOTHING
    record(project.cast_file.parent / "step.wav", hz=500.0)
    assert project.make()["did"] == NOTHING | {"rendered": [2]}
    record(project.cast_file.parent / "step.wav")
    project.make()
    assert project.files() == first


def test_damaged_store_gives_the_recording_again(project: Project) -> None:
    project.make()
    record(project.cast_file.parent / "step.wav")
    say(project, RECORDED)
    project.make()
    before = project.files()
    for name in before:
        if name.endswith(".mp3"):
            (project.release / name).unlink()
    for take in (project.folder / "build").rglob("*.flac"):
        content = bytearray(take.read_bytes())
        content[-20] ^= 0xFF
        take.write_bytes(content)
    project.make()
    assert project.files() == before


def test_recording_that_has_no_line_is_told(project: Project) -> None:
    project.make()
    record(project.cast_file.parent / "step.wav")
    say(project, RECORDED.replace("Mind", "Watch"))
    assert any("found no line" in note for note in project.make()["notes"])


def test_intro_music_and_outro_make_the_first_and_last_chapter_longer(project: Project) -> None:
    project.make("--credits")
    before = {each["number"]: each["seconds"] for each in project.make("--credits")["chapters"]}
    for name in ("intro", "outro"):
        record(project.folder / "sounds" / f"{name}.wav", seconds=4.0)
    record(project.folder / "sounds" / "music.wav", seconds=60.0)
    say(project, '\n[sound]\nintro = "sounds/intro.wav"\noutro = "sounds/outro.wav"\nmusic = "sounds/music.wav"\n')
    made = project.make("--credits")
    after = {each["number"]: each["seconds"] for each in made["chapters"]}
    assert made["did"] == NOTHING | {"rendered": made["did"]["rendered"]}
    # intro or outro with its second of pause, and music alone for three seconds before and four after the credits
    assert after[1] - before[1] == pytest.approx(5 + 7, abs=0.2)
    assert after[2] - before[2] == pytest.approx(5 + 7, abs=0.2)


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "there is no such file"), (b"no sound at all", "no sound file"), (b"", "empty")],
)
def test_missing_or_broken_sound_is_named_with_its_line(project: Project, content: bytes | None, message: str) -> None:
    project.make()
    before = project.files()
    say(project, '\n[sound]\nintro = "sounds/intro.wav"\n')
    if content is not None:
        (project.folder / "sounds").mkdir()
        (project.folder / "sounds" / "intro.wav").write_bytes(content)
    done = project.run("make", "story.txt", "--engine", "tone")
    line = project.cast_file.read_text(encoding="utf-8").splitlines().index('intro = "sounds/intro.wav"') + 1
    assert done.returncode == 4
    assert f"voices/story.toml:{line}: " in done.stderr.replace("\\", "/")
    assert message in done.stderr
    assert project.files() == before


def test_chapter_without_a_heading_is_announced_where_the_shop_asks_for_it(project: Project) -> None:
    project.story.write_text("It rained.\n\nIt stopped.\n", encoding="utf-8")
    project.make("--profile", "acx")
    assert lines(project, 1)[0][5] == "Chapter 1"
    project.make()
    assert lines(project, 1)[0][5] == "It rained."
