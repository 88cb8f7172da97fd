"""How a chat endpoint is reached: read from the environment, checked before anything is sent.

AUDIOBOOK_OPINION_URL         base address, for example http://localhost:11434/v1
AUDIOBOOK_OPINION_MODEL       the model's name as the endpoint knows it
AUDIOBOOK_OPINION_KEY         sent as a bearer token, if the endpoint wants one
AUDIOBOOK_OPINION_PRICE       per million tokens, for the estimate
AUDIOBOOK_OPINION_TIMEOUT     seconds the endpoint may take for one answer (120)
AUDIOBOOK_OPINION_PLAIN_HTTP  "yes" allows http to machines outside the user's own network
"""

from collections.abc import Mapping
from dataclasses import dataclass

from audiobook.endpoints.address import Address, SettingNames, read_address, read_key, read_number, read_timeout_s
from audiobook.endpoints.secret import Secret
from audiobook.errors import EngineError

NAMES = SettingNames(
    url="AUDIOBOOK_OPINION_URL",
    model="AUDIOBOOK_OPINION_MODEL",
    key="AUDIOBOOK_OPINION_KEY",
    timeout="AUDIOBOOK_OPINION_TIMEOUT",
    plain_http="AUDIOBOOK_OPINION_PLAIN_HTTP",
    example="for a model on this machine: AUDIOBOOK_OPINION_URL=http://localhost:11434/v1",
    what="chat",
)
_PRICE = "AUDIOBOOK_OPINION_PRICE"
_DEFAULT_TIMEOUT_S = 120.0
_PATH_END = "/chat/completions"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSettings:
    """Everything about a chat endpoint that a user decides.

    Attributes:
        price: per million tokens, sent or received, in any currency; None if unknown.
        timeout_s: longest silence and longest answer.
    """

    address: Address
    model: str
    key: Secret | None = None
    price: float | None = None
    timeout_s: float = _DEFAULT_TIMEOUT_S


def read_chat_settings(environment: Mapping[str, str]) -> ChatSettings:
    """Read the settings.

    Raises:
        EngineError: one is missing or cannot be used; the key is never part of the message.
    """
    model = environment.get(NAMES.model, "").strip()
    url, allow_plain = environment.get(NAMES.url, "").strip(), environment.get(NAMES.plain_http) == "yes"
    address = read_address(url, NAMES, path_end=_PATH_END, allow_plain=allow_plain)
    if not model:
        raise EngineError(f"{NAMES.model} is not set", hint="give the model's name as the endpoint knows it")
    return ChatSettings(
        address=address,
        model=model,
        key=read_key(environment, NAMES.key),
        price=read_number(environment, _PRICE),
        timeout_s=read_timeout_s(environment, NAMES.timeout, otherwise=_DEFAULT_TIMEOUT_S),
    )
