from pathlib import Path

import pytest

from audiobook.cluster.address import absolute_url, without_password


def test_a_path_means_the_same_to_workers_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert absolute_url("my takes") == f"file://{tmp_path.as_posix()}/my takes"
    assert absolute_url("s3://bucket/takes") == "s3://bucket/takes"


def test_messages_show_no_password() -> None:
    assert without_password("sftp://ann:secret@host/takes") == "sftp://host/takes"
    assert without_password("file:///mnt/a@b") == "file:///mnt/a@b"
