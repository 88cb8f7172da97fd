"""Laws that hold for any page: every visible word once and in order, and blocks that tile the text."""

import re
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiobook.errors import ManuscriptError
from audiobook.reading.html.reader import read_html
from tests.reading.manuscripts import untiled

_BLOCKS = ("p", "div", "blockquote", "h2", "li", "td", "pre", "section", "article")
_INLINES = ("i", "b", "span", "em", "a", "sup", "small", "font", "q", "code", "s")
_CLASSES = ("", "poem", "stanza", "dropcap", "pagenum", "caption", "userstuff", "meta", "footnote")
_WORDS = st.integers(0, 10**9).map(lambda number: f"w{number}x")
_PARTS = st.one_of(
    _WORDS,
    st.sampled_from((" ", "\n", "&nbsp;", "<br>", "<hr>", "<img alt=''>", "&shy;", "*", "_", "\\", "&lt;", "&amp;")),
    st.tuples(st.sampled_from((*_BLOCKS, *_INLINES)), st.sampled_from(_CLASSES)).map(
        lambda each: f'<{each[0]} class="{each[1]}">'
    ),
    st.sampled_from((*_BLOCKS, *_INLINES)).map(lambda name: f"</{name}>"),
)
_BODIES = st.lists(_PARTS, max_size=50)


@given(parts=_BODIES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_word_is_once_in_the_text_or_among_what_is_left_out(parts: list[str], tmp_path: Path) -> None:
    numbered = [f"{part[:-1]}{index}x" if part.startswith("w") else part for index, part in enumerate(parts)]
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><html><body>{''.join(numbered)}</body></html>", encoding="utf-8")
    member = read_html(path).members[0]
    written = re.findall(r"w\d+x", "".join(numbered))
    shown = re.findall(r"w\d+x", re.sub(r"[*_\\]", "", member.text))
    left_out = [word for each in member.omissions for word in re.findall(r"w\d+x", each.text)]
    assert sorted((*shown, *left_out)) == sorted(written)
    assert shown == [word for word in written if word in set(shown)]


@given(parts=_BODIES)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_blocks_tile_the_text_and_places_lie_in_it(parts: list[str], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<body>{''.join(parts)}", encoding="utf-8")
    member = read_html(path).members[0]
    assert untiled(member.text, [(block.start, block.end) for block in member.blocks]) == ""
    assert all(0 <= each.offset <= len(member.text) for each in member.omissions)


@given(data=st.one_of(st.binary(max_size=300), _BODIES.map(lambda parts: "".join(parts).encode())))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_the_reader_raise_anything_but_its_own_error(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    with suppress(ManuscriptError):
        read_html(path)
