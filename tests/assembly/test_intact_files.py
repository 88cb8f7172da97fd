"""Looking at the files of a release, each for itself."""

import hashlib
from pathlib import Path

from audiobook.assembly.intact_files import IntactFiles
from audiobook.model.release import BookTags, ExtraKind, Release, ReleasedExtra


def extra(folder: Path, name: str) -> ReleasedExtra:
    (folder / name).write_bytes(b"sound")
    digest = hashlib.sha256(b"sound").hexdigest()
    return ReleasedExtra(
        kind=ExtraKind.M4B, file=name, size_bytes=5, sha256=digest, key="k", length_samples=1, rate_hz=22050
    )


def test_of_two_files_that_are_alike_only_the_damaged_one_counts_as_lost(tmp_path: Path) -> None:
    for damaged, whole in ((0, 1), (1, 0)):
        both = (extra(tmp_path, "a.m4b"), extra(tmp_path, "b.m4b"))
        (tmp_path / both[damaged].file).write_bytes(b"other")
        tags = BookTags(title="The Ferry Book", author="Ada Moss", language="en")
        intact = IntactFiles(Release(book="b", folder=tmp_path, tags=tags, profile="podcast", chapters=(), extras=both))
        assert intact.has(both[whole])
        assert not intact.has(both[damaged])
