"""Speech that a dash begins, in the styles that novels set it."""

import pytest

from audiobook.scripting.quotations.dash_dialogue import find_dash_speech
from audiobook.scripting.quotations.dash_style import DashStyle, detect_dash_style, find_dashed
from tests.growth import grows_with_the_text
from tests.scripting.small_books import cut

FENCED = ("—Is the kettle on? —asked Wren.", "—Since noon —said Odile—. Nobody came.", "—Pour, then.")
SPACED = ("— Is the kettle on? — asked Wren.", "— Since noon, — said Odile. — Nobody came.", "— Pour, then.")
BARE = ("—Is the kettle on? asked Wren.", "—Since noon, said Odile. You are late.", "—Pour, then.")

LINES = [
    (FENCED, "—Mr. Wren —said Odile—, you are late.", ["s —Mr. Wren", "n —said Odile—,", "s you are late."]),
    (FENCED, "—Go! —She turned away—. Now.", ["s —Go!", "n —She turned away—.", "s Now."]),
    (FENCED, "—My brother —the elder— comes today —he said.", ["s —My brother —the elder— comes today", "n —he said."]),
    (FENCED, "—And then— —she stopped. He —the fool— laughed.",
     ["s —And then—", "n —she stopped. He —the fool— laughed."]),
    (FENCED, "—Yes —said Odile. —No —said Wren.", ["s —Yes", "n —said Odile.", "s —No", "n —said Wren."]),
    (FENCED, "—Hola —dijo Ana—; ¿vienes?", ["s —Hola", "n —dijo Ana—;", "s ¿vienes?"]),
    (FENCED, "Odile —who was tired— sat down.", ["n Odile —who was tired— sat down."]),
    (FENCED, "Odile said: —Go away.", ["n Odile said:", "s —Go away."]),
    (FENCED, "—One, I said —(loudly)—, or two.", ["s —One, I said", "n —(loudly)—,", "s or two."]),
    (SPACED, "— I know — said Wren — that you are late.", ["s — I know", "n — said Wren", "s — that you are late."]),
    (SPACED, "— My brother — the elder — is here.", ["s — My brother — the elder — is here."]),
    (FENCED, "—Never! —She turned away.--— Now.", ["s —Never!", "n —She turned away.--—", "s Now."]),
    (SPACED, "— But I-- — She turned away. — Now.", ["s — But I--", "n — She turned away.", "s — Now."]),
    (SPACED, "— No. — She turned away. — Go.", ["s — No.", "n — She turned away.", "s — Go."]),
    (SPACED, "— Нет, — сказал Иван. — Иди.", ["s — Нет,", "n — сказал Иван.", "s — Иди."]),
    (SPACED, "— Nie wiem — powiedziała Ewa. — Idź.", ["s — Nie wiem", "n — powiedziała Ewa.", "s — Idź."]),
    (BARE, "—Mr. Wren, said Odile, you are late.", ["s —Mr. Wren,", "n said Odile,", "s you are late."]),
    (BARE, "— Toujours le travail, soupira-t-elle.", ["s — Toujours le travail,", "n soupira-t-elle."]),
    (BARE, "—Yes, he says so.", ["s —Yes, he says so."]),
    (BARE, "—What is it? I asked.", ["s —What is it?", "n I asked."]),
    (BARE, "—Who are _you?_ said Wren.", ["s —Who are _you?_", "n said Wren."]),
    (BARE, "—Come, the old man at last said.", ["s —Come,", "n the old man at last said."]),
    (BARE, "—Never! was his reply.", ["s —Never!", "n was his reply."]),
    (BARE, "—Ask Wren, tell Odile.", ["s —Ask Wren, tell Odile."]),
    (BARE, "—No, said Wren. She went to the door.", ["s —No,", "n said Wren. She went to the door."]),
]  # fmt: skip


@pytest.mark.parametrize(("book", "line", "passages"), LINES, ids=[line for _, line, _ in LINES])
def test_dash_speech_gives_way_to_its_tag_and_comes_back(book: tuple[str, ...], line: str, passages: list[str]) -> None:
    assert cut(*book, line)[-1] == passages


@pytest.mark.parametrize("dash", ["—", "–", "―", "--"])
@pytest.mark.parametrize("book", [FENCED, SPACED, BARE], ids=["fenced", "spaced", "bare"])
def test_every_dash_begins_speech(book: tuple[str, ...], dash: str) -> None:
    passages = cut(*(line.replace("—", dash) for line in book))[1]
    assert [passage[0] for passage in passages] == ["s", "n", "s"]


@pytest.mark.parametrize(
    ("book", "style"), [(FENCED, DashStyle.FENCED), (SPACED, DashStyle.SPACED), (BARE, DashStyle.BARE)]
)
def test_the_style_is_told_from_the_book(book: tuple[str, ...], style: DashStyle) -> None:
    assert detect_dash_style(find_dashed(book)) is style


def test_a_closing_mark_takes_up_the_speech_of_a_dash_in_the_next_paragraphs() -> None:
    story = (
        "—It was dark —said Wren—. It rained.",
        "»Nobody came —she sighed—. Then…",
        "»Then somebody did.",
        "Odile sat.",
    )
    assert cut(*FENCED, *story)[-3:] == [
        ["s+ »Nobody came", "n —she sighed—.", "s Then…"],
        ["s+ »Then somebody did."],
        ["n Odile sat."],
    ]


def test_a_list_is_no_talk() -> None:
    things = ("— flour, a pound of it;", "— The eggs of three hens.", "— The milk of a cow.", "— Salt.")
    assert cut("They bought:", *things) == [["n They bought:"], *([f"n {thing}"] for thing in things)]


@pytest.mark.parametrize("line", ["—Oscar Wilde", "— a pound of flour;", "—Odile, _The Long Winter_"])
def test_sources_and_entries_of_lists_are_no_speech_in_a_book_of_dashes(line: str) -> None:
    assert cut(*FENCED, line)[-1] == [f"n {line}"]


@pytest.mark.parametrize("style", DashStyle)
@pytest.mark.parametrize(
    "unit", ["— ", "—a ", "—Yes —said Ada—. ", "— Yes, — said Ada. ", "— No. He left — went. ", "A_A_", "said ", "A. "]
)
def test_one_huge_paragraph_costs_linear_time(style: DashStyle, unit: str) -> None:
    assert grows_with_the_text(lambda text: find_dash_speech(text, style), unit=unit, before="—")
