import json
import socket
from dataclasses import dataclass, field

import pytest

from audiobook.endpoints.connection import Limits
from audiobook.errors import EngineError
from audiobook.opinions.chat_endpoint import ChatEndpoint
from audiobook.opinions.chat_prompt import INSTRUCTIONS
from audiobook.opinions.chat_settings import read_chat_settings
from audiobook.opinions.protocol import AnswerRefusedError, OpinionFailedError, Refusal
from tests.opinions.chat_server import Answer, Reply, labels_all, says, serving
from tests.opinions.told import A_QUESTION, labels

KEY = "sk-never-to-be-seen-4711"


@dataclass
class Patience:
    """Remembers waits instead of waiting."""

    waits_s: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waits_s.append(seconds)


def endpoint_at(url: str, patience: Patience | None = None, **settings: str) -> ChatEndpoint:
    environment = {
        "AUDIOBOOK_OPINION_URL": url,
        "AUDIOBOOK_OPINION_MODEL": "small-model",
        "AUDIOBOOK_OPINION_KEY": KEY,
        "AUDIOBOOK_OPINION_TIMEOUT": "0.2",
        **{f"AUDIOBOOK_OPINION_{name.upper()}": value for name, value in settings.items()},
    }
    limits = Limits(answer_bytes=20_000)
    return ChatEndpoint(read_chat_settings(environment), limits=limits, sleep=(patience or Patience()).sleep)


def failure_of(*answers: Answer, patience: Patience | None = None) -> OpinionFailedError:
    with serving(*answers) as server, pytest.raises(OpinionFailedError) as caught:
        endpoint_at(server.url, patience).ask(A_QUESTION)
    return caught.value


def misconfiguration_by(answer: Answer) -> EngineError:
    patience = Patience()
    with serving(answer) as server, pytest.raises(EngineError) as caught:
        endpoint_at(server.url, patience).ask(A_QUESTION)
    assert not isinstance(caught.value, OpinionFailedError)
    assert caught.value.exit_code == 5
    assert patience.waits_s == []
    return caught.value


def test_a_good_answer_becomes_labels() -> None:
    with serving(says('{"labels": {"2": "Piet", "3": "Anna"}}')) as server:
        assert endpoint_at(server.url).ask(A_QUESTION) == labels(n2="Piet", n3="Anna")


def test_the_request_is_a_chat_completion_without_randomness() -> None:
    with serving(labels_all("Anna")) as server:
        endpoint_at(server.url).ask(A_QUESTION)
    (received,) = server.received
    assert received.path == "/v1/chat/completions"
    assert received.headers["authorization"] == f"Bearer {KEY}"
    assert received.document["model"] == "small-model"
    assert received.document["temperature"] == 0
    assert [message["role"] for message in received.document["messages"]] == ["system", "user"]
    assert received.asked == [2, 3]


def test_without_a_key_none_is_sent() -> None:
    with serving(labels_all("Anna")) as server:
        endpoint_at(server.url, key="").ask(A_QUESTION)
    assert "authorization" not in server.received[0].headers


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        ("I think Piet says it.", Refusal.NOT_JSON),
        ("", Refusal.NOT_JSON),
        ('Here you are: {"labels": {"2": "Piet"}}', Refusal.NOT_JSON),
        ('{"labels": {"2": "Piet"}} I hope this helps!', Refusal.NOT_JSON),
        ('```json\n{"labels": {"2": "Piet"}}\n```', Refusal.NOT_JSON),
        ('{"labels": {"2": "Piet"', Refusal.NOT_JSON),
        ("[" * 9000, Refusal.NOT_JSON),
        ('{"labels": {"2": "Piet"}, "reason": "he did"}', Refusal.WRONG_SHAPE),
        ('{"labels": ["Piet", "Anna"]}', Refusal.WRONG_SHAPE),
        ('{"labels": {"2": ["Piet"]}}', Refusal.WRONG_SHAPE),
        ('{"labels": {"2": {"name": "Piet"}}}', Refusal.WRONG_SHAPE),
        ('{"labels": {"two": "Piet"}}', Refusal.WRONG_SHAPE),
        ('[["labels", {"2": "Piet"}]]', Refusal.WRONG_SHAPE),
        ('{"2": "Piet"}', Refusal.WRONG_SHAPE),
        ("null", Refusal.WRONG_SHAPE),
        ("4711", Refusal.WRONG_SHAPE),
    ],
)
def test_anything_but_labels_is_refused(content: str, refusal: Refusal) -> None:
    with serving(says(content)) as server, pytest.raises(AnswerRefusedError) as caught:
        endpoint_at(server.url).ask(A_QUESTION)
    assert caught.value.message == refusal.value


@pytest.mark.parametrize("reply", [says(None), says("{}", finish_reason="content_filter")])
def test_a_model_that_declines_is_refused(reply: Reply) -> None:
    with serving(reply) as server, pytest.raises(AnswerRefusedError, match="declined"):
        endpoint_at(server.url).ask(A_QUESTION)


@pytest.mark.parametrize("body", [b"<html>hello</html>", b"{}", b"[]", b'{"choices": []}', b"\xff\xfe", b"[" * 9000])
def test_an_answer_that_is_no_chat_completion_is_a_failure(body: bytes) -> None:
    assert "does not answer" in failure_of(Reply(body=body)).message


@pytest.mark.parametrize("status", [429, 500, 503])
def test_an_overloaded_endpoint_is_asked_again_after_growing_waits(status: int) -> None:
    patience = Patience()
    busy = Reply(status=status)
    with serving(busy, busy, labels_all("Anna")) as server:
        assert endpoint_at(server.url, patience).ask(A_QUESTION) == labels(n2="Anna", n3="Anna")
    assert patience.waits_s == [1.0, 2.0]


def test_an_endpoint_that_stays_overloaded_has_failed() -> None:
    patience = Patience()
    assert "HTTP 503 Service Unavailable" in failure_of(Reply(status=503), patience=patience).message
    assert patience.waits_s == [1.0, 2.0, 4.0]


def test_the_wait_an_endpoint_asks_for_is_honoured() -> None:
    patience = Patience()
    with serving(Reply(status=429, headers={"Retry-After": "7"}), labels_all("Anna")) as server:
        endpoint_at(server.url, patience).ask(A_QUESTION)
    assert patience.waits_s == [7.0]


@pytest.mark.parametrize("retry_after", ["3600", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_an_endpoint_that_asks_for_an_hour_has_failed(retry_after: str) -> None:
    patience = Patience()
    failure_of(Reply(status=429, headers={"Retry-After": retry_after}), patience=patience)
    assert patience.waits_s == []


@pytest.mark.parametrize(
    "retry_after", ["soon", "-5", "", "Fri, 31 Dec 1999 23:59:59 GMT", "²", "0 Jan 0:0 3000000000"]
)
def test_a_wait_that_cannot_be_read_or_is_over_counts_as_none(retry_after: str) -> None:
    patience = Patience()
    with serving(Reply(status=429, headers={"Retry-After": retry_after}), labels_all("Anna")) as server:
        endpoint_at(server.url, patience).ask(A_QUESTION)
    assert patience.waits_s == [1.0]


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key_is_a_misconfiguration(status: int) -> None:
    assert misconfiguration_by(Reply(status=status)).hint == "check AUDIOBOOK_OPINION_KEY"


def test_a_model_that_is_not_there_is_a_misconfiguration() -> None:
    assert "no such model" in misconfiguration_by(Reply(status=404)).message


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with serving(labels_all("Anna")) as elsewhere:
        misconfiguration_by(Reply(status=status, headers={"Location": f"{elsewhere.url}/chat/completions"}))
    assert elsewhere.received == []


@pytest.mark.parametrize("status", [204, 400, 413, 422])
def test_a_question_that_is_not_accepted_fails_at_once(status: int) -> None:
    patience = Patience()
    assert f"HTTP {status}" in failure_of(Reply(status=status), patience=patience).message
    assert patience.waits_s == []


def test_a_status_nobody_has_named_is_reported_by_its_number() -> None:
    assert failure_of(Reply(status=599)).message.endswith("(HTTP 599)")


def test_an_endpoint_that_never_answers_is_given_up() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as deaf,
        pytest.raises(OpinionFailedError, match=r"did not answer in 0\.2 s") as caught,
    ):
        endpoint_at(f"http://127.0.0.1:{deaf.getsockname()[1]}").ask(A_QUESTION)
    assert caught.value.hint is not None
    assert "AUDIOBOOK_OPINION_TIMEOUT" in caught.value.hint


def test_an_endpoint_that_answers_drop_by_drop_is_given_up() -> None:
    # each drop comes in time, all thousand of them would take twenty seconds
    assert "did not answer in 0.2 s" in failure_of(Reply(body=b" " * 1000, pause_s=0.02)).message


def test_an_answer_that_breaks_off_is_a_failure() -> None:
    whole = says('{"labels": {"2": "Piet"}}').body
    assert "broke off" in failure_of(Reply(body=whole[:30], claimed_length=len(whole))).message


def test_an_endless_answer_is_a_failure() -> None:
    assert "without end" in failure_of(says(" " * 50_000)).message


def test_an_endpoint_that_is_not_there_is_a_failure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(OpinionFailedError, match=f"http://127.0.0.1:{port}/chat/completions cannot be reached"):
        endpoint_at(f"http://127.0.0.1:{port}", timeout="5").ask(A_QUESTION)


def test_an_encrypted_request_to_a_plain_server_is_a_failure() -> None:
    with serving(labels_all("Anna")) as server, pytest.raises(OpinionFailedError):
        endpoint_at(server.url.replace("http:", "https:")).ask(A_QUESTION)


def test_something_that_does_not_speak_http_is_a_failure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as rude:
        import threading

        def insult() -> None:
            connection, _ = rude.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(b"SSH-2.0-hello\r\n")

        thread = threading.Thread(target=insult)
        thread.start()
        with pytest.raises(OpinionFailedError, match=r"broke off|cannot be reached"):
            endpoint_at(f"http://127.0.0.1:{rude.getsockname()[1]}", timeout="5").ask(A_QUESTION)
        thread.join()


@pytest.mark.parametrize(
    "answer",
    [
        Reply(status=401, body=f"wrong key {KEY}".encode()),
        Reply(status=400, body=KEY.encode(), headers={"X-Key": KEY}),
        Reply(status=302, headers={"Location": f"http://127.0.0.1/{KEY}"}),
        Reply(status=503, body=KEY.encode()),
        Reply(body=KEY.encode()),
        says(KEY),
    ],
)
def test_the_key_is_in_no_error_even_if_the_server_repeats_it(answer: Answer) -> None:
    with serving(answer) as server, pytest.raises((EngineError, AnswerRefusedError)) as caught:
        endpoint_at(server.url).ask(A_QUESTION)
    shown = f"{caught.value!r} {caught.value} {caught.value.message} {caught.value.hint}"
    assert KEY not in shown
    assert "SECRET WORDS" not in shown


def test_the_key_is_in_no_representation_and_no_fingerprint() -> None:
    endpoint = endpoint_at("http://localhost:1/v1")
    assert KEY not in f"{endpoint!r} {endpoint.fingerprint()} {endpoint._settings!r} {vars(endpoint)}"


def test_the_fingerprint_follows_endpoint_and_model_but_not_key_and_price() -> None:
    plain = endpoint_at("http://localhost:1/v1").fingerprint()
    assert endpoint_at("http://localhost:1/v1", key="other", price="3").fingerprint() == plain
    assert endpoint_at("http://localhost:1/v1", model="other").fingerprint() != plain
    assert endpoint_at("http://localhost:2/v1").fingerprint() != plain


def test_an_estimate_counts_what_is_sent_without_sending_it() -> None:
    with serving(labels_all("Anna")) as server:
        estimate = endpoint_at(server.url, price="2.5").estimate([A_QUESTION, A_QUESTION])
        assert server.received == []
        endpoint_at(server.url).ask(A_QUESTION)
    (received,) = server.received
    assert estimate.requests == 2
    assert estimate.prompt_chars == 2 * (len(INSTRUCTIONS) + len(received.prompt))
    assert estimate.cost == pytest.approx(estimate.tokens * 2.5 / 1_000_000)


def test_without_a_price_there_is_no_cost() -> None:
    assert endpoint_at("http://localhost:1/v1").estimate([A_QUESTION]).cost is None


def test_nothing_asked_takes_nothing() -> None:
    estimate = endpoint_at("http://localhost:1/v1", price="2.5").estimate([])
    assert (estimate.requests, estimate.tokens, estimate.cost) == (0, 0, 0.0)


def test_what_is_sent_is_plain_json_whatever_the_text_holds() -> None:
    from dataclasses import replace

    from audiobook.opinions.protocol import Span

    odd = replace(A_QUESTION, spans=(Span(number=2, text="\ud800 „Grüße“ \x00", speaker=None),), asked=(2,))
    with serving(labels_all("Anna")) as server:
        assert endpoint_at(server.url).ask(odd) == labels(n2="Anna")
    json.dumps(server.received[0].document, ensure_ascii=False).encode("utf-8")
