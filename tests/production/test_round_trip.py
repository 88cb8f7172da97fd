"""A manuscript printed as a labelled script and read again: the same words, said by the same people."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from audiobook.errors import ManuscriptError
from audiobook.model.script import Script
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.forms.printing import as_labelled_text
from audiobook.scripting.script_writer import write_script

ODD_CHARACTERS = "\"'“”‘’«»「」—-_*:().,!?[]\\#|+ \n\t\r\x0b\x0c\x1c\x85\u2028\xa0\u200b\ufeff\u202eabAB5é日\U0001f600"
PARAGRAPHS = st.one_of(
    st.text(alphabet=st.sampled_from(ODD_CHARACTERS), max_size=40),
    st.sampled_from(
        [
            '"Yes," said Ada. "Go!"',
            "Ada: Go!",
            "[Ada] Go!",
            "# One",
            "[chapter] Two",
            "Chapter 2",
            "* * *",
            "A/N: thanks for reading!",
            "— Go, — said Tom.",
            "audiobook-script 1 book",
            "title: The Ferry",
            "“Hm [Ada]: no,” said Tom [aside] + Bo.",
            '"Yes!" cried Ada and Tom together.',
        ]
    ),
)


def read(text: str, folder: Path) -> Script:
    """Read a text the way the program does, from a file."""
    path = folder / "book.txt"
    path.write_bytes(text.encode("utf-8"))
    return write_script(read_manuscript(path, book="book"))


def heard(script: Script) -> list[tuple[int, str, tuple[str, ...], str]]:
    """List what a listener hears: chapter, kind, speakers and words."""
    return [
        (segment.chapter, segment.kind.value, segment.speakers, " ".join(segment.text.split()))
        for segment in script.segments
        if segment.spoken
    ]


@given(st.lists(PARAGRAPHS, min_size=1, max_size=8))
def test_any_book_is_heard_the_same_from_its_labelled_script(paragraphs: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            script = read("\n\n".join(paragraphs), Path(folder))
        except ManuscriptError:
            return  # nothing in it to read, or a labelled script with a mistake
        assert heard(read(as_labelled_text(script), Path(folder))) == heard(script)
