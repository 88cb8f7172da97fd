import os
from pathlib import Path

import pytest

from audiobook.cli.options import usable_cores


@pytest.mark.parametrize(("written", "cores"), [("100000 100000", 1), ("50000 100000", 1), ("25600000 100000", None)])
def test_a_limit_of_processor_time_is_a_limit_of_cores(tmp_path: Path, written: str, cores: int | None) -> None:
    limit = tmp_path / "cpu.max"
    limit.write_text(f"{written}\n", encoding="ascii")
    assert usable_cores(limit) == (cores or usable_cores(tmp_path / "absent"))


def test_without_a_limit_there_are_as_many_as_the_system_gives(tmp_path: Path) -> None:
    limit = tmp_path / "cpu.max"
    limit.write_text("max 100000\n", encoding="ascii")
    assert 1 <= usable_cores(limit) <= (os.cpu_count() or 1)
