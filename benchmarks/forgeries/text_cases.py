"""Hostile texts: plain, Markdown and HTML."""

from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from pathlib import Path

from forgeries.cases import Case, Outcome

_SENTENCE = "“You are late,” said Maud, and it was so. "
_PARAGRAPHS = (_SENTENCE.encode() + b"\n\n") * 1000
_MIB = 2**20
_READ, _REFUSED, _EITHER = Outcome.READ, Outcome.REFUSED, Outcome.EITHER


def text_cases() -> Iterator[Case]:
    """Give them all."""
    yield from _sizes()
    yield from _marks()
    yield from _bytes()
    yield from _nesting()
    yield from _pages()


def _sizes() -> Iterator[Case]:
    yield _filled("500 MB of text", "b.txt", repeat(_PARAGRAPHS, 500_000_000 // len(_PARAGRAPHS)), _REFUSED)
    yield _filled(
        "63 MB of text", "b.txt", repeat(_PARAGRAPHS, 63_000_000 // len(_PARAGRAPHS)), _REFUSED, limit_mib=600
    )
    plain = (f"Chapter {n}\n\nIt was so.\n\n".encode() for n in range(1, 100_001))
    yield _filled("100,000 chapters, plain", "b.txt", plain, _READ, limit_s=180, limit_mib=1500)
    marked = (f"# Chapter {n}\n\nIt was so.\n\n".encode() for n in range(1, 100_001))
    yield _filled("100,000 chapters, Markdown", "b.md", marked, _READ, limit_s=180, limit_mib=1500)
    headed = (f"<h1>Chapter {n}</h1><p>It was so.</p>".encode() for n in range(1, 100_001))
    yield _filled("100,000 chapters, HTML", "b.html", headed, _READ, limit_s=180, limit_mib=1500)
    line = repeat(_SENTENCE.encode(), 10_000_000 // len(_SENTENCE.encode()))
    yield _filled("a line of 10 MB", "b.txt", line, _READ, limit_s=300, limit_mib=2500)
    yield _filled("a word of 10 MB", "b.txt", repeat(b"a" * 1000, 10_000), _READ, limit_s=60, limit_mib=1500)
    yield _filled("a million empty lines", "b.txt", b"It was so.\n" + b"\n" * 1_000_000 + b"So.", _READ)
    yield _filled("no letter", "b.txt", b"... 123 --- !!! \n\n" * 20_000, _EITHER, limit_s=60)
    yield _filled("only white space", "b.txt", b" \n\t" * 1_000_000, _REFUSED)
    yield _filled("nothing", "b.txt", b"", _REFUSED)


def _marks() -> Iterator[Case]:
    for mark in "“”\"'‘’«—*_`~([<&\\#>-|":
        data = f"It was so.\n\n{mark * 500_000}\n\nSo.".encode()
        yield _filled(f"500,000 times {mark}", "b.md", data, _EITHER, limit_s=60, limit_mib=800)
    turns = "\n\n".join(["“"] * 100_000)
    yield _filled("100,000 quotations that never end", "b.txt", turns.encode(), _EITHER, limit_s=120, limit_mib=1200)
    every = "“a” 'b' \"c\" «d» ‘e’ — f "
    data = (every * (_MIB // len(every.encode()))).encode()
    yield _filled("every mark by turns, 1 MB", "b.txt", data, _READ, limit_s=120, limit_mib=1200)


def _bytes() -> Iterator[Case]:
    yield _filled("NUL bytes in a text", "b.txt", b"It was\0so.", _REFUSED)
    yield _filled("halves of surrogate pairs, UTF-8", "b.txt", b"It was so. \xed\xa0\x80", _REFUSED)
    yield _filled("halves of surrogate pairs, UTF-16", "b.txt", b"\xff\xfe" + b"a\0\x00\xd8b\0", _REFUSED)
    yield _filled("halves of surrogate pairs, HTML", "b.html", b"<p>It was so. &#xD800;&#xDFFF;&#0;</p>", _READ)
    yield _filled("random bytes", "b.txt", bytes(n * n * 7919 % 251 for n in range(_MIB)), _REFUSED)
    yield _filled("NUL bytes in HTML", "b.html", b"<p>It was\0so.</p>", _EITHER)


def _nesting() -> Iterator[Case]:
    for tag in ("div", "blockquote", "span", "em", "ul><li", "table><tr><td", "section"):
        data = f"<p>It was so.</p>{f'<{tag}>' * 100_000}<p>Deep.</p>"
        yield _filled(f"100,000 nested <{tag}>", "b.html", data.encode(), _EITHER, limit_s=60, limit_mib=800)
    yield _filled("100,000 nested quotations, Markdown", "b.md", b">" * 100_000 + b" It was so.", _EITHER, limit_s=60)
    steps = "\n".join(f"{'  ' * n}- It was so." for n in range(2_000))
    yield _filled("list of 2,000 depths, Markdown", "b.md", steps.encode(), _READ, limit_s=60, limit_mib=800)


def _pages() -> Iterator[Case]:
    scripts = (
        "<script src='http://127.0.0.1:9/a.js'></script><script>document.write('x')</script>"
        "<link rel='stylesheet' href='http://127.0.0.1:9/a.css'><style>@import url(http://127.0.0.1:9/b.css);</style>"
        "<img src='http://127.0.0.1:9/a.png' onerror='alert(1)'><iframe src='file:///etc/passwd'></iframe>"
        "<object data='http://127.0.0.1:9/a'></object><base href='http://127.0.0.1:9/'><p>It was so.</p>"
    )
    yield _filled("scripts and remote references", "b.html", scripts.encode(), _READ)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    yield _filled("billion laughs, HTML", "b.html", f"<!DOCTYPE html [{laughs}]><p>So. &l9;</p>".encode(), _EITHER)
    external = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY s SYSTEM "file:///etc/passwd">]>'
    body = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>So. &s;</p></body></html>'
    yield _filled("external entity, XHTML", "b.xhtml", (external + body).encode(), _EITHER)
    attributes = " ".join(f"a{n}='x'" for n in range(200_000))
    yield _filled("200,000 attributes", "b.html", f"<p {attributes}>It was so.</p>".encode(), _EITHER, limit_s=60)
    unclosed = "<p>It was so." + "<b" * 500_000
    yield _filled("500,000 tags that never end", "b.html", unclosed.encode(), _EITHER, limit_s=60, limit_mib=800)
    commented = "<p>It was so.</p>" + "<!--" * 250_000
    yield _filled("250,000 comments that never end", "b.html", commented.encode(), _EITHER, limit_s=60, limit_mib=800)
    styled = "<style>" + "a{" * 300_000 + "</style><p>It was so.</p>"
    yield _filled("style sheet of 300,000 braces", "b.html", styled.encode(), _READ, limit_s=60, limit_mib=800)


def _filled(
    name: str,
    file: str,
    data: bytes | Iterable[bytes],
    outcome: Outcome,
    *,
    limit_s: float = 20.0,
    limit_mib: float = 400.0,
) -> Case:
    return Case(name=name, make=_writer(file, data), outcome=outcome, limit_s=limit_s, limit_mib=limit_mib)


def _writer(file: str, data: bytes | Iterable[bytes]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / file
        with path.open("wb") as opened:
            opened.writelines([data] if isinstance(data, bytes) else data)
        return path

    return write
