"""Second opinions from an OpenAI-compatible chat endpoint, for example a model on the user's own machine.

Knows the two JSON documents of a chat completion; refuses to know HTTP and the wording of prompts.
"""

import json
import math
import os
import time
from collections.abc import Callable, Sequence

from audiobook.endpoints.connection import Endpoint, EndpointConnection, EndpointFailedError, Limits
from audiobook.opinions.chat_prompt import INSTRUCTIONS, PROMPT_VERSION, read_labels, write_prompt
from audiobook.opinions.chat_settings import NAMES, ChatSettings, read_chat_settings
from audiobook.opinions.protocol import (
    AnswerRefusedError,
    Estimate,
    Label,
    OpinionFailedError,
    Question,
    Refusal,
)

_CHARS_PER_TOKEN = 3.5
"""English has about four; other languages fewer."""

_TOKENS_PER_LABEL = 12


def open_chat_endpoint() -> "ChatEndpoint":
    """Open the endpoint that the environment names; nothing is sent yet.

    Raises:
        EngineError: a setting is missing or cannot be used.
    """
    return ChatEndpoint(read_chat_settings(os.environ))


class ChatEndpoint:
    """An `OpinionSource` that asks a language model.

    Args:
        sleep: waits between attempts when the endpoint is overloaded.
    """

    def __init__(
        self, settings: ChatSettings, *, limits: Limits | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._settings = settings
        endpoint = Endpoint(
            address=settings.address,
            names=NAMES,
            key=settings.key,
            accept="application/json",
            timeout_s=settings.timeout_s,
        )
        self._connection = EndpointConnection(endpoint, limits or Limits(), sleep)

    @property
    def name(self) -> str:
        """Say how it is asked for."""
        return "chat"

    def fingerprint(self) -> str:
        """Say what shapes its answers: wording, endpoint and model; not the key."""
        return f"chat/{PROMPT_VERSION} {self._settings.model} at {self._settings.address}"

    def estimate(self, questions: Sequence[Question]) -> Estimate:
        """Say what these questions would take."""
        prompt_chars = sum(len(INSTRUCTIONS) + len(write_prompt(question)) for question in questions)
        labels = sum(len(question.asked) for question in questions)
        tokens = math.ceil(prompt_chars / _CHARS_PER_TOKEN) + labels * _TOKENS_PER_LABEL
        price = self._settings.price
        return Estimate(
            requests=len(questions),
            prompt_chars=prompt_chars,
            tokens=tokens,
            cost=None if price is None else tokens * price / 1_000_000,
        )

    def ask(self, question: Question) -> tuple[Label, ...]:
        """Ask one question; see `OpinionSource`."""
        document = {
            "model": self._settings.model,
            "temperature": 0,
            "stream": False,
            "messages": [
                {"role": "system", "content": INSTRUCTIONS},
                {"role": "user", "content": write_prompt(question)},
            ],
        }
        return read_labels(self._read_message(self._post(json.dumps(document).encode("ascii"))))

    def _post(self, body: bytes) -> bytes:
        try:
            return self._connection.post(body).body
        except EndpointFailedError as error:
            raise OpinionFailedError(error.message, hint=error.hint) from error

    def _read_message(self, body: bytes) -> str:
        """Return what the model said."""
        try:
            document = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise OpinionFailedError(f"{self._settings.address} does not answer in JSON") from error
        match document:
            case {"choices": [{"finish_reason": "content_filter"}, *_]}:
                raise AnswerRefusedError(Refusal.DECLINED.value)
            case {"choices": [{"message": {"content": str(content)}}, *_]}:
                return content
            case {"choices": [{"message": {}}, *_]}:  # content is null, perhaps with a reason in "refusal"
                raise AnswerRefusedError(Refusal.DECLINED.value)
        raise OpinionFailedError(f"{self._settings.address} does not answer like a chat endpoint")
