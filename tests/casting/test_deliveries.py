import pytest

from audiobook.casting.cast_reading import parse_cast
from audiobook.casting.deliveries import decide_deliveries
from audiobook.casting.delivery_table import DELIVERY_TABLE, USUAL_STRENGTH
from audiobook.errors import CastError
from audiobook.model.delivery import Cue, Delivery, DeliveryPlan, Effect


def plan(text: str) -> DeliveryPlan:
    return decide_deliveries(parse_cast(text, file="lex.toml"), {})


def test_every_cue_has_its_place_in_the_table() -> None:
    assert set(DELIVERY_TABLE) == set(Cue)


def test_full_strength_is_the_table() -> None:
    assert plan("[delivery]\nstrength = 1").usual == {
        cue: Delivery(
            rate_percent=float(row.rate_percent),
            pitch_percent=float(row.pitch_percent),
            volume_db=float(row.volume_db),
            pause_ms=row.pause_ms,
            effect=row.effect,
        )
        for cue, row in DELIVERY_TABLE.items()
    }


def test_without_a_word_the_usual_strength_counts() -> None:
    assert plan("").usual[Cue.SLOW].rate_percent == pytest.approx(-16 * USUAL_STRENGTH)


def test_no_strength_gives_no_cue_a_delivery() -> None:
    assert plan("[delivery]\nstrength = 0").usual == {}


def test_a_character_wins_over_the_book_and_the_book_over_the_table() -> None:
    found = plan(
        """
        [delivery]
        strength = 1
        whispered = { volume = -8, effect = "none" }
        [characters.Lex.delivery]
        whispered = { volume = -2 }
        """
    )
    assert found.table_of("Clark")[Cue.WHISPERED].volume_db == -8
    assert found.table_of("Lex")[Cue.WHISPERED] == Delivery(
        rate_percent=-8.0, pitch_percent=-6.0, volume_db=-2.0, effect=Effect.NONE
    )


def test_a_character_may_have_a_strength_of_its_own() -> None:
    found = plan("[delivery]\nstrength = 1\n[narrator.delivery]\nstrength = 0")
    assert found.table_of("narrator") == {}
    assert found.table_of("Lex") != {}


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("[delivery]\nstrength = 2", 2, "strength = 2 is outside 0 to 1", "choose a number from 0 to 1"),
        ("[delivery]\nwhispred = {}", 2, '"whispred" means nothing', 'did you mean "whispered"?'),
        ("[delivery]\nsoft = { rat = 1 }", 2, '"rat" means nothing', 'did you mean "rate"?'),
        ('[delivery]\nsoft = { effect = "echo" }', 2, 'effect = "echo" is not one of', "choose one of"),
        ("[[deliveries]]\nrate = 1", 1, "needs the text of its line", "write: text"),
        ("[[deliveries]]\ntext = 'Go.'", 1, "changes nothing", 'write: cues = ["whispered"]'),
        ("[[deliveries]]\ntext = 'Go.'\ncues = ['loud']", 3, '"loud" is no cue', "choose from"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, message: str, hint: str) -> None:
    with pytest.raises(CastError) as caught:
        plan(text)
    assert f"lex.toml:{line}: " in caught.value.message
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


def test_a_line_may_be_plain_or_have_cues_and_values_of_its_own() -> None:
    cast = parse_cast(
        "[[deliveries]]\ntext = 'Go.'\ncues = ['plain']\n[[deliveries]]\ntext = 'No.'\ncues = ['slow']\npause = 0.5",
        file="lex.toml",
    )
    plain, slow = (delivered.delivery for delivered in cast.deliveries)
    assert plain.cues == ()
    assert (slow.cues, slow.change.pause_ms) == ((Cue.SLOW,), 500)
