"""Bytes to text: encodings recognised, anything doubtful refused with its place."""

import pytest

from audiobook.errors import ManuscriptError
from audiobook.reading.decoding import decode

_TEXT = "“Naïve,” said Maud — and laughed…\r\nThe café was shut.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (_TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + _TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + _TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + _TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + _TEXT.encode("utf-32-le"), "utf-32-le"),
        (_TEXT.encode("utf-16-le"), "utf-16-le"),
        (_TEXT.encode("utf-16-be"), "utf-16-be"),
        (_TEXT.encode("windows-1252"), "windows-1252"),
    ],
)
def test_encoding_is_recognised_and_text_untouched(data: bytes, encoding: str) -> None:
    assert decode(data, name="a.txt") == (_TEXT, encoding)


def test_text_in_another_script_is_read_as_utf8() -> None:
    assert decode("Паром опоздал.".encode(), name="a.txt") == ("Паром опоздал.", "utf-8")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"Maud\nleft.\0\n", "a.txt:2: a NUL"),
        (bytes(range(256)) * 4, "a.txt"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04rest", "zip"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"Maud \xed\xa0\x80 left", "half of a surrogate pair"),
        ("“Yes,” said Maud — “no.”\n".encode() + b"She \xff left\n", "a.txt:2: the bytes FF"),
        (b"\xff\xfe" + "Maud".encode("utf-16-le") + b"\x00\xd8", "UTF-16-LE"),
        (b"She said \x81 nothing.", "Windows-1252"),
        ("Паром опоздал на час.".encode("cp1251"), "encoding is not recognised"),
        ("渡し船は遅れた。誰も来なかった。".encode("shift-jis"), "a.txt"),
    ],
)
def test_what_is_no_readable_text_is_refused_saying_what_and_where(data: bytes, said: str) -> None:
    with pytest.raises(ManuscriptError, match=r"a\.txt") as caught:
        decode(data, name="a.txt")
    assert said in caught.value.message
    assert caught.value.hint


def test_a_few_control_characters_are_kept() -> None:
    assert decode(b"Maud\x07 left.\x1a", name="a.txt")[0] == "Maud\x07 left.\x1a"
