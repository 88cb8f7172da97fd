import pytest

from audiobook.publishing.server.preconditions import Validators, Verdict, judge, may_send_part

NOW = Validators(etag='"abc"', modified=1_700_000_000)
BEFORE = "Tue, 14 Nov 2023 22:13:19 GMT"
EXACTLY = "Tue, 14 Nov 2023 22:13:20 GMT"
AFTER = "Tue, 14 Nov 2023 22:13:21 GMT"


def test_a_time_is_written_as_http_does() -> None:
    assert NOW.last_modified == EXACTLY


@pytest.mark.parametrize(
    ("headers", "verdict"),
    [
        ({}, Verdict.SEND),
        ({"if-none-match": '"abc"'}, Verdict.NOT_MODIFIED),
        ({"if-none-match": 'W/"abc"'}, Verdict.NOT_MODIFIED),
        ({"if-none-match": '"x", "abc"'}, Verdict.NOT_MODIFIED),
        ({"if-none-match": "*"}, Verdict.NOT_MODIFIED),
        ({"if-none-match": '"x"'}, Verdict.SEND),
        ({"if-none-match": "abc"}, Verdict.SEND),
        ({"if-none-match": '"x"', "if-modified-since": AFTER}, Verdict.SEND),
        ({"if-modified-since": EXACTLY}, Verdict.NOT_MODIFIED),
        ({"if-modified-since": AFTER}, Verdict.NOT_MODIFIED),
        ({"if-modified-since": BEFORE}, Verdict.SEND),
        ({"if-modified-since": "yesterday"}, Verdict.SEND),
        ({"if-modified-since": "Tue, 99 Nov 99999 22:13:20 GMT"}, Verdict.SEND),
        ({"if-match": '"abc"'}, Verdict.SEND),
        ({"if-match": "*"}, Verdict.SEND),
        ({"if-match": 'W/"abc"'}, Verdict.FAILED),
        ({"if-match": '"x"'}, Verdict.FAILED),
        ({"if-unmodified-since": BEFORE}, Verdict.FAILED),
        ({"if-unmodified-since": EXACTLY}, Verdict.SEND),
        ({"if-match": '"abc"', "if-unmodified-since": BEFORE}, Verdict.SEND),
        ({"if-match": '"abc"', "if-none-match": '"abc"'}, Verdict.NOT_MODIFIED),
    ],
)
def test_conditions_are_weighed_in_the_order_of_the_standard(headers: dict[str, str], verdict: Verdict) -> None:
    assert judge(headers, NOW) is verdict


@pytest.mark.parametrize(
    ("if_range", "may"),
    [(None, True), ('"abc"', True), (EXACTLY, True), ('W/"abc"', False), ('"x"', False), (AFTER, False), ("", False)],
)
def test_a_part_is_sent_of_exactly_the_state_the_client_knows(if_range: str | None, may: bool) -> None:
    assert may_send_part({} if if_range is None else {"if-range": if_range}, NOW) is may
