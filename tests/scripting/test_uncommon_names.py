from pathlib import Path

from audiobook.reading.reader import read_manuscript
from audiobook.scripting.script_writer import write_script
from audiobook.scripting.uncommon_names import find_uncommon_names

TEXT = """Chapter 1

Yesterday Mary met Kal-El of Krypton. "Zor's ship," said Mary, "left Krypton." Rain fell. The rain fell on Zor.

Chapter 2

Then Krypton's sun died, and on Monday the Rain came.
"""


def test_names_that_are_nobodys_everyday_name_are_listed_with_counts_and_places(tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    path.write_text(TEXT, encoding="utf-8")
    script = write_script(read_manuscript(path, book="book"))
    found = {name.word: (name.count, name.chapters) for name in find_uncommon_names(script)}
    assert found == {"Krypton": (3, (1, 2)), "Zor": (2, (1,)), "Kal-El": (1, (1,))}
