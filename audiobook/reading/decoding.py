"""From bytes to text: which encoding, and is it text at all.

Knows byte order marks and what UTF-8, UTF-16, UTF-32 and Windows-1252 look like. Refuses to guess further: a wrong
guess turns every quotation mark of a book into rubbish, so anything doubtful is an error that says where.
"""

import re
import unicodedata

from audiobook.errors import ManuscriptError

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_KNOWN_BINARY = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (such as EPUB or DOCX)"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"ID3", "an MP3 file"),
)
_SAVE_AS_UTF8 = "open it in the program that wrote it and save it as plain text, encoding UTF-8"
_ENCODED_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_SAMPLE_BYTES = 65536
_LAST_BELOW_NONCHARACTERS = "\ufdcf"


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """Decode a manuscript's bytes.

    Args:
        data: the whole file.
        name: the file, for error messages.

    Returns:
        The text without its byte order mark and the name of the encoding. Newlines stay as they are.

    Raises:
        ManuscriptError: empty, only white space, not text, or in no encoding that is recognised for certain.
    """
    if not data:
        raise ManuscriptError(f"{name}: the file is empty", hint="put the story's text into it")
    for magic, what in _KNOWN_BINARY:
        if data.startswith(magic):
            raise ManuscriptError(f"{name}: this is {what}, not plain text", hint=_SAVE_AS_UTF8)
    text, encoding = _decode_marked(data, name=name) or _decode_unmarked(data, name=name)
    _refuse_binary(text, name=name)
    if not text.strip():
        raise ManuscriptError(f"{name}: the file has only white space in it", hint="put the story's text into it")
    return text, encoding


def _decode_marked(data: bytes, *, name: str) -> tuple[str, str] | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], encoding, offset=len(mark), name=name), encoding
    return None


def _decode_unmarked(data: bytes, *, name: str) -> tuple[str, str]:
    wide = _unmarked_utf16(data)
    if wide:
        return _decode_strictly(data, wide, offset=0, name=name), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise _undecodable(data, error, offset=0, name=name) from error
    text = _decode_strictly(data, "windows-1252", offset=0, name=name)
    _refuse_implausible_western(text, name=name)
    return text, "windows-1252"


def _decode_strictly(data: bytes, encoding: str, *, offset: int, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, offset=offset, name=name) from error


def _unmarked_utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: Latin text has a zero in every other byte."""
    sample = data[:_SAMPLE_BYTES]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    if odd * 10 >= pairs * 7 and even * 50 <= pairs:
        return "utf-16-le"
    if even * 10 >= pairs * 7 and odd * 50 <= pairs:
        return "utf-16-be"
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes from another encoding: most of its non-ASCII bytes form valid sequences."""
    if _ENCODED_SURROGATE.search(data):
        return True
    text = data.decode("utf-8", errors="surrogateescape")
    bad = sum(1 for character in text if "\udc80" <= character <= "\udcff")
    good = sum(1 for character in text if character > "\x7f") - bad
    return good > bad


def _refuse_implausible_western(text: str, *, name: str) -> None:
    """Refuse what Windows-1252 can decode but nobody can have meant: mostly accented letters and symbols."""
    foreign = sum(1 for character in text if character > "\xa0")
    letters = sum(1 for character in text if character.isalpha())
    if foreign > 8 and foreign * 10 > letters * 3:
        raise ManuscriptError(
            f"{name}: the encoding is not recognised (not UTF-8, and as Windows-1252 {foreign} of {letters} letters "
            "would be accented)",
            hint=_SAVE_AS_UTF8,
        )


def _refuse_binary(text: str, *, name: str) -> None:
    zero = text.find("\0")
    if zero >= 0:
        raise ManuscriptError(
            f"{name}:{_line_number(text, zero)}: a NUL character (code point {zero}); this is not a text file",
            hint=_SAVE_AS_UTF8,
        )
    controls = len(_CONTROL.findall(text))
    if controls > 8 and controls * 50 > len(text):
        raise ManuscriptError(
            f"{name}: {controls} of {len(text)} characters are control characters; this is not a text file",
            hint=_SAVE_AS_UTF8,
        )
    sample = text[:_SAMPLE_BYTES]
    if max(sample, default="") <= _LAST_BELOW_NONCHARACTERS:
        return
    noncharacter = next((i for i, character in enumerate(sample) if _is_noncharacter(character)), None)
    if noncharacter is not None:
        raise ManuscriptError(
            f"{name}:{_line_number(text, noncharacter)}: U+{ord(text[noncharacter]):04X} is no character; the file was "
            "probably read with its bytes swapped",
            hint=_SAVE_AS_UTF8,
        )


def _is_noncharacter(character: str) -> bool:
    if character <= _LAST_BELOW_NONCHARACTERS:
        return False
    return ord(character) & 0xFFFE == 0xFFFE and unicodedata.category(character) == "Cn"


def _line_number(text: str, position: int) -> int:
    before = text[:position].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1


def _undecodable(data: bytes, error: UnicodeDecodeError, *, offset: int, name: str) -> ManuscriptError:
    before = data[: error.start].decode(error.encoding, errors="replace")
    value = " ".join(f"{byte:02X}" for byte in data[error.start : error.start + max(1, error.end - error.start)][:4])
    encoding = "Windows-1252" if error.encoding in {"windows-1252", "cp1252", "charmap"} else error.encoding.upper()
    surrogate = _ENCODED_SURROGATE.match(data, error.start) or "surrogate" in error.reason
    what = "half of a surrogate pair" if surrogate else "not valid"
    return ManuscriptError(
        f"{name}:{_line_number(before, len(before))}: the bytes {value} at byte {error.start + offset} are {what} in "
        f"{encoding}",
        hint=_SAVE_AS_UTF8,
    )
