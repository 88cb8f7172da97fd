"""What is fuzzed: each reader with bytes in its file, and the splitting of quotations with any text.

A target takes bytes, feeds them to the program and returns. ManuscriptError is an answer; every other exception is a
bug, and so is a text of which a visible character is in no block.
"""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from forgeries.books import docx, epub, nav_point, ncx, pack, page

SEPARATOR = b"\xff\xfe\xff"
"""Stands between the parts of an archive in one input."""
_FOLDER = Path(tempfile.gettempdir()) / f"fuzz-{os.getpid()}"
_WORD_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "docProps/core.xml")
_EPUB_PARTS = ("book.opf", "toc.ncx", "one.xhtml", "META-INF/container.xml")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" '
    'w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style></w:styles>'
)
_BODY = (
    '<w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
    "<w:ins><w:r><w:rPr><w:i/></w:rPr><w:t>It was so.</w:t></w:r></w:ins></w:p>"
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
)
_PAGE = page('<h1 id="a">One</h1><p class="poem">“Go,”<br/>said <i>Tom</i>.<sup><a href="#n">1</a></sup></p><hr/>')
_TEXT = "Chapter One\n\n“Go,” said Tom. ‘Now,’ he thought—\n\n* * *\n\n# Two\n\n> *Dear* Maud,\n\nA/N: hi\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something to be fuzzed.

    Attributes:
        seeds: sound inputs to begin with.
        words: what inputs of this kind are made of.
    """

    run: Callable[[bytes], None]
    seeds: Sequence[bytes]
    words: Sequence[str] = ()


def _read(name: str, data: bytes | Mapping[str, str | bytes]) -> None:
    """Write a file and have it read; its blocks must tile its texts."""
    from audiobook.errors import ManuscriptError
    from audiobook.reading.reader import read_manuscript

    _FOLDER.mkdir(exist_ok=True)
    path = _FOLDER / name
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        pack(path, data)
    try:
        manuscript = read_manuscript(path, book="book")
    except ManuscriptError:
        return
    blocks = [block for chapter in manuscript.chapters for block in chapter.blocks]
    for source in manuscript.sources if manuscript.chapters else ():
        covered = sorted((block.start, block.end) for block in blocks if block.source == source.name)
        _check_tiling(source.text, covered)


def _check_tiling(text: str, spans: Sequence[tuple[int, int]]) -> None:
    position = 0
    for start, end in (*spans, (len(text), len(text))):
        if start < position or text[position:start].strip():
            raise AssertionError(f"not tiled at {position}: {text[position:start]!r}")
        position = end


def _fuzz_archive(data: bytes) -> None:
    _read("book.docx" if data[:1] == b"d" else "book.epub", data[1:])


def _fuzz_docx(data: bytes) -> None:
    _read("book.docx", {**_whole_docx(), **dict(zip(_WORD_PARTS, data.split(SEPARATOR), strict=False))})


def _fuzz_epub(data: bytes) -> None:
    _read("book.epub", {**_whole_epub(), **dict(zip(_EPUB_PARTS, data.split(SEPARATOR), strict=False))})


def _fuzz_html(data: bytes) -> None:
    _read("book.html", data)


def _fuzz_text(data: bytes) -> None:
    _read("book.md" if data[:1] == b"m" else "book.txt", data[1:])


def _fuzz_quotations(data: bytes) -> None:
    """Have a text's quotations split; passages must tile their paragraphs."""
    from audiobook.errors import ManuscriptError
    from audiobook.model.quotation_marks import QuotationMarks
    from audiobook.reading.reader import read_manuscript
    from audiobook.scripting.quotations.passage_finder import split_book
    from audiobook.scripting.quotations.splitting import Splitting

    _FOLDER.mkdir(exist_ok=True)
    path = _FOLDER / "book.txt"
    path.write_text(data[1:].decode("utf-8", errors="ignore"), encoding="utf-8")
    marks = list(QuotationMarks)[data[0] % len(QuotationMarks) if data else 0]
    try:
        split = split_book(read_manuscript(path, book="book"), Splitting(marks=marks))
    except ManuscriptError:
        return
    for paragraph in (each for chapter in split.chapters for each in chapter.paragraphs):
        spans = [(each.start - paragraph.start, each.end - paragraph.start) for each in paragraph.passages]
        _check_tiling(paragraph.text, spans)


def _whole_docx() -> dict[str, str | bytes]:
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "numbering", "footnotes")
    )
    root = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
    return {**docx(_BODY), "word/styles.xml": _STYLES, "word/_rels/document.xml.rels": root}


def _whole_epub() -> dict[str, str | bytes]:
    return epub(pages=[("one.xhtml", _PAGE)], toc=ncx(nav_point("One", "one.xhtml#a", nav_point("Two", "one.xhtml"))))


def _joined(members: Mapping[str, str | bytes], names: Sequence[str]) -> bytes:
    parts = [members.get(name, "") for name in names]
    return SEPARATOR.join(part if isinstance(part, bytes) else part.encode() for part in parts)


def _packed(members: Mapping[str, str | bytes]) -> bytes:
    with tempfile.TemporaryFile() as file:
        pack(file, members)
        file.seek(0)
        return file.read()


_WORD_TAGS = "p r t pPr rPr pStyle i b vanish tab br sym del ins hyperlink fldChar instrText sdt tbl tc drawing numPr"
_HTML_TAGS = "p div h1 h2 i b br hr sup a img pre blockquote table td li span ruby rt q style script svg"
TARGETS: Mapping[str, Target] = {
    "archive": Target(run=_fuzz_archive, seeds=[b"d" + _packed(_whole_docx()), b"e" + _packed(_whole_epub())]),
    "docx": Target(
        run=_fuzz_docx,
        seeds=[_joined(_whole_docx(), _WORD_PARTS)],
        words=[f"<w:{tag}>" for tag in _WORD_TAGS.split()] + [f"</w:{tag}>" for tag in _WORD_TAGS.split()],
    ),
    "epub": Target(
        run=_fuzz_epub,
        seeds=[_joined(_whole_epub(), _EPUB_PARTS)],
        words=["<navPoint>", "</navPoint>", "<itemref", "idref=", "href=", "#a", "../", "%2F", "<spine>", "epub:type="],
    ),
    "html": Target(
        run=_fuzz_html,
        seeds=[_PAGE.encode()],
        words=[f"<{tag}>" for tag in _HTML_TAGS.split()] + [f"</{tag}>" for tag in _HTML_TAGS.split()],
    ),
    "text": Target(run=_fuzz_text, seeds=[b"m" + _TEXT.encode(), b"t" + _TEXT.encode()], words=["# ", "> ", "* * *"]),
    "quotations": Target(
        run=_fuzz_quotations,
        seeds=[b"\0" + _TEXT.encode(), b"\5" + "«Va», dit-il. — Non.\n\n「行け」".encode()],
        words=[*"“”‘’«»‹›„‚「」—–*_'\"", " said Tom"],
    ),
}
