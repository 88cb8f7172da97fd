"""One scene in every convention, and what makes each of them hard."""

import pytest

from audiobook.model.quotation_marks import QuotationMarks
from audiobook.scripting.quotations.conventions import detect_convention, settle_convention
from audiobook.scripting.quotations.passage_finder import split_book
from audiobook.scripting.quotations.splitting import Splitting
from tests.scripting.small_books import cut, small_book

SCENE = (
    ("{Is the kettle on?}", " asked Wren."),
    ("{Since noon,}", " said Odile, ", "{and nobody came.}"),
    ("Wren sat down. ", "{Then pour.}"),
    ("The clock struck. Nobody poured.",),
)
MARKS = {
    "straight doubles": ('"', '"', QuotationMarks.DOUBLE),
    "curly doubles": ("“", "”", QuotationMarks.DOUBLE),
    "straight singles": ("'", "'", QuotationMarks.SINGLE),
    "curly singles": ("‘", "’", QuotationMarks.SINGLE),
    "grave and apostrophe": ("`", "'", QuotationMarks.SINGLE),
    "typewriter doubles": ("``", "''", QuotationMarks.SINGLE),
    "guillemets": ("«", "»", QuotationMarks.GUILLEMETS),
    "guillemets with blanks": ("« ", " »", QuotationMarks.GUILLEMETS),
    "guillemets with hard blanks": ("«\xa0", "\xa0»", QuotationMarks.GUILLEMETS),
    "reversed guillemets": ("»", "«", QuotationMarks.REVERSED_GUILLEMETS),
    "German": ("„", "“", QuotationMarks.LOW_HIGH),
    "German singles": ("‚", "‘", QuotationMarks.SINGLE),
    "Polish": ("„", "”", QuotationMarks.LOW_HIGH),
    "Swedish": ("”", "”", QuotationMarks.DOUBLE),
    "corner brackets": ("「", "」", QuotationMarks.CORNER),
    "white corner brackets": ("『", "』", QuotationMarks.CORNER),
}


def _set(piece: str, opening: str, closing: str) -> str:
    return piece.replace("{", opening).replace("}", closing)


@pytest.mark.parametrize(("opening", "closing", "marks"), MARKS.values(), ids=MARKS.keys())
def test_a_scene_is_cut_alike_in_every_convention(opening: str, closing: str, marks: QuotationMarks) -> None:
    paragraphs = ["".join(_set(piece, opening, closing) for piece in pieces) for pieces in SCENE]
    expected = [
        [f"{'s' if '{' in piece else 'n'} {_set(piece, opening, closing).strip()}" for piece in pieces]
        for pieces in SCENE
    ]
    assert cut(*paragraphs) == expected
    assert detect_convention(paragraphs).marks is marks


@pytest.mark.parametrize(("opening", "closing"), [("‘", "’"), ("«", "»"), ("„", "“"), ('"', '"')])
def test_a_pause_right_after_the_marks_belongs_to_the_speech(opening: str, closing: str) -> None:
    lines = (f"{opening}Since noon{closing}, Odile said.", f"{opening}Pour.{closing} Wren sat down.")
    assert cut(*lines)[0] == [f"s {opening}Since noon{closing},", "n Odile said."]


DOUBLES = ('"Is the kettle on?" asked Wren.', '"Since noon," said Odile.')
CURLY = ("“Is the kettle on?” asked Wren.", "“Since noon,” said Odile.")
SINGLES = ("'Is the kettle on?' asked Wren.", "'Since noon,' said Odile.")
CURLY_SINGLES = ("‘Is the kettle on?’ asked Wren.", "‘Since noon,’ said Odile.")
GUILLEMETS = ("« Is the kettle on ? » asked Wren.", "« Since noon », said Odile.")

MEAN = [
    (SINGLES, "'’Tis no use,' he said.", ["s '’Tis no use,'", "n he said."]),
    (SINGLES, "'Get 'em out o' the boys' boat,' he said.", ["s 'Get 'em out o' the boys' boat,'", "n he said."]),
    (SINGLES, "'I'm goin' home,' he said.", ["s 'I'm goin' home,'", "n he said."]),
    (SINGLES, "'In the '90s we'd rock 'n' roll,' he said.", ["s 'In the '90s we'd rock 'n' roll,'", "n he said."]),
    (SINGLES, "The '90s were kind to the Joneses' dog.", ["n The '90s were kind to the Joneses' dog."]),
    (SINGLES, "It was the boys' boat, and 'twas gone.", ["n It was the boys' boat, and 'twas gone."]),
    (SINGLES, "'He's 5'11\" in his socks,' said Wren.", ["s 'He's 5'11\" in his socks,'", "n said Wren."]),
    (SINGLES, "'Who said \"'til Friday\"?' she asked.", ["s 'Who said \"'til Friday\"?'", "n she asked."]),
    (SINGLES, "'It's the dogs'.'", ["s 'It's the dogs'.'"]),
    (SINGLES, "'Pour, she said. 'Now.'", ["s 'Pour,", "n she said.", "s 'Now.'"]),
    (CURLY_SINGLES, "‘’Twas o’ no use to ’em,’ he said.", ["s ‘’Twas o’ no use to ’em,’", "n he said."]),
    (CURLY_SINGLES, "‘‘Tis late,’ he said.", ["s ‘‘Tis late,’", "n he said."]),
    (CURLY_SINGLES, "‘What do you mean, ‘gone’?’", ["s ‘What do you mean, ‘gone’?’"]),
    (CURLY_SINGLES, "‘She wrote “gone” on it,’ he said.", ["s ‘She wrote “gone” on it,’", "n he said."]),
    (DOUBLES, "He was 5'11\" and the board 6\" wide.", ["n He was 5'11\" and the board 6\" wide."]),
    (DOUBLES, '"It is 6" wide," said Wren.', ['s "It is 6" wide,"', "n said Wren."]),
    (DOUBLES, "\"'90s music,\" said Wren. \"Now.\"", ["s \"'90s music,\"", "n said Wren.", 's "Now."']),
    (DOUBLES, '"Pour, she said.', ['s "Pour,', "n she said."]),
    (DOUBLES, 'Pour," she said.', ['s Pour,"', "n she said."]),
    (DOUBLES, 'A stray " mark stood there.', ['n A stray " mark stood there.']),
    (DOUBLES, '"Stop"--he raised a hand--"there."', ['s "Stop"', "n --he raised a hand--", 's "there."']),
    (DOUBLES, "“Mixed,\" said Wren. \"And back.”", ['s “Mixed,"', "n said Wren.", 's "And back.”']),
    (CURLY, "“She said ‘gone’ twice,” said Wren.", ["s “She said ‘gone’ twice,”", "n said Wren."]),
    (CURLY, "“She said “gone” twice,” said Wren.", ["s “She said “gone” twice,”", "n said Wren."]),
    (CURLY, "”Backwards,” said Wren.", ["s ”Backwards,”", "n said Wren."]),
    (GUILLEMETS, "« Who said « never » ? » she asked.", ["s « Who said « never » ? »", "n she asked."]),
]  # fmt: skip


@pytest.mark.parametrize(("book", "line", "passages"), MEAN, ids=[line for _, line, _ in MEAN])
def test_hard_places_of_a_convention(book: tuple[str, str], line: str, passages: list[str]) -> None:
    assert cut(*book, line)[-1] == passages


@pytest.mark.parametrize(
    "line",
    [
        'The sign on the door said "No Entry" in red.',
        'The letter began: "Dear Wren, the kettle is broken."',
        'Above the arch an inscription read, "Abandon hope."',
        'They called him "the Colonel" there.',
        'She had read "The Long Winter" twice.',
        'It was his so-called "method" again.',
    ],
)
def test_what_is_written_named_or_doubted_is_read_by_the_narrator(line: str) -> None:
    assert cut(*DOUBLES, line)[-1] == [f"n {line}"]


def test_somebody_who_reads_a_letter_aloud_speaks() -> None:
    line = 'Wren took up the letter and read aloud, "The kettle is broken."'
    assert cut(*DOUBLES, line)[-1] == ["n Wren took up the letter and read aloud,", 's "The kettle is broken."']


def test_speech_left_open_at_a_chapters_end_ends_there() -> None:
    book = small_book('# One\n\n"And so we came to the place where they had told us that\n\n# Two\n\nRain fell.')
    second = split_book(book, Splitting()).chapters[1]
    assert [passage.kind.value for passage in second.paragraphs[0].passages] == ["narration"]


def test_marks_of_another_convention_inside_narration_are_found_by_their_tag() -> None:
    assert cut(*DOUBLES, "«Come nearer,» said the stone.")[-1] == ["s «Come nearer,»", "n said the stone."]


def test_a_chapter_in_dashes_in_a_book_of_doubles_is_cut_by_its_dashes() -> None:
    doubles = "\n\n".join(DOUBLES * 10)
    dashes = "\n\n".join(["—Is it on? —asked Wren.", "—Since noon —said Odile—. Pour."] * 5)
    chapters = split_book(small_book(f"# One\n\n{doubles}\n\n# Two\n\n{dashes}"), Splitting()).chapters
    kinds = [passage.kind.value for passage in chapters[1].paragraphs[1].passages]
    assert kinds == ["speech", "narration", "speech"]


@pytest.mark.parametrize("asked", [marks for marks in QuotationMarks if marks is not QuotationMarks.AUTO])
def test_what_a_person_says_of_the_marks_wins(asked: QuotationMarks) -> None:
    assert settle_convention(DOUBLES, asked).marks is asked


def test_no_part_of_a_book_decides_otherwise_than_its_person() -> None:
    singles = "\n\n".join(SINGLES * 10)
    chapters = split_book(small_book(singles), Splitting(marks=QuotationMarks.CORNER)).chapters
    assert chapters == split_book(small_book(singles), Splitting(marks=QuotationMarks.CORNER)).chapters
    assert split_book(small_book(singles), Splitting(marks=QuotationMarks.CORNER)).marks is QuotationMarks.CORNER
