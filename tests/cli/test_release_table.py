"""What `audiobook make` prints of a book."""

import shlex
from pathlib import Path

import pytest

from audiobook.cli.release_table import as_argument


@pytest.mark.parametrize("name", ["story.txt", "The Ferry at Nacht's End.txt", 'What "No" Cost $5!', "a & b (2).txt"])
def test_a_path_in_a_command_to_copy_is_one_argument(name: str) -> None:
    assert shlex.split(as_argument(Path(name))) == [name]


def test_a_path_with_spaces_stands_between_double_quotes_which_windows_knows_too() -> None:
    assert as_argument(Path("The Ferry.txt")) == '"The Ferry.txt"'
