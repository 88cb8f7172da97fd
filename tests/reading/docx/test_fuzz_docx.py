"""Laws that hold for any DOCX: every visible word once and in order, blocks that tile the text, no other errors."""

import re
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiobook.errors import ManuscriptError
from audiobook.reading.docx.reader import read_docx
from tests.reading.docx.word_files import docx_bytes, paragraph, read, run, style, write_docx, write_members
from tests.reading.manuscripts import untiled

_STYLES = style("heading 1") + style("Title") + style("Quote", run="<w:i/>") + style("Verse") + style("Caption")
_STYLE_IDS = (None, "heading1", "Title", "Quote", "Verse", "Caption", "HTMLPreformatted", "Nothing")
_RUN_PROPERTIES = ("", "<w:i/>", "<w:b/>", "<w:vanish/>", '<w:vertAlign w:val="superscript"/>', '<w:u w:val="single"/>')
_PARAGRAPH_PROPERTIES = (
    "",
    '<w:framePr w:dropCap="drop"/>',
    "<w:rPr><w:del/></w:rPr>",
    '<w:outlineLvl w:val="3"/>',
    "<w:pageBreakBefore/>",
    '<w:pBdr><w:bottom w:val="single"/></w:pBdr>',
    "<w:sectPr/>",
    '<w:numPr><w:numId w:val="1"/></w:numPr>',
)
_INNER = (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:fldChar w:fldCharType="end"/>',
    "<w:instrText>TOC</w:instrText>",
    "<w:instrText>PAGE</w:instrText>",
    "<w:br/>",
    '<w:br w:type="page"/>',
    "<w:tab/>",
    '<w:sym w:font="Symbol" w:char="F061"/>',
    '<w:sym w:font="Wingdings" w:char="zz"/>',
    '<w:footnoteReference w:id="1"/>',
    "<w:t>*</w:t>",
    "<w:t> </w:t>",
)
_WRAPPERS = (
    "{}",
    "<w:ins>{}</w:ins>",
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:del>{}</w:del>",
    "<w:smartTag>{}</w:smartTag>",
)
_WORDS = st.integers(0, 10**6).map("w{}x".format)
_RUNS = st.builds(
    lambda inner, properties, wrapper: wrapper.format(run(inner, properties)),
    st.one_of(_WORDS, st.sampled_from(_INNER)),
    st.sampled_from(_RUN_PROPERTIES),
    st.sampled_from(_WRAPPERS),
)
_PARAGRAPHS = st.builds(
    lambda runs, style_id, properties: paragraph(*runs, style=style_id, properties=properties),
    st.lists(_RUNS, max_size=5),
    st.sampled_from(_STYLE_IDS),
    st.sampled_from(_PARAGRAPH_PROPERTIES),
)
_TABLES = st.builds(
    lambda cells, columns: (
        f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>"
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"
    ),
    st.lists(_PARAGRAPHS, max_size=3),
    st.integers(0, 2),
)
_BODIES = st.lists(st.one_of(_PARAGRAPHS, _TABLES), max_size=8).map("".join)
_ANY_FOLDER = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _numbered(body: str) -> str:
    """Give every word a number of its own."""
    counted = iter(range(body.count("w")))
    return re.sub(r"w\d+x", lambda _match: f"w{next(counted)}x", body)


@given(body=_BODIES)
@_ANY_FOLDER
def test_every_word_is_once_in_the_text_or_among_what_is_left_out(body: str, tmp_path: Path) -> None:
    numbered = _numbered(body)
    member = read(tmp_path, numbered, styles=_STYLES).members[0]
    written = re.findall(r"w\d+x", numbered)
    text = re.sub(r"[*_\\]", "", member.text)
    left_out = [word for each in member.omissions for word in re.findall(r"w\d+x", each.text)]
    in_instructions = set(written) - set(re.findall(r"w\d+x", text)) - set(left_out)
    assert sorted((*re.findall(r"w\d+x", text), *left_out, *in_instructions)) == sorted(written)
    assert not in_instructions or "begin" in numbered


@given(body=_BODIES)
@_ANY_FOLDER
def test_blocks_tile_the_text_and_places_lie_in_it(body: str, tmp_path: Path) -> None:
    member = read(tmp_path, body, styles=_STYLES, footnotes=f'<w:footnote w:id="1">{body}</w:footnote>').members[0]
    assert untiled(member.text, [(block.start, block.end) for block in member.blocks]) == ""
    assert all(0 <= each.offset <= len(member.text) for each in member.omissions)


@given(places=st.lists(st.tuples(st.integers(0, 10**4), st.integers(0, 255)), max_size=6), cut=st.integers(0, 10**4))
@_ANY_FOLDER
def test_damaged_file_raises_nothing_but_the_readers_own_error(
    places: list[tuple[int, int]], cut: int, tmp_path: Path
) -> None:
    path = write_docx(tmp_path / "story.docx", paragraph("It was so."), styles=_STYLES)
    data = bytearray(path.read_bytes())
    for at, byte in places:
        data[at % len(data)] = byte
    path.write_bytes(data[: len(data) - cut % 200] if cut % 3 == 0 else data)
    with suppress(ManuscriptError):
        read_docx(path)


@given(part=st.sampled_from(sorted(docx_bytes("", styles="", numbering="", core=""))), data=st.binary(max_size=200))
@_ANY_FOLDER
def test_part_of_any_bytes_raises_nothing_but_the_readers_own_error(part: str, data: bytes, tmp_path: Path) -> None:
    members = docx_bytes(paragraph("It was so."), styles="", numbering="", core="")
    with suppress(ManuscriptError):
        read_docx(write_members(tmp_path / "story.docx", {**members, part: data}))
