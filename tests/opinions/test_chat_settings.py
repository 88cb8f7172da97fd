import copy
import pickle
from dataclasses import asdict

import pytest

from audiobook.endpoints.secret import Secret
from audiobook.errors import EngineError
from audiobook.opinions.chat_settings import ChatSettings, read_chat_settings

KEY = "sk-never-to-be-seen-4711"


def read(url: str = "http://localhost:11434/v1", **settings: str) -> ChatSettings:
    environment = {f"AUDIOBOOK_OPINION_{name.upper()}": value for name, value in settings.items()}
    return read_chat_settings({"AUDIOBOOK_OPINION_URL": url, "AUDIOBOOK_OPINION_MODEL": "small-model", **environment})


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
        ("https://models.example.com", "https://models.example.com:443/chat/completions"),
        ("https://models.example.com/v1/chat/completions", "https://models.example.com:443/v1/chat/completions"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
    ],
)
def test_the_address_is_completed(url: str, address: str) -> None:
    assert str(read(url).address) == address


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "10.0.0.7",
        "192.168.1.20",
        "172.16.3.4",
        "100.64.1.1",
        "[::1]",
        "[fd00::1]",
        "attic",
        "attic.local",
        "attic.lan",
        "host.docker.internal",
    ],
)
def test_plain_http_is_taken_within_the_users_own_network(host: str) -> None:
    assert not read(f"http://{host}:8080/v1").address.is_encrypted


@pytest.mark.parametrize(
    "host", ["models.example.com", "8.8.8.8", "[2001:4860:4860::8888]", "[::ffff:8.8.8.8]", "134744072", "0x8080808"]
)
def test_plain_http_to_the_internet_needs_consent(host: str) -> None:
    with pytest.raises(EngineError, match="unencrypted") as caught:
        read(f"http://{host}/v1")
    assert caught.value.exit_code == 5
    assert not read(f"http://{host}/v1", plain_http="yes").address.is_encrypted


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:11434/v1",
        "ftp://localhost/v1",
        "file:///etc/passwd",
        "http://",
        "http:///v1",
        "http://localhost:0",
        "http://localhost:99999/v1",
        "http://localhost:eleven/v1",
        "http://[::1/v1",
        "http://local host/v1",
        "http://localhost/v1\nX-Header: 1",
        "http://" + "a" * 70 + "/v1",
        "http://a..b/v1",
        "http://grüße.local/v1",
    ],
)
def test_what_is_no_address_is_a_misconfiguration(url: str) -> None:
    with pytest.raises(EngineError, match="AUDIOBOOK_OPINION_URL"):
        read(url)


@pytest.mark.parametrize(
    "url", [f"http://me:{KEY}@localhost/v1", f"https://x.example.com/v1?key={KEY}", f"http://localhost/v1#{KEY}"]
)
def test_a_key_within_the_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(EngineError) as caught:
        read(url)
    assert KEY not in f"{caught.value!r} {caught.value.hint}"


@pytest.mark.parametrize("key", [f"{KEY}\r\nX-Header: 1", f"{KEY} {KEY}", f"{KEY}ü"])
def test_a_key_that_cannot_be_sent_is_refused_without_repeating_it(key: str) -> None:
    with pytest.raises(EngineError, match="AUDIOBOOK_OPINION_KEY") as caught:
        read(key=key)
    assert KEY not in f"{caught.value!r} {caught.value.hint}"


def test_blanks_around_a_key_are_not_part_of_it() -> None:
    key = read(key=f" {KEY}\n").key
    assert key is not None
    assert key.reveal() == KEY


def test_a_missing_model_is_named() -> None:
    with pytest.raises(EngineError, match="AUDIOBOOK_OPINION_MODEL is not set"):
        read(model="  ")


@pytest.mark.parametrize("text", ["cheap", "nan", "inf", "-1"])
@pytest.mark.parametrize("name", ["price", "timeout"])
def test_a_number_that_is_none_is_a_misconfiguration(name: str, text: str) -> None:
    with pytest.raises(EngineError, match=f'AUDIOBOOK_OPINION_{name.upper()}: "{text}" is not a number'):
        read(**{name: text})


def test_a_timeout_of_nothing_is_a_misconfiguration() -> None:
    with pytest.raises(EngineError, match="no endpoint answers in no time"):
        read(timeout="0")


def test_price_and_patience_are_optional() -> None:
    assert (read().price, read().timeout_s) == (None, 120.0)
    assert (read(price="0.25", timeout="300").price, read(timeout="300").timeout_s) == (0.25, 300.0)


def test_settings_neither_show_nor_give_away_the_key() -> None:
    settings = read(key=KEY)
    assert KEY not in f"{settings!r} {settings}"
    with pytest.raises(TypeError):
        pickle.dumps(settings)
    with pytest.raises(TypeError):
        asdict(settings)


def test_a_secret_can_be_used_but_not_copied() -> None:
    secret = Secret(KEY)
    assert secret.reveal() == KEY
    with pytest.raises(TypeError):
        copy.deepcopy(secret)
