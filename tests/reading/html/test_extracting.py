"""HTML: which words of a page are its text, and what each block is."""

from pathlib import Path

import pytest

from audiobook.reading.documents.extracted import ExtractedMember
from audiobook.reading.html.reader import read_html


def drawn(tmp_path: Path, body: str, *, head: str = "") -> ExtractedMember:
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read_html(path).members[0]


def blocks(member: ExtractedMember) -> list[tuple[str, str]]:
    return [(block.role.value, member.text[block.start : block.end]) for block in member.blocks]


def omitted(member: ExtractedMember) -> list[str]:
    return [f"{each.text}: {each.reason}" for each in member.omissions]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a</p><p>b", [("paragraph", "a"), ("paragraph", "b")]),
        (
            "loose <b>words</b><div>boxed</div>tail",
            [("paragraph", "loose **words**"), ("paragraph", "boxed"), ("paragraph", "tail")],
        ),
        ("<h2>Chapter<br>One</h2>", [("heading", "Chapter\nOne")]),
        ("<blockquote><p>Dear Maud,</p></blockquote>", [("quotation", "Dear Maud,")]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", [("list item", "a"), ("list item", "b")]),
        (
            "<table><tr><th>a<th>b<tr><td><p>c</p></td><td></td><td>d<br></td><td>e</td></table>",
            [("table row", "a\nb"), ("table row", "c\nd\ne")],
        ),
        ("<table><tr><td><p>a</p><p>b</p><td>c</table>", [("table cell", each) for each in "abc"]),
        ("<table><tr><td>a<p>b</p><td>c</table>", [("table cell", each) for each in "abc"]),
        ("<table><tr><td><h2>a</h2><td><table><tr><td>b</table></table>", [("heading", "a"), ("table cell", "b")]),
        (
            "<pre>ann: hi\nbob: lo\n\nann: bye</pre>",
            [("preformatted", "ann: hi\nbob: lo"), ("preformatted", "ann: bye")],
        ),
        (
            '<div class="poem"><div class="stanza"><p>a</p><p>b</p></div><div class="stanza"><p>c</p></div></div>',
            [("verse", "a\nb"), ("verse", "c")],
        ),
        ("<p>a</p><hr><p>b</p>", [("paragraph", "a"), ("scene break", "* * *"), ("paragraph", "b")]),
        (
            '<p>a</p><img src="i.png" alt="" class="ornament"><p>b</p>',
            [("paragraph", "a"), ("scene break", "* * *"), ("paragraph", "b")],
        ),
        ("<p>&#x5bb6;<ruby>&#x5bb6;<rt>uchi</rt></ruby></p>", [("paragraph", "家家")]),
        ("<p>a<script>b</script><style>c</style><!-- d --></p><template>e</template>", [("paragraph", "a")]),
        ('<p>a<span style="display:none">b</span><span hidden>c</span></p>', [("paragraph", "a")]),
    ],
)  # fmt: skip
def test_blocks_have_their_part(tmp_path: Path, markup: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(drawn(tmp_path, markup)) == expected


@pytest.mark.parametrize(
    ("markup", "text", "left_out"),
    [
        ('<p>Gulls<a href="#n1"><sup>1</sup></a> cry.</p>', "Gulls cry.", ["1: a footnote's mark"]),
        ('<p>Gulls.<a epub:type="noteref" href="#n1">*</a></p>', "Gulls.", ["*: a footnote's mark"]),
        ('<p>Gulls cry<a class="fnanchor" href="#f">[12]</a></p>', "Gulls cry", ["[12]: a footnote's mark"]),
        ('<p>Gulls cry.<span><a href="#ftn3">3</a></span></p>', "Gulls cry.", ["3: a footnote's mark"]),
        ("<p>Gulls cry.<sup>3</sup></p>", "Gulls cry.", ["3: a footnote's mark"]),
        ("<p>E = mc<sup>2</sup>, 9 m<sup>2</sup>, the 10<sup>th</sup></p>", "E = mc2, 9 m2, the 10th", []),
        ('<p><a href="#c1">1</a></p>', "1", []),
        ('<p>Gulls <span class="pagenum">[Pg 12]</span>cry.</p>', "Gulls cry.", ["[Pg 12]: a page number"]),
        ('<p>Gu<span epub:type="pagebreak" id="p12">12</span>lls</p>', "Gulls", ["12: a page number"]),
        (
            "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
            "漢",
            ["kan: how the word before it is read (a ruby gloss)"],
        ),
        ('<p>Gulls <img src="g.png" alt="a gull"> cry.</p>', "Gulls cry.", ["a gull: a picture's description"]),
        ('<p>a <span aria-hidden="true">x</span>b</p>', "a b", ["x: marked in the file as not for listeners"]),
    ],
)  # fmt: skip
def test_what_is_seen_and_not_said_is_left_out_with_its_reason(
    tmp_path: Path, markup: str, text: str, left_out: list[str]
) -> None:
    member = drawn(tmp_path, markup)
    assert (member.text, omitted(member)) == (text, left_out)


_STORY = "<p>It was once a place where the man was born, in all and at once, of gulls.</p>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<span class="dropcap">O</span>nce upon', "Once upon"),
        ('<span class="dropcap">O</span> <span class="sc">NCE</span> upon', "ONCE upon"),
        ('<span class="dropcap">A</span> MAN came', "A MAN came"),
        ('<span class="dropcap">A</span> LL came', "ALL came"),
        ('<span class="dropcap">I</span> <small>T WAS</small> late', "IT WAS late"),
        ('<span class="dropcap">I</span> WAS born', "I WAS born"),
        ('<img src="o.png" alt="O"> nce upon', "Once upon"),
        ("“<b>O</b>nce upon,” she said", "“Once upon,” she said"),
    ],
)
def test_large_first_letter_belongs_to_its_word(tmp_path: Path, markup: str, text: str) -> None:
    member = drawn(tmp_path, f"{_STORY}<p>{markup} a time.</p>")
    assert blocks(member)[1] == ("paragraph", f"{text} a time.")


def test_style_sheet_says_what_is_italic_and_what_is_hidden(tmp_path: Path) -> None:
    style = "<style>.c1, span.c2 { font-style: italic } .c3 {display:none}\n/* .c4 {display:none} */</style>"
    body = '<p>a <span class="c1">b</span> <span class="c2">c</span> <b class="c3">d</b> <span class="c4">e</span></p>'
    assert drawn(tmp_path, body, head=style).text == "a *b c* e"


def test_rare_empty_paragraphs_part_scenes_and_frequent_ones_mean_nothing(tmp_path: Path) -> None:
    paragraphs = ["<p>Maud waited.</p>"] * 10
    rare = drawn(tmp_path, "".join([*paragraphs, "<p>&nbsp;</p>", *paragraphs]))
    frequent = drawn(tmp_path, "<p>&nbsp;</p>".join(paragraphs))
    assert [role for role, _ in blocks(rare)].count("scene break") == 1
    assert [role for role, _ in blocks(frequent)].count("scene break") == 0


def test_footnote_text_is_a_note_and_a_link_back_makes_none_of_the_story(tmp_path: Path) -> None:
    body = (
        '<p id="r1">Gulls<sup><a href="#n1">1</a></sup> cry.</p><p>All day.</p>'
        '<div><p id="n1"><a href="#r1">1</a> Birds.</p></div>'
    )
    assert blocks(drawn(tmp_path, body)) == [
        ("paragraph", "Gulls cry."),
        ("paragraph", "All day."),
        ("note", "1 Birds."),
    ]


def test_nothing_a_page_refers_to_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    head = '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script>'
    body = '<img src="http://127.0.0.1:9/a.png" alt=""><iframe src="http://127.0.0.1:9/"></iframe><p>Maud.</p>'
    assert drawn(tmp_path, body, head=head).text == "Maud."
