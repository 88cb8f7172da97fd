"""Pages whose markup is torn, each found by fuzzing and named after what broke."""

from pathlib import Path

import pytest

from audiobook.reading.html.reader import read_html


@pytest.mark.parametrize(
    "markup",
    [
        "<head><title:X</title.w3.org>x</head><p>It was so.</p>",
        '<xmlns:DC="http://x">It was so.',
        '<p XML:="x" a:b<c="d">It was so.</p>',
    ],
    ids=["tag with a colon and a bracket", "declaration in place of a tag", "attribute that ends with a colon"],
)
def test_name_that_no_element_can_have(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html>{markup}")
    assert "It was so." in read_html(path).members[0].text
