"""Headings, lists, notes, fields, scene breaks and facts of DOCX files."""

from pathlib import Path

import pytest

from audiobook.errors import ManuscriptError
from audiobook.reading.docx.reader import read_docx
from tests.reading.docx.word_files import (
    docx_bytes,
    paragraph,
    read,
    run,
    shown,
    style,
    write_members,
)


def _field(instruction: str, result: str) -> str:
    marks = {kind: run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")}
    told = run(f"<w:instrText>{instruction}</w:instrText>")
    return f"{marks['begin']}{told}{marks['separate']}{run(result)}{marks['end']}"


def _numbering(pattern: str, form: str) -> str:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    return (
        f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )


_LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize("name", ["heading 2", "Überschrift 2", "Titre 2", "Título 2", "見出し 2", "Заголовок 2"])
def test_heading_styles_of_many_languages(tmp_path: Path, name: str) -> None:
    body = paragraph("The Ferry", style=name.replace(" ", ""))
    assert shown(read(tmp_path, body, styles=style(name))) == ["heading 2: The Ferry"]


def test_heading_by_outline_level_by_base_style_and_by_an_authors_own_style(tmp_path: Path) -> None:
    styles = style("heading 1") + style("Mine", based_on="heading1") + style("Chapter Title")
    body = (
        paragraph("A", style="Mine")
        + paragraph("B", properties='<w:outlineLvl w:val="2"/>')
        + paragraph("C", style="ChapterTitle")
        + paragraph("D", style="Mine", properties='<w:outlineLvl w:val="9"/>')
    )
    assert shown(read(tmp_path, body, styles=styles)) == [
        "heading 1: A",
        "heading 3: B",
        "heading 1: C",
        "paragraph: D",
    ]


def test_style_based_on_itself_ends(tmp_path: Path) -> None:
    styles = style("A", based_on="B") + style("B", based_on="A")
    assert shown(read(tmp_path, paragraph("So.", style="A"), styles=styles)) == ["paragraph: So."]


def test_style_that_is_not_defined_is_known_by_its_id(tmp_path: Path) -> None:
    assert shown(read(tmp_path, paragraph("One", style="Heading1"))) == ["heading 1: One"]


def test_title_of_the_book_stands_above_the_chapters(tmp_path: Path) -> None:
    styles = style("Title") + style("Subtitle") + style("heading 1")
    body = (
        paragraph("Ferry", style="Title") + paragraph("A tale", style="Subtitle") + paragraph("One", style="heading1")
    )
    assert shown(read(tmp_path, body, styles=styles)) == [
        "heading 1: Ferry",
        "note (title page): A tale",
        "heading 2: One",
    ]


@pytest.mark.parametrize(
    ("pattern", "form", "expected"),
    [
        ("Chapter %1", "cardinalText", ["Chapter One\nThe Pier", "Chapter Two\nThe Café"]),
        ("%1.", "upperRoman", ["I. The Pier", "II. The Café"]),
        ("%1)", "lowerLetter", ["a) The Pier", "b) The Café"]),
        ("", "none", ["The Pier", "The Café"]),
    ],
)
def test_numbers_that_word_writes_before_headings(tmp_path: Path, pattern: str, form: str, expected: list[str]) -> None:
    body = "".join(paragraph(each, style="Heading1", properties=_LISTED) for each in ("The Pier", "The Café"))
    document = read(tmp_path, body, numbering=_numbering(pattern, form))
    assert shown(document) == [f"heading 1: {each}" for each in expected]


def test_numbers_of_lists_are_read_and_bullets_are_not(tmp_path: Path) -> None:
    body = paragraph("apples", properties=_LISTED) + paragraph("pears", properties=_LISTED)
    assert shown(read(tmp_path, body, numbering=_numbering("%1.", "decimal"))) == [
        "list item: 1. apples",
        "list item: 2. pears",
    ]
    assert shown(read(tmp_path, body, numbering=_numbering("•", "bullet")))[0] == "list item: apples"


def test_footnote_is_listed_after_its_paragraph_and_its_mark_left_out(tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="2">{paragraph(run("<w:footnoteRef/>"), "See below.")}</w:footnote>'
    body = paragraph("So", run('<w:footnoteReference w:id="2"/>'), " it was.") + paragraph("Then.")
    document = read(tmp_path, body, footnotes=notes)
    assert shown(document) == ["paragraph: So it was.", "note (a footnote): See below.", "paragraph: Then."]
    assert [(each.offset, each.text) for each in document.members[0].omissions] == [(2, "1")]


def test_footnote_that_refers_to_itself_is_read_once(tmp_path: Path) -> None:
    mark = run('<w:footnoteReference w:id="2"/>')
    notes = f'<w:footnote w:id="2">{paragraph("Again", mark)}</w:footnote>'
    assert len(shown(read(tmp_path, paragraph("So", mark, mark), footnotes=notes))) == 2


def test_comment_is_listed(tmp_path: Path) -> None:
    body = paragraph("So it was.", run('<w:commentReference w:id="0"/>'))
    document = read(tmp_path, body, comments=f'<w:comment w:id="0">{paragraph("Really?")}</w:comment>')
    assert [(each.text, each.reason) for each in document.members[0].omissions] == [
        ("Really?", "a comment in the margin")
    ]


def test_contents_are_a_note_over_several_paragraphs(tmp_path: Path) -> None:
    begin = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>TOC \\o</w:instrText>")
    begin += run('<w:fldChar w:fldCharType="separate"/>')
    body = (
        paragraph(begin, "One ", _field("PAGEREF _a", "1"))
        + paragraph("Two ", _field("PAGEREF _b", "9"))
        + paragraph(run('<w:fldChar w:fldCharType="end"/>'))
        + paragraph("It began.")
    )
    assert shown(read(tmp_path, body)) == [
        "note (the table of contents): One 1",
        "note (the table of contents): Two 9",
        "paragraph: It began.",
    ]


def test_field_that_never_ends_swallows_nothing(tmp_path: Path) -> None:
    begin = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>TOC</w:instrText>")
    assert shown(read(tmp_path, paragraph(begin, "One.") + paragraph("Two."))) == ["paragraph: One.", "paragraph: Two."]


def test_links_are_words_and_page_numbers_are_not(tmp_path: Path) -> None:
    body = paragraph("See ", _field('HYPERLINK "http://x"', "the site"), " on page ", _field("PAGE", "7"), ".")
    assert shown(read(tmp_path, body)) == ["paragraph: See the site on page ."]


def test_contents_made_by_the_program_are_a_note(tmp_path: Path) -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('One 1')}</w:sdtContent></w:sdt>"
    assert shown(read(tmp_path, control + paragraph("So."))) == [
        "note (the table of contents): One 1",
        "paragraph: So.",
    ]


def test_header_is_listed_and_a_bare_page_number_is_not(tmp_path: Path) -> None:
    document = read(tmp_path, paragraph("So."), header=paragraph("My Book"), footer=paragraph(_field("PAGE", "1")))
    assert shown(document) == ["paragraph: So.", "note (a page header or footer): My Book"]


@pytest.mark.parametrize(
    "between",
    [
        paragraph(run("<w:pict><v:rect o:hr='t'/></w:pict>")),
        paragraph(properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>'),
        paragraph(run('<w:br w:type="page"/>')),
        paragraph(properties="<w:sectPr/>"),
    ],
    ids=["drawn rule", "border", "page break", "section"],
)
def test_rules_and_new_pages_part_scenes(tmp_path: Path, between: str) -> None:
    body = paragraph("It ended.") + between + paragraph("It began.")
    assert shown(read(tmp_path, body)) == ["paragraph: It ended.", "scene break: * * *", "paragraph: It began."]


def test_new_page_within_a_sentence_or_before_a_heading_parts_nothing(tmp_path: Path) -> None:
    page = paragraph(run('<w:br w:type="page"/>'))
    body = paragraph("It was") + page + paragraph("so.") + page + paragraph("Two", style="Heading1")
    assert shown(read(tmp_path, body)) == ["paragraph: It was", "paragraph: so.", "heading 1: Two"]


def test_rare_empty_paragraph_parts_scenes_and_usual_ones_do_not(tmp_path: Path) -> None:
    rare = "".join(paragraph(f"{n}.") + (paragraph() if n == 5 else "") for n in range(10))
    usual = "".join(paragraph(f"{n}.") + paragraph() for n in range(10))
    assert [each for each in shown(read(tmp_path, rare)) if "scene" in each] == ["scene break: * * *"]
    assert not [each for each in shown(read(tmp_path, usual)) if "scene" in each]


def test_facts_come_from_the_properties(tmp_path: Path) -> None:
    core = "<dc:title>The Ferry</dc:title><dc:creator>Ann; Bo</dc:creator><dc:language>en-GB</dc:language>"
    facts = read(tmp_path, paragraph("So."), core=core).facts
    assert (facts.title, facts.authors, facts.language) == ("The Ferry", ("Ann", "Bo"), "en-GB")


def test_language_is_that_of_most_words(tmp_path: Path) -> None:
    body = paragraph(
        run("Es war einmal ein König, der", '<w:lang w:val="de-DE"/>'), run("OK", '<w:lang w:val="en-US"/>')
    )
    assert read(tmp_path, body).facts.language == "de-DE"


def test_large_upright_picture_before_the_first_word_is_the_cover(tmp_path: Path) -> None:
    picture = '<w:drawing><wp:extent cx="3000000" cy="4500000"/><a:blip r:embed="front"/></w:drawing>'
    cover = read(tmp_path, paragraph(run(picture)) + paragraph("So."), front=b"PNG").facts.cover
    assert cover is not None
    assert (cover.data, cover.media_type) == (b"PNG", "image/png")
    assert read(tmp_path, paragraph("So.") + paragraph(run(picture)), front=b"PNG").facts.cover is None


def test_bookmarks_are_places(tmp_path: Path) -> None:
    body = paragraph("One.") + paragraph('<w:bookmarkStart w:name="here"/>', "Two.")
    member = read(tmp_path, body).members[0]
    assert member.text[member.anchors["here"] :] == "Two."


def test_strict_document_is_read(tmp_path: Path) -> None:
    members = dict(docx_bytes(paragraph("So.")))
    members["word/document.xml"] = members["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"
    )
    assert shown(read_docx(write_members(tmp_path / "strict.docx", members))) == ["paragraph: So."]


def test_embedded_document_of_another_format_is_refused_not_lost(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="embedded"):
        read(tmp_path, '<w:altChunk r:id="x"/>' + paragraph("So."))


def test_password_is_named(tmp_path: Path) -> None:
    path = tmp_path / "story.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(ManuscriptError, match="password"):
        read_docx(path)


def test_archive_without_a_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match=r"word/document.xml is missing"):
        read_docx(write_members(tmp_path / "story.docx", {"a.txt": b"x"}))


def test_spreadsheet_is_named(tmp_path: Path) -> None:
    members = {**docx_bytes(""), "word/document.xml": b"<workbook/>"}
    with pytest.raises(ManuscriptError, match="a spreadsheet"):
        read_docx(write_members(tmp_path / "story.docx", members))


def test_entity_of_the_files_own_is_refused(tmp_path: Path) -> None:
    members = dict(docx_bytes(paragraph("&boom;")))
    document = members["word/document.xml"].decode()
    declared = document.replace("<w:document", '<!DOCTYPE d [<!ENTITY boom "x">]><w:document', 1)
    members["word/document.xml"] = declared.encode()
    with pytest.raises(ManuscriptError, match="entit"):
        read_docx(write_members(tmp_path / "story.docx", members))
