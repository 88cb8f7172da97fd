"""What DOCX paragraphs and their words become."""

from pathlib import Path

import pytest

from tests.reading.docx.word_files import paragraph, read, run, shown, style

ITALIC, BOLD = "<w:i/>", "<w:b/>"


def test_italics_and_bold_are_marked(tmp_path: Path) -> None:
    body = paragraph("She was ", run("late", ITALIC), ", ", run("very", BOLD), " late.")
    assert shown(read(tmp_path, body)) == ["paragraph: She was *late*, **very** late."]


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_italics_that_are_switched_off_are_none(tmp_path: Path, value: str) -> None:
    body = paragraph("Not ", run("late", f'<w:i w:val="{value}"/>'), ".")
    assert shown(read(tmp_path, body)) == ["paragraph: Not late."]


def test_italics_of_a_character_style_are_marked_and_undo_those_of_the_paragraph(tmp_path: Path) -> None:
    styles = style("Emphasis", run=ITALIC, kind="character") + style("Thinking", run=ITALIC)
    emphasised = run("late", '<w:rStyle w:val="Emphasis"/>')
    body = paragraph("So ", emphasised, ".") + paragraph("I am ", emphasised, " again.", style="Thinking")
    assert shown(read(tmp_path, body, styles=styles)) == ["paragraph: So *late*.", "paragraph: *I am* late *again.*"]


def test_underlined_words_are_italics_of_a_typescript_but_links_are_not(tmp_path: Path) -> None:
    underlined = '<w:u w:val="single"/>'
    link = f"<w:hyperlink>{run('the site', underlined)}</w:hyperlink>"
    body = paragraph(run("Never", underlined), " at ", link, ".")
    assert shown(read(tmp_path, body)) == ["paragraph: *Never* at the site."]


def test_capitals_of_a_format_leave_the_words_as_written(tmp_path: Path) -> None:
    body = paragraph(run("Once upon", "<w:smallCaps/>"), run(" a time", "<w:caps/>"))
    assert shown(read(tmp_path, body)) == ["paragraph: Once upon a time"]


def test_drop_cap_joins_its_word(tmp_path: Path) -> None:
    body = paragraph("O", properties='<w:framePr w:dropCap="drop"/>') + paragraph("nce upon a time.") + paragraph("So.")
    assert shown(read(tmp_path, body)) == ["paragraph: Once upon a time.", "paragraph: So."]


def test_line_break_is_a_line_end(tmp_path: Path) -> None:
    body = paragraph(run("<w:t>Yours,</w:t><w:br/><w:t>Maud</w:t>"))
    assert read(tmp_path, body).members[0].text == "Yours,\nMaud"


def test_tabs_and_hyphens(tmp_path: Path) -> None:
    body = paragraph(
        run("<w:t>One</w:t><w:tab/><w:t>two</w:t><w:noBreakHyphen/><w:t>three fo</w:t><w:softHyphen/><w:t>ur</w:t>")
    )
    assert shown(read(tmp_path, body)) == ["paragraph: One two-three four"]


def test_insertions_are_read_and_deletions_listed(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
    body = paragraph("She ", deleted, f"<w:ins>{run('always')}</w:ins>", " knew.")
    document = read(tmp_path, body)
    assert shown(document) == ["paragraph: She always knew."]
    assert [(each.text, each.reason) for each in document.members[0].omissions] == [
        ("never", "deleted, in a tracked change")
    ]


def test_paragraph_whose_end_is_deleted_goes_on(tmp_path: Path) -> None:
    body = paragraph("She ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("knew.")
    assert shown(read(tmp_path, body)) == ["paragraph: She knew."]


def test_moved_words_are_read_where_they_are_now(tmp_path: Path) -> None:
    body = paragraph(f"<w:moveFrom>{run('Old. ')}</w:moveFrom>", "So. ", f"<w:moveTo>{run('New.')}</w:moveTo>")
    assert shown(read(tmp_path, body))[-1] == "paragraph: So. New."


def test_hidden_words_are_listed_and_not_read(tmp_path: Path) -> None:
    document = read(tmp_path, paragraph("Seen", run(" unseen", "<w:vanish/>"), "."))
    assert shown(document) == ["paragraph: Seen."]
    assert document.members[0].omissions[0].reason == "hidden text"


def test_words_from_right_to_left_keep_their_order(tmp_path: Path) -> None:
    body = paragraph("He said ", f"<w:bdo w:val='rtl'>{run('שלום', '<w:rtl/>')}</w:bdo>", " to me.")
    assert shown(read(tmp_path, body)) == ["paragraph: He said שלום to me."]


def test_ruby_reads_the_word_and_lists_its_gloss(tmp_path: Path) -> None:
    ruby = f"<w:ruby><w:rt>{run('とうきょう')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby>"
    document = read(tmp_path, paragraph(run(ruby), "へ"))
    assert shown(document) == ["paragraph: 東京へ"]
    assert document.members[0].omissions[0].text == "とうきょう"


def test_symbols_are_read_and_ornaments_part_scenes(tmp_path: Path) -> None:
    greek = run('<w:sym w:font="Symbol" w:char="F061"/>')
    smile = run('<w:sym w:font="Wingdings" w:char="F04A"/>')
    ornament = run('<w:sym w:font="Wingdings" w:char="F09D"/>')
    body = paragraph("The ", greek, " and ", smile) + paragraph(ornament) + paragraph("Later.")
    assert shown(read(tmp_path, body)) == ["paragraph: The α and ☺", "scene break: * * *", "paragraph: Later."]


def test_raised_number_behind_a_sentence_is_a_footnotes_mark_and_a_unit_is_not(tmp_path: Path) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    document = read(tmp_path, paragraph("Five m", run("2", raised), " of it.", run("1", raised)))
    assert shown(document) == ["paragraph: Five m2 of it."]
    assert [each.text for each in document.members[0].omissions] == ["1"]


def test_lines_of_a_poem_are_one_block_and_an_empty_paragraph_parts_stanzas(tmp_path: Path) -> None:
    lines = [paragraph(line, style="Verse") for line in ("Roses are red,", "Violets are blue.", "", "So.")]
    body = "".join(lines) + paragraph("She wept.")
    assert shown(read(tmp_path, body, styles=style("Verse"))) == [
        "verse: Roses are red,\nViolets are blue.",
        "verse: So.",
        "paragraph: She wept.",
    ]


def test_quotation_styles_and_boxes_are_quotations_and_tables_are_cells(tmp_path: Path) -> None:
    def table(*rows: tuple[str, ...]) -> str:
        grid = "".join("<w:gridCol/>" for _ in rows[0])
        cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
        return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{each}</w:tr>' for each in cells)}</w:tbl>"

    body = paragraph("Dear Maud,", style="Quote") + table(("A letter.",)) + table(("a", "b"), ("c", "d"))
    assert shown(read(tmp_path, body, styles=style("Quote"))) == [
        "quotation: Dear Maud,",
        "quotation: A letter.",
        *(f"table cell: {each}" for each in "abcd"),
    ]


def test_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
    )
    body = paragraph("Before", run(f"{both}</mc:Fallback></mc:AlternateContent>"), " after.")
    assert shown(read(tmp_path, body)) == ["paragraph: Before after.", "paragraph: In a box."]


def test_description_of_a_picture_is_listed(tmp_path: Path) -> None:
    body = paragraph(run('<w:drawing><wp:docPr descr="A gull"/></w:drawing>'))
    assert shown(read(tmp_path, body)) == ["note (a picture's description): A gull"]
