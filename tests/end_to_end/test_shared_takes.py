"""Chapters that share takes: what one of them finds damaged, the others wait for too."""

from tests.end_to_end.conftest import Project

_SHARED = "\n\n".join(f'"Shared line {number}," said Ada.' for number in range(12))
STORY = "\n\n".join(
    f"Chapter {number}\n\n{_SHARED}\n\n" + "\n\n".join(f'"Line {number} {place}," said Bo.' for place in range(12))
    for number in range(1, 6)
)


def test_chapters_with_damaged_takes_in_common_come_back_byte_for_byte(project: Project) -> None:
    project.story.write_text(STORY, encoding="utf-8")
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
